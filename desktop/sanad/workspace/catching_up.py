"""Reads again what a crash or a damaged database has lost; ids and versions stay as they were."""

from pathlib import Path

from sanad.entities.gazetteer import Gazetteer
from sanad.entities.recognise import Recogniser
from sanad.library.rebuild import CaughtUp, catch_up
from sanad.library.store import Library
from sanad.workspace.importing import Report
from sanad.workspace.indexing import update_index
from sanad.workspace.preparing import derived_of, read_again


def is_behind(library: Library) -> bool:
    """Whether articles were imported into *library* that its database does not have."""
    return not library.read_only and bool(library.articles.lost())


def catch_up_in_job(library_folder: Path, report: Report) -> CaughtUp:
    """Read lost articles again in a process of its own, while the window shows the others."""
    with Library.open_for_job(library_folder) as library:
        return catch_up_library(library, report)


def catch_up_library(library: Library, report: Report) -> CaughtUp:
    """Read lost articles again, recognise what they name, and bring the index up to date."""
    result = catch_up(library.articles, read_again)
    recogniser = Recogniser(Gazetteer.load())
    for done, article in enumerate(sorted(result.articles)):
        if not report(done, len(result.articles), ""):
            break
        derived = derived_of(recogniser, library.articles.version(article))
        library.articles.set_derived(article, *derived)
    update_index(library, again=result.articles)
    return result
