"""What can be printed from where the reader is, handed to the preview."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sanad.library.records import ArticleId
from sanad.search.protocol import Answer
from sanad.ui.printing.preview import PrintPreview
from sanad.ui.printing.subjects import subjects
from sanad.ui.theme import Theme
from sanad.workspace import reading
from sanad.workspace.opening import Workspace
from sanad.workspace.reading import OpenArticle


def show_preview(
    parent: QWidget,
    theme: Theme,
    workspace: Workspace,
    shown: OpenArticle | None,
    answer: Answer | None,
) -> PrintPreview:
    """Open the preview on the article in view; passages and results can be chosen there."""

    def opened(articles: Sequence[ArticleId]) -> list[OpenArticle]:
        return [reading.open_article(workspace, article) for article in articles]

    def kept() -> list[OpenArticle]:
        return opened(list(dict.fromkeys(one.article for one in workspace.bookmarks.all())))

    def results(most: int) -> list[OpenArticle]:
        return opened([hit.article for hit in answer.hits[:most]] if answer else [])

    choices = subjects(
        library=workspace.library.name,
        article=shown,
        kept=kept if workspace.bookmarks.all() else None,
        results=results if answer and answer.hits else None,
        query=answer.request.text if answer else "",
    )
    return PrintPreview.show_for(parent, theme, choices)
