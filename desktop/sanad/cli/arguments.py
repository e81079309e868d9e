"""The commands and options of ``sanad``."""

import argparse
from pathlib import Path

from sanad import __version__


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="sanad",
        description="Find, trace and cite what your articles say. Without a command: the window.",
    )
    top.add_argument("--version", action="version", version=f"sanad {__version__}")
    _add_common(top)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    again = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    _add_common(again)
    common = [again]

    command = commands.add_parser("open", parents=common, help="open the window")
    command.add_argument("path", nargs="?", type=Path, help="a library folder, or files to import")

    command = commands.add_parser("import", parents=common, help="bring files into the library")
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH")

    command = commands.add_parser("search", parents=common, help="search the library")
    command.add_argument("query", nargs="+", metavar="QUERY")
    command.add_argument("--limit", type=_positive, default=None, help="at most this many hits")

    command = commands.add_parser("show", parents=common, help="print an article")
    command.add_argument("article", metavar="ARTICLE", help="its number or its file name")

    commands.add_parser("entities", parents=common, help="list who and what is named")
    commands.add_parser("initiatives", parents=common, help="list the register of initiatives")

    command = commands.add_parser("bookmarks", parents=common, help="list or add bookmarks")
    actions = command.add_subparsers(dest="action", metavar="add")
    add = actions.add_parser("add", parents=common, help="bookmark a passage")
    add.add_argument("article", metavar="ARTICLE")
    add.add_argument(
        "--quote", required=True, type=_passage, help="the passage, as the article has it"
    )
    add.add_argument("--note", default="")
    add.add_argument("--tag", action="append", default=[], dest="tags")

    command = commands.add_parser("summary", parents=common, help="print an article's summary")
    command.add_argument("article", metavar="ARTICLE")
    command.add_argument("--share", type=_share, default=0.3, help="part of the text, 0.05 to 1")

    command = commands.add_parser("brief", parents=common, help="write a briefing as a PDF")
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("--query", help="the articles that answer this search")
    what.add_argument("--article", action="append", dest="articles", metavar="ID")
    command.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    command.add_argument("--paper", choices=("A4", "Letter"), help="default: by locale")

    command = commands.add_parser(
        "analyse", parents=common, help="show what is recognised in files, without a library"
    )
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH")

    commands.add_parser("paths", parents=common, help="say where everything lies")
    commands.add_parser("selfcheck", parents=common, help="check that this installation works")

    tour = commands.add_parser("tour")  # for developers: no help line, so it stays unlisted
    tour.add_argument("--output", type=Path, required=True, metavar="DIR")
    return top


def _add_common(to: argparse.ArgumentParser) -> None:
    """Add what may stand before and after a command; where it is not given, the first default."""
    before = to.argument_default is None
    to.add_argument(
        "--library",
        type=Path,
        metavar="DIR",
        help="the library folder (else $SANAD_LIBRARY, else the last one opened)",
    )
    to.add_argument(
        "--format",
        choices=("text", "json"),
        default="text" if before else argparse.SUPPRESS,
        help="default: text",
    )


def _passage(value: str) -> str:
    if not value.strip():
        raise argparse.ArgumentTypeError("must not be empty")
    return value


def _positive(value: str) -> int:
    try:
        number = int(value)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError("must be a number, 1 or more")
    return number


def _share(value: str) -> float:
    try:
        share = float(value)
    except ValueError:
        share = 0
    if not 0.05 <= share <= 1:
        raise argparse.ArgumentTypeError("must be a number between 0.05 and 1")
    return share
