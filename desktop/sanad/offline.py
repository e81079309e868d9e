"""Offline means offline: this process can open no connection, whatever asks it to."""

import socket
import sys
from functools import cache

from sanad.errors import SanadError

_LOCAL = getattr(socket, "AF_UNIX", None)


class OfflineError(SanadError):
    """Something tried to open a connection."""


@cache  # a hook stays for ever: one is enough
def refuse_connections() -> None:
    """Refuse every socket but those between processes of this machine, until the process ends.

    Windows has no such sockets; there the addresses are refused that are not this machine's.
    """
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__":
        refused = _LOCAL is not None and arguments[1] not in (_LOCAL, -1)
    elif event in ("socket.connect", "socket.sendto") and _LOCAL is None:
        address = arguments[1]
        refused = not (isinstance(address, tuple) and str(address[0]).startswith("127."))
    else:
        refused = event in ("socket.getaddrinfo", "socket.gethostbyname")
    if refused:
        raise OfflineError("Sanad works offline: a connection was refused.")
