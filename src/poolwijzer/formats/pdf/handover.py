"""What typst gets: the report as plain values. Texts stay texts; nothing in them is ever read as markup."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from poolwijzer.drawing.primitives import Palette
from poolwijzer.formats.house_style import ENOUGH_CONTRAST, PAPER, HouseStyle, contrast
from poolwijzer.formats.pdf.plain import LONGEST_STRING, Plain
from poolwijzer.formats.pdf.typeface import SHIPPED, Typeface
from poolwijzer.report.handout.model import Handout
from poolwijzer.report.in_words import pictures_in_words
from poolwijzer.report.leaving_out import count_least, count_least_of, leave_out, shorten_section
from poolwijzer.report.model import Report, Section
from poolwijzer.report.slides.model import Slides
from poolwijzer.report.texts import count_sources, texts_of

TINT = 0.08
"""How much of the accent colour is in the ground of what stands out."""
BREADTH, NARROWER = 498.0, 470.0
"""Of the text on a page, in points, as the template has it: where pages are counted, and where they are not."""


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
    versions = _versions(report)
    typeface.learn((report.title, report.subtitle, report.more, style.name, *texts_of(versions[0])))
    show = typeface.show
    name = f"{report.title}: {report.kind}" if report.kind else report.title
    plain = Plain(typeface, palette_of(style), careful=careful)
    part_of = partial(plain.of, breadth=BREADTH if report.pages else NARROWER)
    return {
        **common_values(report, name, style, typeface, draft=draft),
        "bullet": "•" if show("•") == "•" else "-",
        "pages": report.pages,
        "sources": count_sources(report.sections),
        "versions": [[_in_plain(part, part_of, report.more) for part in sections] for sections in versions],
        "pictures": plain.pictures,
    }


def _in_plain(section: Section, part_of: Callable[[Section], dict[str, Any]], more: str) -> dict[str, Any]:
    """A section, and where it has to fit on a page of its own also with ever less in it."""
    shown = part_of(section)
    if section.begins == "one-page":
        shorter = (shorten_section(section, number, more) for number in range(1, count_least_of(section) + 1))
        shown["shorter"] = [part_of(one) for one in shorter]
    return shown


def common_values(
    made: Report | Handout | Slides, name: str, style: HouseStyle, typeface: Typeface, *, draft: bool
) -> dict[str, Any]:
    """What every template asks for; `name` is what the document calls itself among others."""
    show = typeface.show
    return {
        "family": typeface.family,
        "name": show(style.name),
        "logo": _logo(style),
        "accent": style.accent,
        "ink": style.ink,
        "tint": tint_colour(style),
        "title": show(made.title),
        "property": _bounded(show(name)) + " (concept)" * draft,
        "author": _bounded(show(style.name)),
        "subtitle": show(made.subtitle),
        "language": made.language,
        "draft": draft,
        "date": [made.date.year, made.date.month, made.date.day],
    }


def palette_of(style: HouseStyle) -> Palette:
    """In which colours pictures are drawn."""
    return Palette(ink=style.ink, accent=style.accent, chosen=tint_colour(style))


def _versions(report: Report) -> list[tuple[Section, ...]]:
    """The sections of a report, from all of them to the fewest where it has to fit on its pages."""
    if report.pages:
        return [leave_out(report, number).sections for number in range(count_least(report) + 1)]
    words = pictures_in_words(report.sections)
    return [(*report.sections, words) if words.blocks else report.sections]


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
