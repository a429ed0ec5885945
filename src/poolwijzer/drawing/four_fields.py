"""The typology of one initiative as SVG: four large fields with their key questions, and the markers in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from poolwijzer.drawing.lines import Box, Point, cut_at_boxes
from poolwijzer.drawing.model import Drawing, Field, Marker, Region
from poolwijzer.drawing.primitives import (
    LINE,
    PAD,
    RADIUS,
    SMALL,
    WIDTH,
    Columns,
    Palette,
    Sample,
    draw_legend,
    height_of,
    in_columns,
    letters,
    line_between,
    lines_of,
    ring,
    symbol,
)
from poolwijzer.drawing.spots import Spacing, find_spots, steps_outward

MARGIN = 150
"""Left and right of the fields, in units of the drawing."""
SIDE, HEIGHT, TOP = 300, 240, 44
"""Of one field, and above the fields."""
LOW = 170
"""The height of a field where there is little room."""
BESIDE = 320
"""The width of a legend beside the fields."""
RIGHT, BOTTOM = MARGIN + 2 * SIDE, TOP + 2 * HEIGHT
DOT = 3
STEP = 6
"""How far a marker that has no room moves at a time."""
GAP = 3
FIXED = ("initiatief", "eigen-inschatting")
"""The markers that stand where they belong, whatever else is there."""
BROAD = 0.6
"""How wide a letter is for its size where words are to be left free, on the broad side."""
TITLE = 17
"""Of the letters of a title."""


def draw_four_fields(drawing: Drawing, palette: Palette, low: bool) -> tuple[float, float, list[str]]:
    """How wide and how high the sheet is, and what stands on it."""
    sheet = _sheet(drawing, LOW if low else HEIGHT)
    boxes = {field.title: _text_box(field, drawing, sheet) for field in drawing.fields}
    said = [line.box for field in drawing.fields for line in _lines(field, boxes[field.title])]
    legend = _legend(drawing, palette, BESIDE if low else WIDTH)
    below = sheet.bottom + TOP
    if low:
        width, height = WIDTH + BESIDE, max(below, TOP + height_of(legend))
        drawn_legend = draw_legend(legend, WIDTH, TOP + PAD, palette, BESIDE)
    else:
        width, height = WIDTH, below + height_of(legend)
        drawn_legend = draw_legend(legend, 0, below + 12, palette)
    parts = [
        *(part for field in drawing.fields for part in _field(field, sheet, palette)),
        *(_region(drawing.region, said, sheet, palette) if drawing.region else ()),
        *_path(drawing, said, sheet, palette),
        *_words_of(drawing, boxes, sheet, palette),
        *_markers(drawing, list(boxes.values()), said, sheet, palette),
        *drawn_legend,
    ]
    return width, height, parts


def _legend(drawing: Drawing, palette: Palette, width: float) -> Columns:
    def named(marker: Marker) -> Sample:
        return lambda x, y: symbol(marker, x, y, palette)

    def region(x: float, y: float) -> Iterator[str]:
        yield (
            f'<rect class="pw-region" x="{x - RADIUS:g}" y="{y - 8:g}" width="{2 * RADIUS}" height="16" '
            f'fill="{palette.accent}" fill-opacity="0.12" stroke="{palette.accent}" stroke-dasharray="5 4"/>'
        )

    def unnamed(x: float, y: float) -> Iterator[str]:
        yield ring(f"{x:g}", f"{y:g}", palette)

    entries: list[tuple[Sample, str]] = [(named(marker), marker.label) for marker in drawing.legend()]
    if drawing.region:
        entries.append((region, drawing.region.label))
    if drawing.unnamed:
        entries.append((unnamed, drawing.unnamed))
    return in_columns(entries, width)


@dataclass(frozen=True)
class _Sheet:
    """What a drawing lies on."""

    height: int
    """Of one field."""

    @property
    def bottom(self) -> int:
        """Of the lowest fields."""
        return TOP + 2 * self.height

    def at(self, marker: Marker) -> Point:
        """Where a marker belongs."""
        return MARGIN + marker.across * 2 * SIDE, TOP + marker.down * 2 * self.height


def _sheet(drawing: Drawing, height: int) -> _Sheet:
    """The lowest sheet, from fields of a height on, where no marker of the initiative covers words."""
    least = max(height, *(round(_height_of_words(field)) + 3 * RADIUS for field in drawing.fields))
    sheets = (_Sheet(higher) for higher in range(least, HEIGHT, STEP))
    return next((sheet for sheet in sheets if not _covers_words(drawing, sheet)), _Sheet(max(least, HEIGHT)))


def _covers_words(drawing: Drawing, sheet: _Sheet) -> bool:
    boxes = [_text_box(field, drawing, sheet) for field in drawing.fields]
    fixed = [sheet.at(marker) for marker in drawing.markers if marker.kind in FIXED]
    return any(_inside(*point, box, RADIUS) for point in fixed for box in boxes)


# The fields.


def _words(field: Field) -> tuple[list[str], list[str]]:
    title = f"» {field.title} «" if field.in_play else field.title
    return lines_of(title, SIDE - 2 * PAD, TITLE), lines_of(field.key_question, SIDE - 2 * PAD, SMALL)


def _height_of_words(field: Field) -> float:
    title, question = _words(field)
    return PAD + len(title) * (TITLE + 4) + len(question) * LINE + PAD / 2


def _text_box(field: Field, drawing: Drawing, sheet: _Sheet) -> Box:
    """Where the words of a field stand: as near to its outer edge as there is room beside the markers of its own.

    The boxes of a row are equally high, so that its titles are on one line.
    """
    height = max(_height_of_words(other) for other in drawing.fields if other.row == field.row)
    left, top = MARGIN + field.column // 2 * SIDE, TOP + field.row // 2 * sheet.height
    tops = [top + down * STEP for down in range(int((sheet.height - height) / STEP) + 1)]
    boxes = [(left, y, left + SIDE, y + height) for y in (tops if field.row == 0 else tops[::-1])]
    fixed = [sheet.at(marker) for marker in drawing.markers if marker.kind != "genummerd"]
    return min(boxes, key=lambda box: sum(_inside(x, y, box, RADIUS) for x, y in fixed))


def _inside(x: float, y: float, box: Box, margin: float = 0) -> bool:
    left, top, right, bottom = box
    return left - margin < x < right + margin and top - margin < y < bottom + margin


def _field(field: Field, sheet: _Sheet, palette: Palette) -> Iterator[str]:
    x, y = MARGIN + field.column // 2 * SIDE, TOP + field.row // 2 * sheet.height
    fill = f'class="pw-chosen" fill="{palette.chosen}"' if field.in_play else f'class="pw-paper" fill="{palette.paper}"'
    yield f'<rect x="{x}" y="{y}" width="{SIDE}" height="{sheet.height}" {fill}/>'
    yield (
        f'<rect class="pw-line" x="{x}" y="{y}" width="{SIDE}" height="{sheet.height}" fill="none" '
        f'stroke="{palette.line}" stroke-width="{2.5 if field.in_play else 1}"/>'
    )


def _words_of(drawing: Drawing, boxes: dict[str, Box], sheet: _Sheet, palette: Palette) -> Iterator[str]:
    """The words at the ends of the axes, where the workshop had them, and those of the fields, row by row."""
    for words, x, at in ((drawing.across.first, MARGIN - 12, "end"), (drawing.across.last, RIGHT + 12, "start")):
        rows = lines_of(words, MARGIN - 24, SMALL)
        for index, text in enumerate(rows):
            y = TOP + sheet.height + (index - (len(rows) - 1) / 2) * LINE + SMALL / 3
            yield letters(x, y, text, SMALL, palette, bold=True, at=at)
    for (end, fields), y in zip(drawing.rows(), (TOP - 16, sheet.bottom + 28), strict=True):
        yield letters(WIDTH / 2, y, end, SMALL, palette, bold=True, at="middle")
        for field in fields:
            for line in _lines(field, boxes[field.title]):
                yield letters(line.x, line.y, line.text, line.size, palette, bold=line.size == TITLE)


@dataclass(frozen=True)
class _TextLine:
    """A line of the words of a field, and where it begins."""

    x: float
    y: float
    text: str
    size: int

    @property
    def box(self) -> Box:
        """What it takes, with a little room around it."""
        return self.x - GAP, self.y - self.size, self.x + len(self.text) * self.size * BROAD + GAP, self.y + GAP + 1


def _lines(field: Field, box: Box) -> Iterator[_TextLine]:
    title, question = _words(field)
    baseline = box[1] + PAD + TITLE - 4
    for line in title:
        yield _TextLine(box[0] + PAD, baseline, line, TITLE)
        baseline += TITLE + 4
    for line in question:
        yield _TextLine(box[0] + PAD, baseline, line, SMALL)
        baseline += LINE


def _region(region: Region, said: list[Box], sheet: _Sheet, palette: Palette) -> Iterator[str]:
    """A tinted part of the fields, and its edge as far as no words stand there."""
    left, top = MARGIN + region.left * 2 * SIDE, TOP + region.top * 2 * sheet.height
    right = max(MARGIN + region.right * 2 * SIDE, left + 2)
    bottom = max(TOP + region.bottom * 2 * sheet.height, top + 2)
    yield (
        f'<rect class="pw-region" x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{bottom - top:.1f}" '
        f'fill="{palette.accent}" fill-opacity="0.12"/>'
    )
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    yield from _dashed(corners, said, "5 4", 1, palette)


def _dashed(points: list[Point], said: list[Box], dashes: str, width: int, palette: Palette) -> Iterator[str]:
    for part in cut_at_boxes(points, said):
        yield (
            f'<polyline class="pw-accent" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in part)}" fill="none" '
            f'stroke="{palette.accent}" stroke-width="{width}" stroke-dasharray="{dashes}"/>'
        )


# The markers.


def _path(drawing: Drawing, said: list[Box], sheet: _Sheet, palette: Palette) -> Iterator[str]:
    """A line past the earlier measurements to where the initiative stands now."""
    stops = [marker for marker in drawing.markers if marker.kind == "eerder"]
    now = [marker for marker in drawing.markers if marker.kind == "initiatief"][:1]
    if stops and now:
        yield from _dashed([sheet.at(marker) for marker in [*stops, *now]], said, "2 3", 2, palette)


def _markers(drawing: Drawing, texts: list[Box], said: list[Box], sheet: _Sheet, palette: Palette) -> Iterator[str]:
    """Those of the initiative where they belong; the others beside it where there is no room, with a line."""
    fixed = [marker for marker in drawing.markers if marker.kind in FIXED]
    points = [sheet.at(marker) for marker in fixed if marker.kind == "initiatief"]
    for marker in sorted(fixed, key=lambda marker: marker.kind == "initiatief"):  # that one over its own estimate
        x, y = sheet.at(marker)
        yield from symbol(marker, x, y, palette, wide=any(_inside(x, y, (a, b, a, b), RADIUS) for a, b in points))
    others = [marker for marker in drawing.markers if marker.kind not in FIXED]
    homes = [sheet.at(marker) for marker in others]
    half = GAP / 2  # a gap lies between markers, and not between one and the edge
    found = find_spots(
        homes,
        [(MARGIN - half, TOP - half, RIGHT + half, sheet.bottom + half)] * len(homes),
        Spacing(2 * RADIUS + GAP, 2 * RADIUS + GAP, round=True),
        partial(steps_outward, 2 * SIDE // STEP, STEP),
        in_turn=True,
        beside=map(sheet.at, fixed),
        closed=[(left - RADIUS, top - RADIUS, right + RADIUS, bottom + RADIUS) for left, top, right, bottom in texts],
    )
    spots = [spot or homes[index] for index, spot in found]
    for (x, y), spot in zip(homes, spots, strict=True):
        if spot != (x, y):
            yield from (line_between(start, end, palette, 1) for start, end in cut_at_boxes([(x, y), spot], said))
            yield f'<circle class="pw-quiet" cx="{x:.1f}" cy="{y:.1f}" r="{DOT}" fill="{palette.quiet}"/>'
    for marker, spot in zip(others, spots, strict=True):  # over all the lines
        yield from symbol(marker, *spot, palette)
