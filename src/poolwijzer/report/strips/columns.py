"""What there is to tell of the balance of a municipality, column by column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from poolwijzer.costs.strips.values import StripBalance, StripYear

ALL, JOINT, PLANNED = "Samen", "Gezamenlijk deel", "Gepland"
ESTIMATE = "Eind"
"""Over what is no count but an estimate."""


class Column(NamedTuple):
    """A column of the balance: what stands over it, on paper and on a screen, and what it tells of a municipality."""

    head: str
    value: Callable[[StripBalance], Fraction | None]
    short: str = ""


def columns_of_card(year: int) -> tuple[Column, ...]:
    """What the right of a municipality is made of."""
    return (
        Column("Eigen", lambda one: one.share),
        Column(f"Mee uit {year - 1}", lambda one: one.carried),
        Column("Gekregen", lambda one: one.received),
        Column("Gegeven", lambda one: one.given),
    )


def columns_of_use(year: int) -> tuple[Column, ...]:
    """What becomes of it."""
    return (
        Column("Tegoed", lambda one: one.available, "Tegoed"),
        Column("Gebruikt", lambda one: one.used, "Op"),
        Column(PLANNED, lambda one: one.planned, "Plan"),
        Column("Over", lambda one: one.left, "Over"),
        Column(f"Eind {year}", lambda one: one.forecast, ESTIMATE),
    )


def every_column(year: int) -> tuple[Column, ...]:
    """All there is to tell."""
    return (*columns_of_card(year), *columns_of_use(year))


def without_empty(columns: Iterable[Column], balances: Sequence[StripBalance]) -> tuple[Column, ...]:
    """These columns, but for plans and forecasts where there is none, and what nobody took along, got or gave."""
    always = ("Eigen", "Tegoed", "Gebruikt", "Over")
    return tuple(one for one in columns if one.head in always or any(one.value(balance) for balance in balances))


def is_moved(balances: Iterable[StripBalance]) -> bool:
    """Whether somebody may use more or less than its own strips."""
    return any(one.carried or one.received or one.given for one in balances)


def rows_of(balances: Iterable[StripBalance], year: StripYear, *, whole: bool) -> tuple[StripBalance, ...]:
    """The rows of a balance: of all municipalities (`whole`) with the joint part behind them, where there is one."""
    told = tuple(balances)
    joint = year.joint
    if not whole or not (joint.share or joint.used or joint.planned):
        return told
    row = StripBalance(JOINT, None, joint.share, used=joint.used, planned=joint.planned, forecast=joint.forecast)
    return (*told, row)


def sum_of(values: Iterable[Fraction | None]) -> Fraction | None:
    """All together; None where one is not known."""
    told = list(values)
    known = [value for value in told if value is not None]
    return sum(known, Fraction()) if len(known) == len(told) else None
