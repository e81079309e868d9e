"""Complete what is being typed: words of the library, entities, initiatives, fields."""

import re

from sanad.search.analysis import folded_value, plain_terms
from sanad.search.facets import FacetTable
from sanad.search.fields import BODY
from sanad.search.protocol import Suggestion
from sanad.search.reader import Reader
from sanad.search.vocabulary import with_prefix

FIELD_NOTES = {
    "title": "words of the title",
    "entity": "anyone or anything named",
    "person": "a person named",
    "org": "an organisation named",
    "place": "a place named",
    "tech": "a technology named",
    "initiative": "an initiative named",
    "source": "the publisher",
    "file": "the file's name",
    "date": "2025, 2024..2025-06 or unknown",
    "tag": "a tag of yours",
    "status": "an initiative's status",
    "has": "note",
    "is": "unread, relevant",
}
_KIND_NOTES = {
    "place": "place",
    "org": "organisation",
    "person": "person",
    "tech": "technology",
    "initiative": "initiative",
}
_LAST_WORD = re.compile(r'(?:([^\W\d_]+):)?"?([^\s():"]*)$')
_SHORTEST = 2
_LOOKED_AT = 2_000
"""Words with the same beginning that are counted at most."""


class Completer:
    """Completes over one state of an index."""

    def __init__(self, reader: Reader, facets: FacetTable) -> None:
        self._reader = reader
        self._counts = facets.totals()
        self._named = [
            (kind, name, folded_value(name), count)
            for (kind, _, name), count in self._counts.items()
            if kind in _KIND_NOTES
        ]

    def completions(self, typed: str, limit: int) -> list[Suggestion]:
        """Return at most *limit* completions of the last word of *typed*, best first.

        Fields come first, then what is named, then words, each by the articles that hold it.
        """
        found = _LAST_WORD.search(typed)
        assert found is not None  # the pattern matches the empty end
        field, word = found.group(1), found.group(2)
        start = folded_value(word)
        if len(start) < _SHORTEST and not (field and start):
            return []
        suggestions = [] if field else self._fields(start)
        suggestions += self._names(start, (field or "").lower())
        if field is None or field.lower() == "title":
            suggestions += self._words(start, f"{field}:" if field else "")
        return suggestions[:limit]

    def _fields(self, start: str) -> list[Suggestion]:
        return [
            Suggestion("field", f"{name}:", note)
            for name, note in FIELD_NOTES.items()
            if name.startswith(start)
        ]

    def _names(self, start: str, field: str) -> list[Suggestion]:
        kinds = {field} & _KIND_NOTES.keys() if field not in ("", "entity") else set(_KIND_NOTES)
        found = [
            Suggestion(
                "initiative" if kind == "initiative" else "entity",
                f'{field or kind}:"{name}"',
                _KIND_NOTES[kind],
                count,
            )
            for kind, name, folded_name, count in self._named
            if kind in kinds and (folded_name.startswith(start) or f" {start}" in folded_name)
        ]
        return sorted(found, key=lambda s: (-s.count, s.text))

    def _words(self, start: str, field: str) -> list[Suggestion]:
        terms = plain_terms(start)
        if len(terms) != 1:
            return []
        alike = with_prefix(self._reader.vocabulary(BODY), terms[0])[:_LOOKED_AT]
        found = [
            Suggestion("term", field + word, "", len(self._reader.counts(BODY, word)))
            for word in alike
        ]
        return sorted((s for s in found if s.count), key=lambda s: (-s.count, s.text))[:20]
