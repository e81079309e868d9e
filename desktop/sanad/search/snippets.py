"""Passages of an article that best show why it is a hit."""

from collections.abc import Sequence
from dataclasses import dataclass

from sanad.search.matches import MatchSpan
from sanad.text.sentences import Sentence, sentence_at
from sanad.text.spans import Span

LONGEST = 240
"""Characters of a snippet at most; a longer sentence is cut around its matches, at words."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A sentence, or a stretch of it, with its matches."""

    text: str
    marks: tuple[Span, ...]
    """Matches, as offsets in ``text``."""
    sentence: int
    """The number of the sentence within the article, from 1; 0 when the text has none."""
    in_boilerplate: bool = False


def snippets(
    text: str,
    spans: Sequence[MatchSpan],
    sentences: Sequence[Sentence],
    boilerplate: Sequence[Span] = (),
    limit: int = 3,
) -> tuple[Snippet, ...]:
    """Return at most *limit* snippets in the order of the text.

    Sentences with more different matches win, exact ones before stems. Boilerplate is shown only
    where the article matches nowhere else; without any match the article's beginning is shown.
    """
    outside = [s for s in spans if not any(s.span.overlaps(b) for b in boilerplate)]
    shown = outside or spans
    groups: dict[Sentence, list[MatchSpan]] = {}
    for span in shown:
        sentence = sentence_at(sentences, span.start)
        if sentence is not None:
            groups.setdefault(sentence, []).append(span)
    if not groups:
        return _beginning(text, sentences)
    ranked = sorted(groups, key=lambda sentence: (-_worth(text, groups[sentence]), sentence.start))
    return tuple(
        _cut(text, sentence, groups[sentence], in_boilerplate=not outside)
        for sentence in sorted(ranked[:limit], key=lambda sentence: sentence.start)
    )


def _worth(text: str, spans: Sequence[MatchSpan]) -> float:
    exact = {text[s.start : s.end].casefold() for s in spans if s.exact}
    others = {text[s.start : s.end].casefold() for s in spans if not s.exact}
    return 10 * len(exact) + 3 * len(others - exact) + min(len(spans), 9) / 10


def _beginning(text: str, sentences: Sequence[Sentence]) -> tuple[Snippet, ...]:
    if not sentences:
        return ()
    first = sentences[0]
    end = min(first.end, _word_end(text, first.start + LONGEST, first.end))
    shown = text[first.start : end] + ("…" if end < first.end else "")
    return (Snippet(shown, (), first.number),)


def _cut(
    text: str, sentence: Sentence, spans: Sequence[MatchSpan], *, in_boilerplate: bool
) -> Snippet:
    """Return *sentence*, or so much of it around its first matches as may be shown."""
    start, end = sentence.start, max(sentence.end, spans[0].end)
    if end - start > LONGEST:
        room = max(LONGEST - (spans[0].end - spans[0].start), 0)
        start = _word_start(text, max(start, spans[0].start - room // 3), start)
        end = _word_end(text, min(end, start + LONGEST), end)
        end = max(end, min(spans[0].end, start + 2 * LONGEST))
    before = "…" if start > sentence.start else ""
    after = "…" if end < sentence.end else ""
    marks = tuple(
        Span(span.start - start + len(before), min(span.end, end) - start + len(before))
        for span in spans
        if start <= span.start < end
    )
    shown = before + text[start:end].replace("\n", " ") + after
    return Snippet(shown, marks, sentence.number, in_boilerplate)


def _word_start(text: str, at: int, first: int) -> int:
    """Return the beginning of the word at *at*, no earlier than *first* or 40 characters before."""
    low = max(first, at - 40)
    while at > low and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int, last: int) -> int:
    """Return the end of the last whole word before *at*, if one ends within 40 characters."""
    if at >= last:
        return last
    space = max(text.rfind(" ", max(at - 40, 0), at), -1)
    return space if space > 0 else at
