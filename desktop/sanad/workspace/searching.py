"""Searches an open library in this process: for the command line, and for rows on screen."""

import logging
import shutil
from collections.abc import Sequence

from sanad.errors import LibraryError, SanadError
from sanad.library.records import ArticleId
from sanad.library.store import Library
from sanad.search.matches import MatchSpan, match_spans
from sanad.search.protocol import Answer, IndexRefusedError, Request
from sanad.search.snippets import Snippet
from sanad.search.snippets import snippets as snippets_of
from sanad.search.tree import Query
from sanad.workspace.indexing import index_in_memory, rebuild, update_index
from sanad.workspace.opening import Workspace, index_folder

_log = logging.getLogger(__name__)


def search(workspace: Workspace, request: Request) -> Answer:
    """Return all articles that answer *request*, best first; the index is brought up to date.

    Without an index that can be trusted or written, the articles themselves are searched.
    """
    library = workspace.library
    try:
        index = update_index(library)
        try:
            return index.search(request)
        except IndexRefusedError:  # its damage showed only now
            rebuild(library, index)
            return index.search(request)
    except LibraryError:
        raise
    except SanadError as error:
        _log.info("searching without an index: %s", error)
        return index_in_memory(library).search(request)


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
