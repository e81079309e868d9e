"""British and American spellings of the same English word."""

import re
from functools import lru_cache
from typing import NamedTuple


class _Pair(NamedTuple):
    """A stretch that differs: beginnings and endings are alternatives of a pattern."""

    beginnings: str
    british: str
    american: str
    endings: str


_RE = "cent|epicent|fib|theat|lit|met|kilomet|centimet|millimet|calib|lust|spect|somb"
_PAIRS = (
    _Pair("[a-z]{3,}[^aeiou]", "is", "iz", "ation|ations|ational"),
    _Pair("[a-z]{3,}", "is", "iz", "e|es|ed|ing|er|ers"),
    _Pair("anal|paral|catal|hydrol|electrol", "ys", "yz", "e|es|ed|ing|er|ers"),
    _Pair(
        "(?:mis|dis|un|col)?(?:arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon"
        "|hum|lab|neighb|od|ranc|rig|rum|sav|savi|splend|tum|val|vap|vig)",
        "our",
        "or",
        "|s|ed|ing|er|ers|able|ably|ful|ite|ites|hood|hoods|ly|al|less",
    ),
    _Pair(_RE, "re", "er", "|s"),
    _Pair(_RE, "r", "er", "ed|ing"),
    _Pair("analog|catalog|dialog|epilog|monolog|prolog|demagog|pedagog", "ue", "", "|s"),
    _Pair("program", "me", "", "|s"),
    _Pair("def|off|pret", "ence", "ense", "|s|less"),
    _Pair("licen", "c", "s", "e|es"),
    _Pair("practi", "s", "c", "e|es|ed|ing"),
    _Pair(
        "cance|channe|counse|fue|initia|labe|leve|marsha|mode|pane|signa|tota|trave|tunne|equa"
        "|riva|dia",
        "ll",
        "l",
        "ed|ing|er|ers|or|ors",
    ),
    _Pair("enro|insta|fulfi", "l", "ll", "|s|ment|ments"),
    _Pair("ski|wi", "l", "ll", "ful|fully"),
    _Pair("acknowledg|judg", "e", "", "ment|ments"),
    _Pair("ag", "e", "", "ing"),
    _Pair("gr", "e", "a", "y|ys|yer|yest"),
    _Pair("art", "e", "i", "fact|facts"),
    _Pair("alumin", "i", "", "um"),
    _Pair("p", "ae", "e", "diatric|diatrics|diatrician|diatricians"),
    _Pair("an|leuk", "ae", "e", "mia|mic"),
    _Pair("encyclop", "ae", "e", "dia|dias|dic"),
    _Pair("arch", "ae", "e", "ology|ologist|ologists|ological"),
    _Pair("s", "c", "k", "eptic|eptics|eptical|epticism"),
    _Pair("m|sm", "ou", "o", "ld|lds|lder|lders|lded|lding"),
    _Pair("pl", "ough", "ow", "|s|ed|ing"),
    _Pair("man", "oeuvre", "euver", "|s"),
)
_ALWAYS_ISE = (
    "advert|adv|appra|appr|ar|bru|chast|circumc|compr|comprom|conc|cru|dem|desp|dev|disenfranch"
    "|disgu|enterpr|exc|exerc|expert|franch|gu|improv|inc|lia|likew|mala|merchand|no|otherw|parad"
    "|po|pra|prec|prem|prom|ra|reappra|repr|rev|r|superv|surm|surpr|telev|tort|treat|turquo|w"
)
"""Beginnings of words that end in *-ise* on both sides of the Atlantic."""

_SAME = re.compile(rf"(?:{_ALWAYS_ISE})is(?:e|es|ed|ing|er|ers)")
_TO_AMERICAN = tuple(
    (re.compile(rf"({p.beginnings}){p.british}({p.endings})"), rf"\g<1>{p.american}\g<2>")
    for p in _PAIRS
)
_TO_BRITISH = tuple(
    (re.compile(rf"({p.beginnings}){p.american}({p.endings})"), rf"\g<1>{p.british}\g<2>")
    for p in _PAIRS
)


@lru_cache(maxsize=50_000)
def american(word: str) -> str:
    """Return the American spelling of *word* (folded), or *word* itself."""
    if not _SAME.fullmatch(word):
        for british, form in _TO_AMERICAN:
            if found := british.fullmatch(word):
                return found.expand(form)
    return word


def spellings(word: str) -> frozenset[str]:
    """Return every spelling of *word* (folded), itself included."""
    base = american(word)
    found = {word, base}
    if not _SAME.fullmatch(base):
        found.update(
            match.expand(form)
            for pattern, form in _TO_BRITISH
            if (match := pattern.fullmatch(base)) and american(match.expand(form)) == base
        )
    return frozenset(found)
