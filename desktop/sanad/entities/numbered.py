"""Names that begin with a number or are one: ``2nd Digital Forum``, ``PL 2338/2023``."""

from sanad.entities.context import noun_after
from sanad.entities.heads import candidate_by_head, name_by_head
from sanad.entities.reading import Candidate, Reading
from sanad.library.records import EntityKind

_BILLS = frozenset({"PL", "PEC", "PLP", "PLS", "PLC", "H.R.", "HB", "SB", "H.B.", "S.B.", "R.A."})


def numbered(reading: Reading, index: int) -> tuple[list[Candidate], int] | None:
    """Read ``2nd International Digital Cooperation Forum`` and ``2030 Agenda for …``."""
    match = reading.matches.get(index)
    if match is not None and reading.is_capital(match[0]):
        named = name_by_head(reading, index)
        found = candidate_by_head(reading, index, named) if named is not None else None
        if named is not None and found is not None:
            return [found], named.end
        return [reading.known(index, *match)], match[0]
    if not reading.is_capital(index + 1):
        return ([reading.known(index, *match)], match[0]) if match else None
    if reading.key(index + 1) in {"million", "billion", "thousand"}:
        counted = noun_after(reading, index, reading.run_end(index + 1))
        return ([counted], counted.end) if counted is not None else None
    if not (reading.is_ordinal(index) or reading.is_year(index)) or reading.joins(index):
        return None
    if reading.is_year(index) and reading.key(index - 1) in {
        "in",
        "since",
        "by",
        "until",
        "from",
        "during",
    }:
        return None
    named = name_by_head(reading, index)
    if named is None or named.head.kind is None:
        return ([reading.known(index, *match)], match[0]) if match else None
    found = candidate_by_head(reading, index, named)
    if found is None or (reading.is_year(index) and found.kind is not EntityKind.INITIATIVE):
        return None
    if found.kind is EntityKind.INITIATIVE and reading.is_ordinal(index):
        found = found._replace(rule="numbered event")
    return [found], named.end


def numbered_bill(reading: Reading, index: int) -> Candidate | None:
    """Read ``PL 2338/2023`` and ``H.R. 1234``."""
    if reading.words.surfaces[index] not in _BILLS:
        return None
    number = index + 1
    if reading.key(number) == "no":
        number += 1 + (reading.key(number + 1) == ".")
    if not reading.key(number)[:1].isdigit():
        return None
    end = number + 1
    if reading.key(end) == "/" and reading.key(end + 1).isdigit():
        end += 2
    return reading.candidate(index, end, EntityKind.INITIATIVE, "numbered bill", "law")
