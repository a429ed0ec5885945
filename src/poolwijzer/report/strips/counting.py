"""How the strips were counted and divided, and what still has to be set."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.costs.strips.card_values import StripCard
from poolwijzer.dutch import euros, short_number, short_percentage
from poolwijzer.report.costs.words import indication, key_title, what_is_needed, where_to_set
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section
from poolwijzer.report.strips.material import StripMaterial
from poolwijzer.report.strips.words import (
    tell_hours,
    tell_strips,
    what_strips_need,
    where_strips_are_set,
)

TITLE, NEEDED = "Hoe de strippen zijn geteld", "Wat er nog nodig is"


def needed(material: StripMaterial) -> Section:
    """What has to be set before there is a balance, and where."""
    needs = [(what_strips_need(one.kind), where_strips_are_set(one.kind)) for one in material.year.needs]
    needs += [(what_is_needed(one), where_to_set(one)) for one in material.card.key_needs]
    told = tuple(dict.fromkeys(f"{what} ({where})" for what, where in needs))
    if not told:
        return Section("nodig", NEEDED)
    return Section(
        "nodig",
        NEEDED,
        (
            Paragraph(Line("De stand is nog niet te geven. In het bestand van het initiatief ontbreekt:"), "let-op"),
            Bullets(tuple(map(Line, told))),
            *([Paragraph(Line(_years(material)))] if any(one.kind == "year" for one in material.year.needs) else []),
        ),
    )


def _years(material: StripMaterial) -> str:
    years = ", ".join(str(year) for year in material.costs.years)
    return f"U vraagt {material.card.year}. In het bestand staat: years: [{years}]. Kies een ander jaar met --year."


def counting(material: StripMaterial) -> Section:
    """Every figure that was counted with, and how the strips were divided."""
    rows = tuple(_rows(material.card, material))
    if not rows:
        return Section("telling", TITLE)
    blocks: list[Block] = [Labelled(tuple((label, Line(text)) for label, text in rows))]
    if material.card.shares:
        step = material.card.step
        what = "hele strippen" if step == 1 else f"stappen van {tell_strips(step)}"
        rounded = f"De strippen zijn verdeeld in {what}. Wat overblijft, gaat naar de grootste resten."
        blocks.append(Paragraph(Line(f"{rounded} Zo zijn alle delen samen precies het geheel.")))
    blocks.append(Paragraph(Line(indication(one.member for one in material.card.shares)), "stil"))
    return Section("telling", TITLE, tuple(blocks))


def _rows(card: StripCard, material: StripMaterial) -> Iterator[tuple[str, str]]:
    if card.budget is not None:
        yield "Geld voor strippen", f"{euros(card.budget)} in {card.year}"
    if card.price is not None:
        hours = f", voor {tell_hours(card.hours)}" if card.hours else ""
        yield "Een strip kost", f"{euros(card.price)}{hours}"
    if card.price_per_hour is not None:
        yield "Een uur kost dan", euros(card.price_per_hour)
    if card.total:
        yield "Alle strippen", short_number(card.total)
    if card.undivided:
        yield "Blijft over", f"{euros(card.undivided)}. Dat is te weinig voor nog een strip."
    if card.strips_per_fte is not None and card.hours_per_fte is not None:
        whole = f"{tell_hours(card.hours_per_fte)} in een jaar, dus {tell_strips(card.strips_per_fte)}"
        yield "Een hele baan", whole
    if card.fte is not None and card.total:
        yield "Alle strippen zijn", f"{short_number(card.fte)} hele banen (fte)"
    if card.joint_part is not None:
        yield "Voor iedereen samen", f"{short_percentage(card.joint_part)}: {tell_strips(card.joint)}"
    if key := card.key or material.costs.key:
        how = "" if card.key else " (zoals de kosten)"
        yield "Verdeeld naar", f"{key_title(key.kind, material.content)}{how}"
    if card.carry_over is not None:
        yield (
            "Meenemen",
            f"Ten hoogste {short_percentage(card.carry_over)} van de eigen strippen gaat mee naar het volgende jaar.",
        )
    if card.total:
        yield "Goed gesprek", f"Bij {short_percentage(card.signal)} van wat een gemeente mag gebruiken."
