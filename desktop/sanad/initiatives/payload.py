"""Initiatives as JSON, for keeping beside their article."""

import json
from dataclasses import asdict
from typing import Any

from sanad.initiatives.model import Evidence, Initiative, Party, Statement, StatusEvent
from sanad.library.records import EntityId, InitiativeId
from sanad.text.spans import Span


def to_json(initiative: Initiative) -> str:
    """Return *initiative* as one line of JSON."""
    return json.dumps(asdict(initiative), ensure_ascii=False, separators=(",", ":"))


def from_json(payload: str) -> Initiative:
    """Return the initiative of a line that `to_json` wrote."""
    row = json.loads(payload)
    return Initiative(
        id=InitiativeId(row["id"]),
        name=row["name"],
        aliases=tuple(row["aliases"]),
        kind=row["kind"],
        years=tuple(_evidence(year) for year in row["years"]),
        parties=tuple(
            Party(
                EntityId(party["entity"]),
                party["name"],
                party["role"],
                _evidence(party["evidence"]),
            )
            for party in row["parties"]
        ),
        events=tuple(
            StatusEvent(
                event["status"],
                Statement(event["statement"]),
                event["date"],
                _evidence(event["evidence"]),
            )
            for event in row["events"]
        ),
        mentions=tuple(Span(*span) for span in row["mentions"]),
        sentences=tuple(Span(*span) for span in row["sentences"]),
        parent=InitiativeId(row["parent"]) if row["parent"] else None,
    )


def _evidence(row: dict[str, Any]) -> Evidence:
    return Evidence(row["value"], Span(*row["sentence"]), row["rule"])
