"""Where names of initiatives and bodies end, and names without a noun."""

import pytest


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "They signed the Agreement on a Partnership in the Field of Green "
            "Energy Trade and Storage in Lima.",
            [("Agreement on a Partnership in the Field of Green Energy Trade and Storage", "INIT")],
            [],
        ),
        (
            "She opened the Africa Conference on Science, Technology and Innovation in May.",
            [("Africa Conference on Science, Technology and Innovation", "INIT")],
            [],
        ),
        (
            "He visited the Gulf Space Exhibition and Conference on Monday.",
            [("Gulf Space Exhibition and Conference", "INIT")],
            [],
        ),
        (
            "Teams of the Qatar Fire Service and Civil Defence helped.",
            [("Qatar Fire Service and Civil Defence", "ORG")],
            [],
        ),
        (
            "They released the Blueprint for Ghana's AI Transformation today.",
            [("Blueprint for Ghana's AI Transformation", "INIT")],
            [],
        ),
        (
            "They launched the National Digital Strategy 2020-2030 and the Rural "
            "Health Plan (2021\u20132025).",
            [("National Digital Strategy 2020-2030", "INIT")],
            [],
        ),
        (
            "The Three Million Coders initiative began. The One Million Trees project grew.",
            [("Three Million Coders", "INIT"), ("One Million Trees", "INIT")],
            [],
        ),
        (
            "Analysts at the TARAS \u2013 Omar Lodi Institute agreed.",
            [("TARAS \u2013 Omar Lodi Institute", "ORG")],
            [],
        ),
        (
            "Citizens use e-Mitra centres and the e-Palika portal daily.",
            [("e-Mitra", "TECH")],
            [],
        ),
        (
            "Researchers of the Bank of Ruvia and the Harbour Data Authority met.",
            [("Bank of Ruvia", "ORG"), ("Harbour Data Authority", "ORG")],
            [],
        ),
        (
            "The Ministry of Health and the Ministry of Trade agreed. Ministry of "
            "Finance and Bank of Ghana officials met.",
            [
                ("Ministry of Health", "ORG"),
                ("Ministry of Trade", "ORG"),
                ("Ministry of Finance", "ORG"),
                ("Bank of Ghana", "ORG"),
            ],
            [],
        ),
        (
            "The Ministry of Labour and National Skills Council signed it.",
            [("Ministry of Labour", "ORG"), ("National Skills Council", "ORG")],
            [],
        ),
        (
            "They cite the Safety at Sea Act, No. 9 of 2024 and the Online Trade "
            "Act, No. 3 of 2021.",
            [("Online Trade Act, No. 3 of 2021", "INIT")],
            [],
        ),
        (
            "The Access to Maps Act and the National Population and Registration Act, 2021 apply.",
            [
                ("Access to Maps Act", "INIT"),
                ("National Population and Registration Act, 2021", "INIT"),
            ],
            [],
        ),
        (
            "She opened the AI for Farming Conference 2025.",
            [("AI for Farming Conference 2025", "INIT")],
            [],
        ),
        (
            "They joined the Partnership for Trusted 5G in May.",
            [("Partnership for Trusted 5G", "INIT")],
            [],
        ),
    ],
)
def test_a_name_is_neither_cut_nor_glued(expect_names, text, wanted, unwanted):
    expect_names(text, wanted, unwanted)


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "Engineers of Project Kestrel and Operation Sandstorm met under Vision 2045.",
            [("Project Kestrel", "INIT"), ("Operation Sandstorm", "INIT"), ("Vision 2045", "INIT")],
            [],
        ),
        (
            "The state launched Udaya 2030 and adopted Startup Ruvia 2.0 last year.",
            [("Udaya 2030", "INIT"), ("Startup Ruvia 2.0", "INIT")],
            [],
        ),
        (
            "He praised Making Ruvia 4.0 and Digital Mission 2.0.",
            [("Making Ruvia 4.0", "INIT")],
            [],
        ),
        (
            "Deputies passed PL 1876/2022 and H.R. 4521 on Monday, citing Act No. 12 of 2021.",
            [("PL 1876/2022", "INIT"), ("H.R. 4521", "INIT"), ("Act No. 12 of 2021", "INIT")],
            [],
        ),
        (
            "The plan, dubbed Mwanga, ended. A drive known as \u201cNuru Yetu\u201d followed.",
            [("Mwanga", "INIT"), ("Nuru Yetu", "INIT")],
            [],
        ),
        (
            "The navy joined the Sagar Kavach exercise and the Malabar Wind drill.",
            [("Sagar Kavach", "INIT"), ("Malabar Wind", "INIT")],
            [],
        ),
        (
            "The Clean Tavora campaign and the Harvest Light scheme began.",
            [("Clean Tavora", "INIT"), ("Harvest Light", "INIT")],
            [],
        ),
        (
            "It replaces Horizon Ruvia 2020 and falls under Saha 2035.",
            [("Horizon Ruvia 2020", "INIT"), ("Saha 2035", "INIT")],
            [],
        ),
        (
            "The Chandra-7 mission and the Kestrel mission succeeded.",
            [("Chandra-7", "INIT"), ("Kestrel", "INIT")],
            [],
        ),
        (
            "Project BRIDGE starts in May. Project Green Island follows. Law No. 32048 applies.",
            [
                ("Project BRIDGE", "INIT"),
                ("Project Green Island", "INIT"),
                ("Law No. 32048", "INIT"),
            ],
            [],
        ),
        (
            "They met at the Polar Ring Assembly 2025.",
            [("Polar Ring Assembly 2025", "INIT")],
            [],
        ),
        (
            "Banks paid for the Noor Tavora project under Law 07-31 on trade.",
            [("Noor Tavora", "INIT"), ("Law 07-31", "INIT")],
            [],
        ),
        (
            "The Recovery Plan \u201cTavora Tomorrow\u201d pays. The Bill 23.771 is open.",
            [("Tavora Tomorrow", "INIT"), ("Bill 23.771", "INIT")],
            [],
        ),
    ],
)
def test_an_initiative_is_known_without_a_noun_in_its_name(expect_names, text, wanted, unwanted):
    expect_names(text, wanted, unwanted)
