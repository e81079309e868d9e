"""The index is written whole or not at all, and never trusted when it is damaged."""

import json
import os
import random
import shutil
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanad.search import whoosh_index
from sanad.search.protocol import Batch, IndexRefusedError, Request
from sanad.search.whoosh_index import open_index
from sanad.search.whoosh_schema import document_of


def ids(index, text):
    return sorted(hit.article for hit in index.search(Request(text)).hits)


def test_a_new_index_is_empty_and_healthy(empty_index):
    assert empty_index.health().ok
    assert empty_index.stats().articles == 0
    assert empty_index.search(Request("anything")).total == 0


def test_an_article_that_is_put_again_replaces_the_old_one(empty_index, article):
    empty_index.apply(Batch([article(1, "An apple."), article(2, "An orange.")]))
    empty_index.apply(Batch([article(1, "A banana.", version=2)]))
    assert ids(empty_index, "apple") == []
    assert ids(empty_index, "banana") == [1]
    assert empty_index.versions() == {1: 2, 2: 1}
    assert empty_index.stats().articles == 2


def test_a_reopened_index_with_deletions_gives_the_same_hits(tmp_path, article):
    index = open_index(tmp_path / "index")
    index.apply(Batch([article(1, "Alpha."), article(2, "Beta."), article(3, "Gamma.")]))
    index.apply(Batch([article(1, "Delta.")], delete=[2]))
    index.close()
    index = open_index(tmp_path / "index")
    assert [ids(index, word) for word in ("alpha", "beta", "gamma", "delta")] == [[], [], [3], [1]]
    assert index.versions() == {1: 1, 3: 1}


def test_deleted_articles_are_gone_from_hits_and_facets(empty_index, article):
    empty_index.apply(Batch([article(1, "Kuwait grows."), article(2, "Kuwait shrinks.")]))
    empty_index.apply(Batch(delete=[1, 99]))
    answer = empty_index.search(Request("Kuwait"))
    assert [hit.article for hit in answer.hits] == [2]
    assert [(value.id, value.count) for value in answer.facets["place"]] == [("kuwait", 1)]


def test_a_batch_with_an_article_twice_is_refused_whole(empty_index, article):
    with pytest.raises(IndexRefusedError, match="once only"):
        empty_index.apply(Batch([article(1, "One."), article(1, "Two.")]))
    assert empty_index.stats().articles == 0


def test_a_bad_value_leaves_index_and_writer_as_they_were(empty_index, article):
    empty_index.apply(Batch([article(1, "Before.")]))
    with pytest.raises(IndexRefusedError):
        empty_index.apply(Batch([article(2, "Good."), article(3, "Bad \ud800 text.")]))
    empty_index.apply(Batch([article(4, "After.")]))
    assert empty_index.versions() == {1: 1, 4: 1}


def test_an_error_in_the_middle_of_a_batch_undoes_the_batch(empty_index, article, monkeypatch):
    def failing(put, terms):
        if put.id == 3:
            raise ValueError
        return document_of(put, terms)

    empty_index.apply(Batch([article(1, "One.")]))
    with monkeypatch.context() as patched:
        patched.setattr(whoosh_index, "document_of", failing)
        with pytest.raises(ValueError):  # noqa: PT011
            empty_index.apply(Batch([article(2, "Two."), article(3, "Three.")]))
    empty_index.apply(Batch([article(4, "Four.")]))
    assert empty_index.versions() == {1: 1, 4: 1}


def test_a_crash_between_commit_and_manifest_is_seen_and_mended(tmp_path, article, monkeypatch):
    def crashing(generation, known):
        raise OSError("No space left on device")

    index = open_index(tmp_path / "index")
    index.apply(Batch([article(1, "One.")]))
    with monkeypatch.context() as patched:
        patched.setattr(whoosh_index, "write_manifest", crashing)
        with pytest.raises(IndexRefusedError, match="No space left"):
            index.apply(Batch([article(2, "Two.")]))
    reopened = open_index(tmp_path / "index")
    assert not reopened.health().ok
    assert reopened.versions() == {}
    reopened.rebuild([Batch([article(1, "One."), article(2, "Two.")])])
    assert reopened.health().ok
    assert reopened.versions() == {1: 1, 2: 1}


def test_another_reader_sees_a_commit_after_refreshing(tmp_path, article):
    writer = open_index(tmp_path / "index")
    reader = open_index(tmp_path / "index")
    writer.apply(Batch([article(1, "One.")]))
    assert reader.refresh()
    assert ids(reader, "one") == [1]
    assert not reader.refresh()
    writer.rebuild([Batch([article(2, "Two.")])])
    assert reader.refresh()
    assert reader.versions() == {2: 1}


