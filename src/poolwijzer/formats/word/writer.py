"""A report as a Word document, in the shipped template or an organisation's own."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from poolwijzer.drawing.primitives import LIGHT
from poolwijzer.dutch import long_date
from poolwijzer.formats.archive import EARLIEST, repack_bytes
from poolwijzer.formats.logo.compiler import to_pixels
from poolwijzer.formats.page_fit import fit_page
from poolwijzer.formats.pdf.typeface import SHIPPED
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word.styles import LANGUAGE, Look, W, make_own_styles
from poolwijzer.formats.word.template import make_template
from poolwijzer.formats.word.template_check import open_template
from poolwijzer.formats.word.template_fill import fill_template
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.model import Report

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement

    from poolwijzer.formats.house_style import HouseStyle
    from poolwijzer.formats.word.body import CellRoom

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

    theme = theme or Theme()
    has_logo = theme.template is None and theme.style is not None and bool(theme.style.logo)
    fitted = fit_page(report, LOGO if has_logo else 0.0)
    look = Look(sizes=fitted.sizes)
    if theme.style:
        look = replace(look, accent=theme.style.accent, ink=theme.style.ink)
    if theme.template is None:
        template = make_template(look, theme.style.name if theme.style else "")
    else:
        template = open_template(theme.template, OWN_TEMPLATE).data
    values = {"titel": report.title, "ondertitel": report.subtitle, "datum": long_date(report.date)}
    document, place = fill_template(template, values, OWN_TEMPLATE)
    _add_own_styles(document, look)
    if has_logo and theme.style:
        _put_logo(document, theme.style)
    room = _room(document, fitted.picture)
    for element in Body(
        document, report, replace(LIGHT, accent=look.accent, ink=look.ink), room, theme.typeface or SHIPPED
    ).elements():
        place.addprevious(element)
    _take_out(place)
    _speak_dutch(document)
    _tell_properties(document, report)
    packed = io.BytesIO()
    document.save(packed)
    return repack_bytes(packed.getvalue(), report.date)


def _add_own_styles(document: Document, look: Look) -> None:
    """What no Word document has of itself; in an own template in the letters of its running text."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml

    known = {style.name for style in document.styles}
    base = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    for name, style in make_own_styles(look, base.style_id if base is not None else "Normal").items():
        if name not in known:
            document.styles.element.append(parse_xml(style.replace("<w:style ", f"<w:style {W} ", 1)))


def _put_logo(document: Document, style: HouseStyle) -> None:
    """At the right above every page, after the name.

    Raises:
        InputError: it is no picture that Word can show.
    """
    from docx.shared import Cm

    try:
        kind = style.logo_type.removeprefix("image/").partition("+")[0]
        logo = style.pixels or (style.logo if kind == "png" else to_pixels(style.logo, kind.replace("jpeg", "jpg")))
        run = document.sections[0].header.paragraphs[0].add_run("\t")
        run.add_picture(io.BytesIO(logo), height=Cm(LOGO))
    except Exception:
        # The file is anybody's, and what the libraries raise on a broken one has no end.
        message = "Het logo is geen plaatje dat in een Word-document kan."
        raise InputError(Problem("huisstijl", message, "Bewaar het opnieuw als .png.")) from None
    for properties in run._r.xpath(".//wp:docPr"):
        properties.set("descr", f"Logo van {style.name}")


def _room(document: Document, height: float) -> CellRoom:
    """What a picture may take: the text of the narrowest part of the document, and so many centimetres."""
    from docx.shared import Cm, Emu

    from poolwijzer.formats.word.body import CellRoom

    widths = [
        section.page_width - section.left_margin - section.right_margin
        for section in document.sections
        if section.page_width and section.left_margin is not None and section.right_margin is not None
    ]
    return CellRoom(Emu(min(widths, default=Cm(16))), Cm(height))


def _take_out(place: CT_P) -> None:
    """Take away the paragraph that stood for the body, unless a part of the document ends with it."""
    if place.xpath("./w:pPr/w:sectPr"):
        return
    place.getparent().remove(place)


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


def _tell_properties(document: Document, report: Report) -> None:
    """What the file says of itself; nobody's name, and no other day than that of the report."""
    properties = document.core_properties
    day = datetime.combine(max(report.date, EARLIEST), time(), UTC).replace(tzinfo=None)
    properties.title = report.title[:LONGEST_PROPERTY]
    properties.subject = report.subtitle[:LONGEST_PROPERTY]
    properties.language = LANGUAGE
    properties.created = properties.modified = day
    properties.revision = 1
