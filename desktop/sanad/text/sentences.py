"""Sentences: the numbered units that people cite.

A newline ends a paragraph and with it a sentence. Within a paragraph a stop ends a sentence unless
it belongs to an abbreviation, an initial or an enumeration mark. The rules are for English and
Urdu; text in other scripts is split at its own stops.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from sanad.text.spans import Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """Where a sentence stands; numbers count from 1 within the article."""

    number: int
    paragraph: int
    """Number of its line in the canonical text, from 1."""
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The sentence without the blanks around it."""
        return Span(self.start, self.end)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of *text* in order; blank lines have none."""
    found: list[Sentence] = []
    line_start = 0
    for paragraph, line in enumerate(text.split("\n"), start=1):
        for start, end in _split(line):
            found.append(Sentence(len(found) + 1, paragraph, line_start + start, line_start + end))
        line_start += len(line) + 1
    return tuple(found)


def sentence_at(sentences: Sequence[Sentence], offset: int) -> Sentence | None:
    """Return the sentence that contains *offset*, or the nearest one before it."""
    index = bisect_right(sentences, offset, key=attrgetter("start")) - 1
    return sentences[index] if index >= 0 else None


# A stop with the quotes, brackets and footnote marks behind it, and a blank or the end; full-width
# stops need no blank, nor does a full stop that lost its own between two ordinary words.
_CLOSING_QUOTES = "\"'\u201d\u2019\u00bb\u203a"
_STOP = re.compile(
    rf"(?:[.!?\u2026\u061f\u06d4]+[{_CLOSING_QUOTES})\]]*"
    r"(?:\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079])*(?=\s|$)"
    "|[\u3002\uff01\uff1f]+[\u300d\u300f\u201d\u2019\uff09]*"
    r"|(?<=[a-z]{3})\.(?=[A-Z][a-z]*\s[a-z]))"
)
_NEXT = re.compile("\\s*([\"'\u201c\u2018\u00ab\u2039(\\[\u2014\u2013*-]*\\s?)(\\S*)")
_SPEECH = re.compile(
    r"\s+(?:[A-Z][\w.'\u2019-]*\s+){1,5}(?:said|says|asked|asks|added|exclaimed|wondered|wrote)\b"
)
_WORD_BEFORE = re.compile(r"[^\s(\[\"'\u201c\u2018/]+$")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_ENUMERATION = re.compile(
    r"\s*[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{2,5})[)\]]?", re.ASCII
)
_SKIP = "\u200b\ufeff \t\xa0"

_TITLES = _words(
    "adm amb assoc asst brig capt cmdr cllr col comdr cpl dr eng engr fr ft gen gov h.e hon hr "
    "insp lt lt.-gen m.p maj mdm messrs mgr mme mlle mr mrs ms mt mx pres prof pvt rep revd rev "
    "sen sgt smt sqn st supt vice-adm wg"
)
"""Stand before a name: the sentence goes on."""
_INNER = _words("approx ca c.f cf e.g i.e viz vs v esp incl resp ext est tel dept univ")
"""Stand before the rest of a phrase: the sentence goes on."""
_NUMBERED = _words(
    "art arts app bk ch cap chap cl col ed eq fig figs fn jan feb mar apr jun jul aug sep sept oct "
    "nov dec n no nos nr op p para paras pp pt r reg rs re rm sch sec secs sect tk usd vol vols ver"
)
"""The sentence goes on when a number follows."""
_FINAL = _words(
    "al bros co corp cos inc jr ltd llc llp plc ph.d pte pty s.a sr esq m.a b.a b.sc m.sc"
)
"""May end a sentence: it does when the next word is one that opens sentences."""
_OPENERS = _words(
    "a about according across after all also although amid among an and another any as asked at "
    "because before both but by can critics despite during each earlier even every experts few "
    "finally first five following for four from further furthermore had has have he her here his "
    "how however i if in indeed instead is it its last later leaders many meanwhile members more "
    "moreover most my nearly neither nevertheless new next no nobody none nor not nothing now of "
    "officials on once one only or other others our over people perhaps previously reporters "
    "second separately several shares she similarly since so some soon speaking still such talks "
    "ten that the their then there these they third this those three through thus to today "
    "together two under unlike until we what when where whether which while who why will with "
    "within without yet you your"
)
_CLOCK = frozenset(("a.m", "p.m"))
_CLOCK_GOES_ON = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december gmt utc est edt pst pdt cet cest bst pkt "
    "eastern central pacific local"
)


def _split(line: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(line):
        if _ends_sentence(line, start, stop):
            _append_trimmed(spans, line, start, stop.end())
            start = stop.end()
    _append_trimmed(spans, line, start, len(line))
    return spans


def _append_trimmed(spans: list[tuple[int, int]], line: str, start: int, end: int) -> None:
    piece = line[start:end]
    left = len(piece) - len(piece.lstrip(_SKIP))
    piece = piece.strip(_SKIP)
    if piece.strip():
        spans.append((start + left, start + left + len(piece)))


def _ends_sentence(line: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the stop ends the sentence that begins at *start*."""
    follows = _NEXT.match(line, stop.end())
    opening, word = follows.groups() if follows else ("", "")
    mark = stop.group()
    if not word or mark[0] in "\u06d4\u061f\u3002\uff01\uff1f":
        return True
    if word[0].islower() and not word[1:2].isupper():
        return False
    if mark[0] == "." and not mark.startswith(".."):
        return _period_ends_sentence(line, start, stop.start(), (opening, word))
    return not (mark[-1] in _CLOSING_QUOTES and _SPEECH.match(line, stop.end()))


def _period_ends_sentence(line: str, start: int, at: int, follows: tuple[str, str]) -> bool:
    """Decide on one full stop at *at*, before a word that is not in small letters."""
    if _ENUMERATION.fullmatch(line, start, at):
        return False
    before = _WORD_BEFORE.search(line, max(start, at - 40), at)
    return before is None or not _goes_on(line, start, before, follows)


def _goes_on(line: str, start: int, before: re.Match[str], follows: tuple[str, str]) -> bool:
    """Whether *before*, a word with a full stop, is one that stands within a sentence here."""
    opening, word = follows
    written = before.group()
    abbreviation = written.lower()
    if abbreviation in _CLOCK:
        return _first_word(word) in _CLOCK_GOES_ON
    if abbreviation in _INNER or (abbreviation in _NUMBERED and word[0].isdigit()):
        return True
    if len(written) == 1 and written.isupper() and _is_part_of_name(line, start, before.start()):
        return True
    may_end = (
        abbreviation in _TITLES
        or abbreviation in _FINAL
        or (len(written) == 1 and written.isupper())
        or _DOTTED.fullmatch(written) is not None
    )
    return may_end and not _opens(word, opening)


def _is_part_of_name(line: str, start: int, initial_at: int) -> bool:
    """Whether the initial opens the sentence or follows another initial."""
    head = line[start:initial_at].rstrip(_SKIP + "\"'\u201c\u2018(")
    return not head or (len(head) > 1 and head[-1] == "." and head[-2].isupper())


def _first_word(word: str) -> str:
    match = _WORD.match(word)
    return match.group().lower().replace("\u2019", "'").split("'")[0] if match else ""


def _opens(word: str, opening: str) -> bool:
    """Whether *word* is one that opens sentences more often than it goes on in a name."""
    return any(mark in opening for mark in '"\u201c') or (
        _first_word(word) in _OPENERS and (len(word) == 1 or not word[1:2].isupper())
    )
