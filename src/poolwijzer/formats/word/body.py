"""The body of a report in a Word document: every block in a style of the template, nothing formatted by hand.

It is written as text, for the shipped document and for an own one alike; what differs is what it is written into.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple, Protocol

from poolwijzer.drawing.charts import Bars, Grid, Road, Scales
from poolwijzer.drawing.model import Drawing, Picture
from poolwijzer.drawing.primitives import Palette
from poolwijzer.formats.page_fit import SHARES
from poolwijzer.formats.pdf.typeface import Typeface
from poolwijzer.formats.word import styles
from poolwijzer.formats.word.columns import Columns
from poolwijzer.formats.word.contents import make_contents
from poolwijzer.formats.word.picture import Asked, Drawn, draw_pictures, picture_run
from poolwijzer.formats.word.tables import table_xml
from poolwijzer.formats.word.text import Element, Para, quoted, run
from poolwijzer.report.in_words import ID as IN_WORDS
from poolwijzer.report.model import Beside, Block, Bullets, Card, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.texts import SOURCES, count_sources

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


class Into(Protocol):
    """What a body is written into."""

    @property
    def ids(self) -> Mapping[str, str]:
        """The ids of its styles by their names."""

    def link(self, url: str) -> str:
        """The id by which it relates to this address."""

    def picture(self, drawn: Drawn, number: int) -> tuple[str, str]:
        """The ids by which it relates to a picture in pixels, and to what that was made of."""

    def restart_list(self) -> tuple[int, int] | None:
        """A list that counts from 1, and the level in it; None where its style makes no list."""


class Body:
    """Lays out sections of a report in the styles of a document."""

    def __init__(self, into: Into, sections: Iterable[Section], paint: Paint) -> None:
        """`sections` are all that will be laid out."""
        self._into = into
        self._ids = into.ids
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

    def elements(self, sections: Iterable[Section]) -> list[Element]:
        """The paragraphs and tables of these sections, in order."""
        made = [element for section in sections for element in self._section(section, 1)]
        if made and isinstance(made[-1], Para) and not made[-1].content:
            # Word wants a paragraph behind a table, and one with any height may come on a page of its own.
            made[-1].spacing = _NO_HEIGHT
        return made

    def contents(self, elements: Iterable[Element]) -> list[Element]:
        """The table of contents of elements that were made here."""
        return make_contents(list(elements), self._ids)

    def _section(self, section: Section, level: int) -> Iterator[Element]:
        begin = self._heading(section.title, level) if section.title else self._paragraph(styles.LINE)
        if section is self._reference or section.begins:
            begin.begins_page = True
        yield begin
        led = _leading(section.blocks)
        for index, block in enumerate(section.blocks):
            made = self._block(block, level, anchored=section.id == SOURCES)
            yield from map(_kept, made) if index < led else made
        for part in section.parts:
            yield from self._section(part, level + 1)

    def _block(self, block: Block, level: int, *, anchored: bool = False, heads: bool = False) -> Iterator[Element]:
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
                yield table_xml(block, self._ids[styles.GRID], self._ids[styles.CELL])
                yield self._paragraph(styles.CELL)
            case Card():
                yield from self._card(block, level)
            case Beside():
                yield from self._beside(block, level)
            case Drawing() | Scales() | Grid() | Bars() | Road():
                yield from self._picture(block)

    def _card(self, card: Card, level: int) -> Iterator[Element]:
        heading = self._heading(f"{card.title} (", level + 1)
        behind = f", {card.standing})" if card.standing else ")"
        dotted = '<w:u w:val="dotted"/>' if card.badge == "nog-niet-te-zeggen" else ""
        heading.content += [run(card.verdict, looks=dotted), run(behind)]
        heading.words += card.verdict + behind
        yield heading
        for block in card.blocks:
            yield from self._block(block, level + 1, heads=True)

    # Paragraphs.

    def _paragraph(self, style: str = "") -> Para:
        """An empty paragraph in a style of the template; without one it gets that of running text."""
        return Para(self._ids[style] if style else "")

    def _text(self, text: str, style: str = "") -> Para:
        return Para(self._ids[style] if style else "", [run(text)])

    def _heading(self, title: str, level: int) -> Para:
        made = self._text(title, styles.HEADINGS[min(level, len(styles.HEADINGS)) - 1])
        made.words = title
        return made

    def _toned(self, line: Line, tone: str) -> Para:
        paragraph = self._paragraph({"stil": styles.ASIDE, "let-op": styles.NOTICE}.get(tone, ""))
        if tone == "sterk" or line.text.endswith(":"):
            paragraph.kept = True
        self._say(paragraph, line, styles.STRONG if tone == "sterk" else "")
        return paragraph

    def _labelled(self, label: str, line: Line) -> Para:
        paragraph = self._paragraph(styles.LABEL)
        self._run(paragraph, f"{label} " if label.endswith((":", "?")) else f"{label}: ", styles.STRONG)
        self._say(paragraph, line)
        return paragraph

    def _list(self, items: tuple[Line, ...], numbered: bool, anchored: bool) -> Iterator[Para]:
        listed = self._into.restart_list() if numbered else None
        for index, item in enumerate(items, start=1):
            paragraph = self._paragraph(styles.NUMBERS if numbered else styles.BULLETS)
            if listed is not None:
                number, level = listed
                paragraph.numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            if anchored:
                _put_anchor(paragraph, index)
            self._say(paragraph, item)
            yield paragraph

    # Words in a paragraph.

    def _say(self, paragraph: Para, line: Line, style: str = "") -> None:
        """A line with all that belongs to it: whether it is our inference, its notes, and where it can be read."""
        self._run(paragraph, line.text, style)
        if line.derived:
            self._run(paragraph, " (onze afleiding)")
        for index, note in enumerate(line.notes):
            self._note(paragraph, note, first=index == 0)
        if line.url:
            self._run(paragraph, " ")
            self._address(paragraph, line.url)

    def _run(self, paragraph: Para, text: str, style: str = "") -> None:
        paragraph.content.append(run(text, self._ids[style] if style else ""))

    def _note(self, paragraph: Para, number: int, *, first: bool) -> None:
        if not first:
            self._run(paragraph, ",", styles.NOTE)
        told = run(str(number), self._ids[styles.NOTE])
        if self._has_sources:
            told = f'<w:hyperlink w:anchor="{_anchor(number)}" w:history="1">{told}</w:hyperlink>'
        paragraph.content.append(told)

    def _address(self, paragraph: Para, url: str) -> None:
        """An address from the menus as a link, if it is a plain one; else as the text it is."""
        if not _ADDRESS.fullmatch(url):
            self._run(paragraph, url)
            return
        link = f"<w:hyperlink r:id={quoted(self._into.link(url))}"
        paragraph.content.append(f'{link} w:history="1">{run(url, self._ids[styles.LINK])}</w:hyperlink>')

    # What is drawn.

    def _beside(self, block: Beside, level: int) -> Iterator[Element]:
        sides = [[made for one in side for made in self._block(one, level)] for side in (block.left, block.right)]
        first, last = sides
        ends = [one for one in (*first[:1], *last[:1], *last[-1:]) if isinstance(one, Para)]
        if len(ends) == len(Columns._fields):
            self.columns.append(Columns(*ends))
        yield from (*first, *last)

    def _picture(self, picture: Picture) -> Iterator[Para]:
        """A picture, under what it is called."""
        for drawn in self._drawn[id(picture)]:
            if self._captions:
                caption = self._text(drawn.picture.title, styles.CAPTION)
                caption.kept = True
                yield caption
            self._shown += 1
            related = self._into.picture(drawn, self._shown)
            yield Para(content=[picture_run(drawn, self._shown, *related)], spacing=_ITS_OWN_HEIGHT)


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


def _kept(element: Element) -> Element:
    """An element that stays on the page of what follows it, if it is a paragraph."""
    if isinstance(element, Para):
        element.kept = True
    return element


def _anchor(number: int) -> str:
    return f"bron_{number}"


def _put_anchor(paragraph: Para, number: int) -> None:
    """A place that notes can lead to."""
    identity = 9000 + number
    paragraph.content += [
        f'<w:bookmarkStart w:id="{identity}" w:name="{_anchor(number)}"/>',
        f'<w:bookmarkEnd w:id="{identity}"/>',
    ]
