"""A text of many names costs no more for each name than a short one."""

from sanad.entities.aliases import contained_names
from sanad.entities.gazetteer import Gazetteer
from sanad.entities.naming import candidates
from sanad.entities.reading import Reading
from sanad.entities.words import words_of
from sanad.text.sentences import sentences


def test_names_are_compared_only_with_those_that_share_a_word(monkeypatch):
    gazetteer = Gazetteer.load()
    firsts = [a + b for a in ("Bal", "Kel", "Mor", "Tav", "Zun") for b in ("ando", "ibra", "orus")]
    text = " ".join(
        f"They adopted the {first} Seed Policy and the {first} Water Policy." for first in firsts
    )
    vocabulary = gazetteer.vocabulary
    words = words_of(
        text, sentences(text), (), vocabulary.not_names, vocabulary.not_names_in_headings
    )
    reading = Reading(words, gazetteer)
    compared = []
    monkeypatch.setattr(
        "sanad.entities.aliases._holds", lambda longer, shorter: compared.append(1) and False
    )
    contained_names(reading, candidates(reading))
    assert 0 < len(compared) <= 2 * len(firsts)
