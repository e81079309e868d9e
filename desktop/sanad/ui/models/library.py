"""The rows of the library pane: places to go, and facets to narrow a search by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from sanad.ui.models.when import When

ENTRY = Qt.ItemDataRole.UserRole
_FIRST_SHOWN = 6

Choice = Literal["", "only", "without"]
"""Whether a facet value is left open, demanded or excluded."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A word above a group."""

    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go, such as all articles or the bookmarks."""

    id: str
    text: str
    count: int
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved search."""

    id: str
    text: str
    new: int = 0
    """Articles it finds that it had not found when last looked at."""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A value to narrow by, with how many articles of the list have it."""

    kind: str
    id: str
    text: str
    count: int
    share: float = 0.0
    """Of the largest count in its group, 0 to 1: the length of its bar."""
    choice: Choice = ""


@dataclass(frozen=True, slots=True)
class More:
    """Shows the rest of a group, or only its head again."""

    kind: str
    text: str
    is_open: bool


Entry = Heading | Place | Saved | When | Facet | More


class LibraryModel(QAbstractListModel):
    """Places, saved searches, then groups of facets, each cut to its six largest until opened."""

    saved_renamed = Signal(str, str)
    """The id of a saved search and the name it is to have."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[Place, ...] = ()
        self._saved: tuple[Saved, ...] = ()
        self._when: When | None = None
        self._groups: Mapping[str, tuple[str, tuple[Facet, ...]]] = {}
        self._opened: set[str] = set()
        self._entries: list[Entry] = []

    def show_places(self, places: Sequence[Place]) -> None:
        """Replace the places to go."""
        if tuple(places) != self._places:
            self._places = tuple(places)
            self._build()

    def show_saved(self, searches: Sequence[Saved]) -> None:
        """Replace the saved searches."""
        if tuple(searches) != self._saved:
            self._saved = tuple(searches)
            self._build()

    def show_when(self, when: When | None) -> None:
        """Replace the histogram of years; None leaves it out."""
        if when != self._when:
            self._when = when
            self._build()

    def show_facets(self, groups: Mapping[str, tuple[str, Sequence[Facet]]]) -> None:
        """Replace the facets: for each kind the group's heading and its values, largest first."""
        self._groups = {kind: (text, tuple(values)) for kind, (text, values) in groups.items()}
        self._build()

    def toggle_group(self, kind: str) -> None:
        """Show all values of *kind*, or only the largest ones again."""
        self._opened ^= {kind}
        self._build()

    def entry(self, place: int) -> Entry:
        """Return the entry at *place*."""
        return self._entries[place]

    def place_of(self, entry: Entry) -> int:
        """Return where the same place, value or group stands now, or -1."""
        for at, other in enumerate(self._entries):
            if _identity(other) == _identity(entry):
                return at
        return -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Headings cannot be marked, the names of saved searches can be changed."""
        if not index.isValid() or isinstance(self._entries[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if isinstance(self._entries[index.row()], Saved):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: Any,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Ask for another name of a saved search; the row changes when it has it."""
        entry = self._entries[index.row()] if index.isValid() else None
        if role != Qt.ItemDataRole.EditRole or not isinstance(entry, Saved):
            return False
        name = str(value).strip()
        if name and name != entry.text:
            self.saved_renamed.emit(entry.id, name)
        return True

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the entry as a value, or as words for a screen reader."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return entry.text
            case Qt.ItemDataRole.ToolTipRole:
                return self._hint(entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(entry)
            case _ if role == ENTRY:
                return entry
        return None

    def _hint(self, entry: Entry) -> str | None:
        if isinstance(entry, Facet):
            return self.tr("{name}: click for only these, Ctrl+click for all but these").format(
                name=entry.text
            )
        if isinstance(entry, When):
            return self.tr("Drag over years for only these; click them again for all")
        return entry.text if isinstance(entry, Saved) else None

    def _spoken(self, entry: Entry) -> str:
        match entry:
            case Place():
                return f"{entry.text}, {entry.count}"
            case Saved():
                return f"{entry.text}, {self.new_text(entry)}" if entry.new else entry.text
            case When():
                return entry.spoken()
            case Facet():
                chosen = {"": "", "only": self.tr("only these"), "without": self.tr("excluded")}
                spoken = self.tr("{name}, {count} articles").format(
                    name=entry.text, count=entry.count
                )
                return f"{spoken}, {chosen[entry.choice]}" if entry.choice else spoken
            case _:
                return entry.text

    def new_text(self, saved: Saved) -> str:
        """Return how many articles are new in *saved*, in words; nothing for none."""
        return self.tr("{n} new").format(n=f"{saved.new:,}") if saved.new else ""

    def _build(self) -> None:
        self.beginResetModel()
        self._entries = [Heading(self.tr("Library")), *self._places]
        if self._saved:
            self._entries += [Heading(self.tr("Saved searches")), *self._saved]
        if self._when is not None:
            self._entries += [Heading(self.tr("When")), self._when]
        for kind, (text, values) in self._groups.items():
            if not values:
                continue
            largest = max(value.count for value in values) or 1
            shown = values if kind in self._opened else values[:_FIRST_SHOWN]
            self._entries.append(Heading(text))
            self._entries += [replace(value, share=value.count / largest) for value in shown]
            if len(values) > _FIRST_SHOWN:
                self._entries.append(self._more(kind, len(values)))
        self.endResetModel()

    def _more(self, kind: str, count: int) -> More:
        if kind in self._opened:
            return More(kind, self.tr("Show fewer"), is_open=True)
        text = self.tr("{count} more…").format(count=count - _FIRST_SHOWN)
        return More(kind, text, is_open=False)


def _identity(entry: Entry) -> tuple[str, ...]:
    match entry:
        case Place():
            return ("place", entry.id)
        case Saved():
            return ("saved", entry.id)
        case When():
            return ("when",)
        case Facet():
            return ("facet", entry.kind, entry.id)
        case More():
            return ("more", entry.kind)
        case Heading():
            return ("heading", entry.text)
