"""What the ``markdown`` package cannot convert in reasonable time or depth, told beforehand.

It rescans the rest of a paragraph at every bracket that does not close, the rest of the text at
every tag that does not, and the rest of a block at many other marks; it recurses once per level of
a list. Each bound is where that takes one to three seconds; usual articles stay a hundred times
below.
"""

import re
from collections.abc import Iterator

LONGEST = 2_000_000
"""Characters."""
DEEPEST = 64
_MOST_LINES = 50_000
_MOST_CELLS = 60_000

# Products of a count and a length in characters, by what was measured to be rescanned.
_BRACKETS = 1_500_000
_NOTES = 10_000_000
_TAGS = 30_000_000
_HEADINGS = 30_000_000
_FENCES = 150_000_000
_INLINE = 4_000_000_000

_BLOCK_END = re.compile(r"\n[ \t>]*\n")
_BRACKET = re.compile(r"\\.|\]\(|[\[\])]", re.DOTALL)
_TAG = re.compile(r"<[A-Za-z!?/]")
_RULE = re.compile(r"^[ \t>]*(?:#|=+[ \t]*$|(?:[-*_][ \t]*)+$)|\\`", re.MULTILINE)
_FENCE = re.compile(r"```|~~~")
_INLINE_MARK = re.compile(r"[*_`<&\\\]]|  \n")
_MARKS = re.compile(r"(?:[ \t]*(?:[-*+]|\d+[.)]|>|:)(?=[ \t>]|$))*[ \t]*", re.MULTILINE)
_MARK = re.compile(r"[-*+>:]|\d+[.)]|\t| {4}")


def refusal(source: str) -> str:
    """Return why *source* should not be converted, as a clause; empty when it may be."""
    return next((reason for reason, is_so in _REASONS if is_so(source)), "")


def _is_too_long(source: str) -> bool:
    return len(source) > LONGEST


def _has_too_many_lines(source: str) -> bool:
    return source.count("\n") > _MOST_LINES


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
    return len(_TAG.findall(source, last_end)) * (len(source) - last_end) > _TAGS


def _has_dense_fences(source: str) -> bool:
    return len(_FENCE.findall(source)) * len(source) > _FENCES


def _has_dense_headings(source: str) -> bool:
    return sum(len(_RULE.findall(block)) * len(block) for block in _blocks(source)) > _HEADINGS


def _has_dense_notes(source: str) -> bool:
    dense = sum(block.count("]:") * len(block) for block in _blocks(source)) > _NOTES
    return dense or source.count("]:") * len(source) > _NOTES * 50


def _has_dense_marks(source: str) -> bool:
    return sum(len(_INLINE_MARK.findall(block)) * len(block) for block in _blocks(source)) > _INLINE


def _has_open_brackets(source: str) -> bool:
    return sum(map(_bracket_distances, _blocks(source))) > _BRACKETS


def _blocks(source: str) -> Iterator[str]:
    """Yield the stretches between blank lines."""
    start = 0
    for gap in _BLOCK_END.finditer(source):
        yield source[start : gap.start()]
        start = gap.end()
    yield source[start:]


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
    (f"it has more than {_MOST_LINES:,} lines", _has_too_many_lines),
    (f"lists or quotations nest deeper than {DEEPEST} levels", _is_too_deep),
    (f"its tables have more than {_MOST_CELLS:,} cells", _has_too_many_cells),
    ("too many of its HTML tags never close", _has_open_tags),
    ("it has too many code blocks for its length", _has_dense_fences),
    ("too many headings or rules stand in it without a blank line", _has_dense_headings),
    ("too many notes stand in it without a blank line", _has_dense_notes),
    ("a paragraph of it is too long for its many marks", _has_dense_marks),
    ("too many of its brackets never close", _has_open_brackets),
)
