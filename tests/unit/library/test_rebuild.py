"""What the database lost is read again from the originals, under its old ids."""

import pytest

from sanad.errors import InputRefusedError, LibraryError
from sanad.library.articles import NewVersion
from sanad.library.database import DamagedError
from sanad.library.rebuild import catch_up
from sanad.library.records import ArticleId
from sanad.library.store import Library

from .conftest import version_of


def read(path, lost) -> NewVersion:
    new = version_of(path.read_bytes().decode(), path=str(lost.path))
    assert lost.file_name == lost.path.name
    return new


def state(library):
    return [
        (article.id, article.version, article.file_name, article.is_removed,
         library.articles.text(article.id))
        for article in library.articles.articles(include_removed=True)
    ]  # fmt: skip


@pytest.fixture
def filled(library):
    one = library.articles.add(version_of("One.", path="/1.txt")).id
    two = library.articles.add(version_of("Two.", path="/2.txt")).id
    library.articles.add(version_of("One, changed.", path="/1.txt", article=one))
    library.articles.add(version_of("Three.", path="/3.txt"))
    library.articles.remove(two)
    library.articles.remove(one)
    library.articles.restore(one)
    return library


@pytest.mark.parametrize("damage", ["gone", "ruined", "empty"])
def test_a_lost_database_is_made_again(filled, folder, damage):
    before = state(filled)
    filled.close()
    path = folder / "articles.db"
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(b"ruin" * 5000 if damage == "ruined" else b"")
    with Library.open(folder) as library:
        assert library.articles.count() == 0
        assert bool(library.notes) == (damage == "ruined")
        caught_up = catch_up(library.articles, read)
        assert caught_up.articles == {1, 2, 3}
        assert caught_up.notes == ()
        assert state(library) == before
        assert library.articles.version(ArticleId(1), 1).text == "One."
        assert library.articles.add(version_of("Next.", path="/9.txt")).id == 4
    with Library.open(folder) as library:
        assert library.articles.lost() == []
        assert library.notes == ()
        assert len(state(library)) == 4


def test_a_new_article_before_the_rebuild_takes_no_lost_id(filled, folder):
    filled.close()
    (folder / "articles.db").unlink()
    with Library.open(folder) as library:
        assert library.articles.add(version_of("Next.", path="/9.txt")).id == 4
        catch_up(library.articles, read)
        assert [article.id for article in library.articles.articles()] == [1, 3, 4]


def test_an_older_database_is_brought_up_to_date(library, folder):
    library.articles.add(version_of("One.", path="/1.txt"))
    library.close()
    older = (folder / "articles.db").read_bytes()
    with Library.open(folder) as later:
        later.articles.add(version_of("Two.", path="/2.txt"))
        later.articles.remove(ArticleId(1))
        before = state(later)
    (folder / "articles.db").write_bytes(older)
    with Library.open(folder) as again:
        assert [lost.article for lost in again.articles.lost()] == [2]
        catch_up(again.articles, read)
        assert state(again) == before


def test_what_cannot_be_read_again_is_told_and_tried_the_next_time(filled, folder):
    filled.close()
    (folder / "articles.db").unlink()

    def refuse_two(path, lost):
        if lost.article == 2:
            raise InputRefusedError("2.txt is empty; nothing was imported.")
        return read(path, lost)

    with Library.open(folder) as library:
        caught_up = catch_up(library.articles, refuse_two)
        assert caught_up.notes == (
            "2.txt could not be read again: 2.txt is empty; nothing was imported.",
        )
        assert [lost.article for lost in library.articles.lost()] == [2]
        assert catch_up(library.articles, read).articles == {2}
        assert library.articles.article(ArticleId(2)).is_removed


def test_a_lost_original_is_told(filled, folder):
    original = filled.articles.original(ArticleId(3))
    filled.close()
    (folder / "articles.db").unlink()
    original.unlink()
    with Library.open(folder) as library:
        (note,) = catch_up(library.articles, read).notes
        assert note.startswith("3.txt could not be read again: The imported file")


@pytest.mark.parametrize("left", [0, 100])
def test_a_lost_log_is_written_again(filled, folder, left):
    before = state(filled)
    filled.close()
    log = folder / "imports.jsonl"
    log.write_bytes(log.read_bytes()[:left])
    Library.open(folder).close()
    (folder / "articles.db").unlink()
    with Library.open(folder) as library:
        catch_up(library.articles, read)
        assert [row[:3] + row[4:] for row in state(library)] == [
            row[:3] + row[4:] for row in before
        ]


def test_lines_that_make_no_sense_are_passed_over(library, folder):
    library.articles.add(version_of("One.", path="/1.txt"))
    library.close()
    (folder / "articles.db").unlink()
    with (folder / "imports.jsonl").open("a") as log:
        log.write('{"what":"import"}\n[]\n{"what":"import","article":"x","version":1}\nnonsense\n')
        log.write('{"what":"import","article":2,"version":1,"sha256":"../x","at":7}\n')
    with Library.open(folder) as again:
        caught_up = catch_up(again.articles, read)
        assert caught_up.articles == {1}
        assert len(caught_up.notes) == 1


def test_a_library_that_is_only_read_cannot_catch_up(filled, folder):
    filled.close()
    (folder / "articles.db").unlink()
    with pytest.raises(LibraryError, match=r"has lost its articles\.db"):
        Library.open(folder, read_only=True)


def test_lines_that_no_sanad_wrote_are_passed_over(filled, folder):
    filled.close()
    with (folder / "imports.jsonl").open("a") as log:
        log.write('{"what":"import","article":99999999999999999999999,"version":1}\n')
        log.write('{"what":"import","article":true,"version":true}\n')
        log.write('{"what":"import","article":8,"version":1,"sha256":"../../x"}\n')
        log.write("[" * 100_000 + "\n[1]\n{bad\n")
    with Library.open(folder) as library:
        assert [lost.article for lost in library.articles.lost()] == [8]
        assert not library.articles.is_behind()
        assert len(catch_up(library.articles, read).notes) == 1


def test_a_folder_in_the_place_of_a_database_is_one_sentence(filled, folder):
    filled.close()
    (folder / "articles.db").unlink()
    (folder / "articles.db").mkdir()
    with pytest.raises(LibraryError, match="it is a folder"):
        Library.open(folder)


def test_damage_that_a_reader_meets_is_mended_by_the_next_writer(filled, folder):
    before = state(filled)
    filled.close()
    path = folder / "articles.db"
    path.write_bytes(path.read_bytes().replace(b"[1,0,4]", b"[1,0,}]"))
    with Library.open(folder, read_only=True) as library:
        assert not library.articles.is_behind()
        with pytest.raises(DamagedError):
            library.articles.version(ArticleId(2))
        assert library.articles.is_behind()
    with Library.open(folder) as library:
        assert "was damaged" in library.notes[0]
        catch_up(library.articles, read)
        assert state(library) == before
        assert not library.articles.is_behind()
