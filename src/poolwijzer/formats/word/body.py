"""The body of a report in a Word document: every block in a style of the template, nothing formatted by hand.

Paragraphs and tables are made as elements of the document's XML, because what python-docx offers looks every style up
by its name each time and only adds at the end.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from docx.enum.text import WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Length
from docx.text.run import Run

from poolwijzer.drawing.charts import Bars, Grid, Road, Scales
from poolwijzer.drawing.model import Drawing
from poolwijzer.drawing.primitives import Palette
from poolwijzer.drawing.svg import change_lines, draw
from poolwijzer.drawing.words import tell_drawing
from poolwijzer.formats.pdf.compiler import RefusedError
from poolwijzer.formats.pdf.letters import by_number, change_odd
from poolwijzer.formats.pdf.typeface import Typeface
from poolwijzer.formats.word import styles
from poolwijzer.formats.word.numbering import find_list, restart_list
from poolwijzer.formats.word.picture import as_png
from poolwijzer.formats.word.tables import table_element
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.texts import SOURCES, count_sources, flat, table_of
from poolwijzer.report.typed_text import change_texts

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement

_ADDRESS = re.compile(r"https?://[^\s<>\\]+")


class CellRoom(NamedTuple):
    """What a picture may take."""

    width: Length
    height: Length


class Body:
    """Lays out a report in the styles of a document."""

    def __init__(
        self, document: Document, report: Report, palette: Palette, room: CellRoom, typeface: Typeface
    ) -> None:
        self._document = document
        self._report = report
        self._palette = palette
        self._room = room
        self._typeface = typeface
        self._ids = {style.name: style.style_id for style in document.styles}
        self._numbers = find_list(document, styles.NUMBERS)
        self._has_sources = count_sources(report.sections) > 0
        self._pictures = 0

    def elements(self) -> Iterator[BaseOxmlElement]:
        """The paragraphs and tables, in order."""
        for section in self._report.sections:
            yield from self._section(section, 1)

    def _section(self, section: Section, level: int) -> Iterator[BaseOxmlElement]:
        if section.title:
            yield self._heading(section.title, level)
        else:
            yield self._paragraph(styles.LINE)
        for block in flat(section.blocks):
            yield from self._block(block, level, anchored=section.id == SOURCES)
        for part in section.parts:
            yield from self._section(part, level + 1)

    def _block(
        self, block: Block, level: int, *, anchored: bool = False, heads: bool = False
    ) -> Iterator[BaseOxmlElement]:
        """The elements of a block.

        Args:
            block: What to lay out.
            level: Of the heading that it stands under.
            anchored: Whether notes lead to its items.
            heads: Whether its strong paragraphs are headings of what follows.
        """
        match block:
            case Paragraph(line=line, tone="sterk") if heads:
                yield self._heading(line.text, level + 1)
            case Paragraph(line=line, tone=tone):
                yield self._toned(line, tone)
            case Bullets(items=items, numbered=numbered):
                yield from self._list(items, numbered, anchored)
            case Labelled(rows=rows):
                for label, line in rows:
                    yield self._labelled(label, line)
            case Table():
                yield self._text(block.caption, styles.CAPTION)
                yield table_element(block, self._ids[styles.GRID], self._ids[styles.CELL])
                yield self._paragraph(styles.CELL)
            case Card():
                yield from self._card(block, level)
            case Scales() | Grid() | Bars() | Road():
                yield from self._block(table_of(block), level)
            case Drawing():
                yield self._text(block.title, styles.CAPTION)
                yield _kept(self._text(block.description))
                yield self._drawing(block)

    def _card(self, card: Card, level: int) -> Iterator[BaseOxmlElement]:
        heading = self._heading(f"{card.title} (", level + 1)
        verdict = heading.add_r()
        verdict.text = card.verdict
        if card.badge == "nog-niet-te-zeggen":
            Run(verdict, heading).font.underline = WD_UNDERLINE.DOTTED
        heading.add_r().text = f", {card.standing})" if card.standing else ")"
        yield heading
        for block in card.blocks:
            yield from self._block(block, level + 1, heads=True)

    # Paragraphs.

    def _paragraph(self, style: str = "") -> CT_P:
        """An empty paragraph in a style of the template; without one it gets that of running text."""
        paragraph: CT_P = OxmlElement("w:p")
        if style:
            paragraph.style = self._ids[style]
        return paragraph

    def _text(self, text: str, style: str = "") -> CT_P:
        paragraph = self._paragraph(style)
        paragraph.add_r().text = text
        return paragraph

    def _heading(self, title: str, level: int) -> CT_P:
        return self._text(title, styles.HEADINGS[min(level, len(styles.HEADINGS)) - 1])

    def _toned(self, line: Line, tone: str) -> CT_P:
        paragraph = self._paragraph({"stil": styles.ASIDE, "let-op": styles.NOTICE}.get(tone, ""))
        if tone == "sterk" or line.text.endswith(":"):
            _kept(paragraph)
        self._say(paragraph, line, styles.STRONG if tone == "sterk" else "")
        return paragraph

    def _labelled(self, label: str, line: Line) -> CT_P:
        paragraph = self._paragraph(styles.LABEL)
        self._run(paragraph, f"{label} " if label.endswith((":", "?")) else f"{label}: ", styles.STRONG)
        self._say(paragraph, line)
        return paragraph

    def _list(self, items: tuple[Line, ...], numbered: bool, anchored: bool) -> Iterator[CT_P]:
        number = restart_list(self._numbers) if numbered and self._numbers else None
        for index, item in enumerate(items, start=1):
            paragraph = self._paragraph(styles.NUMBERS if numbered else styles.BULLETS)
            if number is not None and self._numbers:
                settings = paragraph.get_or_add_pPr().get_or_add_numPr()
                settings.get_or_add_ilvl().val = self._numbers.level
                settings.get_or_add_numId().val = number
            if anchored:
                _put_anchor(paragraph, index)
            self._say(paragraph, item)
            yield paragraph

    # Words in a paragraph.

    def _say(self, paragraph: CT_P, line: Line, style: str = "") -> None:
        """A line with all that belongs to it: whether it is our inference, its notes, and where it can be read."""
        self._run(paragraph, line.text, style)
        if line.derived:
            self._run(paragraph, " (onze afleiding)")
        for index, note in enumerate(line.notes):
            self._note(paragraph, note, first=index == 0)
        if line.url:
            self._run(paragraph, " ")
            self._address(paragraph, line.url)

    def _run(self, parent: BaseOxmlElement, text: str, style: str = "") -> None:
        run = OxmlElement("w:r")
        if style:
            run.style = self._ids[style]
        run.text = text
        parent.append(run)

    def _note(self, paragraph: CT_P, number: int, *, first: bool) -> None:
        if not first:
            self._run(paragraph, ",", styles.NOTE)
        parent = paragraph
        if self._has_sources:
            parent = OxmlElement("w:hyperlink", attrs={qn("w:anchor"): _anchor(number), qn("w:history"): "1"})
            paragraph.append(parent)
        self._run(parent, str(number), styles.NOTE)

    def _address(self, paragraph: CT_P, url: str) -> None:
        """An address from the menus as a link, if it is a plain one; else as the text it is."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        if not _ADDRESS.fullmatch(url):
            self._run(paragraph, url)
            return
        related = self._document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink", attrs={qn("r:id"): related, qn("w:history"): "1"})
        paragraph.append(link)
        self._run(link, url, styles.LINK)

    # The drawing.

    def _drawing(self, drawing: Drawing) -> CT_P:
        """The drawing as large as there is room for, with every word in it told to who cannot see it.

        What its letters lack stands in it by number, as in a PDF.
        """
        self._pictures += 1
        paragraph = self._paragraph()
        run = Run(paragraph.add_r(), self._document._body)
        inline = run.add_picture(io.BytesIO(self._picture(change_texts(drawing, self._typeface.show))))
        scale = min(self._room.width / inline.width, self._room.height / inline.height)
        inline.width, inline.height = Emu(int(inline.width * scale)), Emu(int(inline.height * scale))
        properties = inline._inline.docPr
        properties.set("name", f"Tekening {self._pictures}")
        properties.set("title", drawing.title)
        properties.set("descr", "\n".join(filter(None, tell_drawing(drawing))))
        return paragraph

    def _picture(self, drawing: Drawing) -> bytes:
        """The drawing in pixels; where the compiler breaks on it, with all that is not plain told by number."""
        drawn = partial(draw, palette=self._palette, breadth=240 if self._report.one_page else None)
        try:
            return as_png(change_lines(drawn(drawing), self._typeface.show), self._typeface)
        except RefusedError:
            plain = change_texts(drawing, lambda text: change_odd(text, by_number))
            return as_png(drawn(plain), self._typeface)


def _kept(paragraph: CT_P) -> CT_P:
    """A paragraph that stays on the page of what follows it."""
    paragraph.get_or_add_pPr().keepNext_val = True
    return paragraph


def _anchor(number: int) -> str:
    return f"bron_{number}"


def _put_anchor(paragraph: CT_P, number: int) -> None:
    """A place that notes can lead to."""
    identity = str(9000 + number)
    start = {qn("w:id"): identity, qn("w:name"): _anchor(number)}
    paragraph.append(OxmlElement("w:bookmarkStart", attrs=start))
    paragraph.append(OxmlElement("w:bookmarkEnd", attrs={qn("w:id"): identity}))
