"""How many initiatives make a task for a worker: so many that handing over costs little, and no more.

While the last task is done all other workers have nothing to do; with the stress test, or a thousand respondents to an
initiative, a task of a fixed number would take long.
"""

from __future__ import annotations

A_TASK = 0.15
"""Seconds that a task takes, about."""
FIRST = 8
"""Initiatives in a task of workers as long as it is not known how long one takes."""


class Pace:
    """The number for the next task."""

    def __init__(self, most: int) -> None:
        """So many at most, and at once as long as nobody tells how long they take."""
        self._most = most
        self.at_once = most

    def begin(self) -> None:
        """From now on it is told."""
        self.at_once = min(FIRST, self._most)

    def tell(self, number: int, seconds: float) -> None:
        """A task of so many took so long."""
        self.at_once = max(1, min(self._most, int(A_TASK * number / max(seconds, 1e-6))))
