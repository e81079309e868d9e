"""What the recogniser makes of sentences, told in the words of a reader."""

from itertools import pairwise

import pytest

from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.entities.rules import CONFIDENCE, SHOWN_FROM
from sanad.library.records import Mention
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.sentences import sentences


@pytest.fixture(scope="module")
def recogniser():
    return Recogniser(Gazetteer.load())


def read(recogniser: Recogniser, text: str, *, suggestions: bool = False) -> list[Mention]:
    found = recogniser.mentions(text, sentences(text), boilerplate_spans(text))
    return [m for m in found if suggestions or m.confidence >= SHOWN_FROM]


def named(recogniser: Recogniser, text: str) -> list[tuple[str, str]]:
    return [(m.surface, m.kind.value) for m in read(recogniser, text)]


def test_an_empty_text_names_nothing(recogniser):
    assert read(recogniser, "") == []


def test_mentions_stand_in_order_and_do_not_overlap(recogniser):
    text = "The National Assembly of Kenya met Shaza Fatima Khawaja of Pakistan in Nairobi."
    mentions = read(recogniser, text, suggestions=True)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(text[m.start : m.end] == m.surface for m in mentions)


def test_every_mention_tells_a_known_rule_and_its_confidence(recogniser):
    for mention in read(recogniser, "Zorbo said Kigali hosted the Web Summit.", suggestions=True):
        assert mention.confidence == CONFIDENCE[mention.rule]


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        (
            "Officials of the Ministry of Trade and Industry met.",
            "Ministry of Trade and Industry",
            "ORG",
        ),
        ("It was drafted by the Rural Data Commission.", "Rural Data Commission", "ORG"),
        (
            "They adopted the National Robotics Policy 2031.",
            "National Robotics Policy 2031",
            "INIT",
        ),
        (
            "They passed the Protection of Coastal Data Act.",
            "Protection of Coastal Data Act",
            "INIT",
        ),
        ("She spoke at the 7th Coastal Data Forum.", "7th Coastal Data Forum", "INIT"),
        ("They train people under the Zawadi programme.", "Zawadi", "INIT"),
        ("They met Minister for Posts and Culture Oluchi Mbarara.", "Oluchi Mbarara", "PERSON"),
        ("He met Dr. Temirlan Abdykadyrov there.", "Temirlan Abdykadyrov", "PERSON"),
        ("It relies on AI-driven tools.", "AI", "TECH"),
        ("They invest in Cloud Computing.", "Cloud Computing", "TECH"),
        ("The plant is near Ulaanbaatar.", "Ulaanbaatar", "PLACE"),
        ("He works for Microsoft Indonesia.", "Microsoft Indonesia", "ORG"),
        ("The firm works with bMoni, a payments company.", "bMoni", "ORG"),
    ],
)
def test_a_name_is_told_by_its_noun_its_title_or_its_surroundings(recogniser, text, surface, kind):
    assert (surface, kind) in named(recogniser, text)


def test_the_outermost_name_wins(recogniser):
    found = named(recogniser, "They signed the China–Pakistan Seed Accord.")
    assert found == [("China–Pakistan Seed Accord", "INIT")]


def test_a_role_and_its_portfolio_are_no_names(recogniser):
    found = named(recogniser, "The Minister for Information Technology resigned.")
    assert found == []


def test_an_organisation_within_a_role_is_a_name(recogniser):
    found = named(recogniser, "Ann Lee is the Director General of the Harbour Data Authority.")
    assert ("Harbour Data Authority", "ORG") in found


def test_a_demonym_points_to_its_country(recogniser):
    (mention,) = read(recogniser, "The Chinese side agreed.")
    assert (mention.surface, mention.entity, mention.rule) == ("Chinese", "china", "demonym")


def test_a_dateline_in_capitals_is_the_city(recogniser):
    assert read(recogniser, "KIGALI - Ministers met today.")[0].entity == "kigali"


def test_an_unknown_town_in_a_dateline_is_a_place(recogniser):
    assert named(recogniser, "QORVAABAD — Ministers met today.")[0] == ("QORVAABAD", "PLACE")


def test_a_bracketed_acronym_names_what_stands_before_it(recogniser):
    text = "The Rural Data Commission (RDC) met. Later the RDC left."
    assert {m.entity for m in read(recogniser, text)} == {"rural-data-commission"}


def test_the_article_decides_what_its_acronym_means(recogniser):
    text = "The Public Transit Alliance (PTA) met. The PTA agreed."
    assert {m.entity for m in read(recogniser, text)} == {"public-transit-alliance"}


