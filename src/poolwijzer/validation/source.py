"""What is held against a model: data that knows its own places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from poolwijzer.yamlfile import Location


class Source(Protocol):
    """What a file says, or several files on top of each other, with the place of every value."""

    @property
    def data(self) -> Any:
        """Dictionaries, lists and text."""

    def locate(self, loc: Sequence[str | int], key: bool = False) -> Location:
        """Give the place of a value, or of the key it stands at."""
