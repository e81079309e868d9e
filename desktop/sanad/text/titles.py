"""The title of an article that states none: its headline, or a clause of its first sentence."""

import re

from sanad.text.boilerplate import boilerplate_spans
from sanad.text.sentences import sentences

_LONGEST_HEADLINE = 120
_LONGEST_SUBHEADING = 90
_FULL_PARAGRAPH = 120
_STOPS = (".", "!", "?", "\u2026", "\u06d4", "\u061f")
_BLANKS = "\u200b \n"
_MARKUP = re.compile(r"^(?:https?://|www\.|[-*\u2022\u2013]\s)")
_BYLINE = re.compile(
    r"(?:by|from|written by|posted by|published|updated|last updated|source|author|date)\b[: ]"
    r"|(?:\w+day,?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]*\.?\s+(?:\d{1,2},?\s+)?\d{4}\b|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}",
    re.IGNORECASE,
)


def headline(text: str) -> str | None:
    """Return the first line if it is a headline: short, without a full stop, and not alone."""
    line, _, rest = text.strip(_BLANKS).partition("\n")
    line = line.strip(_BLANKS)
    body = rest.strip(_BLANKS)
    if not (2 < len(line) <= _LONGEST_HEADLINE) or not body:
        return None
    if line[-1] in ".,;:\u2026\u06d4" or not any(char.isalpha() for char in line):
        return None
    if _MARKUP.match(line) or _BYLINE.match(line) or len(sentences(line)) > 2:
        return None
    return line


def is_subheading(before: str, line: str, behind: str) -> bool:
    """Whether *line* is a heading between the paragraphs *before* and *behind*."""
    return (
        2 < len(line) <= _LONGEST_SUBHEADING
        and (line[0].isupper() or not line[0].isascii())
        and (line[-1].isalnum() or line[-1] in "?!)\u061f")
        and all(
            len(paragraph) >= _FULL_PARAGRAPH
            and paragraph.rstrip("\"'\u201d\u2019)")[-1:] in _STOPS
            for paragraph in (before, behind)
        )
    )


