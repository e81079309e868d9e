"""Read the text of the search box into a `Query`: bounded, never raising, saying what it did.

The language: words (all must be found), ``"phrases"``, ``OR``, ``NOT`` or ``-``, parentheses,
``word*``, ``word~``, ``NEAR/5`` and ``"a b"~5``, and fields such as ``title:``, ``place:`` or
``date:2024..2025-06``. What goes over a bound is refused as a whole, in one sentence.
"""

from sanad.search import analysis, dates
from sanad.search.lexer import Kind, Lexeme, lex
from sanad.search.tree import (
    And,
    DateRange,
    Field,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Outside,
    Prefix,
    Query,
    Term,
    Undated,
)
from sanad.search.wording import shown

MAX_CHARACTERS = 1_000
MAX_TERMS = 64
MAX_DEPTH = 20
MAX_WILDCARDS = 3
MAX_DISTANCE = 100
MIN_PREFIX = 2
MIN_FUZZY = 3
_DEFAULT_DISTANCE = 10
_OUTSIDE = frozenset({"status", "tag", "has", "is"})


class _Refused(Exception):  # noqa: N818  (never leaves this module)
    """The query is over a bound; the message is the sentence to show."""


def parse(text: str) -> Query:
    """Return how *text* is understood. Never raises: a refusal is a note, with no root."""
    if len(text) > MAX_CHARACTERS:
        note = (
            f"The query has {len(text):,} characters and was not run; "
            f"at most {MAX_CHARACTERS:,} are searched."
        )
        return Query(text[:MAX_CHARACTERS], None, (note,))
    lexemes, notes = lex(text)
    parser = _Parser(lexemes, notes)
    try:
        root = parser.run()
    except _Refused as refusal:
        return Query(text, None, (str(refusal),))
    return Query(text, root, tuple(dict.fromkeys(notes)))


def _quoted(text: str) -> str:
    """Return *text* in quotation marks, fit for a sentence."""
    return f"“{shown(text)}”"


