"""Statuses, years, kinds and parties that clauses and next sentences tell."""

import pytest

from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.initiatives.extract import initiatives
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.sentences import sentences


@pytest.fixture(scope="module")
def recogniser():
    return Recogniser(Gazetteer.load())


def told(recogniser, text):
    found = sentences(text)
    mentions = recogniser.mentions(text, found, boilerplate_spans(text))
    return {
        row.name: {
            "kind": row.kind,
            "status": row.status,
            "years": [year.value for year in row.years],
            "lead": [party.entity for party in row.parties if party.role == "lead"],
            "partner": [party.entity for party in row.parties if party.role == "partner"],
        }
        for row in initiatives(text, found, mentions)
    }


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        (
            "The Andes Data Plan, which Cabinet approved in March 2021, is long.",
            "Andes Data Plan",
            {"status": "approved", "years": ["2021"]},
        ),
        (
            "The Andes Data Plan, approved by Parliament in May 2024, is long.",
            "Andes Data Plan",
            {"status": "approved", "years": ["2024"]},
        ),
        (
            "Adopted in June 2020, the Andes Data Strategy sets goals.",
            "Andes Data Strategy",
            {"status": "approved", "years": ["2020"]},
        ),
        (
            "Announced in 2020, the Andes Data Scheme pays farmers.",
            "Andes Data Scheme",
            {"status": "launched", "years": ["2020"]},
        ),
        (
            "Farmers like the Andes Data Scheme. It was launched in 2019 by the ministry.",
            "Andes Data Scheme",
            {"status": "launched", "years": ["2019"]},
        ),
        (
            "Farmers like the Andes Data Plan. The plan was approved in 2018.",
            "Andes Data Plan",
            {"status": "approved", "years": ["2018"]},
        ),
        (
            "Farmers like the Andes Data Fund. It is expected to start next year.",
            "Andes Data Fund",
            {"status": "planned"},
        ),
        (
            "Tan said at the Andes Data Forum 2025 that prices fell.",
            "Andes Data Forum 2025",
            {"status": "held", "years": ["2025"]},
        ),
        (
            "She spoke at the Andes Data Conference on Monday.",
            "Andes Data Conference",
            {"status": "held"},
        ),
        (
            "Six states signed the treaty establishing the Andes Data Compact.",
            "Andes Data Compact",
            {"status": "agreed"},
        ),
        (
            "They read the Digital Health Act, 2021 again.",
            "Digital Health Act, 2021",
            {"kind": "law", "years": ["2021"]},
        ),
        (
            "They joined the Kimberly Data Process and Coastal Peace Process talks.",
            "Kimberly Data Process",
            {"kind": "dialogue"},
        ),
        (
            "NEW YORK \u2013 World leaders adopted the Coastal Data Compact on Sunday.",
            "Coastal Data Compact",
            {"status": "approved", "lead": []},
        ),
        (
            "In Geneva, ministers adopted the Coastal Data Compact.",
            "Coastal Data Compact",
            {"status": "approved", "lead": []},
        ),
        (
            "GENEVA (Reuters) \u2013 Officials launched the Coastal Data Fund on Sunday.",
            "Coastal Data Fund",
            {"status": "launched", "lead": []},
        ),
        (
            "Ministers meeting in Lima approved the Coastal Data Programme.",
            "Coastal Data Programme",
            {"status": "approved", "lead": []},
        ),
        (
            "Chile launched the Coastal Data Fund.",
            "Coastal Data Fund",
            {"status": "launched", "lead": ["chile"]},
        ),
        (
            "The Lima Data Fair takes place in Lima in May 2024.",
            "Lima Data Fair",
            {"partner": []},
        ),
        (
            "The Andes Data Strategy, under which Chile trains farmers, was adopted "
            "by the Senate in July 2022.",
            "Andes Data Strategy",
            {"status": "approved", "years": ["2022"]},
        ),
        (
            "The Andes Data Act entered into force on 1 May 2023.",
            "Andes Data Act",
            {"kind": "law", "status": "launched", "years": ["2023"]},
        ),
        (
            "The Andes Data Agreement, which the two countries signed in 2019, lapsed.",
            "Andes Data Agreement",
            {"status": "agreed", "years": ["2019"]},
        ),
        (
            "The Andes Data Programme is in its third year and has trained 400 people.",
            "Andes Data Programme",
            {"status": "under way"},
        ),
        (
            "First announced in 2017, the Andes Data Corridor links ports.",
            "Andes Data Corridor",
            {"status": "launched", "years": ["2017"]},
        ),
        (
            "The minister unveiled a roadmap. Known as the Andes Data Roadmap, it "
            "was published in 2021.",
            "Andes Data Roadmap",
            {"status": "launched", "years": ["2021"]},
        ),
        (
            "The Andes Data Summit, held in Lima in October 2023, drew many.",
            "Andes Data Summit",
            {"status": "held", "years": ["2023"]},
        ),
        (
            "Officials met during the Andes Data Week 2024, which opened on Monday.",
            "Andes Data Week 2024",
            {"kind": "event", "status": "held", "years": ["2024"]},
        ),
        (
            "The budget sets aside money for the Andes Data Fund, due to open in 2026.",
            "Andes Data Fund",
            {"status": "planned", "years": ["2026"]},
        ),
        (
            "The Coastal Data Bill was introduced in the Senate in May 2023.",
            "Coastal Data Bill",
            {"status": "proposed", "years": ["2023"]},
        ),
        (
            "The minister introduced the Coastal Data Bill on Monday.",
            "Coastal Data Bill",
            {"status": "proposed"},
        ),
        (
            "The Coastal Data Bill passed the Senate in June 2022.",
            "Coastal Data Bill",
            {"status": "approved", "years": ["2022"]},
        ),
        (
            "The Coastal Data Bill cleared the lower house by 80 votes.",
            "Coastal Data Bill",
            {"status": "approved"},
        ),
        (
            "The Coastal Data Plan won cabinet approval in 2021.",
            "Coastal Data Plan",
            {"status": "approved", "years": ["2021"]},
        ),
        (
            "The Coastal Data Scheme, which began in 2019, pays farmers.",
            "Coastal Data Scheme",
            {"status": "launched", "years": ["2019"]},
        ),
        (
            "The Coastal Data Scheme, now in its second phase, pays farmers.",
            "Coastal Data Scheme",
            {"status": "under way"},
        ),
        (
            "The Coastal Data Scheme entered its third year in 2024.",
            "Coastal Data Scheme",
            {"status": "under way"},
        ),
        (
            "Delegates gathered for the Coastal Data Forum in Lima.",
            "Coastal Data Forum",
            {"status": "held"},
        ),
        (
            "The Coastal Data Forum will run from 5 to 7 May 2026 in Oslo.",
            "Coastal Data Forum",
            {"status": "planned", "years": ["2026"]},
        ),
        (
            "The Coastal Data Summit, scheduled for June 2027, will draw many.",
            "Coastal Data Summit",
            {"status": "planned", "years": ["2027"]},
        ),
        (
            "The Coastal Data Scheme, unveiled by President Ann Okoro in May 2024, pays farmers.",
            "Coastal Data Scheme",
            {"status": "launched", "years": ["2024"]},
        ),
        (
            "Under the Coastal Data Scheme, launched in 2020, farmers are paid.",
            "Coastal Data Scheme",
            {"status": "launched", "years": ["2020"]},
        ),
        (
            "The Coastal Data Programme, signed by Chile and Peru in 2019, ends soon.",
            "Coastal Data Programme",
            {"years": ["2019"]},
        ),
        (
            "The Coastal Data Policy is being drafted and should be ready soon.",
            "Coastal Data Policy",
            {"status": "proposed"},
        ),
        (
            "Parliament has yet to approve the Coastal Data Bill, which was tabled in 2022.",
            "Coastal Data Bill",
            {"status": "proposed", "years": ["2022"]},
        ),
        (
            "The Coastal Data Treaty has been ratified by 14 states.",
            "Coastal Data Treaty",
            {"status": "approved"},
        ),
        (
            "The two sides signed a memorandum on Monday. The Coastal Data Strategy "
            "dates from 2018.",
            "Coastal Data Strategy",
            {"status": "launched", "years": ["2018"]},
        ),
        (
            "The Coastal Data Plan is the work of the ministry. The plan, adopted "
            "in 2017, is long.",
            "Coastal Data Plan",
            {"status": "approved", "years": ["2017"]},
        ),
        (
            "Kenya runs the Coastal Data Fund. Launched in 2016, the fund has lent millions.",
            "Coastal Data Fund",
            {"status": "launched", "years": ["2016"]},
        ),
        (
            "Kenya likes the Coastal Data Fund. Peru adopted the River Data Plan in "
            "2019. It was approved in May 2020.",
            "Coastal Data Fund",
            {"years": []},
        ),
        (
            "Chile and Peru agreed to set up a Coastal Data Fund.",
            "Coastal Data Fund",
            {"status": "planned"},
        ),
        (
            "The Coastal Data Fund has been operational since 2015.",
            "Coastal Data Fund",
            {"status": "launched"},
        ),
        (
            "Work on the Coastal Data Corridor began in 2021.",
            "Coastal Data Corridor",
            {"status": "under way", "years": ["2021"]},
        ),
        (
            "The Coastal Data Corridor is under construction.",
            "Coastal Data Corridor",
            {"status": "under way"},
        ),
        (
            "The Coastal Data Corridor, completed in 2022, links ports.",
            "Coastal Data Corridor",
            {"status": "completed", "years": ["2022"]},
        ),
        (
            "The Coastal Data Week ended on Friday in Cape Town.",
            "Coastal Data Week",
            {"status": "held", "lead": []},
        ),
        (
            "In 2021, Chile adopted its Coastal Data Strategy, and in 2022 it "
            "passed the River Data Act.",
            "Coastal Data Strategy",
            {"status": "approved", "years": ["2021"]},
        ),
        (
            "In 2021, Chile adopted its Coastal Data Strategy, and in 2022 it "
            "passed the River Data Act.",
            "River Data Act",
            {"status": "approved", "years": ["2022"]},
        ),
        (
            "The Coastal Data Initiative, a partnership between Chile and Peru, trains teachers.",
            "Coastal Data Initiative",
            {"kind": "partnership"},
        ),
        (
            "Speaking at the opening of the Coastal Data Conference, she praised Peru.",
            "Coastal Data Conference",
            {"status": "held"},
        ),
        (
            "Lagos hosted the Coastal Data Conference in May 2023.",
            "Coastal Data Conference",
            {"status": "held", "years": ["2023"]},
        ),
        (
            "Officials hope the Coastal Data Agreement will be signed by 2027.",
            "Coastal Data Agreement",
            {"status": "planned"},
        ),
        (
            "The Coastal Data Agreement was signed in Geneva in 2014 and entered "
            "into force in 2016.",
            "Coastal Data Agreement",
            {"years": ["2014", "2016"]},
        ),
        (
            "The EU's Coastal Data Act, which took effect in August 2024, bans it.",
            "Coastal Data Act",
            {"status": "launched", "years": ["2024"]},
        ),
        (
            "The Coastal Data Act (2019) bans it.",
            "Coastal Data Act",
            {"kind": "law", "years": ["2019"]},
        ),
        (
            "He welcomed the adoption in 2023 of the Coastal Data Strategy.",
            "Coastal Data Strategy",
            {"status": "approved", "years": ["2023"]},
        ),
        (
            "It replaces the Coastal Data Plan, scrapped in 2020.",
            "Coastal Data Plan",
            {"status": "cancelled", "years": ["2020"]},
        ),
        (
            "The Coastal Data Strategy 2025-2030 was read. The Coastal Data "
            "Strategy was adopted in 2024.",
            "Coastal Data Strategy 2025-2030",
            {"status": "approved", "years": ["2025", "2030", "2024"]},
        ),
        (
            "The River Scheme and the Coast Fund, both launched in 2022, train youth.",
            "River Scheme",
            {"status": "launched", "years": ["2022"]},
        ),
        (
            "The River Scheme and the Coast Fund, both launched in 2022, train youth.",
            "Coast Fund",
            {"status": "launched", "years": ["2022"]},
        ),
        (
            "The Coast Finance Bill 2025, tabled in April, was signed into law in June 2025.",
            "Coast Finance Bill 2025",
            {"status": "approved"},
        ),
        (
            "The Coastal Data Fund, for which leaders signed a treaty, will open in May.",
            "Coastal Data Fund",
            {"status": "planned"},
        ),
        (
            "Parliament passed the Law on Coastal Data in May. The law, drafted by "
            "Peru, takes effect on 1 January 2027.",
            "Law on Coastal Data",
            {"status": "approved", "years": []},
        ),
        (
            "Parliament is expected to debate the Coastal Data Bill.",
            "Coastal Data Bill",
            {"status": "proposed"},
        ),
        (
            "They signed a letter of intent for the Coastal Data Programme.",
            "Coastal Data Programme",
            {"status": "agreed"},
        ),
        (
            "PL 1876/2022 was passed by Congress in June 2024.",
            "PL 1876/2022",
            {"kind": "law", "status": "approved"},
        ),
        (
            "The Coastal Data Zone drew RM30 billion.",
            "Coastal Data Zone",
            {"status": ""},
        ),
        (
            "The Coastal Data Act was adopted on Jan. 22, 2021.",
            "Coastal Data Act",
            {"status": "approved", "years": ["2021"]},
        ),
    ],
)
def test_an_initiative_has_what_its_sentences_say(recogniser, text, name, wanted):
    row = told(recogniser, text)[name]
    assert {key: row[key] for key in wanted} == wanted
