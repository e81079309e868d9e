"""Time the window on a large library: from start to usable, and from a key to painted results.

    python tests/benchmarks/window.py [--articles 10000] [--library FOLDER]

Usable means: shown, its list painted, the search box ready. The first start of the process counts
Python's own start and every import; it is repeated in fresh processes. A key counts from the key
press to the painted list, through the search process. The generated library is made of sentences
of the sample articles and is kept in FOLDER for the next run. Prints milliseconds.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).parents[2] / "desktop"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SYLLABLES = [first + second + third for first in "bdkmst" for second in "aio" for third in "lnr"]
QUERIES = ("digital", "pakistan china", "artificial intelligence", "ministry", "trade agreement")


def main() -> None:
    arguments = _arguments()
    if arguments.start:
        _start(Path(arguments.start))
        return
    with tempfile.TemporaryDirectory() as home:
        folder = arguments.library or Path(home, "Large.sanad")
        for name in ("CONFIG", "CACHE", "DATA", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(folder.parent / f"home-{folder.stem}" / name)
        if not folder.exists():
            print(f"making {arguments.articles} articles", flush=True)
            _make(folder, arguments.articles)
        command = [sys.executable, __file__, "--start", str(folder)]
        os.environ.setdefault("PYTHONPYCACHEPREFIX", str(Path(home, "bytecode")))
        _timed(command)  # writes the bytecode
        runs = [_timed(command) for _ in range(arguments.repeats)]
        for name in runs[0]:
            figures = [run[name] for run in runs]
            print(f"{name:36} {median(figures):7.0f} ms   worst {max(figures):7.0f} ms")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--start", help=argparse.SUPPRESS)
    return parser.parse_args()


def _timed(command: list[str]) -> dict[str, float]:
    # As installed: with its bytecode written, whatever this machine's settings say.
    environment = {**os.environ, "SANAD_STARTED": str(time.time())}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    output = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    pairs = (line.rsplit(" ", 1) for line in output.stdout.splitlines())
    return {name: float(value) for name, value in pairs}


def _start(folder: Path) -> None:
    """Start the window on *folder* in this process, and print what it took."""
    started = float(os.environ["SANAD_STARTED"])
    # Imported here: what it costs is part of the start.
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from sanad.ui.app import Desk, application  # noqa: PLC0415

    desk = Desk(application())
    desk.window.show()
    QTest.qWait(1)
    print("process start to first paint", (time.time() - started) * 1e3)
    desk.start(folder)
    desk.window.repaint()
    QTest.qWait(1)
    print("process start to usable", (time.time() - started) * 1e3)
    desk.window.commands["clear_search"].trigger()
    before = time.perf_counter()
    while not desk.window.library.model.rowCount() > 8:
        QTest.qWait(1)
    print("usable to facets", (time.perf_counter() - before) * 1e3)
    while desk.window.background.is_working:
        QTest.qWait(10)
    _type(desk)
    desk.window.commands["clear_search"].trigger()
    before = time.perf_counter()
    desk.window.close()
    print("closing", (time.perf_counter() - before) * 1e3)


def _type(desk) -> None:
    from PySide6.QtTest import QTest  # noqa: PLC0415

    window = desk.window
    heard: list[int] = []
    window.finder.answered.connect(lambda: heard.append(1))

    def ask(text: str) -> float:
        heard.clear()
        before = time.perf_counter()
        window.search_box.ask(text)
        while not heard:
            QTest.qWait(0)
        window.results.view.viewport().repaint()
        return (time.perf_counter() - before) * 1e3

    print("first query", ask("warm"))
    times = [ask(query[:end]) for query in QUERIES for end in range(2, len(query) + 1)]
    print("key to painted results, median", median(times))
    print("key to painted results, 95th percentile", quantiles(times, n=20)[-1])
    window.results.view.setFocus()
    before = time.perf_counter()
    window.results.open_current(new_tab=False)
    QTest.qWait(0)
    print("open the first hit", (time.perf_counter() - before) * 1e3)


def _make(folder: Path, articles: int) -> None:
    # Imported here: the process that is timed must not pay for it.
    from sanad import assets  # noqa: PLC0415
    from sanad.library.store import Library  # noqa: PLC0415
    from sanad.text.sentences import sentences  # noqa: PLC0415
    from sanad.workspace.importing import import_files  # noqa: PLC0415

    choose = random.Random(1)
    pool = [
        text[sentence.start : sentence.end]
        for text in (path.read_text("utf-8") for path in assets.seeds())
        for sentence in sentences(text)
    ]
    words = [f"{word}{number}" for word in SYLLABLES for number in range(400)]
    with tempfile.TemporaryDirectory() as source:
        for number in range(articles):
            body = []
            for _ in range(choose.randint(8, 25)):
                line = choose.choice(pool).split()
                # A third of the words is rare, as in real news; else all would be duplicates.
                for _ in range(len(line) // 3):
                    line[choose.randrange(len(line))] = choose.choice(words)
                body.append(" ".join(line))
            paragraphs = [" ".join(body[at : at + 4]) for at in range(0, len(body), 4)]
            Path(source, f"{number:06}.txt").write_text("\n".join(paragraphs), "utf-8")
        with Library.create(folder, "Large") as library:
            import_files(library, [Path(source)], lambda *_: True)


if __name__ == "__main__":
    main()
