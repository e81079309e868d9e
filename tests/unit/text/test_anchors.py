from hypothesis import assume, given
from hypothesis import strategies as st

from sanad.text.anchors import CONTEXT, anchor_of, locate
from sanad.text.spans import Span

ARTICLE = (
    "The cabinet approved the policy on Monday after long talks with the provinces.\n"
    "Officials said the fund will open in May. The board met on Monday.\n"
    "Exports rose in June. The board met on Monday. Analysts were not surprised at all.\n"
    "The minister thanked the delegation and left for the airport in the evening."
)
words = st.sampled_from(
    ["policy", "board", "met", "on", "Monday", "the", "fund", "May.", "exports", "rose", "talks"]
)
prose = st.lists(words, min_size=1, max_size=12).map(" ".join)
numbered = st.lists(prose, min_size=3, max_size=8).map(
    lambda lines: "\n".join(f"{number}. {line} ({number})" for number, line in enumerate(lines))
)


def span_of(quote: str, text: str = ARTICLE) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


@given(numbered, st.data())
def test_a_passage_is_found_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert locate(anchor_of(text, span), text) == span


@given(st.lists(numbered, min_size=3, max_size=5), prose, st.data())
def test_a_passage_is_found_after_an_insertion_elsewhere(
    parts: list[str], inserted: str, data: st.DataObject
) -> None:
    text = "\n".join(parts)
    start = data.draw(st.integers(CONTEXT, len(text) - CONTEXT - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text) - CONTEXT)))
    anchor = anchor_of(text, span)
    before, behind = st.integers(0, start - CONTEXT), st.integers(span.end + CONTEXT, len(text))
    at = data.draw(before | behind)
    edited = text[:at] + inserted + text[at:]
    whole = anchor.prefix + anchor.quote + anchor.suffix
    assume(sum(edited.startswith(whole, index) for index in range(len(edited))) == 1)
    moved = start + (len(inserted) if at <= start else 0)
    assert locate(anchor, edited) == Span(moved, moved + len(anchor.quote))


@given(numbered, numbered, st.data())
def test_what_is_found_always_reads_as_it_was_kept(
    text: str, edited: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    anchor = anchor_of(text, Span(start, data.draw(st.integers(start + 1, len(text)))))
    found = locate(anchor, edited)
    assert found is None or edited[found.start : found.end] == anchor.quote


def test_of_two_sentences_alike_the_one_that_was_kept_is_found() -> None:
    quote = "The board met on Monday."
    second = ARTICLE.rindex(quote)
    anchor = anchor_of(ARTICLE, Span(second, second + len(quote)))
    edited = "UPDATED: the story was corrected.\n" + ARTICLE
    assert locate(anchor, edited) == Span(second + 34, second + 34 + len(quote))


def test_a_sentence_alike_is_not_taken_for_one_that_was_deleted() -> None:
    quote = "The board met on Monday."
    anchor = anchor_of(ARTICLE, span_of(quote))
    edited = ARTICLE.replace("in May. The board met on Monday.", "in May.")
    assert quote in edited
    assert locate(anchor, edited) is None


def test_a_look_alike_at_the_old_place_is_not_taken_for_the_passage() -> None:
    anchor = anchor_of("Aye, said Ali of Oman. Yes.", Span(4, 17))
    other = "Nay! said Ali of Peru. Yes, he is well."
    assert locate(anchor_of("Aye, said Ali of Oman.", Span(5, 13)), other) is None
    assert locate(anchor, other) is None


def test_places_that_cannot_be_told_apart_are_asked_about() -> None:
    line = "The same sentence stands here twice. It is the same sentence again and again."
    text = f"Opening words of the text.\n{line}\n{line}\n{line}"
    start = text.index("stands here twice", 60)
    anchor = anchor_of(text, Span(start, start + 10))
    assert locate(anchor, text) == Span(start, start + 10)
    assert locate(anchor, "x" + text) is None


def test_a_long_quote_is_found_when_one_side_was_rewritten() -> None:
    anchor = anchor_of(ARTICLE, span_of("Officials said the fund will open in May."))
    edited = ARTICLE.replace("The board met on Monday.", "Nothing else is known.", 1)
    assert locate(anchor, edited) == Span(anchor.start, anchor.end)


def test_an_empty_quote_is_nowhere() -> None:
    assert locate(anchor_of(ARTICLE, Span(3, 3)), ARTICLE) is None
