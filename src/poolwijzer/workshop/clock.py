"""The seconds that pass while a folder is read."""

from __future__ import annotations

import time


class Clock:
    """The time of the system; who tests gives one of their own."""

    def now(self) -> float:
        """Seconds, counted as files count when they were changed."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)
