"""The title of an article that states none: its headline, or a clause of its first sentence."""

import re

from sanad.text.sentences import sentences

_LONGEST_HEADLINE = 120
_MARKUP = re.compile(r"^(?:https?://|www\.|[-*\u2022\u2013]\s)")
_BYLINE = re.compile(
    r"(?:by|from|written by|posted by|published|updated|last updated|source|author|date)\b[: ]"
    r"|(?:\w+day,?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]*\.?\s+(?:\d{1,2},?\s+)?\d{4}\b|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}",
    re.IGNORECASE,
)


def headline(text: str) -> str | None:
    """Return the first line if it is a headline: short, without a full stop, and not alone."""
    line, _, rest = text.partition("\n")
    line = line.strip()
    body = rest.strip().partition("\n")[0]
    if not (2 < len(line) <= _LONGEST_HEADLINE) or not body:
        return None
    if line[-1] in ".,;:\u2026\u06d4" or not any(char.isalpha() for char in line):
        return None
    if _MARKUP.match(line) or _BYLINE.match(line) or len(sentences(line)) > 2:
        return None
    return line


_LONGEST_TITLE = 90
_SHORTEST_TITLE = 36
_AGENCY = re.compile(
    r"^[A-Z][A-Z .,/'\u2019-]{2,40}(?:,?\s+[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?:\s*\([^()]{1,40}\))*\s*(?:[\u2014\u2013:]|--?)\s+"
)
_DATELINE = re.compile(
    r"^[A-Z][\w .'\u2019-]{2,30}(?:,[^:\u2014\u2013]{2,30})?\s*\([A-Z][\w /]{1,20}\)\s*"
    r"(?:[\u2014\u2013:]|--?)\s+"
)
_STRONG = re.compile(r"(?:[,;:]|\s[\u2014\u2013-]+)\s")
_MIDDLE = re.compile(
    r"\s(?=(?:that|which|who|whose|where|when|while|after|before|because|as|since|until|unless|"
    r"although|though|if|by|with|amid|despite|following|under|through|during|reflecting|"
    r"marking|including|according)\s)"
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
_NAME_WORDS = re.compile(r"(?:[^\W\d_a-z][\w.'\u2019-]*|bin|bint|al|de|da|van|von|of|the|and|ul)")


def derived_title(text: str) -> str:
    """Return a title for *text*: its headline, else its first sentence cut at a clause.

    At most about 90 characters; ends in ``…`` when something was cut; empty for empty text.
    """
    stated = headline(text)
    if stated is not None:
        return stated
    first = _first_sentence(text)
    if len(first) <= _LONGEST_TITLE:
        return first.rstrip(".\u06d4 ")
    return _without_apposition(first) or _cut(first)


def _first_sentence(text: str) -> str:
    for sentence in sentences(text):
        words = text[sentence.start : sentence.end]
        for dateline in (_AGENCY, _DATELINE):
            words = dateline.sub("", words, count=1)
        if not (_BYLINE.match(words) and len(words) < 60) and any(c.isalpha() for c in words):
            return words
    return text.strip()


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
    for boundary in (_STRONG, _MIDDLE, _WEAK, re.compile(r"\s")):
        ends = [
            match.start()
            for match in boundary.finditer(sentence, 0, room + 12)
            if _SHORTEST_TITLE <= match.start() <= room and match.start() != intro_ends
        ]
        for end in reversed(ends):
            clause = sentence[:end].rstrip(" ,;:\u2014\u2013-")
            if _DANGLING.search(clause) is None and clause.count("(") == clause.count(")"):
                return clause + "\u2026"
    return sentence[: room - 1].rstrip() + "\u2026"
