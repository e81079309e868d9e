"""The request behind the box, the chips and the facets."""

from sanad.search.protocol import Answer, Expansion, Request
from sanad.search.tree import Query, Why
from sanad.ui import question

STEM = Expansion(
    "stem:policy", Why.STEM, "policy", ("policies", "policy's", "politic"), active=True
)
OFFER = Expansion("alias:it", Why.ALIAS, "IT", ("information technology",), active=False)


def answer(request: Request) -> Answer:
    return Answer(request, Query(request.text, None), "policy", expansions=(STEM, OFFER))


def test_a_facet_is_demanded_then_open_again():
    once = question.with_facet(Request(""), "place", "malaysia", unwanted=False)
    assert once.within == {"place": ("malaysia",)}
    assert question.choice_of(once, "place", "malaysia") == "only"
    assert question.with_facet(once, "place", "malaysia", unwanted=False) == Request("")


def test_excluding_a_demanded_facet_turns_it_round():
    demanded = question.with_facet(Request("x"), "place", "malaysia", unwanted=False)
    excluded = question.with_facet(demanded, "place", "malaysia", unwanted=True)
    assert excluded.within == {}
    assert excluded.without == {"place": ("malaysia",)}


def test_several_values_of_a_kind_are_demanded_together():
    both = Request("")
    for place in ("malaysia", "china"):
        both = question.with_facet(both, "place", place, unwanted=False)
    assert both.within == {"place": ("malaysia", "china")}


def test_a_chip_drops_what_is_searched_and_adds_what_is_offered():
    request = Request("IT policy")
    dropped = question.with_chip(request, STEM.key, answer(request))
    assert dropped.dropped == {STEM.key}
    added = question.with_chip(request, OFFER.key, answer(request))
    assert added.added == {OFFER.key}


def test_a_facets_chip_drops_the_facet():
    request = question.with_facet(Request("x"), "place", "malaysia", unwanted=True)
    (chip, *_) = question.chips(request, None, {("place", "malaysia"): "Malaysia"})
    assert chip.text == "not place: Malaysia"
    assert question.with_chip(request, chip.key, None) == Request("x")


def test_a_chip_says_what_widens_the_query_and_cuts_a_long_list():
    texts = [chip.text for chip in question.chips(Request("x"), answer(Request("x")), {})]
    assert texts == ["policy → policies, policy's …", "IT → information technology"]


def test_other_words_drop_what_belonged_to_the_old_ones():
    request = Request("a", dropped=frozenset({"k"}), within={"place": ("china",)})
    changed = question.with_text(request, "b")
    assert (changed.dropped, changed.within) == (frozenset(), {"place": ("china",)})


def test_only_a_request_for_nothing_is_open():
    assert question.is_open(Request("  "))
    assert not question.is_open(Request("", without={"place": ("china",)}))
