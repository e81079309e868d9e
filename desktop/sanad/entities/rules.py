"""The rules that name things, and how often each is right.

The figures are precisions measured on annotated articles (see ``tests/benchmarks/knowledge.py``),
rounded, and never above what a rule of its sort deserves on other texts.
"""

from types import MappingProxyType

SHOWN_FROM = 0.55
"""Mentions below this confidence are suggestions."""

CONFIDENCE = MappingProxyType(
    {
        "country list": 0.98,
        "place list": 0.97,
        "city list": 0.96,
        "city list, in context": 0.9,
        "demonym": 0.97,
        "organisation list": 0.97,
        "initiative list": 0.96,
        "technology list": 0.95,
        "general technology": 0.5,
        "honorific": 0.97,
        "short form of a person": 0.97,
        "bracket acronym": 0.93,
        "long form of an acronym": 0.88,
        "head noun": 0.93,
        "head noun with object": 0.92,
        "weak head noun": 0.8,
        "place noun": 0.88,
        "dateline": 0.93,
        "town and country": 0.88,
        "numbered event": 0.92,
        "short form": 0.75,
        "plural": 0.92,
        "same as elsewhere": 0.85,
        "name after a role": 0.93,
        "name before a role": 0.88,
        "given name": 0.93,
        "name that speaks": 0.9,
        "several unknown words": 0.76,
        "named programme": 0.85,
        "digital country": 0.82,
        "name with a year": 0.72,
        "organisation with place": 0.86,
        "called": 0.75,
        "described": 0.85,
        "office of": 0.75,
        "beside an organisation": 0.8,
        "beside a place": 0.72,
        "takes place": 0.85,
        "object of a launch": 0.68,
        "organisation with more words": 0.75,
        "initiative with more words": 0.7,
        "place with more words": 0.6,
        "unknown words with a known name": 0.62,
        "unknown words after an article": 0.56,
        "bracket name": 0.85,
        "dateline agency": 0.88,
        "named technology": 0.72,
        "named organisation": 0.75,
        "named place": 0.78,
        "unknown acronym": 0.62,
        "unknown brand": 0.5,
        "in a town": 0.57,
        "preposition and name": 0.44,
        "brand with words of trade": 0.6,
        "unknown words of trade": 0.3,
        "unknown single name": 0.25,
        "unknown in heading": 0.35,
    }
)
