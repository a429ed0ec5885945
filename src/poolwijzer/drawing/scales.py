"""Rows on one scale as SVG: the axes as bars with their levels, or answers as dots with what others answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import sqrt

from poolwijzer.drawing.chart_parts import LEADING, SMALL, TEXT, ChartSheet, fits, wrapped
from poolwijzer.drawing.charts import ScaleRow, Scales

BAR, THICK = 16.0, 8.0
"""How high the levels behind a bar are, and the bar."""
ZONE_SHADES = (0.06, 0.14, 0.22)
BESIDE = 330.0
"""From this breadth on labels stand before their row, and else above it."""
LABELS = 0.46
"""Which part of the breadth they get there."""
BUBBLE, DOT, HAND = 8.0, 4.0, 15.0
"""How large others are at most, how large the dot of a row is, and how high the hands are."""
GAP = 7.0
EDGE = 22.0
"""Beside the first tick and the last, for half of the words that stand there."""


def draw_scales(chart: Scales, sheet: ChartSheet) -> tuple[float, list[str]]:
    """How high it is, and what stands on it."""
    return _bars(chart, sheet) if chart.bars else _dots(chart, sheet)


# Bars.


def _bars(chart: Scales, sheet: ChartSheet) -> tuple[float, list[str]]:
    parts: list[str] = []
    y = 0.0
    for row in chart.rows:
        said = wrapped(row.said, sheet.width * 0.45, bold=True)
        label = wrapped(row.label, sheet.width - max(map(fits, said)) * 1.1 - 10)
        parts += sheet.block(0, y, label)
        parts += sheet.block(sheet.width, y, said, bold=True, at="end")
        y += max(len(label), len(said)) * LEADING + 3
        parts += _bar(row, chart, y, sheet)
        y += BAR + GAP
    if chart.zones:
        lines = [_zone_words(zone.words, (zone.end - zone.start) * sheet.width) for zone in chart.zones]
        for zone, words in zip(chart.zones, lines, strict=True):
            parts += sheet.block((zone.start + zone.end) / 2 * sheet.width, y - 4, words, at="middle", size=SMALL)
        y += max(map(len, lines)) * LEADING + 1
    if chart.reach:
        parts += _whisker(4, 26, y + 5, sheet)
        words = wrapped(chart.reach, sheet.width - 34, SMALL)
        parts += sheet.block(32, y, words, size=SMALL)
        y += len(words) * LEADING
    return y + 2, parts


def _zone_words(words: str, room: float) -> list[str]:
    return wrapped(words, max(room, 30), SMALL)


def _bar(row: ScaleRow, chart: Scales, y: float, sheet: ChartSheet) -> Iterator[str]:
    width = sheet.width
    for index, zone in enumerate(chart.zones):
        shade = ZONE_SHADES[min(index, len(ZONE_SHADES) - 1)]
        yield sheet.box(zone.start * width, y, (zone.end - zone.start) * width, BAR, shade)
    if not chart.zones:
        yield sheet.box(0, y, width, BAR)
    middle = y + BAR / 2
    if row.at is None:
        yield sheet.text(width / 2, middle + 3.5, "?", bold=True, at="middle", size=TEXT + 2)
        return
    left, right = (round(end * width, 1) for end in sorted((row.at, chart.start)))
    yield (
        f'<rect class="pw-accent" x="{left:g}" y="{middle - THICK / 2:.1f}" width="{max(right - left, 2):.1f}" '
        f'height="{THICK:.1f}" fill="{sheet.palette.accent}"/>'
    )
    if chart.start:
        yield sheet.line(chart.start * width, y, chart.start * width, y + BAR, ink=True)
    if row.low is not None and row.high is not None and row.high > row.low:
        yield from _whisker(row.low * width, row.high * width, middle, sheet)


def _whisker(left: float, right: float, y: float, sheet: ChartSheet) -> Iterator[str]:
    """An interval, with a light edge so that it shows on a bar as well."""
    left, right = max(left, 0.8), min(right, sheet.width - 0.8)
    path = f"M{left:.1f} {y - 4:.1f}v8M{left:.1f} {y:.1f}H{right:.1f}M{right:.1f} {y - 4:.1f}v8"
    yield f'<path class="pw-paper" d="{path}" fill="none" stroke="{sheet.palette.paper}" stroke-width="3.4"/>'
    yield f'<path class="pw-ink" d="{path}" fill="none" stroke="{sheet.palette.ink}" stroke-width="1.4"/>'


# Dots.


@dataclass(frozen=True)
class _Room:
    """Where the scale is on the sheet."""

    left: float
    right: float
    labels: float
    """How wide a label may be."""

    def at(self, share: float) -> float:
        return self.left + share * (self.right - self.left)


def _dots(chart: Scales, sheet: ChartSheet) -> tuple[float, list[str]]:
    beside = sheet.width >= BESIDE
    left = sheet.width * LABELS if beside else 0.0
    room = _Room(left + EDGE, sheet.width - EDGE, left - 4 if beside else sheet.width)
    named, key = _ticks(chart, room)
    parts: list[str] = []
    y = _draw_ticks(named, chart, room, 0, sheet, parts)
    most = max((one.count for row in chart.rows for one in row.others), default=1)
    hands = max((count for row in chart.rows for count in row.hands), default=1)
    for index, row in enumerate(chart.rows):
        if index:
            parts.append(sheet.line(0, y, sheet.width, y, width=0.3))
        y = _dot_row(row, chart, room, y, (most, hands), sheet, parts)
    parts.append(sheet.line(0, y, sheet.width, y, width=0.3))
    return _key(chart, key, y + 5, sheet, parts) + 2, parts


def _ticks(chart: Scales, room: _Room) -> tuple[list[list[str]], str]:
    """What stands at each tick, and where words have no room numbers, with what they mean."""
    step = (room.right - room.left) / max(len(chart.ticks) - 1, 1)
    room_for = min(step - 2, 2 * EDGE)
    lines = [wrapped(tick.words, room_for, SMALL) for tick in chart.ticks]
    whole = all(fits(word, SMALL) <= room_for for tick in chart.ticks for word in tick.words.split())
    if whole and max(map(len, lines), default=0) <= 3:
        return lines, ""
    told = "; ".join(f"{number} {tick.words}" for number, tick in enumerate(chart.ticks, 1))
    return [[str(number)] for number, _ in enumerate(chart.ticks, 1)], told


def _draw_ticks(
    named: list[list[str]], chart: Scales, room: _Room, y: float, sheet: ChartSheet, parts: list[str]
) -> float:
    high = max(map(len, named), default=0)
    for words, tick in zip(named, chart.ticks, strict=True):
        parts += sheet.block(room.at(tick.at), y + (high - len(words)) * LEADING, words, at="middle", size=SMALL)
    return y + high * LEADING + 3


def _dot_row(
    row: ScaleRow,
    chart: Scales,
    room: _Room,
    y: float,
    most: tuple[int, int],
    sheet: ChartSheet,
    parts: list[str],
) -> float:
    """One row: where it ends."""
    label = wrapped(row.label, room.labels)
    remark = wrapped(f"({row.remark})", room.labels, SMALL) if row.remark else []
    end = fits(label[-1]) + 4
    behind = len(remark) == 1 and end + fits(remark[0], SMALL) <= room.labels  # on the last line of the label
    words = (len(label) + (0 if behind else len(remark))) * LEADING
    up = HAND + 2 if any(row.hands) else BUBBLE + 3 if row.others else DOT + 4
    down = BUBBLE + 3 if row.others else DOT + 4
    above = room.left < BESIDE * LABELS
    high = words + up + down + 2 if above else max(words + 6, up + down + 2)
    top = y + 3 if above else y + (high - words) / 2 - 1
    parts += sheet.block(0, top, label)
    x, below = (end, len(label) - 1) if behind else (0.0, len(label))
    parts += sheet.block(x, top + below * LEADING + (TEXT - SMALL) * behind, remark, size=SMALL)
    middle = y + high - down - 1 if above else y + (high + up - down) / 2
    parts.append(sheet.line(room.left, middle, room.right, middle))
    for tick in chart.ticks:
        parts.append(sheet.line(room.at(tick.at), middle - 2.5, room.at(tick.at), middle + 2.5))
    for count, tick in zip(row.hands, chart.ticks, strict=False):
        if count:
            tall = HAND * count / most[1]
            parts.append(sheet.box(room.at(tick.at) - 6, middle - tall, 12, tall, 0.25))
    for one in row.others:
        parts.append(sheet.circle(room.at(one.at), middle, max(BUBBLE * sqrt(one.count / most[0]), 2.0)))
    if row.at is not None:
        parts.append(sheet.circle(room.at(row.at), middle, DOT, filled=True))
    else:
        parts += _unknown(row.said, (room.left + room.right) / 2, middle, sheet)
    return y + high


def _unknown(said: str, x: float, y: float, sheet: ChartSheet) -> Iterator[str]:
    """A sign that it is not known, and how that comes, on the line."""
    words = f"? {said}"
    wide = fits(words, SMALL) + 6
    yield (
        f'<rect class="pw-paper" x="{x - wide / 2:.1f}" y="{y - 6:.1f}" width="{wide:.1f}" height="12" '
        f'fill="{sheet.palette.paper}"/>'
    )
    yield sheet.text(x, y + 3, words, at="middle", size=SMALL)


def _key(chart: Scales, numbers: str, y: float, sheet: ChartSheet, parts: list[str]) -> float:
    """What the signs are: where it ends."""
    signs: dict[str, Callable[[float, float], list[str]]] = {
        chart.dot: lambda x, at: [sheet.circle(x, at, DOT, filled=True)],
        chart.others: lambda x, at: [sheet.circle(x - 3, at, 2.5), sheet.circle(x + 4, at, 4.5)],
        chart.hands: lambda x, at: [sheet.box(x - 5, at - 1, 5, 5, 0.25), sheet.box(x + 1, at - 4, 5, 8, 0.25)],
    }
    x = 0.0
    for words, sign in signs.items():
        if not words:
            continue
        wide = fits(words, SMALL) + 30
        if x and x + wide > sheet.width:
            x, y = 0.0, y + LEADING + 2
        parts += sign(x + 8, y + 5)
        lines = wrapped(words, sheet.width - 22, SMALL)
        parts += sheet.block(x + 20, y, lines, size=SMALL)
        x, y = x + wide, y + (len(lines) - 1) * LEADING
    y += LEADING + 2 if x else 0
    if numbers:
        lines = wrapped(numbers, sheet.width, SMALL)
        parts += sheet.block(0, y, lines, size=SMALL)
        y += len(lines) * LEADING
    return y
