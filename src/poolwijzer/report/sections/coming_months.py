"""*De komende maanden*: what was agreed, the first steps, and of the plan the phase that is now and the next one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.report.advice import PlanPhase, Step
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section
from poolwijzer.report.plan_pictures import road_chart
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.next_steps import dates, steps_by_place
from poolwijzer.report.sections.own_words import who_does_what
from poolwijzer.report.sections.roadmap import (
    NEAR,
    begins,
    find_ahead,
    remarks,
    tell_indication,
    tell_late,
    tell_steps,
)

ID, TITLE = "komende-maanden", "De komende maanden"
AFTER = "Na de volgende stap"


def coming_months(material: Material) -> Section:
    """What the group needs comes first; what the card told already, such as what was agreed, is not told again."""
    found = material.advice.road_map
    known = any(phase.status for phase in found.phases)
    blocks = tuple(_own(material))  # notes are numbered as they are read
    told = material.placement.in_play and material.advice.steps  # the first of these, on the card
    parts = [dates(material), Section("eerst", AFTER if told else "Eerst", tuple(_first(material)))]
    labels = ("Nu" if known else "Eerst in het plan", "Daarna")
    for label, phase in zip(labels, find_ahead(found)[:NEAR], strict=False):
        title = f"{label}: {phase.title.lower()}"
        parts.append(Section(f"nabij-{phase.phase}", title, tuple(_phase(phase, known, material))))
    return Section(ID, TITLE, blocks, tuple(part for part in parts if part.blocks))


def _own(material: Material) -> Iterator[Block]:
    if needs := material.assessment.needs:
        yield Paragraph(Line("Waar is behoefte aan"), "sterk")
        yield Bullets(tuple(map(Line, needs)))
    if chart := road_chart(material):
        yield chart
    yield from remarks(material)
    yield from tell_indication(any(phase.begins for phase in find_ahead(material.advice.road_map)), material)


def _first(material: Material) -> Iterator[Block]:
    """The steps that go with the place, beside those that the card told."""
    advice = material.advice
    if advice.phase_unknown and (told := material.said.rest(advice.phase_unknown)):
        yield Paragraph(Line(told), "let-op")
    for step in advice.steps:
        if not material.said.is_new(step.what):
            material.steps.remember(step.what)
    steps = [step for step in advice.steps if material.said.is_new(step.what)]
    for title, group in steps_by_place(steps, material):
        if title:
            yield Paragraph(Line(title), "sterk")
        yield Bullets(tuple(_steps(group, material)), numbered=True)
    if told := material.said.rest(" ".join(advice.who_decides)):
        yield Labelled((("Wie besluit", Line(told)),))


def _steps(steps: Sequence[Step], material: Material) -> Iterator[Line]:
    for step in steps:
        said = " ".join(filter(None, (who_does_what(step.what, step.who, step.when), material.said.rest(step.because))))
        material.steps.remember(step.what)
        yield material.notes.line(material.dated(said, step.expired), step)


def _phase(phase: PlanPhase, known: bool, material: Material) -> Iterator[Block]:
    """What a phase asks; what may turn out to belong to it only where it is known how far the initiative is."""
    if told := material.said.rest(phase.what):
        yield Paragraph(material.notes.line(f"{told}{begins(phase)}", phase))
    yield from tell_late(phase, material)
    shown = road_chart(material) is not None
    yield from tell_steps("Wat u doet", [step for step in phase.steps if step.certain or known], material)
    # Those that are sure stand on the line.
    decisions = [
        step
        for step in phase.decisions
        if (step.certain or known) and not (shown and step.certain and step.expired is None)
    ]
    yield from tell_steps("Besluiten, in deze volgorde", decisions, material)
