"""What is used of Whoosh 2.7.4, imported in one place.

Byte-compiling Whoosh warns about ``is`` with a literal; that happens once, at its first import.
"""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    from whoosh.codec.whoosh3 import W3LeafMatcher
    from whoosh.fields import ID, STORED, FieldType, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.formats import Format
    from whoosh.index import FileIndex
    from whoosh.lang.snowball.english import EnglishStemmer
    from whoosh.reading import SegmentReader, TermNotFound
    from whoosh.util.filelock import FileLock, try_for
    from whoosh.writing import LockError, SegmentWriter

__all__ = [
    "ID",
    "STORED",
    "EnglishStemmer",
    "FieldType",
    "FileIndex",
    "FileLock",
    "FileStorage",
    "Format",
    "LockError",
    "Schema",
    "SegmentReader",
    "SegmentWriter",
    "TermNotFound",
    "W3LeafMatcher",
    "try_for",
]
