"""A bookmark is kept, changed, removed, put back, and never points at the wrong passage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.bookmarks.keep import Bookmarks
from sanad.bookmarks.model import clean_tags
from sanad.bookmarks.reanchor import relocate
from sanad.errors import InputRefusedError, LibraryError, NotFoundError
from sanad.library.records import ArticleId
from sanad.library.store import Library
from sanad.text.spans import Span

ONE, TWO = ArticleId(1), ArticleId(2)
TEXT = (
    "Pakistan joins the DCO Council in 2026, officials said.\n"
    "The transfer is scheduled for February. 😀 حاجر said so twice.\n"
    "Experts welcomed the move, which had been expected for years."
)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Ministry.sanad"


@pytest.fixture
def library(folder):
    with Library.create(folder, "Ministry") as library:
        yield library


@pytest.fixture
def bookmarks(library):
    return Bookmarks(library.notebook)


def passage(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_a_bookmark_survives_closing(bookmarks, library, folder):
    span = passage("February. 😀 حاجر said")
    kept = bookmarks.keep(ONE, 3, TEXT, span, "Check the **year**", ("claim", "DCO"), "risk")
    assert kept.anchor.quote == "February. 😀 حاجر said"
    assert kept.span == span
    assert kept.created_at.utcoffset() is not None
    library.close()
    with Library.open(folder) as again:
        assert Bookmarks(again.notebook).all() == [kept]


def test_bookmarks_of_an_article_stand_in_the_order_of_its_text(bookmarks):
    late = bookmarks.keep(ONE, 1, TEXT, passage("Experts"))
    other = bookmarks.keep(TWO, 1, TEXT, passage("DCO"))
    early = bookmarks.keep(ONE, 1, TEXT, passage("Pakistan"))
    assert bookmarks.of_article(ONE) == [early, late]
    assert bookmarks.of_article(TWO) == [other]
    assert bookmarks.of_article(ArticleId(3)) == []
    assert bookmarks.all() == [late, other, early]


def test_blanks_around_a_selection_are_left_out(bookmarks):
    start, end = passage("DCO Council")
    assert bookmarks.keep(ONE, 1, TEXT, Span(start - 1, end + 1)).span == (start, end)
    assert bookmarks.keep(ONE, 1, TEXT, Span(start, 9999)).span == (start, len(TEXT))


@pytest.mark.parametrize("span", [Span(8, 8), Span(8, 9), Span(9, 5), Span(9000, 9001)])
def test_nothing_cannot_be_kept(bookmarks, span):
    with pytest.raises(InputRefusedError, match="Select some text first"):
        bookmarks.keep(ONE, 1, TEXT, span)
    assert bookmarks.all() == []


def test_only_what_is_given_changes(bookmarks):
    kept = bookmarks.keep(ONE, 1, TEXT, passage("DCO"), "note", ("a",), "claim")
    noted = bookmarks.change(kept.id, note="other")
    assert (noted.note, noted.tags, noted.colour) == ("other", ("a",), "claim")
    tagged = bookmarks.change(kept.id, tags=[" b ", "B", ""])
    assert (tagged.note, tagged.tags) == ("other", ("b",))
    cleared = bookmarks.change(kept.id, note="", tags=(), colour="")
    assert (cleared.note, cleared.tags, cleared.colour) == ("", (), "")
    assert bookmarks.all() == [cleared]
    assert cleared.id == kept.id
    assert cleared.created_at == kept.created_at


def test_what_is_removed_can_be_put_back_as_it_was(bookmarks):
    kept = bookmarks.keep(ONE, 1, TEXT, passage("DCO"), "note")
    assert bookmarks.remove(kept.id) == kept
    assert bookmarks.all() == []
    with pytest.raises(NotFoundError, match="no longer in the library"):
        bookmarks.remove(kept.id)
    with pytest.raises(NotFoundError):
        bookmarks.change(kept.id, note="x")
    bookmarks.put_back(kept)
    bookmarks.put_back(kept)
    assert bookmarks.all() == [kept]


def test_a_bookmark_without_a_word_on_it_is_read_and_one_without_a_passage_is_told(
    bookmarks, library
):
    kept = bookmarks.keep(ONE, 1, TEXT, passage("DCO"), "note", ("a",), "claim")
    value = library.notebook.get("bookmark", kept.id)
    for name in ("note", "tags", "colour"):
        del value[name]
    library.notebook.put("bookmark", kept.id, value)
    assert bookmarks.get(kept.id).span == kept.span
    del value["quote"]
    library.notebook.put("bookmark", kept.id, value)
    with pytest.raises(LibraryError, match="does not know"):
        bookmarks.all()


def test_a_library_that_is_only_read_keeps_nothing(library, folder):
    with Library.open(folder, read_only=True) as reader:
        bookmarks = Bookmarks(reader.notebook)
        with pytest.raises(LibraryError, match="nothing was kept"):
            bookmarks.keep(ONE, 1, TEXT, passage("DCO"))
        assert bookmarks.all() == []


@given(st.lists(st.text(max_size=8)))
def test_tags_are_clean_and_cleaning_again_changes_nothing(tags):
    cleaned = clean_tags(tags)
    assert clean_tags(cleaned) == cleaned
    assert len({tag.casefold() for tag in cleaned}) == len(cleaned)
    assert all(tag.strip() == tag != "" for tag in cleaned)


def test_a_bookmark_moves_with_its_passage_to_the_new_version(bookmarks):
    kept = bookmarks.keep(ONE, 1, TEXT, passage("scheduled for February"), "note", ("a",))
    new = "A paragraph was added above.\n" + TEXT
    moved = relocate(kept, new, 2)
    assert moved is not None
    assert new[slice(*moved.span)] == "scheduled for February"
    assert (moved.id, moved.version, moved.note, moved.tags) == (kept.id, 2, "note", ("a",))
    assert moved.anchor.prefix == new[moved.span.start - 32 : moved.span.start]


@pytest.mark.parametrize(
    "new",
    [
        TEXT.replace("scheduled", "planned"),
        TEXT.replace("The transfer is scheduled for February.", ""),
        TEXT.replace("The transfer is scheduled for February. 😀 حاجر said so twice.", "")
        + "\nElsewhere a flight is scheduled for February too.",
        "",
    ],
)
def test_a_passage_that_is_gone_is_not_sought_in_a_look_alike(bookmarks, new):
    kept = bookmarks.keep(ONE, 1, TEXT, passage("scheduled for February"))
    assert relocate(kept, new, 2) is None
