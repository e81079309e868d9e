"""A line of the register cites the sentences that state its values, and no others."""

from sanad.initiatives.model import Evidence, Initiative, Statement, StatusEvent
from sanad.library.records import InitiativeId
from sanad.summaries.briefing import Place
from sanad.summaries.register import register_of
from sanad.text.spans import Span


def initiative(sentence: Span, *events: StatusEvent) -> Initiative:
    return Initiative(
        InitiativeId("plan"), "The Plan", (), "policy", (), (), events, (sentence,), (sentence,)
    )


def places_of(source: int):
    return lambda span: Place(source, 1, span.start + 1, span)


NAMED = initiative(Span(0, 9))
LAUNCHED = initiative(
    Span(1, 9),
    StatusEvent("launched", Statement.DONE, "2018", Evidence("launched", Span(1, 9), "verb")),
)


def test_an_article_that_only_names_it_is_not_cited_for_its_status():
    (line,) = register_of([(NAMED, places_of(1)), (LAUNCHED, places_of(2))]).lines
    assert [str(place) for place in line.places] == ["2 ¶1 S2"]


def test_where_nothing_is_stated_the_naming_sentences_are_cited():
    (line,) = register_of([(NAMED, places_of(1)), (NAMED, places_of(2))]).lines
    assert [str(place) for place in line.places] == ["1 ¶1 S1", "2 ¶1 S1"]
