"""Ways to write the same thing find one another, as phrases and as words."""

import pytest

from sanad.search.matches import match_spans
from sanad.search.memory_index import MemoryIndex
from sanad.search.protocol import Request
from sanad.search.query import parse

SAME = [
    ("Pakistan-Malaysia", "the Pakistan\u2013Malaysia Dialogue"),
    ("Pakistan Malaysia Dialogue", "the Pakistan\u2013Malaysia Dialogue"),
    ("long standing", "a long\u2011standing tie"),
    ("long standing", "a longstanding tie"),
    ("longstanding", "a long\u2011standing tie"),
    ("Tier Four", "Tier\u2011Four data centers"),
    ("fy 2025-26", "in FY2025\u201126"),
    ("FY2025–26", "in FY2025-26"),
    ("2025-26", "in FY2025\u201126"),
    ("CPEC Phase II", "CPEC Phase\u2011II"),
    ("four year agenda", "the 2025\u20132028 Four-Year Agenda"),
    ("egovernment", "e-government solutions"),
    ("e government", "e-government solutions"),
    ("up-skilling", "upskilling among professionals"),
    ("crossborder", "cross-border data"),
    ("pakistan ministry", "Pakistan\u2019s Ministry"),
    ("Turkiye", "Türkiye signed"),
    ("Antonio Guterres", "António Guterres"),
    ("Philemon Yang", "Phile\u0301mon Yang"),
    ("Shaza Fatima Khawaja", "Shaza\u00a0Fatima\u202fKhawaja"),
    ("UAE", "the U.A.E. said"),
    ("5G", "5G/6G research"),
    ("6G", "5G/6G research"),
    ("Digital Uzbekistan 2030", "the “Digital Uzbekistan-2030” strategy"),
    ("Qur'an", "the Qur\u2019an"),
    ("E&Y", "firm E&Y said"),
    ("COVID19", "COVID-19 pandemic"),
    ("COVID 19", "COVID-19 pandemic"),
    ("Al Olama", "AlOlama said"),
    ("SME", "many SMEs grew"),
    ("SMEs", "an SME grew"),
    ("2000", "some 2,000 people"),
]
OTHER = [
    ("us", "the U.S. said"),
    ("us", "the US said"),
    ("US", "join us"),
    ("it", "the IT minister"),
    ("IT", "it is"),
    ("WHO", "who is it"),
    ("digital", "d\u200bigital"),
    ("26", "in 2026"),
    ("may", "dismay"),
]


@pytest.mark.parametrize(("asked", "written"), SAME)
def test_the_same_thing_is_found_however_it_is_written(article, asked, written):
    assert match_spans(parse(f'"{asked}"'), written, title="")
    index = MemoryIndex([article(1, written, title="")])
    assert index.search(Request(f'"{asked}"')).total == 1
    assert index.search(Request(asked)).total == 1


@pytest.mark.parametrize(("asked", "written"), OTHER)
def test_another_thing_is_not(article, asked, written):
    assert not match_spans(parse(asked), written, title="")
    assert MemoryIndex([article(1, written, title="")]).search(Request(asked)).total == 0
