"""A comparison as data: numbered JSON. Unknown is null; numbers are rounded to four decimals.

Who is meant is told by number, from 1, as in the picture. Format history: 1 (the first); 2 (the verdict
`nog-niet-te-zeggen` came).
"""

from __future__ import annotations

import datetime
from typing import Any, Literal, NamedTuple

from poolwijzer.compare.kinds import Ground, Kind
from poolwijzer.compare.values import (
    Comparison,
    ComponentCompared,
    Effect,
    Numbers,
    StatementCompared,
    Step,
    Subject,
    VerdictCompared,
)
from poolwijzer.content.content import Content
from poolwijzer.engine.over_time import Moment
from poolwijzer.engine.results import Verdict
from poolwijzer.report.data import MenusUsed, make_plain
from poolwijzer.tables.row import Row, make_row
from poolwijzer.validation import Exact

FORMAT: Literal[2] = 2


class SubjectData(NamedTuple):
    """One of what is compared."""

    number: int
    label: str
    """Its name, told apart from the others by its file; over time its date."""
    whole: bool
    """Whether it is a file of its own; an earlier measurement inside a file has no choices."""
    row: Row


class StatementData(NamedTuple):
    """The answers of all to one statement, in their order; null for who did not answer."""

    statement: str
    axis: str
    answers: tuple[Exact | None, ...]
    """As given; the mean where many answered."""
    counted: tuple[Exact | None, ...]
    """After reversal."""
    spread: Exact | None
    both_sides: bool
    agreement: Exact | None


class VerdictData(NamedTuple):
    """What an option means for each, in their order."""

    component: str
    option: str
    verdicts: tuple[Verdict, ...]
    excluded: tuple[bool, ...]
    differs: bool


class SignalData(NamedTuple):
    """For whom a point of attention was raised, and whether for all."""

    signal: str
    effect: Effect
    raised: Numbers
    shared: bool


class ComparisonDocument(NamedTuple):
    """One comparison."""

    format: Literal[2]
    kind: Literal["comparison"]
    poolwijzer: str
    menus: MenusUsed
    date: datetime.date
    compared_as: Kind
    ground: Ground
    """What that follows from; `asked` where the user said so."""
    subjects: tuple[SubjectData, ...]
    statements: tuple[StatementData, ...]
    most_different: tuple[str, ...]
    """The statements whose answers differ, the largest difference first."""
    components: tuple[ComponentCompared, ...]
    verdicts: tuple[VerdictData, ...]
    signals: tuple[SignalData, ...]
    path: tuple[Moment, ...]
    steps: tuple[Step, ...]


def comparison_document(found: Comparison, content: Content, version: str) -> dict[str, Any]:
    """The comparison as plain data, ready for JSON."""
    whole = ComparisonDocument(
        format=FORMAT,
        kind="comparison",
        poolwijzer=version,
        menus=MenusUsed(content.version, content.hash),
        date=found.date,
        compared_as=found.kind,
        ground=found.ground,
        subjects=tuple(
            SubjectData(
                number=number,
                label=one.label,
                whole=one.whole,
                row=_row(one),
            )
            for number, one in enumerate(found.subjects, 1)
        ),
        statements=tuple(map(_statement, found.statements)),
        most_different=tuple(entry.statement for entry in found.most_different()),
        components=found.components,
        verdicts=tuple(map(_verdict, found.verdicts)),
        signals=tuple(
            SignalData(entry.signal, entry.effect, entry.raised, len(entry.raised) == len(found.subjects))
            for entry in found.signals
        ),
        path=found.path,
        steps=found.steps,
    )
    data: dict[str, Any] = make_plain(whole)
    return data


def _statement(entry: StatementCompared) -> StatementData:
    return StatementData(
        statement=entry.statement,
        axis=entry.axis,
        answers=tuple(None if one is None or one.counted is None else one.answer for one in entry.entries),
        counted=entry.counted(),
        spread=entry.spread,
        both_sides=entry.both_sides,
        agreement=entry.agreement,
    )


def _row(one: Subject) -> Row:
    """The row of a batch, with the options in the order of the card."""
    row = make_row(one.file, one.outcome, with_stress=True)
    card = [option.option for options in one.outcome.cards.values() for option in options]
    row["verdicts"] = {name: row["verdicts"][name] for name in card}
    return row


def _verdict(entry: VerdictCompared) -> VerdictData:
    return VerdictData(
        component=entry.component,
        option=entry.option,
        verdicts=tuple(verdict for verdict, _ in entry.outcomes),
        excluded=tuple(excluded for _, excluded in entry.outcomes),
        differs=entry.differs,
    )
