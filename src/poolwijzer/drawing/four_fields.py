"""The typology of one initiative as SVG: four fields under their names, the scales, and the marks in them.

The names stand at the outer edge of the fields, outside of where marks can be, so that nothing covers them.
"""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.drawing.dots import dot
from poolwijzer.drawing.legend import Columns, Sample, draw_legend, height_of, in_columns
from poolwijzer.drawing.marks import draw_markers, draw_path, draw_whiskers, ring, symbol
from poolwijzer.drawing.model import MIDDLE, Drawing, Field, Marker, Part, Region
from poolwijzer.drawing.primitives import Palette, Sizes, faint, letters, line_between, rectangle
from poolwijzer.drawing.sheet import Sheet, end_lines, lay_out, question_height, side_lines, title_height

FEW = 2
"""Fields in play whose names are set off strongly; of more that would say nothing."""


def draw_four_fields(drawing: Drawing, palette: Palette, sizes: Sizes) -> tuple[float, list[str]]:
    """How high the sheet is, and what stands on it."""
    sheet = lay_out(drawing, sizes)
    legend = _legend(drawing, palette, sizes)
    below = sheet.bottom + sizes.letter * 0.5 + (sizes.line if drawing.across.ticks else 0)
    sides = max(len(side_lines(words, sheet)) for words in (drawing.across.first, drawing.across.last))
    lowest = below + sides * sizes.line + sizes.letter * 0.3
    lower = end_lines(drawing.down.last, sizes)
    after = lowest + len(lower) * sizes.line + sizes.letter * 0.9
    parts = [
        *_fields(drawing, sheet, palette),
        *_bands(drawing, sheet, palette),
        *(_region(drawing.region, sheet, palette) if drawing.region else ()),
        *_frame(sheet, palette),
        *_ticks(drawing, sheet, palette),
        *_side_ends(drawing, below, sheet, palette),
        *_centred(end_lines(drawing.down.first, sizes), sizes.letter * 0.2, sheet, palette),
        *_names(drawing, 0, sheet, palette),
        *_centred(lower, lowest, sheet, palette),
        *_names(drawing, 2, sheet, palette),
        *draw_path(drawing, sheet, palette),
        *draw_whiskers(drawing, sheet, palette),
        *draw_markers(drawing, sheet, palette),
        *draw_legend(legend, after, palette, sizes),
    ]
    return after + height_of(legend, sizes), parts


# What marks stand on.


def _corner(field: Field, drawing: Drawing, sheet: Sheet) -> tuple[float, float, float, float]:
    """Where a field lies in the plot: as far as the bands."""
    across, down = drawing.across.band or (MIDDLE, MIDDLE), drawing.down.band or (MIDDLE, MIDDLE)
    left, right = (sheet.left, sheet.x(across[0])) if field.column == 0 else (sheet.x(across[1]), sheet.right)
    top, bottom = (sheet.plot_top, sheet.y(down[0])) if field.row == 0 else (sheet.y(down[1]), sheet.plot_bottom)
    return left, top, right - left, bottom - top


def _fields(drawing: Drawing, sheet: Sheet, palette: Palette) -> Iterator[str]:
    for field in drawing.fields:
        if field.in_play:
            yield rectangle(*_corner(field, drawing, sheet), f'class="pw-chosen" fill="{palette.chosen}"')


def _bands(drawing: Drawing, sheet: Sheet, palette: Palette) -> Iterator[str]:
    """The light bands in which the picture on an axis is neither low nor high; a line where there is no band."""
    (left, top, right, bottom), look = sheet.plot, faint("line", palette)
    columns = [sheet.x(at) for at in drawing.across.band or (MIDDLE,)]
    rows = [sheet.y(at) for at in drawing.down.band or (MIDDLE,)]
    yield rectangle(columns[0], top, columns[-1] - columns[0], bottom - top, look)
    yield rectangle(left, rows[0], right - left, rows[-1] - rows[0], look)
    thin = sheet.sizes.stroke / 2
    yield from (line_between((x, top), (x, bottom), palette, thin, "line") for x in columns)
    yield from (line_between((left, y), (right, y), palette, thin, "line") for y in rows)


def _region(region: Region, sheet: Sheet, palette: Palette) -> Iterator[str]:
    """A tint over where the initiative could stand as well."""
    left, top = sheet.x(region.left), sheet.y(region.top)
    width, height = sheet.x(region.right) - left, sheet.y(region.bottom) - top
    yield rectangle(left, top, width, height, faint("accent", palette))


def _frame(sheet: Sheet, palette: Palette) -> Iterator[str]:
    style = f'class="pw-line" fill="none" stroke="{palette.line}" stroke-width="{sheet.sizes.stroke:.2g}"'
    yield rectangle(sheet.left, sheet.top, sheet.right - sheet.left, sheet.bottom - sheet.top, style)


