"""The names in one article, by kind; what is only a suggestion stands apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from sanad.library.records import EntityId, EntityKind, Mention
from sanad.text.fold import folded
from sanad.ui.models.rows import RowsModel
from sanad.ui.reader.kinds import ORDER, heading_of_kind, name_of_kind

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


class EntitiesModel(RowsModel[NamedEntity | Heading]):
    """One row for each entity and each heading; headings cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entities: list[NamedEntity] = []
        self._filter = ""
        self._steps: dict[EntityId, int] = {}

    def show_mentions(self, mentions: Iterable[Mention]) -> None:
        """Replace the entities by those of *mentions*, which are in the order of the text."""
        by_entity: dict[tuple[EntityKind, EntityId], list[Mention]] = {}
        for mention in mentions:
            by_entity.setdefault((mention.kind, mention.entity), []).append(mention)
        entities = [
            NamedEntity(
                kind,
                entity,
                named[0].name,
                tuple(named),
                all(mention.is_suggestion for mention in named),
            )
            for (kind, entity), named in by_entity.items()
        ]
        entities.sort(key=lambda entity: (-len(entity.mentions), entity.mentions[0].start))
        if entities != self._entities:
            self._entities, self._steps = entities, {}
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
        self.dataChanged.emit(index, index, [STEP, Qt.ItemDataRole.AccessibleTextRole])
        return entity.mentions[number]

    def entity(self, row: int) -> NamedEntity | None:
        """Return the entity of *row*; None for a heading or no row."""
        entry = self.rows[row] if 0 <= row < len(self.rows) else None
        return entry if isinstance(entry, NamedEntity) else None

    def row_of(self, entity: str) -> int:
        """Return the row of the entity with this id, -1 if it is not listed."""
        for row, entry in enumerate(self.rows):
            if isinstance(entry, NamedEntity) and entry.entity == entity:
                return row
        return -1

    @property
    def total(self) -> int:
        """Number of entities in the article, listed or not."""
        return len(self._entities)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Answer `STEP` too."""
        if role == STEP:
            entity = self.entity(index.row())
            return self._steps.get(entity.entity, 0) if entity else 0
        return super().data(index, role)

    def text(self, row: NamedEntity | Heading) -> str:
        """Return the name, or the words of a heading."""
        return row.name if isinstance(row, NamedEntity) else row.text

    def spoken(self, row: NamedEntity | Heading) -> str:
        """Return name, kind, how often it is named, and which mention was gone to."""
        if isinstance(row, Heading):
            return f"{row.text}, {row.count}"
        of = len(row.mentions)
        parts = [
            row.name,
            self.tr("a suggestion") if row.is_suggestion else "",
            name_of_kind(row.kind),
            self.tr("named once") if of == 1 else self.tr("named {n} times").format(n=of),
        ]
        if step := self._steps.get(row.entity, 0):
            parts.append(self.tr("at {n} of {of}").format(n=step, of=of))
        return ", ".join(part for part in parts if part)

    def tip(self, row: NamedEntity | Heading) -> str:
        """Return the other forms of the name, and what recognised it."""
        if isinstance(row, Heading):
            return ""
        lines = [row.name]
        if forms := sorted({mention.surface for mention in row.mentions} - {row.name}):
            lines.append(self.tr("Here also: {forms}").format(forms=", ".join(forms[:6])))
        lines.append(self.tr("Recognised by: {rule}").format(rule=row.mentions[0].rule))
        return "\n".join(lines)

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
            rows += [Heading(self.tr("Perhaps also"), len(suggested)), *suggested]
        self.show_rows(rows)

    def _passes(self, entity: NamedEntity) -> bool:
        if not self._filter:
            return True
        forms = {entity.name, *(mention.surface for mention in entity.mentions)}
        return any(self._filter in folded(form) for form in forms)
