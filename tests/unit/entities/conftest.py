"""One recogniser for all tests of it, and what they ask of a sentence."""

from collections.abc import Callable, Collection

import pytest

from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.sentences import sentences

Name = tuple[str, str]
"""The text as written, and the kind of name it is."""


@pytest.fixture(scope="session")
def recogniser() -> Recogniser:
    """Return a recogniser with the shipped gazetteer."""
    return Recogniser(Gazetteer.load())


@pytest.fixture
def named(recogniser: Recogniser) -> Callable[[str], list[Name]]:
    """Return a function that tells the names shown in a text, in order."""

    def names(text: str) -> list[Name]:
        found = recogniser.mentions(text, sentences(text), boilerplate_spans(text))
        return [(one.surface, one.kind.value) for one in found if not one.is_suggestion]

    return names


@pytest.fixture
def expect_names(
    named: Callable[[str], list[Name]],
) -> Callable[[str, Collection[Name], Collection[str]], None]:
    """Return a function that checks which names a text has, and which surfaces name nothing."""

    def expect(text: str, wanted: Collection[Name], unwanted: Collection[str]) -> None:
        found = named(text)
        assert [name for name in wanted if name not in found] == []
        assert [surface for surface, _ in found if surface in unwanted] == []

    return expect
