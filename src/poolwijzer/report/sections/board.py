"""A note for the board on one page: what is asked, where we stand, for and against, money and people, what next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from poolwijzer.assessment.model import DatedChoice, NamedChoice
from poolwijzer.content.questions import ContextQuestion
from poolwijzer.dutch import join_words
from poolwijzer.report import words
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section
from poolwijzer.report.sections.certainty import how_firm
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.next_steps import steps_by_place
from poolwijzer.report.sections.own_words import choice_line, describe_agreement, who_does_what
from poolwijzer.report.sections.robustness import TITLE

MOST = 3
"""How many arguments, remarks and steps fit on a page."""
TO_DISCUSS = "Ter bespreking."
NO_DECISION = f"{TO_DISCUSS} Er wordt nu geen besluit gevraagd."


def note(material: Material) -> list[Section]:
    """Every part of the note, in the order in which boards read one."""
    return [
        Section("gevraagd-besluit", "Gevraagd besluit", tuple(_decision(material))),
        Section("stand", "Waar staan we", tuple(_standing(material))),
        Section("argumenten", "Argumenten", _bullets(_arguments(material), "Er zijn nog geen argumenten genoemd.")),
        Section("kanttekeningen", "Kanttekeningen", _bullets(_remarks(material), "Er zijn geen kanttekeningen.")),
        Section("geld-en-mensen", "Geld en mensen", tuple(_money_and_people(material))),
        Section("vervolg", "Vervolg", _bullets(_next(material), "Er zijn nog geen stappen afgesproken.")),
    ]


def _decision(material: Material) -> Iterator[Block]:
    """What is asked; on a border, or with too few answers, nothing is decided yet."""
    placement, advice = material.placement, material.advice
    places = [place for place in advice.places.values() if place.decisions]
    if len(places) == 1 and len(placement.in_play) == 1 and placement.status == "definitief":
        yield Paragraph(Line("Het college besluit:"), "sterk")
        yield Bullets(tuple(_points(places[0].decisions)), numbered=True)
    else:
        yield Paragraph(Line(TO_DISCUSS if places else NO_DECISION), "sterk")
        for place in places:
            where = f" ({place.title})" if len(places) > 1 else ""
            yield Paragraph(Line(f"Het college bespreekt{where}:"))
            yield Bullets(tuple(_points(place.decisions)), numbered=True)
    if advice.phase_unknown and places:
        yield Paragraph(Line(advice.phase_unknown), "let-op")
    if advice.who_decides and places:
        yield Paragraph(Line(" ".join(advice.who_decides)), "stil")
    # The question of a place is how to go on together: not what those decide on who wind down.
    if advice.opening or (placement.status == "definitief" and len(placement.in_play) == 1):
        return
    for question in advice.plain_questions.values():
        yield Paragraph(Line(f"Om te bespreken: {question}"))


def _points(decisions: Sequence[str]) -> Iterator[Line]:
    """What is decided, as the parts of one sentence."""
    last = len(decisions) - 1
    return (Line(f"{text}{'.' if number == last else ';'}") for number, text in enumerate(decisions))


def _standing(material: Material) -> Iterator[Block]:
    placement, content = material.placement, material.content
    rows = [("Plek", words.headline(placement, content))]
    for name, axis in content.typology.axes.items():
        found = placement.axes[name]
        rows.append((axis.short, words.level(found, content)))
    rows.append(("Antwoorden", words.certainty(placement, content)))
    if firm := how_firm(material):
        rows.append((TITLE, firm))
    rows += [("Sleutelvraag", question) for question in material.advice.plain_questions.values()]
    if answer := material.assessment.key_question.answer:
        rows.append(("Ons antwoord", material.brief(answer)))
    yield Labelled(tuple((label, Line(text)) for label, text in rows))
    for sentence in words.who_waits(material.outcome.uncounted):
        yield Paragraph(Line(sentence), "let-op")


def _bullets(lines: Iterator[str], none: str) -> tuple[Block, ...]:
    found = [line for line, _ in zip(lines, range(MOST), strict=False)]
    return (Bullets(tuple(map(Line, found))),) if found else (Paragraph(Line(none)),)


def _arguments(material: Material) -> Iterator[str]:
    """The group's own considerations first, then what goes well."""
    facts = material.outcome.facts
    for name, component in material.content.components.items():
        choice = facts.assessment.choices.get(name)
        if choice and choice.consideration and facts.filled_in(name):
            yield f"{component.title}: {material.brief(choice.consideration)}"
    for signal in material.advice.signals:
        if signal.effect == "sterk":
            yield signal.because


def _remarks(material: Material) -> Iterator[str]:
    """What does not go together, then what needs attention."""
    for finding in material.advice.coherence:
        if finding.kind in ("conflict", "mist", "wringt"):
            yield finding.text
    for signal in material.advice.signals:
        if signal.effect == "aandacht":
            yield signal.because


def _money_and_people(material: Material) -> Iterator[Block]:
    components, context = material.content.components, material.content.context
    rows = [
        (component.title, material.brief(choice_line(name, material)) or "nog niet gekozen")
        for name, component in components.items()
        if component.board
    ]
    for name, question in context.items():
        answer = material.assessment.context.get(name)
        if question.board and answer is not None:
            rows.append((question.question, _answer(question, answer)))
    if rows:
        yield Labelled(tuple((label, Line(text)) for label, text in rows))


def _answer(question: ContextQuestion, answer: object) -> str:
    told = []
    for item in answer if isinstance(answer, tuple) else (answer,):
        until = f" (tot en met {item.until})" if isinstance(item, DatedChoice) and item.until else ""
        kind = item.kind if isinstance(item, NamedChoice) else item
        name = item.source if isinstance(item, DatedChoice) else str(kind)
        told.append(f"{question.answers[name].label if name in question.answers else name}{until}")
    return join_words(told, "en")


def _next(material: Material) -> Iterator[str]:
    """What was agreed; else the first steps of the place."""
    agreements = material.assessment.agreements
    for entry in agreements:
        yield describe_agreement(entry, material)
    if not agreements and material.placement.in_play:
        parts = [[(title, step) for step in steps] for title, steps in steps_by_place(material.advice.steps, material)]
        # Of two places in turn: there is room for a few.
        for found in chain.from_iterable(zip_longest(*parts)):
            if found is not None:
                title, step = found
                yield f"{title}: {who_does_what(step.what, step.who, step.when)}".removeprefix(": ")
