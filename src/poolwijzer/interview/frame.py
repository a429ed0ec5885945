"""What stands around every question: how far we are, the clock, the file, and what the last answer did."""

from __future__ import annotations

from typing import NamedTuple


class Frame(NamedTuple):
    """The surroundings of one screen."""

    clock: str = ""
    file: str = ""
    said: str = ""
    beamer: bool = False
