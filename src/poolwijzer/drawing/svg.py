"""The typology as SVG, for every format that shows pictures.

Plain attributes and no styles, since not every reader of SVG knows those; the classes are for who wants to swap the
colours. Nothing is told by colour alone, and title and description say what a reader cannot see.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from poolwijzer.drawing.chart.drawing import draw_chart
from poolwijzer.drawing.chart.model import Chart
from poolwijzer.drawing.clearing import Box, Point, clear_of
from poolwijzer.drawing.model import Field, Mark, Picture, Region
from poolwijzer.drawing.signs import (
    DARK,
    LIGHT,
    LINE,
    PAD,
    RADIUS,
    SMALL,
    WIDTH,
    Palette,
    legend_height,
    legend_of,
    letters,
    lines_of,
    symbol,
)
from poolwijzer.drawing.spreading import nearest_free

__all__ = [
    "BOTTOM",
    "DARK",
    "FONT",
    "HEIGHT",
    "LIGHT",
    "LOW",
    "MARGIN",
    "RADIUS",
    "RIGHT",
    "TOP",
    "WIDTH",
    "Palette",
    "draw",
]

MARGIN = 150
"""Left and right of the fields, in units of the picture."""
SIDE, HEIGHT, TOP = 300, 240, 44
"""Of one field, and above the fields."""
LOW = 170
"""The height of a field where there is little room."""
BESIDE = 320
"""The width of a legend beside the fields."""
RIGHT, BOTTOM = MARGIN + 2 * SIDE, TOP + 2 * HEIGHT
DOT = 3
STEP = 6
"""How far a mark that has no room moves at a time."""
GAP = 3
FIXED = ("initiatief", "eigen-inschatting")
"""The marks that stand at their very place, whatever else is there."""
BROAD = 0.6
"""How wide a letter is for its size where words are to be left free, on the broad side."""
TITLE = 17
"""Of the letters of a title."""
FONT = "Arial, Helvetica, sans-serif"


def draw(picture: Picture | Chart, palette: Palette = LIGHT, font: str = FONT, low: bool = False) -> str:
    """One picture as an SVG document; its words stand in it in the order in which a report tells them.

    Args:
        picture: What to draw.
        palette: In which colours.
        font: In which families of letters, the first that is there.
        low: Whether there is little room: the fields are lower then, and the legend stands beside them. A chart has
            one form.
    """
    if isinstance(picture, Chart):
        return draw_chart(picture, palette, font)
    sheet = _sheet(picture, LOW if low else HEIGHT)
    boxes = {field.title: _text_box(field, picture, sheet) for field in picture.fields}
    said = [line.box for field in picture.fields for line in _lines(field, boxes[field.title])]
    if low:
        width, whole = WIDTH + BESIDE, max(sheet.bottom + TOP, TOP + legend_height(picture, BESIDE))
        legend = legend_of(picture, WIDTH, TOP + PAD, palette, BESIDE)
    else:
        width, whole = WIDTH, sheet.bottom + TOP + legend_height(picture)
        legend = legend_of(picture, 0, sheet.bottom + TOP + 12, palette)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {whole:g}" role="img" font-family="{font}" '
        f'aria-label={quoteattr(picture.title)} lang="nl">',
        f"<title>{escape(picture.title)}</title>",
        f"<desc>{escape(picture.description)}</desc>",
        f'<rect class="pw-paper" width="{width}" height="{whole:g}" fill="{palette.paper}"/>',
        *(part for field in picture.fields for part in _field(field, sheet, palette)),
        *(_region(picture.region, said, sheet, palette) if picture.region else ()),
        *_path(picture, said, sheet, palette),
        *_words_of(picture, boxes, sheet, palette),
        *_marks(picture, list(boxes.values()), said, sheet, palette),
        *legend,
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


@dataclass(frozen=True)
class _Sheet:
    """What a picture is drawn on."""

    height: int
    """Of one field."""

    @property
    def bottom(self) -> int:
        """Of the lowest fields."""
        return TOP + 2 * self.height

    def at(self, mark: Mark) -> Point:
        """The place of a mark."""
        return MARGIN + mark.across * 2 * SIDE, TOP + mark.down * 2 * self.height


def _sheet(picture: Picture, height: int) -> _Sheet:
    """The lowest sheet, from fields of a height on, where no mark of the initiative covers words; or the usual one."""
    least = max(height, *(round(_height_of_words(field)) + 3 * RADIUS for field in picture.fields))
    sheets = (_Sheet(higher) for higher in range(least, HEIGHT, STEP))
    return next((sheet for sheet in sheets if not _covers_words(picture, sheet)), _Sheet(max(least, HEIGHT)))


def _covers_words(picture: Picture, sheet: _Sheet) -> bool:
    boxes = [_text_box(field, picture, sheet) for field in picture.fields]
    fixed = [sheet.at(mark) for mark in picture.marks if mark.kind in FIXED]
    return any(_inside(*place, box, RADIUS) for place in fixed for box in boxes)


# The fields.


def _words(field: Field) -> tuple[list[str], list[str]]:
    title = f"» {field.title} «" if field.in_play else field.title
    return lines_of(title, SIDE - 2 * PAD, TITLE), lines_of(field.key_question, SIDE - 2 * PAD, SMALL)


def _height_of_words(field: Field) -> float:
    title, question = _words(field)
    return PAD + len(title) * (TITLE + 4) + len(question) * LINE + PAD / 2


def _text_box(field: Field, picture: Picture, sheet: _Sheet) -> Box:
    """Where the words of a field stand: as near to its outer edge as there is room beside the marks of its own.

    The boxes of a row are equally high, so that its titles are on one line.
    """
    height = max(_height_of_words(other) for other in picture.fields if other.row == field.row)
    left, top = MARGIN + field.column * SIDE, TOP + field.row * sheet.height
    tops = [top + down * STEP for down in range(int((sheet.height - height) / STEP) + 1)]
    boxes = [(left, y, left + SIDE, y + height) for y in (tops if field.row == 0 else tops[::-1])]
    fixed = [sheet.at(mark) for mark in picture.marks if mark.kind != "genummerd"]
    return min(boxes, key=lambda box: sum(_inside(x, y, box, RADIUS) for x, y in fixed))


def _inside(x: float, y: float, box: Box, margin: float = 0) -> bool:
    left, top, right, bottom = box
    return left - margin < x < right + margin and top - margin < y < bottom + margin


def _field(field: Field, sheet: _Sheet, palette: Palette) -> Iterator[str]:
    x, y = MARGIN + field.column * SIDE, TOP + field.row * sheet.height
    fill = f'class="pw-chosen" fill="{palette.chosen}"' if field.in_play else f'class="pw-paper" fill="{palette.paper}"'
    yield f'<rect x="{x}" y="{y}" width="{SIDE}" height="{sheet.height}" {fill}/>'
    yield (
        f'<rect class="pw-line" x="{x}" y="{y}" width="{SIDE}" height="{sheet.height}" fill="none" '
        f'stroke="{palette.line}" stroke-width="{2.5 if field.in_play else 1}"/>'
    )


def _words_of(picture: Picture, boxes: dict[str, Box], sheet: _Sheet, palette: Palette) -> Iterator[str]:
    """The words at the ends of the axes, where the workshop had them, and those of the fields, row by row."""
    for words, x, at in ((picture.left, MARGIN - 12, "end"), (picture.right, RIGHT + 12, "start")):
        rows = lines_of(words, MARGIN - 24, SMALL)
        for index, text in enumerate(rows):
            y = TOP + sheet.height + (index - (len(rows) - 1) / 2) * LINE + SMALL / 3
            yield letters(x, y, text, SMALL, palette, bold=True, at=at)
    for row, end, y in ((0, picture.top, TOP - 16), (1, picture.bottom, sheet.bottom + 28)):
        yield letters(WIDTH / 2, y, end, SMALL, palette, bold=True, at="middle")
        for field in sorted(picture.fields, key=lambda field: field.column):
            if field.row == row:
                for line in _lines(field, boxes[field.title]):
                    yield letters(line.x, line.y, line.text, line.size, palette, bold=line.size == TITLE)


@dataclass(frozen=True)
class _Words:
    """A line of the words of a field, and where it begins."""

    x: float
    y: float
    text: str
    size: int

    @property
    def box(self) -> Box:
        """What it takes, with a little room around it."""
        return self.x - GAP, self.y - self.size, self.x + len(self.text) * self.size * BROAD + GAP, self.y + GAP + 1


def _lines(field: Field, box: Box) -> Iterator[_Words]:
    title, question = _words(field)
    baseline = box[1] + PAD + TITLE - 4
    for line in title:
        yield _Words(box[0] + PAD, baseline, line, TITLE)
        baseline += TITLE + 4
    for line in question:
        yield _Words(box[0] + PAD, baseline, line, SMALL)
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
    for part in clear_of(points, said):
        yield (
            f'<polyline class="pw-accent" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in part)}" fill="none" '
            f'stroke="{palette.accent}" stroke-width="{width}" stroke-dasharray="{dashes}"/>'
        )


# The marks.


def _path(picture: Picture, said: list[Box], sheet: _Sheet, palette: Palette) -> Iterator[str]:
    """A line past the earlier measurements to where the initiative stands now."""
    stops = [mark for mark in picture.marks if mark.kind == "eerder"]
    now = [mark for mark in picture.marks if mark.kind == "initiatief"][:1]
    if stops and now:
        yield from _dashed([sheet.at(mark) for mark in [*stops, *now]], said, "2 3", 2, palette)


def _marks(picture: Picture, texts: list[Box], said: list[Box], sheet: _Sheet, palette: Palette) -> Iterator[str]:
    """Those of the initiative at their very place; numbered ones beside it where there is no room, with a line."""
    taken: list[Point] = []
    places = [sheet.at(mark) for mark in picture.marks if mark.kind == "initiatief"]
    for mark in sorted(picture.marks, key=lambda mark: mark.kind == "initiatief"):  # that one over its own estimate
        if mark.kind in FIXED:
            x, y = sheet.at(mark)
            yield from symbol(mark, x, y, palette, wide=any(_inside(x, y, (a, b, a, b), RADIUS) for a, b in places))
            taken.append((x, y))
    beside = []
    for mark in picture.marks:
        if mark.kind not in FIXED:
            x, y = sheet.at(mark)
            right, down = _moved(x, y, taken, texts, sheet)
            taken.append((right, down))
            beside.append((mark, right, down))
            if (right, down) != (x, y):
                for (x1, y1), (x2, y2) in clear_of([(x, y), (right, down)], said):
                    yield (
                        f'<line class="pw-quiet" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
                        f'stroke="{palette.quiet}" stroke-width="1"/>'
                    )
                yield f'<circle class="pw-quiet" cx="{x:.1f}" cy="{y:.1f}" r="{DOT}" fill="{palette.quiet}"/>'
    for mark, x, y in beside:  # over all the lines
        yield from symbol(mark, x, y, palette)


def _moved(x: float, y: float, taken: list[Point], texts: list[Box], sheet: _Sheet) -> Point:
    """The nearest place to this one where a mark covers neither another nor words."""
    least = (2 * RADIUS + GAP) ** 2

    def free(step: tuple[int, int]) -> bool:
        right, down = x + step[0] * STEP, y + step[1] * STEP
        return (
            MARGIN + RADIUS <= right <= RIGHT - RADIUS
            and TOP + RADIUS <= down <= sheet.bottom - RADIUS
            and all((right - a) ** 2 + (down - b) ** 2 >= least for a, b in taken)
            and not any(_inside(right, down, box, RADIUS) for box in texts)
        )

    across, below = nearest_free(free, 2 * SIDE // STEP)
    return x + across * STEP, y + below * STEP
