"""What an answer carries besides its hits: facets, expansions, explanations, order."""

import pytest

from sanad.library.records import EntityId, EntityKind, Mention
from sanad.search.aliases import alias_table
from sanad.search.protocol import UNKNOWN, Alias, Batch, Request
from sanad.search.whoosh_index import open_index

CPEC = Alias(
    "cpec", EntityKind.INITIATIVE, ("China-Pakistan Economic Corridor", "CPEC", "the Corridor")
)
MINISTRY = [
    Alias("one", EntityKind.ORGANISATION, ("Ministry of Finance", "MoF")),
    Alias("two", EntityKind.ORGANISATION, ("Ministry of Food", "MoF")),
]


@pytest.fixture
def library(empty_index, article):
    empty_index.apply(
        Batch(
            [
                article(1, "CPEC grows.", source="Dawn", date="2025-03"),
                article(2, "The China\u2011Pakistan Economic Corridor grows.", date="2024"),
                article(3, "China and Pakistan grow an economic hub.", source="AFP"),
                article(4, "Kuwait grows. Malaysia too.", source="Dawn", date="2025-01-02"),
            ]
        )
    )
    return empty_index


def ids(index, text, **request):
    return [hit.article for hit in index.search(Request(text, **request)).hits]


def counts(answer, kind):
    return {value.id: value.count for value in answer.facets[kind]}


# -- facets -----------------------------------------------------------------------------------


def test_facets_count_the_hits(ask):
    answer = ask("digital")
    assert answer.facets["place"][0].name == "Pakistan"
    assert answer.facets["place"][0].count == answer.total == 5
    assert counts(answer, "initiative") == {"digital-pakistan-policy": 1}
    assert counts(answer, "source") == {UNKNOWN: 5}
    assert counts(answer, "year") == {UNKNOWN: 5}


def test_facets_equal_a_naive_count(ask, seeds):
    answer = ask("Pakistan -china")
    hits = {hit.article for hit in answer.hits}
    naive = {}
    for article in seeds:
        if article.id in hits:
            for entity in {m.entity for m in article.mentions if m.kind is EntityKind.PLACE}:
                naive[entity] = naive.get(entity, 0) + 1
    assert counts(answer, "place") == naive


def test_a_chosen_value_narrows_and_its_own_kind_still_shows_the_others(library):
    answer = library.search(Request("grows", within={"source": ("dawn",)}))
    assert sorted(hit.article for hit in answer.hits) == [1, 4]
    assert counts(answer, "source") == {"dawn": 2, "afp": 1, UNKNOWN: 1}
    assert counts(answer, "year") == {"2025": 2}
    assert answer.read_as == "grows, only source dawn"


def test_several_values_and_kinds_are_chosen_at_once(library):
    assert sorted(ids(library, "grows", within={"source": ("dawn", "afp")})) == [1, 3, 4]
    assert ids(library, "grows", within={"source": ("dawn",), "place": ("kuwait",)}) == [4]
    assert sorted(ids(library, "grows", without={"source": ("dawn",)})) == [2, 3]
    assert ids(library, "", within={"place": ("malaysia",)}) == [4]


def test_undated_articles_stand_apart_and_years_in_order(library):
    answer = library.search(Request("grows"))
    assert [value.id for value in answer.facets["year"]] == ["2024", "2025", UNKNOWN]
    assert ids(library, "grows", within={"year": (UNKNOWN,)}) == [3]


def test_the_timeline_counts_months_as_stated(library):
    answer = library.search(Request("grows"))
    assert list(answer.timeline.items()) == [
        ("2024", 1),
        ("2025-01", 1),
        ("2025-03", 1),
        (UNKNOWN, 1),
    ]


def test_a_facet_that_leaves_nothing_is_explained(library):
    answer = library.search(Request("Kuwait", within={"source": ("afp",)}))
    assert answer.total == 0
    assert "none has the chosen facet values" in answer.notes[0]


# -- fields -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("date:2025", [1, 4]),
        ("date:2025-01", [4]),
        ("date:2025-03-01..", [1]),
        ("date:2025-03-02..", []),
        ("date:..2024", [2]),
        ("date:2024..2025-02", [2, 4]),
        ("date:unknown", [3]),
        ("source:dawn", [1, 4]),
        ("place:Kuwait", [4]),
        ('initiative:"Digital Pakistan"', []),
        ("entity:Malaysia", [4]),
        ("grows -source:dawn", [2, 3]),
    ],
)
def test_fields_search_what_is_known_of_the_article(library, text, found):
    assert sorted(ids(library, text)) == found


