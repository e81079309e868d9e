"""Lone unknown names that their surroundings tell to be companies or bodies."""

from sanad.entities.guesses import is_brand
from sanad.entities.reading import Candidate, Reading
from sanad.entities.slug import word_set
from sanad.library.records import EntityKind

_MADE = word_set(
    "built supplied installed owned operated manufactured constructed acquired bought "
    "distributed made provided run managed backed financed funded insured underwritten "
    "maintained assembled licensed commissioned sold developed designed delivered"
)
_BUSINESSES = word_set(
    "companies firms operators banks carriers telcos providers vendors suppliers partners "
    "competitors rivals giants agencies startups start-ups lenders shareholders investors "
    "developers manufacturers makers chipmakers carmakers automakers retailers contractors "
    "utilities insurers airlines unions newspapers outlets broadcasters subsidiaries units "
    "consortium consortia venture conglomerates regulators ngos charities brands groups"
)
_HELD = word_set(
    "shares stake stakes subsidiary unit arm customers subscribers clients engineers shareholders "
    "acquisition takeover merger parent owner owners headquarters"
)
_CONTRACTED = word_set(
    "contract contracts deal deals memorandum memoranda mou mous agreement agreements venture "
    "tender order orders"
)
_SUPPLIES = word_set(
    "shares stake turbines equipment loan loans funding financing credit technology chips "
    "sensors servers software capital handsets investment hardware cables panels batteries aircraft"
)
_OWNED = word_set(
    "shares subscribers customers shareholders engineers network stores stock branches "
    "executives handsets services"
)
_BUSINESS_VERBS = word_set(
    "acquired owns operates manufactures supplies employs invested merged bought sells listed "
    "produces distributes"
)
_RUNS = word_set(
    "runs makes builds manages provides offers represents regulates oversees serves operated owned"
)
_ACTS = word_set("said says signed has will plans is was announced launched and also")
_LEADS = word_set("like including namely")


def company(reading: Reading, first: int, end: int) -> Candidate | None:
    """Return unknown words as an organisation where only one can stand, or None."""
    if reading.words.in_heading[first]:
        return None
    if not (_stands_after(reading, first) or _stands_before(reading, first, end)):
        return None
    return reading.candidate(first, end, EntityKind.ORGANISATION, "company by context")


def _stands_after(reading: Reading, first: int) -> bool:
    if reading.words.opens[first]:
        return False
    before = reading.key(first - 1)
    if before == "the":
        return False
    previous = reading.key(first - 2)
    if before == "by":
        return previous in _MADE
    if before in _BUSINESSES or (before in _LEADS and previous in _BUSINESSES):
        return not reading.words.capital[first - 1] or reading.words.opens[first - 1]
    if before == "as" and previous == "such":
        return reading.key(first - 3) in _BUSINESSES
    if before in {"of", "between", "among"} and previous in _BUSINESSES:
        return True
    if before in {"in", "of"} and previous in _HELD:
        return previous not in {"unit", "arm", "headquarters"} or before == "of"
    if before == "with" and any(reading.key(first - k) in _CONTRACTED for k in (2, 3)):
        return True
    return before == "from" and any(reading.key(first - k) in _SUPPLIES for k in (2, 3))


def _stands_before(reading: Reading, first: int, end: int) -> bool:
    after = reading.key(end)
    if after == "'s":
        return reading.key(end + 1) in _OWNED
    if end - first == 1 and after in _OWNED | _BUSINESS_VERBS:
        return not reading.words.opens[first]
    if after == "," and end - first == 1 and reading.key(end + 1) == "which":
        return reading.key(end + 2) in _BUSINESS_VERBS | _RUNS
    acts = after in _ACTS or (after.endswith("ed") and len(after) > 4)
    if end - first == 1 and acts and is_brand(reading.words.surfaces[first]):
        return True
    if after in {"said", "says"}:
        return reading.key(end + 1) in {"it", "its"} or reading.key(end + 2) in {"it", "its"}
    return False


def names_business(reading: Reading, index: int) -> bool:
    """Whether a capitalised word that opens a sentence only says what follows: ``Lenders X``."""
    return reading.words.opens[index] and reading.key(index) in _BUSINESSES
