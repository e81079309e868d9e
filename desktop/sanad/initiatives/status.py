"""What a sentence says happened to an initiative, and how it says so."""

from collections.abc import Sequence

from sanad.entities.slug import word_set
from sanad.initiatives.clauses import COORDINATIONS, Item, is_initiative
from sanad.initiatives.cues import ACT, Cue, Reported, cue_at
from sanad.initiatives.kinds import EVENT_KINDS
from sanad.initiatives.model import Statement
from sanad.initiatives.participles import due_behind, opened_with, relative_clause

_BE = word_set("was were is are been be being got")
_REPORTING = word_set("said says told announced added noted stated promised according")
_ADVERBS = word_set(
    "also now just recently officially formally successfully jointly first already finally soon "
    "later since then unanimously provisionally initially subsequently newly currently last this "
    "year earlier next been being be still not yet duly"
)
_PLANNING = word_set(
    "will plans plan planned planning aims aim intends intend intention set scheduled slated due "
    "expected expects expect prepares preparing prepare pledged vowed promised hopes about ready "
    "going wants want agreed decided decision commitment commit committed shall keen"
)
_HOPING = word_set("could may might should would hope hopes hoped wish urged calls called")
_PROPOSING = word_set("proposed proposes proposal offered suggested")
_BLOCKS = word_set(
    "at under during by through within alongside in from against after before following than "
    "into because while when where who whose if that which ; : but since towards toward against "
    "between among until about per despite"
)
_ATTRIBUTING = word_set(
    "experts analysts observers critics officials researchers economists sources authorities "
    "commentators"
)
_ATTENDING = word_set(
    "at during day attending following after attended sidelines margins told addressed addressing"
)
_PART = word_set("part participated participating participate spoke speaking")
_ARTICLES = word_set("the a an its their 's this our second third")
_TABLING = word_set(
    "introduced introduce introduces introducing presented presents announced unveiled released "
    "published publishes issued introduction revealed brought put"
)
_CHAMBERS = word_set("senate house parliament congress assembly chamber reading readings committee")
_CHANGED = word_set(
    "amended revised reviewed expanded extended updated changed used funded led paid"
)
_FEATURING = word_set("drew attracted saw met heard featured brought gathered agreed adopted")
_WORKS = word_set("work works construction building")
_TREATIES = word_set(
    "treaty agreement accord deal charter memorandum convention protocol pact declaration"
)
_REACH_AFTER = 12
_REACH_BEFORE = 10
_BECOMING = word_set("be follow come start begin open take run cover enter replace")
_WEAK = 0.45


_AFTER = frozenset({"act", "self"})
_NOUN = frozenset({"noun"})


def status_of(items: Sequence[Item], name: int, kind: str) -> Reported | None:
    """Return the strongest status that the sentence states for the initiative at item *name*."""
    found = [
        reported
        for reported in (
            _said_after(items, name),
            relative_clause(items, name),
            due_behind(items, name),
            opened_with(items, name),
            _said_before(items, name, kind),
            _placed_at(items, name, kind),
            _named_as_planned(items, name),
        )
        if reported is not None
    ]
    if not found:
        return None
    best = max(found, key=lambda reported: reported.strength)
    status = _fitting(best.status, kind)
    if status == "launched" and _is_bill(items[name]) and items[best.cue].key in _TABLING:
        status = "proposed"
    if kind in EVENT_KINDS and items[best.cue].key.startswith("open") and status == "launched":
        status = "held"
    if status is None or (
        status == "held" and kind == "programme" and items[best.cue].key in _FEATURING
    ):
        return None
    statement = best.statement
    if statement is Statement.DONE and items[0].key in _ATTRIBUTING:
        statement = Statement.ATTRIBUTED
    return best._replace(status=status, statement=statement)


def _is_bill(item: Item) -> bool:
    return item.mention is not None and "bill" in item.mention.name.lower().split()


