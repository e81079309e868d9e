"""What the rows of the list say."""

from hypothesis import given
from hypothesis import strategies as st

from sanad.text.spans import Span
from sanad.ui.listing import with_mark_in_view
from sanad.ui.models.results import Excerpt


def test_an_early_mark_leaves_the_excerpt_as_it_is():
    excerpt = Excerpt("the digital policy of the country", (Span(4, 11),))
    assert with_mark_in_view(excerpt) is excerpt


def test_a_late_mark_is_brought_into_view_at_a_word():
    text = "Domestically, the country has undertaken several initiatives to improve governance."
    excerpt = Excerpt(text, (Span(text.index("governance"), len(text) - 1),))
    cut = with_mark_in_view(excerpt)
    assert cut.text.startswith("…")
    assert cut.text[1:] in text
    assert len(cut.text) < 60
    ((start, end),) = cut.marks
    assert cut.text[start:end] == "governance"


@given(st.text(alphabet="ab \u06a9\U0001f4a9", max_size=300), st.data())
def test_marks_stay_on_their_words(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, max(len(text) - 1, 0)))
    end = data.draw(st.integers(start, len(text)))
    excerpt = Excerpt(text, (Span(start, end),))
    cut = with_mark_in_view(excerpt)
    (mark,) = cut.marks
    assert cut.text[mark.start : mark.end] == text[start:end]
