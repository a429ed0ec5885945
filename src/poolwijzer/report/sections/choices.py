"""*Uw keuzes en afwegingen*: what the group chose and why in its own words, and then what speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.content.component import Option
from poolwijzer.dutch import capitalise
from poolwijzer.engine.verdicts import OptionJudgement
from poolwijzer.report.model import Block, Labelled, Line, Section
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.reasons import (
    SPEAKS_AGAINST,
    SPEAKS_FOR,
    Told,
    labelled,
    line_of,
    open_numbers,
    tell_claim,
    tell_reason,
)
from poolwijzer.report.words import STANDING_WORDS, verdict_words

ID, TITLE = "keuzes-en-afwegingen", "Uw keuzes en afwegingen"
FOR, AGAINST = "Voor", "Tegen"


def choices(material: Material) -> Section:
    """A block for each component with a choice or a consideration; nothing where there is none."""
    parts = (
        Section(f"keuze-{name}", card.title, tuple(_component(name, material)))
        for name, card in material.content.components.items()
    )
    return Section(ID, TITLE, (), tuple(part for part in parts if part.blocks))


def _component(name: str, material: Material) -> Iterator[Block]:
    choice = material.assessment.choices.get(name)
    own = [("Uw afweging", choice.consideration), ("Eigen keuze", "; ".join(choice.other))] if choice else []
    rows = [(label, Line(text)) for label, text in own if text]
    options = material.content.components[name].options
    for standing in ("gekozen", "overwogen"):
        for found in material.outcome.cards[name]:
            if found.standing == standing:
                rows.append((options[found.option].title, _judged(found, options[found.option], material)))
    if rows:
        yield Labelled(tuple(rows))


def _judged(found: OptionJudgement, option: Option, material: Material) -> Line:
    """How an option that was chosen or considered fits, with the strongest reason for it and against it.

    Where no rule speaks, it is what the menus say of it.
    """
    title = option.title
    told = f"{capitalise(STANDING_WORDS[found.standing])}, {verdict_words(found.verdict, found.excluded)}."
    speaks_for = tell_reason(found, SPEAKS_FOR, title, material) or tell_claim(option.pros, title, material)
    against = tell_reason(found, SPEAKS_AGAINST, title, material) or tell_claim(option.cons, title, material)
    reasons = [labelled(FOR, speaks_for), labelled(AGAINST, against)]
    if found.verdict == "minder-passend":
        reasons.reverse()
    return line_of((told, *reasons, _could_change(found, material)), material)


def _could_change(found: OptionJudgement, material: Material) -> Told | None:
    """What would make it fit better, or settle how it fits."""
    if found.better_when:
        return Told(f"Past beter als {material.sentences.fill_inside(found.better_when[0])}.")
    asked = open_numbers(found.depends_on, material) if found.verdict == "nog-niet-te-zeggen" else ""
    return Told(f"Dit hangt af van {asked}.") if asked else None
