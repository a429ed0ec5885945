"""The step plan: which phase is now, the steps and decisions that belong to this initiative, and when they come.

Everything said stands in `stappenplan.yaml`. Dates are counted back from the start date by the months that real cases
took, so they are an indication and always worded as one; where no case says how long a phase took, no date is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from poolwijzer.assessment.model import Assessment, DatedChoice
from poolwijzer.content.plan import AfterStart, Caution, Phase, Plan, PlannedStep, Took
from poolwijzer.content.wording import filled
from poolwijzer.engine.calendar import after, before, is_past
from poolwijzer.engine.results import PhaseStatus, PlanPhase, PlanRemark, PlanSpan, PlanStep, RoadMap
from poolwijzer.engine.tracing import Tracer
from poolwijzer.rules.conditions import Truth, When

NO_PLAN = RoadMap(start=None, start_passed=False, phases=(), took=(), deadlines=())
START = "start"
"""The context question that gives the start date."""


def road_map(assessment: Assessment, tracer: Tracer) -> RoadMap:
    """The plan of an initiative on the tracer's date; empty where the menus have none."""
    plan = tracer.content.plan
    if plan is None:
        return NO_PLAN
    phases = dict(sorted(plan.phases.items(), key=lambda item: (item[1].order, item[0])))
    statuses = _statuses(phases, tracer)
    given = tracer.facts.context(START)
    start = given if isinstance(given, date) else None
    begun = statuses.get(plan.start) in ("nu", "gedaan")
    passed = start is not None and start < tracer.on and not begun
    spans = _counted_back(phases, plan, start, tracer) if start and not passed else {}
    return RoadMap(
        start=start,
        start_passed=passed,
        phases=tuple(
            _phase(name, phase, statuses.get(name), spans.get(name), None if passed else start, tracer)
            for name, phase in phases.items()
        ),
        took=tuple(_took(plan.took, tracer)),
        deadlines=tuple(sorted((*_deadlines(plan, tracer), *_money(assessment, plan, tracer)), key=_day)),
    )


def _statuses(phases: dict[str, Phase], tracer: Tracer) -> dict[str, PhaseStatus]:
    """What is done, now and later; empty where no phase is known to be the one now."""
    names = list(phases)
    now = next((name for name, phase in phases.items() if phase.now_when and _holds(phase.now_when, tracer)), None)
    if now is None:
        return {}
    at = names.index(now)
    return {name: "gedaan" if index < at else "nu" if index == at else "straks" for index, name in enumerate(names)}


def _holds(condition: When | None, tracer: Tracer) -> Truth:
    return True if condition is None else condition.truth(tracer.facts)


def _counted_back(phases: dict[str, Phase], plan: Plan, start: date, tracer: Tracer) -> dict[str, PlanSpan]:
    """When each phase before the start would begin, as far back as real cases say how long they took."""
    names = list(phases)
    if plan.start not in names:
        return {}
    spans = {plan.start: before(start, 0, 0)}
    least = most = 0
    for name in reversed(names[: names.index(plan.start)]):
        known = [took.months for took in phases[name].took if took.months and _holds(took.when, tracer)]
        if not known:
            break
        least += min(months.least for months in known)
        most += max(months.most for months in known)
        spans[name] = before(start, least, most)
    return spans


def _phase(
    name: str, phase: Phase, status: PhaseStatus | None, begins: PlanSpan | None, start: date | None, tracer: Tracer
) -> PlanPhase:
    ahead = begins if status in ("straks", None) else None
    return PlanPhase(
        phase=name,
        title=phase.title,
        status=status,
        what=tracer.filled(phase.what),
        involved=_parties(phase.involved, tracer),
        steps=tuple(_steps(phase.steps, tracer)),
        decisions=tuple(_steps(phase.decisions, tracer)),
        watch=tuple(_remark(entry, tracer) for entry in phase.watch if _holds(entry.when, tracer)),
        took=tuple(_took(phase.took, tracer)),
        begins=ahead,
        late=ahead is not None and is_past(ahead, tracer.on),
        coming=tuple(
            _remark(entry, tracer, after(start, entry.months))
            for entry in phase.after_start
            if start and _holds(entry.when, tracer)
        ),
        basis=phase.basis,
        sources=phase.sources,
    )


def _steps(steps: dict[str, PlannedStep], tracer: Tracer) -> Iterator[PlanStep]:
    """The steps that belong to this initiative, or could."""
    for name, step in steps.items():
        truth = None if step.expired(tracer.on) else _holds(step.when, tracer)
        if truth is False:
            continue
        open_refs = step.when.unknowns(tracer.facts) if step.when and not step.expired(tracer.on) else ()
        yield PlanStep(
            step=name,
            what=tracer.filled(step.what),
            who=_parties(step.who, tracer),
            time=tracer.filled(step.time),
            because=tracer.filled(step.because),
            certain=truth is True,
            depends_on=tracer.questions(open_refs),
            basis=step.basis,
            sources=step.sources,
            expired=tracer.lapsed(step),
        )


def _parties(ids: Iterable[str], tracer: Tracer) -> tuple[str, ...]:
    """The names of parties as they stand inside a sentence: a placeholder at their beginning gets no capital."""
    parties = tracer.content.plan.parties if tracer.content.plan else {}
    return tuple(tracer.filled(f": {parties[party].text}")[2:] for party in ids if party in parties)


def _took(entries: Iterable[Took], tracer: Tracer) -> Iterator[PlanRemark]:
    return (_remark(entry, tracer) for entry in entries if _holds(entry.when, tracer))


def _deadlines(plan: Plan, tracer: Tracer) -> Iterator[PlanRemark]:
    for entry in plan.deadlines.values():
        if entry.date >= tracer.on and _holds(entry.when, tracer):
            text = tracer.filled(entry.text)
            yield PlanRemark(text, entry.basis, entry.sources, PlanSpan(entry.date, entry.date))


def _money(assessment: Assessment, plan: Plan, tracer: Tracer) -> Iterator[PlanRemark]:
    """Until when each source of money is certain, as long as that is ahead."""
    for name, question in tracer.content.context.items():
        given = assessment.context.get(name)
        if question.kind != "dated-choices" or not isinstance(given, tuple):
            continue
        for choice in given:
            answer = question.answers.get(choice.source) if isinstance(choice, DatedChoice) else None
            if answer and isinstance(choice, DatedChoice) and choice.until and choice.until >= tracer.on.year:
                last = date(choice.until, 12, 31)
                text = filled(plan.sentences.money_until, {"bron": answer.label, "jaar": str(choice.until)})
                yield PlanRemark(text, "afgeleid", (), PlanSpan(last, last))


def _day(remark: PlanRemark) -> date:
    return remark.span.latest if remark.span else date.max


def _remark(entry: Caution | Took | AfterStart, tracer: Tracer, span: PlanSpan | None = None) -> PlanRemark:
    return PlanRemark(tracer.filled(entry.text), entry.basis, entry.sources, span, tracer.lapsed(entry))
