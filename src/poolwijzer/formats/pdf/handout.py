"""Writing sheets for the table as a PDF, with the same letters, colours and standards as a report."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from poolwijzer.dutch import long_date
from poolwijzer.formats.house_style import HouseStyle
from poolwijzer.formats.pdf.handover import common_values, palette_of
from poolwijzer.formats.pdf.plain import Plain
from poolwijzer.formats.pdf.typeface import Typeface
from poolwijzer.formats.pdf.writer import lay_out
from poolwijzer.formats.registry import Theme
from poolwijzer.report.handout.model import Handout, Paper, texts_of

TEMPLATE = Path(__file__).parent / "handout.typ"
BREADTHS: dict[Paper, float] = {"a3": 1122.5, "a4": 793.7}
"""Of what stands on a sheet, in points: its longer side without the margins that the template has."""


def render_sheets(handout: Handout, theme: Theme) -> bytes:
    """The sheets as a PDF.

    Raises:
        InputError: the logo of the house style is no picture that a PDF can hold.
    """
    return lay_out(partial(_hand_over, handout), TEMPLATE, theme)


def _hand_over(
    handout: Handout, style: HouseStyle, typeface: Typeface, *, draft: bool, careful: bool
) -> dict[str, Any]:
    """The sheets and how they look, in values that JSON knows."""
    typeface.learn((style.name, *texts_of(handout)))
    name = f"{handout.title}: {handout.about}" if handout.about else handout.title
    plain = Plain(typeface, palette_of(style), careful=careful)
    sheets = plain.of(handout.sheets, BREADTHS[handout.paper])
    return {
        **common_values(handout, name, style, typeface, draft=draft),
        "paper": handout.paper,
        "group": typeface.show(handout.group),
        "day": long_date(handout.date),
        "pages": 0,
        "sources": 0,
        "sheets": sheets,
        "pictures": plain.pictures,
    }
