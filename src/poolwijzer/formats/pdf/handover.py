"""What typst gets: the report as plain values. Texts stay texts; nothing in them is ever read as markup."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial
from typing import Any

from poolwijzer.drawing.model import Drawing
from poolwijzer.drawing.primitives import Palette
from poolwijzer.drawing.svg import draw
from poolwijzer.drawing.words import tell_drawing
from poolwijzer.formats.house_style import ENOUGH_CONTRAST, PAPER, HouseStyle, contrast
from poolwijzer.formats.pdf.letters import FAMILY, show_letters
from poolwijzer.report.model import Line, Report
from poolwijzer.report.typed_text import change_texts

TINT = 0.08
"""How much of the accent colour is in the ground of what stands out."""
LONGEST_STRING = 5000
"""In characters: PDF/A bounds the texts that stand on no page, such as properties and descriptions."""


def hand_over(report: Report, style: HouseStyle) -> dict[str, Any]:
    """A report and how it looks, in values that JSON knows."""
    tint = tint_colour(style)
    palette = Palette(ink=style.ink, accent=style.accent, chosen=tint)
    drawn = partial(draw, palette=palette, font=FAMILY, low=report.one_page)
    return {
        "family": FAMILY,
        "name": show_letters(style.name),
        "logo": _logo(style),
        "accent": style.accent,
        "ink": style.ink,
        "tint": tint,
        "title": show_letters(report.title),
        "property": _bounded(show_letters(report.title)),
        "subtitle": show_letters(report.subtitle),
        "language": report.language,
        "one_page": report.one_page,
        "date": [report.date.year, report.date.month, report.date.day],
        "sections": _plain(report.sections, drawn),
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


def _plain(value: Any, drawn: Callable[[Drawing], str]) -> Any:
    """A part of a report with the kind that it is, in one go: this runs for every text of a report."""
    kind = type(value)
    if kind is str:
        return show_letters(value)
    if kind is Line:  # most of what a report holds
        return {
            "text": show_letters(value.text),
            "notes": value.notes,
            "derived": value.derived,
            "url": show_letters(value.url),
        }
    if kind is tuple:
        return [_plain(part, drawn) for part in value]
    if kind is Drawing:
        return _drawing(change_texts(value, show_letters), drawn)
    if kind is frozenset:
        return sorted(value)
    if not dataclasses.is_dataclass(value):
        return value
    return {"kind": kind.__name__.lower(), **{name: _plain(getattr(value, name), drawn) for name in kind.__slots__}}


def _drawing(drawing: Drawing, drawn: Callable[[Drawing], str]) -> dict[str, Any]:
    return {
        "kind": "picture",
        "title": drawing.title,
        "description": drawing.description,
        "alt": _bounded("; ".join(word for word in tell_drawing(drawing) if word)),
        "svg": drawn(drawing),
    }
