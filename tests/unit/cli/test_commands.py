"""The command line does the main job without a window; its JSON and exit statuses are stable."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sanad.assets import seeds
from sanad.cli.main import main


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a library of the five seeds, imported by the command itself."""
    folder = tmp_path / "Work.sanad"
    assert main(["import", *map(str, seeds()), "--library", str(folder)]) == 0
    return folder


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> object:
    capsys.readouterr()
    assert main([*words, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_an_import_reports_every_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    value = answer(capsys, "import", *map(str, seeds()), "--library", str(tmp_path / "A.sanad"))
    assert value["counts"] == {"added": 5, "updated": 0, "duplicate": 0, "skipped": 0, "failed": 0}
    assert [Path(row["path"]).name for row in value["files"]] == [path.name for path in seeds()]


def test_the_same_files_again_add_nothing(library: Path, capsys: pytest.CaptureFixture[str]):
    value = answer(capsys, "import", *map(str, seeds()), "--library", str(library))
    assert value["counts"]["duplicate"] == 5
    assert value["counts"]["added"] == 0


def test_refused_files_are_named_and_the_rest_is_kept(
    tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
):
    empty, image, good = (tmp_path / name for name in ("empty.txt", "photo.txt", "new.txt"))
    empty.touch()
    image.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    good.write_text("Ghana opened a data centre in Accra on Monday.\n", "utf-8")
    capsys.readouterr()
    words = ["import", str(empty), str(image), str(good), str(tmp_path / "missing.txt")]
    assert main([*words, "--library", str(library)]) == 4
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err
    for name in ("empty.txt", "photo.txt", "missing.txt"):
        assert name in printed.out
    assert len(answer(capsys, "search", "Accra", "--library", str(library))["hits"]) == 1


def test_a_search_says_how_it_was_read(library: Path, capsys: pytest.CaptureFixture[str]):
    value = answer(capsys, "search", "longstanding", "--library", str(library))
    assert value["query"] == "longstanding"
    assert value["read_as"]
    assert value["total"] == len(value["hits"]) == 3
    assert {"article", "file", "title", "score", "snippets", "spans", "group"} <= set(
        value["hits"][0]
    )
    assert {hit["file"][:3] for hit in value["hits"]} == {"000", "001", "003"}
    assert {one["name"] for one in value["facets"]["place"]} >= {"Pakistan", "Malaysia"}


def test_finding_nothing_is_status_one(library: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["search", "zebra", "--library", str(library)]) == 1


def test_an_article_is_shown_by_number_or_file_name(
    library: Path, capsys: pytest.CaptureFixture[str]
):
    by_number = answer(capsys, "show", "2", "--library", str(library))
    by_name = answer(capsys, "show", seeds()[1].name, "--library", str(library))
    by_stem = answer(capsys, "show", seeds()[1].stem, "--library", str(library))
    assert by_number == by_name == by_stem
    text = by_number["text"]
    first = by_number["sentences"][0]
    assert text[first["start"] : first["end"]].startswith("Pakistan and Malaysia have agreed")
    assert main(["show", "99", "--library", str(library)]) == 1


def test_a_bookmark_is_added_by_its_quote_and_listed(
    library: Path, capsys: pytest.CaptureFixture[str]
):
    quote = "long-standing economic partnership"  # the article has a non-breaking hyphen
    words = ["bookmarks", "add", "4", "--quote", quote, "--note", "use this", "--tag", "china"]
    added = answer(capsys, *words, "--library", str(library))
    listed = answer(capsys, "bookmarks", "--library", str(library))
    assert listed == [added]
    assert added["quote"] == "long\u2011standing economic partnership"
    assert (added["note"], added["tags"]) == ("use this", ["china"])
    words = ["bookmarks", "add", "4", "--quote", "never said", "--library", str(library)]
    assert main(words) == 1


def test_a_summary_quotes_the_article(library: Path, capsys: pytest.CaptureFixture[str]):
    value = answer(capsys, "summary", "1", "--library", str(library))
    text = answer(capsys, "show", "1", "--library", str(library))["text"]
    assert value["sentences"]
    for one in value["sentences"]:
        assert text[one["start"] : one["end"]] == one["text"]


def test_the_register_and_the_entities_are_listed(
    library: Path, capsys: pytest.CaptureFixture[str]
):
    register = answer(capsys, "initiatives", "--library", str(library))
    assert "Digital Pakistan Policy" in {row["name"] for row in register}
    entities = answer(capsys, "entities", "--library", str(library))
    assert entities[0]["name"] == "Pakistan"
    assert entities[0]["articles"] == 5


def test_files_are_analysed_without_a_library(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    value = answer(capsys, "analyse", *map(str, seeds()))
    assert [one["id"] for one in value] == [path.stem for path in seeds()]
    for one, path in zip(value, seeds(), strict=True):
        with path.open(encoding="utf-8", newline="") as file:
            source = file.read()
        for mention in one["mentions"]:
            assert one["text"][mention["start"] : mention["end"]] == mention["surface"]
            assert source[mention["source_start"] : mention["source_end"]] == mention["surface"]
    assert not list(tmp_path.glob("home/data/**/*.sanad"))


def test_a_missing_library_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["search", "a", "--library", str(tmp_path / "none.sanad")]) == 5
    error = capsys.readouterr().err
    assert error.startswith("sanad: ")
    assert "none.sanad" in error
    assert error.count("\n") == 1


def test_a_library_in_use_is_left_alone(library: Path, capsys: pytest.CaptureFixture[str]):
    code = (
        "import sys; from pathlib import Path; from sanad.library.store import Library\n"
        f"library = Library.open(Path({str(library)!r})); print('open', flush=True)\n"
        "sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout.readline() == "open\n"
        assert main(["import", str(seeds()[0]), "--library", str(library)]) == 5
        assert "another" in capsys.readouterr().err
        assert len(answer(capsys, "search", "digital", "--library", str(library))["hits"]) == 5
        holder.stdin.close()


def test_the_command_line_needs_no_qt(library: Path, tmp_path: Path):
    blocker = tmp_path / "blocked"
    (blocker / "PySide6").mkdir(parents=True)
    (blocker / "PySide6" / "__init__.py").write_text("raise ImportError('no Qt here')")
    environment = os.environ | {"PYTHONPATH": str(blocker)}
    for words in (["search", "digital"], ["initiatives"], ["summary", "1"], ["paths"]):
        command = [sys.executable, "-m", "sanad", *words, "--library", str(library)]
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert (run.returncode, run.stderr) == (0, "")


def test_an_unknown_command_is_a_usage_error(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        main(["fetch"])
    assert stopped.value.code == 2
    assert "tour" not in capsys.readouterr().err.replace("'tour'", "")
