"""The register of the five sample articles: exactly twelve initiatives."""

import json
from pathlib import Path

import pytest

from sanad.assets import seeds
from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.entities.slug import slug
from sanad.initiatives.extract import initiatives
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.plain import render_plain
from sanad.text.sentences import sentences

DATA = Path(__file__).parents[2] / "data"


def expected():
    gold = json.loads((DATA / "gold_seeds.json").read_text(encoding="utf-8"))
    return {
        (article["id"], slug(row["name"])): row
        for article in gold
        for row in article["initiatives"]
        if not row.get("opt")
    }


@pytest.fixture(scope="module")
def found():
    recogniser = Recogniser(Gazetteer.load())
    rows = {}
    for file in seeds():
        text = render_plain(file.read_bytes().decode("utf-8")).text
        numbered = sentences(text)
        mentions = recogniser.mentions(text, numbered, boilerplate_spans(text))
        for row in initiatives(text, numbered, mentions):
            rows[file.stem, slug(row.name)] = (text, row)
    return rows


def test_there_are_exactly_the_twelve_rows(found):
    assert set(found) == set(expected())
    assert len(found) == 12


@pytest.mark.parametrize("key", expected(), ids=lambda key: key[1])
def test_kind_status_and_years_are_as_the_article_states_them(found, key):
    gold, (_, row) = expected()[key], found[key]
    assert row.kind == gold["kind"]
    stated = set(gold["status"])
    assert row.status in stated or (not row.status and (not stated or "~" in stated))
    years = {year.value for year in row.years}
    assert years <= set(gold["years"])
    assert years or "~" in gold["years"]


@pytest.mark.parametrize("key", expected(), ids=lambda key: key[1])
def test_every_naming_sentence_holds_a_name(found, key):
    text, row = found[key]
    assert row.sentences
    for span in row.sentences:
        assert any(span.start <= m.start and m.end <= span.end for m in row.mentions)
    assert all(text[m.start : m.end] for m in row.mentions)


def test_the_parties_of_the_dialogue_are_its_two_countries(found):
    key = ("001_1fc15af41153fc5b", "pakistan-malaysia-digital-policy-dialogue")
    assert {party.entity for party in found[key][1].parties} == {"pakistan", "malaysia"}
