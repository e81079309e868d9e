"""The ``sanad`` command. Qt is imported only to open a window or to write a PDF."""