def _fitting(status: str, kind: str) -> str | None:
    """Return the status as it applies to the kind; None when it cannot apply."""
    if kind in {"event", "forum"} and status in {"launched", "agreed", "approved", "completed"}:
        return "held"
    if kind == "agreement" and status in {"completed", "held"}:
        return "agreed"
    if kind == "law":
        return {"agreed": "approved", "held": None, "completed": "approved"}.get(status, status)
    if status == "held" and kind not in EVENT_KINDS:
        return None if kind not in {"programme", "partnership"} else "held"
    return status


def _said_after(items: Sequence[Item], name: int) -> Reported | None:
    """Read ``X was launched``, ``X, approved in 2020``, ``X will be held``, ``X closed``."""
    mine = items[name].mention
    index = name + 1
    aux = False
    modal = ""
    negated = False
    depth = 0
    last = min(len(items), name + _REACH_AFTER)
    if index < len(items) and items[index].key == "'s":
        return None
    while index < last:
        item = items[index]
        key = item.key
        if key == "(":
            depth += 1
        elif key == ")":
            depth -= 1
        elif key in {";", ".", "who", "while", "whereas", "because", "but"}:
            return None
        elif key in {"which", "whose"} and items[index - 1].key in _BLOCKS | {"of", "with", "for"}:
            closing = _comma_behind(items, index)
            if closing is None:
                return None
            index, last, aux = closing + 1, min(len(items), closing + _REACH_AFTER), False
            continue
        elif is_initiative(item) and item.mention is not None and mine is not None:
            is_second_name = items[name + 1].key == "," and (
                index + 1 < len(items) and items[index + 1].key == "," and index - name < 5
            )  # "Law No. 9, the so-called Ports Law, was passed"
            before = index - (2 if items[index - 1].key in {"the", "a", "its"} else 1)
            is_other = item.mention.entity != mine.entity and not is_second_name
            if is_other and items[before].key not in COORDINATIONS:
                return None
        elif key in {"not", "never", "n't"}:
            negated = True
        elif key in _HOPING and not (key == "would" and _is_reported(items)):
            modal = "hoped"
        elif key in {"will", "would", "shall"}:
            if index + 2 < len(items) and items[index + 2].key in _CHANGED:
                return None
            if not negated and index + 1 < len(items) and items[index + 1].key in _BECOMING:
                distance = index - name
                return Reported(
                    "planned", Statement.PLANNED, index, "will be", 0.95 - 0.02 * distance
                )
            if index + 1 < len(items) and items[index + 1].key.isalpha():
                return Reported("planned", Statement.PLANNED, index, "will", 0.35)
        else:
            cue = cue_at(items, index, _AFTER)
            if cue is not None and depth <= 0:
                return _verdict_after(
                    items, name, index, cue, aux=aux, modal=modal, negated=negated
                )
        if key in _BE:
            aux = True
        elif key == "to" and index + 1 < len(items) and items[index + 1].key == "be":
            modal = modal or "planned"
        elif aux and key not in _ADVERBS:
            aux = False
        index += 1
    return None


def _comma_behind(items: Sequence[Item], index: int) -> int | None:
    """Return the comma that closes the clause at *index*, or None."""
    for k in range(index + 1, min(len(items), index + 2 * _REACH_AFTER)):
        if items[k].key == ",":
            return k
    return None


def _is_reported(items: Sequence[Item]) -> bool:
    return any(item.key in _REPORTING for item in items)


