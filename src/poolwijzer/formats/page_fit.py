"""How large the letters and the picture of a report can be, so that one that has to fit on a page does.

Word and a browser that prints lay out a document themselves, so this is an estimate on the safe side: it counts lines
from how broad the letters of Arial are on the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from poolwijzer.drawing.charts import Bars, Grid, Road, Scales
from poolwijzer.drawing.model import Drawing
from poolwijzer.drawing.svg import draw
from poolwijzer.formats.word.styles import DOCUMENT, HEADINGS, Sizes
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.texts import drawings_in, flat, table_of

PAGE = 29.7, 21.0
"""Height and width of an A4, in centimetres."""
POINT = 2.54 / 72
NARROW, LETTER, CAPITAL, BROAD, SQUARE = 0.33, 0.56, 0.74, 0.95, 1.05
"""How wide letters are for their size, on the broad side; the last is for scripts that have square ones."""
SPACE = 0.28
TITLE = 1.12
"""How much broader the bold letters of a title are."""
LINE_HEIGHT, FOREIGN_HEIGHT = 1.22, 1.6
"""From line to line, of the size of the letters; and where another font has to help out."""
TIGHTER = (
    Sizes(letter=10, air=0.8, side=2.0, edge=1.6),
    Sizes(letter=9, air=0.6, side=1.8, edge=1.4),
    Sizes(letter=8.5, air=0.45, side=1.6, edge=1.3),
    Sizes(letter=8, air=0.35, side=1.5, edge=1.2),
    Sizes(letter=7.5, air=0.2, side=1.5, edge=1.1),
    Sizes(letter=7, air=0.1, side=1.4, edge=1.1),
    Sizes(letter=6, air=0.1, side=1.3, edge=1.0),
)
"""For a report of a number of pages: the first that it fits in."""
SMALLEST_PICTURE, ENOUGH = 0.75, 5.0
"""Of the width of the text: smaller than this its words are hard to read. So many centimetres are always enough."""
LOST = 1.5
"""In centimetres: what stays empty at the end of a page because the next part does not fit on it."""
LEAST_PICTURE = 2.5
"""In centimetres: where nothing fits, it is no lower than this."""


LAST_LATIN = "\u2044"
"""Beyond the letters and signs that Dutch is written with."""


class Fit(NamedTuple):
    """What a report gets."""

    sizes: Sizes
    picture: float
    """How high its picture may be, in centimetres."""


def fit_page(report: Report, above: float = 0.0) -> Fit:
    """The largest sizes that a report fits in on its pages; those of a document where there is no number of pages.

    Args:
        report: What it says.
        above: What stands above the text of a page, such as a logo, in centimetres.
    """
    if not report.pages:
        return Fit(DOCUMENT, (PAGE[0] - 2 * DOCUMENT.edge) * 0.8)
    ratio = max((_ratio(drawing) for drawing in drawings_in(report.sections)), default=0.0)
    for tighter in TIGHTER:
        sizes = replace(tighter, title=_title(report.title))
        width, height = PAGE[1] - 2 * sizes.side, PAGE[0] - 2 * sizes.edge - 0.6 - above
        left = report.pages * height - (report.pages - 1) * LOST - _height(report, sizes, width)
        if left >= min(ratio * width * SMALLEST_PICTURE, ENOUGH):
            break
    return Fit(sizes, max(min(left, ratio * width), LEAST_PICTURE))


def _title(text: str) -> float:
    """How large a title is, for running text: a long one smaller."""
    return next((size for longest, size in ((60, 2.0), (120, 1.6)) if len(text) <= longest), 1.25)


def _ratio(drawing: Drawing) -> float:
    """How high a drawing is for its width where there is little room."""
    box = re.search(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', draw(drawing, breadth=240))
    assert box is not None, "every drawing says how large it is"
    return float(box[2]) / float(box[1])


def _height(report: Report, sizes: Sizes, width: float) -> float:
    """How high all text is, in centimetres."""
    lines = [(sizes.title * TITLE, report.title, 4.0), (1.0, report.subtitle, 14.0)]
    lines += [line for section in report.sections for line in _section(section, 1)]
    total = 0.0
    for size, text, air in lines:
        letter = sizes.letter * size * POINT
        rows = sum(_rows(part, width / letter) for part in text.split("\n"))
        height = FOREIGN_HEIGHT if any(character > LAST_LATIN for character in text) else LINE_HEIGHT
        total += rows * letter * height + air * sizes.air * POINT
    return total


def _rows(text: str, width: float) -> int:
    """How many lines a text takes that breaks between words, or within one that is broader than a line.

    Args:
        text: One paragraph.
        width: Of a line, for the size of the letters.
    """
    rows, used = 1, 0.0
    for word in text.split():
        broad = sum(map(_breadth, word))
        if used and used + SPACE + broad > width:
            rows, used = rows + 1, 0.0
        used += broad + (SPACE if used else 0.0)
        if used > width:
            rows, used = rows + ceil(used / width) - 1, used % width
    return rows


def _breadth(character: str) -> float:
    if character > LAST_LATIN:
        return SQUARE
    if character in "MWmw@%":
        return BROAD
    if character in "fijlrt.,:;!|'()[]/-":
        return NARROW
    return CAPITAL if character.isupper() else LETTER


_Counted = Iterator[tuple[float, str, float]]
"""Of each paragraph: its size for that of running text, its text, and the room around it in points."""


def _section(section: Section, level: int) -> _Counted:
    if section.title:
        yield _HEADINGS[min(level, len(HEADINGS)) - 1][0], section.title, _HEADINGS[min(level, len(HEADINGS)) - 1][1]
    else:
        yield 0.5, "", 6.0
    for block in flat(section.blocks):
        yield from _block(block, level)
    for part in section.parts:
        yield from _section(part, level + 1)


_HEADINGS = ((1.4, 26.0), (1.2, 19.0), (1.08, 15.0), (1.0, 10.0))


def _block(block: Block, level: int) -> _Counted:
    match block:
        case Paragraph(line=line, tone=tone):
            yield 1.0, _said(line), {"let-op": 12.0, "stil": 9.0}.get(tone, 6.0)
        case Bullets(items=items):
            yield from ((1.0, f"      {_said(item)}", 3.0) for item in items)
        case Labelled(rows=rows):
            yield from ((1.0, f"{label}:   {_said(line)}", 3.0) for label, line in rows)
        case Table():
            yield 1.0, block.caption, 12.0
            # As if every cell were as full as the fullest: columns share the breadth better than evenly.
            yield from ((1.1, " ".join([max(row, key=len)] * len(row)), 7.0) for row in (block.head, *block.rows))
        case Card():
            yield 1.08, f"{block.title} {block.verdict} {block.standing}", 15.0
            for inner in block.blocks:
                yield from _block(inner, level + 1)
        case Scales() | Grid() | Bars() | Road():
            yield from _block(table_of(block), level)
        case Drawing():
            yield 0.9, block.title, 22.0
            yield 1.0, block.description, 6.0


def _said(line: Line) -> str:
    derived = " (onze afleiding)" if line.derived else ""
    return f"{line.text}{derived}{''.join(f' {note}' for note in line.notes)} {line.url}".rstrip()
