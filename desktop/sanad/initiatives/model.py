"""An initiative (a named policy, programme, forum …) and the sentences behind each value."""

from dataclasses import dataclass
from enum import StrEnum

from sanad.library.records import EntityId, InitiativeId
from sanad.text.spans import Span

KINDS = [
    "policy",
    "strategy",
    "programme",
    "agreement",
    "dialogue",
    "forum",
    "event",
    "fund",
    "vision",
    "blueprint",
    "corridor",
    "agenda",
    "law",
    "partnership",
]

STATUSES = (
    "proposed", "planned", "agreed", "approved", "launched", "under way", "held", "completed",
    "cancelled",
)  # fmt: skip


class Statement(StrEnum):
    """How a sentence speaks: of what happened, what is planned, hoped, or said by others."""

    DONE = "done"
    PLANNED = "planned"
    HOPED = "hoped"
    ATTRIBUTED = "attributed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence behind one value."""

    value: str
    """One of the initiative's years, parties or its status, as recorded."""
    sentence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part, and as what."""

    entity: EntityId
    name: str
    role: str
    """``lead`` or ``partner``."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class StatusEvent:
    """A status at a time, with its sentence."""

    status: str
    """One of `STATUSES`."""
    statement: Statement
    date: str | None
    """As precisely as stated (``2018``, ``2022-05``, ``2022-05-12``); None when not stated."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Initiative:
    """What one article states about one initiative."""

    id: InitiativeId
    name: str
    aliases: tuple[str, ...]
    """Other forms as written in the article, without the name itself."""
    kind: str
    """One of `KINDS`."""
    years: tuple[Evidence, ...]
    parties: tuple[Party, ...]
    events: tuple[StatusEvent, ...]
    mentions: tuple[Span, ...]
    sentences: tuple[Span, ...]
    """Every sentence that names it, in the order of the text."""
    parent: InitiativeId | None = None

    @property
    def status(self) -> str:
        """The current status, or an empty string when the article states none."""
        return self.events[-1].status if self.events else ""
