"""The window: what each action of the table does, and what is there without a library."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QMenu

from sanad.errors import SanadError
from sanad.ui import session
from sanad.ui.background import Background
from sanad.ui.commands import Commands
from sanad.ui.completion import Completion
from sanad.ui.finder import Finder
from sanad.ui.frame import Frame
from sanad.ui.guard import Guard
from sanad.ui.libraries import Libraries
from sanad.ui.open_library import OpenLibrary
from sanad.ui.search_client import SearchClient, ServiceClient
from sanad.ui.theme import Theme
from sanad.workspace.opening import Workspace


class MainWindow(Frame):
    """Shows one open library; another library gets a window of its own in its place."""

    library_chosen = Signal(object)
    """The folder of the library that is to be shown instead."""
    theme_chosen = Signal(str)
    """``light``, ``dark`` or ``system``."""
    closed = Signal()

    def __init__(
        self, theme: Theme, make_client: Callable[[Workspace], SearchClient] = ServiceClient
    ) -> None:
        super().__init__(theme)
        self._make_client = make_client
        self.opened: OpenLibrary | None = None
        """None before a library is shown and after it is left."""
        self._guard = Guard(self.messages.show_error)
        self.libraries = Libraries(self)
        self.background = Background(self)
        self.commands = Commands(self, theme, self._slots(), self.reader.select_tab)
        self.top_bar.show_actions(self.commands)
        self.completion = Completion(self.search_box, theme, self)
        self._add_recent_menu()
        self._connect()
        self.commands["side_panes"].setChecked(True)

    @property
    def workspace(self) -> Workspace | None:
        """The open library with what belongs to it."""
        return self.opened.workspace if self.opened else None

    @property
    def finder(self) -> Finder | None:
        """What lists and searches the open library."""
        return self.opened.finder if self.opened else None

    def show_workspace(self, workspace: Workspace) -> None:
        """Show the library of *workspace* as it was left; once in a window's life."""
        self.setWindowTitle(f"{workspace.library.name} \N{EM DASH} Sanad")
        client = self._make_client(workspace)
        self.opened = OpenLibrary(workspace, client, self, self.commands, self.background)
        self.opened.complete_with(self.completion)
        self.opened.start()

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import the files at and under *paths*, in the background."""
        if self.opened is not None:
            self.opened.importing.import_paths(paths)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours and sizes of *theme*."""
        super().set_theme(theme)
        self.commands.set_theme(theme)
        self.completion.set_theme(theme)

    def show_theme_choice(self, choice: str) -> None:
        """Mark the theme that was chosen in the menu."""
        for name in ("light", "dark", "system"):
            self.commands[f"theme_{name}"].setChecked(name == choice)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember what is open, end what works in the background, and close the library."""
        self.save_layout(session.layout_settings())
        opened, self.opened = self.opened, None
        if opened is not None:
            opened.close()
        self.closed.emit()
        super().closeEvent(event)

    def _slots(self) -> dict[str, Callable[[], None]]:
        """Return what each action of the table does."""
        reader, results, within = self.reader, self.results, self._within
        slots: dict[str, Callable[[], object]] = {
            "new_library": self.libraries.ask_for_new,
            "open_library": self.libraries.ask_for_library,
            "import_files": self.libraries.ask_for_files,
            "import_folder": self.libraries.ask_for_folder,
            "remove_article": within(lambda library: library.remove_chosen()),
            "export_results": within(self._export_results),
            "print": within(self._print),
            "show_folder": within(self._show_folder),
            "quit": self.close,
            "undo": within(lambda library: library.changing.undo()),
            "redo": within(lambda library: library.changing.redo()),
            "copy": reader.copy,
            "copy_citation": within(lambda library: library.passages.cite_selected()),
            "bookmark": within(lambda library: library.passages.keep_selected(with_note=False)),
            "bookmark_note": within(lambda library: library.passages.keep_selected(with_note=True)),
            "search": self._go_to_search,
            "find": reader.find,
            "next_hit": reader.next_hit,
            "previous_hit": reader.previous_hit,
            "next_result": lambda: results.step(1),
            "previous_result": lambda: results.step(-1),
            "exact_words": within(lambda library: library.searching.take_words_exactly()),
            "save_search": within(lambda library: library.searching.save()),
            "clear_search": self._clear_search,
            "clear_history": within(lambda library: library.searching.clear_history()),
            "back": reader.back,
            "forward": reader.forward,
            "new_tab": lambda: results.open_current(new_tab=True),
            "close_tab": reader.close_tab,
            "reopen_tab": reader.reopen_tab,
            "next_tab": reader.next_tab,
            "previous_tab": reader.previous_tab,
            "next_pane": lambda: self.focus_pane(1),
            "previous_pane": lambda: self.focus_pane(-1),
            "step_out": self._step_out,
            **{f"show_{name}": dock.bring_forward for name, dock in self.docks.items()},
            "side_panes": lambda: self.show_sides(self.library.isHidden()),
            "full_screen": self._toggle_full_screen,
            "reset_layout": self.reset_layout,
            "zoom_in": reader.zoom_in,
            "zoom_out": reader.zoom_out,
            "zoom_reset": reader.zoom_reset,
            "sentence_numbers": self._toggle_sentence_numbers,
            "theme_light": lambda: self.theme_chosen.emit("light"),
            "theme_dark": lambda: self.theme_chosen.emit("dark"),
            "theme_system": lambda: self.theme_chosen.emit("system"),
            "palette": self._show_palette,
            "help": self._show_help,
        }
        return {id: self._guard.slot(slot) for id, slot in slots.items()}

    def _within(self, act: Callable[[OpenLibrary], object]) -> Callable[[], object]:
        """Return *act* on the library that is open when it is called."""

        def do() -> object:
            if self.opened is None:
                raise SanadError(self.tr("No library is open; open or make one in the File menu."))
            return act(self.opened)

        return do

    def _connect(self) -> None:
        """Connect what needs no library; `OpenLibrary` connects the rest."""
        reader, commands, facts = self.reader, self.commands, self.facts
        self.sides_changed.connect(commands["side_panes"].setChecked)
        self.files_dropped.connect(self.import_paths)
        self.libraries.library_chosen.connect(self.library_chosen)
        self.libraries.files_chosen.connect(self.import_paths)
        self.background.progressed.connect(facts.show_work)
        self.background.idle.connect(facts.end_work)
        self.background.failed.connect(self.messages.show_error)
        facts.cancel_requested.connect(self.background.ask_to_stop)
        self.search_box.results_wanted.connect(self._go_to_results)
        self.search_box.first_result_wanted.connect(self.results.open_first)
        reader.article_shown.connect(
            lambda opened: commands.set_possible("article", possible=opened is not None)
        )
        reader.selection_changed.connect(
            lambda span: commands.set_possible("selection", possible=span is not None)
        )
        reader.history_changed.connect(self._show_history)
        reader.note_requested.connect(self.bookmarks.mark)
        reader.link_requested.connect(self._ask_about_link)
        reader.position_changed.connect(facts.show_position)
        reader.position_changed.connect(lambda paragraph, _: self.outline.mark(paragraph))
        reader.hit_changed.connect(facts.show_hit)
        reader.zoom_changed.connect(facts.show_zoom)
        self.entities.mention_requested.connect(reader.flash)
        self.entities.kinds_toggled.connect(reader.visible_kinds)
        self.outline.sentence_requested.connect(reader.flash)

    def _go_to_search(self) -> None:
        self.search_box.setFocus()
        self.search_box.selectAll()

    def _go_to_results(self) -> None:
        if self.results.current < 0:
            self.results.mark(0)
        self.results.setFocus()

    def _step_out(self) -> None:
        """Close the bar, then clear the search, then go to the article; never quit."""
        if self.reader.find_bar.isVisible():
            self.reader.find_bar.close_bar()
        elif not self.messages.isHidden():
            self.messages.dismiss()
        elif self.opened is not None and self.opened.finder.is_searching:
            self._clear_search()
        else:
            self.reader.setFocus()

    def _clear_search(self) -> None:
        if self.opened is not None:
            self.opened.searching.clear()
        else:
            self.search_box.clear()

    def _show_history(self, back: bool, forward: bool) -> None:
        self.commands.set_possible("back", possible=back)
        self.commands.set_possible("forward", possible=forward)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.commands["full_screen"].setChecked(self.isFullScreen())

    def _toggle_sentence_numbers(self) -> None:
        self.reader.show_sentence_numbers(self.commands["sentence_numbers"].isChecked())

    def _export_results(self, library: OpenLibrary) -> None:
        from sanad.ui.export_flow import ask_for_export  # noqa: PLC0415 - seldom needed

        folder, listed = library.workspace.library.folder, library.finder.listed_articles()
        ask_for_export(self, self.background, folder, listed, self.toast.say)

    def _print(self, library: OpenLibrary) -> None:
        from sanad.ui.print_flow import show_preview  # noqa: PLC0415 - loads the printer

        shown, answer = library.showing.shown, library.finder.answer
        show_preview(self, self.theme, library.workspace, shown, answer)

    def _show_folder(self, library: OpenLibrary) -> None:
        folder = library.workspace.library.folder
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.messages.show_notice(self.tr("The library is at {folder}").format(folder=folder))

    def _ask_about_link(self, url: str) -> None:
        from sanad.ui.dialogs.link import LinkDialog  # noqa: PLC0415 - seldom needed

        LinkDialog(url, self).open()

    def _show_palette(self) -> None:
        from sanad.ui.dialogs.palette import PaletteDialog  # noqa: PLC0415 - seldom needed

        PaletteDialog(self.commands, self.theme, self).show()

    def _show_help(self) -> None:
        from sanad.ui.dialogs.help import HelpDialog  # noqa: PLC0415 - seldom needed

        HelpDialog(self.theme, self).show()

    def _add_recent_menu(self) -> None:
        menu = QMenu(self.tr("Recent libraries"), self)
        menu.setToolTipsVisible(True)
        self.top_bar.menus["File"].insertMenu(self.commands["import_files"], menu)
        menu.aboutToShow.connect(
            lambda: self.libraries.fill_recent(
                menu, self.workspace.library.folder if self.workspace else None
            )
        )
