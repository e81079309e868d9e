"""Where in an article's text a query matches: what is highlighted, stepped through and quoted.

Only what made the article a hit is returned: of a phrase the whole phrase, of ``(a b) OR c`` not
``a`` when ``b`` is missing, and nothing that is negated.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sanad.search.analysis import Stream, split_stream, stream
from sanad.search.fields import BODY, FOOTER, TITLE
from sanad.search.places import Place, is_one_edit_away, near_places, sequence_places
from sanad.search.tree import (
    And,
    Field,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Prefix,
    Query,
    Term,
    Why,
    leaves,
)
from sanad.text.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class MatchSpan:
    """One match in the canonical text, half-open, in code points."""

    start: int
    end: int
    why: Why = Why.EXACT
    in_boilerplate: bool = False

    @property
    def exact(self) -> bool:
        """Whether the words searched stand there, not only words of the same family."""
        return self.why is not Why.STEM

    @property
    def span(self) -> Span:
        """Where the match stands."""
        return Span(self.start, self.end)


def match_spans(
    query: Query, text: str, boilerplate: Sequence[Span] = (), *, title: str | None = None
) -> tuple[MatchSpan, ...]:
    """Return the matches of *query* in *text*, in order, none overlapping; the longest wins.

    *title* tells which words an article has there only; without it, a word that is missing from
    the text is taken to stand in the title. Conditions on the article (place, date, source) are
    taken to hold: an index decided that before.
    """
    if query.root is None:
        return ()
    body, footer = split_stream(text, boilerplate)
    streams = {BODY: body, FOOTER: footer}
    if title is not None:
        streams[TITLE] = stream(title)
    found = _found(query.root, streams)
    return _apart(found or [])


def leaf_places(leaf: Leaf, within: Stream) -> list[tuple[Place, Why]]:
    """Return where *leaf* matches in one stream, in no particular order."""
    match leaf:
        case Term(forms=forms):
            return [
                (place, form.why)
                for form in forms
                for place in sequence_places(form.terms, within.places)
            ]
        case Prefix(prefix=prefix):
            terms = [t for t in (*within.solid, *within.joined) if t.startswith(prefix)]
        case Fuzzy(term=term):
            terms = [t for t in (*within.solid, *within.joined) if is_one_edit_away(term, t)]
        case Near(parts=parts, distance=distance):
            each = [[place for place, _ in leaf_places(part, within)] for part in parts]
            return [(place, Why.EXACT) for place in near_places(each, distance)]
        case _:
            return []
    return [(place, Why.EXACT) for term in dict.fromkeys(terms) for place in within.places(term)]


def _found(  # noqa: PLR0911  (one for each kind of node)
    node: Node, streams: dict[str, Stream]
) -> list[MatchSpan] | None:
    """Return the matches of *node*; None when it does not hold for the article."""
    match node:
        case And(nodes):
            each = [_found(child, streams) for child in nodes]
            if any(found is None for found in each):
                return None
            return [span for found in each if found for span in found]
        case Or(nodes):
            holding = [f for f in (_found(child, streams) for child in nodes) if f is not None]
            return [span for found in holding for span in found] if holding else None
        case Not(inner):
            if any(map(_is_condition, (*leaves(inner), *leaves(inner, negated=True)))):
                return []
            found = _found(inner, streams)
            # Without a title, nothing found means: perhaps in the title; the index knew better.
            holds = found is None or (not found and TITLE not in streams)
            return [] if holds else None
        case _ if _is_condition(node):
            return []
        case leaf:
            return _in_text(leaf, streams)


def _in_text(leaf: Leaf, streams: dict[str, Stream]) -> list[MatchSpan] | None:
    spans = []
    for name, is_footer in ((BODY, False), (FOOTER, True)):
        within = streams[name]
        for place, why in leaf_places(leaf, within):
            spans.append(MatchSpan(*within.span(place), why, is_footer))
    if spans:
        return spans
    in_title = TITLE not in streams or leaf_places(leaf, streams[TITLE])
    return [] if in_title else None


def _is_condition(node: Node) -> bool:
    """Whether *node* is a leaf that does not look into the text."""
    match node:
        case Term(field=field) | Prefix(field=field) | Fuzzy(field=field) | Near(field=field):
            return field is not Field.TEXT
        case And() | Or() | Not():
            return False
        case _:
            return True


def _apart(spans: list[MatchSpan]) -> tuple[MatchSpan, ...]:
    """Return *spans* in order without overlaps: the earliest, of those the longest, exact first."""
    kept: list[MatchSpan] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end, not s.exact)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
