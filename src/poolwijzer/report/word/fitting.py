"""How large the letters and the picture of a report can be, so that one that has to fit on a page does.

Word lays out a document itself, so this is an estimate on the safe side: it counts lines from how many letters go into
one on the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from poolwijzer.report.chart.model import Chart
from poolwijzer.report.drawing import draw
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Line, Paragraph, Picture, Report, Section, Table
from poolwijzer.report.texts import pictures_of
from poolwijzer.report.word.styles import DOCUMENT, HEADINGS, Sizes

PAGE = 29.7, 21.0
"""Height and width of an A4, in centimetres."""
POINT = 2.54 / 72
LETTER = 0.49
"""Of its size: how wide a letter is on the whole, on the broad side."""
LINE_HEIGHT = 1.22
"""From line to line, of the size of the letters."""
TIGHTER = (
    Sizes(letter=10, air=0.8, side=2.0, edge=1.6),
    Sizes(letter=9, air=0.6, side=1.8, edge=1.4),
    Sizes(letter=8.5, air=0.45, side=1.6, edge=1.3),
    Sizes(letter=8, air=0.35, side=1.5, edge=1.2),
    Sizes(letter=7.5, air=0.2, side=1.5, edge=1.1),
)
"""For a report of a page: the first that it fits in."""
SMALLEST_PICTURE = 0.62
"""Of the width of the text: smaller than this its words are hard to read."""


class Fit(NamedTuple):
    """What a report gets."""

    sizes: Sizes
    picture: float
    """How high its picture may be, in centimetres."""


def fit(report: Report, above: float = 0.0) -> Fit:
    """The largest sizes that a report of a page fits in; those of a document for every other.

    Args:
        report: What it says.
        above: What stands above the text of a page, such as a logo, in centimetres.
    """
    if not report.one_page:
        return Fit(DOCUMENT, (PAGE[0] - 2 * DOCUMENT.edge) * 0.8)
    ratio = max((_ratio(picture) for picture in pictures_of(report.sections)), default=0.0)
    for sizes in TIGHTER:
        width, height = PAGE[1] - 2 * sizes.side, PAGE[0] - 2 * sizes.edge - 0.6 - above
        left = height - _height(report, sizes, width)
        if left >= ratio * width * SMALLEST_PICTURE:
            break
    return Fit(sizes, max(min(left, ratio * width), 4.0))


def _ratio(picture: Picture | Chart) -> float:
    """How high a picture is for its width."""
    box = re.search(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', draw(picture))
    assert box is not None, "every drawing says how large it is"
    return float(box[2]) / float(box[1])


def _height(report: Report, sizes: Sizes, width: float) -> float:
    """How high all text is, in centimetres."""
    lines = [(2.0, report.title, 4.0), (1.0, report.subtitle, 14.0)]
    lines += [line for section in report.sections for line in _section(section, 1)]
    total = 0.0
    for size, text, air in lines:
        letters = max(int(width / (sizes.letter * size * LETTER * POINT)), 1)
        rows = sum(max(ceil(len(part) / letters), 1) for part in text.split("\n"))
        total += rows * sizes.letter * size * LINE_HEIGHT * POINT + air * sizes.air * POINT
    return total


_Counted = Iterator[tuple[float, str, float]]
"""Of each paragraph: its size for that of running text, its text, and the room around it in points."""


def _section(section: Section, level: int) -> _Counted:
    if section.title:
        yield _HEADINGS[min(level, len(HEADINGS)) - 1][0], section.title, _HEADINGS[min(level, len(HEADINGS)) - 1][1]
    for block in section.blocks:
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
            yield from ((2.0, " ".join(row), 6.0) for row in (block.head, *block.rows))
        case Card():
            yield 1.08, f"{block.title} {block.verdict} {block.standing}", 15.0
            for inner in block.blocks:
                yield from _block(inner, level + 1)
        case Picture() | Chart():
            yield 0.9, block.title, 22.0


def _said(line: Line) -> str:
    derived = " (onze afleiding)" if line.derived else ""
    return f"{line.text}{derived}{''.join(f' {note}' for note in line.notes)} {line.url}".rstrip()
