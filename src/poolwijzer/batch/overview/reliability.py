"""How far answers go together: Cronbach's alpha of an axis, and of each statement how it goes with the rest.

Exact: sums and products are whole numbers, since answers are kept in ten-thousandths of a point. Only the root in a
correlation is rounded. What these numbers do not say stands in `docs/methode.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import sqrt
from typing import NamedTuple

from poolwijzer.batch.overview.collection import Overview
from poolwijzer.content.content import Content

ENOUGH = 30
"""Initiatives that answered all of it. A number of this overview alone: it stands here and not in the menus, since it
changes no place and no verdict, and files name the menus that they were answered with."""
PARTS = 10_000
"""Of a point: as rows are rounded."""


class ItemRest(NamedTuple):
    """A statement beside the other statements of its axis."""

    statement: str
    correlation: float | None
    """Pearson's r with the sum of the others, from -1 to 1; None where one of the two is the same everywhere."""


class Reliability(NamedTuple):
    """What is found on a list of statements."""

    axis: str
    whole: bool
    """Whether it is of all statements of the axis, and not of its short list."""
    number: int
    """Initiatives that answered each of them."""
    alpha: Fraction | None
    """At most 1, and below 0 is possible; None with fewer than two statements, or where all sums are the same."""
    items: tuple[ItemRest, ...]


def find_reliability(overview: Overview, content: Content) -> tuple[Reliability, ...]:
    """By axis, of the whole list and of the short one; only where enough initiatives answered all of it."""
    columns = {name: index for index, name in enumerate(content.statements)}
    learned = [one.kept.learned for one in overview.by_name if one.kept.learned]
    found = []
    for axis, names in content.statements_on.items():
        short = tuple(name for name in names if content.statements[name].short)
        for asked in dict.fromkeys((names, short)):
            rows = (_row(one["values"], [columns[name] for name in asked]) for one in learned)
            complete = [_turned(row, asked, content) for row in rows if row is not None]
            if len(asked) > 1 and len(complete) >= ENOUGH:
                found.append(_of_list(axis, asked, complete, whole=asked == names))
    return tuple(found)


def _row(values: Sequence[int | float | None], columns: Sequence[int]) -> list[int] | None:
    """The answers in parts of a point; None where one is not known."""
    row = [values[column] for column in columns]
    return [round(value * PARTS) for value in row if value is not None] if None not in row else None


def _turned(row: list[int], names: Sequence[str], content: Content) -> list[int]:
    """With reversed statements turned round, as they count."""
    scale = content.typology.scale
    ends = (scale.lowest + scale.highest) * PARTS
    return [
        ends - value if content.statements[name].reversed else value for name, value in zip(names, row, strict=True)
    ]


def _of_list(axis: str, names: Sequence[str], rows: Sequence[Sequence[int]], *, whole: bool) -> Reliability:
    items = tuple(map(ItemRest, names, correlate_with_rest(rows)))
    return Reliability(axis, whole, len(rows), find_alpha(rows), items)


def find_alpha(rows: Sequence[Sequence[int]]) -> Fraction | None:
    """Cronbach's alpha: k / (k - 1) times 1 less the sum of the variances over the variance of the sum.

    Args:
        rows: of each initiative its answer to each of the k statements.

    Returns:
        None with fewer than two statements, and where the sum is the same everywhere.
    """
    columns = list(zip(*rows, strict=True))
    spread = _spread([sum(row) for row in rows])
    if len(columns) < 2 or not spread:
        return None
    return Fraction(len(columns), len(columns) - 1) * (1 - Fraction(sum(map(_spread, columns)), spread))


def correlate_with_rest(rows: Sequence[Sequence[int]]) -> list[float | None]:
    """Of each statement Pearson's r with the sum of the others (the corrected item-total correlation)."""
    sums = [sum(row) for row in rows]
    columns = list(zip(*rows, strict=True))
    return [_correlation(column, [total - one for total, one in zip(sums, column, strict=True)]) for column in columns]


def _correlation(one: Sequence[int], other: Sequence[int]) -> float | None:
    spreads = _spread(one) * _spread(other)
    if not spreads:
        return None
    together = len(one) * sum(x * y for x, y in zip(one, other, strict=True)) - sum(one) * sum(other)
    exact = Fraction(together * together, spreads)
    return sqrt(exact) if together >= 0 else -sqrt(exact)


def _spread(values: Iterable[int]) -> int:
    """The square of how many there are times their variance: a whole number, so that nothing is rounded."""
    numbers = tuple(values)
    return len(numbers) * sum(one * one for one in numbers) - sum(numbers) ** 2
