"""What stands in an article's text and is not the article's: calls to follow, stubs, notices.

A paragraph counts when it is short, stands near the beginning or the end, and opens with a cue; an
ordinary sentence that opens alike (``Follow-up talks …``, ``Copyright law …``) does not.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable

from sanad.text.characters import is_blank
from sanad.text.spans import Span

_LONGEST = 320
"""Characters; a longer paragraph is the article's."""
_FIRST_PARAGRAPHS = 3
_LAST_PARAGRAPHS = 8
_REPEATS = 3
"""Articles that share a line before it counts as repeated."""


def boilerplate_spans(text: str, repeated: Collection[str] = ()) -> tuple[Span, ...]:
    """Return the spans of *text* that are not the article's, in order, none overlapping.

    Whole paragraphs at its beginning and end that call for something or state rights, lines that
    are in *repeated* (see `repeated_lines`), and bracketed stubs within a sentence.
    """
    paragraphs = _paragraphs(text)
    whole = [
        span
        for index, span in enumerate(paragraphs)
        if _is_boilerplate(
            text[span.start : span.end],
            repeated,
            at_an_end=index < _FIRST_PARAGRAPHS or index >= len(paragraphs) - _LAST_PARAGRAPHS,
        )
    ]
    if len(whole) == len(paragraphs):  # then nothing would be left to read
        whole.clear()
    covered = set(whole)
    stubs = (Span(*match.span()) for match in _STUB.finditer(text))
    return tuple(
        sorted([*whole, *(stub for stub in stubs if not any(map(stub.overlaps, covered)))])
    )


def repeated_lines(texts: Iterable[str]) -> set[str]:
    """Return the short first and last paragraphs that at least three of *texts* share."""
    counts: Counter[str] = Counter()
    for text in texts:
        lines = [text[span.start : span.end] for span in _paragraphs(text)]
        ends = {*lines[:_FIRST_PARAGRAPHS], *lines[-_LAST_PARAGRAPHS:]}
        counts.update(line for line in ends if len(line) <= _LONGEST)
    return {line for line, count in counts.items() if count >= _REPEATS}


