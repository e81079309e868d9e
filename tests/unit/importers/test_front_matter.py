"""What a file states is taken as stated; what is unclear stays unknown and is noted."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.importers.dates import stated_date
from sanad.importers.front_matter import front_matter
from sanad.library.records import Metadata


def stated(yaml: str) -> Metadata:
    return front_matter(f"---\n{yaml}\n---\nText").metadata


def test_all_that_a_file_states_is_taken():
    source = (
        "---\n"
        "title: 'DCO: the Council'\n"
        "authors: [A. Khan, {name: B. Malik, email: x@y.example}]\n"
        "publisher: Dawn\n"
        "date: 2025-06-30\n"
        "url: https://dawn.example/1\n"
        "lang: en-PK\n"
        "id: 0042\n"
        "---\n"
        "Text"
    )
    found = front_matter(source)
    assert found.metadata == Metadata(
        title="DCO: the Council",
        author="A. Khan; B. Malik",
        source="Dawn",
        date="2025-06-30",
        url="https://dawn.example/1",
        language="en-PK",
        id="0042",
    )
    assert source[found.length :] == "Text"
    assert found.notes == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("closing", ["---", "...", "--- "])
def test_any_line_break_and_either_closing_line(newline, closing):
    source = newline.join(["---", "Title: A", closing, "Text"])
    found = front_matter(source)
    assert found.metadata.title == "A"
    assert source[found.length :] == "Text"


@pytest.mark.parametrize(
    "source",
    [
        "Text\n---\ntitle: A\n---\n",
        "---\ntitle: never closed",
        "---\nA rule, a line, a rule.\n---\nText",
        "---\n- a\n- list\n---\nText",
        " ---\ntitle: A\n---\n",
        "----\ntitle: A\n----\n",
        "",
    ],
)
def test_what_is_no_front_matter_stays_text(source):
    found = front_matter(source)
    assert found.length == 0
    assert found.metadata == Metadata()
    assert found.notes == ()


@pytest.mark.parametrize(
    "yaml",
    [
        "title: [unclosed",
        "title: 'unclosed",
        "a: b: c",
        "\tx: 1",
        "a: &x [1]\nb: *x",
        "a: " + "[" * 400 + "]" * 400,
        "[" * 30_000,
        "{a: " * 15_000,
        "- " * 30_000,
        "title: \x00",
        "x: %bad",
    ],
)
def test_what_is_no_yaml_is_noted_and_stays_text(yaml):
    found = front_matter(f"---\n{yaml}\n---\nText")
    assert found.length == 0
    assert found.metadata == Metadata()
    assert found.notes == (
        "What stands between the lines --- at its top is not YAML; it is kept as text.",
    )


def test_a_small_file_that_would_grow_without_end_is_not_followed():
    bomb = "a: &a [x, x, x]\n" + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert front_matter(f"---\n{bomb}---\n").length == 0


def test_tags_of_yaml_make_no_objects():
    assert stated("title: !!python/object/apply:os.getcwd []") == Metadata()
    assert stated("title: !!python/name:os.getcwd x") in (Metadata(), Metadata(title="x"))


@pytest.mark.parametrize("value", ["", "~", "null", "unknown", "N/A", "[]", "''", "[~, '']"])
def test_nothing_is_nothing(value):
    assert stated(f"title: {value}\nauthor: {value}\ndate: {value}") == Metadata()


def test_words_that_yaml_would_turn_into_other_things_stay_words():
    assert stated("title: No\nauthor: 007\nsource: 12:30") == Metadata("No", "007", "12:30")


def test_the_first_key_that_says_something_decides():
    assert stated("source: ~\npublisher: Dawn").source == "Dawn"
    assert stated("SITE: Dawn\nDate Published: 2025").date == "2025"


@pytest.mark.parametrize(
    ("field", "value"),
    [("date", "soon"), ("date", "03/04/2025"), ("date", "2025-02-30"), ("url", "javascript:x"),
     ("url", "file:///etc/passwd"), ("language", "the Queen's")],
)  # fmt: skip
def test_nonsense_is_noted_and_unknown(field, value):
    found = front_matter(f'---\n{field}: "{value}"\ntitle: A\n---\n')
    assert found.metadata == Metadata(title="A")
    assert found.notes == (f"Its {field} “{value}” cannot be understood and is left unknown.",)


def test_a_value_is_one_line_of_bounded_length():
    assert stated("title: |\n  two\n  lines\n").title == "two lines"
    assert len(stated("title: " + "x" * 9_000).title) == 1_000


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025", "2025"),
        ("2025-06", "2025-06"),
        ("2025-6-3", "2025-06-03"),
        ("2025/06/30", "2025-06-30"),
        ("20250630", "2025-06-30"),
        ("2025-06-30T08:15:00+05:00", "2025-06-30"),
        ("2025-06-30 23:59:59", "2025-06-30"),
        ("June 2025", "2025-06"),
        ("June 30, 2025", "2025-06-30"),
        ("Monday, 30 June 2025", "2025-06-30"),
        ("30-Jun-2025", "2025-06-30"),
        ("1st Sept. 2025", "2025-09-01"),
        ("Wed, May 7th, 2025", "2025-05-07"),
        ("MAY 2025", "2025-05"),
    ],
)
def test_a_date_is_as_precise_as_it_is_stated(text, date):
    assert stated_date(text) == date
    assert stated_date(date) == date


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "On Monday", "03/04/2025", "2025-13", "2025-06-31", "0025", "25-06-30",
     "31 June 2025", "Ma 2025", "Junk 2025", "2025-06-30 or so", "202506", "1750000000", "٢٠٢٥"],
)  # fmt: skip
def test_what_is_unclear_is_no_date(text):
    assert stated_date(text) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_understood_in_each_form(day):
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%A, %d %b %Y", "%Y%m%d"):
        assert stated_date(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=60))
def test_any_front_matter_is_read_or_left(yaml):
    source = f"---\n{yaml}\n---\nText"
    found = front_matter(source)
    assert source[found.length :].endswith("Text")


def test_what_acts_instead_of_being_seen_is_left_out():
    stated = '---\ntitle: "Trade \\e[31m\\0\\u202e \\u2066deal\\x9b"\n---\nText.'
    assert front_matter(stated).metadata.title == "Trade [31m deal"
