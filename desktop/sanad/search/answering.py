"""From a request to an answer, over one state of an index."""

import time
from collections.abc import Sequence
from functools import cached_property

from sanad.library.records import ArticleId
from sanad.search.aliases import recorded_aliases
from sanad.search.duplicates import groups
from sanad.search.evaluate import Evaluator, Levels
from sanad.search.expand import Expander
from sanad.search.explain import Explained, Explainer
from sanad.search.facets import FacetTable
from sanad.search.protocol import Alias, Answer, IndexedArticle, Related, Request, Suggestion
from sanad.search.query import parse
from sanad.search.ranking import Ranker, ordered
from sanad.search.reader import Reader
from sanad.search.related import related
from sanad.search.suggest import Completer
from sanad.search.tree import Outside, Query, leaves
from sanad.search.wording import read_as

_NOTHING = Levels(frozenset(), frozenset(), frozenset())


class Answerer:
    """Answers requests from *reader*; what it works out for one request it keeps for the next."""

    def __init__(self, reader: Reader, aliases: Sequence[Alias] = ()) -> None:
        self.reader = reader
        self._evaluator = Evaluator(reader)
        self._ranker = Ranker(reader)
        self._facets = FacetTable(reader)
        self._explainer = Explainer(reader)
        self._completer = Completer(reader, self._facets)
        self._known = {alias.entity: alias for alias in recorded_aliases(reader.records)}
        self.use_aliases(aliases)

    def use_aliases(self, aliases: Sequence[Alias]) -> None:
        """Widen queries by the forms in the articles, and by *aliases* for their entities."""
        given = {alias.entity: alias for alias in aliases}
        self._expander = Expander(self.reader, (self._known | given).values())

    def warm(self) -> None:
        """Read now what the first search would read."""
        len(self._expander.vocabulary)
        len(self._groups)

    def related(self, article: IndexedArticle, limit: int) -> list[Related]:
        """Return at most *limit* articles that share telling names and words with *article*."""
        return related(self.reader, article, self._facets.documents, limit)

    def search(self, request: Request) -> Answer:
        """Answer *request*."""
        started = time.perf_counter()
        typed = parse(request.text)
        query, expansions = self._expander.expanded(typed, request.dropped, request.added)
        evaluator = self._evaluator.with_outside(
            {key: frozenset(self._documents(ids)) for key, ids in request.outside.items()}
        )
        notes = [*query.notes, *_unresolved(query, request)]
        levels = self._levels(query, request, evaluator)
        chosen = self._facets.chosen(levels.all, request.within, request.without)
        scores = self._ranker.scores(evaluator, leaves(query.root), chosen)
        hits = ordered(
            self.reader, levels, scores, self._groups, sort=request.sort, limit=request.limit
        )
        around = levels.all if query.root is not None else self.reader.documents
        facets = self._facets.counted(around, request.within, request.without)
        explained = Explained()
        if levels.all and not chosen:
            notes.append("Articles are found, but none has the chosen facet values.")
        elif not chosen and query.root is not None:
            explained = self._explainer.explained(query.root, evaluator)
        return Answer(
            request=request,
            query=query,
            read_as=read_as(query, request.within, request.without),
            expansions=expansions,
            notes=tuple(dict.fromkeys([*notes, *explained.reasons])),
            hits=tuple(hits),
            total=len(chosen),
            facets=facets,
            timeline=self._facets.timeline(chosen),
            suggestions=explained.suggestions,
            dropping=explained.dropping,
            milliseconds=(time.perf_counter() - started) * 1000,
        )

    @cached_property
    def _groups(self) -> dict[int, ArticleId]:
        """The group of each near-duplicate, named after its lowest article id."""
        records = self.reader.records
        members: dict[int, list[int]] = {}
        for document, first in enumerate(groups([r.sketch if r else None for r in records])):
            if first is not None:
                members.setdefault(first, []).append(document)
        found = {}
        for documents in members.values():
            name = min(record.article for d in documents if (record := records[d]) is not None)
            found.update(dict.fromkeys(documents, name))
        return found

    def _levels(self, query: Query, request: Request, evaluator: Evaluator) -> Levels:
        """Return what *query* finds; an empty box with chosen facets finds all articles."""
        if query.root is not None:
            return evaluator.levels(query.root)
        if not query.text.strip() and any((*request.within.values(), *request.without.values())):
            everything = self.reader.documents
            return Levels(everything, everything, everything)
        return _NOTHING

    def _documents(self, articles: frozenset[ArticleId]) -> set[int]:
        """Return the documents of *articles*."""
        records = self.reader.records
        return {n for n, record in enumerate(records) if record and record.article in articles}

    def suggest(self, prefix: str, limit: int) -> list[Suggestion]:
        """Return completions of the last word of *prefix*, best first."""
        return self._completer.completions(prefix, limit)


def _unresolved(query: Query, request: Request) -> list[str]:
    """Return a sentence for each condition of *query* that the caller did not look up."""
    return [
        f"{leaf.field}:{leaf.value} cannot be searched here, so it finds nothing."
        for leaf in (*leaves(query.root), *leaves(query.root, negated=True))
        if isinstance(leaf, Outside) and (leaf.field, leaf.value) not in request.outside
    ]
