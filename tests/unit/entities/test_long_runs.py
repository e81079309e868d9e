"""A heading or table without an end costs no more than its length."""

import pytest

from sanad.entities.gazetteer import Gazetteer
from sanad.entities.reading import Reading
from sanad.entities.recognise import Recogniser
from sanad.text.sentences import sentences


@pytest.mark.parametrize("unit", ["KENYA ", "Kenya-"])
def test_the_work_on_an_unbroken_run_of_capitals_grows_with_its_length(
    unit: str, monkeypatch: pytest.MonkeyPatch
):
    recogniser = Recogniser(Gazetteer.load())
    looks = 0
    role_at = Reading.role_at

    def counted(self: Reading, index: int) -> int | None:
        nonlocal looks
        looks += 1
        return role_at(self, index)

    monkeypatch.setattr(Reading, "role_at", counted)
    counts = []
    for length in (200, 400):
        looks = 0
        text = unit * length
        recogniser.mentions(text, sentences(text), ())
        counts.append(looks)
    assert counts[1] < 2.5 * counts[0]
