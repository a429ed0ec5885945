"""Sheets for the table as a Word document, in which they can also be filled in on a screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from textwrap import shorten

from poolwijzer.drawing.blank_fields import SHAPE
from poolwijzer.drawing.model import Drawing
from poolwijzer.drawing.primitives import GRAY, LIGHT, lines_of
from poolwijzer.dutch import long_date
from poolwijzer.formats.pdf.typeface import SHIPPED
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word import styles
from poolwijzer.formats.word.columns import COLUMN_BREAK
from poolwijzer.formats.word.marks import DRAFT
from poolwijzer.formats.word.parts import About
from poolwijzer.formats.word.picture import Asked, draw_pictures, picture_run
from poolwijzer.formats.word.sheet_tables import SheetTables, gap, new_text
from poolwijzer.formats.word.shipped import ShippedDocument
from poolwijzer.formats.word.styles import Look, Sizes, make_sheet_styles, style_id, text_width
from poolwijzer.formats.word.template import page_of, references, words_of
from poolwijzer.formats.word.text import Element, Para, run
from poolwijzer.formats.word.writer import LONGEST_HEAD, look_of
from poolwijzer.report.handout.model import Handout, Paper, Sheet

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
Segment = tuple[list[Element], int, bool]
"""What stands in so many columns, and whether it begins a page."""


def render_sheets(handout: Handout, theme: Theme | None = None) -> bytes:
    """The sheets as a Word document.

    Raises:
        InputError: the logo cannot be used.
    """
    theme = theme or Theme()
    look = look_of(theme, SIZES[handout.paper])
    words = _words_of(handout, theme)
    more = make_sheet_styles(look, SMALL).values()
    document = ShippedDocument(look, words_of(words), running=True, more=more)
    if theme.style and theme.style.logo:
        document.put_logo(theme.style, LOGO, first=False)
    made = (_segments(sheet, handout.group, document, look, theme) for sheet in handout.sheets)
    text = _filled([segment for sheet in made for segment in sheet], look)
    about = About(f"{words['kop']}{' (concept)' * theme.draft}", handout.about, words["organisatie"], handout.date)
    return document.finish(text, about, draft=theme.draft, in_gray=theme.gray)


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


def _segments(sheet: Sheet, group: str, document: ShippedDocument, look: Look, theme: Theme) -> Iterator[Segment]:
    """A sheet: its head with its group over the full breadth, and below that its parts in their columns."""
    sizes = look.sizes
    large = f'<w:sz w:val="{GROUP * 2:.0f}"/>' if group else ""
    told = run(f"{group} · {sheet.title}" if group else sheet.title, looks=large)
    head: list[Element] = [Para(style_id(styles.HEADINGS[0]), [told]), *(new_text(about) for about in sheet.about)]
    width = (text_width(sizes) - (sheet.columns - 1) * GUTTER) // sheet.columns
    lines = sum(len(lines_of(about, text_width(sizes) / 20, sizes.letter)) for about in sheet.about)
    above = (HEADING + LINE * lines + SPARE) * sizes.letter
    tables = SheetTables(width, sizes)
    body: list[Element] = []
    for index, part in enumerate(sheet.parts):
        if index and sheet.columns > 1:
            body.append(_column_break())
        for block in part:
            if isinstance(block, Drawing):
                body.append(_picture(block, document, look, theme, above))
            else:
                body += tables.block(block)
    if sheet.columns == 1:
        yield [*head, *body], 1, True
    else:
        yield head, 1, True
        yield body, sheet.columns, False


def _picture(drawing: Drawing, document: ShippedDocument, look: Look, theme: Theme, above: float) -> Para:
    """The drawing, as large as the sheet has room for below so many points."""
    sizes = look.sizes
    logo = LOGO if theme.style and theme.style.logo else 0.0
    room = sizes.page[1] / 20 - (2 * sizes.edge + logo) * 28.35 - above
    breadth = min(text_width(sizes) / 20, room / (SHAPE + 0.01))
    palette = GRAY if theme.gray else replace(LIGHT, ink=look.ink, accent=look.accent)
    ((drawn,),) = draw_pictures([Asked(drawing, breadth)], palette, document.family, theme.typeface or SHIPPED)
    shown = picture_run(drawn, 1, *document.picture(drawn, 1))
    return Para(content=[shown], spacing='w:before="0" w:after="0" w:line="240" w:lineRule="auto"', aligned="center")


def _column_break() -> Para:
    paragraph = gap(1)
    paragraph.content.append(COLUMN_BREAK)
    return paragraph


def _filled(segments: list[Segment], look: Look) -> str:
    """The segments, each as a part of the document with its own columns."""
    made: list[Element] = []
    for index, (elements, columns, begins) in enumerate(segments):
        settings = _settings(look, columns, begins=begins, first=index == 0)
        made += elements
        if index == len(segments) - 1:
            made.append(settings)
        else:
            end = gap(1)
            end.section = settings
            made.append(end)
    return "".join(map(str, made))


def _settings(look: Look, columns: int, *, begins: bool, first: bool) -> str:
    """The settings of a part of the document; what stands above and below a page is that of the first."""
    kind = "nextPage" if begins else "continuous"
    return (
        f'<w:sectPr>{references() if first else ""}<w:type w:val="{kind}"/>{page_of(look)}'
        f'<w:cols w:num="{columns}" w:space="{GUTTER}"/></w:sectPr>'
    )
