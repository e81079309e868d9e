"""Whatever is wrong with a library or an output: one sentence, the right status, nothing lost."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sanad import settings
from sanad.assets import seeds
from sanad.cli.main import main
from sanad.library.store import Library
from sanad.search.answering import Answerer


@pytest.fixture
def library(sample: Path) -> Path:
    return sample


def run(*words: str, library: Path | None = None, **options) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sanad", *words]
    if library is not None:
        command += ["--library", str(library)]
    options = {"capture_output": True, "text": True, **options}
    return subprocess.run(command, check=False, **options)


def hits(capsys: pytest.CaptureFixture[str], library: Path, query: str) -> list[str]:
    capsys.readouterr()
    status = main(["search", query, "--library", str(library), "--format", "json"])
    found = json.loads(capsys.readouterr().out)["hits"]
    assert status == (0 if found else 1)
    return sorted(hit["file"][:3] for hit in found)


def names(capsys: pytest.CaptureFixture[str], library: Path) -> list[tuple[str, int]]:
    capsys.readouterr()
    assert main(["entities", "--library", str(library), "--format", "json"]) == 0
    return [(one["name"], one["mentions"]) for one in json.loads(capsys.readouterr().out)]


def ruin(path: Path, damage: str) -> None:
    content = path.read_bytes()
    match damage:
        case "deleted":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "zeroed":
            path.write_bytes(bytes(len(content)))
        case "cut off":
            path.write_bytes(content[:8192])
        case "pages overwritten":  # the head is intact: it shows in the middle of the work
            path.write_bytes(content[:12288] + b"ruin" * (len(content) // 4 - 3072))


@pytest.mark.parametrize("damage", ["deleted", "empty", "zeroed", "cut off", "pages overwritten"])
@pytest.mark.parametrize("command", ["search", "import"])
def test_a_ruined_database_is_made_again_by_the_next_command(
    library: Path, damage: str, command: str, capsys: pytest.CaptureFixture[str]
):
    before = names(capsys, library)
    ruin(library / "articles.db", damage)
    if command == "import":
        assert main(["import", str(seeds()[0]), "--library", str(library)]) == 0
        assert "duplicate" in capsys.readouterr().out
    assert hits(capsys, library, "longstanding") == ["000", "001", "003"]
    assert names(capsys, library) == before
    with Library.open(library, read_only=True) as opened:
        assert [article.id for article in opened.articles.articles()] == [1, 2, 3, 4, 5]


def test_a_value_that_was_changed_by_a_bad_disk_is_damage_too(
    library: Path, capsys: pytest.CaptureFixture[str]
):
    path = library / "articles.db"
    content = path.read_bytes()
    assert b'{"entities":[["' in content
    path.write_bytes(content.replace(b'{"entities":[["', b'{"entities":[}"'))
    assert main(["search", "longstanding", "--library", str(library)]) == 0
    assert "Traceback" not in capsys.readouterr().err
    assert hits(capsys, library, "longstanding") == ["000", "001", "003"]


def test_what_an_import_that_was_killed_left_is_read_before_a_search(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    older = (library / "articles.db").read_bytes()
    new = tmp_path / "new.txt"
    new.write_text("Ghana opened a data centre in Accra on Monday.\n", "utf-8")
    assert main(["import", str(new), "--library", str(library)]) == 0
    (library / "articles.db").write_bytes(older)  # as when the commit did not reach the disk
    assert hits(capsys, library, "Accra") == ["new"]
    assert ("Ghana", 1) in names(capsys, library)


@pytest.mark.parametrize("content", ["", "uuid = 'x'", "format = [", "x = " + "[" * 20_000])
def test_a_damaged_manifest_is_one_sentence(
    library: Path, content: str, capsys: pytest.CaptureFixture[str]
):
    (library / "library.toml").write_text(content)
    assert main(["search", "digital", "--library", str(library)]) == 5
    error = capsys.readouterr().err
    assert "library.toml is damaged" in error
    assert error.count("\n") == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_manifest_that_is_a_pipe_is_not_waited_for(library: Path):
    (library / "library.toml").unlink()
    os.mkfifo(library / "library.toml")
    assert run("search", "digital", library=library, timeout=60).returncode == 5


def test_a_copy_of_a_library_that_went_its_own_way_is_searched_by_its_own_texts(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    copy = shutil.copytree(library, tmp_path / "Copy.sanad")
    for folder, town in ((library, "Accra"), (copy, "Nairobi")):
        new = tmp_path / "new.txt"
        new.write_text(f"The ministry opened a data centre in {town}.\n", "utf-8")
        assert main(["import", str(new), "--library", str(folder)]) == 0
    assert hits(capsys, library, "Accra") == ["new"]
    assert hits(capsys, library, "Nairobi") == []
    assert hits(capsys, copy, "Nairobi") == ["new"]
    assert hits(capsys, copy, "Accra") == []


def test_without_a_place_for_an_index_the_articles_themselves_are_searched(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):  # fmt: skip
    blocked = tmp_path / "blocked"
    blocked.touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert hits(capsys, library, "longstanding") == ["000", "001", "003"]
    new = tmp_path / "new.txt"
    new.write_text("Ghana opened a data centre in Accra on Monday.\n", "utf-8")
    assert main(["import", str(new), "--library", str(library)]) == 0
    assert hits(capsys, library, "Accra") == ["new"]


def test_an_index_whose_damage_shows_only_when_asked_is_made_again(
    library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    asked: list[object] = []
    search = Answerer.search

    def fail_once(self, request):
        asked.append(request)
        if len(asked) == 1:
            raise IndexError("a record of another form")
        return search(self, request)

    monkeypatch.setattr(Answerer, "search", fail_once)
    assert hits(capsys, library, "longstanding") == ["000", "001", "003"]


def test_options_may_stand_before_and_after_a_command(
    library: Path, capsys: pytest.CaptureFixture[str]
):
    at = ["--library", str(library), "--format", "json"]
    add = ["add", "4", "--quote", "long-standing"]
    for words in (
        ["bookmarks", *at, *add], [*at, "bookmarks", *add], ["bookmarks", *add, *at],
        [*at, "show", "4"],
    ):  # fmt: skip
        capsys.readouterr()
        assert main(words) == 0
        assert json.loads(capsys.readouterr().out)["article"] == 4
    capsys.readouterr()
    assert main(["bookmarks", *at]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 3
    assert not (settings.data_folder() / "Sample.sanad").exists()


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["show", "99"], 1), (["search", "zebra"], 1), (["bookmarks"], 1),
        (["brief", "--article", "99", "--pdf", "no.pdf"], 1),
        (["import", "nothing-there.txt"], 4), (["analyse", "nothing-there.txt"], 4),
    ],
)  # fmt: skip
def test_what_goes_to_standard_output_is_json_whatever_the_status(
    library: Path, words: list[str], status: int, capsys: pytest.CaptureFixture[str]
):
    assert main([*words, "--library", str(library), "--format", "json"]) == status
    json.loads(capsys.readouterr().out)


def test_a_library_that_cannot_be_opened_answers_null(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["search", "a", "--library", str(tmp_path / "none"), "--format", "json"]) == 5
    assert json.loads(capsys.readouterr().out) is None


def test_control_characters_do_not_reach_the_terminal(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    evil = tmp_path / "evil\x1b[31m\nname.txt"
    evil.write_text("Ghana \x1b]0;title\x07opened a data centre in Accra on Monday. " * 9, "utf-8")
    missing = tmp_path / "gone\x1b[31m.txt"
    capsys.readouterr()
    assert main(["import", str(evil), str(missing), "--library", str(library)]) == 4
    assert main(["show", "6", "--library", str(library)]) == 0
    assert main(["analyse", str(missing)]) == 4
    printed = capsys.readouterr()
    assert not set("\x1b\x07") & set(printed.out + printed.err)
    assert printed.err.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no full device here")
def test_an_answer_that_cannot_be_written_is_a_failure(library: Path):
    with Path("/dev/full").open("w") as full:
        result = run("show", "1", library=library, stdout=full, stderr=subprocess.PIPE,
                     capture_output=False)  # fmt: skip
    assert result.returncode == 5
    assert result.stderr == "sanad: The answer could not be written: the disk is full.\n"


def test_a_reader_that_goes_away_is_no_failure(library: Path):
    reading, writing = os.pipe()
    os.close(reading)
    result = run("show", "1", library=library, stdout=writing, stderr=subprocess.PIPE,
                 capture_output=False)  # fmt: skip
    os.close(writing)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.skipif(os.name != "posix", reason="a shell is needed")
def test_closed_standard_streams_are_no_mistake(library: Path):
    command = [sys.executable, "-m", "sanad", "show", "1", "--library", str(library)]
    shut = subprocess.run(["sh", "-c", '"$@" >&- 2>&-', "sh", *command], check=False)
    assert shut.returncode == 5
    shut = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *command], check=False, capture_output=True, text=True
    )
    assert shut.stderr == "sanad: The answer could not be written: standard output is closed.\n"


def test_a_briefing_does_not_take_the_place_of_a_device(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    os.mkfifo(tmp_path / "pipe")
    words = ["brief", "--article", "1", "--pdf", str(tmp_path / "pipe")]
    assert main([*words, "--library", str(library)]) == 5
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("beginnings", [(), ("originals/",), (".library.toml.7.new", "originals/")])
def test_an_import_makes_the_library_that_was_hardly_begun(
    tmp_path: Path, beginnings: tuple[str, ...], capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "Begun.sanad"
    folder.mkdir()
    for name in beginnings:
        (folder / name).mkdir() if name.endswith("/") else (folder / name).touch()
    assert main(["import", str(seeds()[0]), "--library", str(folder)]) == 0
    assert hits(capsys, folder, "digital") == ["000"]


def test_a_folder_with_other_things_in_it_becomes_no_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "Mine"
    folder.mkdir()
    (folder / "thesis.txt").touch()
    assert main(["import", str(seeds()[0]), "--library", str(folder)]) == 5
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


def test_a_window_without_a_display_is_one_sentence(library: Path):
    environment = {
        name: value for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }  # fmt: skip
    if not sys.platform.startswith("linux"):
        pytest.skip("there is always a display here")
    result = run("open", library=library, env=environment)
    assert result.returncode == 5
    assert result.stderr.startswith("sanad: There is no display")
    assert result.stderr.count("\n") == 1


def test_a_bookmark_is_listed_when_its_article_is_lost(
    library: Path, capsys: pytest.CaptureFixture[str]
):
    add = ["bookmarks", "add", "4", "--quote", "long-standing", "--note", "mine"]
    assert main([*add, "--library", str(library)]) == 0
    for name in ("articles.db", "imports.jsonl"):
        (library / name).unlink()
    shutil.rmtree(library / "originals")
    capsys.readouterr()
    assert main(["bookmarks", "--library", str(library), "--format", "json"]) == 0
    (kept,) = json.loads(capsys.readouterr().out)
    assert (kept["quote"], kept["note"], kept["title"]) == ("long‑standing", "mine", None)


def test_a_notebook_that_was_mended_is_told_to_who_only_reads(
    library: Path, capsys: pytest.CaptureFixture[str]
):
    add = ["bookmarks", "add", "4", "--quote", "long-standing", "--note", "mine"]
    assert main([*add, "--library", str(library)]) == 0
    ruin(library / "notebook.db", "zeroed")
    capsys.readouterr()
    assert main(["bookmarks", "--library", str(library)]) == 0
    printed = capsys.readouterr()
    assert "long‑standing" in printed.out
    assert "comes from its journal" in printed.err


def test_processes_that_need_the_sample_at_once_make_it_once():
    command = [sys.executable, "-m", "sanad", "search", "longstanding"]
    started = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)
    ]
    for process in started:
        _, error = process.communicate(timeout=100)
        assert (process.returncode, error) == (0, b"")
    assert len(list(settings.data_folder().glob("*.sanad"))) == 1


def test_a_sample_that_something_is_in_the_way_of_is_one_sentence(
    capsys: pytest.CaptureFixture[str],
):
    folder = settings.data_folder() / "Sample.sanad"
    folder.mkdir()
    (folder / "thesis.txt").touch()
    assert main(["search", "longstanding"]) == 5
    assert "in the way" in capsys.readouterr().err
    assert (folder / "thesis.txt").exists()