class _Parser:
    def __init__(self, lexemes: list[Lexeme], notes: list[str]) -> None:
        self._lexemes = lexemes
        self._notes = notes
        self._at = 0
        self._depth = 0
        self._terms = 0
        self._prefixes = 0
        self._fuzzies = 0
        self._field = ""

    def run(self) -> Node | None:
        parts: list[Node] = []
        while self._at < len(self._lexemes):
            if self._peek() is Kind.CLOSE:
                self._at += 1
                self._notes.append("A closing parenthesis closes nothing and is left out.")
            elif (node := self._either()) is not None:
                parts.append(node)
        return _joined(parts)

    # -- grammar, from the loosest binding to the tightest ------------------------------------

    def _either(self) -> Node | None:
        """``all (OR all)*``."""
        parts: list[Node] = []
        while True:
            node = self._all()
            if node is not None:
                parts.append(node)
            if self._peek() is not Kind.OR:
                break
            self._at += 1
            if node is None:
                self._notes.append("OR has nothing before it and is left out.")
            if self._peek() in (None, Kind.CLOSE):
                self._notes.append("OR has nothing after it and is left out.")
                break
        if len(parts) > 1:
            return Or(tuple(parts))
        return parts[0] if parts else None

    def _all(self) -> Node | None:
        """``near (AND? near)*``."""
        parts: list[Node] = []
        expected = False  # an AND was read and waits for what follows it
        while True:
            kind = self._peek()
            if kind is Kind.AND:
                self._at += 1
                if not parts:
                    self._notes.append("AND has nothing before it and is left out.")
                expected = True
                continue
            if kind in (None, Kind.CLOSE, Kind.OR):
                break
            node = self._near()
            if node is not None:
                parts.append(node)
                expected = False
        if expected and parts:
            self._notes.append("AND has nothing after it and is left out.")
        return _joined(parts)

    def _near(self) -> Node | None:
        """``unary (NEAR/n unary)*``."""
        left = self._unary()
        while self._peek() is Kind.NEAR:
            operator = self._take()
            if self._peek() in (None, Kind.CLOSE, Kind.OR, Kind.AND, Kind.NEAR):
                self._notes.append("NEAR has nothing after it and is left out.")
                continue
            right = self._unary()
            distance = self._distance(operator.distance or str(_DEFAULT_DISTANCE), operator.text)
            match left, right:
                case None, _:
                    self._notes.append("NEAR has nothing before it and is left out.")
                    left = right
                case _, None:
                    pass  # a note on why there is nothing was written already
                case Term(field=f), Term(field=g) if f is g:
                    left = Near((left, right), distance, f)
                case Near(parts, near, f), Term(field=g) if f is g and near == distance:
                    left = Near((*parts, right), distance, f)
                case _:
                    self._notes.append(
                        "NEAR joins only two words or phrases; here it is read as AND."
                    )
                    left = _joined([left, right])
        return left

    def _unary(self) -> Node | None:
        lexeme = self._take()
        match lexeme.kind:
            case Kind.NOT:
                return self._negated(lexeme)
            case Kind.FIELD:
                return self._in_field(lexeme)
            case Kind.OPEN:
                return self._group()
            case Kind.PHRASE:
                return self._phrase(lexeme)
            case Kind.WORD:
                return self._word(lexeme)
            case _:
                self._notes.append(f"{lexeme.text} has nothing to join and is left out.")
                return None

    def _negated(self, operator: Lexeme) -> Node | None:
        if self._peek() in (None, Kind.CLOSE, Kind.OR, Kind.AND, Kind.NEAR):
            self._notes.append(f"{operator.text} has nothing after it and is left out.")
            return None
        self._deeper()
        node = self._unary()
        self._depth -= 1
        match node:
            case None:
                return None
            case Not(inner):
                return inner
            case _:
                return Not(node)

    def _in_field(self, field: Lexeme) -> Node | None:
        if self._peek() not in (Kind.WORD, Kind.PHRASE, Kind.OPEN):
            self._notes.append(f"{field.text}: has no value and is left out.")
            return None
        outer, self._field = self._field, field.text
        node = self._unary()
        self._field = outer
        return node

    def _group(self) -> Node | None:
        self._deeper()
        node = self._either()
        self._depth -= 1
        if self._peek() is Kind.CLOSE:
            self._at += 1
        else:
            self._notes.append("A parenthesis is not closed; it is read as closed at the end.")
        if node is None:
            self._notes.append("A parenthesis holds nothing and is left out.")
        return node

    # -- leaves -------------------------------------------------------------------------------

    def _phrase(self, lexeme: Lexeme) -> Node | None:
        if self._field == "date":
            return self._date(lexeme.text)
        if self._field in _OUTSIDE:
            return Outside(self._field, analysis.folded_value(lexeme.text))
        node = self._term(lexeme.text, quoted=True)
        if node is None or lexeme.distance is None:
            return node
        words = [self._term(word, quoted=True) for word in lexeme.text.split()]
        parts = tuple(word for word in words if word is not None)
        if not lexeme.distance:
            self._notes.append("A phrase takes a number after ~; it is searched as it stands.")
            return node
        distance = self._distance(lexeme.distance, f"~{lexeme.distance}")
        return Near(parts, distance, self._searched) if len(parts) > 1 else node

    def _word(self, lexeme: Lexeme) -> Node | None:
        text = lexeme.text
        if self._field == "date":
            return self._date(text)
        if self._field in _OUTSIDE:
            return Outside(self._field, analysis.folded_value(text))
        if "*" in text:
            return self._prefix(text)
        stem, tilde, edits = text.rpartition("~")
        if tilde and (not edits or edits.isdigit()) and stem:
            return self._fuzzy(stem, edits)
        if text in ("or", "not") and self._at - 1 > 0 and self._at < len(self._lexemes):
            self._notes.append(
                f"“{text}” in small letters is searched as a word; "
                f"{text.upper()} in capitals is the operator."
            )
        return self._term(text, quoted=False)

    def _term(self, text: str, *, quoted: bool) -> Term | None:
        forms = analysis.phrase_forms(text) if quoted else analysis.forms(text)
        if not forms:
            if any(not c.isspace() for c in text):
                self._notes.append(f"{_quoted(text)} has no letter or figure and is left out.")
            else:
                self._notes.append("A phrase holds nothing and is left out.")
            return None
        self._count(len(forms[0].terms))
        return Term(text, forms, quoted, self._searched)

    def _prefix(self, text: str) -> Prefix:
        stem = text.rstrip("*")
        terms = analysis.plain_terms(stem)
        if "*" in stem or len(terms) != 1:
            raise _Refused(
                f"{_quoted(text)} was not run: a * stands at the end of one word, as in digit*."
            )
        if len(terms[0]) < MIN_PREFIX:
            raise _Refused(
                f"{_quoted(text)} was not run: at least {MIN_PREFIX} letters stand before a *."
            )
        self._prefixes += 1
        if self._prefixes > MAX_WILDCARDS:
            raise _Refused(f"A query may have {MAX_WILDCARDS} words with *; this one has more.")
        self._count(1)
        return Prefix(text, terms[0], self._searched)

    def _fuzzy(self, stem: str, edits: str) -> Fuzzy:
        terms = analysis.plain_terms(stem)
        if edits not in ("", "1"):
            raise _Refused(
                f"{_quoted(stem + '~' + edits)} was not run: "
                "only words one letter away are searched, as in minister~."
            )
        if len(terms) != 1 or len(terms[0]) < MIN_FUZZY:
            raise _Refused(
                f"{_quoted(stem + '~')} was not run: "
                f"a ~ stands after one word of at least {MIN_FUZZY} letters."
            )
        self._fuzzies += 1
        if self._fuzzies > MAX_WILDCARDS:
            raise _Refused(f"A query may have {MAX_WILDCARDS} words with ~; this one has more.")
        self._count(1)
        return Fuzzy(stem, terms[0], self._searched)

    def _date(self, text: str) -> DateRange | Undated:
        self._count(1)
        found = dates.read_range(text)
        if found is None:
            raise _Refused(
                f"{_quoted(text)} was not run as a date: write date:2025, "
                "date:2024..2025-06 or date:unknown."
            )
        return found

    # -- bounds and places --------------------------------------------------------------------

    @property
    def _searched(self) -> Field:
        return Field(self._field) if self._field else Field.TEXT

    def _count(self, terms: int) -> None:
        self._terms += terms
        if self._terms > MAX_TERMS:
            raise _Refused(f"The query was not run: it has more than {MAX_TERMS} words.")

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _Refused(
                f"The query was not run: parentheses and NOT are more than {MAX_DEPTH} deep."
            )

    def _distance(self, digits: str, typed: str) -> int:
        if len(digits) > 4 or not 1 <= int(digits) <= MAX_DISTANCE:
            raise _Refused(
                f"{_quoted(typed)} was not run: words are searched 1 to {MAX_DISTANCE} words apart."
            )
        return int(digits)

    def _peek(self) -> Kind | None:
        return self._lexemes[self._at].kind if self._at < len(self._lexemes) else None

    def _take(self) -> Lexeme:
        lexeme = self._lexemes[self._at]
        self._at += 1
        return lexeme


def _joined(parts: list[Node]) -> Node | None:
    """Return all of *parts* required, nested requirements made one."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.nodes if isinstance(part, And) else (part,))
    if len(flat) > 1:
        return And(tuple(flat))
    return flat[0] if flat else None
