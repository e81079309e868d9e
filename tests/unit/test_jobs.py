"""A job says what it does, can be stopped, and leaves nothing behind."""

import importlib
import os
import queue
import select
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from sanad.jobs import Failed, Finished, Job, Progress

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="watches processes by pidfd")

SECONDS = 60  # only a hanging test waits so long


class Heard:
    """The messages of a job, in order."""

    def __init__(self):
        self.messages = queue.Queue()

    def __call__(self, message):
        self.messages.put(message)

    def next(self):
        return self.messages.get(timeout=SECONDS)

    def last(self):
        while isinstance(message := self.next(), Progress):
            pass
        return message


@pytest.fixture
def works(monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parent)
    return importlib.import_module("job_works")


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture(autouse=True)
def _no_thread_is_left():
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(timeout=SECONDS)
        assert not thread.is_alive()


class Watched:
    """Processes of which the end is watched; the kernel tells it, however they end."""

    def __init__(self, *pids: int) -> None:
        self.descriptors = [os.pidfd_open(pid) for pid in pids]

    def all_end(self) -> bool:
        ended = all(select.select([each], [], [], SECONDS)[0] for each in self.descriptors)
        for each in self.descriptors:
            os.close(each)
        return ended


def test_progress_comes_in_order_and_then_the_result(works, heard):
    Job(works.count, 3, listener=heard)
    assert [heard.next() for _ in range(3)] == [
        Progress(1, 3, "file 1"),
        Progress(2, 3, "file 2"),
        Progress(3, 3, "file 3"),
    ]
    finished = heard.next()
    assert isinstance(finished, Finished)
    assert finished.result != os.getpid()
    assert heard.messages.empty()


def test_work_that_is_asked_to_stop_returns_what_it_has(works, heard):
    job = Job(works.count_until_told, listener=heard)
    assert isinstance(heard.next(), Progress)
    job.ask_to_stop()
    assert heard.last() == Finished("stopped")


def test_work_that_does_not_heed_is_ended_after_the_grace(works, heard):
    job = Job(works.ignore_everything, listener=heard)
    watched = Watched(int(heard.next().note))
    assert heard.next() == Progress(1, 1)
    job.ask_to_stop(grace=0.01)
    failed = heard.last()
    assert isinstance(failed, Failed)
    assert "was stopped" in failed.reason
    assert watched.all_end()


def test_a_refusal_arrives_as_its_sentence(works, heard):
    Job(works.refuse, listener=heard)
    failed = heard.last()
    assert failed.reason == "holiday.txt is an image; nothing was imported."


def test_a_mistake_arrives_as_a_sentence_with_the_traceback_apart(works, heard):
    Job(works.break_down, listener=heard)
    failed = heard.last()
    assert "ZeroDivisionError: by nought" in failed.reason
    assert "\n" not in failed.reason
    assert "Traceback" in failed.details


@pytest.mark.parametrize(("work", "code"), [("die", "-9"), ("exit_early", "7")])
def test_a_process_that_dies_is_told_once(works, heard, work, code):
    Job(getattr(works, work), listener=heard)
    failed = heard.last()
    assert "ended unexpectedly" in failed.reason
    assert failed.details == f"exit code {code}"
    assert heard.messages.empty()


def test_a_result_that_cannot_be_sent_is_a_failure(works, heard):
    Job(works.unpicklable, listener=heard)
    assert isinstance(heard.last(), Failed)


def test_a_terminated_job_falls_silent_and_leaves_no_process(works, heard):
    job = Job(works.with_child, listener=heard)
    watched = Watched(*(int(pid) for pid in heard.next().note.split()))
    job.terminate()
    assert not job.is_running
    assert watched.all_end()
    assert heard.messages.empty()


def test_work_that_ignores_the_signal_is_ended_too(works, heard):
    job = Job(works.ignore_everything, listener=heard)
    watched = Watched(int(heard.next().note))
    assert heard.next() == Progress(1, 1)
    job.terminate()
    assert watched.all_end()
    assert heard.messages.empty()


def test_terminating_at_once_or_twice_or_after_the_end_does_no_harm(works, heard):
    at_once = Job(works.count, 3, listener=lambda message: None)
    at_once.terminate()
    at_once.terminate()
    done = Job(works.count, 1, listener=heard)
    heard.last()
    done.terminate()
    done.ask_to_stop()
    assert not done.is_running


def test_a_listener_may_terminate_its_own_job(works):
    ended = threading.Event()

    def listener(message):
        job.terminate()
        ended.set()

    started = threading.Event()

    def wait_for_job(message):
        started.wait(SECONDS)
        listener(message)

    job = Job(works.count_until_told, listener=wait_for_job)
    started.set()
    assert ended.wait(SECONDS)


def test_a_job_ends_when_its_window_is_killed(works, tmp_path, monkeypatch):
    pid_file = tmp_path / "pid"
    program = tmp_path / "window.py"
    program.write_text(
        textwrap.dedent(
            f"""
            import sys
            sys.path.insert(0, {str(Path(__file__).parent)!r})
            import job_works
            from sanad import jobs

            if __name__ == "__main__":
                told = lambda message: print("going", flush=True)
                jobs.Job(job_works.write_pid_then_wait, {str(pid_file)!r}, listener=told)
                input()
            """
        )
    )
    window = subprocess.Popen(
        [sys.executable, str(program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with window:
        assert window.stdout.readline() == b"going\n"
        pid = int(pid_file.read_text())
        watched = Watched(pid)
        window.send_signal(signal.SIGKILL)
    assert watched.all_end()
