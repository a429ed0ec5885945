"""Looking at the folder of a session again and again, in the background: a slow disk never keeps a key waiting."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self

from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from poolwijzer.workshop.lead.seen import Seen, see

PAUSE = 1.5
"""Seconds between two looks."""


class Watch:
    """What was seen of a folder last; it is looked at for as long as this is entered."""

    def __init__(self, folder: Path, content: Content, on: date, pause: float = PAUSE) -> None:
        """Look for the first time.

        Raises:
            InputError: there is no plan in it, or none that can be used.
        """
        self._look: Callable[[Seen | None], Seen] = lambda before: see(folder, content, on, before)
        self._pause = pause
        self._over = Event()
        self._lock = Lock()
        """Held while it looks: two that look at once would take turns in what they see."""
        self.seen = self._look(None)
        self._thread = Thread(target=self._go_on, daemon=True)

    def __enter__(self) -> Self:
        """Look in the background from now on."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Look no more. A disk that gives no answer is not waited for."""
        self._over.set()
        self._thread.join(self._pause)

    def look(self) -> Seen:
        """Look at once, for who changed something."""
        with self._lock:
            with suppress(InputError, OSError):  # a stick that is pulled out at this moment
                self.seen = self._look(self.seen)
            return self.seen

    def _go_on(self) -> None:
        while not self._over.wait(self._pause):
            self.look()
