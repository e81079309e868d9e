"""What the ``markdown`` package cannot convert in reasonable time or depth, told beforehand.

It rescans the rest of a paragraph at every bracket that does not close, the rest of the text at
every tag that does not, and the rest of a block at every heading in it; it recurses once per level
of a list. The bounds are where that takes about a second; usual articles stay a hundred times
below.
"""

import re

LONGEST = 4_000_000
"""Characters."""
DEEPEST = 64
_MOST_RESCANNED = 1_500_000
_MOST_RESCANNED_BLOCKS = 30_000_000
_MOST_CELLS = 60_000

_BLOCK_END = re.compile(r"\n[ \t>]*\n")
_BRACKET = re.compile(r"\]\(|[\[\])]")
_TAG = re.compile(r"<[A-Za-z!?/]")
_HEADING = re.compile(r"^[ \t>]*(?:#|=+[ \t]*$|-+[ \t]*$)", re.MULTILINE)
_MARKS = re.compile(r"(?:[ \t]*(?:[-*+]|\d+[.)]|>|:)(?=[ \t>]|$))*[ \t]*", re.MULTILINE)
_MARK = re.compile(r"[-*+>:]|\d+[.)]|\t| {4}")
_LIST_INDENT = 4


def refusal(source: str) -> str:
    """Return why *source* should not be converted, as a clause; empty when it may be."""
    if len(source) > LONGEST:
        return f"it is longer than {LONGEST:,} characters"
    if _depth(source) > DEEPEST:
        return f"lists or quotations nest deeper than {DEEPEST} levels"
    if source.count("|") > _MOST_CELLS:
        return f"its tables have more than {_MOST_CELLS:,} cells"
    if _rescanned_for_tags(source) > _MOST_RESCANNED_BLOCKS:
        return "too many of its HTML tags never close"
    brackets = lines = 0
    for block in _BLOCK_END.split(source):
        brackets += _rescanned_for_brackets(block)
        lines += len(block) * (len(_HEADING.findall(block)) + block.count("\\`"))
        if brackets > _MOST_RESCANNED:
            return "too many of its brackets never close"
        if lines > _MOST_RESCANNED_BLOCKS:
            return "too many headings stand in it without a blank line"
    return ""


def _depth(source: str) -> int:
    """Return how deep the marks and indents at the beginning of a line nest at most."""
    return max(
        (len(_MARK.findall(marks.group())) for marks in _line_starts(source)),
        default=0,
    )


def _line_starts(source: str) -> list[re.Match[str]]:
    at, found = 0, []
    while at <= len(source):
        match = _MARKS.match(source, at)
        if match:
            found.append(match)
        line_end = source.find("\n", at)
        if line_end < 0:
            break
        at = line_end + 1
    return found


def _rescanned_for_brackets(block: str) -> int:
    """Return the sum of the distances from each opening bracket to where it closes."""
    if "[" not in block:
        return 0
    distance = 0
    square: list[int] = []
    round_: list[int] = []
    for match in _BRACKET.finditer(block):
        mark = match.group()
        if mark == "[":
            square.append(match.start())
            continue
        if mark[0] == "]" and square:
            distance += match.start() - square.pop()
        if mark == "](":
            round_.append(match.start())
        elif mark == ")" and round_:
            distance += match.start() - round_.pop()
    return distance + sum(len(block) - start for start in square + round_)


def _rescanned_for_tags(source: str) -> int:
    last_end = source.rfind(">") + 1
    return len(_TAG.findall(source, last_end)) * (len(source) - last_end)
