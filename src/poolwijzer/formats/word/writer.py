"""A report as a Word document, in the shipped document or in a template of an organisation's own."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from textwrap import shorten
from typing import TYPE_CHECKING

from poolwijzer.drawing.primitives import GRAY, LIGHT
from poolwijzer.dutch import long_date
from poolwijzer.formats.page_fit import PICTURE, Fit, fit_page, takes_more
from poolwijzer.formats.pdf.typeface import SHIPPED
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word.body import Body, Paint
from poolwijzer.formats.word.marks import DRAFT
from poolwijzer.formats.word.parts import About
from poolwijzer.formats.word.shipped import ShippedDocument
from poolwijzer.formats.word.styles import Look, Sizes, text_width
from poolwijzer.formats.word.template import ANNEXES, BODY, CARD, words_of
from poolwijzer.report.in_words import pictures_in_words
from poolwijzer.report.model import Report, Section

if TYPE_CHECKING:
    from poolwijzer.formats.word.own.document import OwnDocument
    from poolwijzer.formats.word.text import Element

MOST_PAGES = 6
"""A report with more pages has a table of contents and running heads."""
FIRST = "kort"
"""The part of a report that is its card."""
LONGEST_HEAD, SHORTEST_HEAD = 85, 20
"""In characters: what stands above a page, and so much of a title at least."""
LOGO = 1.2
"""How high a logo is, in centimetres."""


def render(report: Report, theme: Theme | None = None) -> bytes:
    """The report as a Word document.

    Args:
        report: What it says.
        theme: A house style for the shipped document, or a template to use instead of that.

    Raises:
        InputError: the own template or the logo cannot be used.
    """
    theme = theme or Theme()
    long = not report.pages and takes_more(report, MOST_PAGES)
    values = _values_of(report, theme)
    if theme.template is not None:
        return _render_in_own(theme.template, values, report, theme, long=long)
    logo = theme.style is not None and bool(theme.style.logo)
    fit = fit_page(report, LOGO if logo else 0.0)
    look = look_of(theme, fit.sizes)
    document = ShippedDocument(look, words_of(values), running=long)
    if theme.style and logo:
        document.put_logo(theme.style, LOGO, first=long)
    parts, body = _written(document, fit, look, theme, long=long)
    text = document.lay_out(parts, body.columns)
    return document.finish(text, _about(report, theme), draft=theme.draft, in_gray=theme.gray)


def _render_in_own(template: bytes, values: dict[str, str], report: Report, theme: Theme, *, long: bool) -> bytes:
    """The report in a template of an organisation's own, which keeps its sizes, and what stands above its pages."""
    from poolwijzer.formats.word.own.document import OwnDocument

    document = OwnDocument(template, values)
    fit = fit_page(report, own=document.sizes)
    look = look_of(theme, fit.sizes)
    document.add_own_styles(look)
    parts, body = _written(document, fit, look, theme, long=long)
    document.lay_out(parts, body.columns)
    return document.finish(_about(report, theme), draft=theme.draft, in_gray=theme.gray)


def _written(
    document: ShippedDocument | OwnDocument, fit: Fit, look: Look, theme: Theme, *, long: bool
) -> tuple[dict[str, list[Element]], Body]:
    """The parts of a report as they go into a document, by where they go."""
    report = _with_words(fit.report)
    body = Body(document, report.sections, _paint(document, look, theme, of_a_page=bool(report.pages)))
    made = {name: body.elements(sections) for name, sections in _parts_of(report).items()}
    # What stands on pages of their own is found by leafing, and the list of it would push away what comes first.
    by_page = any(section.begins == "one-page" for section in report.sections)
    if long and not by_page and not document.has_contents:
        made[BODY] = [*body.contents(chain.from_iterable(made.values())), *made[BODY]]
    return made, body


def _about(report: Report, theme: Theme) -> About:
    """What the file of a report says of itself; a draft says that it is one."""
    whose = theme.style.name if theme.style else ""
    return About(f"{_with_kind(report.title, report)}{' (concept)' * theme.draft}", report.subtitle, whose, report.date)


def look_of(theme: Theme, sizes: Sizes) -> Look:
    """The colours of the house style, and these sizes."""
    style = theme.style
    return Look(accent=style.accent, ink=style.ink, sizes=sizes) if style else Look(sizes=sizes)


def _with_words(report: Report) -> Report:
    """A report with all that its pictures tell in words behind it, where the number of pages is free."""
    words = pictures_in_words(() if report.pages else report.sections)
    return replace(report, sections=(*report.sections, words)) if words.blocks else report


def _values_of(report: Report, theme: Theme) -> dict[str, str]:
    """What comes in each field of text."""
    organisation = theme.style.name if theme.style else ""
    most = max(LONGEST_HEAD - len(organisation) - len(report.kind), SHORTEST_HEAD)
    title = shorten(report.title, most, placeholder=" …")
    if title == " …":  # of one long word
        title = f"{report.title[:most]} …"
    return {
        "titel": report.title,
        "ondertitel": report.subtitle,
        "datum": long_date(report.date),
        "soort": report.kind,
        "kop": _with_kind(title, report),
        "organisatie": organisation,
        "concept": DRAFT if theme.draft else "",
    }


def _with_kind(title: str, report: Report) -> str:
    return f"{title}: {report.kind}" if report.kind else title


def _parts_of(report: Report) -> dict[str, tuple[Section, ...]]:
    """The parts of a report that a template has places for; the card is what it begins with, where there is more."""
    first = report.sections[:1] if report.sections[:1] and report.sections[0].id == FIRST else ()
    annexes = tuple(section for section in report.sections if section.annex)
    rest = tuple(section for section in report.sections[len(first) :] if not section.annex)
    found = {CARD: first, BODY: rest, ANNEXES: annexes}
    return {name: sections for name, sections in found.items() if sections or name == BODY}


def _paint(document: ShippedDocument | OwnDocument, look: Look, theme: Theme, *, of_a_page: bool) -> Paint:
    """What pictures are drawn with; at most as wide as the text of the narrowest part of the document."""
    palette = GRAY if theme.gray else replace(LIGHT, accent=look.accent, ink=look.ink)
    width = document.width or text_width(look.sizes) / 20
    share = PICTURE if of_a_page else 1.0
    return Paint(palette, document.family, theme.typeface or SHIPPED, width, share, not of_a_page)
