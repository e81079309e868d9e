"""What a briefing holds, and where each line of it comes from."""

from dataclasses import replace
from datetime import date
from types import ModuleType

import pytest

from sanad.initiatives.model import Statement
from sanad.library.records import EntityKind, Metadata
from sanad.summaries.briefing import (
    Briefing,
    FullText,
    Heading,
    Item,
    Line,
    Names,
    Quotation,
    Register,
    Remark,
    Standing,
    in_words,
)
from sanad.summaries.compose import (
    Contents,
    briefing_of_article,
    briefing_of_bookmarks,
    briefing_of_summaries,
)

MADE_ON = date(2026, 11, 21)
POLICY = "The government launched the Digital Policy in 2018."
FDI = "Figures show that foreign direct investment dropped 25% in the first five months."


def items(briefing: Briefing, heading: str | None = None) -> list[Item]:
    return [
        item
        for section in briefing.sections
        for item in section.items
        if heading is None or section.heading == heading
    ]


def summaries(*readings: object, **options: object) -> Briefing:
    return briefing_of_summaries(
        readings,
        Contents(**options),
        library="Sample",
        made_on=MADE_ON,  # type: ignore[arg-type]
    )


def test_every_line_of_a_digest_is_the_sentence_at_its_place(make: ModuleType) -> None:
    readings = [make.seed(number) for number in range(5)]
    briefing = summaries(*readings)
    lines = [item for item in items(briefing, "Summary") if isinstance(item, Line)]
    assert len({line.place.source for line in lines}) == 5
    for line in lines:
        version = readings[line.place.source - 1].version
        sentence = version.sentences[line.place.sentence - 1]
        assert version.text[sentence.start : sentence.end] == line.text
        assert sentence.paragraph == line.place.paragraph
        assert line.place.span == sentence.span


def test_a_place_is_written_with_source_paragraph_and_sentence(make: ModuleType) -> None:
    (line,) = [item for item in items(summaries(make.reading(POLICY))) if isinstance(item, Line)]
    assert str(line.place) == "1 ¶1 S1"


def test_what_two_articles_state_is_said_once_with_both_places(make: ModuleType) -> None:
    other = "Analysts met. Ministers spoke of trade in goods and services."
    first = make.reading(f"{FDI}\n{POLICY}")
    second = make.reading(f"{other}\nRecent {FDI[0].lower()}{FDI[1:]}", 2)
    lines = [
        item
        for item in items(summaries(first, second, share=1.0, initiatives=False))
        if isinstance(item, Line)
    ]
    (shared,) = [line for line in lines if "dropped 25%" in line.text]
    assert shared.place.source == 1
    assert [str(place) for place in shared.also] == ["2 ¶2 S3"]


def test_an_article_that_says_nothing_new_is_still_named(make: ModuleType) -> None:
    briefing = summaries(make.reading(FDI), make.reading(FDI, 2))
    headings = [item.source for item in items(briefing) if isinstance(item, Heading)]
    assert headings == [1, 2]
    assert Remark("What it says in short is said above.") in items(briefing)


def test_unknown_source_and_date_are_said_to_be_unknown(make: ModuleType) -> None:
    (source,) = summaries(make.seed(0)).sources
    assert source.particulars[:2] == ("source unknown", "date unknown")
    assert source.file_name == "000_6620ac574b3885f0.txt"
    assert source.particulars[3] == "imported 21 Nov 2026"
    assert source.particulars[-1] == f"sha256 {source.sha256[:12]}"


def test_stated_metadata_stands_in_the_source(make: ModuleType) -> None:
    stated = Metadata(title="A title", author="A. Author", source="The Daily", date="2026-02-04")
    (source,) = summaries(make.reading(POLICY, metadata=stated)).sources
    assert source.title == "A title"
    assert source.particulars[:3] == ("A. Author", "The Daily", "4 Feb 2026")


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ("2025", "2025"),
        ("2025-06", "Jun 2025"),
        ("2025-06-03", "3 Jun 2025"),
        ("2025-13", "2025-13"),
        ("soon", "soon"),
    ],
)
def test_a_date_is_as_precise_in_words_as_it_is_stated(stated: str, words: str) -> None:
    assert in_words(stated) == words


def test_the_register_has_each_initiative_once_with_its_statuses(make: ModuleType) -> None:
    launched = ("Digital Policy", "launched", Statement.DONE)
    planned = ("Digital Policy", "planned", Statement.PLANNED)
    briefing = summaries(
        make.reading(POLICY, initiatives=(launched,)),
        make.reading("A Digital Policy is planned by Pakistan.", 2, initiatives=(planned,)),
    )
    (register,) = [item for item in items(briefing) if isinstance(item, Register)]
    (line,) = register.lines
    assert [(one.text, one.standing) for one in line.statuses] == [
        ("launched", Standing.HAPPENED),
        ("planned", Standing.PLANNED),
    ]
    assert line.parties == ("Pakistan",)
    assert line.when == "2018"
    assert [place.source for place in line.places] == [1, 2]