def test_a_surname_is_its_bearer_after_the_full_name(recogniser):
    text = "Minister Shaza Fatima Khawaja spoke. Khawaja then left."
    assert [m.entity for m in read(recogniser, text)] == ["shaza-fatima-khawaja"] * 2


def test_a_surname_shared_by_two_is_nobody_in_particular(recogniser):
    text = "Minister Ann Okoro met Governor Ben Okoro. Later Okoro left."
    entities = [m.entity for m in read(recogniser, text)]
    assert entities == ["ann-okoro", "ben-okoro"]


def test_a_shorter_name_with_the_same_head_is_the_longer_one(recogniser):
    text = "They plan a Chile–Peru Data Policy Dialogue. The Data Policy Dialogue starts soon."
    initiatives = {m.entity for m in read(recogniser, text) if m.kind == "INIT"}
    assert initiatives == {"chile-peru-data-policy-dialogue"}


def test_a_vision_and_the_policy_named_after_it_stay_apart(recogniser):
    text = "The Digital Pakistan vision is old. The Digital Pakistan Policy followed."
    entities = [m.entity for m in read(recogniser, text)]
    assert entities == ["digital-pakistan", "digital-pakistan-policy"]


def test_singular_and_plural_are_one(recogniser):
    text = "They seek Global Seed Partnerships. A Global Seed Partnership brings skills."
    assert len({m.entity for m in read(recogniser, text)}) == 1


def test_the_capitalised_head_alone_is_the_one_name_that_has_it(recogniser):
    text = "The Rural Data Commission met. Then the Commission voted."
    assert [m.surface for m in read(recogniser, text)] == ["Rural Data Commission", "Commission"]


def test_a_footer_names_nothing(recogniser):
    footer = "Follow the SPIN IDG WhatsApp Channel for updates across Pakistan."
    mentions = read(recogniser, f"Kenya won.\n{footer}", suggestions=True)
    assert [m.surface for m in mentions] == ["Kenya"]


def test_an_index_is_no_initiative(recogniser):
    text = "Kenya fell in the Global Services Location Index."
    assert named(recogniser, text) == [("Kenya", "PLACE")]


def test_the_first_word_of_a_sentence_is_no_name_by_its_capital(recogniser):
    assert named(recogniser, "Observers agreed. Smallholder farmers did not.") == []


def test_a_heading_in_capitals_throughout_gives_no_guesses(recogniser):
    found = named(recogniser, "Minister Unveils Bold New Plan for Kenya Farmers\nKenya won.")
    assert [kind for _, kind in found] == ["PLACE", "PLACE"]


def test_months_days_and_amounts_are_no_names(recogniser):
    assert named(recogniser, "On Monday in March they paid RM56 billion in FY2025.") == []


def test_a_city_that_shares_a_name_is_a_place_only_where_a_place_can_stand(recogniser):
    text = "Abha Sharma thanked them."
    assert all(m.kind != "PLACE" for m in read(recogniser, text))


def test_a_country_is_known_in_urdu(recogniser):
    (mention,) = read(recogniser, "وہ پاکستان گئے۔")
    assert mention.entity == "pakistan"


def test_the_same_name_has_the_same_key_in_every_article(recogniser):
    first = read(recogniser, "The Rural Data Commission met.")[0].entity
    second = read(recogniser, "In Lima the Rural Data Commission won.")[-1].entity
    assert first == second == "rural-data-commission"


def test_a_quoted_name_keeps_its_first_word(recogniser):
    found = named(recogniser, "The “Digital Nation Pakistan” plan has three parts.")
    assert found == [("Digital Nation Pakistan", "INIT")]


def test_a_country_is_known_in_urdu_however_its_letters_are_encoded(recogniser):
    (mention,) = read(recogniser, "ڈیجیٹل پاكستان كے تحت")
    assert mention.entity == "pakistan"


def test_a_law_keeps_the_bracket_within_its_name(recogniser):
    found = named(recogniser, "The Data (Use and Access) Bill is before them.")
    assert found == [("Data (Use and Access) Bill", "INIT")]


def test_a_short_name_of_another_country_stays_apart(recogniser):
    text = "The Ghana Seed Council met. Peru's Seed Council did not."
    entities = {m.entity for m in read(recogniser, text) if m.kind == "ORG"}
    assert entities == {"ghana-seed-council", "seed-council"}
