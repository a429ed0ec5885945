"""The phases of a plan as SVG: a line with a stop for each, where it is now, the decisions and the months."""

from __future__ import annotations

from poolwijzer.drawing.chart_parts import LEADING, SMALL, TEXT, ChartSheet, fits, wrapped
from poolwijzer.drawing.charts import Deadline, Progress, Road, Stop

LINE, WORDS = 10.0, 26.0
"""Where the line is from above to below, and where the words begin beside it."""
STOP, NOW, DECISION = 4.5, 7.5, 4.0
LONG_WHEN = 66.0
"""Months have this much room at a stop."""


def draw_road(chart: Road, sheet: ChartSheet) -> tuple[float, list[str]]:
    """How high it is, and what stands on it; the line runs from left to right where its words have room."""
    parts: list[str] = []
    step = sheet.width / max(len(chart.stops), 1)
    longest = max((fits(word, bold=True) for stop in chart.stops for word in stop.label.split()), default=0)
    when = any(stop.when for stop in chart.stops)
    across = longest + 4 <= step and (not when or step >= LONG_WHEN)
    y = _across(chart, step, sheet, parts) if across else _down(chart, sheet, parts)
    if chart.deadlines:
        y = _deadlines(chart.deadlines, y + 2, sheet, parts)
    return y, parts


def _sign(progress: Progress, x: float, y: float, sheet: ChartSheet) -> list[str]:
    """A stop: filled where it is done, large where it is now, else open."""
    palette = sheet.palette
    if progress == "gedaan":
        return [sheet.circle(x, y, STOP, filled=True)]
    around = (
        f'<circle class="pw-paper" cx="{x:.1f}" cy="{y:.1f}" r="{NOW if progress == "nu" else STOP:.1f}" '
        f'fill="{palette.paper}" stroke="{palette.accent}" stroke-width="{2.5 if progress == "nu" else 1.5}"/>'
    )
    return [around, sheet.circle(x, y, STOP, filled=True)] if progress == "nu" else [around]


# From left to right.


def _across(chart: Road, step: float, sheet: ChartSheet, parts: list[str]) -> float:
    """The line with its words under it, and the decisions of each phase under that: where they end."""
    y = LEADING + NOW + 3
    middles = [(index + 0.5) * step for index in range(len(chart.stops))]
    parts.append(sheet.line(middles[0], y, middles[-1], y, width=2))
    end = y
    for stop, x in zip(chart.stops, middles, strict=True):
        now = stop.progress == "nu"
        parts += _sign(stop.progress, x, y, sheet)
        if now:
            parts.append(sheet.text(x, y - NOW - 4, "nu", bold=True, at="middle"))
        label = wrapped(stop.label, step - 2, bold=now)
        parts += sheet.block(x, y + NOW + 1, label, bold=now, at="middle")
        below = y + NOW + 1 + len(label) * LEADING
        said = stop.when or ("gedaan" if stop.progress == "gedaan" else "")
        lines = wrapped(said, step - 2, SMALL) if said else []
        parts += sheet.block(x, below, lines, at="middle", size=SMALL)
        end = max(end, below + len(lines) * LEADING)
    y = end + 7
    for stop in chart.stops:
        if stop.decisions:
            phase = f"{stop.label[:1].lower()}{stop.label[1:]}"
            what = "Besluit" if len(stop.decisions) == 1 else "Besluiten"
            title = wrapped(f"{what} bij {phase}", sheet.width, bold=True)
            parts += sheet.block(0, y, title, bold=True)
            y = _decisions(stop, 0, y + len(title) * LEADING + 2, sheet, parts) + 3
    return y


# From above to below.


def _down(chart: Road, sheet: ChartSheet, parts: list[str]) -> float:
    """Each stop with its words beside it: where they end."""
    tops: list[float] = []
    told: list[str] = []
    y = 4.0
    for stop in chart.stops:
        tops.append(y + 6)
        y = _beside(stop, y, sheet, told)
    if len(tops) > 1:
        parts.append(sheet.line(LINE, tops[0], LINE, tops[-1], width=2))
    parts += told
    return y


def _beside(stop: Stop, y: float, sheet: ChartSheet, parts: list[str]) -> float:
    now = stop.progress == "nu"
    parts += _sign(stop.progress, LINE, y + 6, sheet)
    said = "; ".join(filter(None, (stop.progress, stop.when)))
    title = wrapped(stop.label, sheet.width - WORDS, bold=now)
    parts += sheet.block(WORDS, y, title, bold=now)
    beside = WORDS + fits(title[-1], bold=now) + 8
    if said and len(title) == 1 and beside + fits(said, SMALL, bold=now) <= sheet.width:
        parts.append(sheet.text(beside, y + TEXT, said, size=SMALL, bold=now))
        said = ""
    y += len(title) * LEADING
    if said:
        lines = wrapped(said, sheet.width - WORDS, SMALL, bold=now)
        parts += sheet.block(WORDS, y, lines, size=SMALL, bold=now)
        y += len(lines) * LEADING
    return _decisions(stop, WORDS, y + 1, sheet, parts) + 6


def _decisions(stop: Stop, x: float, y: float, sheet: ChartSheet, parts: list[str]) -> float:
    """What is decided in a phase, a diamond before each: where it ends."""
    for words in stop.decisions:
        lines = wrapped(words, sheet.width - x - 13, SMALL)
        parts.append(sheet.diamond(x + DECISION + 0.6, y + 5.5, DECISION))
        parts += sheet.block(x + 13, y + 0.5, lines, size=SMALL)
        y += len(lines) * LEADING + 2
    return y


def _deadlines(deadlines: tuple[Deadline, ...], y: float, sheet: ChartSheet, parts: list[str]) -> float:
    """The days that are fixed, under a line: where they end."""
    parts.append(sheet.line(0, y, sheet.width, y, width=0.4))
    parts.append(sheet.text(0, y + TEXT + 4, "Deze dagen liggen vast", bold=True))
    y += LEADING + 6
    side = max(fits(one.when, SMALL) for one in deadlines) + 10
    for one in deadlines:
        if side <= sheet.width * 0.4:
            lines = wrapped(one.label, sheet.width - side, SMALL)
            parts.append(sheet.text(0, y + SMALL, one.when, size=SMALL))
            parts += sheet.block(side, y, lines, size=SMALL)
        else:
            lines = wrapped(f"{one.when}: {one.label}", sheet.width, SMALL)
            parts += sheet.block(0, y, lines, size=SMALL)
        y += len(lines) * LEADING + 1
    return y + 2
