"""The shape of what may change as data: numbered JSON. Amounts are euros, to the cent; unknown is null."""

from __future__ import annotations

import datetime
from typing import Literal, NamedTuple

from poolwijzer.assessment.costs import KeyKind
from poolwijzer.costs.changes import Way
from poolwijzer.costs.comparison import Origin
from poolwijzer.costs.solidarity import Basis
from poolwijzer.report.costs.data import NamedInitiative, NeedData
from poolwijzer.report.data import MenusUsed
from poolwijzer.validation import Euros, Exact


class ScenarioData(NamedTuple):
    """What is taken to be different."""

    without: tuple[str, ...]
    """Sources of income that give nothing."""
    leaving: tuple[str, ...]
    """Municipalities that take part in no year."""
    demand: Exact
    """Which part of the demand there is; 1 is all of it."""


class ChangeData(NamedTuple):
    """What one pays before and after."""

    name: str
    before: Euros | None
    after: Euros | None
    more: Euros | None
    """How much more it pays then; below zero where it pays less."""
    way: Way | None


class IdleData(NamedTuple):
    """What somebody pays for hours that nobody asks for."""

    name: str
    amount: Euros


class ScenarioYearData(NamedTuple):
    """What the scenario changes in a year."""

    year: int | None
    total: ChangeData
    municipalities_together: ChangeData
    others: tuple[ChangeData, ...]
    municipalities: tuple[ChangeData, ...]
    """Empty while something is needed."""
    idle: tuple[IdleData, ...]
    """What each pays for hours that nobody asks for; empty where no less is asked."""
    idle_costs: Euros
    """What these cost together, before the money of others."""


class KeyPaymentData(NamedTuple):
    """What a municipality pays by a key."""

    municipality: str
    population: int
    amount: Euros
    per_inhabitant: Exact
    more: Euros | None
    """Than by the reference."""
    way: Way | None


class KeyYearData(NamedTuple):
    """A year by a key."""

    year: int | None
    municipalities: tuple[KeyPaymentData, ...]


class KeyData(NamedTuple):
    """The budget by a key."""

    kind: KeyKind
    base: Exact | None
    """The part that everybody pays equally; null where the key has none."""
    origin: Origin
    """The file's own, one that it gives to compare with, that of its strips, one that needs no figures, or an example
    that nobody agreed to."""
    reference: bool
    """Whether the others are held against it."""
    years: tuple[KeyYearData, ...]
    """Empty while something is needed."""
    needs: tuple[NeedData, ...]


class LastYearData(NamedTuple):
    """The budget beside the one before it."""

    last: int | None
    now: int | None
    total: ChangeData
    municipalities: tuple[ChangeData, ...]


class CaseData(NamedTuple):
    """What is asked of every budget, on top of the scenario."""

    scenario: ScenarioData
    years: tuple[ScenarioYearData, ...]


class SolidarityRow(NamedTuple):
    """What a municipality pays and may use, in parts of the whole."""

    municipalities: tuple[str, ...]
    population: int
    paid: Euros
    paid_part: Exact
    population_part: Exact
    use_parts: tuple[Exact, ...]
    """By each of the bases."""


class SmallByKey(NamedTuple):
    """What the smaller half pays by a key."""

    kind: KeyKind
    base: Exact | None
    origin: Origin
    paid: Euros
    paid_part: Exact


class SolidarityData(NamedTuple):
    """Who pays for whom."""

    year: int | None
    bases: tuple[Basis, ...]
    """What the use is taken from; `equal` and `population` are assumptions. What is paid is by the reference."""
    municipalities: tuple[SolidarityRow, ...]
    """From the fewest inhabitants to the most."""
    small: SolidarityRow | None
    """The smaller half together."""
    small_by_key: tuple[SmallByKey, ...]


class WhatIfDocument(NamedTuple):
    """Who pays what in other cases. Shares and amounts for each inhabitant are rounded to four decimals."""

    format: Literal[1]
    kind: Literal["costs-alternatives"]
    poolwijzer: str
    menus: MenusUsed
    date: datetime.date
    initiative: NamedInitiative
    population_date: datetime.date
    """The day that the table counted inhabitants for."""
    indication: str
    """What belongs to every amount."""
    scenario: ScenarioData
    years: tuple[ScenarioYearData, ...]
    """What the scenario changes, against the file as it is."""
    keys: tuple[KeyData, ...]
    """Empty where keys are not compared."""
    last_year: LastYearData | None
    cases: tuple[CaseData, ...]
    """Against the scenario; empty where keys are not compared."""
    solidarity: SolidarityData | None
    needs: tuple[NeedData, ...]
    """What has to be set before it is known what each pays by the file's own key."""
