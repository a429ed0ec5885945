"""What of a report stays where it has to fit on its pages, how it is laid out then, and how many pages one takes.

Word and a browser that prints lay out a document themselves, so this is an estimate on the safe side: it counts lines
from how broad the letters of Arial are. Letters never get smaller than `LEAST`: what does not fit is left
out by the order that the report gives its sections, and what may not be left out goes on to a next page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from poolwijzer.drawing.charts import Bars, Grid, Road, Scales
from poolwijzer.drawing.model import Drawing, Picture
from poolwijzer.drawing.svg import draw
from poolwijzer.formats.letter_breadths import BREADTHS, BROADEST, LAST_LATIN
from poolwijzer.formats.word.styles import DOCUMENT, LEAST, Sizes
from poolwijzer.formats.word.tables import share_out
from poolwijzer.report.leaving_out import count_least, count_least_of, leave_out, shorten_section
from poolwijzer.report.model import Beside, Block, Bullets, Card, Labelled, Line, Paragraph, Report, Section, Table

PICTURE = 0.7
"""How wide a picture is in a report of a number of pages, of the width of the text."""
PAGE = 29.7, 21.0
"""Height and width of an A4, in centimetres."""
POINT = 2.54 / 72
SAFE = 1.01
"""How much broader letters are counted than those of Arial, since a page may come in others."""
BOLD = 1.12
"""How much broader bold letters are."""
LINE_HEIGHT, FOREIGN_HEIGHT = 1.15, 1.52
"""What a line of letters asks, of their size; and where another font has to help out."""
TIGHTER = (
    Sizes(letter=10, air=0.8, side=2.0, edge=1.7),
    Sizes(letter=10, air=0.6, side=1.9, edge=1.6),
    Sizes(letter=LEAST, air=0.6, side=1.8, edge=1.5),
    Sizes(letter=LEAST, air=0.4, side=1.7, edge=1.3),
    Sizes(letter=LEAST, air=0.2, side=1.5, edge=1.1, line=1.0),
)
"""For a report of a number of pages: the first that it fits in."""
BARE = 0.12
"""Of a page: a last one with less on it is not worth its paper."""
FOOT = 0.5
"""In centimetres: what the foot of a page takes of the text."""
SPARE = 0.6
"""The same, where one section has to fit on a page: no smaller letters help there, so nothing may be cut too fine."""
LOST = 1.5
"""In centimetres: what stays empty at the end of a page because the next part does not fit on it."""
SHARES = 0.52, 0.45
"""Of the width of the text: the widths of what stands beside each other."""
_SIZE = re.compile(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')


class Fit(NamedTuple):
    """How a report is laid out."""

    report: Report
    """What of it stays."""
    sizes: Sizes

    @property
    def width(self) -> float:
        """How wide the text is, in points."""
        return _width(self.sizes) / POINT


def fit_page(report: Report, above: float = 0.0, own: Sizes | None = None) -> Fit:
    """What of a report stays on its pages, with the largest sizes that it fits in.

    Where the number of pages is free that is all, but of each section that has to fit on a page of its own.

    As little as will do is left out. Where all that may leave is not enough, the rest goes on to a next page.

    Args:
        report: What it says.
        above: What stands above the text of a page, such as a logo, in centimetres.
        own: The sizes of an own template, which it keeps.
    """
    if not report.pages:
        sizes = own or DOCUMENT
        return Fit(fit_sections(report, sizes, above), sizes)
    fitted = [replace(sizes, title=_title(report.title)) for sizes in ([own] if own else TIGHTER)]
    fewest = bisect_left(
        range(count_least(report)), True, key=lambda number: _fits(leave_out(report, number), fitted[-1], above)
    )
    short = leave_out(report, fewest)
    fitting = [sizes for sizes in fitted if _fits(short, sizes, above)] or fitted[-1:]
    return Fit(short, next((sizes for sizes in fitting if not _ends_bare(short, sizes, above)), fitting[0]))


def fit_sections(report: Report, sizes: Sizes, above: float = 0.0) -> Report:
    """A report in which every section that has to fit on a page of its own does, in these sizes."""
    room = _page_height(sizes, above) - SPARE
    return replace(report, sections=tuple(_fit_section(one, sizes, room, report.more) for one in report.sections))


def _fit_section(section: Section, sizes: Sizes, room: float, more: str) -> Section:
    if section.begins != "one-page":
        return section
    layout = _Layout(sizes, _width(sizes), 1.0, captions=True)

    def fits(number: int) -> bool:
        return layout.section(shorten_section(section, number, more), 1) <= room

    return shorten_section(section, bisect_left(range(count_least_of(section)), True, key=fits), more)


def _fits(report: Report, sizes: Sizes, above: float) -> bool:
    """Whether a report fits on its pages; what is for reference stands on others."""
    head, heights = _heights(report, sizes)
    needed = head + sum(height for height, one in zip(heights, report.sections, strict=True) if not one.annex)
    return needed <= report.pages * _page_height(sizes, above) - (report.pages - 1) * LOST


def _ends_bare(report: Report, sizes: Sizes, above: float) -> bool:
    """Whether the last page of what is for reference has next to nothing on it."""
    _, heights = _heights(report, sizes)
    pages = sum(height for height, one in zip(heights, report.sections, strict=True) if one.annex)
    return 0 < (pages / _page_height(sizes, above)) % 1 < BARE


def count_pages(report: Report) -> float:
    """How many pages a report takes whose number of pages is free; what is for reference begins one."""
    *_, pages = _growing(report)
    return pages


def takes_more(report: Report, pages: float) -> bool:
    """Whether such a report takes more pages than this; of a long one only the begin is looked at."""
    return any(needed > pages for needed in _growing(report))


def _growing(report: Report) -> Iterator[float]:
    """How many pages its title takes, and the same with every section more."""
    layout, page = _layout(report, DOCUMENT), _page_height(DOCUMENT)
    apart, pages, running = 0.0, 0, _head(report, layout)
    yield pages + ceil(running / page) + apart / page
    for one in report.sections:
        height = layout.section(one, 1)
        if one.annex:
            apart += height
        elif one.begins:
            pages, running = pages + ceil(running / page), height
        else:
            running += height
        yield pages + ceil(running / page) + apart / page


def _page_height(sizes: Sizes, above: float = 0.0) -> float:
    return PAGE[0] - 2 * sizes.edge - FOOT - above


def _width(sizes: Sizes) -> float:
    return PAGE[1] - 2 * sizes.side


def _title(text: str) -> float:
    """How large a title is, for running text: a long one smaller."""
    return next((size for longest, size in ((60, 2.0), (120, 1.6)) if len(text) <= longest), 1.25)


def _heights(report: Report, sizes: Sizes) -> tuple[float, list[float]]:
    """How high the title is with what stands under it, and each section, in centimetres."""
    layout = _layout(report, sizes)
    return _head(report, layout), [layout.section(section, 1) for section in report.sections]


def _layout(report: Report, sizes: Sizes) -> _Layout:
    return _Layout(sizes, _width(sizes), PICTURE if report.pages else 1.0, captions=not report.pages)


def _head(report: Report, layout: _Layout) -> float:
    return layout.text(report.title, layout.sizes.title * BOLD, 4.0) + layout.text(report.subtitle, 1.0, 14.0)


_HEADINGS = ((1.4, 26.0), (1.2, 19.0), (1.08, 15.0), (1.0, 10.0))
"""The letters of each for those of running text, and the room around it in points."""
_AIR = {"let-op": 12.0, "stil": 9.0}


class _Layout:
    """Counts how high things are on paper, in centimetres, for letters and margins of these sizes."""

    def __init__(self, sizes: Sizes, width: float, picture: float, *, captions: bool) -> None:
        """A text of this width, in centimetres; `picture` is how much of that a picture takes that is alone."""
        self.sizes = sizes
        self._width = width
        self._picture = picture
        self._captions = captions

    def text(self, text: str, size: float = 1.0, air: float = 6.0, width: float = 1.0) -> float:
        """A text of letters of this size for that of running text, in a part of the width, with air in points."""
        letter = self.sizes.letter * size * SAFE * POINT
        rows = sum(_rows(part, width * self._width / letter) for part in text.split("\n"))
        height = LINE_HEIGHT if text.isascii() or max(text) <= LAST_LATIN else FOREIGN_HEIGHT
        return rows * letter / SAFE * height * self.sizes.line + air * self.sizes.air * POINT

    def section(self, section: Section, level: int) -> float:
        """A section with its parts."""
        size, air = _HEADINGS[min(level, len(_HEADINGS)) - 1]
        title = self.text(section.title, size * BOLD, air) if section.title else 6.0 * POINT
        parts = sum(self.section(part, level + 1) for part in section.parts)
        return title + self.blocks(section.blocks, level) + parts

    def blocks(self, blocks: Iterable[Block], level: int) -> float:
        """Blocks under each other."""
        return sum(self.block(block, level) for block in blocks)

    def block(self, block: Block, level: int) -> float:
        """A block under a heading of this level."""
        match block:
            case Paragraph(line=line, tone=tone):
                return self.text(_said(line), 1.0, _AIR.get(tone, 6.0))
            case Bullets(items=items):
                return sum(self.text(f"      {_said(item)}", 1.0, 3.0) for item in items)
            case Labelled(rows=rows):
                return sum(self.text(f"{label}:   {_said(line)}", 1.0, 3.0) for label, line in rows)
            case Table():
                return self._table(block)
            case Card():
                _, air = _HEADINGS[min(level + 1, len(_HEADINGS)) - 1]
                title = self.text(f"{block.title} ({block.verdict}, {block.standing})", BOLD, air)
                return title + sum(self.block(inner, level + 1) for inner in block.blocks)
            case Beside():
                sides = zip((block.left, block.right), SHARES, strict=True)
                return max(self._within(share).blocks(side, level) for side, share in sides)
            case Drawing() | Scales() | Grid() | Bars() | Road():
                return self._drawn(block, self._picture)
        return 0.0

    def _drawn(self, picture: Picture, share: float) -> float:
        breadth = self._width / POINT * share
        title = self.text(picture.title, 1.0, 12.0) if self._captions else 0.0
        return title + 6.0 * self.sizes.air * POINT + breadth * POINT * _ratio(picture, breadth)

    def _within(self, share: float) -> _Layout:
        """A column of this part of the width."""
        return _Layout(self.sizes, self._width * share, 1.0, captions=self._captions)

    def _table(self, table: Table) -> float:
        size, padding = LEAST / self.sizes.letter, 4.0 * POINT
        shares = [share / sum(shares) for shares in [share_out(table)] for share in shares]
        needed = self.text(table.caption, 1.0, 12.0) + self.text("", size, 0.0)
        for row in (table.head, *table.rows):
            cells = zip(row, shares, strict=True)
            needed += padding + max(self.text(text, size, 0.0, share - 0.02) for text, share in cells)
        return needed


@lru_cache(maxsize=64)
def _ratio(picture: Picture, breadth: float) -> float:
    """How high a picture is for its width, drawn for a breadth in points."""
    return ratio_of(draw(picture, breadth=breadth))


def ratio_of(svg: str) -> float:
    """How high a drawing is for its width."""
    box = _SIZE.search(svg)
    assert box is not None, "every drawing says how large it is"
    return float(box[2]) / float(box[1])


def _rows(text: str, width: float) -> int:
    """How many lines a text takes that breaks between words, or within one that is broader than a line.

    Args:
        text: One paragraph.
        width: Of a line, for the size of the letters.
    """
    if len(text) * BROADEST < width and text.isascii():
        return 1
    rows, used, space = 1, 0.0, BREADTHS[" "]
    for word in text.split():
        broad = sum(map(BREADTHS.__getitem__, word))
        if used and used + space + broad > width:
            rows, used = rows + 1, 0.0
        used += broad + (space if used else 0.0)
        if used > width:
            rows, used = rows + ceil(used / width) - 1, used % width
    return rows


def _said(line: Line) -> str:
    derived = " (onze afleiding)" if line.derived else ""
    return f"{line.text}{derived}{''.join(f' {note}' for note in line.notes)} {line.url}".rstrip()
