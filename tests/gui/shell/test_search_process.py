"""What is asked beside the search, answered by the search process and not by the window."""

from collections.abc import Iterator

import pytest

from sanad.library.records import ArticleId
from sanad.search.protocol import Request
from sanad.ui.search_client import ServiceClient
from sanad.workspace.indexing import indexed_article, update_index
from sanad.workspace.opening import Workspace


@pytest.fixture
def client(qapp: object, workspace: Workspace) -> Iterator[ServiceClient]:
    update_index(workspace.library)
    client = ServiceClient(workspace)
    yield client
    client.close()


def test_it_completes_what_is_typed_and_says_what_that_was(qtbot, client: ServiceClient):
    with qtbot.waitSignal(client.completed, timeout=20_000) as told:
        client.complete("digital mala", 10)
    typed, suggestions = told.args
    assert typed == "digital mala"
    assert 'place:"Malaysia"' in [one.text for one in suggestions]


def test_it_matches_a_search_beside_the_one_on_screen(qtbot, client: ServiceClient):
    answers = []
    client.answered.connect(answers.append)
    with qtbot.waitSignal(client.matched, timeout=20_000) as told:
        client.ask(Request("digital"))
        client.match("corridors", Request("corridor"))
    assert told.args[0] == "corridors"
    assert len(told.args[1]) == 1
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0].request.text == "digital"


def test_it_relates_articles_with_the_reason(qtbot, client: ServiceClient, workspace: Workspace):
    article = indexed_article(workspace.library, ArticleId(1), 1)
    with qtbot.waitSignal(client.related_found, timeout=20_000) as told:
        client.relate(article, 3)
    assert told.args[0] == 1
    assert all(row.reasons for row in told.args[1])
    assert 0 < len(told.args[1]) <= 3
