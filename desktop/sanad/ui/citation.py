"""A passage with where it stands, as plain text to paste into a paper."""

from sanad.library.records import Article, Version
from sanad.text.sentences import sentence_at
from sanad.text.spans import Span


def cited(article: Article, version: Version, span: Span | None) -> str:
    """Return the quoted passage and its source; without *span* the source alone."""
    about = article.metadata
    parts = [
        *([about.author] if about.author else []),
        f"“{article.title}”",
        about.source or "source unknown",
        about.date or "undated",
        *([about.url] if about.url else []),
        f"file {article.file_name}",
    ]
    if span is None:
        return ", ".join(parts) + "."
    first = sentence_at(version.sentences, span.start)
    last = sentence_at(version.sentences, max(span.start, span.end - 1))
    if first is not None and last is not None:
        numbers = f"S{first.number}"
        if last.number != first.number:
            numbers += f"\N{EN DASH}S{last.number}"
        parts.append(f"¶{first.paragraph} {numbers}")
    quote = " ".join(version.text[span.start : span.end].split())
    return f"“{quote}” ({', '.join(parts)})"
