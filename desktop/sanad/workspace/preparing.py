"""Makes of a file what a library stores of it, and what is recognised in its text."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path, PurePath

from sanad.entities.recognise import Recogniser
from sanad.importers.registry import Document, read
from sanad.initiatives.extract import initiatives
from sanad.initiatives.payload import to_json
from sanad.library.articles import NewVersion
from sanad.library.import_log import Lost
from sanad.library.records import InitiativeId, Mention, Version
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.sentences import sentences
from sanad.text.titles import derived_title

Derived = tuple[Sequence[Mention], Sequence[tuple[InitiativeId, str, str, str, str]]]
"""Mentions; and of each initiative its id, name, kind, status and the whole of it as JSON."""


def new_version(
    document: Document,
    *,
    path: PurePath,
    root: PurePath | None,
    imported_at: datetime,
    file_name: str = "",
) -> NewVersion:
    """Return *document* ready to be stored; it does not yet say of which article it is."""
    text = document.rendering.text
    title = document.metadata.title
    return NewVersion(
        article=None,
        text=text,
        html=document.rendering.html,
        sentences=sentences(text),
        boilerplate=boilerplate_spans(text),
        metadata=document.metadata,
        title=title or derived_title(text) or file_name or path.name,
        title_is_derived=title is None,
        path=path,
        root=root,
        content=document.content,
        imported_at=imported_at,
        file_name=file_name,
    )


def read_again(original: Path, lost: Lost) -> NewVersion:
    """Return what the import of *lost* stored, read from its *original*."""
    return new_version(
        read(original, lost.file_name),
        path=lost.path,
        root=lost.root,
        imported_at=lost.imported_at,
        file_name=lost.file_name,
    )


def derived_of(recogniser: Recogniser, version: NewVersion | Version) -> Derived:
    """Return what is recognised in the text of *version*."""
    mentions = recogniser.mentions(version.text, version.sentences, version.boilerplate)
    found = initiatives(version.text, version.sentences, mentions)
    return mentions, [(one.id, one.name, one.kind, one.status, to_json(one)) for one in found]
