"""Being told to stop from outside, by a signal: taken as Ctrl-C, wherever the program is at that moment."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any

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
