"""The articles of a library, all their versions, and what was recognised in them.

Order of a change: originals, then the line in ``imports.jsonl``, both durable, then the commit. So
a crash may leave a line without its version, which is read again, and never the reverse.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sanad.errors import LibraryError
from sanad.files import why
from sanad.library import derived, import_log
from sanad.library.article_reader import ArticleReader
from sanad.library.database import Access, Database
from sanad.library.identity import Same, Sameness
from sanad.library.import_log import Line, Lost
from sanad.library.journal import Journal
from sanad.library.originals import Originals, sha256_of
from sanad.library.packing import (
    NewVersion,
    pack_sentences,
    pack_spans,
    recorded_path,
    stated,
    storable,
)
from sanad.library.records import Article, ArticleId, InitiativeId, Mention
from sanad.library.schema import ARTICLES, check, prepare

__all__ = ["ArticleStore", "NewVersion", "Same", "Sameness"]


DATABASE: Final = "articles.db"
SUSPECT: Final = "articles.db.suspect"
"""Lies beside a database in which damage was met; the next to write makes it anew."""


class ArticleStore(ArticleReader):
    """``articles.db``, ``originals/`` and ``imports.jsonl`` of one library folder."""

    def __init__(self, folder: Path, access: Access, *, may_be_newer: bool = False) -> None:
        """Open the store; raises `LibraryError`, `DamagedError` or `NewerFormatError`."""
        database = Database(folder / DATABASE, access, on_damage=lambda: suspect(folder))
        super().__init__(database, Originals(folder / "originals"))
        self._folder = folder
        self._writes = access is Access.WRITE
        self._log = Journal(folder / "imports.jsonl")
        self._lines: list[Line] = []
        self._is_in_transaction = False
        try:
            if self._writes:
                prepare(self._database, ARTICLES)
                self._settle()
            else:
                check(self._database, ARTICLES, may_be_newer=may_be_newer)
        except BaseException:
            self._database.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do the changes that follow wholly or not at all, durable when the block is left.

        A change outside of one is a transaction by itself. While one is open, the changes of other
        processes wait; so read and recognise first, and store then.
        """
        if self._is_in_transaction:
            yield
            return
        if not self._writes:
            raise LibraryError(f"{self._folder} is open read-only; nothing was changed.")
        log_size: int | None = None
        try:
            with self._database.transaction():
                self._is_in_transaction = True
                with self._in_words():
                    import_log.settle(self._database, self._log)
                    log_size = self._log.size()
                yield
                with self._in_words():
                    self._make_durable()
        except BaseException:
            self._take_back(log_size)
            raise
        finally:
            self._is_in_transaction = False
            self._lines.clear()

    def add(self, new: NewVersion) -> Article:
        """Store *new* as a new article, or as the newest version of the article it names.

        A removed article is brought back by it; with the same content it gets no new version.
        """
        with self.transaction(), self._database.savepoint():
            article = self._next_article() if new.article is None else new.article
            if new.article is not None and self._is_removed_and_same(new.article, new):
                self.restore(article)
                return self.article(article)
            number = self._next_version(article)
            with self._in_words():
                sha256 = self._originals.stage(new.content)
            self._store(article, number, sha256, new)
            self._lines.append(import_log.import_line(article, number, sha256, new))
        return self.article(article)

    def set_derived(
        self,
        article: ArticleId,
        mentions: Sequence[Mention],
        initiatives: Sequence[tuple[InitiativeId, str, str, str, str]],
    ) -> None:
        """Replace what was recognised in the newest version of *article*.

        An initiative is its id, name, kind, status, and the whole of it as JSON.
        """
        with self.transaction(), self._database.savepoint():
            derived.set_derived(self._database, article, mentions, initiatives)
            if self.article(article).is_removed:
                derived.uncount(self._database, article)

    def remove(self, article: ArticleId) -> None:
        """Take *article* out of lists, answers and counts; nothing of it is deleted."""
        self._set_removed(article, removed=True)

    def restore(self, article: ArticleId) -> None:
        """Bring a removed article back under its id."""
        self._set_removed(article, removed=False)

    def lost(self) -> list[Lost]:
        """Return the versions that were imported and are not in this database."""
        return import_log.lost(self._database)

    def lost_as(self, content: bytes) -> Lost | None:
        """Return the lost version that was read from *content*, if there is one."""
        return import_log.lost_as(self._database, sha256_of(content))

    def is_behind(self) -> bool:
        """Whether versions were imported that this database has not and that can be read again.

        Also when it is known to be damaged: the next to open it to write makes it anew.
        """
        if (self._folder / SUSPECT).exists():
            return True
        with self._in_words():
            if not import_log.is_settled(self._database, self._log):
                return True
        return any(self._originals.has(lost.sha256) for lost in self.lost())

    def lost_original(self, lost: Lost) -> Path:
        """Return the path of the file of which *lost* was read; raises `NotFoundError`."""
        return self._originals.path(lost.sha256)

    def store_again(self, lost: Lost, new: NewVersion) -> None:
        """Store *new*, read again from its original, in the place of *lost*."""
        with self.transaction(), self._database.savepoint():
            with self._in_words():
                self._originals.stage(new.content)  # unless it is here, as it mostly is
            self._store(lost.article, lost.version, lost.sha256, new)
            if lost.is_removed:
                self._mark(lost.article, removed=True)
            import_log.found(self._database, lost)

    def close(self, *, into_one_file: bool = False) -> None:
        """Close the database, and leave WAL mode if asked to and no other process uses it."""
        if into_one_file:
            self._originals.sweep()
            self._database.leave_wal()
        self._database.close()

    def _settle(self) -> None:
        if not import_log.is_settled(self._database, self._log):
            with self.transaction():
                pass  # entering a transaction settles the log

    def _make_durable(self) -> None:
        self._originals.commit()
        if self._lines:
            import_log.set_contained(self._database, self._log.append(self._lines))
        self._database.run(
            "INSERT INTO state VALUES ('changes', 1)"
            " ON CONFLICT (name) DO UPDATE SET value = value + 1"
        )

    def _take_back(self, log_size: int | None) -> None:
        try:
            self._originals.forget()
            if log_size is not None and self._log.size() > log_size:
                self._log.cut(log_size)
        except OSError:
            return  # what is left over is settled at the next change

    def _store(self, article: ArticleId, number: int, sha256: str, new: NewVersion) -> None:
        file_name = storable(new.file_name or new.path.name)
        path = recorded_path(new.path)
        root = None if new.root is None else recorded_path(new.root)
        imported_at = new.imported_at.isoformat()
        text = storable(new.text)
        self._database.run(
            "INSERT INTO version (article, number, sha256, imported_at, file_name, path, root,"
            " pipeline, sentences, boilerplate, text, html)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(article, number, sha256, imported_at, file_name, path, root, new.pipeline),
                *(pack_sentences(new.sentences), pack_spans(new.boilerplate), text),
                storable(new.html),
            ),
        )
        newest = self._database.value("SELECT version FROM article WHERE id = ?", (article,))
        if newest is not None and newest > number:
            return
        self._database.run(
            "INSERT OR REPLACE INTO article (id, version, title, title_is_derived, stated_title,"
            " author, source, date, url, language, stated_id, file_name, path, root, imported_at,"
            " words, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(article, number, storable(new.title), new.title_is_derived),
                *stated(new.metadata),
                *(file_name, path, root, imported_at, len(text.split()), sha256),
            ),
        )
        derived.forget(self._database, article)  # its offsets count in the text before

    def _set_removed(self, article: ArticleId, *, removed: bool) -> None:
        with self.transaction(), self._database.savepoint():
            if self.article(article).is_removed == removed:
                return
            self._mark(article, removed=removed)
            self._lines.append(import_log.removal_line(article, removed=removed))

    def _mark(self, article: ArticleId, *, removed: bool) -> None:
        self._database.run(
            "UPDATE article SET is_removed = ? WHERE id = ?", (int(removed), article)
        )
        if removed:
            derived.uncount(self._database, article)
        else:
            derived.recount(self._database, article)

    def _is_removed_and_same(self, article: ArticleId, new: NewVersion) -> bool:
        if not self.article(article).is_removed:
            return False
        newest = self.version(article)
        return newest.sha256 == sha256_of(new.content) and newest.text == storable(new.text)

    def _next_article(self) -> ArticleId:
        highest = self._database.value(
            "SELECT max(coalesce((SELECT max(id) FROM article), 0),"
            " coalesce((SELECT max(article) FROM pending), 0))"
        )
        return ArticleId(highest + 1)

    def _next_version(self, article: ArticleId) -> int:
        highest: int = self._database.value(
            "SELECT max(coalesce((SELECT max(number) FROM version WHERE article = ?1), 0),"
            " coalesce((SELECT max(version) FROM pending WHERE article = ?1), 0))",
            (article,),
        )
        return highest + 1

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise LibraryError(
                f"{self._folder} could not be written: {why(error)}. Nothing was changed."
            ) from error


def suspect(folder: Path) -> None:
    """Let the next to write the library at *folder* make its database anew."""
    with suppress(OSError):  # on a medium that nobody writes there is nobody to tell
        (folder / SUSPECT).touch(mode=0o600)
