"""What was recognised in the articles: mentions of entities and statements on initiatives.

All of it can be made again from the texts. Counts are of articles that are not removed and of
mentions that are more than a suggestion.
"""

import json
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sanad.library.database import Database
from sanad.library.packing import mentions_of, pack_mentions, storable
from sanad.library.records import (
    ArticleId,
    EntityCount,
    EntityId,
    EntityKind,
    InitiativeId,
    Mention,
)


class StatedInitiative(NamedTuple):
    """One initiative in one article; ``payload`` is the whole of it as JSON."""

    id: InitiativeId
    name: str
    kind: str
    status: str
    payload: str


def set_derived(
    database: Database,
    article: ArticleId,
    mentions: Sequence[Mention],
    initiatives: Sequence[tuple[InitiativeId, str, str, str, str]],
) -> None:
    """Within a transaction, replace what was recognised in *article*."""
    forget(database, article)
    database.run("INSERT INTO recognised VALUES (?, ?)", (article, pack_mentions(mentions)))
    _count(database, article, mentions)
    database.run_many(
        "INSERT INTO initiative VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (article, place, id, storable(name), kind, status, payload)
            for place, (id, name, kind, status, payload) in enumerate(initiatives)
        ],
    )


def forget(database: Database, article: ArticleId) -> None:
    """Within a transaction, drop what was recognised in *article*."""
    uncount(database, article)
    for table in ("recognised", "initiative"):
        database.run(f"DELETE FROM {table} WHERE article = ?", (article,))


def uncount(database: Database, article: ArticleId) -> None:
    """Within a transaction, take *article* out of the counts, as it is removed."""
    database.run(
        "UPDATE entity SET mentions = entity.mentions - naming.mentions, articles = articles - 1"
        " FROM naming WHERE naming.entity = key AND naming.article = ?",
        (article,),
    )
    database.run("DELETE FROM naming WHERE article = ?", (article,))


def recount(database: Database, article: ArticleId) -> None:
    """Within a transaction, take *article* into the counts, as it is brought back."""
    uncount(database, article)
    _count(database, article, mentions(database, article))


def mentions(database: Database, article: ArticleId) -> list[Mention]:
    """Return the mentions in the newest version of *article*, in order."""
    row = database.row(
        "SELECT recognised.mentions, version.text FROM recognised"
        " JOIN article ON article.id = recognised.article"
        " JOIN version ON version.article = article.id AND version.number = article.version"
        " WHERE recognised.article = ?",
        (article,),
    )
    if row is None:
        return []
    with database.intact():
        return mentions_of(*row)


def entity_counts(
    database: Database,
    articles: Collection[ArticleId] | None,
    kinds: Collection[EntityKind] | None,
) -> list[EntityCount]:
    """Return the entities named in *articles* (None: in all), the most often named first."""
    if articles is None:
        rows = database.rows(
            "SELECT kind, id, name, mentions, articles FROM entity WHERE articles > 0"
            " ORDER BY mentions DESC, articles DESC, name"
        )
    else:
        rows = database.rows(
            "SELECT kind, id, name, total, files FROM"
            " (SELECT entity, sum(naming.mentions) AS total, count(*) AS files FROM naming"
            "  WHERE article IN (SELECT value FROM json_each(?)) GROUP BY entity)"
            " JOIN entity ON entity.key = entity ORDER BY total DESC, files DESC, name",
            (json.dumps(list(articles)),),
        )
    kind_of = {kind.value: kind for kind in kinds or EntityKind}
    return [
        EntityCount(kind_of[kind], id, name, total, files)
        for kind, id, name, total, files in rows
        if kind in kind_of
    ]


def articles_naming(database: Database, entity: EntityId) -> list[ArticleId]:
    """Return the articles that name *entity*, those that name it most often first."""
    rows = database.rows(
        "SELECT article FROM naming JOIN entity ON entity.key = naming.entity WHERE id = ?"
        " GROUP BY article ORDER BY sum(naming.mentions) DESC, article",
        (entity,),
    )
    return [article for (article,) in rows]


def initiative_payloads(
    database: Database, article: ArticleId | None
) -> list[tuple[ArticleId, str]]:
    """Return what *article* (None: every article) states on initiatives, as JSON."""
    condition = "" if article is None else " AND article = ?"
    return [
        (ArticleId(found), payload)
        for found, payload in database.rows(
            "SELECT article, payload FROM initiative"
            " JOIN article ON article.id = initiative.article"
            f" WHERE NOT is_removed{condition} ORDER BY article, place",
            () if article is None else (article,),
        )
    ]


def articles_with_initiative(
    database: Database, initiative: InitiativeId, most: int | None
) -> list[ArticleId]:
    """Return the first *most* articles that speak of *initiative*, in the order of their import."""
    rows = database.rows(
        "SELECT DISTINCT article FROM initiative JOIN article ON article.id = initiative.article"
        " WHERE initiative.id = ? AND NOT is_removed ORDER BY article LIMIT ?",
        (initiative, -1 if most is None else most),
    )
    return [article for (article,) in rows]


def _count(database: Database, article: ArticleId, mentions: Sequence[Mention]) -> None:
    counts: dict[tuple[str, str], int] = {}
    names: dict[tuple[str, str], str] = {}
    for mention in mentions:
        if not mention.is_suggestion:
            entity = (mention.entity, mention.kind.value)
            counts[entity] = counts.get(entity, 0) + 1
            names.setdefault(entity, mention.name)
    database.run_many(
        "INSERT INTO entity (id, kind, name) VALUES (?, ?, ?)"
        " ON CONFLICT (id, kind) DO UPDATE SET name = excluded.name WHERE name != excluded.name",
        [(*entity, name) for entity, name in names.items()],
    )
    database.run_many(
        "INSERT INTO naming SELECT key, ?, ? FROM entity WHERE id = ? AND kind = ?",
        [(article, count, *entity) for entity, count in counts.items()],
    )
    database.run_many(
        "UPDATE entity SET mentions = mentions + ?, articles = articles + 1"
        " WHERE id = ? AND kind = ?",
        [(count, *entity) for entity, count in counts.items()],
    )
