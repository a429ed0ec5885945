"""What each group tells: its answer, what struck it, and what it chose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.dutch import capitalise, join_words
from poolwijzer.report.model import Block, Line, Paragraph
from poolwijzer.report.sections.importance import LEAVES
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.own_words import FIRST_CHOICES, HIGHLIGHTS, NEWS
from poolwijzer.report.slides.fit import Entry, fit_entries, fit_line, labelled
from poolwijzer.report.slides.measure import LEADING, height_of
from poolwijzer.report.slides.model import (
    AIR,
    BODY_HEIGHT,
    EDGE,
    GAP,
    SUBTITLE,
    TITLE,
    WIDTH,
    Column,
    Slide,
    SlideBlock,
)
from poolwijzer.report.typed_lines import join_sentences, split_considerations
from poolwijzer.workshop.plenary.told import GroupTold

FULL = WIDTH - 2 * EDGE
HALF = (FULL - GAP) / 2
NOT_ANSWERED = "nog niet gegeven"
NOTHING_SAID = "De groep heeft hier nog niets opgeschreven."
ON_PAPER = "Deze groep werkt op papier. Haar uitkomst is nog niet overgenomen."
NO_FILE = "Van deze groep is nog geen bestand."
UNREADABLE = "Het bestand van deze groep is nu niet te lezen."
AS_BEFORE = "Hier staat wat de groep het laatst had opgeslagen."


def group_slide(told: GroupTold) -> Slide:
    """The slide of one group."""
    left, right = list(_said(told)), list(_chosen(told))
    status = _status(told)
    room = BODY_HEIGHT - sum(height_of(one, FULL if not right else HALF) + AIR for one in status)
    width = HALF if left and right else FULL
    shown, rest = fit_entries(left, width, room)
    chosen, more = fit_entries(right, width, BODY_HEIGHT if left else room)
    columns = [Column((*status, *labelled(shown)))] if status or shown else []
    columns += [Column(labelled(chosen))] if chosen else []
    title, subtitle, names = _heads(told)
    return Slide(
        f"groep-{told.number}",
        title,
        subtitle,
        tuple(columns) or (Column((Paragraph(Line(NOTHING_SAID)),)),),
        tuple(_notes(names, (*rest, *more))),
    )


def shared_slide(both: Sequence[GroupTold]) -> Slide:
    """The slide that two groups share."""
    columns: list[Column] = []
    notes: list[Block] = []
    for told in both:
        status = _status(told)
        title = fit_line(told.title, HALF, SUBTITLE)
        place = Paragraph(Line(_place(told, HALF)), "sterk")
        head = LEADING + AIR + sum(height_of(one, HALF) + AIR for one in (place, *status))
        shown, rest = fit_entries([*_said(told), *_chosen(told)], HALF, BODY_HEIGHT - head)
        columns.append(Column((place, *status, *labelled(shown)), title))
        names = [("Groep", Line(told.title))] if title != told.title else []
        if rest or names:
            notes += [Paragraph(Line(told.title), "sterk"), *labelled((*names, *rest))]
    labels = join_words([fit_line(told.label, FULL / 3, TITLE) for told in both])
    return Slide(f"groep-{both[0].number}", labels, "", tuple(columns), tuple(notes))


def _heads(told: GroupTold) -> tuple[str, str, list[tuple[str, Line]]]:
    """The title and the place on a line each, and what was too long for that."""
    title = fit_line(told.title, FULL, TITLE)
    return title, _place(told, FULL), [("Groep", Line(told.title))] if title != told.title else []


def _place(told: GroupTold, width: float) -> str:
    return fit_line(capitalise(", ".join(told.place())), width, SUBTITLE)


def _notes(*rows: Sequence[tuple[str, Line]]) -> Iterator[Block]:
    yield from labelled(row for part in rows for row in part)


def _status(told: GroupTold) -> list[SlideBlock]:
    """What has to be known of it before the rest."""
    group = told.group
    said = []
    if group.reading in ("half", "unusable"):
        said += [UNREADABLE, *([AS_BEFORE] if group.assessment else [])]
    elif group.reading == "missing":
        said += [ON_PAPER if group.plan.on_paper else NO_FILE, *([AS_BEFORE] if group.assessment else [])]
    return [Paragraph(Line(" ".join(said)), "let-op")] if said else []


def _said(told: GroupTold) -> Iterator[Entry]:
    """The key question of its place, the group's answer, and what it brings back."""
    material = told.material
    if material is None:
        return
    for question in material.advice.asked:
        yield Entry("Sleutelvraag", question)
    answer = material.assessment.key_question.answer
    if answer or material.advice.asked:
        yield Entry("Antwoord" if material.advice.asked else "De groep zegt", answer or NOT_ANSWERED)
    for name, question in HIGHLIGHTS.items():
        text = getattr(material.assessment.highlights, name)
        if text:
            yield Entry(question, text, LEAVES["opbrengst" if name in NEWS else "beleving"])


def _chosen(told: GroupTold) -> Iterator[Entry]:
    """What was chosen of each component, and why."""
    material = told.material
    if material is None:
        return
    number = 0
    for name, card in material.content.components.items():
        chosen, why = _choice(name, material)
        if chosen or why:
            leaves = 0 if number < FIRST_CHOICES else LEAVES["meer-keuzes"]
            whole = join_sentences((chosen, f"Waarom: {why}")) if why else chosen
            yield Entry(card.title, whole, leaves, chosen or whole, LEAVES["redenen"] if chosen and why else 0)
            number += 1


def _choice(component: str, material: Material) -> tuple[str, str]:
    """What was chosen and considered of one component, and why; what the group thought of itself first."""
    found = material.assessment.choices.get(component)
    if found is None:
        return "", ""
    facts, options = material.outcome.facts, material.content.options
    chosen = "; ".join((*found.other, *(options[one].title for one in facts.chosen_in(component))))
    considered = "; ".join(options[one].title for one in facts.considered_in(component))
    reasons = split_considerations(found.consideration)
    why = join_sentences(reasons) if len(reasons) > 1 else found.consideration
    return ". ".join(part for part in (chosen, considered and f"Overwogen: {considered}") if part), why
