"""The typology as SVG, for every format that shows pictures.

Plain attributes and no styles, since not every reader of SVG knows those; the classes are for who wants to swap the
colours. Nothing is told by colour alone, and title and description say what a reader cannot see.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

from poolwijzer.report.model import Field, Mark, Picture, Region
from poolwijzer.report.spreading import nearest_free

WIDTH, MARGIN = 900, 150
"""Of the whole, and left and right of the fields, in units of the picture."""
SIDE, HEIGHT, TOP = 300, 240, 44
"""Of one field, and above the fields."""
RIGHT, BOTTOM = MARGIN + 2 * SIDE, TOP + 2 * HEIGHT
PAD = 14
RADIUS, DOT = 11, 3
STEP = 6
"""How far a mark that has no room moves at a time."""
GAP = 3
TITLE, SMALL, LINE = 17, 13, 17
"""Sizes of letters, and from line to line."""
WIDEST_LETTER = 0.56
"""Of its size: how wide a letter is on the whole, on the broad side."""
FONT = "Arial, Helvetica, sans-serif"


@dataclass(frozen=True)
class Palette:
    """The colours of a picture."""

    ink: str = "#1a1a1a"
    paper: str = "#ffffff"
    quiet: str = "#595959"
    line: str = "#767676"
    chosen: str = "#eaf2fa"
    accent: str = "#0b4f8a"


LIGHT = Palette()
DARK = Palette(ink="#f2f2f2", paper="#14181d", quiet="#c2c7cd", line="#8b939c", chosen="#1d2f42", accent="#8cc4f5")

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def draw(picture: Picture, palette: Palette = LIGHT) -> str:
    """One picture as an SVG document.

    Args:
        picture: What to draw.
        palette: In which colours.
    """
    texts = {field.title: _text_box(field, picture) for field in picture.fields}
    legend = list(_legend(picture, palette))
    height = BOTTOM + TOP + _legend_height(picture)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" role="img" font-family="{FONT}" '
        f'aria-label={quoteattr(picture.title)} lang="nl">',
        f"<title>{escape(picture.title)}</title>",
        f"<desc>{escape(picture.description)}</desc>",
        f'<rect class="pw-paper" width="{WIDTH}" height="{height:g}" fill="{palette.paper}"/>',
        *(part for field in picture.fields for part in _field(field, texts[field.title], palette)),
        *_ends(picture, palette),
        *(_region(picture.region, palette) if picture.region else ()),
        *_path(picture, palette),
        *_marks(picture, list(texts.values()), palette),
        *legend,
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _at(mark: Mark) -> tuple[float, float]:
    return MARGIN + mark.across * 2 * SIDE, TOP + mark.down * 2 * HEIGHT


def _lines(text: str, width: float, size: int) -> list[str]:
    return wrap(text, max(int(width / (size * WIDEST_LETTER)), 4)) or [""]


def _text(x: float, y: float, text: str, size: int, palette: Palette, *, bold: bool = False, at: str = "start") -> str:
    weight = ' font-weight="bold"' if bold else ""
    anchor = f' text-anchor="{at}"' if at != "start" else ""
    return (
        f'<text class="pw-ink" x="{x:g}" y="{y:g}" font-size="{size}"{weight}{anchor} fill="{palette.ink}">'
        f"{escape(text)}</text>"
    )


# The fields.


def _words(field: Field) -> tuple[list[str], list[str]]:
    title = f"» {field.title} «" if field.in_play else field.title
    return _lines(title, SIDE - 2 * PAD, TITLE), _lines(field.key_question, SIDE - 2 * PAD, SMALL)


def _text_box(field: Field, picture: Picture) -> Box:
    """Where the words of a field stand: as near to its outer edge as there is room beside the marks of its own."""
    title, question = _words(field)
    height = PAD + len(title) * (TITLE + 4) + len(question) * LINE + PAD / 2
    left, top = MARGIN + field.column * SIDE, TOP + field.row * HEIGHT
    tops = [top + down * STEP for down in range(int((HEIGHT - height) / STEP) + 1)]
    boxes = [(left, y, left + SIDE, y + height) for y in (tops if field.row == 0 else tops[::-1])]
    fixed = [_at(mark) for mark in picture.marks if mark.kind != "genummerd"]
    return min(boxes, key=lambda box: sum(_inside(x, y, box, RADIUS) for x, y in fixed))


def _inside(x: float, y: float, box: Box, margin: float = 0) -> bool:
    left, top, right, bottom = box
    return left - margin < x < right + margin and top - margin < y < bottom + margin


def _field(field: Field, box: Box, palette: Palette) -> Iterator[str]:
    x, y = MARGIN + field.column * SIDE, TOP + field.row * HEIGHT
    fill = f'class="pw-chosen" fill="{palette.chosen}"' if field.in_play else f'class="pw-paper" fill="{palette.paper}"'
    yield f'<rect x="{x}" y="{y}" width="{SIDE}" height="{HEIGHT}" {fill}/>'
    yield (
        f'<rect class="pw-line" x="{x}" y="{y}" width="{SIDE}" height="{HEIGHT}" fill="none" '
        f'stroke="{palette.line}" stroke-width="{2.5 if field.in_play else 1}"/>'
    )
    title, question = _words(field)
    baseline = box[1] + PAD + TITLE - 4
    for line in title:
        yield _text(x + PAD, baseline, line, TITLE, palette, bold=True)
        baseline += TITLE + 4
    for line in question:
        yield _text(x + PAD, baseline, line, SMALL, palette)
        baseline += LINE


def _ends(picture: Picture, palette: Palette) -> Iterator[str]:
    """The words at the ends of the axes, where the workshop had them."""
    middle = TOP + HEIGHT
    yield _text(WIDTH / 2, TOP - 16, picture.top, SMALL, palette, bold=True, at="middle")
    yield _text(WIDTH / 2, BOTTOM + 28, picture.bottom, SMALL, palette, bold=True, at="middle")
    for words, x, at in ((picture.left, MARGIN - 12, "end"), (picture.right, RIGHT + 12, "start")):
        lines = _lines(words, MARGIN - 24, SMALL)
        for index, line in enumerate(lines):
            y = middle + (index - (len(lines) - 1) / 2) * LINE + SMALL / 3
            yield _text(x, y, line, SMALL, palette, bold=True, at=at)


def _region(region: Region, palette: Palette) -> Iterator[str]:
    x, y = MARGIN + region.left * 2 * SIDE, TOP + region.top * 2 * HEIGHT
    width, height = (region.right - region.left) * 2 * SIDE, (region.bottom - region.top) * 2 * HEIGHT
    yield (
        f'<rect class="pw-region" x="{x:.1f}" y="{y:.1f}" width="{max(width, 2):.1f}" height="{max(height, 2):.1f}" '
        f'fill="{palette.accent}" fill-opacity="0.12" stroke="{palette.accent}" stroke-dasharray="5 4"/>'
    )


# The marks.


def _path(picture: Picture, palette: Palette) -> Iterator[str]:
    """A line past the earlier measurements to where the initiative stands now."""
    stops = [mark for mark in picture.marks if mark.kind == "eerder"]
    now = [mark for mark in picture.marks if mark.kind == "initiatief"][:1]
    if stops and now:
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(_at, [*stops, *now]))
        yield (
            f'<polyline class="pw-accent" points="{points}" fill="none" stroke="{palette.accent}" stroke-width="2" '
            'stroke-dasharray="2 3"/>'
        )


def _marks(picture: Picture, texts: list[Box], palette: Palette) -> Iterator[str]:
    """Those of the initiative at their very place; numbered ones beside it where there is no room, with a line."""
    taken: list[tuple[float, float]] = []
    for mark in picture.marks:
        if mark.kind in ("initiatief", "eigen-inschatting"):
            x, y = _at(mark)
            taken.append((x, y))
            yield from _symbol(mark, x, y, palette)
    beside = []
    for mark in picture.marks:
        if mark.kind not in ("initiatief", "eigen-inschatting"):
            x, y = _at(mark)
            right, down = _moved(x, y, taken, texts)
            taken.append((right, down))
            beside.append((mark, right, down))
            if (right, down) != (x, y):
                yield (
                    f'<line class="pw-quiet" x1="{x:.1f}" y1="{y:.1f}" x2="{right:.1f}" y2="{down:.1f}" '
                    f'stroke="{palette.quiet}" stroke-width="1"/>'
                )
                yield f'<circle class="pw-quiet" cx="{x:.1f}" cy="{y:.1f}" r="{DOT}" fill="{palette.quiet}"/>'
    for mark, x, y in beside:  # over all the lines
        yield from _symbol(mark, x, y, palette)


def _moved(x: float, y: float, taken: list[tuple[float, float]], texts: list[Box]) -> tuple[float, float]:
    """The nearest place to this one where a mark covers neither another nor words."""
    least = (2 * RADIUS + GAP) ** 2

    def free(step: tuple[int, int]) -> bool:
        right, down = x + step[0] * STEP, y + step[1] * STEP
        return (
            MARGIN + RADIUS <= right <= RIGHT - RADIUS
            and TOP + RADIUS <= down <= BOTTOM - RADIUS
            and all((right - a) ** 2 + (down - b) ** 2 >= least for a, b in taken)
            and not any(_inside(right, down, box, RADIUS) for box in texts)
        )

    across, below = nearest_free(free, 2 * SIDE // STEP)
    return x + across * STEP, y + below * STEP


def _symbol(mark: Mark, x: float, y: float, palette: Palette) -> Iterator[str]:
    match mark.kind:
        case "initiatief":
            yield (
                f'<circle class="pw-accent" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS - 2}" fill="{palette.accent}" '
                f'stroke="{palette.paper}" stroke-width="2"/>'
            )
        case "eigen-inschatting":
            yield (
                f'<circle class="pw-accent" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS - 2}" fill="{palette.paper}" '
                f'stroke="{palette.accent}" stroke-width="3"/>'
            )
        case "eerder":
            corners = ((x, y - RADIUS), (x + RADIUS, y), (x, y + RADIUS), (x - RADIUS, y))
            points = " ".join(f"{a:.1f},{b:.1f}" for a, b in corners)
            yield (
                f'<polygon class="pw-accent" points="{points}" fill="{palette.paper}" stroke="{palette.accent}" '
                'stroke-width="1.5"/>'
            )
            yield _text(x, y + 4, mark.sign, 11, palette, at="middle")
        case _:
            yield (
                f'<circle class="pw-ink" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS}" fill="{palette.paper}" '
                f'stroke="{palette.ink}" stroke-width="1.2"/>'
            )
            yield _text(x, y + 4, mark.sign, 11, palette, at="middle")


# The legend.


def _entries(picture: Picture) -> list[tuple[Mark | Region | None, str]]:
    entries: list[tuple[Mark | Region | None, str]] = list(picture.legend())
    if picture.region:
        entries.append((picture.region, picture.region.label))
    if any(not mark.label for mark in picture.marks) and picture.unnamed:
        entries.append((None, picture.unnamed))
    return entries


def _columns(picture: Picture) -> int:
    number_of = len(_entries(picture))
    return 1 if number_of <= 4 else 2 if number_of <= 16 else 3


def _rows(picture: Picture) -> list[list[tuple[Mark | Region | None, list[str]]]]:
    """The legend in columns that are read downwards; of every entry its lines."""
    columns = _columns(picture)
    width = (WIDTH - 2 * PAD) / columns - 40
    entries = [(what, _lines(words, width, SMALL)) for what, words in _entries(picture)]
    size = -(-len(entries) // columns)
    return [entries[start : start + size] for start in range(0, len(entries), size)] if entries else []


def _legend_height(picture: Picture) -> float:
    return max((sum(len(lines) * LINE + 9 for _, lines in column) for column in _rows(picture)), default=0) + PAD


def _legend(picture: Picture, palette: Palette) -> Iterator[str]:
    columns = _columns(picture)
    for number, column in enumerate(_rows(picture)):
        x, y = PAD + RADIUS + number * (WIDTH - 2 * PAD) / columns, float(BOTTOM + TOP + 12)
        for what, lines in column:
            yield from _sample(what, x, y, palette)
            for index, line in enumerate(lines):
                yield _text(x + RADIUS + 10, y + 4 + index * LINE, line, SMALL, palette)
            y += len(lines) * LINE + 9


def _sample(what: Mark | Region | None, x: float, y: float, palette: Palette) -> Iterator[str]:
    """What an entry of the legend looks like in the picture."""
    if isinstance(what, Mark):
        yield from _symbol(what, x, y, palette)
    elif isinstance(what, Region):
        yield (
            f'<rect class="pw-region" x="{x - RADIUS:g}" y="{y - 8:g}" width="{2 * RADIUS}" height="16" '
            f'fill="{palette.accent}" fill-opacity="0.12" stroke="{palette.accent}" stroke-dasharray="5 4"/>'
        )
    else:
        yield (
            f'<circle class="pw-ink" cx="{x:g}" cy="{y:g}" r="{RADIUS}" fill="{palette.paper}" '
            f'stroke="{palette.ink}" stroke-width="1.2"/>'
        )
