"""WORKAROUND PySide6 6.12 on Python 3.11: each call that returns None drops a reference to it."""

import sys

from PySide6.QtCore import QObject, Signal


class Sender(QObject):
    sent = Signal(int)


def test_five_thousand_emits_keep_the_references_of_none(qapp: object):
    sender, received = Sender(), []
    sender.sent.connect(received.append)
    sender.sent.connect(lambda _: None)
    before = sys.getrefcount(None)
    for number in range(5_000):
        sender.sent.emit(number)
    assert len(received) == 5_000
    assert abs(sys.getrefcount(None) - before) < 100
