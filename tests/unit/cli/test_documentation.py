"""``docs/cli.md`` says what the command line does, all of it and nothing else."""

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sanad.assets import seeds
from sanad.cli.arguments import parser
from sanad.cli.main import main
from sanad.cli.result import Status

DOCUMENT = (Path(__file__).parents[3] / "docs" / "cli.md").read_text("utf-8")
SYNOPSIS = re.findall(r"^sanad (.*)$", DOCUMENT, re.MULTILINE)
FACETS = {"place", "person", "org", "tech", "initiative", "source", "year"}
UNLISTED = {"tour", "--version", "--help", "-h"}


def commands(top: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield each command below *top* with its parser, ``bookmarks add`` after ``bookmarks``."""
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield name, command
                yield from ((f"{name} {inner}", parsed) for inner, parsed in commands(command))


def keys(value: object) -> set[str]:
    """Return the keys of the JSON *value* at every depth, but the kinds that facets are under."""
    match value:
        case dict():
            below = set().union(*map(keys, value.values()))
            return below if value.keys() == FACETS else below | value.keys()
        case list():
            return set().union(*map(keys, value))
    return set()


def documented_keys(command: str) -> set[str]:
    """Return the quoted names in the part of the document that is about *command*."""
    _, part = re.split(rf"^`{command}`", DOCUMENT, maxsplit=1, flags=re.MULTILINE)
    return set(re.findall(r'"([a-z_]+)"', re.split(r"\n```\n\n", part)[0]))


def test_every_command_is_in_the_synopsis_and_nothing_else():
    written = {re.match(r"\[?(\w+( add)?)", line)[1] for line in SYNOPSIS}
    assert written == {name for name, _ in commands(parser())} - UNLISTED


def test_every_option_is_in_the_document():
    options = {
        option
        for name, command in commands(parser())
        if name not in UNLISTED
        for action in command._actions
        for option in action.option_strings
    }
    assert {option for option in options - UNLISTED if option not in DOCUMENT} == set()
    assert set(re.findall(r"--[a-z]+", DOCUMENT)) <= options


def test_every_exit_status_is_in_the_document():
    assert re.findall(r"^\| (\d) \|", DOCUMENT, re.MULTILINE) == [str(int(one)) for one in Status]


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("search", [["policies"], ["policy", "zebra"]]),
        ("show", [["1"]]),
        ("entities", [[]]),
        ("initiatives", [[]]),
        ("bookmarks", [[]]),
    ],
)
def test_the_document_names_the_fields_of_the_json(sample, capsys, command, arguments):
    library = ["--library", str(sample)]
    assert main(["bookmarks", "add", "1", "--quote", "pivotal", "--tag", "role", *library]) == 0
    capsys.readouterr()
    printed = set()
    for words in arguments:
        main([command, *words, "--format", "json", *library])
        printed |= keys(json.loads(capsys.readouterr().out))
    assert printed == documented_keys(command)


def test_the_document_names_the_kinds_of_facets(sample, capsys):
    assert main(["search", "longstanding", "--format", "json", "--library", str(sample)]) == 0
    facets = json.loads(capsys.readouterr().out)["facets"]
    assert facets.keys() == FACETS
    assert {kind for kind in facets if f"`{kind}`" not in DOCUMENT} == set()


def test_the_document_names_the_fields_of_an_analysis(capsys):
    assert main(["analyse", *map(str, seeds()), "--format", "json"]) == 0
    assert keys(json.loads(capsys.readouterr().out)) == documented_keys("analyse")
