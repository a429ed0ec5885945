"""What the choices and answers point at: conflicts and gaps, signals, open questions, similar initiatives."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.dutch import count_things, join_words
from poolwijzer.report.advice import Finding, OpenQuestion, RaisedSignal, Step, Suggestion
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.next_steps import steps_by_place
from poolwijzer.report.sections.own_words import key_question, who_does_what
from poolwijzer.report.words import FINDING_WORDS, SIGNAL_WORDS, VERDICT_WORDS

ONE_OF_TWO = "Komt u op deze plek uit, dan geldt dit."
"""Between two places each of them is told, and what is said of one can be the opposite of the other."""
OFFER = "Dit is een aanbod. U kiest zelf, en iets anders kan ook."


def actions(material: Material) -> Section:
    """The question in this place with the group's own answer, and what to do: what, who and when."""
    content, advice = material.content, material.advice
    blocks: list[Block] = list(key_question(material))
    if advice.phase_unknown:
        blocks.append(Paragraph(Line(advice.phase_unknown), "let-op"))
    for title, steps in steps_by_place(advice.steps, material):
        if title:
            blocks.append(Paragraph(Line(title), "sterk"))
        blocks.append(Bullets(tuple(_step(step, material) for step in steps), numbered=True))
    if advice.who_decides:
        blocks.append(Labelled((("Wie besluit", Line(" ".join(advice.who_decides))),)))
    parts = []
    for name, place in advice.places.items():
        quadrant = content.typology.quadrants[name]
        details: list[Block] = [
            Paragraph(Line("Valkuilen"), "sterk"),
            Bullets(tuple(material.notes.line(material.dated(one.text, one.expired), one) for one in place.pitfalls)),
            Paragraph(Line(material.fill(f"Betrek: {join_words(quadrant.involve, 'en')}."))),
            Paragraph(material.line(f"Steun die hierbij past: {place.support}", quadrant.support)),
        ]
        summary = place.summary if len(advice.places) == 1 else f"{ONE_OF_TWO} {place.summary}"
        parts.append(Section(f"plek-{name}", place.title, (Paragraph(Line(summary)), *details)))
    return Section("acties", "De sleutelvraag en wat u kunt doen", tuple(blocks), tuple(parts))


def _step(step: Step, material: Material) -> Line:
    said = " ".join(part for part in (who_does_what(step.what, step.who, step.when), step.because) if part)
    return material.notes.line(material.dated(said, step.expired), step)


def choices_together(material: Material) -> Section:
    """Conflicts, gaps and good combinations in what was chosen."""
    findings = material.advice.coherence
    blocks: list[Block] = [Bullets(tuple(_finding(finding, material) for finding in findings))] if findings else []
    if not findings and material.assessment.chosen():
        blocks.append(Paragraph(Line("In uw keuzes is niets gevonden dat wringt of ontbreekt.")))
    offered = _offered(material)
    return Section("samenhang", "Uw keuzes samen", tuple(blocks), (offered,) if offered.blocks else ())


def _offered(material: Material) -> Section:
    """For what is still open: what goes well with the choices, and why."""
    blocks: list[Block] = []
    for component, card in material.content.components.items():
        entries = [entry for entry in material.advice.suggested if entry.component == component]
        if entries:
            blocks.append(Paragraph(Line(card.title), "sterk"))
            blocks += [Bullets(tuple(line for entry in entries for line in _suggestion(entry, material)))]
    return Section("past-bij", "Wat past bij uw keuzes", (Paragraph(Line(OFFER)), *blocks) if blocks else ())


def _suggestion(entry: Suggestion, material: Material) -> Iterator[Line]:
    """One line a chosen option that it goes well with."""
    for partner in entry.partners:
        said = f"{entry.title} ({VERDICT_WORDS[entry.verdict]}). Past bij '{partner.title}': {partner.because}"
        yield material.notes.line(said, partner)


def _finding(finding: Finding, material: Material) -> Line:
    titles = [material.content.options[name].title for name in finding.options]
    about = f" ({' + '.join(titles)})" if titles and finding.kind != "leeg" else ""
    doubt = "" if finding.certain or finding.expired else " Dit hangt nog af van antwoorden die er niet zijn."
    text = material.facts.refer(finding.text, finding.fact)
    said = material.dated(f"{FINDING_WORDS[finding.kind]}{about}: {text}{doubt}", finding.expired)
    return material.notes.line(said, finding if finding.sources else None)


def signals(material: Material) -> Section:
    """Success factors and pitfalls that the answers point at."""
    raised = material.advice.signals
    parts = [
        Section(f"signalen-{effect}", title, (Bullets(tuple(_signal(signal, material) for signal in group)),))
        for effect, title in (("aandacht", "Vraagt aandacht"), ("sterk", "Gaat al goed"))
        if (group := [signal for signal in raised if signal.effect == effect])
    ]
    blocks = () if parts else (Paragraph(Line("De antwoorden wijzen nog geen aandachtspunten aan.")),)
    return Section("aandachtspunten", "Aandachtspunten", blocks, tuple(parts))


def _signal(signal: RaisedSignal, material: Material) -> Line:
    kind = SIGNAL_WORDS.get(signal.kind, signal.kind)
    because = signal.because
    for fact in signal.facts:
        because = material.facts.refer(because, fact)
    text = f"{signal.title.rstrip('.')} ({kind}). {because}"
    said = f"{text} {signal.text} {material.facts.see(signal.facts)}".rstrip()
    return material.notes.line(material.dated(said, signal.expired), signal)


def open_questions(material: Material) -> Section:
    """What could still change the advice, the most telling first."""
    questions = material.advice.open_questions
    lines = tuple(Line(_question(entry)) for entry in questions)
    blocks = (Bullets(lines, numbered=True),) if lines else ()
    return Section("open-vragen", "Open vragen die het advies kunnen veranderen", blocks)


def _question(entry: OpenQuestion) -> str:
    touched = [
        *(["de plek"] if entry.placement else []),
        *([count_things(len(entry.options), "optie", "opties")] if entry.options else []),
        *([count_things(len(entry.signals), "aandachtspunt", "aandachtspunten")] if entry.signals else []),
    ]
    return f"{entry.question.text} (raakt {join_words(touched, 'en')})"


def similar(material: Material) -> Section:
    """Real initiatives that resemble this one, and why."""
    blocks: list[Block] = []
    for case in material.advice.similar:
        entry = material.content.cases[case.case]
        blocks.append(Paragraph(material.line(f"{case.title}. {entry.summary}", entry)))
        blocks.append(Bullets(tuple(Line(reason) for reason in case.reasons)))
    return Section("vergelijkbaar", "Vergelijkbare initiatieven", tuple(blocks))
