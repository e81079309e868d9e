"""Reads again what a crash or a damaged database has lost; ids and versions stay as they were."""

from functools import cache
from pathlib import Path

from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.library.articles import NewVersion
from sanad.library.rebuild import CaughtUp, catch_up
from sanad.library.store import Library
from sanad.workspace.importing import Report
from sanad.workspace.indexing import update_index
from sanad.workspace.preparing import Derived, derived_of, read_again


def catch_up_in_job(library_folder: Path, report: Report) -> CaughtUp:
    """Read lost articles again in a process of its own, while the window shows the others."""
    with Library.open_for_job(library_folder) as library:
        return catch_up_library(library, report)


def catch_up_library(library: Library, report: Report) -> CaughtUp:
    """Read lost articles again, recognise what they name, and bring the index up to date."""
    recogniser = cache(lambda: Recogniser(Gazetteer.load()))  # if there is anything to read

    def recognise(version: NewVersion) -> Derived:
        return derived_of(recogniser(), version)

    result = catch_up(library.articles, read_again, recognise, report)
    if result.articles:
        update_index(library, again=result.articles)
    return result
