"""Searches that are kept: with filters and with what was seen, undone and put back whole."""

from hypothesis import given
from hypothesis import strategies as st

from sanad.library.records import ArticleId
from sanad.search.protocol import Request
from sanad.workspace import saved_searches as keeping
from sanad.workspace.opening import Workspace, open_workspace

REQUEST = Request(
    "digital policy",
    sort="date",
    within={"place": ("malaysia",)},
    without={"org": ("oic",)},
    dropped=frozenset({"stem"}),
)
SEEN = frozenset(map(ArticleId, (1, 2, 3, 7)))


def names(workspace: Workspace) -> list[str]:
    return [saved.name for saved in keeping.saved_searches(workspace)]


def test_a_saved_search_is_there_again_in_the_next_sitting(workspace: Workspace):
    keeping.save_search(workspace, "  Data\n centres ", REQUEST, SEEN)
    folder = workspace.library.folder
    workspace.close()
    with open_workspace(folder) as again:
        (saved,) = keeping.saved_searches(again)
        assert (saved.name, saved.seen) == ("Data centres", SEEN)
        assert keeping.same_question(saved.request, REQUEST)
        assert saved.request.sort == "date"


def test_saving_renaming_and_removing_can_be_undone(workspace: Workspace):
    saved = keeping.save_search(workspace, "One", REQUEST, SEEN)
    keeping.rename_search(workspace, saved, "Two")
    assert names(workspace) == ["Two"]
    keeping.remove_search(workspace, keeping.saved_searches(workspace)[0])
    assert names(workspace) == []
    workspace.undo.undo()
    assert names(workspace) == ["Two"]
    assert keeping.saved_searches(workspace)[0].seen == SEEN
    workspace.undo.undo()
    assert names(workspace) == ["One"]
    workspace.undo.undo()
    assert names(workspace) == []
    workspace.undo.redo()
    assert names(workspace) == ["One"]


def test_undoing_a_rename_keeps_what_was_seen_since(workspace: Workspace):
    saved = keeping.save_search(workspace, "One", REQUEST, SEEN)
    keeping.rename_search(workspace, saved, "Two")
    keeping.mark_seen(workspace, keeping.saved_searches(workspace)[0], [ArticleId(9)])
    workspace.undo.undo()
    (found,) = keeping.saved_searches(workspace)
    assert (found.name, found.seen) == ("One", frozenset({9}))


def test_every_change_is_announced(workspace: Workspace):
    heard = []
    workspace.changes.listen(lambda changes: heard.append(changes.searches))
    keeping.save_search(workspace, "One", REQUEST, SEEN)
    workspace.undo.undo()
    assert heard == [True, True]


def test_the_order_of_filters_and_of_the_list_makes_no_other_question():
    one = Request("a  b", within={"place": ("x", "y"), "org": ()})
    assert keeping.same_question(one, Request("a b", sort="title", within={"place": ("y", "x")}))
    assert not keeping.same_question(one, Request("a b", within={"place": ("x",)}))


def test_an_entry_that_is_damaged_is_read_as_far_as_it_can_be(workspace: Workspace):
    notebook = workspace.library.notebook
    notebook.put("search", "x", {"name": 3, "text": "digital", "within": [1], "seen": "1-x 4"})
    (saved,) = keeping.saved_searches(workspace)
    assert (saved.name, saved.request.within, saved.seen) == ("digital", {}, frozenset({4}))


@given(st.frozensets(st.integers(1, 500)))
def test_articles_that_were_seen_are_written_in_runs_and_read_back(articles: frozenset[int]):
    assert frozenset(keeping._from_runs(keeping._as_runs(articles))) == articles


def test_a_long_run_of_articles_takes_few_letters():
    assert keeping._as_runs(range(1, 10_001)) == "1-10000"
