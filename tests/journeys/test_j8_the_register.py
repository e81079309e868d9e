"""J8: the register of the sample library has exactly its twelve rows, each with its sentence."""

from sanad.text.fold import folded
from sanad.workspace.opening import Workspace
from sanad.workspace.reading import initiative_register

EXPECTED = {
    "5th General Assembly of the DCO": "event",
    "Digital Foreign Direct Investment Forum": "forum",
    "Digital Pakistan Policy": "policy",
    "National Artificial Intelligence Policy 2025": "policy",
    "DCO 2025\u20132028 Four-Year Agenda": "agenda",
    "2nd International Digital Cooperation Forum": "forum",
    "Pakistan\u2013Malaysia Digital Policy Dialogue": "dialogue",
    "World Telecommunication Development Conference": "event",
    "Digital Pakistan": "vision",
    "MyDigital Blueprint": "blueprint",
    "China\u2011Pakistan Economic Corridor": "corridor",
    "Global AI Partnerships": "programme",
}


def test_the_rows_are_these_with_these_kinds(workspace: Workspace):
    rows = {folded(row.name): row.kind for row in initiative_register(workspace)}
    assert rows == {folded(name): kind for name, kind in EXPECTED.items()}


def test_every_row_is_named_in_the_sentences_that_it_cites(workspace: Workspace):
    for row in initiative_register(workspace):
        for article, initiative in row.articles.items():
            text = workspace.library.articles.text(article)
            assert initiative.sentences
            forms = {folded(form) for form in (initiative.name, *initiative.aliases)}
            for start, end in initiative.sentences:
                assert any(form in folded(text[start:end]) for form in forms)


def test_every_year_stands_in_the_sentence_behind_it(workspace: Workspace):
    years = 0
    for row in initiative_register(workspace):
        for article, initiative in row.articles.items():
            text = workspace.library.articles.text(article)
            for year in initiative.years:
                assert year.value in text[year.sentence.start : year.sentence.end]
                years += 1
    assert years >= 4


def test_no_row_comes_from_a_footer_or_an_index(workspace: Workspace):
    for row in initiative_register(workspace):
        for name in (row.name, *row.aliases):
            assert "Index" not in name
            assert "Channel" not in name
            assert "Network" not in name
