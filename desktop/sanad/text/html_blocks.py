"""HTML, as Markdown makes it or a person wrote it, read into blocks by a whitelist.

Text of unknown tags is kept; scripts, styles and embedded things go; a link keeps its address when
it is harmless; an image becomes ``[image: what it shows]``.
"""

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from textwrap import dedent

from sanad.text.blocks import Block, Cell, Item, Run
from sanad.text.characters import LINE_BREAK, cleaned, cleaned_code, is_blank

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _HEADINGS | {
    "p", "li", "dt", "dd", "div", "blockquote", "section", "article", "ul", "ol", "dl", "pre",
    "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "figure", "figcaption",
    "address", "header", "footer", "center", "details", "summary", "main", "aside", "nav", "form",
    "fieldset", "legend", "body", "html",
}  # fmt: skip
_DROPPED = {
    "script", "style", "head", "title", "iframe", "object", "svg", "math", "template", "noscript",
    "video", "audio", "canvas", "select", "textarea", "button",
}  # fmt: skip
_INLINE = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "code": "code", "tt": "code",
    "kbd": "code", "samp": "code", "u": "u", "ins": "u", "s": "s", "del": "s", "strike": "s",
    "sup": "sup", "sub": "sub", "a": "a",
}  # fmt: skip
_KINDS = _HEADINGS | {"li", "dt", "dd"}
_DEEPEST = 200
_RAISED = str.maketrans(
    "0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
)
_NUMBER = re.compile(r"[0-9]{1,3}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DECLARATION = re.compile(r"<([!?])")
_NAME = re.compile(r"[\w:.\-]{1,200}")
_ADDRESS = re.compile(r"(?:https?|mailto):[^\x00-\x20\x7f\"'<>]+", re.IGNORECASE)
_ALIGN = re.compile(r"text-align:\s*(left|center|right)")


def blocks_of(html: str) -> list[Block]:
    """Return the blocks of *html* that show something, in order."""
    reader = _Reader()
    reader.feed(_guarded(html))
    reader.close()
    reader.end_block()
    return reader.blocks


def safe_address(href: str | None) -> str | None:
    """Return *href* if a reader may be offered it: web, mail, or within the article."""
    href = (href or "").strip()
    if _ADDRESS.fullmatch(href):
        return href
    return href if href.startswith("#") and _NAME.fullmatch(href[1:]) else None


def _guarded(html: str) -> str:
    """Return *html* without what makes ``html.parser`` raise or swallow the rest.

    It raises AssertionError on ``<![x``; an element never closed would drop the whole article.
    """
    last_comment = html.rfind("-->") + 3
    html = _COMMENT.sub("", html[:last_comment]) + html[last_comment:]
    html = _DECLARATION.sub(r"&lt;\1", html)
    lower = html.lower()
    for tag in _DROPPED:
        if f"<{tag}" in lower:
            closed = lower.rfind(f"</{tag}")
            tail = re.sub(rf"<(?={tag}\b)", "&lt;", html[max(0, closed) :], flags=re.IGNORECASE)
            html = html[: max(0, closed)] + tail
            lower = html.lower()
    return html


class _Reader(HTMLParser):
    """Collects blocks while the tags go by."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._block: Block | None = None
        self._open: list[str] = []
        self._styles: list[str] = []
        self._addresses: list[str | None] = []
        self._names: list[str] = []
        self._dropped = 0
        self._lists: list[int | None] = []
        """For each open list the number of its last item, None in a list of bullets."""
        self._item_begins = False
        self._tables = 0
        self._table_depth = 0
        self._cell: Cell | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, a style or a link; unknown tags have no effect."""
        given = dict(attrs)
        if tag in _DROPPED or (tag == "a" and given.get("class") == "footnote-backref"):
            self._dropped += 1
            self._open.append(tag if tag in _DROPPED else "backref")
        elif self._dropped or len(self._open) > _DEEPEST:
            return
        elif tag == "br":
            self._break_line()
        elif tag == "hr":
            self.end_block()
        elif tag == "img":
            self._add(f"[image: {_one_line(given.get('alt') or '').strip() or 'no description'}]")
        elif tag in _BLOCKS:
            self.end_block()
            self._open.append(tag)
            self._begin(tag, given)
        elif tag in _INLINE:
            self._open.append(tag)
            if tag == "a":
                self._addresses.append(safe_address(given.get("href")))
            else:
                self._styles.append(_INLINE[tag])
        self._note_name(given.get("id") or (given.get("name") if tag == "a" else None))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read ``<x/>`` as an element without content."""
        self.handle_starttag(tag, attrs)
        if tag in self._open:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element and what was left open within it."""
        if tag == "a" and "backref" in self._open:
            tag = "backref"
        if tag in self._open:
            while (last := self._open.pop()) != tag:
                self._end(last)
            self._end(tag)

    def handle_data(self, data: str) -> None:
        """Add text to the current block."""
        if self._dropped:
            return
        if "pre" in self._open:
            self._append(LINE_BREAK.sub("\n", data))
        else:
            self._add(_one_line(data))

    def end_block(self) -> None:
        """Close the current block; what shows nothing is no block."""
        block, self._block = self._block, None
        if block is None:
            return
        if block.kind == "pre":
            block.runs = [Run(_code(block.text))]
        else:
            _strip_end(block.runs, " \n\u00a0")
        if not is_blank(block.text):
            self.blocks.append(block)
            if block.item:
                self._item_begins = False
            self._names = []

    def _begin(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in ("ul", "ol"):
            start = given.get("start") or "1"
            first = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
            self._lists.append(max(first, 1) - 1 if tag == "ol" else None)
        elif tag == "li" and self._lists:
            if self._lists[-1] is not None:
                self._lists[-1] += 1
            self._item_begins = True
        elif tag == "table":
            self._table_depth += 1
            if self._table_depth == 1:
                self._tables += 1
                self._cell = None
                self._row = self._column = -1
        elif tag == "tr" and self._table_depth == 1:
            self._row += 1
            self._column = -1
            self._cell = None
        elif tag in ("td", "th") and self._table_depth == 1:
            self._column += 1
            align = _ALIGN.search(given.get("style") or "")
            self._cell = Cell(
                self._tables,
                max(self._row, 0),
                self._column,
                tag == "th",
                align[1] if align else "",
            )

    def _end(self, tag: str) -> None:
        if tag in _DROPPED or tag == "backref":
            self._dropped -= 1
        elif tag in _BLOCKS:
            self.end_block()
            if tag in ("ul", "ol"):
                self._lists.pop()
            elif tag == "li":
                self._item_begins = False
            elif tag == "table":
                self._table_depth -= 1
                self._cell = self._cell if self._table_depth else None
            elif tag in ("td", "th", "tr") and self._table_depth == 1:
                self._cell = None
        elif tag == "a":
            self._addresses.pop()
        else:
            self._styles.reverse()
            self._styles.remove(_INLINE[tag])
            self._styles.reverse()

    def _note_name(self, name: str | None) -> None:
        if name and _NAME.fullmatch(name):
            (self._block.names if self._block else self._names).append(name)

    def _add(self, text: str) -> None:
        """Add text in which blanks are one; a blank after a blank, or at the start, is none."""
        raised = self._styles and self._styles[-1] == "sup" and _NUMBER.fullmatch(text)
        if raised:  # written as such it cannot be taken for a part of the word before it
            text = text.translate(_RAISED)
        runs = self._block.runs if self._block else []
        if not runs or runs[-1].text[-1] in " \n\u00a0":
            text = text.lstrip()
        self._append(text, styles=self._styles[:-1] if raised else self._styles)

    def _append(self, text: str, styles: Sequence[str] = ()) -> None:
        if not text:
            return
        if self._block is None:
            self._block = self._new_block()
        runs = self._block.runs
        address = self._addresses[-1] if self._addresses else None
        run = Run(text, tuple(dict.fromkeys(styles)), address)
        if runs and runs[-1][1:] == run[1:]:
            run = run._replace(text=runs.pop().text + text)
        runs.append(run)

    def _new_block(self) -> Block:
        kind = next((tag for tag in reversed(self._open) if tag in _KINDS), "p")
        item = None
        if self._lists:
            item = Item(len(self._lists), self._lists[-1] or 0, self._item_begins)
        return Block(
            "pre" if "pre" in self._open else "p" if kind == "li" else kind,
            quote="blockquote" in self._open,
            item=item,
            cell=self._cell,
            names=self._names,
        )

    def _break_line(self) -> None:
        if self._block:
            if "pre" not in self._open:
                _strip_end(self._block.runs, " \n\u00a0")
            if self._block.runs:
                self._append("\n")


def _one_line(text: str) -> str:
    return cleaned(LINE_BREAK.sub(" ", text))


def _strip_end(runs: list[Run], blanks: str) -> None:
    while runs:
        run = runs.pop()
        text = run.text.rstrip(blanks)
        if text:
            runs.append(run._replace(text=text))
            return


def _code(text: str) -> str:
    """Return the lines of a code block that show something; the first is not indented."""
    lines = (_shown_line(line) for line in text.expandtabs(4).split("\n"))
    shown = "\n".join(line for line in lines if not is_blank(line))
    return dedent(shown).lstrip(" ")


def _shown_line(line: str) -> str:
    body = line.lstrip()
    return " " * (len(line) - len(body)) + cleaned_code(body).rstrip()
