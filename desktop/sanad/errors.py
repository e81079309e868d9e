"""What can go wrong, in words a person can act on."""


class SanadError(Exception):
    """Something could not be done; the message says what, to what, and what to do about it."""


class LibraryError(SanadError):
    """A library folder cannot be made, opened or written."""


class LibraryInUseError(LibraryError):
    """Another program has the library open for writing."""


class InputRefusedError(SanadError):
    """One input (a file, a quote) was refused; the rest is not affected."""


class NotFoundError(SanadError):
    """The article, passage or entry asked for is not in this library."""
