"""Score recognition against annotated articles.

    python tests/benchmarks/knowledge.py GOLD.json TEXTS… [--errors] [--predictions OUT.json]

GOLD is a list of ``{"id", "mentions": [{"start", "end", "surface", "type", "opt", "alt"}],
"nested", "initiatives"}``; TEXTS are the files, or folders of files, whose stems are the ids.
Prints precision, recall and F1 by type, and what was found of the initiatives.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.entities.rules import SHOWN_FROM
from sanad.initiatives.extract import initiatives
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.plain import render_plain
from sanad.text.sentences import sentences

TYPES = ("PERSON", "ORG", "PLACE", "TECH", "INIT")


def predict(recogniser: Recogniser, path: Path) -> dict[str, Any]:
    """Return what is recognised in one file, in the format of the gold."""
    source = path.read_bytes().decode("utf-8")
    rendering = render_plain(source)
    text = rendering.text
    found = sentences(text)
    mentions = recogniser.mentions(text, found, boilerplate_spans(text))
    rows = []
    for mention in mentions:
        if mention.confidence < SHOWN_FROM:
            continue
        span = rendering.source_span(mention.span)
        rows.append(
            {
                "start": mention.start,
                "end": mention.end,
                "source_start": span.start if span else None,
                "source_end": span.end if span else None,
                "surface": mention.surface,
                "type": str(mention.kind),
                "id": mention.entity,
                "rule": mention.rule,
            }
        )
    register = [
        {
            "name": row.name,
            "aliases": list(row.aliases),
            "kind": row.kind,
            "years": [year.value for year in row.years],
            "status": row.status,
            "lead": [party.entity for party in row.parties if party.role == "lead"],
            "partners": [party.entity for party in row.parties if party.role == "partner"],
        }
        for row in initiatives(text, found, mentions)
    ]
    return {"id": path.stem, "mentions": rows, "initiatives": register}


def score(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> dict[str, list[int]]:
    """Return for each type the numbers right, predicted and wanted; exact spans only."""
    counts = {kind: [0, 0, 0] for kind in (*TYPES, "ALL")}
    found = {article["id"]: article["mentions"] for article in predicted}
    for article in gold:
        wanted = [m for m in article["mentions"] if not m.get("opt")]
        neutral = [m for m in article["mentions"] if m.get("opt")]
        nested = {(m["start"], m["end"]) for m in article.get("nested", [])}
        exact = {(m["start"], m["end"]): m for m in wanted}
        for mention in wanted:
            _count(counts, mention["type"], 2)
        for mention in found.get(article["id"], []):
            start = mention.get("source_start") or mention["start"]
            end = mention.get("source_end") or mention["end"]
            match = exact.get((start, end))
            if match is None:
                overlaps = any(start < m["end"] and m["start"] < end for m in wanted)
                if (start, end) in nested or (
                    not overlaps and any(start < m["end"] and m["start"] < end for m in neutral)
                ):
                    continue
            right = match is not None and mention["type"] in {match["type"], match.get("alt")}
            kind = match["type"] if right and match else mention["type"]
            _count(counts, kind, 1)
            if right:
                _count(counts, kind, 0)
    return counts


def _count(counts: dict[str, list[int]], kind: str, column: int) -> None:
    counts[kind][column] += 1
    counts["ALL"][column] += 1


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    gold = json.loads(options.gold.read_text(encoding="utf-8"))
    wanted = {article["id"] for article in gold}
    files = [
        file
        for path in options.texts
        for file in (sorted(path.glob("*.txt")) if path.is_dir() else [path])
        if file.stem in wanted
    ]
    recogniser = Recogniser(Gazetteer.load())
    predicted = [predict(recogniser, file) for file in files]
    if options.predictions:
        options.predictions.write_text(json.dumps(predicted, ensure_ascii=False), encoding="utf-8")
    for kind, (right, given, total) in score(gold, predicted).items():
        precision, recall = right / max(given, 1), right / max(total, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{kind:7} {total:5} {given:5}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    main()
