"""Searches an open library in this process, as the command line does."""

import logging
import shutil

from sanad.errors import LibraryError, SanadError
from sanad.library.store import Library
from sanad.search.protocol import Answer, IndexRefusedError, Request
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


def forget_index(library: Library) -> None:
    """Delete the cached index of *library*; the next search makes it anew."""
    shutil.rmtree(index_folder(library).parent, ignore_errors=True)
