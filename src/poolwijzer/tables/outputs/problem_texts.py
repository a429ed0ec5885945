"""Problems in a table, as the command line tells them."""

from __future__ import annotations

from collections.abc import Iterable

from poolwijzer.problems import Problem
from poolwijzer.tables.row import ProblemRow


def tell_problems(problems: Iterable[ProblemRow]) -> list[str]:
    """A text for each."""
    return [str(Problem(**problem)) for problem in problems]
