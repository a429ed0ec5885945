"""The answers of all to each statement, and how far they lie apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from poolwijzer.compare.values import StatementCompared
from poolwijzer.content.content import Content
from poolwijzer.engine.agreement import agreement
from poolwijzer.engine.results import Contribution, Placement


def compare_statements(placements: Sequence[Placement], content: Content) -> Iterator[StatementCompared]:
    """Each statement that somebody was asked, in the order of the menus."""
    found = [
        {entry.statement: entry for axis in placement.axes.values() for entry in axis.contributions}
        for placement in placements
    ]
    for name, statement in content.statements.items():
        entries = tuple(by_name.get(name) for by_name in found)
        if statement.axis and any(entries):
            yield _compared(name, statement.axis, entries, content)


def _compared(name: str, axis: str, entries: tuple[Contribution | None, ...], content: Content) -> StatementCompared:
    counted = [entry.counted for entry in entries if entry and entry.counted is not None]
    middle = content.typology.scale.middle
    return StatementCompared(
        statement=name,
        axis=axis,
        entries=entries,
        spread=max(counted) - min(counted) if len(counted) > 1 else None,
        both_sides=any(value < middle for value in counted) and any(value > middle for value in counted),
        agreement=_agreement(counted, content),
    )


def _agreement(counted: Sequence[Fraction], content: Content) -> Fraction | None:
    """How far they agree; only from so many as respondents would need, and of answers that stand on the scale."""
    if len(counted) < content.typology.privacy.agreement_from or any(value.denominator > 1 for value in counted):
        return None
    return agreement([counted.count(Fraction(point)) for point in content.typology.scale.points()])
