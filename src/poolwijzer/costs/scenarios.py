"""What if money of others stops, a municipality leaves, or less is asked: the same costs, changed and shared again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from poolwijzer.assessment import costs as given
from poolwijzer.assessment.costs import Amounts, Costs, Key
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.budget import NOTHING
from poolwijzer.costs.changes import Change, list_changes
from poolwijzer.costs.division import divide_costs
from poolwijzer.costs.rounding import apportion, round_money
from poolwijzer.costs.values import Division, Need, YearDivision

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is taken to be different.

    Attributes:
        without: Sources of income that give nothing, as the file names them.
        leaving: Municipalities that take part in no year, as the initiative names them. What it costs stays the same,
            but for their own assignments.
        demand: Which part of the demand there is; 1 is all of it. Costs that go with demand change by it, and so does
            what municipalities use. Other costs, and agreed numbers of days, stay.
    """

    without: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()
    demand: Fraction = Fraction(1)

    def __bool__(self) -> bool:
        """Whether anything is different at all."""
        return bool(self.without or self.leaving or self.demand != 1)


@dataclass(frozen=True, slots=True)
class Idle:
    """What somebody pays for people and things that nobody asks for."""

    name: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class ScenarioYear:
    """What a scenario changes in a year.

    Attributes:
        base: The year as the file has it.
        then: The year with the changes.
        others: Of each who pays and is no municipality.
        municipalities: Of each, in the order of the file; also of who leaves.
        idle: Where less is asked: how much more each pays than it would if all went down with demand, with whatever
            else the scenario changes. Together it is what the fixed costs of the hours that nobody asks for come to,
            after the money of others. Empty where no less is asked.
        idle_costs: Where less is asked: the same before the money of others.
    """

    base: YearDivision
    then: YearDivision
    others: tuple[Change, ...]
    municipalities: tuple[Change, ...]
    idle: tuple[Idle, ...] = ()
    idle_costs: Decimal = NOTHING

    @property
    def total(self) -> Change:
        """What it costs in all."""
        return Change("", self.base.total, self.then.total)

    @property
    def pot(self) -> Change:
        """What the municipalities pay together."""
        return Change("", self.base.pot, self.then.pot)


@dataclass(frozen=True, slots=True)
class ScenarioOutcome:
    """Who pays more and who pays less by a scenario."""

    scenario: Scenario
    costs: Costs
    initiative: Initiative
    base: Division
    then: Division
    years: tuple[ScenarioYear, ...]

    @property
    def needs(self) -> tuple[Need, ...]:
        """What has to be set before it can be said who pays what."""
        return tuple(dict.fromkeys((*self.base.needs, *self.then.needs)))


def play(costs: Costs, initiative: Initiative, scenario: Scenario) -> ScenarioOutcome:
    """Share the costs as they are, and once more with what a scenario changes."""
    changed, fewer = change_costs(costs, scenario), without_leaving(initiative, scenario)
    base, then = divide_costs(costs, initiative), divide_costs(changed, fewer)
    busy = divide_costs(change_costs(costs, replace(scenario, demand=Fraction(1))), fewer)
    both = zip(base.years, busy.years, then.years, strict=True)
    years = tuple(_compare(*three, scenario.demand) for three in both)
    return ScenarioOutcome(scenario, changed, fewer, base, then, years)


def change_costs(costs: Costs, scenario: Scenario) -> Costs:
    """The costs with what a scenario changes in them."""
    return costs.model_copy(
        update={
            "income": tuple(one for one in costs.income if one.source not in scenario.without),
            "posts": tuple(_post(one, scenario.demand) for one in costs.posts),
            "key": costs.key and _key(costs.key, scenario),
        }
    )


def without_leaving(initiative: Initiative, scenario: Scenario) -> Initiative:
    """The initiative without the municipalities that leave."""
    left = tuple(one for one in initiative.municipalities if one.name not in scenario.leaving)
    return initiative.model_copy(update={"municipalities": left})


def list_sources(costs: Costs) -> tuple[str, ...]:
    """The sources of income, each once."""
    return tuple(dict.fromkeys(one.source for one in costs.income))


def goes_with_demand(costs: Costs) -> bool:
    """Whether anything of the costs, or of how they are shared, goes up and down with demand."""
    return any(one.demand for one in costs.posts) or bool(costs.key and (costs.key.use or costs.key.assignments))


def usual_scenarios(costs: Costs, *, most_leaving: int, initiative: Initiative) -> Iterator[Scenario]:
    """What is asked of every budget: without each source and without all, half the demand, each one leaving.

    Args:
        costs: as the file says them.
        most_leaving: of how many municipalities is tried what happens when they leave; the largest go first.
        initiative: for its municipalities.
    """
    sources = list_sources(costs)
    yield from (Scenario(without=(one,)) for one in sources)
    if len(sources) > 1:
        yield Scenario(without=sources)
    yield Scenario(demand=HALF)
    by_size = sorted(initiative.municipalities, key=lambda one: (-(one.population or 0), one.name))
    if len(by_size) > 1:
        yield from (Scenario(leaving=(one.name,)) for one in by_size[:most_leaving])


def _post(post: given.Post, demand: Fraction) -> given.Post:
    return post.model_copy(update={"amount": _scaled(post.amount, demand)}) if post.demand else post


def _scaled(amount: Amounts, part: Fraction) -> Amounts:
    if isinstance(amount, dict):
        return {year: round_money(Fraction(one) * part) for year, one in amount.items()}
    return round_money(Fraction(amount) * part)


def _key(key: Key, scenario: Scenario) -> Key:
    """What municipalities ask for goes with demand; what they agreed to take does not."""
    part = scenario.demand
    asked = [one for one in key.assignments if one.municipality not in scenario.leaving]
    scaled = tuple(one.model_copy(update={"amount": _scaled(one.amount, part)}) for one in asked)
    return key.model_copy(
        update={"assignments": scaled, "use": {name: number * part for name, number in key.use.items()}}
    )


def _compare(base: YearDivision, busy: YearDivision, then: YearDivision, demand: Fraction) -> ScenarioYear:
    others = list_changes(
        {one.payer: one.amount for one in base.others}, {one.payer: one.amount for one in then.others}
    )
    municipalities = list_changes(base.contributions, then.contributions)
    if demand >= 1:
        return ScenarioYear(base, then, others, municipalities)
    idle = _find_idle(busy, then, demand) if then.payments and busy.payments else ()
    costs = then.total - round_money(Fraction(busy.total) * demand)
    return ScenarioYear(base, then, others, municipalities, idle, costs)


def _find_idle(busy: YearDivision, then: YearDivision, demand: Fraction) -> tuple[Idle, ...]:
    """What each pays above its part of a budget that would go down with demand as a whole."""
    paid = busy.paid
    whole = sum(paid.values(), NOTHING)
    if not whole:
        return ()
    shares = [Fraction(one) for one in paid.values()]
    down = dict(zip(paid, apportion(round_money(Fraction(whole) * demand), shares, list(paid)), strict=True))
    return tuple(Idle(name, amount - down[name]) for name, amount in then.paid.items())
