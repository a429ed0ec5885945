"""*Uw keuzes en afwegingen*: what the group chose and why in its own words, and then what speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.engine.verdicts import OptionJudgement
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section
from poolwijzer.report.option_costs import cost_of
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.reasons import (
    SPEAKS_AGAINST,
    SPEAKS_FOR,
    Told,
    labelled,
    line_of,
    open_numbers,
    tell_claim,
    tell_lapsed,
    tell_reason,
)
from poolwijzer.report.typed_lines import split_considerations
from poolwijzer.report.words import STANDING_WORDS, verdict_words

ID, TITLE = "keuzes-en-afwegingen", "Uw keuzes en afwegingen"
FOR, AGAINST = "Voor", "Tegen"
WHERE = "Zet dat in het bestand, onder costs."
BOTH_SIDES, WITH_REASON = 3, 5
"""Of so many options of a component both sides are told, and of so many what decides; of more only the verdict."""


def choices(material: Material) -> Section:
    """A block for each component with a choice or a consideration; nothing where there is none."""
    parts = (
        Section(f"keuze-{name}", card.title, tuple(_component(name, material)))
        for name, card in material.content.components.items()
    )
    told = tuple(part for part in parts if part.blocks)
    return Section(ID, TITLE, (), (*told, *_under_amounts(material)))


def _under_amounts(material: Material) -> Iterator[Section]:
    """What has to be said of the amounts that were told; where there are none, what is needed for them."""
    options, facts = material.content.options, material.outcome.facts
    named = [name for name in options if facts.standing(name) is not None]
    found = [(options[name].title, cost) for name in named if (cost := cost_of(name, material.outcome))]
    if not found:
        return
    from poolwijzer.report.costs.option_words import tell_missing  # only for what shares the costs

    missing = list(tell_missing(found))
    indication = next((cost.indication for _, cost in found if cost.indication), "")
    told = [indication, *missing, WHERE if missing else ""]
    if text := " ".join(filter(None, told)):
        yield Section("keuze-bedragen", "", (Paragraph(Line(text), "stil"),))


def _component(name: str, material: Material) -> Iterator[Block]:
    choice = material.assessment.choices.get(name)
    considered, *more = (split_considerations(choice.consideration) if choice else ()) or ("",)
    if more:
        yield Paragraph(Line("Uw afwegingen"), "sterk")
        yield Bullets(tuple(map(Line, (considered, *more))))
    own = [("Uw afweging", "" if more else considered), ("Eigen keuze", "; ".join(choice.other) if choice else "")]
    rows = [(label, Line(text)) for label, text in own if text]
    named = [one for one in material.outcome.cards[name] if one.standing is not None]
    named.sort(key=lambda one: one.standing != "gekozen")
    rows += [_judged(one, material, brief=at >= BOTH_SIDES) for at, one in enumerate(named[:WITH_REASON])]
    if rest := "; ".join(with_verdict(one, material) for one in named[WITH_REASON:]):
        rows.append(("En ook", Line(rest)))
    if rows:
        yield Labelled(tuple(rows))


def _judged(found: OptionJudgement, material: Material, brief: bool) -> tuple[str, Line]:
    """How an option that was chosen or considered fits, with the strongest reason for it and against it.

    Where no rule speaks, it is what the menus say of it. In `brief` only the side that its verdict is on.
    """
    option = material.content.options[found.option]
    sides = [(FOR, SPEAKS_FOR, option.pros), (AGAINST, SPEAKS_AGAINST, option.cons)]
    if found.verdict == "minder-passend":
        sides.reverse()
    told: list[Told | None] = []
    for label, effects, claims in sides[: 1 if brief else 2]:
        reason = tell_reason(found, effects, option.title, material)
        told.append(labelled(label, reason or tell_claim(claims, option.title, material)))
    if found.better_when:
        told.append(Told(f"Past beter als {material.sentences.fill_inside(found.better_when[0])}."))
    told.append(tell_lapsed(found, material))
    cost = cost_of(found.option, material.outcome)
    if cost and cost.amounts:
        # What all pay together is the same by every key, and is told once.
        told.append(Told(material.said.rest(cost.amounts, option.title)))
    return with_verdict(found, material), line_of(told, material)


def with_verdict(found: OptionJudgement, material: Material) -> str:
    """The title of an option with whether it was chosen, its verdict, and which open questions decide that."""
    told = [STANDING_WORDS[found.standing], verdict_words(found.verdict, found.excluded)]
    asked = open_numbers(found.depends_on, material) if found.verdict == "nog-niet-te-zeggen" else ""
    return f"{material.content.options[found.option].title} ({', '.join(filter(None, (*told, asked)))})"
