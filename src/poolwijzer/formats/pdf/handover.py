"""What typst gets: the report as plain values. Texts stay texts; nothing in them is ever read as markup."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial
from typing import Any

from poolwijzer.drawing.charts import Bars, Grid, Road, Scales
from poolwijzer.drawing.model import Drawing
from poolwijzer.drawing.primitives import Palette
from poolwijzer.drawing.svg import change_lines, draw, drawn_lines
from poolwijzer.formats.house_style import ENOUGH_CONTRAST, PAPER, HouseStyle, contrast
from poolwijzer.formats.pdf.letters import change_odd
from poolwijzer.formats.pdf.typeface import SHIPPED, Typeface
from poolwijzer.report.in_words import pictures_in_words
from poolwijzer.report.model import Beside, Line, Report
from poolwijzer.report.texts import table_of, texts_of
from poolwijzer.report.typed_text import change_texts

TINT = 0.08
"""How much of the accent colour is in the ground of what stands out."""
BREADTH = 498.0
"""Of the text on a page, in points, as the template has it; less by two `WIDER_MARGIN` where there are more pages."""
WIDER_MARGIN = 14.0
BETWEEN = 16.0
"""What stands beside each other."""
LONGEST_STRING = 5000
"""In characters: PDF/A bounds the texts that stand on no page, such as properties and descriptions."""


def hand_over(
    report: Report, style: HouseStyle, typeface: Typeface = SHIPPED, *, draft: bool = False, careful: bool = False
) -> dict[str, Any]:
    """A report and how it looks, in values that JSON knows.

    Args:
        report: What it says.
        style: In which colours, and of whom.
        typeface: In which letters; what these cannot show is told by number.
        draft: Whether every page is marked as a draft.
        careful: Whether a drawing gets only what can be drawn in any drawing.
    """
    sections = report.sections
    if not report.pages and (words := pictures_in_words(sections)).blocks:
        sections = (*sections, words)
    typeface.learn((report.title, report.subtitle, style.name, *texts_of(sections)))
    show, tint = typeface.show, tint_colour(style)
    palette = Palette(ink=style.ink, accent=style.accent, chosen=tint)
    drawn = partial(draw, palette=palette, font=typeface.family)
    picture = partial(_drawing, typeface=typeface, drawn=drawn, careful=careful)
    name = f"{report.title}: {report.kind}" if report.kind else report.title
    return {
        "family": typeface.family,
        "bullet": "•" if show("•") == "•" else "-",
        "name": show(style.name),
        "logo": _logo(style),
        "accent": style.accent,
        "ink": style.ink,
        "tint": tint,
        "title": show(report.title),
        "property": _bounded(show(name)) + " (concept)" * draft,
        "author": _bounded(show(style.name)),
        "subtitle": show(report.subtitle),
        "language": report.language,
        "pages": report.pages,
        "draft": draft,
        "date": [report.date.year, report.date.month, report.date.day],
        "sections": _plain(sections, show, picture, BREADTH if report.pages else BREADTH - 2 * WIDER_MARGIN),
    }


def tint_colour(style: HouseStyle) -> str:
    """A light ground in the accent colour; white where text would not be readable enough on it."""
    parts = [int(style.accent[at : at + 2], 16) for at in (1, 3, 5)]
    tint = "#" + "".join(f"{round(255 - (255 - part) * TINT):02x}" for part in parts)
    readable = all(contrast(colour, tint) >= ENOUGH_CONTRAST for colour in (style.ink, style.accent))
    return tint if readable else PAPER


def _bounded(text: str) -> str:
    return text if len(text) <= LONGEST_STRING else f"{text[:LONGEST_STRING]} …"


def _logo(style: HouseStyle) -> dict[str, Any] | None:
    """The logo as numbers, since JSON has no bytes."""
    if not style.logo:
        return None
    return {"bytes": list(style.logo), "format": style.logo_type.split("/")[1].split("+")[0].replace("jpeg", "jpg")}


def _plain(value: Any, show: Callable[[str], str], picture: Callable[..., dict[str, Any]], breadth: float) -> Any:
    """A part of a report with the kind that it is, in one go: this runs for every text of a report.

    Args:
        value: The part.
        show: Writes a text as it can be printed.
        picture: Draws a picture for the breadth that it gets.
        breadth: What there is, in points.
    """
    kind = type(value)
    if kind is str:
        return show(value)
    if kind is Line:  # most of what a report holds
        return {"text": show(value.text), "notes": value.notes, "derived": value.derived, "url": show(value.url)}
    if kind is tuple:
        return [_plain(part, show, picture, breadth) for part in value]
    if kind in (Scales, Grid, Bars, Road):
        return _plain(table_of(value), show, picture, breadth)
    if kind is Drawing:
        return picture(value, breadth)
    if kind is frozenset:
        return sorted(value)
    if not dataclasses.is_dataclass(value):
        return value
    if kind is Beside:
        breadth = (breadth - BETWEEN) / 2
    fields = {name: _plain(getattr(value, name), show, picture, breadth) for name in kind.__slots__}
    return {"kind": kind.__name__.lower(), **fields}


def _drawing(
    drawing: Drawing, breadth: float, typeface: Typeface, drawn: Callable[..., str], *, careful: bool
) -> dict[str, Any]:
    shown, drawn = change_texts(drawing, typeface.show), partial(drawn, breadth=breadth)
    return {
        "kind": "picture",
        "title": shown.title,
        "alt": _bounded(shown.description),
        "svg": _drawable(shown, typeface, drawn) if careful else change_lines(drawn(shown), typeface.show),
    }


def _drawable(drawing: Drawing, typeface: Typeface, drawn: Callable[[Drawing], str]) -> str:
    """A drawing with every line of it tried: other letters make other lines, so until nothing new is refused.

    What a line was broken off before, or got behind it, is no letter of the drawing; it is changed in the line itself.
    """
    instead: dict[str, str] = {}

    def write(text: str) -> str:
        return change_odd(text, lambda one: instead.get(one, one))

    while True:
        svg = change_lines(drawn(change_texts(drawing, write)), typeface.show)
        lines = sorted(set(drawn_lines(svg)))
        more = {one: way for line in lines for one, way in typeface.refused_in(line).items()}
        if more.keys() <= instead.keys():
            return change_lines(svg, write)
        instead.update(more)
