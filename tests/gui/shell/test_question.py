"""The request behind the box, the chips and the facets."""

from dataclasses import replace

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


def test_what_was_dropped_stays_dropped_while_its_word_is_there():
    dropped = frozenset({STEM.key})
    request = Request("policy", dropped=dropped, within={"place": ("china",)})
    longer = question.with_text(request, "IT policy")
    assert question.without_strangers(longer, answer(longer)) == longer
    other = question.with_text(request, "canal")
    empty = Answer(other, Query("canal", None), "canal")
    assert question.without_strangers(other, empty).dropped == frozenset()
    assert question.with_text(request, " ").dropped == frozenset()
    assert longer.within == {"place": ("china",)}


def test_exact_words_are_switched_for_all_queries_to_come():
    exact = question.with_exact_words(Request("policy"), exact=True)
    assert exact.dropped == {question.EXACT}
    assert question.with_text(exact, "").dropped == {question.EXACT}
    assert question.without_strangers(exact, answer(exact)) == exact
    assert question.with_exact_words(exact, exact=False) == Request("policy")


def test_a_word_of_the_family_can_be_wanted_back_while_words_are_exact():
    request = question.with_exact_words(Request("policy"), exact=True)
    other = Expansion("stem:digital", Why.STEM, "digital", ("digitally",), active=False)
    off = replace(STEM, active=False)
    given = Answer(request, Query("policy", None), "policy", expansions=(off, other))
    back = question.with_chip(request, STEM.key, given)
    assert back.dropped == {other.key}
    assert back.added == {STEM.key}


def test_only_a_request_for_nothing_is_open():
    assert question.is_open(Request("  "))
    assert not question.is_open(Request("", without={"place": ("china",)}))
