"""The body of a report in a Word document: every block in a style of the template, nothing formatted by hand.

Paragraphs and tables are made as elements of the document's XML, because what python-docx offers looks every style up
by its name each time and only adds at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from docx.enum.text import WD_UNDERLINE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.run import Run

from poolwijzer.drawing.charts import Bars, Grid, Road, Scales
from poolwijzer.drawing.model import Drawing, Picture
from poolwijzer.drawing.primitives import Palette
from poolwijzer.formats.page_fit import SHARES
from poolwijzer.formats.pdf.typeface import Typeface
from poolwijzer.formats.word import styles
from poolwijzer.formats.word.columns import Columns
from poolwijzer.formats.word.contents import make_contents
from poolwijzer.formats.word.numbering import find_list, restart_list
from poolwijzer.formats.word.picture import Asked, Drawn, draw_pictures, put_picture
from poolwijzer.formats.word.runs import add_run, new_paragraph
from poolwijzer.formats.word.tables import table_element
from poolwijzer.report.in_words import ID as IN_WORDS
from poolwijzer.report.model import Beside, Block, Bullets, Card, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.texts import SOURCES, count_sources

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement

_ITS_OWN_HEIGHT = 'w:line="240" w:lineRule="auto"'
"""Of a picture, which would get as much more air as lines of text do."""
_NO_HEIGHT = 'w:before="0" w:after="0" w:line="20" w:lineRule="exact"'
LEADING = 600
"""Paragraphs of so many characters below a heading stay with the table or the picture that they lead to."""
_ADDRESS = re.compile(r"https?://[^\s<>\\]+")


class Paint(NamedTuple):
    """What pictures are drawn with."""

    palette: Palette
    family: str
    """The letters of the document."""
    typeface: Typeface
    """Those of a picture in pixels."""
    width: float
    """Of the text, in points."""
    share: float
    """How wide a picture is of that where it stands alone."""
    captions: bool
    """Whether the title of a picture stands above it."""


class Body:
    """Lays out sections of a report in the styles of a document."""

    def __init__(self, document: Document, sections: Iterable[Section], paint: Paint) -> None:
        """`sections` are all that will be laid out."""
        self._document = document
        self._ids = {
            style.name.replace("TOC 1", "toc 1").replace("TOC 2", "toc 2"): style.style_id for style in document.styles
        }
        self._numbers = find_list(document, styles.NUMBERS)
        sections = tuple(sections)
        self._has_sources = count_sources(sections) > 0
        self._drawn = _draw_once(sections, paint)
        self._shown = 0
        # What is for reference begins a page; each part of it on one of its own would leave many nearly empty. Where
        # there are but the pictures in words, these can follow the report.
        self._reference = next((section for section in sections if section.annex and section.id != IN_WORDS), None)
        self.columns: list[Columns] = []
        """What has to come beside each other, once it is in the document."""
        self._captions = paint.captions

    def elements(self, sections: Iterable[Section]) -> list[BaseOxmlElement]:
        """The paragraphs and tables of these sections, in order."""
        made = [element for section in sections for element in self._section(section, 1)]
        if made and made[-1].tag == qn("w:p") and not made[-1].xpath("./w:r"):
            # Word wants a paragraph behind a table, and one with any height may come on a page of its own.
            made[-1].get_or_add_pPr().append(parse_xml(f"<w:spacing {nsdecls('w')} {_NO_HEIGHT}/>"))
        return made

    def contents(self, elements: Iterable[BaseOxmlElement]) -> list[BaseOxmlElement]:
        """The table of contents of elements that were made here."""
        return make_contents(list(elements), self._ids)

    def _section(self, section: Section, level: int) -> Iterator[BaseOxmlElement]:
        begin = self._heading(section.title, level) if section.title else self._paragraph(styles.LINE)
        if section is self._reference or section.begins:
            begin.get_or_add_pPr().pageBreakBefore_val = True
        yield begin
        led = _leading(section.blocks)
        for index, block in enumerate(section.blocks):
            made = self._block(block, level, anchored=section.id == SOURCES)
            yield from map(_kept, made) if index < led else made
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
                yield _kept(self._text(block.caption, styles.CAPTION))
                yield table_element(block, self._ids[styles.GRID], self._ids[styles.CELL])
                yield self._paragraph(styles.CELL)
            case Card():
                yield from self._card(block, level)
            case Beside():
                yield from self._beside(block, level)
            case Drawing() | Scales() | Grid() | Bars() | Road():
                yield from self._picture(block)

    def _card(self, card: Card, level: int) -> Iterator[BaseOxmlElement]:
        heading = self._heading(f"{card.title} (", level + 1)
        verdict = add_run(heading, card.verdict)
        if card.badge == "nog-niet-te-zeggen":
            Run(verdict, heading).font.underline = WD_UNDERLINE.DOTTED
        add_run(heading, f", {card.standing})" if card.standing else ")")
        yield heading
        for block in card.blocks:
            yield from self._block(block, level + 1, heads=True)

    # Paragraphs.

    def _paragraph(self, style: str = "") -> CT_P:
        """An empty paragraph in a style of the template; without one it gets that of running text."""
        paragraph: CT_P = new_paragraph(self._ids[style] if style else "")
        return paragraph

    def _text(self, text: str, style: str = "") -> CT_P:
        paragraph = self._paragraph(style)
        add_run(paragraph, text)
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
        add_run(parent, text, self._ids[style] if style else "")

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

    # What is drawn.

    def _beside(self, block: Beside, level: int) -> Iterator[BaseOxmlElement]:
        sides = [[made for one in side for made in self._block(one, level)] for side in (block.left, block.right)]
        first, last = sides
        if all(sides) and all(one.tag == qn("w:p") for one in (first[0], last[0], last[-1])):
            self.columns.append(Columns(first[0], last[0], last[-1]))
        yield from (*first, *last)

    def _picture(self, picture: Picture) -> Iterator[CT_P]:
        """A picture, under what it is called."""
        for drawn in self._drawn[id(picture)]:
            if self._captions:
                yield _kept(self._text(drawn.picture.title, styles.CAPTION))
            self._shown += 1
            paragraph = self._paragraph()
            paragraph.get_or_add_pPr().append(parse_xml(f"<w:spacing {nsdecls('w')} {_ITS_OWN_HEIGHT}/>"))
            put_picture(self._document, paragraph.add_r(), drawn, self._shown)
            yield paragraph


def _draw_once(sections: tuple[Section, ...], paint: Paint) -> dict[int, list[Drawn]]:
    """Every picture drawn, by its identity."""
    asked = [Asked(one, share * paint.width) for one, share in _shares(sections, paint.share)]
    drawn = draw_pictures(asked, paint.palette, paint.family, paint.typeface)
    return {id(one.picture): made for one, made in zip(asked, drawn, strict=True)}


def _shares(sections: Iterable[Section], alone: float) -> Iterator[tuple[Picture, float]]:
    """Every picture, and how wide it is for the text."""
    for section in sections:
        yield from _among(section.blocks, alone)
        yield from _shares(section.parts, alone)


def _among(blocks: Iterable[Block], share: float) -> Iterator[tuple[Picture, float]]:
    for block in blocks:
        if isinstance(block, Picture):
            yield block, share
        elif isinstance(block, Card):
            yield from _among(block.blocks, share)
        elif isinstance(block, Beside):
            yield from _among(block.left, SHARES[0])
            yield from _among(block.right, SHARES[1])


def _leading(blocks: Sequence[Block]) -> int:
    """How many blocks below a heading only lead to a table or a picture: no page ends behind them."""
    paragraphs = list(takewhile(lambda block: isinstance(block, Paragraph), blocks))
    short = sum(len(one.line.text) for one in paragraphs if isinstance(one, Paragraph)) <= LEADING
    leads = short and isinstance(next(iter(blocks[len(paragraphs) :]), None), Table | Picture)
    return len(paragraphs) if leads else 0


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
