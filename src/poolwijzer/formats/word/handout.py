"""Sheets for the table as a Word document, in which they can also be filled in on a screen."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from textwrap import shorten
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from poolwijzer.drawing.blank_fields import SHAPE
from poolwijzer.drawing.model import Drawing
from poolwijzer.drawing.primitives import GRAY, LIGHT, lines_of
from poolwijzer.dutch import long_date
from poolwijzer.formats.pdf.typeface import SHIPPED
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word import styles
from poolwijzer.formats.word.marks import DRAFT
from poolwijzer.formats.word.picture import Asked, draw_pictures, put_picture
from poolwijzer.formats.word.reading import family_of
from poolwijzer.formats.word.runs import new_paragraph
from poolwijzer.formats.word.sheet_tables import SheetTables, gap, new_text
from poolwijzer.formats.word.styles import Sizes, make_sheet_styles, text_width
from poolwijzer.formats.word.template import make_template
from poolwijzer.formats.word.template_fill import fill_template
from poolwijzer.formats.word.writer import LONGEST_HEAD, OWN_TEMPLATE, finish, look_of, put_logo
from poolwijzer.report.handout.model import Handout, Paper, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement

SIZES: dict[Paper, Sizes] = {
    "a3": Sizes(letter=14, air=0.7, side=1.2, edge=1.5, line=1.0, page=(23811, 16838)),
    "a4": Sizes(letter=12.25, air=0.6, side=1.0, edge=1.3, line=1.0, page=(16838, 11906)),
}
"""Both lie on their side."""
LOGO = 0.9
"""How high a logo is, in centimetres: all else is for what one fills in."""
SMALL = 11.0
"""In points: of what belongs to something."""
GROUP = 20.0
"""In points: of the title of a sheet with the name of a group, by which who comes in finds the table."""
GUTTER = 340
"""Between columns, in twentieths of a point."""
HEADING, LINE, SPARE = 2.2, 1.5, 1.0
"""What a heading takes above the drawing, a line of text below that, and what is kept free; in letters."""
Segment = tuple[list["BaseOxmlElement"], int, bool]
"""What stands in so many columns, and whether it begins a page."""


def render_sheets(handout: Handout, theme: Theme | None = None) -> bytes:
    """The sheets as a Word document.

    Raises:
        InputError: the logo cannot be used.
    """
    theme = theme or Theme()
    look = look_of(theme, SIZES[handout.paper])
    words = _words_of(handout, theme)
    document = fill_template(make_template(look), words, OWN_TEMPLATE).document
    for style in make_sheet_styles(look, SMALL).values():
        document.styles.element.append(parse_xml(style.replace("<w:style ", f"<w:style {styles.W} ", 1)))
    _set_pages(document)
    if theme.style and theme.style.logo:
        put_logo(document, theme.style, LOGO)
    made = (_segments(sheet, handout.group, document, look.sizes, theme) for sheet in handout.sheets)
    _fill(document, [segment for sheet in made for segment in sheet])
    return finish(document, words["kop"], handout.about, handout.date, theme)


def _words_of(handout: Handout, theme: Theme) -> dict[str, str]:
    """What stands above and below every sheet."""
    about = " · ".join(filter(None, (handout.title, handout.about)))
    return {
        "titel": "",
        "ondertitel": "",
        "datum": long_date(handout.date),
        "soort": "",
        "kop": shorten(about, 2 * LONGEST_HEAD, placeholder=" …"),
        "organisatie": theme.style.name if theme.style else "",
        "concept": DRAFT if theme.draft else "",
    }


def _set_pages(document: Document) -> None:
    """Sheets on their side, of which the first is like all others; what a report begins with is taken away."""
    from docx.enum.section import WD_ORIENT

    body = document.element.body
    for paragraph in body.findall(qn("w:p")):
        body.remove(paragraph)
    (section,) = document.sections
    section.orientation = WD_ORIENT.LANDSCAPE
    section.different_first_page_header_footer = False
    for reference in body.sectPr.xpath("./*[@w:type='first']"):
        body.sectPr.remove(reference)


def _segments(sheet: Sheet, group: str, document: Document, sizes: Sizes, theme: Theme) -> Iterator[Segment]:
    """A sheet: its head with its group over the full breadth, and below that its parts in their columns."""
    title = new_text(f"{group} · {sheet.title}" if group else sheet.title, styles.HEADINGS[0])
    if group:
        for run in title.r_lst:
            run.get_or_add_rPr().sz_val = Pt(GROUP)
    head = [title, *(new_text(about) for about in sheet.about)]
    width = (text_width(sizes) - (sheet.columns - 1) * GUTTER) // sheet.columns
    lines = sum(len(lines_of(about, text_width(sizes) / 20, sizes.letter)) for about in sheet.about)
    above = (HEADING + LINE * lines + SPARE) * sizes.letter
    tables = SheetTables(width, sizes)
    body: list[BaseOxmlElement] = []
    for index, part in enumerate(sheet.parts):
        if index and sheet.columns > 1:
            body.append(_column_break())
        for block in part:
            made = (
                [_picture(block, document, sizes, theme, above)] if isinstance(block, Drawing) else tables.block(block)
            )
            body += made
    if sheet.columns == 1:
        yield [*head, *body], 1, True
    else:
        yield head, 1, True
        yield body, sheet.columns, False


def _picture(drawing: Drawing, document: Document, sizes: Sizes, theme: Theme, above: float) -> BaseOxmlElement:
    """The drawing, as large as the sheet has room for below so many points."""
    look = look_of(theme, sizes)
    logo = LOGO if theme.style and theme.style.logo else 0.0
    room = sizes.page[1] / 20 - (2 * sizes.edge + logo) * 28.35 - above
    breadth = min(text_width(sizes) / 20, room / (SHAPE + 0.01))
    palette = GRAY if theme.gray else replace(LIGHT, ink=look.ink, accent=look.accent)
    ((drawn,),) = draw_pictures([Asked(drawing, breadth)], palette, family_of(document), theme.typeface or SHIPPED)
    paragraph: CT_P = new_paragraph()
    paragraph.get_or_add_pPr().append(
        parse_xml(f'<w:spacing {nsdecls("w")} w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>')
    )
    paragraph.get_or_add_pPr().append(parse_xml(f'<w:jc {nsdecls("w")} w:val="center"/>'))
    put_picture(document, paragraph.add_r(), drawn, 1)
    return paragraph


def _column_break() -> BaseOxmlElement:
    paragraph = gap(1)
    paragraph.append(parse_xml(f'<w:r {nsdecls("w")}><w:br w:type="column"/></w:r>'))
    return paragraph


def _fill(document: Document, segments: list[Segment]) -> None:
    """Put the segments in the document, each as a part of it with its own columns."""
    body = document.element.body
    last = body.sectPr
    for index, (elements, columns, begins) in enumerate(segments):
        settings = _settings(last, columns, begins=begins, first=index == 0)
        for element in elements:
            last.addprevious(element)
        if index == len(segments) - 1:
            body.replace(last, settings)
        else:
            end = gap(1)
            end.get_or_add_pPr().append(settings)
            last.addprevious(end)


def _settings(page: BaseOxmlElement, columns: int, *, begins: bool, first: bool) -> BaseOxmlElement:
    """The settings of a part of the document; what stands above and below a page is that of the first."""
    settings = OxmlElement("w:sectPr")
    if first:
        for reference in page.xpath("./w:headerReference | ./w:footerReference"):
            settings.append(deepcopy(reference))
    settings.append(OxmlElement("w:type", attrs={qn("w:val"): "nextPage" if begins else "continuous"}))
    for one in page.xpath("./w:pgSz | ./w:pgMar"):
        settings.append(deepcopy(one))
    settings.append(OxmlElement("w:cols", attrs={qn("w:num"): str(columns), qn("w:space"): str(GUTTER)}))
    made: BaseOxmlElement = settings
    return made
