"""The step plan: which phase is now, the steps and decisions that belong to this initiative, and when they come.

Everything said stands in `stappenplan.yaml`. Dates are counted back from the start date by the months that real cases
took, so they are an indication and always worded as one; where no case says how long a phase took, no date is given.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from poolwijzer.assessment.model import DatedChoice
from poolwijzer.content.plan import AfterStart, Caution, Deadline, Phase, Plan, PlannedStep, Took
from poolwijzer.content.wording import names_a_body
from poolwijzer.engine.facts import PlacedFacts
from poolwijzer.engine.months import PlanSpan, is_past, span_before
from poolwijzer.engine.questions import questions_for
from poolwijzer.engine.results import PhaseStatus
from poolwijzer.rules.conditions import Truth, When
from poolwijzer.rules.facts import Ref

START = "start"
"""The context question that gives the start date."""
Entry = TypeVar("Entry", Caution, Took, AfterStart)


class RoutePhase(NamedTuple):
    """Where an initiative is with a phase."""

    id: str
    phase: Phase
    status: PhaseStatus | None
    """None where it is not known how far the initiative is."""
    begins: PlanSpan | None
    """Counted back from the start date by the months that real cases took."""
    late: bool
    """Whether it would have had to begin before the month of the advice."""


class PlanRoute(NamedTuple):
    """Where an initiative is in the plan on a date."""

    start: date | None
    start_passed: bool
    """Whether the start date has passed while the work has not begun, as far as is known."""
    phases: tuple[RoutePhase, ...]


class RouteStep(NamedTuple):
    """A step or decision that belongs to this initiative, or could."""

    id: str
    step: PlannedStep
    certain: bool
    depends_on: tuple[Ref, ...]
    """What would settle whether it belongs to the plan."""


class MoneyEnd(NamedTuple):
    """Until when a source of money is certain."""

    question: str
    source: str
    year: int


def find_route(facts: PlacedFacts) -> PlanRoute:
    """The plan of an initiative on the day of its facts; empty where the menus have none."""
    plan = facts.content.plan
    if plan is None:
        return PlanRoute(start=None, start_passed=False, phases=())
    phases = _shown(plan, facts)
    statuses = _statuses(phases, facts)
    given = facts.context(START)
    start = given if isinstance(given, date) else None
    passed = start is not None and start < facts.on and statuses.get(plan.start) not in ("nu", "gedaan")
    spans = _counted_back(phases, plan, start, facts) if start and not passed else {}
    ahead = {name: span for name, span in spans.items() if statuses.get(name) in ("straks", None)}
    return PlanRoute(
        start=start,
        start_passed=passed,
        phases=tuple(
            RoutePhase(
                name, phase, statuses.get(name), ahead.get(name), name in ahead and is_past(ahead[name], facts.on)
            )
            for name, phase in phases.items()
        ),
    )


def _shown(plan: Plan, facts: PlacedFacts) -> dict[str, Phase]:
    """The phases that the plan has for this initiative, in order; while it is in one that counts alone, only that."""
    phases = dict(sorted(plan.phases.items(), key=lambda item: (item[1].order, item[0])))
    shown = {name: phase for name, phase in phases.items() if _holds(phase.shown_when, facts)}
    alone = next(
        (name for name, one in shown.items() if one.alone and one.now_when and _holds(one.now_when, facts)), ""
    )
    return {alone: shown[alone]} if alone else shown


def has_begun(route: PlanRoute, plan: Plan) -> bool:
    """Whether the work has begun, or an initiative is in a phase that counts alone: then the way to it lies behind."""
    begun = {found.id: found.status in ("nu", "gedaan") for found in route.phases}
    return begun.get(plan.start, False) or any(found.phase.alone and begun[found.id] for found in route.phases)


def _statuses(phases: dict[str, Phase], facts: PlacedFacts) -> dict[str, PhaseStatus]:
    """What is done, now and later; empty where no phase is known to be the one now."""
    names = list(phases)
    now = next((name for name, phase in phases.items() if phase.now_when and _holds(phase.now_when, facts)), None)
    if now is None:
        return {}
    at = names.index(now)
    return {name: "gedaan" if index < at else "nu" if index == at else "straks" for index, name in enumerate(names)}


def _holds(condition: When | None, facts: PlacedFacts) -> Truth:
    return True if condition is None else condition.truth(facts)


def _counted_back(phases: dict[str, Phase], plan: Plan, start: date, facts: PlacedFacts) -> dict[str, PlanSpan]:
    """When each phase before the start would begin, as far back as real cases say how long they took."""
    names = list(phases)
    if plan.start not in names:
        return {}
    spans = {plan.start: span_before(start, 0, 0)}
    least = most = 0
    for name in reversed(names[: names.index(plan.start)]):
        known = [took.months for took in phases[name].took if took.months and _holds(took.when, facts)]
        if not known:
            break
        least += min(months.least for months in known)
        most += max(months.most for months in known)
        spans[name] = span_before(start, least, most)
    return spans


def find_steps(steps: dict[str, PlannedStep], facts: PlacedFacts) -> Iterator[RouteStep]:
    """The steps that belong to this initiative, or could; without a body none that asks something of one."""
    for name, step in steps.items():
        if facts.without_body and not step.without_body and names_a_body(step.what):
            continue
        lapsed = step.expired(facts.on)
        truth = None if lapsed else _holds(step.when, facts)
        if truth or (truth is None and not step.only_if_sure):
            refs = step.when.unknowns(facts) if step.when and not lapsed else ()
            yield RouteStep(name, step, truth is True, questions_for(refs, facts))


def find_remarks(entries: Iterable[Entry], facts: PlacedFacts) -> Iterator[Entry]:
    """The remarks of the plan that are about this initiative."""
    return (entry for entry in entries if _holds(entry.when, facts))


def find_deadlines(facts: PlacedFacts) -> list[tuple[date, Deadline | MoneyEnd]]:
    """Fixed days that are still ahead or of which a fact says what holds now, and until when money is certain.

    The first day comes first. Money that is no longer certain is not told.
    """
    plan = facts.content.plan
    fixed = plan.deadlines.values() if plan else ()
    found: list[tuple[date, Deadline | MoneyEnd]] = [
        (entry.date, entry) for entry in fixed if (entry.date >= facts.on or entry.fact) and _holds(entry.when, facts)
    ]
    return sorted([*found, *_money(facts)], key=lambda entry: entry[0])


def _money(facts: PlacedFacts) -> Iterator[tuple[date, MoneyEnd]]:
    for name, question in facts.content.context.items():
        given = facts.assessment.context.get(name)
        if question.kind == "dated-choices" and isinstance(given, tuple):
            for choice in given:
                known = isinstance(choice, DatedChoice) and choice.source in question.answers
                if isinstance(choice, DatedChoice) and known and choice.until and choice.until >= facts.on.year:
                    yield date(choice.until, 12, 31), MoneyEnd(name, choice.source, choice.until)
