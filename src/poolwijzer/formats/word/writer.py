"""A report as a Word document, in the shipped template or an organisation's own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from itertools import chain
from textwrap import shorten
from typing import TYPE_CHECKING

from poolwijzer.drawing.primitives import GRAY, LIGHT
from poolwijzer.dutch import long_date
from poolwijzer.formats.archive import EARLIEST, repack_bytes
from poolwijzer.formats.logo.compiler import to_pixels
from poolwijzer.formats.page_fit import PICTURE, SHARES, count_pages, find_page_starts, fit_page
from poolwijzer.formats.pdf.typeface import SHIPPED
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word.styles import FONT, LANGUAGE, Look, W, make_own_styles, text_width
from poolwijzer.formats.word.template import ANNEXES, BODY, CARD, make_template
from poolwijzer.formats.word.template_check import open_template
from poolwijzer.formats.word.template_fill import fill_template, take_out
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.in_words import pictures_in_words
from poolwijzer.report.model import Report, Section

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
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
LONGEST_PROPERTY = 255
"""How many characters Word keeps of a property of a document."""
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
    from poolwijzer.formats.word.marks import DRAFT, mark_as_draft, take_colours_out

    theme = theme or Theme()
    style = theme.style
    has_logo = theme.template is None and style is not None and bool(style.logo)
    fit = fit_page(report, LOGO if has_logo else 0.0)
    report = _with_words(fit.report)
    look = Look(sizes=fit.sizes)
    if style:
        look = replace(look, accent=style.accent, ink=style.ink)
    long = not report.pages and count_pages(report) > MOST_PAGES
    if theme.template is None:
        template = make_template(look, running=long)
    else:
        template = open_template(theme.template, OWN_TEMPLATE).data
    parts = _parts_of(report)
    document, places, _ = fill_template(template, _words_of(report, theme, DRAFT), OWN_TEMPLATE, parts)
    _add_own_styles(document, look)
    if has_logo and style:
        _put_logo(document, style)
    body = Body(
        document, report.sections, find_page_starts(report), _paint(document, look, theme, of_a_page=bool(report.pages))
    )
    made = {name: body.elements(sections) for name, sections in parts.items()}
    if long and not _has_contents(document):
        made[BODY] = [*body.contents(chain.from_iterable(made.values())), *made[BODY]]
    for name, elements in made.items():
        for element in elements:
            places.get(name, places[BODY]).addprevious(element)
    for place in places.values():
        take_out(place)
    for columns in body.columns:
        set_columns(columns, SHARES)
    _speak_dutch(document)
    _tell_properties(document, report, theme)
    if theme.draft:
        mark_as_draft(document)
    if theme.gray:
        take_colours_out(document)
    packed = io.BytesIO()
    document.save(packed)
    return repack_bytes(packed.getvalue(), report.date)


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
    from docx.shared import Emu

    from poolwijzer.formats.word.body import Paint

    widths = [
        Emu(section.page_width - section.left_margin - section.right_margin)
        for section in document.sections
        if section.page_width and section.left_margin is not None and section.right_margin is not None
    ]
    palette = GRAY if theme.gray else replace(LIGHT, accent=look.accent, ink=look.ink)
    width = min(widths).pt if widths else text_width(look.sizes) / 20
    return Paint(
        palette, _family(document), theme.typeface or SHIPPED, width, PICTURE if of_a_page else 1.0, not of_a_page
    )


def _family(document: Document) -> str:
    """The letters of running text; those of the shipped template where the document does not say."""
    named = document.styles.element.xpath(
        "./w:style[@w:type='paragraph'][@w:default='1']/w:rPr/w:rFonts/@w:ascii"
        " | ./w:docDefaults/w:rPrDefault/w:rPr/w:rFonts/@w:ascii"
    )
    return str(named[-1]) if named else FONT


def _has_contents(document: Document) -> bool:
    """Whether the template has a table of contents of its own."""
    codes = document.element.body.xpath(".//w:instrText/text() | .//w:fldSimple/@w:instr")
    return any(code.split()[:1] == ["TOC"] for code in codes)


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


def _put_logo(document: Document, style: HouseStyle) -> None:
    """At the right above every page, after the name.

    Raises:
        InputError: it is no picture that Word can show.
    """
    from docx.shared import Cm

    try:
        kind = style.logo_type.removeprefix("image/").partition("+")[0]
        logo = style.pixels or (style.logo if kind == "png" else to_pixels(style.logo, kind.replace("jpeg", "jpg")))
        runs = [header.paragraphs[0].add_run("\t") for header in _headers_of(document)]
        for run in runs:
            run.add_picture(io.BytesIO(logo), height=Cm(LOGO))
    except Exception:
        # The file is anybody's, and what the libraries raise on a broken one has no end.
        message = "Het logo is geen plaatje dat in een Word-document kan."
        raise InputError(Problem("huisstijl", message, "Bewaar het opnieuw als .png.")) from None
    for properties in (found for run in runs for found in run._r.xpath(".//wp:docPr")):
        properties.set("descr", f"Logo van {style.name}")


def _speak_dutch(document: Document) -> None:
    """Say of all text in the document that it is Dutch, for spelling and for who listens to it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = document.styles.element
    defaults = element.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = OxmlElement("w:docDefaults")
        element.insert(0, defaults)
    letters = _within(_within(defaults, "w:rPrDefault"), "w:rPr")
    _within(letters, "w:lang").set(qn("w:val"), LANGUAGE)
    for style in document.styles:
        for language in style.element.xpath("./w:rPr/w:lang[@w:val]"):
            language.set(qn("w:val"), LANGUAGE)


def _within(parent: BaseOxmlElement, tag: str) -> BaseOxmlElement:
    """The element of this kind in another; made at the end of it where it is missing."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    found: BaseOxmlElement | None = parent.find(qn(tag))
    if found is None:
        found = OxmlElement(tag)
        parent.append(found)
    return found


def _tell_properties(document: Document, report: Report, theme: Theme) -> None:
    """What the file says of itself: no person's name, and no other day than that of the report."""
    properties = document.core_properties
    day = datetime.combine(max(report.date, EARLIEST), time(), UTC).replace(tzinfo=None)
    properties.title = f"{_with_kind(report.title, report)}{' (concept)' * theme.draft}"[:LONGEST_PROPERTY]
    properties.author = (theme.style.name if theme.style else "")[:LONGEST_PROPERTY]
    properties.subject = report.subtitle[:LONGEST_PROPERTY]
    properties.language = LANGUAGE
    properties.created = properties.modified = day
    properties.revision = 1
