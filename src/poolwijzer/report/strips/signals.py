"""Who used much more than their own strips: there a good conversation is due, and no bill."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from poolwijzer.costs.strips.values import StripBalance
from poolwijzer.dutch import join_some, percentage, short_number, short_percentage
from poolwijzer.report.model import Block, Bullets, Line, Paragraph, Section
from poolwijzer.report.strips.material import StripMaterial
from poolwijzer.report.strips.words import tell_strips

TITLE = "Tijd voor een goed gesprek"
RULE = "goed-gesprek"
"""The option of the menu card that tells of it."""


def signals(material: StripMaterial) -> Section:
    """Each municipality above the bound, with its numbers; and whose strips nobody used yet."""
    return Section("goed-gesprek", TITLE if _due(material) else "", tuple(_signals(material)) if material.known else ())


def _due(material: StripMaterial) -> list[StripBalance]:
    return [one for one in material.balances if one.signal]


def _signals(material: StripMaterial) -> Iterator[Block]:
    bound = short_percentage(material.card.signal)
    due = _due(material)
    if due:
        yield Bullets(tuple(Line(tell_signal(one)) for one in due))
        yield Paragraph(Line(f"Het signaal komt bij {bound} van wat een gemeente mag gebruiken."))
        if option := material.content.options.get(RULE):
            yield Paragraph(material.notes.line(option.summary, option))
    elif any(one.used for one in material.balances):
        who = "Geen gemeente zit" if not material.only else f"{material.only} zit niet"
        yield Paragraph(Line(f"{who} boven de grens voor een goed gesprek. Die is {bound} van wat zij mag gebruiken."))
    idle = [one.municipality for one in material.balances if one.share and not one.used and not one.planned]
    if idle and len(idle) < len(material.balances):
        yield Paragraph(Line(f"Nog niets gebruikt: {join_some(idle)}."))


def tell_signal(one: StripBalance) -> str:
    """Why a good conversation is due with a municipality, with its numbers."""
    if one.signal == "forecast" and one.forecast is not None:
        used, how = one.forecast, "in dit tempo gebruikt zij aan het eind van het jaar"
    else:
        used, how = one.used, "zij gebruikte"
    of = tell_strips(max(one.available, Fraction()))
    return f"{one.municipality}: {how} {short_number(used)} van {of}{_in_percents(used, one)}."


def _in_percents(strips: Fraction, one: StripBalance) -> str:
    return f" ({percentage(strips / one.available)})" if one.available > 0 else ""
