"""Works for `test_jobs`, in a module that a spawned process can import."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from sanad.errors import SanadError


def count(total, report):
    for done in range(total):
        if not report(done + 1, total, f"file {done + 1}"):
            return f"stopped after {done + 1}"
    return os.getpid()


def count_until_told(report):
    done = 0
    while report(done := done + 1, 0):
        threading.Event().wait(0.001)
    return "stopped"


def ignore_everything(report):
    report(0, 1, str(os.getpid()))
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    report(1, 1)
    threading.Event().wait()


def with_child(report):
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    report(0, 1, f"{os.getpid()} {child.pid}")
    threading.Event().wait()


def refuse(report):
    raise SanadError("holiday.txt is an image; nothing was imported.")


def break_down(report):
    raise ZeroDivisionError("by nought")


def die(report):
    report(1, 2)
    os.kill(os.getpid(), signal.SIGKILL)


def exit_early(report):
    sys.exit(7)


def unpicklable(report):
    return lambda: None


def write_pid_then_wait(path, report):
    Path(path).write_text(str(os.getpid()))
    while report(0, 0):
        threading.Event().wait(0.01)
    threading.Event().wait()
