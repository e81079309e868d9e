"""Work for other processes. The window starts it by name and never loads what it needs itself."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanad.workspace.exporting import Listed
    from sanad.workspace.importing import ImportReport

Report = Callable[..., bool]


def import_paths(library_folder: Path, paths: Sequence[Path], report: Report) -> "ImportReport":
    """Import *paths* into the library at *library_folder*."""
    from sanad.workspace.importing import import_in_job  # noqa: PLC0415 - only in the job

    return import_in_job(library_folder, paths, report)


def read_lost_articles(library_folder: Path, report: Report) -> None:
    """Read again what a crash has lost, and bring the index up to date."""
    from sanad.workspace.catching_up import catch_up_in_job  # noqa: PLC0415 - only in the job

    catch_up_in_job(library_folder, report)


def export_results(
    library_folder: Path, listed: "Listed", path: Path, report: Report
) -> int | None:
    """Save *listed* in *path*; return how many results there are, None when it was stopped."""
    from sanad.workspace.exporting import export_in_job  # noqa: PLC0415 - only in the job

    return export_in_job(library_folder, listed, path, report)


def update_index(library_folder: Path, report: Report) -> bool:
    """Bring the index up to date; return whether it was not."""
    from sanad.workspace.indexing import index_in_job  # noqa: PLC0415 - only in the job

    return index_in_job(library_folder, report)