def test_conditions_known_elsewhere_come_from_the_caller(library):
    known = {("tag", "risk"): frozenset({1, 3, 99})}
    assert sorted(ids(library, "tag:risk", outside=known)) == [1, 3]
    assert ids(library, "Kuwait -tag:risk", outside=known) == [4]
    answer = library.search(Request("tag:risk"))
    assert answer.total == 0
    assert "cannot be searched here" in answer.notes[0]


# -- order ------------------------------------------------------------------------------------


def test_hits_can_be_sorted_by_date_and_title(library):
    assert ids(library, "grows", sort="date") == [1, 4, 2, 3]
    assert ids(library, "grows", sort="title") == [3, 1, 4, 2]


def test_a_limit_keeps_the_best_and_counts_all(library):
    answer = library.search(Request("grows", limit=2))
    assert len(answer.hits) == 2
    assert answer.total == 4
    assert list(answer.hits) == list(library.search(Request("grows")).hits[:2])


def test_a_word_in_the_title_ranks_above_one_in_the_text(empty_index, article):
    empty_index.apply(
        Batch(
            [
                article(1, "Some words, and a zebra.", title="Nothing"),
                article(2, "Some words, and a zebra.", title="Zebra"),
            ]
        )
    )
    assert ids(empty_index, "zebra") == [2, 1]


# -- expansions -------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["CPEC", "China-Pakistan Economic Corridor"])
def test_each_name_finds_the_other_and_the_chip_can_be_dropped(library, text):
    library.use_aliases([CPEC])
    answer = library.search(Request(text))
    assert sorted(hit.article for hit in answer.hits) == [1, 2]
    (chip,) = [e for e in answer.expansions if e.why == "alias"]
    assert chip.active
    narrowed = library.search(Request(text, dropped=frozenset({chip.key})))
    assert narrowed.total == 1
    (dropped,) = [e for e in narrowed.expansions if e.why == "alias"]
    assert not dropped.active


def test_a_single_word_is_no_sure_name_unless_the_user_said_so(library, article):
    library.apply(Batch([article(5, "The corridor of the hotel.")]))
    forms = ("China-Pakistan Economic Corridor", "CPEC", "Corridor")
    library.use_aliases([Alias("cpec", EntityKind.INITIATIVE, forms)])
    answer = library.search(Request("CPEC"))
    assert sorted(hit.article for hit in answer.hits) == [1, 2]
    assert [(e.forms, e.active) for e in answer.expansions if e.why == "alias"] == [
        (("China-Pakistan Economic Corridor",), True),
        (("Corridor",), False),
    ]
    assert sorted(ids(library, "Corridor")) == [2, 5]
    library.use_aliases([Alias("cpec", EntityKind.INITIATIVE, forms, frozenset({"Corridor"}))])
    assert sorted(ids(library, "CPEC")) == [1, 2, 5]
    assert sorted(ids(library, "Corridor")) == [1, 2, 5]


def test_the_names_in_the_articles_make_the_alias_table():
    def mention(surface, kind=EntityKind.ORGANISATION, confidence=1.0):
        return Mention(0, 1, surface, kind, EntityId("dco"), "Digital Co", "test", confidence)

    mentions = [
        mention("DCO"),
        mention("DCO"),
        mention("digital co"),
        mention("Co", confidence=0.3),
    ]
    assert alias_table(mentions) == [
        Alias("dco", EntityKind.ORGANISATION, ("Digital Co", "DCO")),
    ]


def test_quotes_and_negation_are_never_widened(library):
    library.use_aliases([CPEC])
    assert ids(library, '"CPEC"') == [1]
    assert sorted(ids(library, "grows -CPEC")) == [2, 3, 4]


def test_an_alias_of_several_entities_is_only_offered(library):
    library.use_aliases(MINISTRY)
    answer = library.search(Request("MoF"))
    assert [e.active for e in answer.expansions] == [False, False]


