"""Stopping several workers without a word: nobody who presses Ctrl-C is helped by what libraries say of it."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """For the moment in which workers start: these never hear Ctrl-C, and so never complain of it. We stop them.

    We hear it a moment later.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # which starts with the workers, and would let interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def quiet_when_stopped() -> Iterator[None]:
    """While there are workers: the thread of joblib that minds them may miss what stopping took away (a `KeyError`)."""
    before = threading.excepthook

    def told(stumble: threading.ExceptHookArgs) -> None:
        minds_workers = stumble.thread is not None and stumble.thread.name == "ExecutorManagerThread"
        if not (minds_workers and stumble.exc_type is KeyError):
            before(stumble)

    threading.excepthook = told
    try:
        yield
    finally:
        if threading.excepthook is told:
            threading.excepthook = before
