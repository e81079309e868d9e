"""Ctrl+C in the terminal is a wish to close, not a crash."""

import os
import signal

from sanad.ui.interrupt import Interrupt


def test_an_interrupt_is_told_and_signals_are_given_back(qtbot):
    before = signal.getsignal(signal.SIGINT)
    interrupt = Interrupt()
    with qtbot.waitSignal(interrupt.asked):
        os.kill(os.getpid(), signal.SIGINT)
    interrupt.close()
    assert signal.getsignal(signal.SIGINT) is before
