"""One table of everything the window can be told to do.

Menus, toolbar, shortcut help, command palette and tests all read this table.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

Menu = Literal["File", "Edit", "Search", "Go", "View", "Help"]
MENUS: tuple[Menu, ...] = ("File", "Edit", "Search", "Go", "View", "Help")

Needs = Literal[
    "", "library", "article", "selection", "undo", "redo", "back", "forward", "hits", "query"
]
"""What must be there for the action to make sense; it is greyed without it."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the window can do. *group* counts within a menu; a line parts the groups."""

    id: str
    text: str
    menu: Menu
    group: int
    tip: str
    keys: tuple[str, ...] = ()
    """Shortcuts in Qt's portable notation; the first is the one that is shown."""
    icon: str = ""
    needs: Needs = ""
    checkable: bool = False
    writes: bool = False
    """Whether it changes the library; greyed when that is open read-only."""


ACTIONS: tuple[Action, ...] = (
    # File
    Action("new_library", "New library…", "File", 1, "Make an empty library in a folder of its own",
           ("Ctrl+N",), "new-library"),
    Action("open_library", "Open library…", "File", 1, "Open the folder of another library",
           ("Ctrl+O",), "folder"),
    Action("import_files", "Import files…", "File", 2, "Add text and Markdown files to the library",
           ("Ctrl+I",), "import", needs="library", writes=True),
    Action("import_folder", "Import folder…", "File", 2, "Add every text and Markdown file of a "
           "folder and the folders in it", ("Ctrl+Shift+I",), "folder", needs="library",
           writes=True),
    Action("remove_article", "Remove article", "File", 3, "Take the article out of the library; "
           "this can be undone", ("Del",), "remove", needs="article", writes=True),
    Action("export_results", "Export results…", "File", 4, "Save the listed articles with their "
           "passages as a table (CSV) or as Markdown", ("Ctrl+E",), "export", needs="hits"),
    Action("print", "Print or save as PDF…", "File", 4, "Print the article or its summary, with a "
           "preview", ("Ctrl+P",), "print", needs="article"),
    Action("show_folder", "Show library folder", "File", 5, "Show the library's files in the file "
           "manager", (), "folder", needs="library"),
    Action("quit", "Quit", "File", 6, "Close Sanad", ("Ctrl+Q",), "quit"),
    # Edit
    Action("undo", "Undo", "Edit", 1, "Take back the last change", ("Ctrl+Z",), "undo",
           needs="undo"),
    Action("redo", "Redo", "Edit", 1, "Do again what was taken back", ("Ctrl+Shift+Z", "Ctrl+Y"),
           "redo", needs="redo"),
    Action("copy", "Copy", "Edit", 2, "Copy the selected text", ("Ctrl+C",), "copy",
           needs="selection"),
    Action("copy_citation", "Copy with citation", "Edit", 2, "Copy the selected text with its "
           "title, source, date and sentence", ("Ctrl+Shift+C",), "cite", needs="selection"),
    Action("bookmark", "Bookmark selection", "Edit", 3, "Keep the selected passage, or the "
           "sentence being read", ("Ctrl+D",), "bookmark", needs="article", writes=True),
    Action("bookmark_note", "Bookmark with note…", "Edit", 3, "Keep the selected passage and write "
           "a note to it", ("Ctrl+Shift+D",), "note", needs="article", writes=True),
    # Search
    Action("search", "Search the library", "Search", 1, "Go to the search box",
           ("Ctrl+L", "Ctrl+K"), "search"),
    Action("find", "Find in article", "Search", 1, "Find a word in the open article",
           ("Ctrl+F", "/"), "find", needs="article"),
    Action("next_hit", "Next hit", "Search", 2, "Go to the next hit in the article", ("F3",),
           "down", needs="article"),
    Action("previous_hit", "Previous hit", "Search", 2, "Go to the previous hit in the article",
           ("Shift+F3",), "up", needs="article"),
    Action("next_result", "Next result", "Search", 3, "Open the next article of the list",
           ("Alt+Down",), "next"),
    Action("previous_result", "Previous result", "Search", 3, "Open the previous article of the "
           "list", ("Alt+Up",), "previous"),
    Action("exact_words", "Exact words only", "Search", 4, "Find words as they are written, "
           "without others of the same family", ("Ctrl+Shift+X",), "check", needs="library",
           checkable=True),
    Action("save_search", "Save search", "Search", 4, "Keep the query with its filters; the left "
           "pane tells how many articles are new in it", ("Ctrl+S",), "plus", needs="query",
           writes=True),
    Action("clear_search", "Clear search", "Search", 4, "Drop the query and all filters, and list "
           "all articles", ("Ctrl+Backspace",), "close"),
    Action("clear_history", "Clear search history", "Search", 4, "Forget what was searched in this "
           "library; saved searches stay", (), "remove", needs="library"),
    # Go
    Action("back", "Back", "Go", 1, "Go back to where you were reading", ("Alt+Left",), "back",
           needs="back"),
    Action("forward", "Forward", "Go", 1, "Go forward again", ("Alt+Right",), "forward",
           needs="forward"),
    Action("new_tab", "Open result in new tab", "Go", 2, "Open the current result in a tab of its "
           "own", ("Ctrl+T", "Ctrl+Return"), "tab"),
    Action("close_tab", "Close tab", "Go", 2, "Close the tab; it can be opened again", ("Ctrl+W",),
           "close", needs="article"),
    Action("reopen_tab", "Reopen closed tab", "Go", 2, "Open the tab closed last again",
           ("Ctrl+Shift+T",), "undo"),
    Action("next_tab", "Next tab", "Go", 2, "Show the next tab", ("Ctrl+Tab", "Ctrl+PgDown"),
           "right", needs="article"),
    Action("previous_tab", "Previous tab", "Go", 2, "Show the previous tab",
           ("Ctrl+Shift+Tab", "Ctrl+PgUp"), "back", needs="article"),
    Action("next_pane", "Next pane", "Go", 3, "Move the focus to the next pane", ("F6",),
           "layout"),
    Action("previous_pane", "Previous pane", "Go", 3, "Move the focus to the previous pane",
           ("Shift+F6",), "layout"),
    Action("step_out", "Step out", "Go", 3, "Close the bar; without one clear the search; without "
           "one go to the article", ("Esc",), "close"),
    # View
    Action("show_initiatives", "Initiatives", "View", 1, "Show the initiatives of the article",
           ("Ctrl+Shift+N",), "initiatives"),
    Action("show_entities", "Entities", "View", 1, "Show who and what the article names",
           ("Ctrl+Shift+E",), "entities"),
    Action("show_bookmarks", "Bookmarks", "View", 1, "Show the passages you kept", ("Ctrl+B",),
           "bookmark"),
    Action("show_outline", "Outline", "View", 1, "Show the article's paragraphs",
           ("Ctrl+Shift+O",), "outline"),
    Action("side_panes", "Side panes", "View", 2, "Hide or show the panes on both sides", ("F9",),
           "sidebar", checkable=True),
    Action("full_screen", "Full screen", "View", 2, "Fill the screen with the window", ("F11",),
           "fullscreen", checkable=True),
    Action("reset_layout", "Reset layout", "View", 2, "Put every pane back in its first place",
           (), "layout"),
    Action("zoom_in", "Larger text", "View", 3, "Make the article's text larger",
           ("Ctrl++", "Ctrl+="), "zoom-in", needs="article"),
    Action("zoom_out", "Smaller text", "View", 3, "Make the article's text smaller", ("Ctrl+-",),
           "zoom-out", needs="article"),
    Action("zoom_reset", "Normal text size", "View", 3, "Give the article's text its first size",
           ("Ctrl+0",), "zoom-reset", needs="article"),
    Action("sentence_numbers", "Sentence numbers", "View", 4, "Number the sentences in the margin, "
           "as citations count them", ("Ctrl+Shift+L",), "outline", checkable=True),
    Action("theme_light", "Light", "View", 5, "Light theme: dark ink on white paper", (), "sun",
           checkable=True),
    Action("theme_dark", "Dark", "View", 5, "Dark theme: light ink on dark paper", (), "moon",
           checkable=True),
    Action("theme_system", "As the system", "View", 5, "The desktop's theme, light or "
           "dark", (), "screen", checkable=True),
    # Help
    Action("palette", "Command palette…", "Help", 1, "Find and run any command by its name",
           ("Ctrl+Shift+P",), "command"),
    Action("help", "Help and keys", "Help", 1, "How to search and read, with the table of keys",
           ("F1", "?"), "help"),
)  # fmt: skip


IN_BAR: tuple[str, ...] = ("back", "forward", "import_files", "bookmark", "print")
"""The actions that have a button in the bar at the top, from left to right."""


def tabs() -> tuple[tuple[str, int], ...]:
    """Return the shortcuts of the first nine tabs, each with the tab's place from 0.

    They are no commands of their own: nine rows in a menu would tell nobody anything.
    """
    return tuple((f"Ctrl+{number}", number - 1) for number in range(1, 10))


def action(id: str) -> Action:
    """Return the action called *id*; raises KeyError."""
    return _BY_ID[id]


def text_of(action: Action) -> str:
    """Return the action's name in the language of the interface."""
    return QCoreApplication.translate("actions", action.text)


def tip_of(action: Action) -> str:
    """Return what the action does in the language of the interface."""
    return QCoreApplication.translate("actions", action.tip)


_BY_ID = {entry.id: entry for entry in ACTIONS}
