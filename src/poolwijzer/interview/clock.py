"""The clock of a conversation: it runs while people talk, and stands still in a break."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Clock:
    """The minutes that a conversation took so far, those from before an interruption included."""

    def __init__(self, before: float = 0.0, now: Callable[[], float] = time.monotonic) -> None:
        """Runs from now on, after so many minutes; `now` tells the seconds."""
        self._now = now
        self._passed = before * 60
        """The seconds up to when it was last set going."""
        self._since: float | None = now()

    def minutes(self) -> float:
        """The minutes so far."""
        running = 0.0 if self._since is None else self._now() - self._since
        return (self._passed + running) / 60

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Stand still for as long as this lasts."""
        self.stop()
        try:
            yield
        finally:
            self.go_on()

    def stop(self) -> None:
        """Stand still from now on."""
        self._passed, self._since = self.minutes() * 60, None

    def go_on(self) -> None:
        """Run again, unless it does."""
        if self._since is None:
            self._since = self._now()

    @property
    def stands_still(self) -> bool:
        """Whether there is a break."""
        return self._since is None
