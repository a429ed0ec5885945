"""*Stappenplan*: which phase is now, what comes next, who decides, and when that would be. Dates are an indication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.dutch import capitalise, join_words, long_date
from poolwijzer.report import words
from poolwijzer.report.advice import PlanPhase, PlanRemark, PlanStep, RoadMap
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.own_words import who_does_what
from poolwijzer.report.sections.reasons import open_numbers

ID, TITLE = "stappenplan", "Stappenplan"
ELSEWHERE = "Zo lang duurde het elders"
NEAR = 2
"""The phase that is now and the next one."""
INVOLVE = {"nu": "Betrek nu", "straks": "Betrek dan", "": "Betrek"}
MAYBE = "Misschien ook, dat hangt af van"


def roadmap(material: Material) -> Section:
    """The phase that is now and the next one, where there is only a page."""
    found, plan = material.advice.road_map, material.content.plan
    if plan is None or not found.phases:
        return Section(ID, TITLE)
    ahead = find_ahead(found)
    known = any(phase.status for phase in found.phases)
    return Section(ID, TITLE, (*remarks(material), *_short(ahead[:NEAR], known, found, material)))


def remarks(material: Material) -> Iterator[Block]:
    """What a reader has to know of the plan: that it should have begun, or that nobody said how far it is."""
    found, plan = material.advice.road_map, material.content.plan
    if plan is None or not found.phases:
        return
    if found.start_passed:
        yield Paragraph(Line(plan.sentences.started), "let-op")
    if material.full and not any(phase.status for phase in found.phases):  # it says that all phases are shown
        yield Paragraph(Line(plan.sentences.phase_unknown), "let-op")


def find_ahead(found: RoadMap) -> list[PlanPhase]:
    """The phases that are not done."""
    return [phase for phase in found.phases if phase.status != "gedaan"]


def rest_of_plan(material: Material) -> Section:
    """What the plan says beside the phase of now and the next one, for reference."""
    found, plan = material.advice.road_map, material.content.plan
    if plan is None or not found.phases:
        return Section(ID, TITLE)
    ahead = find_ahead(found)
    blocks: list[Block] = [*_days(found, material), *_remarks(ELSEWHERE, found.took, material)]
    parts = [Section(f"fase-{phase.phase}", phase.title, tuple(_beside(phase, material))) for phase in ahead[:NEAR]]
    parts += [Section(f"fase-{phase.phase}", phase.title, tuple(_phase(phase, material))) for phase in ahead[NEAR:]]
    return Section(ID, TITLE, tuple(blocks), tuple(part for part in parts if part.blocks))


def _short(ahead: list[PlanPhase], known: bool, found: RoadMap, material: Material) -> Iterator[Block]:
    for label, phase in zip(("Nu" if known else "Eerst", "Daarna"), ahead, strict=False):
        said = f"{phase.title}. {phase.what}{begins(phase)}"
        yield Labelled(((label, material.notes.line(said, phase)),))
        yield from tell_late(phase, material)
    yield from tell_indication(any(phase.begins for phase in ahead), material)
    if found.took:
        yield Paragraph(_remark(found.took[0], material), "stil")


def _days(found: RoadMap, material: Material) -> Iterator[Block]:
    """What is said of the days that are fixed, beside their names on the line."""
    told = []
    for entry in found.deadlines:
        text = material.said.rest(material.facts.refer(entry.text, entry.fact))
        if entry.span and text and not text.startswith("Zie "):
            told.append(material.notes.line(f"{capitalise(long_date(entry.span.latest))}: {text}", entry))
    if told:
        yield Paragraph(Line("Datums die vastliggen"), "sterk")
        yield Bullets(tuple(told))


def _phase(phase: PlanPhase, material: Material) -> Iterator[Block]:
    """All of a phase that is not near: of its steps only those that belong to it."""
    yield Paragraph(material.notes.line(material.said.rest(phase.what), phase))
    for title, steps in (("Wat u doet", phase.steps), ("Besluiten, in deze volgorde", phase.decisions)):
        yield from tell_steps(title, [step for step in steps if step.certain], material)
    yield from _beside(phase, material)


def _beside(phase: PlanPhase, material: Material) -> Iterator[Block]:
    """What a phase tells beside its steps: who takes part, what to watch, how long it took, and what comes after."""
    if phase.involved:
        yield Paragraph(Line(f"{INVOLVE[phase.status or '']}: {join_words(phase.involved, 'en')}."))
    yield from _remarks("Let op", phase.watch, material)
    yield from _remarks(ELSEWHERE, phase.took, material)
    yield from _remarks("Na de start", phase.coming, material)


def _remarks(title: str, entries: tuple[PlanRemark, ...], material: Material) -> Iterator[Block]:
    told = [line for entry in entries if (line := _remark(entry, material)).text]
    if told:
        yield Paragraph(Line(title), "sterk")
        yield Bullets(tuple(told))


def tell_steps(title: str, steps: Sequence[PlanStep], material: Material) -> Iterator[Block]:
    """Steps under a title, each once in a report: none that says in other words what was told as a step already.

    What may turn out to be needed comes last, under what that depends on.
    """
    told = [step for step in steps if material.said.is_new(step.what) and not material.steps.is_like(step.what)]
    under: dict[str, list[PlanStep]] = {}
    for step in sorted(told, key=lambda step: not (step.certain or step.expired)):
        asked = open_numbers(step.depends_on, material) or "de plek"
        under.setdefault(title if step.certain or step.expired else f"{MAYBE} {asked}", []).append(step)
        material.steps.remember(step.what)
    for heading, group in under.items():
        yield Paragraph(Line(heading), "sterk")
        yield Bullets(tuple(_step(step, material) for step in group), numbered=True)


def _step(step: PlanStep, material: Material) -> Line:
    said = who_does_what(step.what, join_words(step.who, "en"), step.time)
    material.said.remember(step.what)
    reason = material.said.rest(step.because) if step.because and step.certain else ""
    fact = material.facts.see([step.fact]) if step.fact else ""
    told = " ".join(filter(None, (said, reason, fact)))
    return material.notes.line(material.dated(told, step.expired), step)


def _remark(entry: PlanRemark, material: Material) -> Line:
    day = words.months(entry.span) if entry.span else ""
    text = material.said.rest(material.facts.refer(entry.text, entry.fact))
    said = f"{capitalise(day)}: {text}" if day else text
    return material.notes.line(material.dated(said, entry.expired), entry)


def begins(phase: PlanPhase) -> str:
    """In which months a phase begins, between brackets."""
    return f" (begin {words.months(phase.begins)})" if phase.begins else ""


def tell_late(phase: PlanPhase, material: Material) -> Iterator[Block]:
    """Said where a phase would have had to begin already."""
    if phase.late and material.content.plan:
        yield Paragraph(Line(material.content.plan.sentences.late), "let-op")


def tell_indication(dated: bool, material: Material) -> Iterator[Block]:
    """Said wherever a counted date is shown."""
    if dated and material.content.plan:
        yield Paragraph(Line(material.content.plan.sentences.indication), "stil")
