"""What stands in an article's text and is not the article's: calls to follow, stubs, notices."""

import re
from collections import Counter
from collections.abc import Collection, Iterable

from sanad.text.spans import Span

_LONGEST = 320
"""Characters; a longer paragraph is the article's."""
_FIRST_PARAGRAPHS = 3
_LAST_PARAGRAPHS = 8
_REPEATS = 3

_CHANNEL = (
    r"(?:channels?|pages?|whatsapp|telegram|twitter|facebook|instagram|linkedin|youtube|tiktok|"
    r"google news|newsletters?|feeds?|socials?|social media|accounts?|handles?|podcasts?|apps?)"
)
_CALL = re.compile(
    rf"""(?:please\s|don[\u2019']t\sforget\sto\s|you\scan\s(?:also\s)?|do\s)?(?:
      follow\s(?:us|@\w|our)\b
    | follow\s(?:the\s)?(?:[^.!?]{{0,80}}\s)?{_CHANNEL}\b(?!\s(?:policy|rules?|companies))
    | follow\s(?:the\s)?(?:latest|more|all|breaking)\s(?:[\w\s]{{0,30}})?(?:news|updates|stories|headlines)\b
    | like\s(?:us|our)\b[^.]{{0,40}}\b(?:facebook|page)
    | join\s(?:us\s(?:on|at)|our\s(?:[^.!?]{{0,60}}\s)?(?:{_CHANNEL}|community|group|mailing))
    | (?:subscribe|unsubscribe)(?:\s(?:to|for|now|here|today|via)\b|[.!:]|$)
    | (?:sign|signing)\sup\s(?:to|for|here|now|today)\b
    | (?:click|tap)\s(?:here|on\sthe\slink|the\slink)\b
    | share\s(?:this|on|via|with)\b | share$
    | (?:also\sread|read\salso|read\smore|read\snext|read\sthe\sfull|see\salso|also\ssee|must\sread|
        more\son\sthis|watch\salso|related(?:\s(?:news|stor(?:y|ies)|articles?|posts?|topics?|reading|content))?)
        \s*(?:[:\u2013\u2014|\u00bb]|here\b|$|article|story)
    | you\s(?:may|might)\salso\s(?:like|be\sinterested)
    | stay\s(?:tuned|connected\swith|up\sto\sdate|updated|informed)\b
    | (?:get|receive)\s(?:the\slatest|all\sthe|our|daily|breaking|more)\s(?:[\w\s]{{0,30}})?(?:news|updates|stories|newsletter|headlines|alerts)\b
    | for\s(?:more|the\slatest|all\sthe\slatest|daily|further)\s(?:[\w\s]{{0,30}})?(?:news|updates|stories|headlines|information)[^.]{{0,60}}
        (?:\bvisit|\bfollow|\bdownload|\bclick|\bsubscribe|\bjoin|\blog\son)
    | download\s(?:our|the)\s[\w\s]{{0,30}}\bapp\b
    | copyright\b | (?:\u00a9|\(c\))\s?(?:copyright|\d{{4}}|\w) | all\srights\sreserved
    | (?:this|the)\s(?:article|story|post|report|piece)\s(?:was\s|has\sbeen\s)?(?:originally\s|first\s)?
        (?:published|appeared|posted|syndicated|republished)\s
    | the\spost\s.{{1,160}}\s(?:appeared\sfirst|first\sappeared)\son\b
    | (?:published|reprinted|republished)\s(?:with|by)\s(?:the\s)?permission
    | (?:advertisement|sponsored(?:\scontent)?|advertorial|story\scontinues\sbelow[\w\s]*)$
    | (?:tags?|filed\sunder|categor(?:y|ies)|keywords|photo(?:\scredit)?|image(?:\scredit)?s?|picture)\s?:
    | (?:leave\sa\s(?:comment|reply)|post\sa\scomment|\d+\scomments?|comments?)$
    | (?:privacy\spolicy|terms\s(?:of\suse|and\sconditions|of\sservice)|cookie\spolicy)\b[^.]{{0,80}}$
    | (?:with\sinput|additional\sreporting|editing)\s(?:from|by)\b
    | (?:print|email|tweet|whatsapp|facebook|twitter|linkedin|pinterest|telegram|reddit)
        (?:[\s,|/\u2022\u00b7]+(?:this|article|print|email|tweet|share|whatsapp|facebook|twitter|linkedin|pinterest|telegram|reddit|x))*$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_RIGHTS = re.compile(r"\ball rights reserved\b|^\s*(?:\u00a9|\(c\)\s\d{4})", re.IGNORECASE)
_ANYWHERE = re.compile(
    r"(?:(?:also read|read also|read more|see also|must read|related(?: (?:news|story|stories|"
    r"articles?|posts?))?)\s*[:\u2013\u2014|\u00bb]|(?:advertisement|story continues below.*)$)",
    re.IGNORECASE,
)
_STUB = re.compile(
    r"[(\[]\s*(?:(?:do[- ]?)?(?:no[- ]?)?follow(?:ed)?[- ]?link|click here|tap here|read (?:also|more)|"
    r"also read|see also|advertisement|sponsored|subscribe|sign up|follow us|share this|"
    r"photo(?: credit)?:|image(?: credit)?:|link opens)\b[^()\[\]\n]{0,160}[)\]]",
    re.IGNORECASE,
)
_LEAD_IN = "\u200b *_#>|\u2022\u00b7\u25ba\u25b6\u27a1\ufe0f-\u2013\u2014\"'\u201c\u2018"


def boilerplate_spans(text: str, repeated: Collection[str] = ()) -> tuple[Span, ...]:
    """Return the spans of *text* that are not the article's, in order.

    Whole paragraphs at its beginning and end that call for something or state rights, lines that
    are in *repeated* (see `repeated_lines`), and bracketed stubs within a sentence.
    """
    paragraphs = _paragraphs(text)
    whole = {
        span
        for index, span in enumerate(paragraphs)
        if _ANYWHERE.match(_line(text, span))
        or (
            (index < _FIRST_PARAGRAPHS or index >= len(paragraphs) - _LAST_PARAGRAPHS)
            and (text[span.start : span.end] in repeated or _is_call(_line(text, span)))
        )
    }
    if len(whole) == len(paragraphs):  # nothing would be left
        whole.clear()
    stubs = (
        Span(*match.span())
        for match in _STUB.finditer(text)
        if not any(Span(*match.span()).overlaps(span) for span in whole)
    )
    return tuple(sorted([*whole, *stubs]))


def repeated_lines(texts: Iterable[str]) -> set[str]:
    """Return the short first and last paragraphs that at least three of *texts* share."""
    counts: Counter[str] = Counter()
    for text in texts:
        paragraphs = _paragraphs(text)
        ends = {*paragraphs[:_FIRST_PARAGRAPHS], *paragraphs[-_LAST_PARAGRAPHS:]}
        counts.update({text[span.start : span.end] for span in ends if _is_short(span)})
    return {line for line, count in counts.items() if count >= _REPEATS}


def _paragraphs(text: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _line(text: str, span: Span) -> str:
    return text[span.start : span.end].strip(_LEAD_IN) if _is_short(span) else ""


def _is_call(line: str) -> bool:
    return bool(line) and bool(_CALL.match(line) or _RIGHTS.search(line))


def _is_short(span: Span) -> bool:
    return span.end - span.start <= _LONGEST
