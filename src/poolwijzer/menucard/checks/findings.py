"""What checking the menus finds beside mistakes of shape: at a place, as an error or as a remark."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, Protocol

from poolwijzer.content.content import Content
from poolwijzer.content.locations import Located, Steps
from poolwijzer.problems import Problem


class MenuFinding(NamedTuple):
    """Something in the menus that asks for attention. A remark is worth knowing and no mistake."""

    loc: Steps
    message: str
    hint: str = ""
    key: bool = False
    remark: bool = False

    def problem(self, files: Located) -> Problem:
        """The finding at its file, line and column."""
        return files.locate(self.loc, self.key).problem(self.message, self.hint)


class Check(Protocol):
    """One kind of question put to the menus; the date is the day on which they have to hold."""

    def __call__(self, content: Content, on: date, /) -> Iterator[MenuFinding]:
        """Everything that stands out."""
