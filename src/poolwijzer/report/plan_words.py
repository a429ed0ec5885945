"""The step plan of one initiative in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from poolwijzer.content.plan import AfterStart, Caution, Deadline, PlannedStep, Took
from poolwijzer.content.wording import fill_names, names_a_body
from poolwijzer.engine.months import PlanSpan, span_after
from poolwijzer.engine.roadmap import (
    MoneyEnd,
    PlanRoute,
    RoutePhase,
    find_deadlines,
    find_remarks,
    find_route,
    find_steps,
    has_begun,
)
from poolwijzer.report.advice import PlanPhase, PlanRemark, PlanStep, RoadMap
from poolwijzer.report.sentences import SentenceMaker


def word_road_map(sentences: SentenceMaker) -> RoadMap:
    """The whole plan; empty where the menus have none."""
    facts, plan = sentences.outcome.facts, sentences.content.plan
    route = find_route(facts)
    return RoadMap(
        start=route.start,
        start_passed=route.start_passed,
        phases=tuple(_phase(phase, route, sentences) for phase in route.phases),
        took=tuple(
            _remark(entry, sentences)
            for entry in find_remarks(plan.took if plan and not has_begun(route, plan) else (), facts)
        ),
        deadlines=tuple(_deadline(day, entry, sentences) for day, entry in find_deadlines(facts)),
    )


def _phase(found: RoutePhase, route: PlanRoute, sentences: SentenceMaker) -> PlanPhase:
    facts, phase = sentences.outcome.facts, found.phase
    start = None if route.start_passed else route.start
    return PlanPhase(
        phase=found.id,
        title=phase.title,
        status=found.status,
        what=sentences.fill(phase.what),
        involved=_parties(phase.involved, sentences),
        steps=_steps(phase.steps, sentences),
        decisions=_steps(phase.decisions, sentences),
        watch=tuple(_remark(entry, sentences) for entry in find_remarks(phase.watch, facts)),
        took=tuple(_remark(entry, sentences) for entry in find_remarks(phase.took, facts)),
        begins=found.begins,
        late=found.late,
        coming=tuple(
            _remark(entry, sentences, span_after(start, entry.months))
            for entry in find_remarks(phase.after_start, facts)
            if start
        ),
        basis=phase.basis,
        sources=phase.sources,
    )


def _steps(steps: dict[str, PlannedStep], sentences: SentenceMaker) -> tuple[PlanStep, ...]:
    facts = sentences.outcome.facts
    return tuple(
        PlanStep(
            step=found.id,
            what=sentences.fill((facts.without_body and found.step.without_body) or found.step.what),
            who=_parties(found.step.who, sentences),
            time=sentences.fill_inside(found.step.time),
            because=sentences.fill(found.step.because),
            certain=found.certain,
            depends_on=sentences.questions(found.depends_on),
            basis=found.step.basis,
            sources=found.step.sources,
            expired=found.step.last_day(facts.on),
            fact=found.step.fact,
        )
        for found in find_steps(steps, facts)
    )


def _parties(ids: Iterable[str], sentences: SentenceMaker) -> tuple[str, ...]:
    """The names of parties as they stand inside a sentence; without a body no party that is one."""
    parties = sentences.content.plan.parties if sentences.content.plan else {}
    texts = (parties[party].text for party in ids if party in parties)
    without = sentences.outcome.facts.without_body
    return tuple(sentences.fill_inside(text) for text in texts if not (without and names_a_body(text)))


def _remark(entry: Caution | Took | AfterStart, sentences: SentenceMaker, span: PlanSpan | None = None) -> PlanRemark:
    expired = entry.last_day(sentences.outcome.on)
    fact = None if isinstance(entry, AfterStart) else entry.fact
    return PlanRemark(sentences.fill(entry.text), entry.basis, entry.sources, span, expired, fact)


def _deadline(day: date, entry: Deadline | MoneyEnd, sentences: SentenceMaker) -> PlanRemark:
    span = PlanSpan(day, day)
    if isinstance(entry, Deadline):
        return PlanRemark(sentences.fill(entry.text), entry.basis, entry.sources, span, fact=entry.fact)
    plan, source = sentences.content.plan, sentences.content.context[entry.question].answers[entry.source]
    said = plan.sentences.money_until if plan else ""
    return PlanRemark(fill_names(said, {"bron": source.label, "jaar": str(entry.year)}), "afgeleid", (), span)