_LONGEST_TITLE = 95
_ROOM_FOR_A_NAME = 12
"""Characters by which a title may be longer, so that it need not end within a name."""
_SHORTEST_TITLE = 36
_AGENCY = re.compile(
    r"^[A-Z][A-Z .,/'\u2019-]{2,40}(?:,?\s+[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?:\s*\([^()]{1,40}\))*\s*(?:[\u2014\u2013:]|--?)\s+"
)
_DATELINE = re.compile(
    r"^[A-Z][\w .'\u2019-]{2,30}(?:,[^:\u2014\u2013]{2,30})?\s*\([A-Z][\w /]{1,20}\)\s*"
    r"(?:[\u2014\u2013:]|--?)\s+"
)
_URDU_DATELINE = re.compile(r"^[\u0600-\u06ff]{2,}(?: [\u0600-\u06ff]{2,}){0,2}\s?:\s+")
_STRONG = re.compile(r"(?:[,;:]|\s[\u2014\u2013-]+)\s")
_MIDDLE = re.compile(
    r"\s(?=(?:that|which|who|whose|where|when|while|after|before|because|as|since|until|unless|"
    r"although|though|if|by|with|amid|despite|following|under|through|during|reflecting|"
    r"marking|including|according|[\u06a9\u0643]\u06c1)\s)"
)
_WEAK = re.compile(
    r"\s(?=(?:in|on|at|for|from|to|into|across|between|against|over|and|or|but|alongside|among|"
    r"within|without|towards?|via)\s)"
)
_LEADING = re.compile(
    r"(?:according|in|on|at|as|after|before|while|when|where|if|although|though|since|by|with|"
    r"without|despite|during|for|from|following|under|amid|because|to|over|among|unlike|through|"
    r"earlier|however|meanwhile|moreover|today|yesterday|speaking|addressing|citing)\b",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"[\s,;:\u2014\u2013-]+(?:a|an|the|of|to|in|on|at|for|from|by|with|and|or|but|as|its|their|his|"
    r"her|is|are|was|were|has|have|had|will|be|been|that|which|who|into|between|both|not|"
    r"more|most|very|would|could|should|may|can)$",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\s")
_ENDS_IN_NAME = re.compile(r"\b[A-Z][\w\u2019'-]*$")
_GOES_ON_IN_NAME = re.compile(r"\s+(?:(?:and|for|on|of|in|to|the|&)\s+){0,2}(?!\w{3,6}day\b)[A-Z]")
_NAME_WORDS = re.compile(r"(?:[^\W\d_a-z][\w.'\u2019-]*|bin|bint|al|de|da|van|von|of|the|and|ul)")


def derived_title(text: str) -> str:
    """Return a title for *text*: its headline, else its first sentence cut at a clause.

    At most about 90 characters; ends in ``…`` when something was cut; empty for empty text. Bylines
    and boilerplate above the text are passed over.
    """
    text = _without_preamble(text)
    stated = headline(text)
    if stated is not None:
        return stated
    first = _first_sentence(text)
    if len(first) <= _LONGEST_TITLE:
        return first.rstrip(".\u06d4 ")
    return _without_apposition(first) or _cut(first)


def _without_preamble(text: str) -> str:
    """Return *text* from the first line that is the article's own."""
    foreign = {span.start for span in boilerplate_spans(text)}
    start = 0
    while (end := text.find("\n", start)) >= 0:
        line = text[start:end].strip(_BLANKS)
        is_byline = len(line) < 60 and _BYLINE.match(line) is not None
        if line and not is_byline and start not in foreign:
            return text[start:]
        start = end + 1
    return text[start:]


def _first_sentence(text: str) -> str:
    for sentence in sentences(text):
        words = text[sentence.start : sentence.end]
        for dateline in (_AGENCY, _DATELINE, _URDU_DATELINE):
            words = dateline.sub("", words, count=1)
        if any(map(str.isalpha, words)):
            return words.strip()
    return text.strip(_BLANKS).partition("\n")[0].strip(_BLANKS)


def _without_apposition(sentence: str) -> str | None:
    """Return ``Name … said that …`` for ``Name, who or what that is, said that …``."""
    match = re.match(
        r"([^,]{4,40}),\s(?:the|a|an|who|head|chief|[a-z]+)\s[^,]{8,120},\s(?=[a-z])", sentence
    )
    if match is None or not all(map(_NAME_WORDS.fullmatch, match[1].split())):
        return None
    head = match[1] + " \u2026 "
    rest = _cut(sentence[match.end() :], room=_LONGEST_TITLE - len(head) + 8)
    return head + rest


def _cut(sentence: str, room: int = _LONGEST_TITLE) -> str:
    """Return the longest beginning of whole clauses within *room* characters, with ``…``."""
    if len(sentence) <= room:
        return sentence.rstrip(".\u06d4 ")
    intro_ends = sentence.find(",") if _LEADING.match(sentence) else -1
    for boundary, longest in (
        (_STRONG, room),
        (_MIDDLE, room),
        (_WEAK, room),
        (_MIDDLE, room + _ROOM_FOR_A_NAME),
        (_WEAK, room + _ROOM_FOR_A_NAME),
        (_BLANK, room),
    ):
        ends = [
            match.start()
            for match in boundary.finditer(sentence, 0, longest + 20)
            if _SHORTEST_TITLE <= match.start() <= longest and match.start() != intro_ends
        ]
        for end in reversed(ends):
            clause = sentence[:end].rstrip(" ,;:\u2014\u2013-")
            if _reads_whole(clause, sentence[end:]):
                return clause + "\u2026"
    return sentence[: room - 1].rstrip() + "\u2026"


def _reads_whole(clause: str, rest: str) -> bool:
    """Whether a title may end with *clause*: not on a joining word, in a bracket or in a name."""
    if _DANGLING.search(clause) or clause.count("(") != clause.count(")"):
        return False
    return not (_ENDS_IN_NAME.search(clause) and _GOES_ON_IN_NAME.match(rest))
