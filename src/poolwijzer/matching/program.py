"""Linear programs, and the library that solves them: HiGHS, by itself on one core so that it answers the same.

The library is large and few need it, so it comes with an extra (`poolwijzer[matching]`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING

from poolwijzer.frozen import how_to_install
from poolwijzer.problems import InputError, Problem

if TYPE_CHECKING:
    import highspy

_PRECISION = 1e-9
"""How far a yes or no may be from whole: hours of hundreds may hide behind it, and stay far below one."""


@dataclass(slots=True)
class Program:
    """Columns to choose a number of at the least cost, within rows.

    Attributes:
        cost: Of one of a column.
        most: Of a column; the least is 0.
        least: The least of a row.
        limit: The most of a row; infinite where it has none.
        starts: Where the entries of a row begin.
        columns: The column of an entry.
        times: How often it counts.
        whole: The first column of those that are 0 or 1; all before it may have any value.
    """

    cost: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    least: list[float] = field(default_factory=list)
    limit: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    whole: int | None = None

    def add_row(self, columns: Sequence[int], limit: float, *, least: float = 0.0) -> None:
        """A row in which every column counts once."""
        self.starts.append(len(self.columns))
        self.columns += columns
        self.times += [1.0] * len(columns)
        self.least.append(least)
        self.limit.append(limit)

    def add_link(self, columns: Sequence[int], choice: int, most: float) -> None:
        """Let nothing of the columns be used but where the choice is made, and then so much at most."""
        self.add_row(columns, 0.0, least=-float("inf"))
        self.columns.append(choice)
        self.times.append(-most)


@dataclass(frozen=True, slots=True)
class Solution:
    """What a program gives: of every column how much; empty where the search found nothing within its bound."""

    values: list[float]
    best: bool
    """Whether it is proven that nothing is better."""


def check_library() -> None:
    """Refuse to match where what solves programs is not installed.

    Raises:
        InputError: with how to install it.
    """
    try:
        import_module("highspy")
    except ImportError:
        raise InputError(
            Problem(
                "poolwijzer",
                "Voor het koppelen van vraag en aanbod is highspy nodig, en dat is hier niet geïnstalleerd.",
                how_to_install("matching"),
            )
        ) from None


def solve(program: Program, *, nodes: int = 0, start: Sequence[float] = ()) -> Solution:
    """The columns at the least cost.

    Args:
        program: one that can be met.
        nodes: how far the search among choices goes before it is broken off: a number of branches, and no time, so that
            a slow computer finds the same.
        start: values to begin with, where some are known.
    """
    import highspy

    class Quiet(highspy.Highs):
        """A solver that says nothing: the other one tells its name on the output when it is made."""

        def enableCallbacks(self) -> None:  # noqa: N802 - its name there
            self.setOptionValue("output_flag", False)

    solver = Quiet()  # type: ignore[no-untyped-call]
    _set_options(solver, nodes)
    solver.passModel(_as_model(program))
    if start:
        known = highspy.HighsSolution()
        known.col_value = list(start)
        solver.setSolution(known)
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kOptimal:
        return Solution(list(solver.getSolution().col_value), best=True)
    found = solver.getInfo().primal_solution_status == 2  # a solution that holds
    return Solution(list(solver.getSolution().col_value) if found else [], best=False)


def in_whole(values: Sequence[float]) -> list[int]:
    """Values of which it is known that they are whole, without what was lost in calculating.

    Raises:
        ArithmeticError: they are not whole.
    """
    whole = [round(value) for value in values]
    if any(abs(value - near) > 1e-3 for value, near in zip(values, whole, strict=True)):
        raise ArithmeticError("a program of which all corners are whole has another solution")
    return whole


def _set_options(solver: highspy.Highs, nodes: int) -> None:
    for name, value in (
        ("output_flag", False),
        ("threads", 1),
        ("random_seed", 0),
        ("mip_max_nodes", nodes),
        # Costs are whole, so what is less than one better is not better at all.
        ("mip_abs_gap", 0.5),
        ("mip_rel_gap", 0.0),
        ("mip_feasibility_tolerance", _PRECISION),
        # Programs are small and begin from a plan that is good: to begin anew, or to guess at better ones, takes longer
        # than the search itself.
        ("mip_allow_restart", False),
        ("mip_heuristic_run_feasibility_jump", False),
        ("mip_heuristic_run_rins", False),
        ("mip_heuristic_run_rens", False),
        ("mip_heuristic_run_root_reduced_cost", False),
    ):
        solver.setOptionValue(name, value)


def _as_model(program: Program) -> highspy.HighsLp:
    import highspy
    import numpy as np

    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(program.cost), len(program.limit)
    model.col_cost_ = np.array(program.cost, float)
    model.col_lower_ = np.zeros(len(program.cost))
    model.col_upper_ = np.array(program.most, float)
    model.row_lower_ = np.array(program.least, float)
    model.row_upper_ = np.array(program.limit, float)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array([*program.starts, len(program.columns)], np.int32)
    model.a_matrix_.index_ = np.array(program.columns, np.int32)
    model.a_matrix_.value_ = np.array(program.times, float)
    if program.whole is not None:
        kinds = highspy.HighsVarType
        choices = len(program.cost) - program.whole
        model.integrality_ = [kinds.kContinuous] * program.whole + [kinds.kInteger] * choices
    return model
