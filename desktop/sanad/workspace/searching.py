"""Searches an open library in this process: for the command line, and for rows on screen."""

import shutil
from collections.abc import Sequence

from sanad.library.records import ArticleId
from sanad.library.store import Library
from sanad.search.matches import MatchSpan, match_spans
from sanad.search.protocol import Answer, Request
from sanad.search.snippets import Snippet
from sanad.search.snippets import snippets as snippets_of
from sanad.search.tree import Query
from sanad.workspace.indexing import update_index
from sanad.workspace.opening import Workspace, index_folder


def search(workspace: Workspace, request: Request) -> Answer:
    """Return all articles that answer *request*, best first; the index is brought up to date."""
    return update_index(workspace.library).search(request)


def hit_spans(workspace: Workspace, article: ArticleId, query: Query) -> Sequence[MatchSpan]:
    """Return where the newest version of *article* matches *query*, in the order of the text."""
    version = workspace.library.articles.version(article)
    return match_spans(query, version.text, version.boilerplate)


def snippets(workspace: Workspace, article: ArticleId, answer: Answer) -> Sequence[Snippet]:
    """Return the passages of *article* that best show why it answers."""
    version = workspace.library.articles.version(article)
    spans = match_spans(answer.query, version.text, version.boilerplate)
    return snippets_of(version.text, spans, version.sentences, version.boilerplate)


def forget_index(library: Library) -> None:
    """Delete the cached index of *library*; the next search makes it anew."""
    shutil.rmtree(index_folder(library).parent, ignore_errors=True)
