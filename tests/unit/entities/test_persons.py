"""Persons, technologies, and capitals that name nothing."""

import pytest


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "Homes get fibre. Sensors and drones help; satellites watch. Electric "
            "cars need chargers.",
            [
                ("fibre", "TECH"),
                ("Sensors", "TECH"),
                ("drones", "TECH"),
                ("satellites", "TECH"),
                ("Electric cars", "TECH"),
            ],
            [],
        ),
        (
            "Villages rely on mobile money, e-ID and biometric checks, LTE and open source code.",
            [
                ("mobile money", "TECH"),
                ("e-ID", "TECH"),
                ("biometric", "TECH"),
                ("LTE", "TECH"),
                ("open source", "TECH"),
            ],
            [],
        ),
        (
            "CYBERSECURITY AND DIGITAL IDENTITY\nBroadband reached all. DIGITAL ID IS HERE\n",
            [
                ("CYBERSECURITY", "TECH"),
                ("DIGITAL IDENTITY", "TECH"),
                ("Broadband", "TECH"),
                ("DIGITAL ID", "TECH"),
            ],
            [],
        ),
        (
            "Fiber to homes and electric vehicles are growing.",
            [("Fiber", "TECH"), ("electric vehicles", "TECH")],
            [],
        ),
    ],
)
def test_a_technology_is_found_however_it_is_written(expect_names, text, wanted, unwanted):
    expect_names(text, wanted, unwanted)


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "Rafiqul Islam spoke. Minister Nazrul Islam agreed.",
            [("Rafiqul Islam", "PERSON"), ("Nazrul Islam", "PERSON")],
            [],
        ),
        (
            "President Park Min-jun met Chen Weilong. Later Chen praised Park.",
            [
                ("Park Min-jun", "PERSON"),
                ("Chen Weilong", "PERSON"),
                ("Chen", "PERSON"),
                ("Park", "PERSON"),
            ],
            [],
        ),
        (
            "Secretary Md. Karim Uddin met Hajiya Amina Bello, Chief Tunde Alade, "
            "Alhaji Musa Garba and Dato' Azlan Rahim.",
            [
                ("Md. Karim Uddin", "PERSON"),
                ("Amina Bello", "PERSON"),
                ("Tunde Alade", "PERSON"),
                ("Musa Garba", "PERSON"),
                ("Azlan Rahim", "PERSON"),
            ],
            [],
        ),
        (
            "Baron Luc Verhoeven, Ratu Josefa Tora, Nana Kwabena Osei and Oba Ade Lawal came.",
            [
                ("Luc Verhoeven", "PERSON"),
                ("Josefa Tora", "PERSON"),
                ("Kwabena Osei", "PERSON"),
                ("Ade Lawal", "PERSON"),
            ],
            [],
        ),
        (
            "Minister Siaosi Tu\u02bbilagi and Governor Kai Ka\u02bbanapu met. Dr. Brian "
            "O\u2019Hara agreed.",
            [
                ("Siaosi Tu\u02bbilagi", "PERSON"),
                ("Kai Ka\u02bbanapu", "PERSON"),
                ("Brian O\u2019Hara", "PERSON"),
            ],
            [],
        ),
        (
            "Dr. Anvar Ma\u2019rufov and President O\u02bbtkir Qodirov met.",
            [("Anvar Ma\u2019rufov", "PERSON"), ("O\u02bbtkir Qodirov", "PERSON")],
            [],
        ),
        (
            "Prime Minister \u02bbAisake Eketoa and Dr Jo\u2018rabek Mirzaev met.",
            [("\u02bbAisake Eketoa", "PERSON"), ("Jo\u2018rabek Mirzaev", "PERSON")],
            [],
        ),
        (
            "Prime Minister Datuk Seri Amran Halim met Tengku Datuk Seri Farid Aziz.",
            [("Amran Halim", "PERSON"), ("Farid Aziz", "PERSON")],
            ["Seri"],
        ),
    ],
)
def test_a_person_is_named_whole_and_without_titles(expect_names, text, wanted, unwanted):
    expect_names(text, wanted, unwanted)


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "It cost US$40 million, NZ$3 million and 20 billion CFA francs; CFA 3 billion more.",
            [],
            ["US", "CFA", "NZ"],
        ),
        (
            "The Bulwark Council met. He told The Tavora Foundation about it.",
            [("Bulwark Council", "ORG"), ("Tavora Foundation", "ORG")],
            ["The Tavora Foundation", "The Bulwark Council"],
        ),
        (
            "Kenya, Peru Seal Moon Deal\nMinisters Hail New Trade Pact\nKenya agreed.",
            [("Kenya", "PLACE"), ("Peru", "PLACE")],
            ["Seal Moon Deal", "Peru Seal Moon Deal", "Hail New Trade Pact"],
        ),
        (
            "Ghana Bags Gold Award as Togo Rejects Fish Treaty\nThey met.",
            [("Ghana", "PLACE"), ("Togo", "PLACE")],
            ["Togo Rejects Fish Treaty", "Ghana Bags Gold Award"],
        ),
        (
            "Oman Clinches Solar Partnership\nThey met in Muscat.",
            [("Oman", "PLACE")],
            ["Oman Clinches Solar Partnership", "Clinches Solar Partnership"],
        ),
    ],
)
def test_money_and_headlines_are_no_names(expect_names, text, wanted, unwanted):
    expect_names(text, wanted, unwanted)
