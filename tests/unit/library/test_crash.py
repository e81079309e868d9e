"""A process that is killed loses nothing that it had acknowledged."""

import random
import signal
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sanad.library.articles import NewVersion
from sanad.library.rebuild import catch_up
from sanad.library.records import Metadata
from sanad.library.store import Library

KILLS = 6
WORKS = Path(__file__).with_name("crash_works.py")


def kill_in_the_middle(folder: Path, work: str, first: int, chance: random.Random) -> int:
    """Let *work* go on for some steps, kill it at any moment, return the last step it told."""
    command = [sys.executable, str(WORKS), str(folder), work, str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        last = first
        for _ in range(chance.randrange(1, 12)):
            last = int(process.stdout.readline())
        threading.Event().wait(chance.random() * 0.004)  # not always right after a step
        process.send_signal(signal.SIGKILL)
        return max([last, *(int(line) for line in process.stdout if line.endswith("\n"))])


def read(path, lost) -> NewVersion:
    text = path.read_text()
    return NewVersion(
        article=None,
        text=text,
        html=f"<p>{text}</p>",
        sentences=(),
        boilerplate=(),
        metadata=Metadata(),
        title=text,
        title_is_derived=True,
        path=lost.path,
        root=None,
        content=text.encode(),
        imported_at=datetime.now(UTC),
    )


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal")
def test_what_was_kept_survives_a_kill(library, folder):
    library.close()
    chance = random.Random(1)
    last = -1
    for _ in range(KILLS):
        last = kill_in_the_middle(folder, "keep", last + 1, chance)
        with Library.open(folder) as again:
            kept = dict(again.notebook.all("bookmark"))
            for number in range(last + 1):
                assert kept[f"b{number}"] == {"note": f"note {number}" * 20}
            assert len(kept) in (last + 1, last + 2)  # the one that was at work may be whole
            assert again.notes == ()
            last = len(kept) - 1


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal")
def test_an_import_that_is_killed_has_whole_batches_and_goes_on(library, folder):
    library.close()
    chance = random.Random(2)
    last = -1
    for _ in range(KILLS):
        last = kill_in_the_middle(folder, "bring_in", last + 1, chance)
        with Library.open(folder) as again:
            catch_up(again.articles, read)
            articles = again.articles.articles()
            assert [article.id for article in articles] == list(range(1, len(articles) + 1))
            assert len(articles) // 3 in (last + 1, last + 2)
            names = [article.file_name for article in articles]
            assert names == [f"{n // 3}-{n % 3}.txt" for n in range(len(articles))]
            for article in articles:
                text = again.articles.text(article.id)
                assert again.articles.original(article.id).read_text() == text
            last = len(articles) // 3 - 1
        assert not list((folder / "originals").glob(".staged*"))
