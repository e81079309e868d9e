"""Checks the rows of a notebook and brings back from its journal what is damaged.

Each row has a checksum; the digest, the exclusive or of all of them, shows that one is missing.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from sanad.library.database import Database
from sanad.library.journal import Json

Entries: TypeAlias = dict[str, dict[str, str]]
"""The JSON text of each entry, by kind and id, in the order in which they were made."""


def text_of(value: Mapping[str, Json]) -> str:
    """Return *value* as JSON; equal values give equal texts."""
    return json.dumps(value, separators=(",", ":"), sort_keys=True, allow_nan=False)


def checksum(kind: str, id: str, text: str) -> int:
    """Return the checksum of a row, 63 bits, so that SQLite can store it as an integer."""
    content = "\0".join((kind, id, text)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest()) >> 1


def put_line(kind: str, id: str, text: str) -> dict[str, Json]:
    """Return the journal's line for keeping *text*, which is JSON."""
    return {
        "op": "put",
        "kind": kind,
        "id": id,
        "value": json.loads(text),
        "checksum": f"{checksum(kind, id, text):016x}",
    }


def delete_line(kind: str, id: str) -> dict[str, Json]:
    """Return the journal's line for forgetting an entry."""
    return {"op": "delete", "kind": kind, "id": id, "checksum": f"{checksum(kind, id, ''):016x}"}


def put_lines(entries: Entries) -> Iterator[dict[str, Json]]:
    """Yield the lines of a journal that says no more than *entries*."""
    return (put_line(*entry) for entry in flat(entries))


def read_rows(database: Database) -> tuple[Entries, int, list[dict[str, Json]]]:
    """Return the rows whose checksum holds, their digest, and the other rows as they are found."""
    good: Entries = {}
    digest = 0
    damaged: list[dict[str, Json]] = []
    # As bytes, since damaged text need not be UTF-8.
    for row in database.rows(
        "SELECT CAST(kind AS BLOB), CAST(id AS BLOB), CAST(value AS BLOB),"
        " CAST(checksum AS BLOB) FROM entry ORDER BY place"
    ):
        kind, id, text, stored = ((column or b"").decode("utf-8", "replace") for column in row)
        computed = checksum(kind, id, text)
        if stored == f"{computed:016x}":
            good.setdefault(kind, {})[id] = text
            digest ^= computed
        else:
            damaged.append({"kind": kind, "id": id, "value": text, "checksum": stored})
    return good, digest, damaged


def replayed(entries: Entries, lines: Iterable[Mapping[str, Json]]) -> Entries:
    """Return *entries* as they are after the changes in *lines*, damaged lines passed over."""
    after = {kind: dict(of_kind) for kind, of_kind in entries.items()}
    for line in lines:
        kind, id, value = line.get("kind"), line.get("id"), line.get("value")
        if not (isinstance(kind, str) and isinstance(id, str)):
            continue
        text = text_of(value) if isinstance(value, dict) else ""
        if line.get("checksum") != f"{checksum(kind, id, text):016x}":
            continue
        if line.get("op") == "delete":
            after.get(kind, {}).pop(id, None)
        elif text:
            after.setdefault(kind, {})[id] = text
    return after


def completed(entries: Entries, lines: Iterable[Mapping[str, Json]]) -> Entries:
    """Return *entries* with what is missing in them and was kept last according to *lines*."""
    after = replayed({}, lines)
    for kind, id, text in flat(entries):
        after.setdefault(kind, {})[id] = text
    return after


def difference(before: Entries, after: Entries) -> int:
    """Return how many entries were changed, added or taken away."""
    one, other = set(flat(before)), set(flat(after))
    return len({(kind, id) for kind, id, _ in one ^ other})


def digest_of(entries: Entries) -> int:
    """Return the exclusive or of the checksums of all *entries*."""
    digest = 0
    for entry in flat(entries):
        digest ^= checksum(*entry)
    return digest


def flat(entries: Entries) -> Iterator[tuple[str, str, str]]:
    """Yield kind, id and text of each entry."""
    for kind, of_kind in entries.items():
        for id, text in of_kind.items():
            yield kind, id, text
