"""Asks for a file and saves what is listed in it, in the background."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from sanad.ui import work
from sanad.ui.background import Background

if TYPE_CHECKING:
    from sanad.workspace.exporting import Listed

_LONGEST_NAME = 60
_NO_NAME = '<>:"/\\|?*'


def ask_for_export(
    window: QWidget,
    background: Background,
    library_folder: Path,
    listed: "Listed",
    say: Callable[[str], None],
) -> QFileDialog:
    """Open a dialog for the file; the saved results are then told to *say* in a sentence."""
    csv, markdown = _tr("Table for spreadsheets (*.csv)"), _tr("Markdown (*.md)")
    dialog = QFileDialog(window, _tr("Export results"), str(Path.home()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([csv, markdown])
    dialog.setDefaultSuffix("csv")
    dialog.filterSelected.connect(
        lambda chosen: dialog.setDefaultSuffix("md" if chosen == markdown else "csv")
    )
    dialog.selectFile(_file_name(listed.title))
    dialog.fileSelected.connect(
        lambda name: export(background, library_folder, listed, Path(name), say)
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def export(
    background: Background,
    library_folder: Path,
    listed: "Listed",
    path: Path,
    say: Callable[[str], None],
) -> None:
    """Save *listed* in *path* and tell *say* so."""

    def tell(count: int | None) -> None:
        if count is not None:
            sentence = _tr("1 result saved in {name}") if count == 1 else _tr(
                "{n} results saved in {name}"
            )  # fmt: skip
            say(sentence.format(n=f"{count:,}", name=path.name))

    background.run(
        _tr("Exporting results"), work.export_results, library_folder, listed, path, then=tell
    )


def _file_name(title: str) -> str:
    name = "".join(" " if char in _NO_NAME or ord(char) < 32 else char for char in title)
    return " ".join(name.split())[:_LONGEST_NAME].strip(" .") or "results"


def _tr(text: str) -> str:
    return QCoreApplication.translate("export", text)
