"""A clock whose seconds pass only when somebody waits; what happens meanwhile is given."""

from __future__ import annotations

import time
from collections.abc import Callable

from poolwijzer.workshop.clock import Clock


class TestClock(Clock):
    """So many seconds after now."""

    __test__ = False

    def __init__(self, after: float = 0.0, meanwhile: Callable[[], object] = lambda: None) -> None:
        self.time, self.slept, self._meanwhile = time.time() + after, 0.0, meanwhile

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.time += seconds
        self.slept += seconds
        self._meanwhile()


LATER = 60.0
"""Seconds after which a file that was just written is at rest."""