def test_an_offered_expansion_can_be_taken(library, article):
    library.apply(Batch([article(5, "Information technology is IT.")]))
    library.apply(Batch([article(6, "Information technology.")]))
    library.use_aliases([Alias("it", EntityKind.TECHNOLOGY, ("information technology", "IT"))])
    answer = library.search(Request("IT"))
    assert [hit.article for hit in answer.hits] == [5]
    (chip,) = answer.expansions
    assert not chip.active
    assert sorted(ids(library, "IT", added=frozenset({chip.key}))) == [5, 6]


def test_two_words_find_them_written_in_one_visibly(empty_index, article):
    empty_index.apply(Batch([article(1, "A cyberattack."), article(2, "A cyber attack.")]))
    answer = empty_index.search(Request("cyber attack"))
    assert {hit.article for hit in answer.hits} == {1, 2}
    (chip,) = answer.expansions
    assert (chip.word, chip.forms) == ("cyber attack", ("cyberattack",))
    assert ids(empty_index, "cyber attack", dropped=frozenset({chip.key})) == [2]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("colour", "color"),
        ("programme", "program"),
        ("centre", "center"),
        ("defense", "defence"),
        ("modernisation", "modernization"),
        ("labor", "labour"),
        ("analyze", "analyse"),
    ],
)
def test_the_other_spelling_is_a_variant_not_a_stem(empty_index, article, asked, written):
    empty_index.apply(Batch([article(1, f"The {written} here.")]))
    answer = empty_index.search(Request(asked))
    assert [hit.level for hit in answer.hits] == [0]
    assert [e.why for e in answer.expansions] == ["variant"]


# -- explanations -----------------------------------------------------------------------------


def test_nothing_found_names_the_word_that_is_missing(library):
    answer = library.search(Request("grows zebra"))
    assert answer.notes == ("No article has zebra.",)
    assert [(w.part, w.text, w.total) for w in answer.dropping] == [("zebra", "grows", 4)]


def test_nothing_found_together_says_so_and_what_dropping_gives(library):
    answer = library.search(Request("CPEC Kuwait Malaysia"))
    assert "no article has all of them" in answer.notes[0]
    assert [(w.part, w.total) for w in answer.dropping] == [("CPEC", 1)]


def test_a_misspelt_word_gets_the_query_that_was_meant(library):
    assert library.search(Request("Malaysa grows")).suggestions == ("malaysia grows",)
    assert library.search(Request("Kuwiat")).suggestions == ("kuwait",)
    assert library.search(Request("econommick")).suggestions == ("economic",)


def test_of_several_misspelt_words_each_is_mended_or_left_out(library):
    assert library.search(Request("Malaysa growss")).suggestions == ("malaysia grows",)
    assert library.search(Request("Malaysa zzyzx")).suggestions == ("malaysia",)
    assert library.search(Request("qqqqq zzyzx")).suggestions == ()


def test_several_words_that_are_missing_are_dropped_together(library):
    answer = library.search(Request("qqqqq grows zzyzx"))
    assert [(w.part, w.text, w.total) for w in answer.dropping] == [("qqqqq zzyzx", "grows", 4)]


def test_two_words_written_in_one_are_taken_apart(library):
    assert library.search(Request("economichub")).suggestions == ('"economic hub"',)


def test_an_acronym_that_is_only_a_small_word_says_how_often(library, article):
    library.apply(Batch([article(5, "It is for us.")]))
    answer = library.search(Request("US"))
    assert answer.notes == (
        "No article has US in capitals; “us” in small letters is in 1 article.",
    )


def test_an_empty_library_says_so(tmp_path):
    index = open_index(tmp_path / "none")
    assert index.search(Request("a")).notes == ("This library holds no articles yet.",)


# -- completion -------------------------------------------------------------------------------


def test_typing_completes_fields_names_and_words(library):
    found = library.suggest("grows pla")
    assert ("field", "place:") in {(s.kind, s.text) for s in found}
    found = library.suggest("mal")
    assert [(s.kind, s.text, s.count) for s in found] == [
        ("entity", 'place:"Malaysia"', 1),
        ("term", "malaysia", 1),
    ]
    assert [s.text for s in library.suggest('place:"kuw')] == ['place:"Kuwait"']
    assert library.suggest("x y ") == []
