"""``sanad analyse``: what is recognised in files, with no library and nothing kept."""

import argparse
from pathlib import Path

from sanad.cli.result import Result, Status, complain
from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.errors import SanadError
from sanad.importers.registry import Document, files_under, read
from sanad.initiatives.extract import initiatives
from sanad.initiatives.model import Initiative
from sanad.library.records import Mention
from sanad.text.boilerplate import boilerplate_spans
from sanad.text.sentences import sentences


def analyse(arguments: argparse.Namespace) -> Result:
    """Print the text, sentences, mentions and initiatives of each file."""
    recogniser = Recogniser(Gazetteer.load())
    values: list[dict[str, object]] = []
    lines: list[str] = []
    refused = 0
    for path in (file for given in arguments.paths for file in files_under(given)):
        try:
            document = read(path)
        except SanadError as error:
            refused += 1
            complain(str(error))
            continue
        value, text = _analysis(path, document, recogniser)
        values.append(value)
        lines += text
    if refused:
        return Result(values, lines, Status.SOME_REFUSED)
    if not values:
        return Result([], ["There are no files to analyse there."], Status.NOTHING_FOUND)
    return Result(values, lines)


def _analysis(
    path: Path, document: Document, recogniser: Recogniser
) -> tuple[dict[str, object], list[str]]:
    text = document.rendering.text
    numbered = sentences(text)
    mentions = recogniser.mentions(text, numbered, boilerplate_spans(text))
    found = initiatives(text, numbered, mentions)
    value: dict[str, object] = {
        "id": path.stem,
        "text": text,
        "sentences": [
            {"number": one.number, "paragraph": one.paragraph, "start": one.start, "end": one.end}
            for one in numbered
        ],
        "mentions": [_mention(one, document) for one in mentions if not one.is_suggestion],
        "suggestions": [_mention(one, document) for one in mentions if one.is_suggestion],
        "initiatives": [_initiative(one) for one in found],
    }
    lines = [path.name]
    lines += [
        f"  {one.kind.value:<7}{one.surface}  ({one.name}; {one.rule}, {one.confidence:.2f})"
        f"{' suggested' if one.is_suggestion else ''}"
        for one in mentions
    ]
    lines += [
        f"  initiative: {one.name} ({one.kind}; {one.status or 'not stated'})" for one in found
    ]
    return value, lines


def _mention(mention: Mention, document: Document) -> dict[str, object]:
    source = document.rendering.source_span(mention.span)
    return {
        "start": mention.start,
        "end": mention.end,
        "source_start": source.start if source else None,
        "source_end": source.end if source else None,
        "surface": mention.surface,
        "type": mention.kind.value,
        "id": mention.entity,
        "rule": mention.rule,
        "confidence": mention.confidence,
    }


def _initiative(initiative: Initiative) -> dict[str, object]:
    return {
        "name": initiative.name,
        "aliases": list(initiative.aliases),
        "kind": initiative.kind,
        "years": [year.value for year in initiative.years],
        "status": initiative.status,
        "lead": [party.entity for party in initiative.parties if party.role == "lead"],
        "partners": [party.entity for party in initiative.parties if party.role == "partner"],
        "evidence": [list(span) for span in initiative.sentences],
    }
