"""A report as a Word document, in the shipped template or an organisation's own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from textwrap import shorten
from typing import TYPE_CHECKING

from poolwijzer.drawing.primitives import GRAY, LIGHT
from poolwijzer.dutch import long_date
from poolwijzer.formats.archive import repack_bytes
from poolwijzer.formats.logo.compiler import to_pixels
from poolwijzer.formats.page_fit import PICTURE, SHARES, Fit, count_pages, fit_page
from poolwijzer.formats.pdf.typeface import SHIPPED
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word.properties import speak_dutch, tell_properties
from poolwijzer.formats.word.reading import family_of, has_contents, sizes_of, width_of
from poolwijzer.formats.word.styles import Look, Sizes, W, make_own_styles, text_width
from poolwijzer.formats.word.template import ANNEXES, BODY, CARD, make_template
from poolwijzer.formats.word.template_check import open_template
from poolwijzer.formats.word.template_fill import fill_template, take_out
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.in_words import pictures_in_words
from poolwijzer.report.model import Report, Section

if TYPE_CHECKING:
    from datetime import date

    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P
    from docx.section import _Header

    from poolwijzer.formats.house_style import HouseStyle
    from poolwijzer.formats.word.body import Paint

MOST_PAGES = 6
"""A report with more pages has a table of contents and running heads."""
FIRST = "kort"
"""The part of a report that is its card."""
LONGEST_HEAD, SHORTEST_HEAD = 85, 20
"""In characters: what stands above a page, and so much of a title at least."""
LOGO = 1.2
"""How high a logo is, in centimetres."""
OWN_TEMPLATE = "sjabloon"
"""What an organisation's own template is called in messages, where nobody knows its file any more."""


def render(report: Report, theme: Theme | None = None) -> bytes:
    """The report as a Word document.

    Args:
        report: What it says.
        theme: A house style for the shipped template, or a template to use instead of that.

    Raises:
        InputError: the own template or the logo cannot be used.
    """
    from poolwijzer.formats.word.body import Body
    from poolwijzer.formats.word.columns import set_columns
    from poolwijzer.formats.word.marks import DRAFT

    theme = theme or Theme()
    long = not report.pages and count_pages(report) > MOST_PAGES
    fit, document, places = _open(report, theme, _words_of(report, theme, DRAFT), running=long)
    report = _with_words(fit.report)
    look = look_of(theme, fit.sizes)
    _add_own_styles(document, look)
    if theme.template is None and theme.style and theme.style.logo:
        put_logo(document, theme.style)
    parts = _parts_of(report)
    for name in places.keys() - parts.keys():
        take_out(places.pop(name))
    body = Body(document, report.sections, _paint(document, look, theme, of_a_page=bool(report.pages)))
    made = {name: body.elements(sections) for name, sections in parts.items()}
    # What stands on pages of their own is found by leafing, and the list of it would push away what comes first.
    by_page = any(section.begins == "one-page" for section in report.sections)
    if long and not by_page and not has_contents(document):
        made[BODY] = [*body.contents(chain.from_iterable(made.values())), *made[BODY]]
    for name, elements in made.items():
        for element in elements:
            places.get(name, places[BODY]).addprevious(element)
    for place in places.values():
        take_out(place)
    for columns in body.columns:
        set_columns(columns, SHARES)
    return finish(document, _with_kind(report.title, report), report.subtitle, report.date, theme)


def finish(document: Document, title: str, subtitle: str, on: date, theme: Theme) -> bytes:
    """A document as bytes, the same for the same input: in Dutch, and marked or in grey if asked.

    Args:
        document: All that stands in it.
        title: What it is called; a draft says that it is one.
        subtitle: What it is about.
        on: The day of it, which stands for every moment in the file.
        theme: How it is to look, and whose it is.
    """
    from poolwijzer.formats.word.marks import mark_as_draft, take_colours_out

    speak_dutch(document)
    whose = theme.style.name if theme.style else ""
    tell_properties(document, f"{title}{' (concept)' * theme.draft}", subtitle, whose, on)
    if theme.draft:
        mark_as_draft(document)
    if theme.gray:
        take_colours_out(document)
    packed = io.BytesIO()
    document.save(packed)
    return repack_bytes(packed.getvalue(), on)


