"""Urdu and Arabic: the same hits from every keyboard, and the mark on the right letters."""

import pytest

from sanad.search.matches import match_spans
from sanad.search.protocol import Batch, Request
from sanad.search.query import parse
from sanad.search.snippets import snippets
from sanad.text.sentences import sentences

URDU = (
    "اسلام آباد: وفاقی وزیر برائے انفارمیشن ٹیکنالوجی شزا فاطمہ خواجہ نے کہا ہے کہ وفاقی کابینہ نے "
    "قومی مصنوعی ذہانت پالیسی ۲۰۲۵ کی منظوری دے دی ہے۔ کیا یہ پالیسی کامیاب ہوگی؟ حکومت پُرامید ہے۔"
)
ARABIC_KEYBOARD = (
    "اسلام آباد: وفاقي وزير برائے شزا فاطمہ خواجہ نے کہا ہے كہ وفاقي كابينہ نے قومي مصنوعي ذہانت "
    "پاليسي ٢٠٢٥ كي منظوري دے دي ہے۔ ڈيجيٹل پاكستان كے تحت نئے منصوبے شروع ہوں\u200cگے۔"
)
MIXED = (
    "Federal Minister Shaza Fatima Khawaja (شزا فاطمہ خواجہ) said so. وزیر نے GITEX Dubai 2025 میں "
    "خطاب کیا اور AI، 5G کا ذکر کیا۔ FY2025\u201126 میں 3.2 ارب ڈالر کی IT برآمدات ہوئیں۔"
)
ARABIC = "أَطْلَقَتِ الهَيْئَةُ السُّعُودِيَّةُ لِلْبَيانَاتِ الإستراتيجيّة الوطنيّة عام ٢٠٢٠. المملكة العربيــة السعودية."
ROMAN = "Wazir\u2011e\u2011Azam Shehbaz Sharif ne ‘Uraan Pakistan’ ka iftitah kiya."
TEXTS = [URDU, ARABIC_KEYBOARD, MIXED, ARABIC, ROMAN]


@pytest.fixture
def library(empty_index, article):
    empty_index.apply(Batch([article(n, text) for n, text in enumerate(TEXTS, 1)]))
    return empty_index


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("پالیسی", [1, 2]),
        ("پاليسي", [1, 2]),
        ('"قومی مصنوعی ذہانت پالیسی"', [1, 2]),
        ('"قومي مصنوعي ذہانت پاليسي"', [1, 2]),
        ("کابینہ", [1, 2]),
        ("كابينه", [1, 2]),
        ("2025", [1, 2, 3]),
        ("۲۰۲۵", [1, 2, 3]),
        ("٢٠٢٥", [1, 2, 3]),
        ("ہوں گے", [2]),
        ("ہوں\u200cگے", [2]),
        ("پرامید", [1]),
        ("پُرامید", [1]),
        ("الهيئة السعودية", [4]),
        ("الهَيْئَةُ", [4]),
        ("العربية", [4]),
        ("الاستراتيجية", [4]),
        ("شزا خواجہ", [1, 2, 3]),
        ("IT", [3]),
        ("FY2025-26", [3]),
        ("Wazir-e-Azam", [5]),
        ("wazir e azam", [5]),
        ("منظوری -کابینہ", []),
    ],
)
def test_every_keyboard_finds_the_same_articles(library, query, found):
    assert sorted(hit.article for hit in library.search(Request(query)).hits) == found


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("پاليسي", URDU, ["پالیسی", "پالیسی"]),
        ("2025", URDU, ["۲۰۲۵"]),
        ("پرامید", URDU, ["پُرامید"]),
        ("پالیسی", ARABIC_KEYBOARD, ["پاليسي"]),
        ("ہوں\u200cگے", ARABIC_KEYBOARD, ["ہوں\u200cگے"]),
        ("السعودية", ARABIC, ["السُّعُودِيَّةُ", "السعودية"]),
        ("العربية", ARABIC, ["العربيــة"]),
        ("AI", MIXED, ["AI"]),
    ],
)
def test_the_mark_stands_on_the_whole_word(query, text, marked):
    spans = match_spans(parse(query), text)
    assert [text[span.start : span.end] for span in spans] == marked


def test_a_snippet_is_an_urdu_sentence():
    spans = match_spans(parse("کامیاب"), URDU)
    (found,) = snippets(URDU, spans, sentences(URDU))
    assert found.text == "کیا یہ پالیسی کامیاب ہوگی؟"
    assert [found.text[start:end] for start, end in found.marks] == ["کامیاب"]
