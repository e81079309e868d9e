"""Gathers from an open library what goes into a printed briefing."""

from collections.abc import Sequence
from datetime import date

from sanad.library.records import ArticleId
from sanad.summaries.briefing import Briefing
from sanad.summaries.compose import Contents, briefing_of_summaries
from sanad.workspace.opening import Workspace
from sanad.workspace.reading import open_article


def of_summaries(
    workspace: Workspace,
    articles: Sequence[ArticleId],
    title: str,
    contents: Contents | None = None,
) -> Briefing:
    """Return a briefing on *articles*, in their order: summaries, register and sources."""
    return briefing_of_summaries(
        [open_article(workspace, article) for article in articles],
        contents,
        title=title,
        library=workspace.library.name,
        made_on=date.today(),
    )
