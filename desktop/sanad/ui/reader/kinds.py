"""What the kinds of entities are called, and in which order they are listed."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from sanad.library.records import EntityKind

ORDER = (
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.PLACE,
    EntityKind.TECHNOLOGY,
    EntityKind.INITIATIVE,
)

_ONE = {
    EntityKind.PERSON: QT_TRANSLATE_NOOP("kinds", "person"),
    EntityKind.ORGANISATION: QT_TRANSLATE_NOOP("kinds", "organisation"),
    EntityKind.PLACE: QT_TRANSLATE_NOOP("kinds", "place"),
    EntityKind.TECHNOLOGY: QT_TRANSLATE_NOOP("kinds", "technology"),
    EntityKind.INITIATIVE: QT_TRANSLATE_NOOP("kinds", "initiative"),
}
_MANY = {
    EntityKind.PERSON: QT_TRANSLATE_NOOP("kinds", "People"),
    EntityKind.ORGANISATION: QT_TRANSLATE_NOOP("kinds", "Organisations"),
    EntityKind.PLACE: QT_TRANSLATE_NOOP("kinds", "Places"),
    EntityKind.TECHNOLOGY: QT_TRANSLATE_NOOP("kinds", "Technologies"),
    EntityKind.INITIATIVE: QT_TRANSLATE_NOOP("kinds", "Initiatives"),
}


def name_of_kind(kind: EntityKind) -> str:
    """Return the word for one entity of *kind*."""
    return QCoreApplication.translate("kinds", str(_ONE[kind]))


def heading_of_kind(kind: EntityKind) -> str:
    """Return the heading of a list of entities of *kind*."""
    return QCoreApplication.translate("kinds", str(_MANY[kind]))