def _ticks(drawing: Drawing, sheet: Sheet, palette: Palette) -> Iterator[str]:
    """The steps of the answer scale, along the left and the lower side."""
    sizes, length = sheet.sizes, sheet.sizes.letter * 0.3
    for tick in drawing.across.ticks:
        x = sheet.x(tick.at)
        yield line_between((x, sheet.bottom), (x, sheet.bottom + length), palette, sizes.stroke, "line")
        yield letters(
            x, sheet.bottom + sizes.letter * 1.3, tick.words, sizes.letter, palette, at="middle", colour="quiet"
        )
    for tick in drawing.down.ticks:
        y, x = sheet.y(tick.at), sheet.left - length
        yield line_between((x, y), (sheet.left, y), palette, sizes.stroke, "line")
        yield letters(x - length, y + sizes.letter * 0.35, tick.words, sizes.letter, palette, at="end", colour="quiet")


# Words.


def _centred(lines: list[str], top: float, sheet: Sheet, palette: Palette) -> Iterator[str]:
    sizes = sheet.sizes
    for index, line in enumerate(lines):
        y = top + sizes.letter + index * sizes.line
        yield letters(sheet.middle, y, line, sizes.letter, palette, bold=True, at="middle")


def _side_ends(drawing: Drawing, top: float, sheet: Sheet, palette: Palette) -> Iterator[str]:
    """The words at the left and the right end, upright and below their ends, where nobody has to turn the page."""
    sizes, ends = sheet.sizes, (("start", sheet.left), ("end", sheet.right))
    for words, (at, x) in zip((drawing.across.first, drawing.across.last), ends, strict=True):
        for index, line in enumerate(side_lines(words, sheet)):
            y = top + sizes.letter + index * sizes.line
            yield letters(x, y, line, sizes.letter, palette, bold=True, at=at)


def _names(drawing: Drawing, row: Part, sheet: Sheet, palette: Palette) -> Iterator[str]:
    """The strips with the names of two fields, and their key questions where there is room."""
    sizes, fields = sheet.sizes, drawing.row(row)
    told = [sheet.words(field) for field in fields]
    strip = max(title_height(title, sizes) for title, _ in told)
    asked = max(question_height(question, sizes) for _, question in told)
    top = sheet.top if row == 0 else sheet.plot_bottom
    few = sum(field.in_play for field in drawing.fields) <= FEW
    for field, (title, question) in zip(fields, told, strict=True):
        left, right = (sheet.left, sheet.middle) if field.column == 0 else (sheet.middle, sheet.right)
        bright, box = field.in_play and few, (left, top, right - left, strip)
        if bright:
            yield rectangle(*box, f'class="pw-accent" fill="{palette.accent}"')
        else:
            yield rectangle(*box, faint("line", palette))
        if field.in_play and asked:
            yield rectangle(left, top + strip, right - left, asked, f'class="pw-chosen" fill="{palette.chosen}"')
        for index, line in enumerate(title):
            y = top + sizes.letter * 0.25 + sizes.title * (0.95 + 1.2 * index)
            colour = "paper" if bright else "ink"
            yield letters(left + sizes.pad, y, line, sizes.title, palette, bold=True, colour=colour)
        for index, line in enumerate(question):
            y = top + strip + sizes.letter * 1.3 + index * sizes.line
            yield letters(left + sizes.pad, y, line, sizes.letter, palette)


# The legend.


def _legend(drawing: Drawing, palette: Palette, sizes: Sizes) -> Columns:
    wide, high = sizes.letter * 0.9, sizes.letter * 0.6

    def named(marker: Marker) -> Sample:
        return lambda x, y: symbol(marker, x, y, palette, sizes)

    def region(x: float, y: float) -> Iterator[str]:
        yield rectangle(x - wide, y - high, 2 * wide, 2 * high, faint("accent", palette))
        yield line_between((x - wide, y), (x + wide, y), palette, 2 * sizes.stroke, "accent")
        yield line_between((x, y - high), (x, y + high), palette, 2 * sizes.stroke, "accent")

    def unnamed(x: float, y: float) -> Iterator[str]:
        yield ring(x, y, palette, sizes)

    def cloud(x: float, y: float) -> Iterator[str]:
        yield dot(x, y, palette, sizes)

    def band(x: float, y: float) -> Iterator[str]:
        yield rectangle(x - wide, y - high, 2 * wide, 2 * high, faint("line", palette))

    entries: list[tuple[Sample, str]] = [(named(marker), marker.label) for marker in drawing.legend()]
    notes = (
        (cloud, drawing.cloud.legend if drawing.cloud else ""),
        (region, drawing.region.label if drawing.region else ""),
        (unnamed, drawing.unnamed),
        (band, drawing.border),
    )
    return in_columns([*entries, *(note for note in notes if note[1])], sizes)
