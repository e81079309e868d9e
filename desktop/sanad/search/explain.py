"""Why a search found nothing, and what would find something."""

from collections.abc import Sequence
from dataclasses import dataclass

from sanad.search.analysis import is_told_by_capitals
from sanad.search.evaluate import Evaluator
from sanad.search.fields import BODY
from sanad.search.protocol import Without
from sanad.search.reader import Reader
from sanad.search.tree import And, Field, Form, Leaf, Node, Term, leaves
from sanad.search.vocabulary import holds, one_edit_away, with_prefix
from sanad.search.wording import typed, worded

_SUGGESTIONS = 3
_LOOKED_AT = 8
"""Words that are tried in other spellings at most."""


@dataclass(frozen=True, slots=True)
class Explained:
    """Sentences, whole queries to try, and what dropping each part gives."""

    reasons: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    dropping: tuple[Without, ...] = ()


class Explainer:
    """Explains over one state of an index."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def explained(self, root: Node, evaluator: Evaluator) -> Explained:
        """Return why *root*, which finds nothing, does so."""
        if not self._reader.documents:
            return Explained(("This library holds no articles yet.",))
        missing = [leaf for leaf in leaves(root) if not evaluator.levels(leaf).all]
        reasons = [self._reason(leaf, evaluator) for leaf in missing]
        if not missing:
            reasons = ["Each part is found, but no article has all of them."]
        return Explained(
            tuple(dict.fromkeys(reasons)),
            self._meant(root, missing, evaluator),
            self._dropping(root, evaluator),
        )

    def _reason(self, leaf: Leaf, evaluator: Evaluator) -> str:
        said = worded(leaf)
        if isinstance(leaf, Term) and not leaf.quoted and leaf.field is Field.TEXT:
            terms = leaf.forms[0].terms
            if is_told_by_capitals(terms):
                small = Term(leaf.text.lower(), (Form(tuple(t.lower() for t in terms)),))
                count = len(evaluator.levels(small).all)
                told = f"No article has {leaf.text} in capitals"
                if not count:
                    return f"{told}."
                return f"{told}; “{leaf.text.lower()}” in small letters is in {_articles(count)}."
        if getattr(leaf, "field", None) is Field.TEXT:
            return f"No article has {said}."
        return f"No article is found {said}."

    def _meant(self, root: Node, missing: Sequence[Leaf], evaluator: Evaluator) -> tuple[str, ...]:
        """Return *root* as typed with each missing word replaced by one that finds something."""
        found: dict[str, int] = {}
        others = {id(leaf): self._others(leaf, evaluator) for leaf in missing[:_LOOKED_AT]}
        for leaf in missing[:_LOOKED_AT]:
            for other in others[id(leaf)]:
                changed = _replaced(root, leaf, other)
                if total := len(evaluator.levels(changed).all):
                    found[typed(changed)] = total
        if not found and any(others.values()):
            # Several words are wrong: each is replaced, and what nothing is like is left out.
            mended: Node | None = root
            for leaf in missing:
                known = others.get(id(leaf))
                mended = _replaced(mended, leaf, known[0]) if known else _without(mended, leaf)
            if mended is not None and (total := len(evaluator.levels(mended).all)):
                found[typed(mended)] = total
        best = sorted(found, key=lambda text: -found[text])
        return tuple(best[:_SUGGESTIONS])

    def _others(self, leaf: Leaf, evaluator: Evaluator) -> list[Term]:
        """Return what may have been meant by *leaf*, a word that is found nowhere; best first."""
        if not isinstance(leaf, Term) or leaf.quoted or len(leaf.forms[0].terms) != 1:
            return []
        term = leaf.forms[0].terms[0]
        words = [
            Term(word, (Form((word,)),), field=leaf.field)
            for word in self._similar(term, evaluator)
        ]
        return words + [
            Term(f"{left} {right}", (Form((left, right)),), quoted=True, field=leaf.field)
            for left, right in self._halves(term)
        ]

    def _similar(self, term: str, evaluator: Evaluator) -> list[str]:
        """Return the words of the library closest to *term*, most frequent first."""
        if len(term) < 3 or term != term.lower():
            return []
        vocabulary = self._reader.vocabulary(BODY)
        near = one_edit_away(vocabulary, term, evaluator.alphabet(BODY))
        if not near and len(term) > 4:
            alike = with_prefix(vocabulary, term[:2])
            near = [w for w in alike if _is_two_edits_away(term, w)]
        return sorted(
            {w for w in near if w == w.lower()},
            key=lambda w: len(self._reader.counts(BODY, w)),
            reverse=True,
        )[:_SUGGESTIONS]

    def _halves(self, term: str) -> list[tuple[str, str]]:
        """Return the two words of the library that *term* may be, written in one."""
        vocabulary = self._reader.vocabulary(BODY)
        cuts = ((term[:n], term[n:]) for n in range(2, len(term) - 1))
        return [cut for cut in cuts if all(holds(vocabulary, half) for half in cut)]

    def _dropping(self, root: Node, evaluator: Evaluator) -> tuple[Without, ...]:
        """Return what *root* finds without each of its required parts."""
        if not isinstance(root, And):
            return ()
        found = []
        for n, part in enumerate(root.nodes):
            rest = (*root.nodes[:n], *root.nodes[n + 1 :])
            kept = And(rest) if len(rest) > 1 else rest[0]
            if total := len(evaluator.levels(kept).all):
                found.append(Without(typed(part), typed(kept), total))
        return tuple(sorted(found, key=lambda without: -without.total)) or (
            self._dropping_all(root, evaluator)
        )

    def _dropping_all(self, root: And, evaluator: Evaluator) -> tuple[Without, ...]:
        """Return what *root* finds without all the parts that are found nowhere, if anything."""
        there = [bool(evaluator.levels(part).all) for part in root.nodes]
        rest = tuple(part for part, is_there in zip(root.nodes, there, strict=True) if is_there)
        gone = [part for part, is_there in zip(root.nodes, there, strict=True) if not is_there]
        if not rest or not gone:
            return ()
        kept = And(rest) if len(rest) > 1 else rest[0]
        total = len(evaluator.levels(kept).all)
        return (Without(" ".join(map(typed, gone)), typed(kept), total),) if total else ()


def _replaced(node: Node | None, leaf: Leaf, other: Leaf) -> Node:
    """Return *node* with *leaf* at its top or among its required parts replaced by *other*."""
    if isinstance(node, And):
        return And(tuple(_replaced(child, leaf, other) for child in node.nodes))
    return other if node is leaf or node is None else node


def _without(node: Node | None, leaf: Leaf) -> Node | None:
    """Return *node* without *leaf* at its top or among its required parts; None: nothing stays."""
    if isinstance(node, And):
        kept = tuple(part for part in (_without(n, leaf) for n in node.nodes) if part is not None)
        return And(kept) if len(kept) > 1 else next(iter(kept), None)
    return None if node is leaf else node


def _is_two_edits_away(word: str, term: str) -> bool:
    """Whether *term* comes from *word* by two letters changed, lost or gained."""
    if abs(len(word) - len(term)) > 2:
        return False
    before = list(range(len(term) + 1))
    for n, letter in enumerate(word, 1):
        now = [n]
        for m, other in enumerate(term, 1):
            now.append(min(before[m] + 1, now[-1] + 1, before[m - 1] + (letter != other)))
        before = now
        if min(before) > 2:
            return False
    return before[-1] <= 2


def _articles(count: int) -> str:
    return f"{count:,} article" + ("" if count == 1 else "s")
