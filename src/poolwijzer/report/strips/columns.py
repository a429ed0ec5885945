"""What there is to tell of the balance of a municipality, column by column."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import NamedTuple

from poolwijzer.costs.strips.values import StripBalance, StripYear

OWN, ALL, JOINT = "Eigen", "Samen", "Gezamenlijk deel"


class Column(NamedTuple):
    """A column of the balance: what stands over it, on paper and on a screen, and what it tells of a municipality."""

    head: str
    value: Callable[[StripBalance], Fraction | None]
    short: str = ""
    """Empty where it does not stand on a screen."""
    always: bool = False
    """Whether it stands there too where it is 0 for all."""


def every_column(year: int) -> tuple[Column, ...]:
    """All there is to tell."""
    return (
        Column(OWN, lambda one: one.share, always=True),
        Column(f"Mee uit {year - 1}", lambda one: one.carried),
        Column("Gekregen", lambda one: one.received),
        Column("Gegeven", lambda one: one.given),
        Column("Tegoed", lambda one: one.available, "Tegoed"),
        Column("Gebruikt", lambda one: one.used, "Op", always=True),
        Column("Gepland", lambda one: one.planned, "Plan"),
        Column("Over", lambda one: one.left, "Over", always=True),
        Column(f"Eind {year}", lambda one: one.forecast, "Eind"),
    )


def columns_of(balances: Iterable[StripBalance], year: int, *, narrow: bool = False) -> tuple[Column, ...]:
    """The columns that tell something of these, on a screen the few that tell most."""
    told, every = list(balances), every_column(year)
    if narrow:
        kept = [one for one in every if one.short]
        return tuple(one for one in kept if one.short != "Plan" or any(one.value(balance) for balance in told))
    changed = any(one.carried or one.received or one.given for one in told)
    return tuple(
        one
        for one in every
        if (one.always or any(one.value(balance) for balance in told)) and (one.head != "Tegoed" or changed)
    )


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
