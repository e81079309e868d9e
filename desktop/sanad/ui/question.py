"""What is being asked of the library: the request behind the box, the chips and the facets."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from sanad.search.protocol import UNKNOWN, Answer, Expansion, FacetValue, Request
from sanad.search.tree import Why
from sanad.ui.models.library import Choice, Facet
from sanad.ui.search_bar import Chip

EXACT = str(Why.STEM)
"""Among what is dropped it stands for all words of the same family."""
_FACET_CHIP = "facet"
_FACET_VALUES = 60
"""So many values of a kind are offered; who wants another one searches for it."""

_SHOWN_FORMS = 2
_ALL_YEARS = "*"
"""Stands in a chip for all years of a range."""


def is_open(request: Request) -> bool:
    """Whether *request* asks for nothing in particular: all articles."""
    return not (request.text.strip() or request.within or request.without)


def with_text(request: Request, text: str) -> Request:
    """Return *request* for another query.

    What was dropped stays dropped while the box is edited, and is forgotten with an empty box,
    except that words are taken exactly: that is switched by itself.
    """
    if text.strip():
        return replace(request, text=text)
    return replace(request, text=text, dropped=request.dropped & {EXACT}, added=frozenset())


def without_strangers(request: Request, answer: Answer) -> Request:
    """Return *request* without what was dropped or added for words it no longer has."""
    keys = {expansion.key for expansion in answer.expansions}
    return replace(request, dropped=request.dropped & (keys | {EXACT}), added=request.added & keys)


def with_exact_words(request: Request, *, exact: bool) -> Request:
    """Return *request* for words as they are written, or for words of the same family too."""
    dropped = request.dropped | {EXACT} if exact else request.dropped - {EXACT}
    return replace(request, dropped=dropped)


def with_facet(request: Request, kind: str, id: str, *, unwanted: bool) -> Request:
    """Return *request* with a facet value demanded or excluded, or open again if it was so."""
    chosen = choice_of(request, kind, id)
    wish: Choice = "without" if unwanted else "only"
    within = _without_value(request.within, kind, id)
    without = _without_value(request.without, kind, id)
    if chosen != wish:
        target = without if unwanted else within
        target[kind] = (*target.get(kind, ()), id)
    return replace(request, within=within, without=without)


def with_years(request: Request, years: Sequence[str]) -> Request:
    """Return *request* for articles of *years* alone; none leaves the date open."""
    within = {kind: ids for kind, ids in request.within.items() if kind != "year"}
    without = {kind: ids for kind, ids in request.without.items() if kind != "year"}
    if years:
        within["year"] = tuple(years)
    return replace(request, within=within, without=without)


def choice_of(request: Request, kind: str, id: str) -> Choice:
    """Return whether *request* demands or excludes a facet value."""
    if id in request.within.get(kind, ()):
        return "only"
    return "without" if id in request.without.get(kind, ()) else ""


def with_chip(request: Request, key: str, answer: Answer | None) -> Request:
    """Return *request* with the chip called *key* switched."""
    mark, _, rest = key.partition("\n")
    if mark == _FACET_CHIP:
        kind, _, id = rest.partition("\n")
        if id == _ALL_YEARS:
            return with_years(request, ())
        return with_facet(request, kind, id, unwanted=choice_of(request, kind, id) == "without")
    if answer is None:
        return request
    for expansion in answer.expansions:
        if expansion.key == key:
            one = frozenset({key})
            if expansion.active:
                return replace(request, dropped=request.dropped | one, added=request.added - one)
            dropped = request.dropped - one
            if expansion.why is Why.STEM and EXACT in dropped:
                # Only this one is wanted back; the others of the answer stay dropped one by one.
                others = {other.key for other in answer.expansions if other.why is Why.STEM}
                dropped = dropped - {EXACT} | others - one
            return replace(request, dropped=dropped, added=request.added | one)
    return request


def chips(
    request: Request, answer: Answer | None, names: Mapping[tuple[str, str], str]
) -> list[Chip]:
    """Return the chips of *request*, facets first; *names* are those of facet values."""
    found = [
        _facet_chip(kind, id, names.get((kind, id), id), unwanted)
        for unwanted, chosen in ((False, request.within), (True, request.without))
        for kind, ids in chosen.items()
        for id in ids
        if kind != "year" or len(ids) == 1
    ]
    years = request.within.get("year", ())
    if len(years) > 1:
        name = f"{min(years)}\u2013{max(years)}"
        found.append(_facet_chip("year", _ALL_YEARS, name, unwanted=False))
    if answer is not None:
        found += [_expansion_chip(expansion) for expansion in answer.expansions]
    return found


def facet_title(kind: str) -> str:
    """Return the heading of a group of facets."""
    titles = {
        "place": "Places",
        "org": "Organisations",
        "person": "People",
        "tech": "Technologies",
        "initiative": "Initiatives",
        "source": "Sources",
        "year": "Years",
    }
    return QCoreApplication.translate("facets", titles.get(kind, kind))


def facet_groups(
    request: Request, facets: Mapping[str, Sequence[FacetValue]]
) -> dict[str, tuple[str, list[Facet]]]:
    """Return title and values of each kind that is offered, as `LibraryPane` shows them."""
    groups: dict[str, tuple[str, list[Facet]]] = {}
    for kind in ("place", "person", "org", "tech", "initiative", "source"):
        values = facets.get(kind, ())
        if not values or (len(values) == 1 and values[0].id == UNKNOWN):
            continue
        groups[kind] = (facet_title(kind), [
            Facet(kind, value.id, value.name, value.count,
                  choice=choice_of(request, kind, value.id))
            for value in values[:_FACET_VALUES]
        ])  # fmt: skip
    return groups


def _facet_chip(kind: str, id: str, name: str, unwanted: bool) -> Chip:
    singular = {"place": "place", "org": "organisation", "person": "person", "tech": "technology"}
    text = f"{singular.get(kind, kind)}: {name}"
    tip = QCoreApplication.translate("facets", "Press to drop this filter")
    shown = QCoreApplication.translate("facets", "not {filter}").format(filter=text)
    key = f"{_FACET_CHIP}\n{kind}\n{id}"
    return Chip(key, shown if unwanted else text, tip, is_filter=True)


def _expansion_chip(expansion: Expansion) -> Chip:
    forms = ", ".join(expansion.forms[:_SHOWN_FORMS])
    if len(expansion.forms) > _SHOWN_FORMS:
        forms += " …"
    tip = {
        Why.EXACT: "As written",
        Why.VARIANT: "Another spelling of the same word",
        Why.ALIAS: "Another name of the same",
        Why.STEM: "Another word of the same family",
    }[expansion.why]
    action = "press to leave it out" if expansion.active else "press to search it too"
    every = ", ".join(expansion.forms)
    text = f"{expansion.word} → {forms}"
    return Chip(expansion.key, text, f"{tip}: {every}; {action}", is_on=expansion.active)


def _without_value(
    chosen: Mapping[str, Sequence[str]], kind: str, id: str
) -> dict[str, Sequence[str]]:
    kept = {key: tuple(value for value in values if (key, value) != (kind, id))
            for key, values in chosen.items()}  # fmt: skip
    return {key: values for key, values in kept.items() if values}