def test_two_writers_wait_for_one_another(tmp_path, article):
    first, second = open_index(tmp_path / "index"), open_index(tmp_path / "index")

    def batches():
        yield Batch([article(1, "One.")])
        waiting.start()
        yield Batch([article(2, "Two.")])

    waiting = threading.Thread(target=lambda: second.apply(Batch([article(3, "Three.")])))
    first.rebuild(batches())
    waiting.join()
    first.refresh()
    assert first.versions() == second.versions() == {1: 1, 2: 1, 3: 1}


def test_a_rebuild_leaves_one_generation_and_one_segment_a_batch(tmp_path, article):
    index = open_index(tmp_path / "index")
    for n in range(1, 5):
        index.apply(Batch([article(n, f"Number {n}.")]))
    assert index.stats().segments == 4
    index.rebuild([Batch([article(n, f"Number {n}.") for n in range(1, 5)])])
    assert index.stats().segments == 1
    assert len(list((tmp_path / "index").glob("generation-*"))) == 1


def test_the_folder_is_private(tmp_path, article):
    index = open_index(tmp_path / "index")
    index.apply(Batch([article(1, "One.")]))
    assert (tmp_path / "index").stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_a_folder_that_others_may_write_to_is_not_opened(tmp_path, article):
    index = open_index(tmp_path / "index")
    index.apply(Batch([article(1, "One.")]))
    (tmp_path / "index").chmod(0o777)
    assert not open_index(tmp_path / "index").health().ok


def test_an_index_of_another_format_is_made_anew(tmp_path, article):
    index = open_index(tmp_path / "index")
    index.apply(Batch([article(1, "One.")]))
    manifest = next((tmp_path / "index").glob("generation-*/manifest.json"))
    content = json.loads(manifest.read_text())
    manifest.write_text(json.dumps({**content, "format": 0}))
    reopened = open_index(tmp_path / "index")
    assert "version" in reopened.health().reason
    assert reopened.versions() == {}
    reopened.apply(Batch([article(2, "Two.")]))
    assert reopened.health().ok
    assert reopened.versions() == {2: 1}


def test_a_damaged_index_refuses_in_a_sentence(tmp_path, article):
    index = open_index(tmp_path / "index")
    index.apply(Batch([article(1, "One.")]))
    next((tmp_path / "index").glob("generation-*/*.seg")).unlink()
    with pytest.raises(IndexRefusedError, match="must be rebuilt"):
        open_index(tmp_path / "index").search(Request("one"))


def test_a_strange_table_of_contents_is_never_read(tmp_path, article):
    index = open_index(tmp_path / "index")
    index.apply(Batch([article(1, "One.")]))
    generation = next((tmp_path / "index").glob("generation-*"))
    (generation / "_MAIN_99.toc").write_bytes(b"planted")
    assert "_MAIN_99.toc" in open_index(tmp_path / "index").health().reason


SHARED = HealthCheck.function_scoped_fixture
DAMAGES = ("flip", "truncate", "zero", "remove", "append")


@pytest.fixture(scope="module")
def grown(tmp_path_factory, seeds):
    """Return the folder of an index of three segments, in which one article was replaced."""
    folder = tmp_path_factory.mktemp("grown") / "index"
    made = open_index(folder)
    for batch in (seeds[:3], seeds[3:], seeds[:1]):
        made.apply(Batch(batch))
    made.close()
    return folder


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32), damage=st.sampled_from(DAMAGES))
def test_every_damage_is_detected_or_harmless(tmp_path_factory, grown, index, seed, damage):
    chance = random.Random(seed)
    folder = tmp_path_factory.mktemp("damaged") / "index"
    shutil.copytree(grown, folder)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    path = chance.choice([file for file in files if file.stat().st_size])
    content = bytearray(path.read_bytes())
    at = chance.randrange(len(content))
    match damage:
        case "flip":
            content[at] ^= 1 << chance.randrange(8)
        case "truncate":
            del content[at:]
        case "zero":
            content[at : at + 4096] = bytes(len(content[at : at + 4096]))
        case "append":
            content += b"x"
    if damage == "remove":
        path.unlink()
    else:
        path.write_bytes(content)
    opened = open_index(folder)
    if opened.health().ok and opened.versions():
        for text in ("digital", '"artificial intelligence"', "coop*"):
            assert opened.search(Request(text)).hits == index.search(Request(text)).hits
    opened.close()
