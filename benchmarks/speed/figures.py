"""What was measured: the figures that the page is made of, kept beside this package as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import log
from pathlib import Path
from statistics import fmean, median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "benchmarks" / "snelheid.json"


@dataclass(frozen=True)
class Measured:
    """Of one row: the medians of the program and its reference, and of their ratio pair by pair."""

    ratio: float
    lowest: float
    highest: float
    own: float
    other: float
    pairs: int
    counts: tuple[float, float] | None = None
    """Millions of instructions, where they were counted."""

    @property
    def decides(self) -> float:
        """The ratio that is held against the goal."""
        return self.counts[0] / self.counts[1] if self.counts else self.ratio


@dataclass(frozen=True)
class Point:
    """A run with so much work: seconds of processor time, and the most MB it held."""

    number: int
    seconds: float
    memory: float


@dataclass(frozen=True)
class ReportsMade:
    """So many reports of one kind: seconds by the clock, and of each the milliseconds of the processor and the kB."""

    number: int
    seconds: float
    each: float
    size: float


@dataclass(frozen=True)
class Figures:
    """All of one run."""

    day: str
    rounds: int
    quick: bool
    """Whether the largest batches were made smaller."""
    machine: dict[str, str]
    goals: dict[str, Measured]
    peers: dict[str, Measured]
    growth: dict[str, tuple[Point, ...]]
    reports: dict[str, ReportsMade]


def summarise(pairs: Sequence[tuple[float, float]]) -> Measured:
    """Of pairs of the program and its reference, in the order in which they ran."""
    ratios = [own / other for own, other in pairs]
    own, other = (median(column) for column in zip(*pairs, strict=True))
    ratio, lowest, highest = map(four_digits, (median(ratios), min(ratios), max(ratios)))
    return Measured(ratio, lowest, highest, four_digits(own), four_digits(other), len(pairs))


def exponent(points: Sequence[Point]) -> float:
    """With what power of the work the time grows: the slope of a straight line through both logarithms.

    One is in proportion, two is four times the time for twice the work. By least squares.
    """
    across, up = [log(point.number) for point in points], [log(point.seconds) for point in points]
    middle, height = fmean(across), fmean(up)
    risen = sum((one - middle) * (other - height) for one, other in zip(across, up, strict=True))
    return risen / sum((one - middle) ** 2 for one in across)


def read_figures(path: Path = KEPT) -> Figures:
    """What was kept of the last whole run."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Figures(
        data["day"],
        data["rounds"],
        data["quick"],
        data["machine"],
        {name: _measured(one) for name, one in data["goals"].items()},
        {name: _measured(one) for name, one in data["peers"].items()},
        {name: tuple(Point(**point) for point in points) for name, points in data["growth"].items()},
        {kind: ReportsMade(**made) for kind, made in data["reports"].items()},
    )


def keep_figures(figures: Figures, path: Path = KEPT) -> None:
    """Write them, for the page and for a next look at it."""
    text = json.dumps(asdict(figures), ensure_ascii=False, indent=2)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _measured(data: dict[str, Any]) -> Measured:
    counts = data["counts"]
    return Measured(**{**data, "counts": counts and (counts[0], counts[1])})


def four_digits(figure: float) -> float:
    """Four digits: more says nothing."""
    return float(f"{figure:.4g}")
