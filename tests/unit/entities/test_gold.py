"""Recognition against annotated articles: the five samples, and articles from many countries."""

import importlib.util
import json
from pathlib import Path

import pytest

from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser

TESTS = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def knowledge():
    """Return the scorer of the benchmark."""
    spec = importlib.util.spec_from_file_location(
        "knowledge", TESTS / "benchmarks" / "knowledge.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def recogniser():
    return Recogniser(Gazetteer.load())


def f1(counts):
    right, given, wanted = counts
    return 2 * right / (given + wanted)


def test_names_in_the_sample_articles_are_found_almost_without_fault(knowledge, recogniser):
    gold = json.loads((TESTS / "data" / "gold_seeds.json").read_text(encoding="utf-8"))
    files = sorted((TESTS.parent / "seeds").glob("*.txt"))
    counts = knowledge.score(gold, [knowledge.predict(recogniser, file) for file in files])
    assert f1(counts["ALL"]) >= 0.95


def test_names_in_articles_of_many_countries_are_found(knowledge, recogniser):
    gold = json.loads((TESTS / "data" / "articles.json").read_text(encoding="utf-8"))
    files = sorted((TESTS / "data" / "articles").glob("*.txt"))
    counts = knowledge.score(gold, [knowledge.predict(recogniser, file) for file in files])
    assert f1(counts["ALL"]) >= 0.9
    assert f1(counts["PERSON"]) >= 0.9
    assert f1(counts["PLACE"]) >= 0.9
