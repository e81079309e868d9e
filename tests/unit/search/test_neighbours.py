"""Near-duplicates are recognised, and related articles come with their reason."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.search.analysis import stream
from sanad.search.duplicates import groups, shared, sketch
from sanad.search.memory_index import MemoryIndex
from sanad.search.protocol import Batch, Request

NOUNS = ("ministry", "fund", "cloud", "data", "trade", "port", "energy", "law", "water")


def words(seed, count=300):
    chance = random.Random(seed)
    return [f"{chance.choice(NOUNS)}{chance.randrange(40)}" for _ in range(count)]


def of(text):
    return sketch(stream(text))


def test_one_word_changed_leaves_a_near_duplicate(seeds):
    for article in seeds:
        changed = article.text.replace("Pakistan", "Ruritania", 1)
        assert shared(of(article.text), of(changed)) > 0.9


def test_different_articles_share_next_to_nothing(seeds):
    sketches = [of(article.text) for article in seeds]
    assert groups(sketches) == [None] * 5
    assert shared(sketches[0], sketches[1]) < 0.1


def test_the_estimate_is_near_the_true_share():
    one, other = words(1), words(2)
    text = " ".join(one)
    half = " ".join(one[:150] + other[150:])
    assert shared(of(text), of(half)) == pytest.approx(1 / 3, abs=0.15)


def test_short_texts_are_never_near_duplicates():
    assert of("Too short indeed") == ()
    assert groups([of("Too short"), of("Too short")]) == [None, None]


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_sharing_is_symmetric_and_between_0_and_1(one, other):
    share = shared(of(one), of(other))
    assert share == shared(of(other), of(one))
    assert 0 <= share <= 1
    assert not of(one) or shared(of(one), of(one)) == 1


def test_hits_that_are_near_duplicates_share_a_group(empty_index, article, seeds):
    text = seeds[2].text
    copies = [
        article(7, text.replace("OIC", "UNO", 1)),
        article(5, text),
        article(9, text + "\nEnd"),
    ]
    empty_index.apply(Batch([*copies, seeds[0]]))
    found = {hit.article: hit.group for hit in empty_index.search(Request("digital")).hits}
    assert found == {5: 5, 7: 5, 9: 5, seeds[0].id: None}


def test_words_that_tell_nothing_are_no_reason(seeds):
    index = MemoryIndex(seeds)
    reasons = {one for a in seeds for row in index.related(a) for one in row.reasons}
    assert reasons.isdisjoint({"over", "which", "among", "with", "their"})


def test_related_articles_share_names_and_words_and_say_which(seeds):
    index = MemoryIndex(seeds)
    found = index.related(next(a for a in seeds if a.id == 1))
    assert len(found) >= 2
    assert all(row.article != 1 and row.reasons for row in found)
    assert [row.score for row in found] == sorted((row.score for row in found), reverse=True)
    for row in found:
        text = next(a.text for a in seeds if a.id == row.article).casefold()
        assert all(reason.casefold() in text for reason in row.reasons)


def test_an_article_with_nothing_in_common_has_no_relatives(article):
    index = MemoryIndex([article(1, "Alpha beta gamma."), article(2, "Delta epsilon zeta.")])
    assert index.related(article(1, "Alpha beta gamma.")) == []
