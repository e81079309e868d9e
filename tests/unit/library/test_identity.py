"""The same article is recognised, and another one is never taken for it."""

from pathlib import Path

import pytest

from sanad.library.identity import Sameness
from sanad.library.records import Metadata

from .conftest import version_of

STATED = Metadata(id="doc-7", url="https://dawn.example/7")


def same(articles, text, path="/elsewhere/x.txt", metadata=None, root=None):
    found = articles.same_article(
        metadata=metadata or Metadata(),
        path=Path(path),
        content=text.encode(),
        root=root and Path(root),
    )
    return found.sameness, found.article, found.known_by


def test_a_file_that_nothing_is_known_of_is_new(articles):
    articles.add(version_of())
    assert same(articles, "Another text.") == (Sameness.NEW, None, "")


def test_the_same_bytes_are_a_duplicate_under_any_name(articles):
    article = articles.add(version_of("Text.", metadata=STATED)).id
    assert same(articles, "Text.") == (Sameness.DUPLICATE, article, "content")


def test_only_the_newest_version_counts_for_a_duplicate(articles):
    article = articles.add(version_of("Old.")).id
    articles.add(version_of("New.", article=article))
    assert same(articles, "Old.") == (Sameness.NEW, None, "")
    assert same(articles, "Old.", "/press/dco.txt") == (Sameness.VERSION, article, "path")


@pytest.mark.parametrize(
    ("metadata", "known_by"),
    [(Metadata(id="doc-7"), "id"), (Metadata(url="https://dawn.example/7"), "url")],
)
def test_the_same_id_or_address_is_the_same_article(articles, metadata, known_by):
    articles.add(version_of("First.", path="/a.md"))
    article = articles.add(version_of("Text.", path="/b.md", metadata=STATED)).id
    assert same(articles, "Changed.", "/c.md", metadata) == (Sameness.VERSION, article, known_by)
    # ... also when the path speaks for another article.
    assert same(articles, "Changed.", "/a.md", metadata) == (Sameness.VERSION, article, known_by)


def test_the_same_path_is_the_same_article(articles):
    article = articles.add(version_of()).id
    assert same(articles, "New.", "/press/dco.txt") == (Sameness.VERSION, article, "path")
    assert same(articles, "New.", "/press/x/../dco.txt")[1] == article
    assert same(articles, "New.", "/other/dco.txt")[0] is Sameness.NEW


def test_two_files_with_other_ids_are_two_articles_even_in_one_place(articles):
    articles.add(version_of("Text.", path="/a.md", metadata=STATED))
    other = Metadata(id="doc-8")
    assert same(articles, "Changed.", "/a.md", other) == (Sameness.NEW, None, "")


def test_a_file_moved_within_its_folder_is_the_same_article(articles, tmp_path):
    old, new = tmp_path / "a.txt", tmp_path / "2025" / "a.txt"
    article = articles.add(version_of("Text.", path=str(old), root=str(tmp_path))).id
    found = same(articles, "Changed.", str(new), root=str(tmp_path))
    assert found == (Sameness.VERSION, article, "name")
    assert same(articles, "Changed.", str(new), root="/other")[0] is Sameness.NEW
    assert same(articles, "Changed.", str(new))[0] is Sameness.NEW


def test_a_file_still_in_its_place_is_not_the_one_of_that_name_beside_it(articles, tmp_path):
    for folder in ("2024", "2025"):
        path = tmp_path / folder / "index.txt"
        path.parent.mkdir()
        path.write_text(folder)
        assert same(articles, folder, str(path), root=str(tmp_path))[0] is Sameness.NEW
        articles.add(version_of(folder, path=str(path), root=str(tmp_path)))


def test_of_two_missing_files_of_one_name_none_is_guessed(articles, tmp_path):
    for folder in ("2024", "2025"):
        path = str(tmp_path / folder / "index.txt")
        articles.add(version_of(folder, path=path, root=str(tmp_path)))
    found = same(articles, "Changed.", str(tmp_path / "index.txt"), root=str(tmp_path))
    assert found[0] is Sameness.NEW


def test_a_removed_article_is_restored_by_its_content(articles, folder):
    article = articles.add(version_of("Text.")).id
    articles.remove(article)
    assert same(articles, "Text.") == (Sameness.REMOVED, article, "content")
    restored = articles.add(version_of("Text.", article=article))
    assert (restored.id, restored.version, restored.is_removed) == (article, 1, False)
    assert articles.count() == 1


def test_a_removed_article_comes_back_with_its_new_version(articles):
    article = articles.add(version_of("Text.")).id
    articles.remove(article)
    assert same(articles, "New.", "/press/dco.txt") == (Sameness.VERSION, article, "path")
    back = articles.add(version_of("New.", article=article))
    assert (back.id, back.version, back.is_removed) == (article, 2, False)


def test_an_article_that_is_there_comes_before_a_removed_one(articles):
    removed = articles.add(version_of("Text.", path="/a.txt")).id
    articles.remove(removed)
    there = articles.add(version_of("Other.", path="/a.txt")).id
    assert same(articles, "Text.", "/a.txt") == (Sameness.VERSION, there, "path")
