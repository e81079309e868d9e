"""Widen a query by what the library holds: spellings, families, joined words, aliases.

Every widening is an `Expansion` that the reader sees and can drop. Quoted phrases, NEAR and what
is negated stay as typed.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from sanad.library.records import EntityKind
from sanad.search.aliases import is_telling
from sanad.search.analysis import is_told_by_capitals, plain_terms
from sanad.search.fields import BODY, FOOTER, TITLE
from sanad.search.protocol import Alias, Expansion
from sanad.search.reader import Reader
from sanad.search.spelling import spellings
from sanad.search.stems import family, has_family
from sanad.search.tree import And, Field, Form, Node, Or, Query, Term, Why
from sanad.search.vocabulary import holds

LONGEST_ALIAS = 12
"""Words in an alias at most; longer names are found by their words."""

_WIDENED = (Field.TEXT, Field.TITLE)
_ACTIVE_KINDS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.INITIATIVE)
"""Aliases of places (demonyms) and technologies (generic acronyms) are only offered."""

_Added = dict[int, list[tuple[Form, ...]]]


class Expander:
    """Widens queries over one state of an index."""

    def __init__(self, reader: Reader, aliases: Iterable[Alias]) -> None:
        self._reader = reader
        self._vocabulary: list[str] | None = None
        self._aliases: dict[tuple[str, ...], list[Alias]] = {}
        for alias in aliases:
            for form in alias.forms:
                terms = _key(form)
                known = self._aliases.setdefault(terms, [])
                if terms and len(terms) <= LONGEST_ALIAS and alias not in known:
                    known.append(alias)

    @property
    def vocabulary(self) -> Sequence[str]:
        """All terms of titles and texts, sorted."""
        if self._vocabulary is None:
            streams = (self._reader.vocabulary(name) for name in (BODY, TITLE, FOOTER))
            self._vocabulary = sorted(set().union(*streams))
        return self._vocabulary

    def expanded(
        self, query: Query, dropped: Set[str], added: Set[str]
    ) -> tuple[Query, tuple[Expansion, ...]]:
        """Return *query* with the forms of each expansion that is active, and all expansions.

        *dropped* and *added* hold keys; a bare kind such as ``stem`` in *dropped* is all of it.
        """
        widening = _Widening(self, dropped, added)
        root = None if query.root is None else widening.node(query.root)
        found = {expansion.key: expansion for expansion in widening.expansions}
        return replace(query, root=root), tuple(found.values())

    def of_word(self, term: Term) -> list[tuple[Why, tuple[str, ...]]]:
        """Return spellings and family of a single word that the library holds."""
        word = term.forms[0].terms[0]
        if not has_family(word):
            return []
        vocabulary = self.vocabulary
        other = sorted(s for s in spellings(word) - {word} if holds(vocabulary, s))
        related = family(word, vocabulary)
        return [(why, tuple(words)) for why, words in _kinds(other, related) if words]

    def is_word(self, term: str) -> bool:
        """Whether *term* stands anywhere in the library."""
        return holds(self.vocabulary, term)

    def aliases_of(self, terms: tuple[str, ...]) -> Sequence[Alias]:
        """Return the entities that *terms* name."""
        return self._aliases.get(terms, ())


class _Widening:
    """One query being widened."""

    def __init__(self, expander: Expander, dropped: Set[str], added: Set[str]) -> None:
        self._expander = expander
        self._dropped = dropped
        self._added = added
        self.expansions: list[Expansion] = []

    def node(self, node: Node) -> Node:
        match node:
            case And(nodes):
                return And(tuple(self._together(nodes)))
            case Or(nodes):
                return Or(tuple(self.node(child) for child in nodes))
            case Term():
                return next(iter(self._together((node,))))
            case _:
                return node

    def _together(self, nodes: Sequence[Node]) -> list[Node]:
        """Widen nodes that must all hold; words side by side may make a name together."""
        widened = list(nodes)
        for first, last in _runs(nodes):
            words = [node for node in nodes[first:last] if isinstance(node, Term)]
            widened[first:last] = self._run(words)
        return [
            self.node(node) if node is nodes[n] and not isinstance(node, Term) else node
            for n, node in enumerate(widened)
        ]

    def _run(self, words: list[Term]) -> list[Term]:
        """Widen unquoted words of one field that stand side by side."""
        forms = [list(word.forms) for word in words]
        for n, word in enumerate(words):
            if len(word.forms[0].terms) == 1:
                term = word.forms[0].terms[0]
                for why, others in self._expander.of_word(word):
                    if self._offer(f"{why}:{term}", why, word.text, others, active=True):
                        forms[n] += [Form((other,), why) for other in others]
        for n, (left, right) in enumerate(pairwise(words)):
            self._join(forms, n, left, right)
        self._name(forms, words)
        return [
            replace(word, forms=tuple(dict.fromkeys(found)))
            for word, found in zip(words, forms, strict=True)
        ]

    def _join(self, forms: list[list[Form]], n: int, left: Term, right: Term) -> None:
        """Two words that the library also has in one: ``long standing``, ``longstanding``."""
        parts = (*left.forms[0].terms, *right.forms[0].terms)
        one = "".join(parts)
        if len(parts) != 2 or is_told_by_capitals(parts) or not self._expander.is_word(one):
            return
        text = f"{left.text} {right.text}"
        if self._offer(f"variant:{'+'.join(parts)}", Why.VARIANT, text, (one,), active=True):
            forms[n].append(Form((one,), Why.VARIANT))
            forms[n + 1].append(Form((one,), Why.VARIANT))

    def _name(self, forms: list[list[Form]], words: list[Term]) -> None:
        """Words that name an entity, by the longest of its names they hold."""
        n = 0
        while n < len(words):
            for last in range(min(len(words), n + LONGEST_ALIAS), n, -1):
                if self._expander.aliases_of(_lowered(_terms(words[n:last]))):
                    self._widen_name(forms, words, n, last)
                    n = last - 1
                    break
            n += 1

    def _widen_name(
        self, forms: list[list[Form]], words: list[Term], first: int, last: int
    ) -> None:
        """Offer the other names of what the words from *first* to *last* name."""
        terms = _terms(words[first:last])
        aliases = self._expander.aliases_of(_lowered(terms))
        for alias in aliases:
            others = [form for form in alias.forms if not _contains(plain_terms(form), terms)]
            sure = [form for form in others if _is_sure(alias, form)]
            unsure = [form for form in others if form not in sure]
            key = f"alias:{alias.entity}:{' '.join(terms)}"
            is_sure = len(aliases) == 1 and any(
                _is_sure(alias, form) for form in alias.forms if _key(form) == _lowered(terms)
            )
            for name, some, active in ((key, sure, is_sure), (f"{key}:more", unsure, False)):
                if some and self._offer(
                    name,
                    Why.ALIAS,
                    " ".join(word.text for word in words[first:last]),
                    tuple(some),
                    active=active,
                ):
                    for n in range(first, last):
                        forms[n] += [Form(plain_terms(form), Why.ALIAS) for form in some]

    def _offer(
        self, key: str, why: Why, word: str, forms: tuple[str, ...], *, active: bool
    ) -> bool:
        """Record an expansion; whether it is to be searched."""
        active = (active or key in self._added) and self._dropped.isdisjoint((key, str(why)))
        self.expansions.append(Expansion(key, why, word, forms, active))
        return active


def _kinds(other: list[str], related: list[str]) -> list[tuple[Why, list[str]]]:
    return [(Why.VARIANT, other), (Why.STEM, related)]


def _runs(nodes: Sequence[Node]) -> list[tuple[int, int]]:
    """Return begin and end of each run of unquoted words in one field that may be widened."""
    runs = []
    n = 0
    while n < len(nodes):
        first, field = n, None
        while n < len(nodes):
            node = nodes[n]
            if not isinstance(node, Term) or node.quoted or node.field not in _WIDENED:
                break
            if field not in (None, node.field):
                break
            field = node.field
            n += 1
        if n > first:
            runs.append((first, n))
        else:
            n += 1
    return runs


def _terms(words: Iterable[Term]) -> tuple[str, ...]:
    return tuple(term for word in words for term in word.forms[0].terms)


def _key(text: str) -> tuple[str, ...]:
    return _lowered(plain_terms(text))


def _lowered(terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return *terms* as a name is looked up; a small word in capitals stays apart."""
    return tuple(t if is_told_by_capitals((t,)) else t.lower() for t in terms)


def _is_sure(alias: Alias, form: str) -> bool:
    """Whether *form* stands for the entity wherever it is written."""
    if form in alias.confirmed:
        return True
    return alias.kind in _ACTIVE_KINDS and is_telling(form)


def _contains(longer: tuple[str, ...], terms: tuple[str, ...]) -> bool:
    """Whether *terms* stand in *longer* side by side, so that it adds nothing to them."""
    return any(longer[n : n + len(terms)] == terms for n in range(len(longer) - len(terms) + 1))