def _verdict_after(
    items: Sequence[Item],
    name: int,
    index: int,
    cue: Cue,
    *,
    aux: bool,
    modal: str,
    negated: bool,
) -> Reported | None:
    if negated or modal == "hoped":
        return None
    strength = 0.95 - 0.02 * (index - name)
    if cue.sort == "self":
        if cue.status == "planned":
            return Reported("planned", Statement.PLANNED, index, "is planned", strength)
        if cue.status == "under way" and cue.words == 1:
            return Reported(cue.status, Statement.DONE, index, "present tense", _WEAK)
        status = cue.status
        if status == "launched" and any(
            item.key in _WORKS for item in items[max(0, name - 4) : name]
        ):
            status = "under way"  # "work on the corridor began"
        elif status == "under way":
            strength -= 0.2  # a description; an act told beside it says more
        return Reported(status, Statement.DONE, index, "said of the initiative", strength)
    if modal == "planned":
        return Reported("planned", Statement.PLANNED, index, "to be done", strength)
    between = [item.key for item in items[name + 1 : index] if item.key not in _ADVERBS]
    if between and between[0].isalpha() and between[0].islower():
        between = between[1:]  # "the Digital Bangladesh vision announced in 2008"
    follows_directly = all(
        key in {",", "(", ")", "INIT", "ORG", "which", "that"}
        or (key in {"and", "the", "both", "all"} and {"both", "all"} & set(between))
        for key in between
    ) or (between[:1] == [","] and between[1:2] and between[1] in {"the", "a", "an", "its"})
    after = items[index + cue.words].key if index + cue.words < len(items) else "."
    is_participle = items[index].key.endswith(("ed", "en", "et", " held", "ut", "nd", "ld", "n"))
    has_object = after in {"the", "a", "an", "its", "their", "new", "INIT", "ORG", "PLACE", "to"}
    if cue.status == "approved" and any(
        item.key in _CHAMBERS or item.key == "ORG" for item in items[index + 1 : index + 5]
    ):
        has_object = False  # "the bill passed the Senate"
        follows_directly = follows_directly or not between
    if aux or (follows_directly and is_participle and not has_object):
        statement = Statement.PLANNED if cue.status == "planned" else Statement.DONE
        return Reported(cue.status, statement, index, "done to the initiative", strength)
    return None


def _said_before(items: Sequence[Item], name: int, kind: str) -> Reported | None:
    """Read ``approved the X``, ``plans to establish a X``, ``the launch of X``."""
    index = name - 1
    lowest = max(-1, name - _REACH_BEFORE)
    saw_of = False
    crossed = 0
    while index > lowest:
        item = items[index]
        key = item.key
        if is_initiative(item):
            crossed += 1
            if crossed > 4:
                return None
            if items[index + 1].key not in COORDINATIONS:
                return None
            lowest = max(-1, index - _REACH_BEFORE)
        elif item.mention is not None and item.key != "TECH":
            following = items[index + 1].key
            is_listed = item.key == "ORG" and following in {"and", ","}
            is_owner = following in {"'s", "'"} or index + 1 == name
            if not (is_listed or is_owner or item.mention.rule == "demonym"):
                return None
        elif key in {".", ";", "\u2014", ":"}:
            return None
        cue = cue_at(items, index, _NOUN) if saw_of else None
        if cue is not None and cue.status == "held" and kind not in EVENT_KINDS:
            cue = None
        cue = cue or cue_at(items, index, ACT)
        if cue is not None:
            return _verdict_before(items, name, index, cue)
        if index > 0:
            phrase = cue_at(items, index - 1, ACT)
            if phrase is not None and phrase.words > 1:
                return _verdict_before(items, name, index - 1, phrase)
        if key in {"of", "for", "on"}:
            saw_of = True
        elif key == "in" and saw_of and items[index + 1].key.isdigit():
            pass  # "the adoption in 2023 of the X"
        elif (
            key in _BLOCKS
            or (key == "with" and crossed == 0 and items[index - 1].key != ",")
            or (key == "to" and index + 1 < name and not _is_verb_to(items, index))
        ):
            return None
        index -= 1
    return None


def _is_verb_to(items: Sequence[Item], index: int) -> bool:
    return items[index + 1].key not in {"the", "a", "an", "its", "their"}


