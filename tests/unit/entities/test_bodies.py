"""Companies and bodies told by their surroundings, their heads and their legal forms."""

import pytest


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "The cable was built by a consortium of Telvora, Nexcom and Ruvia Marine.",
            [("Telvora", "ORG"), ("Nexcom", "ORG")],
            [],
        ),
        (
            "The ministry signed contracts with Telvora and Nexcom on Monday.",
            [("Telvora", "ORG"), ("Nexcom", "ORG")],
            [],
        ),
        (
            "The plant was built by Sorvex last year.",
            [("Sorvex", "ORG")],
            [],
        ),
        (
            "Shareholders Telvora and Nexcom agreed to the sale.",
            [("Telvora", "ORG"), ("Nexcom", "ORG")],
            [],
        ),
        (
            "The largest operator is Telvora, a mobile company in Chad.",
            [("Telvora", "ORG")],
            [],
        ),
        (
            "Sorvex, the state grid operator, said it would invest. Engineers of Sorvex agreed.",
            [("Sorvex", "ORG")],
            [],
        ),
        (
            "Funding comes from lenders Kobank and Ruvia.",
            [("Kobank", "ORG"), ("Ruvia", "ORG")],
            [],
        ),
        (
            "A bill was sent to Parliament on Monday. The Presidency declined to comment.",
            [("Parliament", "ORG"), ("Presidency", "ORG")],
            [],
        ),
        (
            "The Harbour Data Authority met. Staff of the Authority agreed. The Authority voted.",
            [("Authority", "ORG")],
            [],
        ),
        (
            "The equipment was supplied by Telvora and installed by Nexcom.",
            [("Telvora", "ORG"), ("Nexcom", "ORG")],
            [],
        ),
        (
            "The agency bought 40 percent of shares from Telvora in 2021.",
            [("Telvora", "ORG")],
            [],
        ),
        (
            "The project is owned by Sorvex and operated by Lumetra.",
            [("Sorvex", "ORG"), ("Lumetra", "ORG")],
            [],
        ),
        (
            "Competitors such as Telvora, Nexcom and Lumetra lowered prices.",
            [("Telvora", "ORG"), ("Nexcom", "ORG"), ("Lumetra", "ORG")],
            [],
        ),
        (
            "Magtico, Silkor and Cellvo had asked for a delay.",
            [("Magtico", "ORG"), ("Silkor", "ORG"), ("Cellvo", "ORG")],
            [],
        ),
        (
            "Tavora and Nexcom said they would restore it.",
            [("Tavora", "ORG"), ("Nexcom", "ORG")],
            [],
        ),
        (
            "Sorvex, which runs the grid, agreed. GridOne said so too.",
            [("Sorvex", "ORG"), ("GridOne", "ORG")],
            [],
        ),
        (
            "TotalVora lifted its claim. Its rival is Bravo1, a state cluster.",
            [("TotalVora", "ORG"), ("Bravo1", "ORG")],
            [],
        ),
    ],
)
def test_a_lone_name_is_a_body_where_only_a_body_can_stand(expect_names, text, wanted, unwanted):
    expect_names(text, wanted, unwanted)


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "The contract went to Baltic Link Rail and to Tavora Railways.",
            [("Baltic Link Rail", "ORG"), ("Tavora Railways", "ORG")],
            [],
        ),
        (
            "The Congress of Coastal Trade Unions met the Tavora Network Operator.",
            [("Congress of Coastal Trade Unions", "ORG")],
            [],
        ),
        (
            "The Clean Seas Joint Undertaking awarded grants.",
            [("Clean Seas Joint Undertaking", "ORG")],
            [],
        ),
        (
            "The National Grid Manager and Tavora Airlines agreed.",
            [("Tavora Airlines", "ORG")],
            [],
        ),
        (
            "Funding came from the Chips JU in May.",
            [("Chips JU", "ORG")],
            [],
        ),
        (
            "A plant of Clear Solutions Namibia opened beside that of the Tavora Coast Guard.",
            [("Clear Solutions Namibia", "ORG"), ("Tavora Coast Guard", "ORG")],
            [],
        ),
        (
            "The North Coast Rail Link and the Savo Standard Gauge Railway opened.",
            [("North Coast Rail Link", "INIT"), ("Savo Standard Gauge Railway", "INIT")],
            [],
        ),
    ],
)
def test_the_noun_of_a_body_makes_a_body(expect_names, text, wanted, unwanted):
    expect_names(text, wanted, unwanted)


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "Deals went to Tavora Gaz, Keller Gruppen, Orman Holding and Selin Grup.",
            [
                ("Tavora Gaz", "ORG"),
                ("Keller Gruppen", "ORG"),
                ("Orman Holding", "ORG"),
                ("Selin Grup", "ORG"),
            ],
            [],
        ),
        (
            "Banco Meridia and Banque Solaire lent money to Aria Textil S.A. and Kora Pangan Tbk.",
            [("Banco Meridia", "ORG"), ("Banque Solaire", "ORG"), ("Kora Pangan Tbk", "ORG")],
            [],
        ),
        (
            "Shares of Nordvik AB, Salo Oyj, Meier GmbH and Toda KK rose.",
            [("Nordvik AB", "ORG"), ("Salo Oyj", "ORG"), ("Meier GmbH", "ORG"), ("Toda KK", "ORG")],
            [],
        ),
        (
            "Marcus Oil said profits fell. Aria Telekom and Daria Bankasi agreed.",
            [("Aria Telekom", "ORG")],
            [],
        ),
        (
            "Lenders met Volcan Compañía Minera and Pristine Consulting.",
            [("Volcan Compañía Minera", "ORG"), ("Pristine Consulting", "ORG")],
            [],
        ),
    ],
)
def test_business_words_of_many_languages_make_a_body(expect_names, text, wanted, unwanted):
    expect_names(text, wanted, unwanted)
