"""The queries of before: newest first, bounded, private, and gone when cleared."""

from uuid import UUID

from sanad import settings
from sanad.workspace.search_history import KEPT, SearchHistory

LIBRARY = UUID(int=7)


def test_queries_come_back_newest_first_and_once():
    history = SearchHistory(LIBRARY)
    for query in ("digital policy", "Khawaja", "  Digital   Policy "):
        history.remember(query)
    assert history.queries == ("Digital Policy", "Khawaja")
    assert SearchHistory(LIBRARY).queries == history.queries
    assert SearchHistory(UUID(int=8)).queries == ()


def test_only_the_last_fifty_are_kept():
    history = SearchHistory(LIBRARY)
    for number in range(KEPT + 5):
        history.remember(f"query {number}")
    assert len(SearchHistory(LIBRARY).queries) == KEPT
    assert "query 4" not in history.queries


def test_a_query_is_offered_by_the_beginning_of_any_of_its_words():
    history = SearchHistory(LIBRARY)
    for query in ("digital policy", "place:Malaysia", "polish"):
        history.remember(query)
    assert history.like("pol", 5) == ["polish", "digital policy"]
    assert history.like("digital policy", 5) == []
    assert len(history.like("", 5)) == 3


def test_what_is_cleared_is_in_no_file_any_more():
    history = SearchHistory(LIBRARY)
    history.remember("a private matter")
    history.clear()
    assert SearchHistory(LIBRARY).queries == ()
    kept = [path.read_bytes() for path in settings.config_folder().rglob("*") if path.is_file()]
    assert not any(b"private" in content for content in kept)


def test_a_damaged_file_is_an_empty_history():
    history = SearchHistory(LIBRARY)
    history.remember("digital")
    path = settings.config_folder() / "searches" / f"{LIBRARY}.json"
    path.write_text("{[", encoding="utf-8")
    assert SearchHistory(LIBRARY).queries == ()
