"""How the time grows with the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.speed.figures import Point, four_digits
from benchmarks.speed.initiatives import Initiatives
from benchmarks.speed.processes import Command, run


@dataclass(frozen=True)
class Curve:
    """Work of several sizes; where it must be quick, without the largest."""

    id: str
    what: str
    sizes: tuple[int, ...]

    def command(self, made: Initiatives, size: int) -> Command:
        """A run of one size."""
        at = made.respondents(size) if self.id == "respondents" else made.some(size)
        return Command(("-m", "benchmarks.speed.growing", self.id, str(at), str(size), made.output(".html")))


CURVES = (
    Curve("respondents", "respondenten in een tabel, van hooguit 300 initiatieven", (100, 1_000, 10_000, 100_000)),
    Curve("initiatives", "initiatieven in een batch", (10, 100, 1_000, 10_000)),
    Curve("compare", "initiatieven in een vergelijking, als bladzijde", (10, 30, 100, 300)),
)


def points(curve: Curve, made: Initiatives, *, quick: bool) -> Iterator[Point]:
    """A run of every size."""
    for size in curve.sizes[: -1 if quick else None]:
        spent = run(curve.command(made, size))
        yield Point(size, four_digits(float(spent.printed)), four_digits(spent.memory))
