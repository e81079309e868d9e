"""Runs of capitalised words and the head nouns in them."""

from sanad.entities.gazetteer import Head
from sanad.entities.reading import Reading
from sanad.library.records import EntityKind

_YEARED_LAWS = frozenset({"act", "bill", "ordinance", "rules", "regulations", "order"})


def head_run(reading: Reading, first: int) -> int:
    """Return the end of the capitalised run, across an acronym in brackets within a name."""
    end = first if not reading.is_capital(first) else reading.run_end(first)
    if end == first:  # an ordinal or a year in front
        end = reading.run_end(first + 1) if reading.is_capital(first + 1) else first + 1
    end = before_role(reading, first, end)
    years = with_number(reading, end) if reading.is_year(end) else end
    if years > end and reading.is_capital(years) and not reading.words.opens[years]:
        rest = before_role(reading, years, reading.run_end(years))
        if last_head(reading, years, rest) is not None:
            end = rest  # "DCO 2025-2028 Four-Year Agenda"
    if reading.key(end) == "(":
        law = _law_behind_bracket(reading, end)
        if law is not None:
            return law
    if (
        reading.key(end) == "("
        and reading.key(end + 2) == ")"
        and reading.is_acronym(end + 1)
        and reading.is_capital(end + 3)
        and end - first >= 2
    ):
        rest = before_role(reading, end + 3, reading.run_end(end + 3))
        if last_head(reading, end + 3, rest) is not None:
            return rest
    return end


def _law_behind_bracket(reading: Reading, bracket: int) -> int | None:
    """Return the end of ``Data (Use and Access) Bill``, whose bracket belongs to the name."""
    for close in range(bracket + 2, bracket + 10):
        if reading.key(close) == ")":
            is_law = reading.key(close + 1) in _YEARED_LAWS and reading.is_capital(close + 1)
            return close + 2 if is_law and reading.is_capital_raw(bracket + 1) else None
    return None


def before_role(reading: Reading, first: int, end: int) -> int:
    """Return where a role interrupts the run (``Huawei Pakistan CEO …``), else its end."""
    for index in range(first + 1, end):
        if reading.words.capital[index]:
            role_end = reading.role_at(index)
            if role_end is not None and not (role_end < end and reading.head_at(role_end)):
                return index
    return end


def last_head(reading: Reading, first: int, end: int) -> tuple[int, int, Head] | None:
    """Return the last head noun of the run; a weak one only if there is no other."""
    strong: tuple[int, int, Head] | None = None
    weak: tuple[int, int, Head] | None = None
    index = first
    while index < end:
        found = reading.head_at(index)
        if found is None or (found[0] > end and "of" not in found[1].words):
            index += 1
            continue
        if index == first and strong is None and not found[1].is_initial:
            index = found[0]
            continue
        if index > first and found[1].sort == "prefix" and found[1].kind is EntityKind.PLACE:
            index = found[0]
            continue  # "Liberty Costa Rica"
        if found[1].is_weak:
            weak = (index, *found)
        else:
            strong = (index, *found)
        index = found[0]
    if strong is not None:
        return strong
    if weak is not None and weak[0] - first >= 1 and not _is_only_trade(reading, first, weak[0]):
        return weak
    return None


def _is_only_trade(reading: Reading, first: int, end: int) -> bool:
    portfolio = reading.gazetteer.vocabulary.portfolio
    return all(reading.key(index) in portfolio for index in range(first, end))


def trade_end(reading: Reading, start: int) -> int:
    """Return the end of the words of ministries and programmes that begin at *start*."""
    vocabulary = reading.gazetteer.vocabulary
    end = start
    while reading.is_capital(end) and reading.key(end) in vocabulary.portfolio:
        end += 1
    return end


def with_number(reading: Reading, end: int) -> int:
    """Return the end with a year, a span of years or a version that belongs to the name."""
    words = reading.words
    if end >= len(words) or words.opens[end]:
        return end
    key = reading.key(end)
    if key in {"no", "number"} and reading.key(end - 1) in _YEARED_LAWS | {"law", "decree"}:
        number = end + 1 + (reading.key(end + 1) == ".")
        return number + 1 if reading.key(number)[:1].isdigit() else end
    if key == "," and reading.key(end - 1) in _YEARED_LAWS and reading.key(end + 1) == "no":
        number = end + 2 + (reading.key(end + 2) == ".")
        is_dated = reading.key(number + 1) == "of" and reading.is_year(number + 2)
        if reading.key(number)[:1].isdigit():
            return number + 3 if is_dated else number + 1
    if key == "," and reading.is_year(end + 1) and reading.key(end - 1) in _YEARED_LAWS:
        return end + 2
    if reading.is_year(end):
        if reading.joins(end + 1) and reading.key(end + 1).isdigit():
            return end + 2
        return end + 1
    if key in {"ii", "iii", "iv"} and words.surfaces[end].isupper():
        return end + 1
    if key.replace(".", "").isdigit() and "." in key and len(key) <= 4:
        return end + 1
    return end