def _open(
    report: Report, theme: Theme, words: dict[str, str], *, running: bool
) -> tuple[Fit, Document, dict[str, CT_P]]:
    """What of a report stays, and the document that it comes in: an own template, or the shipped one in its sizes."""
    if theme.template is not None:
        own = fill_template(open_template(theme.template, OWN_TEMPLATE).data, words, OWN_TEMPLATE)
        return fit_page(report, own=sizes_of(own.document)), own.document, own.places
    fit = fit_page(report, LOGO if theme.style and theme.style.logo else 0.0)
    template = make_template(look_of(theme, fit.sizes), running=running)
    made = fill_template(template, words, OWN_TEMPLATE)
    return fit, made.document, made.places


def look_of(theme: Theme, sizes: Sizes) -> Look:
    """The colours of the house style, and these sizes."""
    style = theme.style
    return Look(accent=style.accent, ink=style.ink, sizes=sizes) if style else Look(sizes=sizes)


def _with_words(report: Report) -> Report:
    """A report with all that its pictures tell in words behind it, where the number of pages is free."""
    words = pictures_in_words(() if report.pages else report.sections)
    return replace(report, sections=(*report.sections, words)) if words.blocks else report


def _words_of(report: Report, theme: Theme, draft: str) -> dict[str, str]:
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
        "concept": draft if theme.draft else "",
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


def _paint(document: Document, look: Look, theme: Theme, *, of_a_page: bool) -> Paint:
    """What pictures are drawn with; at most as wide as the text of the narrowest part of the document."""
    from poolwijzer.formats.word.body import Paint

    palette = GRAY if theme.gray else replace(LIGHT, accent=look.accent, ink=look.ink)
    width = width_of(document) or text_width(look.sizes) / 20
    share = PICTURE if of_a_page else 1.0
    return Paint(palette, family_of(document), theme.typeface or SHIPPED, width, share, not of_a_page)


def _add_own_styles(document: Document, look: Look) -> None:
    """What no Word document has of itself; in an own template in the letters of its running text."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml

    known = {style.name.casefold() for style in document.styles}
    base = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    for name, style in make_own_styles(look, base.style_id if base is not None else "Normal").items():
        if name.casefold() not in known:
            document.styles.element.append(parse_xml(style.replace("<w:style ", f"<w:style {W} ", 1)))


def _headers_of(document: Document) -> Iterator[_Header]:
    """What stands above the pages of the shipped template."""
    yield document.sections[0].header
    if document.sections[0].different_first_page_header_footer:
        yield document.sections[0].first_page_header


def put_logo(document: Document, style: HouseStyle, height: float = LOGO) -> None:
    """At the right above every page, after the name, so many centimetres high.

    Raises:
        InputError: it is no picture that Word can show.
    """
    from docx.shared import Cm

    try:
        kind = style.logo_type.removeprefix("image/").partition("+")[0]
        logo = style.pixels or (style.logo if kind == "png" else to_pixels(style.logo, kind.replace("jpeg", "jpg")))
        runs = [header.paragraphs[0].add_run("\t") for header in _headers_of(document)]
        for run in runs:
            run.add_picture(io.BytesIO(logo), height=Cm(height))
    except Exception:
        # The file is anybody's, and what the libraries raise on a broken one has no end.
        message = "Het logo is geen plaatje dat in een Word-document kan."
        raise InputError(Problem("huisstijl", message, "Bewaar het opnieuw als .png.")) from None
    for properties in (found for run in runs for found in run._r.xpath(".//wp:docPr")):
        properties.set("descr", f"Logo van {style.name}")
