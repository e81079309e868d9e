"""The tables of the gazetteer are whole, and what is not there is not found."""

import csv

import pytest

from sanad.assets import resource
from sanad.entities.gazetteer import Gazetteer
from sanad.entities.slug import slug
from sanad.initiatives.model import KINDS, STATUSES


def rows(name):
    with resource(f"gazetteer/{name}").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("table", "least"),
    [
        ("countries.csv", 240),
        ("cities.csv", 400),
        ("places.csv", 200),
        ("organisations.csv", 300),
        ("technologies.csv", 150),
        ("initiatives.csv", 100),
    ],
)
def test_a_table_has_the_size_it_promises(table, least):
    assert len(rows(table)) >= least


def test_every_table_is_rectangular():
    for path in resource("gazetteer").glob("*.csv"):
        for row in rows(path.name):
            assert None not in row, (path.name, row)
            assert None not in row.values(), (path.name, row)


def test_every_listed_initiative_has_a_known_kind():
    assert {row["kind"] for row in rows("initiatives.csv")} <= set(KINDS)


def test_every_cue_has_a_known_status():
    assert {row["status"] for row in rows("cues.csv")} <= set(STATUSES)


def test_every_country_has_its_english_and_its_urdu_name():
    by_name = {row["name"]: row for row in rows("countries.csv")}
    assert by_name["Pakistan"]["urdu"] == "پاکستان"
    assert all(row["name"] for row in by_name.values())


def test_an_abbreviation_and_the_full_name_are_one_entry():
    forms = Gazetteer.load().forms
    entries = {form.entry.entity for form in forms["itu"]}
    assert slug("International Telecommunication Union") in entries


def test_a_key_does_not_depend_on_case_accents_or_the_kind_of_dash():
    assert slug("Côte d’Ivoire") == slug("Cote D'Ivoire")
    assert slug("China‑Pakistan Economic Corridor") == slug("China-Pakistan economic corridor")
