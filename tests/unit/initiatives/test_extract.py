"""What articles state about initiatives, and what they do not."""

import pytest

from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.initiatives.extract import initiatives
from sanad.initiatives.model import Statement
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.sentences import sentences


@pytest.fixture(scope="module")
def recogniser():
    return Recogniser(Gazetteer.load())


@pytest.fixture
def rows(recogniser):
    def read(text):
        found = sentences(text)
        return initiatives(text, found, recogniser.mentions(text, found, boilerplate_spans(text)))

    return read


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The cabinet approved the Rural Data Policy.", "approved"),
        ("The Rural Data Policy was approved by the cabinet.", "approved"),
        ("Ministers plan to launch a Rural Data Policy.", "planned"),
        ("The Rural Data Policy will be launched.", "planned"),
        ("Chile and Peru signed the Andes Data Agreement.", "agreed"),
        ("Chile hosted the Andes Data Forum.", "held"),
        ("They met on the sidelines of the Andes Data Conference.", "held"),
        ("She proposed the Andes Data Fund.", "proposed"),
        ("The launch of the Andes Data Strategy changed much.", "launched"),
        ("The Andes Data Strategy, launched in 2021, is known.", "launched"),
        ("They praised the rollout of the Andes Data Agenda.", "under way"),
        ("The Andes Data Programme was cancelled.", "cancelled"),
        ("The upcoming Andes Data Summit is large.", "planned"),
        ("The Andes Data Strategy is long.", ""),
        ("The Andes Data Strategy could be approved.", ""),
        ("The Andes Data Strategy was not approved.", ""),
    ],
)
def test_a_status_is_what_the_sentence_says_happened(rows, text, status):
    (row,) = rows(text)
    assert row.status == status


def test_what_is_planned_is_told_from_what_was_done(rows):
    done, planned = rows("They approved the Rural Data Policy. They will sign the Coast Data Pact.")
    assert done.events[-1].statement is Statement.DONE
    assert planned.events[-1].statement is Statement.PLANNED


def test_a_claim_of_experts_is_attributed(rows):
    (row,) = rows("Experts say the cabinet approved the Rural Data Policy.")
    assert row.events[-1].statement is Statement.ATTRIBUTED


def test_every_value_has_its_sentence(rows):
    text = "Rain fell. In 2021 Chile launched the Andes Data Strategy. It rained again."
    (row,) = rows(text)
    evidence = [row.events[0].evidence, *row.years, *(party.evidence for party in row.parties)]
    assert {text[e.sentence.start : e.sentence.end] for e in evidence} == {
        "In 2021 Chile launched the Andes Data Strategy."
    }


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("They adopted the Rural Data Policy 2031.", ["2031"]),
        ("They launched the Rural Data Policy in 2019.", ["2019"]),
        ("They launched the Rural Data Policy on 3 May 2019.", ["2019"]),
        ("The Rural Data Policy should reach all by 2030.", []),
        ("They launched the Rural Data Policy last year.", []),
    ],
)
def test_a_year_is_recorded_only_where_it_belongs_to_the_initiative(rows, text, years):
    (row,) = rows(text)
    assert [year.value for year in row.years] == years


def test_a_date_is_kept_as_precisely_as_stated(rows):
    (row,) = rows("The Rural Data Policy was launched on 3 May 2019.")
    assert row.events[-1].date == "2019-05-03"


def test_a_relative_date_stays_unresolved(rows):
    (row,) = rows("The Rural Data Policy was launched last month.")
    assert row.events[-1].date is None


def test_the_owner_leads(rows):
    (row,) = rows("They praised Malaysia’s Rural Data Blueprint.")
    assert [(party.entity, party.role) for party in row.parties] == [("malaysia", "lead")]


def test_the_countries_in_the_name_take_part(rows):
    (row,) = rows("Chile met Peru. They plan a Chile–Peru Data Dialogue.")
    assert {party.entity for party in row.parties} >= {"chile", "peru"}


def test_an_article_without_programmes_has_no_rows(rows):
    assert rows("Kenya and Uganda want better technology policy for all.") == []


def test_a_footer_and_an_index_make_no_rows(rows):
    text = (
        "Kenya fell in the Global Services Location Index.\n"
        "Follow the Andes Data Programme WhatsApp Channel for updates."
    )
    assert rows(text) == []


def test_an_acronym_is_an_alias_of_its_initiative(rows):
    (row,) = rows("The Andes Data Strategy (ADS) is long. ADS is good.")
    assert row.aliases == ("ADS",)
