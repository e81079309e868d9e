"""Search in a process of its own."""

import os
import signal
from queue import Queue

import pytest

from sanad.library.records import EntityKind
from sanad.search.protocol import Alias, Batch, Request
from sanad.search.service import Refusal, SearchService
from sanad.search.whoosh_index import open_index


@pytest.fixture
def folder(tmp_path, seeds):
    index = open_index(tmp_path / "index")
    index.apply(Batch(seeds))
    index.close()
    return tmp_path / "index"


@pytest.fixture
def service(folder):
    made = SearchService(folder)
    yield made
    made.close()


def ask(service, text):
    outcomes = Queue()
    service.submit(Request(text), outcomes.put)
    return outcomes.get(timeout=30)


def test_it_answers_as_the_index_does(service, index):
    answer = ask(service, "longstanding")
    expected = index.search(Request("longstanding"))
    assert answer.hits == expected.hits
    assert answer.read_as == expected.read_as
    assert answer.facets == expected.facets


def test_only_the_latest_of_several_requests_is_answered(service):
    ask(service, "warm")
    outcomes = Queue()
    for text in ("d", "di", "dig", "digi", "digital"):
        service.submit(Request(text), outcomes.put)
    answers = [outcomes.get(timeout=30)]
    while answers[-1].request.text != "digital":
        answers.append(outcomes.get(timeout=30))
    texts = [answer.request.text for answer in answers]
    assert texts == sorted(texts, key=len)
    assert outcomes.empty()


def test_it_sees_what_was_indexed_meanwhile(service, folder, article):
    assert ask(service, "zebra").total == 0
    writer = open_index(folder)
    writer.apply(Batch([article(77, "A zebra crosses.")]))
    writer.close()
    assert [hit.article for hit in ask(service, "zebra").hits] == [77]


def test_it_is_started_again_when_it_dies(service):
    ask(service, "digital")
    os.kill(service._process.pid, signal.SIGKILL)
    assert ask(service, "digital").total == 5


def test_a_query_over_the_deadline_is_refused_and_the_next_is_answered(folder):
    service = SearchService(folder, deadline=2.0)
    try:
        ask(service, "digital")
        os.kill(service._process.pid, signal.SIGSTOP)  # as if it computed for ever
        refusal = ask(service, "endless")
        assert isinstance(refusal, Refusal)
        assert "endless" in refusal.reason
        assert ask(service, "digital").total == 5
    finally:
        service.close()


def test_it_closes_while_it_computes_and_tells_nobody(folder):
    service = SearchService(folder)
    ask(service, "digital")
    process = service._process
    os.kill(process.pid, signal.SIGSTOP)
    heard = []
    service.submit(Request("digital"), heard.append)
    service.close()
    assert not service._thread.is_alive()
    assert heard == []


def test_a_damaged_index_is_told(folder):
    segment = next(folder.glob("generation-*/*.seg"))
    segment.write_bytes(segment.read_bytes()[:-1])
    service = SearchService(folder)
    try:
        refusal = ask(service, "digital")
        assert isinstance(refusal, Refusal)
        assert refusal.index_is_damaged
    finally:
        service.close()


def test_aliases_are_kept_over_a_restart(service):
    service.use_aliases([Alias("x", EntityKind.ORGANISATION, ("Zebra Club", "OIC"))])
    assert ask(service, "Zebra Club").total == 1
    os.kill(service._process.pid, signal.SIGKILL)
    assert ask(service, "Zebra Club").total == 1


def test_it_completes_words(service):
    outcomes = Queue()
    service.suggest("block", 5, outcomes.put)
    assert "blockchain" in {suggestion.text for suggestion in outcomes.get(timeout=30)}
