"""What there is to tell of a group, in the order in which it is read, with how soon each leaves its slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poolwijzer.report.model import Line, Paragraph
from poolwijzer.report.sections.importance import LEAVES
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.own_words import FIRST_CHOICES, HIGHLIGHTS, NEWS
from poolwijzer.report.slides.fit import Entry
from poolwijzer.report.typed_lines import join_sentences, split_considerations
from poolwijzer.workshop.plenary.told import GroupTold

QUESTION, ANSWER, SAYS = "Sleutelvraag", "Antwoord", "De groep zegt"
NOT_ANSWERED = "nog niet gegeven"
ANSWERED = "Beantwoord"
TELL = "Vertel zelf"
ON_PAPER = "Deze groep werkt op papier. Haar uitkomst is nog niet overgenomen."
NO_FILE = "Van deze groep is nog geen bestand."
GONE = "Het bestand van deze groep is er nu niet."
UNREADABLE = "Het bestand van deze groep is nu niet te lezen."
AS_BEFORE = "Hier staat wat de groep het laatst had opgeslagen."


def tell_status(told: GroupTold) -> tuple[Paragraph, ...]:
    """What has to be known before the rest; nothing of a group whose file could be read and says something."""
    group = told.group
    if group.awaited:
        return (Paragraph(Line(ON_PAPER), "let-op"),)
    if group.reading == "whole":
        waits = group.plan.on_paper and not told.says_something
        return (Paragraph(Line(ON_PAPER), "let-op"),) if waits else ()
    missing = GONE if group.assessment else ON_PAPER if group.plan.on_paper else NO_FILE
    said = [missing if group.reading == "missing" else UNREADABLE, *([AS_BEFORE] if group.assessment else [])]
    return (Paragraph(Line(" ".join(said)), "let-op"),)


def tell_said(told: GroupTold) -> Iterator[Entry]:
    """The key question of its place, the group's answer, and what it brings back."""
    material = told.material
    if material is None:
        yield _still_to_tell(HIGHLIGHTS.values())
        return
    asked, answer = material.advice.asked, material.assessment.key_question.answer.strip()
    for number, question in enumerate(asked):
        yield Entry(QUESTION, question, LEAVES["redenen"] if number else 0)
    if answer or asked:
        yield Entry(ANSWER if asked else SAYS, answer or NOT_ANSWERED)
    if told.on_estimate:
        yield Entry(ANSWERED, told.answered, LEAVES["meer-keuzes"])
    said = {name: getattr(material.assessment.highlights, name).strip() for name in HIGHLIGHTS}
    for name, text in said.items():
        if text:
            yield Entry(HIGHLIGHTS[name], text, LEAVES["opbrengst" if name in NEWS else "beleving"])
    if open_ones := [HIGHLIGHTS[name] for name, text in said.items() if not text]:
        yield _still_to_tell(open_ones)


def _still_to_tell(questions: Iterable[str]) -> Entry:
    """What was not written down, for who tells it now; it leaves before all else."""
    return Entry(TELL, " ".join(questions), max(LEAVES.values()) + 1, noted=False)


def tell_chosen(told: GroupTold, first: int = FIRST_CHOICES) -> Iterator[Entry]:
    """What was chosen of each component, and why; the first so many stay longer than what struck the group."""
    material, number = told.material, 0
    if material is None:
        return
    for name, card in material.content.components.items():
        chosen, why = _choice(name, material)
        if chosen or why:
            leaves = 0 if number < first else LEAVES["meer-keuzes"]
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
    why = join_sentences(reasons) if len(reasons) > 1 else found.consideration.strip()
    return ". ".join(part for part in (chosen, considered and f"Overwogen: {considered}") if part), why
