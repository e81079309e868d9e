"""One row for one initiative across articles; what only looks alike stays apart."""

from sanad.initiatives.model import (
    Evidence,
    Initiative,
    Party,
    Statement,
    StatusEvent,
)
from sanad.initiatives.payload import from_json, to_json
from sanad.initiatives.register import register, suggestions
from sanad.library.records import ArticleId, EntityId, InitiativeId
from sanad.text.spans import Span


def initiative(name: str, *aliases: str, id: str | None = None, status: str = "") -> Initiative:
    sentence = Span(0, 40)
    events = (StatusEvent(status, Statement.DONE, "2018", Evidence(status, sentence, "act")),)
    return Initiative(
        id=InitiativeId(id or name.lower().replace(" ", "-")),
        name=name,
        aliases=aliases,
        kind="policy",
        years=(Evidence("2018", sentence, "in the name"),),
        parties=(Party(EntityId("x"), "X", "lead", Evidence("X", sentence, "possessive")),),
        events=events if status else (),
        mentions=(Span(4, 20),),
        sentences=(sentence,),
    )


def names(*rows: Initiative) -> list[str]:
    return [row.name for row in register((ArticleId(n), row) for n, row in enumerate(rows, 1))]


def test_an_initiative_survives_being_kept_as_json():
    row = initiative("Rural Data Policy", "RDP", status="approved")
    assert from_json(to_json(row)) == row


def test_singular_and_plural_are_one_row():
    assert (
        len(names(initiative("Global AI Partnerships"), initiative("Global AI Partnership"))) == 1
    )


def test_the_abbreviation_of_a_technology_makes_no_second_row():
    rows = (initiative("National AI Policy"), initiative("National Artificial Intelligence Policy"))
    assert len(names(*rows)) == 1


def test_another_order_of_the_same_words_is_the_same():
    rows = (initiative("Strategy for Digital Growth"), initiative("Digital Growth Strategy"))
    assert len(names(*rows)) == 1


def test_ordinals_and_years_keep_rows_apart():
    rows = (
        initiative("4th General Assembly"),
        initiative("5th General Assembly"),
        initiative("Cyber Policy 2018"),
        initiative("Cyber Policy 2025"),
    )
    assert len(names(*rows)) == 4


def test_a_name_within_another_is_only_suggested():
    rows = register(
        [
            (ArticleId(1), initiative("Digital Pakistan")),
            (ArticleId(2), initiative("Digital Pakistan Policy")),
        ]
    )
    assert len(rows) == 2
    (pair,) = suggestions(rows)
    assert (pair.shorter, pair.longer) == ("digital-pakistan", "digital-pakistan-policy")


def test_a_row_holds_each_article_and_all_forms():
    (row,) = register(
        [
            (ArticleId(1), initiative("Rural Data Policy", "RDP", status="planned")),
            (ArticleId(2), initiative("Rural Data Policy", "the RDP", status="approved")),
        ]
    )
    assert set(row.articles) == {1, 2}
    assert row.aliases == ("RDP", "the RDP")
    assert row.status == "approved"
