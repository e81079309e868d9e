"""What the kinds of entities are called, and in which order they are listed."""

from PySide6.QtCore import QCoreApplication

from sanad.library.records import EntityKind

ORDER = (
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.PLACE,
    EntityKind.TECHNOLOGY,
    EntityKind.INITIATIVE,
)

_ONE = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANISATION: "organisation",
    EntityKind.PLACE: "place",
    EntityKind.TECHNOLOGY: "technology",
    EntityKind.INITIATIVE: "initiative",
}
_MANY = {
    EntityKind.PERSON: "People",
    EntityKind.ORGANISATION: "Organisations",
    EntityKind.PLACE: "Places",
    EntityKind.TECHNOLOGY: "Technologies",
    EntityKind.INITIATIVE: "Initiatives",
}


def name_of_kind(kind: EntityKind) -> str:
    """Return the word for one entity of *kind*."""
    return QCoreApplication.translate("kinds", _ONE[kind])


def heading_of_kind(kind: EntityKind) -> str:
    """Return the heading of a list of entities of *kind*."""
    return QCoreApplication.translate("kinds", _MANY[kind])
