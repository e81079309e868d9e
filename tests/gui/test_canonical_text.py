"""The one promise that highlights, citations and bookmarks rest on: Qt shows the canonical text."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from sanad.assets import seeds
from sanad.text.markdown import render_markdown
from sanad.text.plain import render_plain
from sanad.text.rendering import Rendering
from sanad.text.utf16 import Utf16Map

pytestmark = pytest.mark.usefixtures("qapp")
EXAMPLES = int(os.environ.get("SANAD_FUZZ", "150"))

WORDS = [
    "alpha ",
    "beta",
    "gamma. ",
    "\n\n",
    "\n",
    "  \n",
    "    ",
    "\t",
    "  ",
    "اردو متن ",
    "😀",
    "👨‍👩‍👧",
]
SYNTAX = ["**b**", "*i*", "`c  c`", "- item", "1. num", "> ", "# h ", "### h3\n", "---\n", "```\n"]
BLOCKS = [
    "|a|b|\n|-|-|\n|1|2|\n", "\n\n|a|b|\n|-|:-:|\n|1||\n\n", "| |\n", "||x|\n", "~~~\n", "- - a\n",
    "1. a\n\n    b\n\n",
    "- a\n\n    ```\n    c  d\n\n    e\n    ```\n", "Term\n",
    ":   def\n", "[^1]", "\n[^1]: note\n", "![a](b)", "[l](http://x)", "[a](#fn:1)", "\\",
    "*", "_", "<", "&", "[", "](",
]  # fmt: skip
ELEMENTS = (
    "b", "i", "sup", "code", "p", "div", "br", "hr", "h2", "pre", "ul", "ol", "li", "dl", "dt",
    "dd", "blockquote", "table", "thead", "tbody", "tr", "td", "th", "center", "script", "style",
    "title", "button",
)  # fmt: skip
TAGS = [f"<{slash}{element}>" for element in ELEMENTS for slash in ("", "/")]
LINKS = [
    "<a href='#x'>",
    "<a id='x'>",
    "</a>",
    "<img alt='q w'>",
    "<td align=right>",
    "<ol start=5>",
]
ODD = [
    "&nbsp;", "\u00a0", "\u202f", "\u2003", "&#8232;", "\u2028", "\u2029", "&#xfdd0;", "&lt;",
    "&#13;", "&#9;", "\ufeff", "\r\n", "\x0b", "\x0c", "\x1f", "\x92", "\u200b", "\u00ad", "\u200f",
    "\ud83d", "\ufffc", "<!-- c -->", "<![CDATA[x]]>", "<!x", "<?y", "x" * 2_500, "word " * 4_500,
]  # fmt: skip
articles = st.lists(
    st.sampled_from(WORDS) | st.sampled_from(SYNTAX + BLOCKS) | st.sampled_from(TAGS + LINKS + ODD),
    max_size=60,
).map("".join)

TRICKY = """# Title 😀 *em*

Para with **bold 👩‍👩‍👧 x** and `code  two`, <b onclick=x>html</b>&nbsp;nb&amp;sp \ufdd0.\x20\x20
hard break[^1] ![alt *t*](x.png "t")
[link](https://example.org/a_(b)) <javascript:alert(1)>

| a | b |
|---|---|
| **1** | 😀 |
|  | x \\| y |

1. one

    para in one

    - nested
        - deep 🇵🇰
2. two

-
- empty above

> quote
> > nested quote
>
> - list in quote

```python
def f():

\treturn 1  # tab
```

Term
:   Definition one

    second para

اردو پیراگراف: پاکستان نے ڈیجیٹل تعاون تنظیم (DCO) کی صدارت سنبھالی 2026 میں۔ **بولڈ** متن۔

<div><script>alert(1)</script><p>in div</p>bare</div>

<table><tr><td>raw<table><tr><td>nested</td></tr></table></td></tr></table>

---

Last \u200b\u00ad\u200f z\x0bq \ufffc.

[^1]: Foot *note* 🧾

    second para of note
"""


def shown(rendering: Rendering) -> QTextDocument:
    document = QTextDocument()
    document.setHtml(rendering.html)
    return document


def check(rendering: Rendering) -> None:
    assert shown(rendering).toPlainText() == rendering.text
    assert rendering.text == rendering.text.strip()
    assert all(line.strip() for line in rendering.text.split("\n")) or not rendering.text


@settings(max_examples=EXAMPLES, deadline=None)
@given(articles)
def test_qt_shows_the_canonical_text_of_any_markdown(source: str) -> None:
    check(render_markdown(source))


@settings(max_examples=EXAMPLES, deadline=None)
@given(articles)
def test_qt_shows_the_canonical_text_of_any_plain_text(source: str) -> None:
    check(render_plain(source))


def test_qt_shows_the_canonical_text_of_a_tricky_article() -> None:
    rendering = render_markdown(TRICKY)
    check(rendering)
    assert rendering.html.count("<table") == 2


@pytest.mark.parametrize("path", seeds(), ids=lambda path: path.name[:3])
def test_qt_shows_the_canonical_text_of_a_seed(path: Path) -> None:
    source = path.read_bytes().decode()
    check(render_plain(source))
    check(render_markdown(source))


@pytest.mark.parametrize("source", ["| a |\n|---|\n| b |\n", "| a |\n|---|\n| b |\n\n" * 3 + "end"])
def test_a_table_may_begin_and_end_an_article_or_follow_another(source: str) -> None:
    check(render_markdown(source))


@settings(deadline=None)
@given(st.data())
def test_every_span_of_a_paragraph_selects_its_characters_in_qt(data: st.DataObject) -> None:
    rendering = render_markdown(TRICKY)
    text, offsets = rendering.text, Utf16Map(rendering.text)
    start = data.draw(st.integers(0, len(text)))
    line_end = text.find("\n", start)
    end = data.draw(st.integers(start, line_end if line_end >= 0 else len(text)))
    document = shown(rendering)
    cursor = QTextCursor(document)
    cursor.setPosition(offsets.to_utf16(start))
    cursor.setPosition(offsets.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText().replace("\u00a0", " ") == text[start:end]


def test_direction_list_and_heading_reach_the_document() -> None:
    document = shown(render_markdown("# Head\n\n3. three\n4. four\n\nاردو متن\n"))
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    assert blocks[0].blockFormat().headingLevel() == 1
    assert [block.textList().itemText(block) for block in blocks[1:3]] == ["3.", "4."]
    assert blocks[3].textDirection().name == "RightToLeft"
