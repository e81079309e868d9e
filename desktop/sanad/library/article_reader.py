"""Answers what is recorded about the articles of a library."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path, PurePath
from typing import Final

from sanad.errors import NotFoundError
from sanad.library import derived
from sanad.library.database import Database
from sanad.library.identity import Same, same_article
from sanad.library.originals import Originals, sha256_of
from sanad.library.packing import ARTICLE_COLUMNS, VERSION_COLUMNS, article_of, version_of
from sanad.library.records import (
    Article,
    ArticleId,
    EntityCount,
    EntityId,
    EntityKind,
    InitiativeId,
    Mention,
    Metadata,
    Version,
)

_TEXTS_AT_ONCE: Final = 200


class ArticleReader:
    """The reading half of `ArticleStore`. Removed articles are left out unless asked for."""

    def __init__(self, database: Database, originals: Originals) -> None:
        self._database = database
        self._originals = originals

    def article(self, article: ArticleId) -> Article:
        """Return *article*, also when it was removed; raises `NotFoundError`."""
        row = self._database.row(f"SELECT {ARTICLE_COLUMNS} FROM article WHERE id = ?", (article,))
        if row is None:
            raise NotFoundError(f"There is no article {article} in this library.")
        with self._database.intact():
            return article_of(row)

    def articles(self, *, include_removed: bool = False) -> list[Article]:
        """Return all articles, in the order in which they were imported first."""
        condition = "" if include_removed else "WHERE NOT is_removed"
        rows = self._database.rows(f"SELECT {ARTICLE_COLUMNS} FROM article {condition} ORDER BY id")
        with self._database.intact():
            return [article_of(row) for row in rows]

    def states(self) -> dict[ArticleId, int]:
        """Return for each article a number, 63 bits, that tells apart what can be searched of it.

        It differs where text, title, source, date or file name do, in whatever copy of a library.
        """
        rows = self._database.rows(
            "SELECT id, version, sha256, title, source, date, file_name FROM article"
            " WHERE NOT is_removed ORDER BY id"
        )
        return {
            ArticleId(article): int.from_bytes(
                hashlib.blake2b(repr(state).encode(), digest_size=8).digest()
            )
            >> 1
            for article, *state in rows
        }

    def count(self) -> int:
        """Return how many articles there are, without removed ones."""
        return int(self._database.value("SELECT count(*) FROM article WHERE NOT is_removed"))

    def find(self, reference: str) -> Article:
        """Return the article with this id, file name or file name without its ending.

        Raises `NotFoundError` when there is none, or more than one.
        """
        names = self._database.rows(
            "SELECT id, file_name FROM article WHERE NOT is_removed ORDER BY id"
        )
        if reference.isascii() and reference.isdecimal():
            for article, _ in names:
                if article == int(reference):
                    return self.article(article)
        for fold in (str, str.casefold):
            wanted = fold(reference)
            found = [
                article
                for article, name in names
                if wanted in (fold(name), fold(PurePath(name).stem))
            ]
            if len(found) == 1:
                return self.article(found[0])
            if found:
                ids = ", ".join(str(article) for article in found)
                raise NotFoundError(
                    f"{len(found)} articles come from a file named {reference}; say which by "
                    f"its id: {ids}."
                )
        raise NotFoundError(f"There is no article {reference} in this library.")

    def version(self, article: ArticleId, number: int | None = None) -> Version:
        """Return a version of *article*, the newest unless *number* is given."""
        row = self._database.row(
            f"SELECT {VERSION_COLUMNS} FROM version WHERE article = ?1 AND number ="
            " coalesce(?2, (SELECT version FROM article WHERE id = ?1))",
            (article, number),
        )
        if row is None:
            which = "" if number is None else f"version {number} of "
            raise NotFoundError(f"There is no {which}article {article} in this library.")
        with self._database.intact():
            return version_of(row)

    def text(self, article: ArticleId) -> str:
        """Return the canonical text of the newest version of *article*."""
        for _, text in self.texts([article]):
            return text
        raise NotFoundError(f"There is no article {article} in this library.")

    def texts(self, articles: Iterable[ArticleId]) -> Iterator[tuple[ArticleId, str]]:
        """Yield the newest texts of *articles*, in their order; unknown ids are passed over."""
        remaining = iter(articles)
        while batch := list(islice(remaining, _TEXTS_AT_ONCE)):
            found: dict[ArticleId, str] = dict(
                self._database.rows(
                    "SELECT article.id, text FROM article JOIN version"
                    " ON version.article = article.id AND version.number = article.version"
                    " WHERE article.id IN (SELECT value FROM json_each(?))",
                    (json.dumps(batch),),
                )
            )
            yield from ((article, found[article]) for article in batch if article in found)

    def original(self, article: ArticleId) -> Path:
        """Return the path of the file as imported, newest version; raises `NotFoundError`."""
        return self._originals.path(self.version(article).sha256)

    def mentions(self, article: ArticleId) -> list[Mention]:
        """Return the mentions in the newest version of *article*, in order."""
        return derived.mentions(self._database, article)

    def entity_counts(
        self,
        articles: Collection[ArticleId] | None = None,
        kinds: Collection[EntityKind] | None = None,
    ) -> list[EntityCount]:
        """Return the entities named in *articles* (None: in all), the most often named first."""
        return derived.entity_counts(self._database, articles, kinds)

    def articles_naming(self, entity: EntityId) -> list[ArticleId]:
        """Return the articles that name *entity*, those that name it most often first."""
        return derived.articles_naming(self._database, entity)

    def initiative_payloads(self, article: ArticleId | None = None) -> list[tuple[ArticleId, str]]:
        """Return what *article* (None: every article) states on initiatives, as JSON."""
        return derived.initiative_payloads(self._database, article)

    def articles_with_initiative(
        self, initiative: InitiativeId, most: int | None = None
    ) -> list[ArticleId]:
        """Return the articles that speak of *initiative*, in the order of their import.

        With *most* only the first so many.
        """
        return derived.articles_with_initiative(self._database, initiative, most)

    def change_count(self) -> int:
        """Return a number that grows with every change, of this or another process."""
        return self._database.value("SELECT value FROM state WHERE name = 'changes'") or 0

    def same_article(
        self, *, metadata: Metadata, path: PurePath, content: bytes, root: PurePath | None = None
    ) -> Same:
        """Return which article a file is: an exact duplicate, a new version, or a new one."""
        return same_article(self._database, metadata, path, root, sha256_of(content))
