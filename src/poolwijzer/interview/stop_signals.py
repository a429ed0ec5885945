"""Being told to stop from outside, by a signal: taken as Ctrl-C, wherever the program is at that moment."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any, TextIO

SIGNALS = ("SIGTERM", "SIGHUP")
"""What a system sends: to stop, and because the window has closed. Windows knows the first of them only."""

_told = [False]


@contextlib.contextmanager
def take_stop_signals() -> Iterator[None]:
    """Take a signal to stop as Ctrl-C for as long as this lasts, so that the screen is put right first.

    One that whoever started us told us not to hear (`nohup`) stays unheard.
    """
    _told[0] = False
    known = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
    heard = [number for number in known if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, _stop) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def ignore_signals() -> None:
    """Hear no signal to stop any more: the program stops as it is."""
    for name in ("SIGINT", *SIGNALS):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)


def was_stopped() -> bool:
    """Whether the program was told to stop: what fails then comes of that, such as a terminal that is gone."""
    return _told[0]


def raise_if_stopped() -> None:
    """Stop here if that was asked for while nothing could be done about it.

    Raises:
        KeyboardInterrupt: it was.
    """
    if _told[0]:
        raise KeyboardInterrupt


def wait_or_stop(stream: TextIO) -> None:
    """Wait until there is something to read, or until a signal stops the program.

    `input()` hears no signal that comes just before it begins to read: whoever pressed Ctrl-C then would have to
    press it again, and a system asks only once. A signal also writes to this pipe, and that is not lost. Where
    nothing can be waited for (Windows, or what is no file) this returns at once.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed, or the program was told to stop.
    """
    if sys.platform == "win32":
        return
    import select

    ours, theirs = os.pipe()
    both: list[TextIO | int] = [stream, ours]
    try:
        for end in (ours, theirs):
            os.set_blocking(end, False)
        before = signal.set_wakeup_fd(theirs, warn_on_full_buffer=False)
        try:
            with contextlib.suppress(OSError, ValueError):
                # What was a signal, but stops nothing, was no reason to go on.
                while stream not in select.select(both, [], [])[0]:
                    os.read(ours, 4096)
        finally:
            signal.set_wakeup_fd(before)
    finally:
        os.close(ours)
        os.close(theirs)


def _stop(number: int, frame: FrameType | None) -> None:
    """Leave the screen that is shown; else raise at once.

    Python drops what is raised while it cleans up an object, so whoever is about to show a screen checks first.
    """
    _told[0] = True
    current: Any = sys.modules.get("prompt_toolkit.application.current")
    application = current.get_app_or_none() if current else None
    if application is None or not application.is_running or application.loop is None:
        raise KeyboardInterrupt
    application.loop.call_soon_threadsafe(_leave, application)


def _leave(application: Any) -> None:
    if not application.is_done:
        application.exit(exception=KeyboardInterrupt())