def _verdict_before(items: Sequence[Item], name: int, index: int, cue: Cue) -> Reported | None:
    between = [item.key for item in items[index + cue.words : name]]
    if (
        cue.sort == "act"
        and "of" in between
        and not any(
            word in between
            for word in (
                "edition",
                "phase",
                "version",
                "session",
                "draft",
                "round",
                "intent",
                "understanding",
            )
        )
    ):
        return None
    if (
        cue.sort == "act"
        and ("on" in between or "for" in between)
        and cue.status not in {"agreed", "planned", "proposed"}
    ):
        return None
    strength = 0.93 - 0.03 * (name - index)
    if items[index].key.endswith("ing") and items[index - 1].key in _TREATIES:
        for k in range(index - 2, max(-1, index - 7), -1):
            signed = cue_at(items, k, ACT)
            if signed is not None and signed.status == "agreed":
                return Reported("agreed", Statement.DONE, k, "treaty that sets it up", strength)
    before = [item.key for item in items[max(0, index - 4) : index]]
    verb = items[index].key
    base = before[-1:] == ["to"] or (before[-1:] and before[-1] in _HOPING | {"will", "shall"})
    if any(word in {"not", "never", "without", "yet"} for word in before[-2:]):
        return None
    if base or verb.endswith("ing"):
        if set(before) & _PROPOSING:
            return Reported("proposed", Statement.PLANNED, index, "proposes to", strength)
        is_would = "would" in before and _is_reported(items)
        if set(before) & _HOPING and "will" not in before and not is_would:
            return None
        if cue.status == "proposed" and _is_bill(items[name]):
            return Reported("proposed", Statement.PLANNED, index, "to be debated", strength)
        if base or set(before) & _PLANNING:
            return Reported("planned", Statement.PLANNED, index, "plans to", strength)
    if cue.sort == "noun" and (
        set(before)
        & {"will", "plans", "ahead", "before", "towards", "upcoming", "planned", "await"}
    ):
        return Reported("planned", Statement.PLANNED, index, "planned act", strength)
    statement = Statement.PLANNED if cue.status == "planned" else Statement.DONE
    rule = "act on the initiative" if cue.sort == "act" else "noun of an act"
    return Reported(cue.status, statement, index, rule, strength)


def _placed_at(items: Sequence[Item], name: int, kind: str) -> Reported | None:
    """Read ``at the X``, ``on the sidelines of the X`` for an event that took place."""
    if kind not in {"event", "forum"}:
        return None
    index = name - 1
    while index >= max(0, name - 7):
        key = items[index].key
        if key in _ATTENDING or (key == "in" and items[index - 1].key in _PART):
            break
        if key in {",", ".", "and", "ahead", "before", "to"} or items[index].mention is not None:
            return None
        index -= 1
    else:
        return None
    if items[index].key in {"told", "addressed", "addressing"} or "took" in items[index - 2].key:
        return Reported("held", Statement.DONE, index, "happened at", 0.6)
    keys = {item.key for item in items}
    if keys & {"will", "upcoming", "scheduled", "plans", "planned", "expected"}:
        return Reported("planned", Statement.PLANNED, index, "to happen at", 0.5)
    if keys & {"annual", "every"}:
        return None
    return Reported("held", Statement.DONE, index, "happened at", 0.6)


def _named_as_planned(items: Sequence[Item], name: int) -> Reported | None:
    """Read ``the upcoming X``, ``the proposed X``, ``a planned X``, ``the draft X``."""
    for index in range(name - 1, max(-1, name - 4), -1):
        key = items[index].key
        if items[index].mention is not None or key in {",", "."}:
            return None
        has_article = index == 0 or items[index - 1].key in _ARTICLES
        if not has_article:
            continue
        if key in {"upcoming", "forthcoming", "planned", "future", "next"}:
            return Reported("planned", Statement.PLANNED, index, "called upcoming", 0.9)
        if key in {"proposed", "draft"}:
            return Reported("proposed", Statement.PLANNED, index, "called a draft", 0.9)
        if key in {"ongoing", "flagship", "existing"}:
            return Reported("under way", Statement.DONE, index, "called ongoing", 0.7)
    return None
