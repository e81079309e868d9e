"""The query as a tree of our own: frozen values that every engine can evaluate.

A leaf asks for term sequences in one field; its `Form` values are alternatives, each with the
reason it stands there. The parser writes down the forms that follow from the text itself;
`sanad.search.expand` adds the wider ones (spelling, stem, alias) that a library offers.
"""

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why a form counts as a match of what was typed."""

    EXACT = "exact"
    VARIANT = "variant"
    """Another spelling of the same word: organisation, organization."""
    ALIAS = "alias"
    """Another name of the same entity or initiative."""
    STEM = "stem"
    """Another word of the same family: organise, organiser."""


class Field(StrEnum):
    """Where a leaf looks. ``TEXT`` is title and text together."""

    TEXT = "text"
    TITLE = "title"
    ENTITY = "entity"
    PERSON = "person"
    ORGANISATION = "org"
    PLACE = "place"
    TECHNOLOGY = "tech"
    INITIATIVE = "initiative"
    SOURCE = "source"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Form:
    """Terms that stand one after the other in the text."""

    terms: tuple[str, ...]
    why: Why = Why.EXACT


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase; it matches where one of its forms does."""

    text: str
    """As typed, without quotes."""
    forms: tuple[Form, ...]
    quoted: bool = False
    """A quoted phrase is literal: it is never widened."""
    field: Field = Field.TEXT


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin with *prefix* (folded)."""

    text: str
    prefix: str
    field: Field = Field.TEXT


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words that are *term* (folded) or one edit away: a letter more, less, other or swapped."""

    text: str
    term: str
    field: Field = Field.TEXT


@dataclass(frozen=True, slots=True)
class Near:
    """Words or phrases, in any order, with at most *distance* words from first to last."""

    parts: tuple[Term, ...]
    distance: int
    field: Field = Field.TEXT


@dataclass(frozen=True, slots=True)
class DateRange:
    """Articles whose whole stated date lies within ``first..last``, both inclusive.

    Each end is ``2025``, ``2025-06`` or ``2025-06-30``; None leaves it open.
    """

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Undated:
    """Articles with no stated date."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Articles in a set the caller knows (``tag:risk``, ``is:unread``), not the index."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that *node* does not find."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """Articles that every node finds."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that at least one node finds."""

    nodes: tuple["Node", ...]


Leaf = Term | Prefix | Fuzzy | Near | DateRange | Undated | Outside
Node = Leaf | Not | And | Or


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed and how it is understood."""

    text: str
    root: Node | None
    """None when nothing is searched: an empty box, or a refusal that `notes` explains."""
    notes: tuple[str, ...] = ()
    """Sentences on what was refused or read otherwise than typed."""


def leaves(node: Node | None, *, negated: bool = False) -> list[Leaf]:
    """Return the leaves of *node* in order, those under an odd number of `Not` left out.

    With *negated* only those are returned instead.
    """
    found: list[Leaf] = []

    def walk(node: Node, inside_not: bool) -> None:
        match node:
            case And(nodes) | Or(nodes):
                for child in nodes:
                    walk(child, inside_not)
            case Not(child):
                walk(child, not inside_not)
            case leaf:
                if inside_not == negated:
                    found.append(leaf)

    if node is not None:
        walk(node, inside_not=False)
    return found
