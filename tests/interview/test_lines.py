"""Where a terminal is asked line by line, a signal to stop is heard at whatever moment it comes."""

from __future__ import annotations

import signal
import sys

import pexpect
import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows waits for no file"),
]

ASK = """
import ctypes
from poolwijzer.interview.plain_input import take_lines
from poolwijzer.interview.stop_signals import take_stop_signals

# C's pause(): what comes just before reading begins comes while this waits, each time.
ctypes.c_void_p.in_dll(ctypes.pythonapi, "PyOS_InputHook").value = {hook}
with take_stop_signals():
    try:
        print("typed", take_lines())
    except KeyboardInterrupt:
        print("stopped")
"""
JUST_BEFORE = "ctypes.cast(ctypes.CDLL(None).pause, ctypes.c_void_p).value"


@pytest.mark.parametrize("hook", [JUST_BEFORE, "None"], ids=["just before it reads", "while it waits"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_the_question_for_a_line(number: signal.Signals, hook: str) -> None:
    child = pexpect.spawn(sys.executable, ["-c", ASK.format(hook=hook)], timeout=30, encoding="utf-8")
    child.expect_exact("> ")
    child.kill(number)
    assert child.expect_exact(["stopped", "typed"]) == 0
    child.close()


def test_a_signal_that_stops_nothing_goes_by_and_the_line_is_read() -> None:
    hear = "import signal\nsignal.signal(signal.SIGUSR1, lambda *_: print('heard', flush=True))\n"
    child = pexpect.spawn(sys.executable, ["-c", hear + ASK.format(hook="None")], timeout=30, encoding="utf-8")
    child.expect_exact("> ")
    child.kill(signal.SIGUSR1)
    child.expect_exact("heard")
    child.sendline("drie gemeenten")
    child.expect_exact("typed ['drie gemeenten']")
    child.close()
