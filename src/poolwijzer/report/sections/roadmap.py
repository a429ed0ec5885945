"""*Stappenplan*: which phase is now, what comes next, who decides, and when that would be. Dates are an indication."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.dutch import capitalise, count_things, join_words, long_date
from poolwijzer.report import words
from poolwijzer.report.advice import PlanPhase, PlanRemark, PlanStep, RoadMap
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.own_words import who_does_what

ID, TITLE = "stappenplan", "Stappenplan"
ELSEWHERE = "Zo lang duurde het elders"
NEAR = 2
"""The phase that is now and the next one."""
FEW = 3
"""How many steps of the phase that is now a short report tells."""


def roadmap(material: Material) -> Section:
    """The whole plan, or in a short report the phase that is now and the next one."""
    found, plan = material.advice.road_map, material.content.plan
    if plan is None or not found.phases:
        return Section(ID, TITLE)
    ahead = [phase for phase in found.phases if phase.status != "gedaan"]
    known = any(phase.status for phase in found.phases)
    blocks: list[Block] = []
    if found.start_passed:
        blocks.append(Paragraph(Line(plan.sentences.started), "let-op"))
    if not known:
        blocks.append(Paragraph(Line(plan.sentences.phase_unknown), "let-op"))
    if material.full:
        blocks += _overview(found, material)
        parts = tuple(
            Section(f"fase-{phase.phase}", phase.title, tuple(_phase(phase, known and index < NEAR, material)))
            for index, phase in enumerate(ahead)
        )
        return Section(ID, TITLE, tuple(blocks), parts)
    return Section(ID, TITLE, (*blocks, *_short(ahead[:NEAR], known, found, material)))


def _short(ahead: list[PlanPhase], known: bool, found: RoadMap, material: Material) -> Iterator[Block]:
    for label, phase in zip(("Nu" if known else "Eerst", "Daarna"), ahead, strict=False):
        said = f"{phase.title}. {phase.what}{_when(phase)}"
        yield Labelled(((label, material.notes.line(said, phase)),))
        if label != "Daarna":
            steps = [step for step in phase.steps if step.certain][:FEW]
            if steps:
                yield Bullets(tuple(material.notes.line(step.what, step) for step in steps))
        yield from _late(phase, material)
    yield from _indication(any(phase.begins for phase in ahead), material)
    if found.took:
        yield Paragraph(_remark(found.took[0], material), "stil")


def _overview(found: RoadMap, material: Material) -> Iterator[Block]:
    rows = [(phase.title, f"{phase.status or 'nog niet bekend'}{_when(phase)}") for phase in found.phases]
    yield Labelled(tuple((title, Line(words)) for title, words in rows))
    yield from _indication(any(phase.begins or phase.coming for phase in found.phases), material)
    for title, entries in (("Datums die vastliggen", found.deadlines), (ELSEWHERE, found.took)):
        if entries:
            yield Paragraph(Line(title), "sterk")
            yield Bullets(tuple(_remark(entry, material, exact=True) for entry in entries))
    yield from material.facts.age(TITLE)


def _phase(phase: PlanPhase, near: bool, material: Material) -> Iterator[Block]:
    """All of a phase; what may turn out to belong to it only where the phase is near."""
    yield Paragraph(material.notes.line(phase.what, phase))
    yield from _late(phase, material)
    if phase.involved:
        yield Paragraph(Line(f"Betrek: {join_words(phase.involved, 'en')}."))
    for title, steps in (("Wat u doet", phase.steps), ("Besluiten, in deze volgorde", phase.decisions)):
        told = [step for step in steps if step.certain or near]
        if told:
            yield Paragraph(Line(title), "sterk")
            yield Bullets(tuple(_step(step, material) for step in told), numbered=True)
    for title, remarks in (
        ("Let op", phase.watch),
        (ELSEWHERE, phase.took),
        ("Na de start", phase.coming),
    ):
        if remarks:
            yield Paragraph(Line(title), "sterk")
            yield Bullets(tuple(_remark(entry, material) for entry in remarks))


def _step(step: PlanStep, material: Material) -> Line:
    said = who_does_what(step.what, join_words(step.who, "en"), step.time)
    doubt = "" if step.certain or step.expired else f" {_hangs_on(step)}"
    reason = f" {step.because}" if step.because and step.certain else ""
    fact = f" {material.facts.see([step.fact])}" if step.fact else ""
    return material.notes.line(material.dated(f"{said}{reason}{doubt}{fact}".rstrip(), step.expired), step)


def _hangs_on(step: PlanStep) -> str:
    """What would settle whether a step belongs to the plan; the first of many questions will do."""
    if not step.depends_on:
        return "Of deze stap nodig is, hangt af van de plek."
    first, *others = step.depends_on
    rest = f" En van nog {count_things(len(others), 'vraag', 'vragen')}." if others else ""
    return f"Of deze stap nodig is, hangt af van: {first.text}{rest}"


def _remark(entry: PlanRemark, material: Material, exact: bool = False) -> Line:
    day = long_date(entry.span.latest) if entry.span and exact else words.months(entry.span) if entry.span else ""
    text = material.facts.refer(entry.text, entry.fact, TITLE if exact else "")
    said = f"{capitalise(day)}: {text}" if day else text
    return material.notes.line(material.dated(said, entry.expired), entry)


def _when(phase: PlanPhase) -> str:
    return f" (begin {words.months(phase.begins)})" if phase.begins else ""


def _late(phase: PlanPhase, material: Material) -> Iterator[Block]:
    if phase.late and material.content.plan:
        yield Paragraph(Line(material.content.plan.sentences.late), "let-op")


def _indication(dated: bool, material: Material) -> Iterator[Block]:
    """Said wherever a counted date is shown."""
    if dated and material.content.plan:
        yield Paragraph(Line(material.content.plan.sentences.indication), "stil")
