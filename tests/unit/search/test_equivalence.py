"""The index finds what a naive reading of every article finds."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanad.search.memory_index import MemoryIndex
from sanad.search.protocol import Batch, Request
from sanad.search.whoosh_index import open_index
from sanad.text.tokens import tokens

SHARED = HealthCheck.function_scoped_fixture
WORDS = ["data", "policy", "digital", "long", "standing", "cloud", "IT", "it", "Europe"]
ASKED = ["data", "policy", "digital", "cloud", "europe"]

texts = st.lists(
    st.sampled_from([*WORDS, "long-standing", "data.", "\n"]), min_size=1, max_size=12
).map(" ".join)
libraries = st.lists(texts, min_size=1, max_size=8)


@st.composite
def queries(draw, depth=3):
    """Return a query text and a function of a text's words that says whether it holds."""
    kinds = ["word", "word", "phrase", "and", "or", "not"] if depth else ["word", "phrase"]
    match draw(st.sampled_from(kinds)):
        case "word":
            word = draw(st.sampled_from(ASKED))
            return f'"{word}"', lambda words: word in words
        case "phrase":
            first, second = draw(st.sampled_from(ASKED)), draw(st.sampled_from(ASKED))
            return (
                f'"{first} {second}"',
                lambda words: any(
                    words[n : n + 2] == [first, second] for n in range(len(words) - 1)
                ),
            )
        case "not":
            text, holds = draw(queries(depth=depth - 1))
            return f"NOT ({text})", lambda words: not holds(words)
        case kind:
            (left, one), (right, two) = (
                draw(queries(depth=depth - 1)),
                draw(queries(depth=depth - 1)),
            )
            if kind == "and":
                return f"({left} AND {right})", lambda words: one(words) and two(words)
            return f"({left} OR {right})", lambda words: one(words) or two(words)


def plain_words(text):
    return [token.term for token in tokens(text) if not token.joined and token.term.islower()]


@settings(max_examples=25, deadline=None, suppress_health_check=[SHARED])
@given(library=libraries, asked=st.lists(queries(), min_size=1, max_size=4))
def test_hits_equal_a_naive_scan(tmp_path_factory, article, library, asked):
    index = open_index(tmp_path_factory.mktemp("scan") / "index")
    articles = [article(n, text, title="", boilerplate=()) for n, text in enumerate(library, 1)]
    half = len(articles) // 2
    index.apply(Batch(articles[half:]))
    index.apply(Batch(articles[:half]))
    for text, holds in asked:
        naive = [a.id for a in articles if holds(plain_words(a.text))]
        assert sorted(hit.article for hit in index.search(Request(text)).hits) == naive
    index.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[SHARED])
@given(library=libraries, asked=st.lists(queries(), min_size=1, max_size=4), data=st.data())
def test_incremental_equals_rebuilt_equals_in_memory(
    tmp_path_factory, article, library, asked, data
):
    folder = tmp_path_factory.mktemp("grown") / "index"
    grown = open_index(folder)
    articles = [article(n, text) for n, text in enumerate(library, 1)]
    for changed in articles:
        old = data.draw(texts)
        grown.apply(Batch([article(changed.id, old)]))
    for n in range(0, len(articles), 3):
        grown.apply(Batch(articles[n : n + 3]))
    if data.draw(st.booleans()):
        grown.close()
        grown = open_index(folder)
    rebuilt = open_index(tmp_path_factory.mktemp("rebuilt") / "index")
    rebuilt.rebuild([Batch(articles)])
    memory = MemoryIndex(articles)
    for text in [text for text, _ in asked] + ["long standing", "data NEAR/2 policy", "clou*"]:
        first, second, third = (i.search(Request(text)) for i in (grown, rebuilt, memory))
        assert [(h.article, round(h.score, 9), h.level) for h in first.hits] == [
            (h.article, round(h.score, 9), h.level) for h in second.hits
        ]
        assert second.hits == third.hits
        assert first.facets == second.facets == third.facets
    grown.close()
    rebuilt.close()
