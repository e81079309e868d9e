"""Acronyms beside the names they stand for."""

import pytest

from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.entities.rules import SHOWN_FROM
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.sentences import sentences


@pytest.fixture(scope="module")
def recogniser():
    return Recogniser(Gazetteer.load())


def named(recogniser, text):
    found = recogniser.mentions(text, sentences(text), boilerplate_spans(text))
    return [(m.surface, m.kind.value) for m in found if m.confidence >= SHOWN_FROM]


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "Leaders launched the Coastal Seeds Programme (CSPX). The CSPX will run long.",
            [("CSPX", "INIT")],
            [],
        ),
        (
            "They signed the Comprehensive Economic Partnership Agreement (AB-CEPA) "
            "in Lima. AB-CEPA takes effect soon.",
            [("AB-CEPA", "INIT")],
            [],
        ),
        (
            "Officials concluded the Peru\u2013Kenya CEPA and the PKFTA.",
            [("Peru\u2013Kenya CEPA", "INIT"), ("PKFTA", "INIT")],
            [],
        ),
        (
            "The talks on a free trade agreement (KTFTA) ended.",
            [("KTFTA", "INIT")],
            [],
        ),
        (
            "Ministers signed the Digital Economy Partnership Agreement, DEPX for "
            "short. The DEPX is open.",
            [("DEPX", "INIT")],
            [],
        ),
        (
            "They read the Tavora Development Framework II (TDFX II).",
            [("TDFX II", "INIT")],
            [],
        ),
    ],
)
def test_an_acronym_is_what_its_long_form_is(recogniser, text, wanted, unwanted):
    found = named(recogniser, text)
    assert [name for name in wanted if name not in found] == []
    assert [surface for surface, _ in found if surface in unwanted] == []


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "The Ministry of Digital Development (Kominfox) said so. The Ministry "
            "of Communications (MCIT) agreed.",
            [("Kominfox", "ORG"), ("MCIT", "ORG")],
            [],
        ),
        (
            "The National Cybersecurity Agency (BSSNX) warned. BSSNX added more.",
            [("BSSNX", "ORG")],
            [],
        ),
        (
            "The Rural Data Commission, RDCX for short, met. RDCX agreed.",
            [("RDCX", "ORG")],
            [],
        ),
        (
            "TRVX (Tavora Regional Vision Exchange) opened.",
            [("TRVX", "ORG")],
            [],
        ),
        (
            "Anwar Tesfaye (PhD) spoke. Brigadier Omar Tanveer (Retd) agreed. Sir "
            "Ann Okoro (R) left.",
            [("Anwar Tesfaye", "PERSON"), ("Omar Tanveer", "PERSON")],
            ["PhD", "Retd"],
        ),
        (
            "Senator Maria Lopes (PT) and Deputy Hans Weber (CDU) met.",
            [("Maria Lopes", "PERSON"), ("Hans Weber", "PERSON")],
            [],
        ),
        (
            "Kofi Mensah (NDC), a lawmaker, agreed.",
            [("Kofi Mensah", "PERSON")],
            [],
        ),
        (
            "The state firm Minas de Cobre Tavoranos (MCT) spoke. MCT agreed.",
            [("MCT", "ORG")],
            [],
        ),
    ],
)
def test_an_acronym_beside_a_name_is_linked_and_a_degree_is_none(
    recogniser, text, wanted, unwanted
):
    found = named(recogniser, text)
    assert [name for name in wanted if name not in found] == []
    assert [surface for surface, _ in found if surface in unwanted] == []