def _paragraphs(text: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if not is_blank(line):
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _is_boilerplate(paragraph: str, repeated: Collection[str], *, at_an_end: bool) -> bool:
    if len(paragraph) > _LONGEST:
        return False
    line = paragraph.strip(_ORNAMENTS)
    if _ANYWHERE.match(line):
        return True
    if not at_an_end:
        return False
    return (
        paragraph in repeated
        or _NOTICE.match(line) is not None
        or (_CALL.match(line) is not None and _SPEECH.search(line) is None)
    )


def _pattern(*cues: str) -> re.Pattern[str]:
    """Return a pattern of the cues, in which a blank stands for any run of blanks."""
    return re.compile("|".join(f"(?:{cue})" for cue in cues).replace(" ", r"\s+"), re.IGNORECASE)


_ORNAMENTS = (
    "\u200b *_#>|\u2022\u00b7\u25ba\u25b6\u27a1\ufe0f-\u2013\u2014\"'\u201c\u2018([])\u2019\u201d"
)
_CHANNEL = (
    r"(?:channels?|pages?|whatsapp|telegram|twitter|facebook|instagram|linkedin|youtube|tiktok|"
    r"google news|newsletters?|social media|podcasts?)\b"
)
_NEWS = r"(?:news|updates?|stories|headlines|alerts|newsletters?)\b"
_POLITE = r"(?:please |don['\u2019]t forget to |you can (?:also )?|do |to )?"

_SPEECH = _pattern(r"\b(?:said|says|told|stated|noted|added|asked|urged|according to)\b")
_CALL = _pattern(
    rf"{_POLITE}follow (?:us\b|our\b|@\w|(?:[^.!?]{{0,80}} )?{_CHANNEL})",
    rf"{_POLITE}follow (?:the )?(?:latest|more|all|breaking) (?:[\w\s]{{0,30}} )?{_NEWS}",
    r"like (?:us|our)\b[^.]{0,40}\b(?:facebook|page)\b",
    rf"{_POLITE}join (?:us (?:on|at)\b|our (?:[^.!?]{{0,60}} )?(?:{_CHANNEL}|community|group))",
    rf"{_POLITE}(?:un)?subscribe(?: (?:to|for|now|here|today|via)\b|[.!:]|$)",
    rf"{_POLITE}sign up (?:to|for|here|now|today)\b",
    rf"{_POLITE}(?:click|tap) (?:here|on the link|the link)\b",
    rf"{_POLITE}share (?:this|on|via)\b|share$",
    r"you (?:may|might) also (?:like|be interested)\b",
    r"stay (?:tuned|connected with|up to date|updated|informed)\b",
    rf"(?:get|receive) (?:the latest|all the|our|daily|breaking|more) (?:[\w\s]{{0,30}} )?{_NEWS}",
    rf"for (?:more|the latest|all the latest|daily) (?:[\w\s]{{0,30}} )?(?:{_NEWS}|information)"
    r"[^.]{0,60}\b(?:visit|follow|download|click|subscribe|join|log on)\b",
    r"download (?:our|the) (?:[\w\s]{0,30} )?app\b",
    r"listen to (?:this|the) (?:article|story)\b",
    r"leave a (?:comment|reply)\b|post a comment\b|(?:\d+ )?comments?$",
)
_NOTICE = _pattern(
    r"copyright\s*(?:\u00a9|\(c\)|\d{4}|by\b|notice|[:\u2013\u2014-]|$)",
    r"\u00a9|c\) (?:copyright|\d{4})|.{0,120}\ball rights reserved\b",
    r"(?:this|the) (?:article|story|post|report|piece) "
    r"(?:was |has been |is )?(?:originally |first )?"
    r"(?:published|appeared|posted|syndicated|republished)\b",
    r"the post .{1,160} (?:appeared first|first appeared) on\b",
    r"(?:published|reprinted|republished) (?:with|by) (?:the )?permission\b",
    r"(?:sponsored(?: content)?|advertorial|\d+ min(?:ute)?s? read)$",
    r"(?:tags?|filed under|categor(?:y|ies)|keywords|(?:photo|image)s?(?: credits?)?|picture)\s*:",
    r"with (?:additional )?inputs? from "
    r"(?:agenc(?:y|ies)|wires?|staff|reuters|afp|ap|app|pti|ani)\b",
    r"(?:reporting|editing|writing) by [^.]{0,120}\.?$",
    r"(?:(?:privacy|cookie) policy|terms (?:of (?:use|service)|(?:and|&) conditions)|contact us|"
    r"about us|advertise(?: with us)?|sitemap)"
    r"(?:[\s,|/&\u2022\u00b7]+(?:(?:privacy|cookie) policy|terms (?:of (?:use|service)|"
    r"(?:and|&) conditions)|contact us|about us|advertise(?: with us)?|sitemap))*$",
    r"(?:print|e-?mail|tweet|whatsapp|facebook|twitter|linkedin|pinterest|telegram|reddit|x)"
    r"(?:[\s,|/\u2022\u00b7]+(?:print|e-?mail|tweet|share|whatsapp|facebook|twitter|linkedin|"
    r"pinterest|telegram|reddit|x))+$",
)
_ANYWHERE = _pattern(
    r"(?:also read|read also|read more|read next|read the full|see also|must read|watch also|"
    r"more on this|related(?: (?:news|story|stories|articles?|posts?|topics?|content))?)"
    r"\s*(?:[:\u2013\u2014|\u00bb]|$)",
    r"(?:advertisement|story continues below(?: advertisement)?)$",
    "\u0645\u0632\u06cc\u062f \u067e\u0691\u06be\u06cc\u06ba",
    "\u06cc\u06c1 \u0628\u06be\u06cc \u067e\u0691\u06be\u06cc\u06ba",
)
"""Cues so plain that they count between the paragraphs of an article too; the last are Urdu."""
_STUB = _pattern(
    r"[(\[]\s*(?:(?:do[- ]?|no[- ]?)?follow(?:ed)?[- ]?link|click here|tap here|read (?:also|more)|"
    r"also read|advertisement|sponsored|subscribe|sign up|follow us|share this|"
    r"(?:photo|image)(?: credit)?:)(?!\w)[^()\[\]\n]{0,160}[)\]]"
)
