"""The names in one article, by kind; what is only a suggestion stands apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from sanad.entities.rules import SHOWN_FROM
from sanad.library.records import EntityId, EntityKind, Mention
from sanad.text.fold import folded
from sanad.ui.reader.kinds import ORDER, heading_of_kind, name_of_kind

ROW = Qt.ItemDataRole.UserRole + 1
"""A `NamedEntity` or a `Heading`."""
STEP = Qt.ItemDataRole.UserRole + 2
"""Which of its mentions was gone to last, from 1; 0 for none."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above the entities of one kind."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """An entity with its mentions in the order of the text."""

    kind: EntityKind
    entity: EntityId
    name: str
    mentions: tuple[Mention, ...]
    is_suggestion: bool


class EntitiesModel(QAbstractListModel):
    """One row for each entity and each heading; headings cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entities: list[NamedEntity] = []
        self._rows: list[NamedEntity | Heading] = []
        self._filter = ""
        self._steps: dict[EntityId, int] = {}

    def show_mentions(self, mentions: Iterable[Mention]) -> None:
        """Replace the entities by those of *mentions*, which are in the order of the text."""
        by_entity: dict[tuple[EntityKind, EntityId], list[Mention]] = {}
        for mention in mentions:
            by_entity.setdefault((mention.kind, mention.entity), []).append(mention)
        self._entities = [
            NamedEntity(
                kind,
                entity,
                named[0].name,
                tuple(named),
                all(mention.confidence < SHOWN_FROM for mention in named),
            )
            for (kind, entity), named in by_entity.items()
        ]
        self._entities.sort(key=lambda entity: (-len(entity.mentions), entity.mentions[0].start))
        self._steps = {}
        self._arrange()

    def set_filter(self, words: str) -> None:
        """List only entities with *words* in their name or in a form of it."""
        self._filter = folded(words).strip()
        self._arrange()

    def step(self, row: int, by: int) -> Mention | None:
        """Return the mention *by* places after the one gone to last, around the end."""
        entity = self.entity(row)
        if entity is None:
            return None
        before = self._steps.get(entity.entity, 0)
        number = (before - 1 + by) % len(entity.mentions) if before or by < 0 else 0
        self._steps[entity.entity] = number + 1
        index = self.index(row)
        self.dataChanged.emit(index, index, [STEP])
        return entity.mentions[number]

    def entity(self, row: int) -> NamedEntity | None:
        """Return the entity of *row*; None for a heading or no row."""
        entry = self._rows[row] if 0 <= row < len(self._rows) else None
        return entry if isinstance(entry, NamedEntity) else None

    def row_of(self, entity: str) -> int:
        """Return the row of the entity with this id, -1 if it is not listed."""
        for row, entry in enumerate(self._rows):
            if isinstance(entry, NamedEntity) and entry.entity == entity:
                return row
        return -1

    @property
    def total(self) -> int:
        """Number of entities in the article, listed or not."""
        return len(self._entities)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Answer the text, what a screen reader says, `ROW` and `STEP`."""
        entry = self._rows[index.row()]
        match role:
            case _ if role == ROW:
                return entry
            case _ if role == STEP and isinstance(entry, NamedEntity):
                return self._steps.get(entry.entity, 0)
            case Qt.ItemDataRole.DisplayRole:
                return entry.name if isinstance(entry, NamedEntity) else entry.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(entry)
            case Qt.ItemDataRole.ToolTipRole if isinstance(entry, NamedEntity):
                return _tip(entry)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let only entities be chosen."""
        if self.entity(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def _arrange(self) -> None:
        listed = [entity for entity in self._entities if self._passes(entity)]
        rows: list[NamedEntity | Heading] = []
        for kind in ORDER:
            group = [each for each in listed if each.kind == kind and not each.is_suggestion]
            if group:
                rows += [Heading(heading_of_kind(kind), len(group)), *group]
        suggested = [entity for entity in listed if entity.is_suggestion]
        if suggested:
            rows += [Heading(_tr("Perhaps also"), len(suggested)), *suggested]
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _passes(self, entity: NamedEntity) -> bool:
        if not self._filter:
            return True
        forms = {entity.name, *(mention.surface for mention in entity.mentions)}
        return any(self._filter in folded(form) for form in forms)


def _spoken(entry: NamedEntity | Heading) -> str:
    if isinstance(entry, Heading):
        return f"{entry.text}, {entry.count}"
    kind = name_of_kind(entry.kind)
    times = len(entry.mentions)
    named = _tr("named once") if times == 1 else _tr("named {n} times").format(n=times)
    perhaps = _tr("a suggestion") + ", " if entry.is_suggestion else ""
    return f"{entry.name}, {perhaps}{kind}, {named}"


def _tip(entity: NamedEntity) -> str:
    forms = sorted({mention.surface for mention in entity.mentions} - {entity.name})
    also = _tr("Here also: {forms}").format(forms=", ".join(forms[:6])) + "\n" if forms else ""
    first = entity.mentions[0]
    why = _tr("Recognised by: {rule}").format(rule=first.rule)
    return f"{entity.name}\n{also}{why}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("EntitiesModel", text)
