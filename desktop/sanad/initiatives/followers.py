"""The sentence behind the one that names an initiative: ``It was launched in 2019``."""

from collections.abc import Sequence

from sanad.entities.slug import word_set
from sanad.initiatives.clauses import Item, is_initiative, is_party
from sanad.initiatives.cues import Reported
from sanad.initiatives.status import status_of
from sanad.library.records import EntityKind, Mention

_KIND_NOUNS = {
    "law": word_set("law bill act legislation regulation directive"),
    "agreement": word_set("agreement deal pact treaty accord memorandum mou declaration"),
    "programme": word_set("programme program project scheme initiative plan campaign"),
    "policy": word_set("policy framework guidelines"),
    "strategy": word_set("strategy plan roadmap"),
    "vision": word_set("vision plan"),
    "blueprint": word_set("blueprint plan"),
    "corridor": word_set("corridor project"),
    "fund": word_set("fund facility"),
    "event": word_set("event conference summit exhibition meeting expo fair"),
    "forum": word_set("forum event meeting conference"),
    "dialogue": word_set("dialogue talks meeting"),
    "agenda": word_set("agenda plan"),
    "partnership": word_set("partnership alliance coalition initiative"),
}
_FOUNDING = word_set("established founded created formed set established opened started began")
_SUBJECT_RULES = frozenset(
    {"done to the initiative", "will be", "is planned", "said of the initiative", "to be done"}
)


def told_next(
    before: Sequence[Item], name: int, after: Sequence[Item], kind: str
) -> tuple[list[Item], int, Reported] | None:
    """Return what the next sentence says of the initiative at item *name* of *before*.

    The result is that sentence with the words for the initiative read as its mention, the
    place of that item, and the status; None unless the sentence is plainly about it.
    """
    mention = before[name].mention
    if mention is None or len(after) < 3:
        return None
    place = _spoken_of(before, name, after, mention, kind)
    if place is None:
        return None
    first, end = place
    item = Item(EntityKind.INITIATIVE, after[first].start, after[end - 1].end, mention)
    items = [*after[:first], item, *after[end:]]
    if any(is_initiative(other) for other in items[:first] + items[first + 1 : first + 4]):
        return None
    reported = status_of(items, first, kind)
    if reported is None:
        return None
    is_opening = reported.rule == "opens the sentence"
    if not (is_opening or (first == 0 and reported.rule in _SUBJECT_RULES)):
        return None
    is_vague = items[reported.cue].key in _FOUNDING or reported.rule in {"is planned", "will be"}
    if end - first == 1 and is_vague and any(is_party(other) for other in before[:name]):
        return None  # "it" may be the body before
    return items, first, reported


def _spoken_of(
    before: Sequence[Item], name: int, after: Sequence[Item], mention: Mention, kind: str
) -> tuple[int, int] | None:
    """Return where *after* speaks of the initiative: ``It …``, ``The plan …``, ``…, the plan``."""
    first = 0
    if after[0].key not in {"it", "the", "this"}:
        commas = [k for k, item in enumerate(after[:10]) if item.key == ","]
        if not commas or commas[0] + 2 >= len(after):
            return None
        first = commas[0] + 1
    others = {
        item.mention.entity for item in before if is_initiative(item) and item.mention is not None
    }
    if after[first].key == "it":
        return (first, first + 1) if len(others) == 1 else None
    if after[first].key not in {"the", "this"} or first + 2 >= len(after):
        return None
    noun = after[first + 1].key
    last = mention.name.lower().split()
    if noun not in _KIND_NOUNS.get(kind, frozenset()) and noun not in last:
        return None
    return (first, first + 2) if len(others) == 1 or noun in last else None
