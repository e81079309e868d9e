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


def refusal(source: str) -> str:
    """Return why *source* should not be converted, as a clause; empty when it may be."""
    return next((reason for reason, is_so in _REASONS if is_so(source)), "")


def _is_too_long(source: str) -> bool:
    return len(source) > LONGEST


def _is_too_deep(source: str) -> bool:
    """Whether the marks and indents that begin a line nest too deep."""
    at = 0
    while at < len(source):
        marks = _MARKS.match(source, at)
        if marks and len(_MARK.findall(marks.group())) > DEEPEST:
            return True
        at = source.find("\n", at) + 1
        if not at:
            break
    return False


def _has_too_many_cells(source: str) -> bool:
    return source.count("|") > _MOST_CELLS


def _has_open_tags(source: str) -> bool:
    last_end = source.rfind(">") + 1
    open_tags = len(_TAG.findall(source, last_end))
    return open_tags * (len(source) - last_end) > _MOST_RESCANNED_BLOCKS


def _has_dense_headings(source: str) -> bool:
    rescanned = 0
    for block in _BLOCK_END.split(source):
        rescanned += len(block) * (len(_HEADING.findall(block)) + block.count("\\`"))
    return rescanned > _MOST_RESCANNED_BLOCKS


def _has_open_brackets(source: str) -> bool:
    rescanned = 0
    for block in _BLOCK_END.split(source):
        rescanned += _bracket_distances(block)
    return rescanned > _MOST_RESCANNED


def _bracket_distances(block: str) -> int:
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


_REASONS = (
    (f"it is longer than {LONGEST:,} characters", _is_too_long),
    (f"lists or quotations nest deeper than {DEEPEST} levels", _is_too_deep),
    (f"its tables have more than {_MOST_CELLS:,} cells", _has_too_many_cells),
    ("too many of its HTML tags never close", _has_open_tags),
    ("too many headings stand in it without a blank line", _has_dense_headings),
    ("too many of its brackets never close", _has_open_brackets),
)
