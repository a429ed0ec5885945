"""Bars in parts as SVG: answers of respondents, how firm a place is, how many stand where."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from poolwijzer.drawing.chart_parts import LEADING, PATTERNS, SMALL, TEXT, ChartSheet, fits, wrapped
from poolwijzer.drawing.charts import BarRow, Bars, tell_count

HIGH = 15.0
GAP = 6.0
ROUNDING = 0.01
"""What adding and taking away may lose: a label that just fits stays whole."""
SIDE, SIDE_OF_ONE = 0.32, 0.4
"""Which part of the breadth labels may take before the bars, and where these have one part; longer ones stand above."""
BESIDE = 400.0
"""From this breadth on longer labels wrap before bars of one part."""
BY_DARKNESS = ("blank", "dots", "slant", "cross", "solid")


def draw_bars(chart: Bars, sheet: ChartSheet) -> tuple[float, list[str]]:
    """How high it is, and what stands on it."""
    behind = max((fits(_said(row, chart), SMALL) for row in chart.rows), default=0.0)
    behind = behind + 8 if behind and behind <= sheet.width * 0.3 else 0.0
    labels = _labels(chart, sheet)
    left, right = labels, sheet.width - behind
    most = max((sum(row.counts) for row in chart.rows), default=1) or 1
    kinds = patterns_for(len(chart.parts), chart.ordered)
    parts: list[str] = []
    y = 0.0
    for row in chart.rows:
        lines = wrapped(row.label, labels - 8 + ROUNDING if labels else sheet.width)
        taller = (len(lines) * LEADING - HIGH) / 2 if labels else 0.0  # beside each other both are in the middle
        lower = max(taller, 0.0)
        parts += sheet.block(0, y + lower - taller, lines)
        y += lower if labels else len(lines) * LEADING + 2
        total = sum(row.counts) if chart.whole else most
        parts += _bar(row, total, kinds, left, right, y, chart, sheet)
        said = _said(row, chart)
        if behind:
            end = right if chart.whole else left + (right - left) * sum(row.counts) / most
            parts.append(sheet.text(end + 6, y + HIGH / 2 + 3, said, size=SMALL))
        y += HIGH + lower
        if said and not behind:
            told = wrapped(said, sheet.width - left, SMALL)
            parts += sheet.block(left, y + 1, told, size=SMALL)
            y += len(told) * LEADING
        y += GAP
    if len(chart.parts) > 1:
        y, legend = sheet.legend(list(zip(kinds, chart.parts, strict=True)), y)
        parts += legend
    return y, parts


def _labels(chart: Bars, sheet: ChartSheet) -> float:
    """How wide the labels before the bars are; 0 where they stand above them."""
    longest = max((fits(row.label) for row in chart.rows), default=0.0) + 8
    if longest <= sheet.width * SIDE:
        return longest
    return sheet.width * SIDE_OF_ONE if len(chart.parts) == 1 and sheet.width >= BESIDE else 0.0


def _said(row: BarRow, chart: Bars) -> str:
    """What stands behind a bar; of one part its number too, which need not fit in it."""
    if len(chart.parts) > 1:
        return row.said
    count = tell_count(row.counts[0], chart)
    return f"{count} ({row.said})" if row.said else count


def patterns_for(number_of: int, ordered: int) -> list[int]:
    """The patterns of so many parts; of those that are ordered the last is the darkest."""
    if not 1 < ordered <= len(BY_DARKNESS):
        return list(range(number_of))
    places = [round(index * (len(BY_DARKNESS) - 1) / (ordered - 1)) for index in range(ordered)]
    kinds = [PATTERNS.index(BY_DARKNESS[place]) for place in places]
    others = [kind for kind in range(len(PATTERNS)) if PATTERNS[kind] not in BY_DARKNESS]
    return [*kinds, *(others[index % len(others)] for index in range(number_of - ordered))]


def _bar(
    row: BarRow, total: int, kinds: list[int], left: float, right: float, y: float, chart: Bars, sheet: ChartSheet
) -> Iterator[str]:
    """The parts of a bar beside each other, each with its number where there is room for it."""
    if not total or not sum(row.counts):
        yield sheet.line(left, y + 1, left, y + HIGH - 1)
        return
    ends = [left + (right - left) * sofar / total for sofar in accumulate(row.counts)]
    for kind, count, start, end in zip(kinds, row.counts, [left, *ends], ends, strict=False):
        if not count:
            continue
        yield from sheet.filled(kind, start, y, end - start, HIGH)
        words = tell_count(count, chart)
        wide = fits(words, TEXT, bold=True)
        if wide + 4 > end - start or len(chart.parts) == 1:
            continue
        middle = (start + end) / 2
        if PATTERNS[kind % len(PATTERNS)] == "solid":
            yield (
                f'<text class="pw-paper" x="{middle:.1f}" y="{y + HIGH / 2 + 3.2:.1f}" font-size="{TEXT}" '
                f'font-weight="bold" text-anchor="middle" fill="{sheet.palette.paper}">{words}</text>'
            )
            continue
        yield (
            f'<rect class="pw-paper" x="{middle - wide / 2 - 1.5:.1f}" y="{y + 2:.1f}" width="{wide + 3:.1f}" '
            f'height="{HIGH - 4:.1f}" fill="{sheet.palette.paper}"/>'
        )
        yield sheet.text(middle, y + HIGH / 2 + 3.2, words, bold=True, at="middle")
