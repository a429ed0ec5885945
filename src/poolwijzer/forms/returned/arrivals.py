"""What came in, as values: the answers of respondents, counted hands, and what could not be used."""

from __future__ import annotations

from typing import NamedTuple

from poolwijzer.assessment.answer import Answers
from poolwijzer.assessment.model import Response
from poolwijzer.problems import Problem


class Received(NamedTuple):
    """The answers of one respondent, and where they came from."""

    response: Response
    source: str
    """The file, as messages call it."""
    line: int | None = None
    """The row, in a table."""

    def problem(self, message: str, hint: str = "") -> Problem:
        """Something that is wrong with it."""
        return Problem(self.source, message, hint, self.line)


class Counted(NamedTuple):
    """Hands that were counted in the group, and where they came from."""

    answers: Answers
    source: str


class Arrivals(NamedTuple):
    """All that came in.

    Attributes:
        received: The answers of respondents that fit this initiative and these menus.
        counted: Hands.
        refused: What could not be used, and why.
        remarks: What is worth saying about what can be used.
        files: How many files were there to read.
    """

    received: tuple[Received, ...] = ()
    counted: tuple[Counted, ...] = ()
    refused: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    files: int = 0
