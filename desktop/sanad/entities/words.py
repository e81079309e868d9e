"""The words of a text as name recognition needs them: case, hyphens and sentence openings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sanad.entities.slug import folded_word
from sanad.text.sentences import Sentence
from sanad.text.spans import Span

HYPHENS = frozenset("-\u2010\u2011\u2012\u2013")
_WORD = r"[\w\u0300-\u036f\u064b-\u0655\u0670]"
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|[A-Z]\.(?=\s?[A-Z][\w.])"
    r"|\d+(?:[.,]\d+)+\w*"
    rf"|{_WORD}+(?:[&@]{_WORD}+|['\u2018\u2019\u02bc](?!s\b){_WORD}+|\.[a-z]{{2,6}}\b)*"
    r"(?:(?<=s)['\u2019](?=\s[A-Z]))?"
    r"|['\u2019]s\b"
    r"|\n"
    r"|[^\w\s]"
)
_OPENING_MARKS = frozenset('\u201c"\u2018\u00ab:\u2022*\n\u201e\u2013\u2014-')
_GLOTTALS = "\u02bb\u02bc\u02bd"
_QUOTES = frozenset('\u201c"\u2018\u00ab\u201e')
_TRAILING = frozenset(".'\u2019")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z0-9][A-Za-z0-9]*[A-Z]?\Z")
_HEADING_LENGTH = 170
_HEADING_SHARE = 0.7


@dataclass(slots=True)
class Words:
    """Parallel lists, one place for each word or mark of a text; hyphens inside words have none."""

    text: str
    surfaces: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    """The surfaces without case and accents."""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)
    """Whether a hyphen joins the word to the one before it."""
    capital: list[bool] = field(default_factory=list)
    """Whether the word begins with a capital that is not owed to its place alone."""
    upper: list[bool] = field(default_factory=list)
    """Whether the word begins with a capital, for whatever reason, or is a brand like ``bKash``."""
    opens: list[bool] = field(default_factory=list)
    """Whether the word opens a sentence, a quotation or a list entry."""
    in_heading: list[bool] = field(default_factory=list)
    lower: frozenset[str] = frozenset()
    """Words that the text also writes with a small initial."""

    def __len__(self) -> int:
        return len(self.surfaces)

    def surface(self, first: int, end: int) -> str:
        """Return the text from word *first* to before word *end*, without a closing stop."""
        return self.text[self.starts[first] : self.end_of(end - 1)]

    def end_of(self, index: int) -> int:
        """Return where word *index* ends.

        Without the stop of ``U.S.``, which may end a sentence, and the apostrophe of a plural.
        """
        return self.ends[index] - (1 if self.surfaces[index][-1:] in _TRAILING else 0)


def words_of(
    text: str,
    sentences: Sequence[Sentence],
    boilerplate: Sequence[Span],
    not_names: frozenset[str],
    in_headings_not_names: frozenset[str],
) -> Words:
    """Return the words of *text* outside *boilerplate*.

    Words of *not_names* lose their capital where they open a sentence; those of
    *in_headings_not_names* also inside a heading that capitalises every word.
    """
    words = Words(text)
    surfaces, keys, starts, ends = words.surfaces, words.keys, words.starts, words.ends
    joined, opens = words.joined, words.opens
    first_letters = {sentence.start for sentence in sentences}
    skipped = iter(sorted(boilerplate))
    skip = next(skipped, None)
    hyphen_at = -1
    after_mark = True
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while skip is not None and start >= skip.end:
            skip = next(skipped, None)
        if skip is not None and start >= skip.start:
            if surfaces and surfaces[-1] != "\n":
                _append(words, "\n", start, start)
            continue
        surface = match.group()
        if surface in HYPHENS and _is_inside(text, start, end):
            hyphen_at = end
            continue
        surfaces.append(surface)
        keys.append(folded_word(surface))
        starts.append(start)
        ends.append(end)
        joined.append(start == hyphen_at)
        opens.append(after_mark or start in first_letters)
        after_mark = surface in _OPENING_MARKS
    words.in_heading = _headings(words)
    words.lower = frozenset(surface for surface in surfaces if surface[0].islower())
    upper, capital, in_heading = words.upper, words.capital, words.in_heading
    for index, surface in enumerate(surfaces):
        initial = surface[0]
        if initial.isupper() or (initial in _GLOTTALS and surface[1:2].isupper()):
            upper.append(True)
            capital.append(
                not (
                    (
                        opens[index]
                        and _is_common(words, index, not_names)
                        and not (
                            _opens_quoted_name(words, index)
                            and keys[index] not in in_headings_not_names
                        )
                    )
                    or (in_heading[index] and keys[index] in in_headings_not_names)
                )
            )
        else:
            is_brand = len(surface) > 3 and _is_lower_brand(surface)
            upper.append(is_brand)
            capital.append(is_brand)
    return words


def _is_lower_brand(surface: str) -> bool:
    """Whether a name begins with a small letter: ``bKash``, ``eCitizen``."""
    return not surface.islower() and _BRAND.match(surface) is not None


def _opens_quoted_name(words: Words, index: int) -> bool:
    """Whether a quotation opens with two capitals, as that of a name does."""
    surfaces = words.surfaces
    return (
        index > 0
        and surfaces[index - 1] in _QUOTES
        and index + 1 < len(surfaces)
        and surfaces[index + 1][0].isupper()
    )


def _is_common(words: Words, index: int, not_names: frozenset[str]) -> bool:
    surface = words.surfaces[index]
    if words.keys[index] in not_names:
        return not surface.isupper() or len(surface) == 1 or words.in_heading[index]
    return not surface.isupper() and surface.lower() in words.lower


def _append(words: Words, surface: str, start: int, end: int) -> None:
    words.surfaces.append(surface)
    words.keys.append(surface)
    words.starts.append(start)
    words.ends.append(end)
    words.joined.append(False)
    words.opens.append(False)


def _is_inside(text: str, start: int, end: int) -> bool:
    return start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()


def _headings(words: Words) -> list[bool]:
    """Return for each word whether it stands in a line that capitalises nearly all its words."""
    flags: list[bool] = []
    line: list[str] = []
    for surface in [*words.surfaces, "\n"]:
        if surface != "\n":
            line.append(surface)
            continue
        long = [w for w in line if len(w) > 3 and w[0].isalpha()]
        is_heading = (
            len(long) >= 3
            and line[-1] not in {".", "\u201d", '"', ";"}
            and sum(map(len, line)) <= _HEADING_LENGTH
            and sum(w[0].isupper() for w in long) >= _HEADING_SHARE * len(long)
        )
        flags.extend([is_heading] * (len(line) + 1))
        line = []
    return flags[: len(words.surfaces)]