def test_hoped_and_attributed_statuses_are_not_taken_for_facts(make: ModuleType) -> None:
    hoped = ("Digital Policy", "launched", Statement.HOPED)
    briefing = summaries(make.reading(POLICY, initiatives=(hoped,)))
    (register,) = [item for item in items(briefing) if isinstance(item, Register)]
    assert register.lines[0].statuses[0].standing is Standing.UNSURE


def test_no_initiative_is_an_answer(make: ModuleType) -> None:
    briefing = summaries(make.reading(POLICY))
    assert items(briefing, "Initiatives") == [Remark("No initiative is named in this article.")]


def test_names_are_counted_over_all_articles_and_suggestions_left_out(make: ModuleType) -> None:
    names = {"Kuwait": EntityKind.PLACE, "Policy": EntityKind.INITIATIVE}
    first = make.reading("Kuwait and Kuwait.", names=names)
    second = make.reading("In Kuwait.", 2, names=names)
    briefing = summaries(first, second, names=True)
    (group,) = [item for item in items(briefing) if isinstance(item, Names)]
    assert group.kind is EntityKind.PLACE
    assert [(name.name, name.mentions, str(name.place)) for name in group.names] == [
        ("Kuwait", 3, "1 ¶1 S1")
    ]


def test_an_article_in_full_has_its_kept_passages_marked_and_their_notes_numbered(
    make: ModuleType,
) -> None:
    kept = {"launched the Digital Policy": "Check the year. #date", "2018": ""}
    article = make.reading(POLICY, kept=kept)
    briefing = briefing_of_article(article, library="Sample", made_on=MADE_ON)
    (full,) = [item for item in items(briefing) if isinstance(item, FullText)]
    assert [(mark.span, mark.number) for mark in full.marks] == [((15, 42), 1), ((46, 50), None)]
    (note,) = [item for item in items(briefing, "Notes") if isinstance(item, Quotation)]
    assert (note.number, note.note, note.tags) == (1, "Check the year.", ("date",))
    assert note.text == "launched the Digital Policy"


def test_marks_and_notes_are_left_out_on_request(make: ModuleType) -> None:
    article = make.reading(POLICY, kept={"2018": "When exactly?"})
    plain = Contents(highlights=False, notes=False, initiatives=False, sources=False)
    briefing = briefing_of_article(article, plain, library="Sample", made_on=MADE_ON)
    (full,) = items(briefing)
    assert isinstance(full, FullText)
    assert full.marks == ()
    assert not briefing.shows_sources


def test_passages_of_several_articles_are_gathered_article_by_article(make: ModuleType) -> None:
    readings = [
        make.reading(POLICY, kept={"in 2018": "", "The government": "Which one?"}),
        make.reading("Nothing kept here.", 2),
        make.reading(FDI, 3, kept={"25%": ""}),
    ]
    briefing = briefing_of_bookmarks(readings, library="Sample", made_on=MADE_ON)
    quotations = [item for item in items(briefing) if isinstance(item, Quotation)]
    assert [one.text for one in quotations] == ["The government", "in 2018", "25%"]
    assert [source.number for source in briefing.sources] == [1, 2]
    assert briefing.subtitle.startswith("3 passages")


def test_a_passage_over_several_sentences_is_cited_with_the_first_and_the_last(
    make: ModuleType,
) -> None:
    text = "Ghana began. Ghana went on. Ghana ended."
    article = make.reading(text, kept={"began. Ghana went on.": "", "Ghana ended.": ""})
    book = briefing_of_bookmarks([article], library="Test", made_on=MADE_ON)
    places = [str(item.place) for item in items(book) if isinstance(item, Quotation)]
    assert places == ["1 \u00b61 S1\u20132", "1 \u00b61 S3"]


def test_a_passage_that_the_text_no_longer_has_keeps_its_words_and_has_no_place(
    make: ModuleType,
) -> None:
    article = make.reading(POLICY, kept={"in 2018": "Checked."})
    newer = make.reading("The government withdrew it.").version
    newer = replace(newer, number=2)
    briefing = briefing_of_bookmarks(
        [replace(article, version=newer)], library="Sample", made_on=MADE_ON
    )
    (quotation,) = [item for item in items(briefing) if isinstance(item, Quotation)]
    assert quotation.text == "in 2018"
    assert quotation.place is None


@pytest.mark.parametrize("source", ["", "One paragraph only.", "No stop"])
def test_little_or_no_text_is_no_failure(make: ModuleType, source: str) -> None:
    article = make.reading(source)
    for briefing in (
        summaries(article),
        briefing_of_article(article, library="Sample", made_on=MADE_ON),
        briefing_of_bookmarks([article], library="Sample", made_on=MADE_ON),
    ):
        assert briefing.title
        assert items(briefing)


def test_no_article_at_all_is_said(make: ModuleType) -> None:
    assert Remark("There is no article to summarise.") in items(summaries())


def test_an_initiative_named_after_its_years_lasts_from_one_to_the_other(make: ModuleType) -> None:
    article = make.reading(
        "The DCO 2025–2028 Agenda starts.",
        initiatives=(("DCO 2025–2028 Agenda", "under way", Statement.DONE),),
        years=("2025", "2028"),
    )
    (register,) = [item for item in items(summaries(article)) if isinstance(item, Register)]
    assert register.lines[0].when == "2025–2028"
