"""Markdown as an article, by the ``markdown`` package; what it cannot read in time stays plain."""

from dataclasses import replace
from functools import lru_cache

import markdown

from sanad.text.alignment import AlignedMap
from sanad.text.blocks import canonical_text, laid_out, safe_html
from sanad.text.html_blocks import blocks_of
from sanad.text.markdown_bounds import refusal
from sanad.text.plain import render_plain
from sanad.text.rendering import Rendering

_EXTENSIONS = ("tables", "fenced_code", "footnotes", "def_list", "sane_lists")


def render_markdown(source: str) -> Rendering:
    """Return canonical text and HTML of Markdown without front matter.

    What would take the converter too long, or nests too deep for it, is rendered as plain text and
    the note says why. Not for several threads at a time.
    """
    reason = refusal(source)
    if not reason:
        try:
            html = _html(source)
        except RecursionError:  # a way of nesting that the bounds do not see
            _converter.cache_clear()  # it was left in the middle of its work
            reason = "it nests too deep"
    if reason:
        return replace(render_plain(source), note=f"Shown as plain text, not Markdown: {reason}.")
    blocks = laid_out(blocks_of(html))
    text = canonical_text(blocks)
    return Rendering(text, safe_html(blocks), source_map=AlignedMap(text, source))


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    """Return the converter, made once: that takes longer than to convert an article."""
    return markdown.Markdown(extensions=list(_EXTENSIONS))


def _html(source: str) -> str:
    # A lone surrogate cannot be serialised; ``<![`` makes html.parser raise, and the
    # non-character that parts it is dropped with the other forbidden ones.
    source = source.encode("utf-8", "replace").decode("utf-8").replace("<![", "<\ufdd0![")
    return _converter().reset().convert(source)
