"""What is stored comes back, and counts follow every change."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanad.errors import LibraryError, NotFoundError
from sanad.library.packing import mentions_of, pack_mentions
from sanad.library.records import (
    ArticleId,
    EntityId,
    EntityKind,
    InitiativeId,
    Mention,
    Metadata,
)
from sanad.library.store import Library
from sanad.text.sentences import sentences
from sanad.text.spans import Span

from .conftest import mention_of, version_of

TEXT = "Pakistan joins the DCO. The DCO met in Kuwait.\nHajar spoke."


def lines(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "imports.jsonl").read_text().splitlines()]


def test_an_article_comes_back_as_it_was_stored(articles):
    metadata = Metadata("Title", "A. Author", "Dawn", "2025-06", "https://x.example/1", "en", "x1")
    stored = articles.add(version_of(TEXT, metadata=metadata, title="Title"))
    article = articles.article(stored.id)
    assert article == stored
    assert (article.id, article.version, article.title) == (1, 1, "Title")
    assert article.metadata == metadata
    assert not article.title_is_derived
    assert article.file_name == "dco.txt"
    assert article.path == "/press/dco.txt"
    assert article.words == 11
    version = articles.version(article.id)
    assert version.text == TEXT
    assert version.sentences == sentences(TEXT)
    assert version.boilerplate == (Span(0, 8),)
    assert articles.text(article.id) == TEXT
    assert articles.original(article.id).read_bytes() == TEXT.encode()
    assert articles.original(article.id).name == version.sha256


def test_nothing_stated_stays_unknown(articles):
    assert articles.add(version_of()).metadata == Metadata()


def test_versions_are_kept_and_the_newest_is_shown(articles):
    first = articles.add(version_of("Old text."))
    second = articles.add(version_of("New text.", article=first.id, title="New"))
    assert (second.id, second.version, second.title) == (first.id, 2, "New")
    assert articles.version(first.id, 1).text == "Old text."
    assert articles.version(first.id).text == "New text."
    assert articles.count() == 1


def test_a_version_of_nothing_is_refused_and_leaves_nothing(articles, folder):
    with pytest.raises(NotFoundError, match="no article 7"):
        articles.version(ArticleId(7))
    with pytest.raises(NotFoundError, match="no article 7"):
        articles.add(version_of(article=ArticleId(7)))
    assert articles.count() == 0
    assert not (folder / "imports.jsonl").exists()


def test_texts_come_in_the_order_asked_for(articles):
    ids = [articles.add(version_of(f"Text {n}.", path=f"/{n}.txt")).id for n in range(450)]
    wanted = [*reversed(ids), ArticleId(9999)]
    assert [article for article, _ in articles.texts(wanted)] == list(reversed(ids))
    assert dict(articles.texts(ids[:1])) == {ids[0]: "Text 0."}


@given(
    st.lists(
        st.tuples(
            st.integers(0, 30),
            st.integers(1, 9),
            st.sampled_from(EntityKind),
            st.sampled_from(["DCO", "Kuwait", "حاجر", "x\0y"]),
            st.sampled_from(["name", "bracket acronym"]),
            st.sampled_from([0.5, 0.96, 1.0]),
        )
    )
)
def test_packed_mentions_are_the_same_mentions(drawn):
    text = "Pakistan joins the DCO in Kuwait. 😀 حاجر spoke."
    found = [
        Mention(start, start + n, text[start : start + n], kind, EntityId(name), name, rule, sure)
        for start, n, kind, name, rule, sure in drawn
    ]
    assert mentions_of(pack_mentions(found), text) == found


def test_entities_are_counted_over_articles(articles):
    dco = [mention_of(TEXT, "DCO"), mention_of(TEXT, "DCO"), mention_of(TEXT, "Kuwait")]
    one = articles.add(version_of(TEXT)).id
    two = articles.add(version_of(TEXT + " ", path="/b.txt")).id
    unsure = mention_of(TEXT, "Hajar", EntityKind.PERSON, sure=0.4)
    articles.set_derived(one, [*dco, unsure], [])
    articles.set_derived(two, [mention_of(TEXT, "Kuwait", EntityKind.PLACE), dco[0]], [])
    counts = [
        (count.kind, count.name, count.mentions, count.articles)
        for count in articles.entity_counts()
    ]
    assert counts == [
        (EntityKind.ORGANISATION, "DCO", 3, 2),
        (EntityKind.ORGANISATION, "Kuwait", 1, 1),
        (EntityKind.PLACE, "Kuwait", 1, 1),
    ]
    assert [count.mentions for count in articles.entity_counts([two])] == [1, 1]
    places = articles.entity_counts(kinds=[EntityKind.PLACE])
    assert [count.name for count in places] == ["Kuwait"]
    assert articles.entity_counts([]) == []
    assert articles.articles_naming(EntityId("dco")) == [one, two]
    assert articles.mentions(one) == [*dco, unsure]


def test_a_new_version_forgets_what_was_recognised_in_the_old_one(articles):
    article = articles.add(version_of(TEXT)).id
    payload = (InitiativeId("x"), "X", "policy", "planned", "{}")
    articles.set_derived(article, [mention_of(TEXT, "DCO")], [payload])
    articles.add(version_of("Nothing is named here.", article=article))
    assert articles.mentions(article) == []
    assert articles.entity_counts() == []
    assert articles.initiative_payloads() == []


def test_a_removed_article_counts_nowhere_and_comes_back_whole(articles, folder):
    article = articles.add(version_of(TEXT)).id
    payload = (InitiativeId("x"), "X", "policy", "planned", '{"x":1}')
    articles.set_derived(article, [mention_of(TEXT, "DCO")], [payload])
    counts = articles.entity_counts()
    articles.remove(article)
    articles.remove(article)
    assert articles.articles() == []
    assert articles.count() == 0
    assert articles.entity_counts() == []
    assert articles.articles_naming(EntityId("dco")) == []
    assert articles.initiative_payloads() == []
    assert articles.articles_with_initiative(InitiativeId("x")) == []
    assert [one.is_removed for one in articles.articles(include_removed=True)] == [True]
    with pytest.raises(NotFoundError):
        articles.find("dco.txt")
    articles.restore(article)
    assert articles.entity_counts() == counts
    assert articles.initiative_payloads() == [(article, '{"x":1}')]
    assert articles.articles_with_initiative(InitiativeId("x")) == [article]
    assert [line["what"] for line in lines(folder)] == ["import", "remove", "restore"]


def test_an_id_is_never_given_twice(articles):
    first = articles.add(version_of()).id
    articles.remove(first)
    assert articles.add(version_of("Another.", path="/b.txt")).id == first + 1


def test_initiatives_keep_their_order(articles):
    article = articles.add(version_of(TEXT)).id
    rows = [(InitiativeId(n), n, "policy", "", json.dumps(n)) for n in "zab"]
    articles.set_derived(article, [], rows)
    assert [payload for _, payload in articles.initiative_payloads(article)] == [
        '"z"',
        '"a"',
        '"b"',
    ]


@pytest.mark.parametrize("reference", ["1", "dco.txt", "dco", "DCO", "Dco.TXT"])
def test_an_article_is_found_by_id_and_file_name(articles, reference):
    article = articles.add(version_of())
    assert articles.find(reference) == article


def test_a_file_named_like_a_number_is_found_after_the_ids(articles):
    articles.add(version_of())
    year = articles.add(version_of("Other.", path="/2025.txt"))
    assert articles.find("2025") == year


def test_two_files_of_one_name_are_told_apart_by_id(articles):
    articles.add(version_of("One.", path="/a/index.txt"))
    articles.add(version_of("Two.", path="/b/index.txt"))
    with pytest.raises(NotFoundError, match=r"2 articles come from .*: 1, 2"):
        articles.find("index")
    with pytest.raises(NotFoundError, match="no article nothing"):
        articles.find("nothing")


def test_a_transaction_that_fails_leaves_no_trace(articles, folder):
    articles.add(version_of("Kept."))
    log = (folder / "imports.jsonl").read_bytes()
    changes = articles.change_count()

    def interrupted():
        with articles.transaction():
            articles.add(version_of("Lost.", path="/b.txt"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        interrupted()
    assert articles.count() == 1
    assert articles.change_count() == changes
    assert (folder / "imports.jsonl").read_bytes() == log
    assert len(list((folder / "originals").iterdir())) == 1
    assert articles.add(version_of("Next.", path="/b.txt")).id == 2


def test_one_failure_within_a_transaction_spares_the_others(articles):
    with articles.transaction():
        articles.add(version_of("One.", path="/1.txt"))
        with pytest.raises(NotFoundError):
            articles.add(version_of("Bad.", article=ArticleId(77)))
        articles.add(version_of("Two.", path="/2.txt"))
    assert [article.file_name for article in articles.articles()] == ["1.txt", "2.txt"]


def test_every_change_is_noticed_by_another_process(articles, folder):
    with Library.open(folder, read_only=True) as other:
        seen = [other.articles.change_count()]
        for change in (
            lambda: articles.add(version_of()),
            lambda: articles.set_derived(ArticleId(1), [], []),
            lambda: articles.remove(ArticleId(1)),
            lambda: articles.restore(ArticleId(1)),
        ):
            change()
            seen.append(other.articles.change_count())
        assert seen == sorted(set(seen))
        with pytest.raises(LibraryError, match="open read-only; nothing was changed"):
            other.articles.add(version_of())


def test_names_that_are_no_unicode_can_be_stored(articles):
    article = articles.add(version_of(path="/press/bad\udcff.txt", title="bad\udcff"))
    assert articles.article(article.id).file_name == "bad?.txt"


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back(articles, text):
    article = articles.add(version_of(text)).id
    assert articles.text(article) == text
    assert articles.original(article).read_bytes() == text.encode()


def test_a_full_disk_is_one_sentence_and_nothing_half_done(articles, folder, monkeypatch):
    articles.add(version_of("Kept."))
    before = (folder / "imports.jsonl").read_bytes()

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(LibraryError, match="could not be written: the disk is full"):
        articles.add(version_of("Lost.", path="/b.txt"))
    monkeypatch.undo()
    assert articles.count() == 1
    assert (folder / "imports.jsonl").read_bytes() == before
    assert len(list((folder / "originals").iterdir())) == 1
