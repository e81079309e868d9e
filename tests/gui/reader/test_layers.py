from hypothesis import given
from hypothesis import strategies as st

from sanad.text.spans import Span
from sanad.ui.reader.layers import Layer

spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 20)
)


@given(st.lists(spans, max_size=30), st.integers(0, 80), st.integers(1, 20))
def test_a_layer_finds_what_a_look_at_every_span_finds(items, start, length):
    end = start + length
    expected = sorted(each for each in items if each.start < end and each.end > start)

    assert list(Layer(items).within(start, end)) == expected


@given(st.lists(spans, max_size=30), st.integers(0, 80))
def test_a_character_belongs_to_the_stretch_that_starts_last(items, offset):
    covering = [each for each in items if each.start <= offset < each.end]

    assert Layer(items).at(offset) == (max(covering) if covering else None)


def test_an_empty_layer_is_empty_everywhere():
    assert list(Layer[Span]().within(0, 10)) == []
    assert len(Layer[Span]()) == 0
