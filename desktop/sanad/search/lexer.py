"""Cut the text of the search box into words, phrases, operators and fields.

Only ``AND``, ``OR``, ``NOT`` and ``NEAR`` in capitals are operators, and only a dash before a
word, after a space, negates: inside a word it is part of the word.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

QUOTES = '"“”„‟«»″\uff02'
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_OPEN, _CLOSE = "(\uff08", ")\uff09"
_CHUNK = re.compile(rf"[^\s{QUOTES}{_OPEN}{_CLOSE}]+")
_PHRASE = re.compile(rf"[{QUOTES}]([^{QUOTES}]*)(?:[{QUOTES}]|$)")
_SLOP = re.compile(r"~(\d*)")
_FIELD = re.compile(r"([^\W\d_]+):")
_NEAR = re.compile(r"NEAR(?:/(\d+))?")

FIELDS = (
    "title", "entity", "person", "org", "place", "tech", "initiative", "source", "file", "date",
    "status", "tag", "has", "is",
)  # fmt: skip
_SYNONYMS = {
    "organisation": "org",
    "organization": "org",
    "technology": "tech",
    "publisher": "source",
}


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    NEAR = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A token of the query language, as typed."""

    kind: Kind
    text: str = ""
    distance: str | None = None
    """Digits after ``NEAR/`` or after a phrase's ``~``; ``""`` when they are missing."""
    start: int = 0
    end: int = 0


def lex(text: str) -> tuple[list[Lexeme], list[str]]:
    """Return the tokens of *text*, with the sentences on what was read otherwise than typed."""
    return _Lexer(text).run()


class _Lexer:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._lexemes: list[Lexeme] = []
        self._notes: list[str] = []

    def run(self) -> tuple[list[Lexeme], list[str]]:
        while self._at < len(self._text):
            here = self._text[self._at]
            if here.isspace():
                self._at += 1
            elif here in _OPEN:
                self._add(Kind.OPEN, self._at + 1, here)
            elif here in _CLOSE:
                self._add(Kind.CLOSE, self._at + 1, here)
            elif here in QUOTES:
                self._phrase()
            elif here in _DASHES:
                self._dash()
            else:
                self._chunk()
        return self._lexemes, self._notes

    def _add(self, kind: Kind, end: int, text: str = "", distance: str | None = None) -> None:
        self._lexemes.append(Lexeme(kind, text, distance, self._at, end))
        self._at = end

    def _phrase(self) -> None:
        found = _PHRASE.match(self._text, self._at)
        assert found is not None  # the pattern matches wherever a quotation mark stands
        end = found.end()
        if end - found.start() < 2 or self._text[end - 1] not in QUOTES:
            self._notes.append("A quotation mark is not closed; the phrase is read to the end.")
        slop = _SLOP.match(self._text, end)
        distance = slop.group(1) if slop else None
        self._add(Kind.PHRASE, slop.end() if slop else end, found.group(1), distance)

    def _dash(self) -> None:
        following = self._text[self._at + 1 : self._at + 2]
        # Chunks swallow the dashes inside words, so that one met here begins a word.
        if following.isalnum() or (following and following in QUOTES + _OPEN):
            self._add(Kind.NOT, self._at + 1, "-")
        else:
            self._at += 1

    def _chunk(self) -> None:
        found = _CHUNK.match(self._text, self._at)
        assert found is not None  # what begins no chunk was handled before
        chunk = found.group()
        if chunk in ("AND", "OR", "NOT"):
            self._add(Kind[chunk], found.end(), chunk)
        elif near := _NEAR.fullmatch(chunk):
            self._add(Kind.NEAR, found.end(), chunk, near.group(1) or "")
        elif field := _FIELD.match(chunk):
            self._field(chunk, field)
        else:
            self._add(Kind.WORD, found.end(), chunk)

    def _field(self, chunk: str, found: re.Match[str]) -> None:
        typed = found.group(1)
        name = _SYNONYMS.get(typed.lower(), typed.lower())
        rest = chunk[found.end() :]
        if name in FIELDS:
            self._add(Kind.FIELD, self._at + found.end(), name)
        elif not rest or rest[0] in "/\\":
            self._add(Kind.WORD, self._at + len(chunk), chunk)
        else:
            self._notes.append(
                f"“{typed}:” is not a field, so “{typed}” and what follows are searched as words."
            )
            self._add(Kind.WORD, self._at + len(typed), typed)
            self._at += 1  # the colon
