"""Acronyms beside the names they stand for."""

import pytest


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
def test_an_acronym_is_what_its_long_form_is(expect_names, text, wanted, unwanted):
    expect_names(text, wanted, unwanted)


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
    expect_names, text, wanted, unwanted
):
    expect_names(text, wanted, unwanted)
