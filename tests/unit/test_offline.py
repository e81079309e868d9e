"""No connection is ever opened; processes of this machine may talk to each other."""

import subprocess
import sys

import pytest

REFUSING = "import socket; from sanad.offline import refuse_connections; refuse_connections()\n"


def run(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", REFUSING + code]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "code",
    [
        "socket.socket()",
        "socket.socket(socket.AF_INET6)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('localhost', 80)",
    ],
)
def test_a_connection_is_refused(code: str):
    done = run(code)
    assert done.returncode == 1
    assert "OfflineError: Sanad works offline" in done.stderr


def test_processes_of_this_machine_may_talk():
    talk = "a, b = socket.socketpair(); a.send(b'x'); assert b.recv(1) == b'x'"
    assert run(talk).returncode == 0
    piped = "import multiprocessing as m; a, b = m.Pipe(); a.send(1); assert b.recv() == 1"
    assert run(piped).returncode == 0


def test_the_command_refuses_connections():
    code = (
        "import sys, socket\nfrom sanad.cli.main import main\n"
        "main(['paths'])\ntry:\n    socket.socket()\nexcept Exception as error:\n"
        "    sys.exit(type(error).__name__)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip().endswith("OfflineError")
