"""The charts drawn with characters, for a terminal: bars as blocks, dots on a line, boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from textwrap import wrap

from poolwijzer.drawing import canvas
from poolwijzer.drawing.charts import BarRow, Bars, Cell, Chart, Grid, Road, ScaleRow, Scales, tell_count

PLAIN = canvas.PLAIN | str.maketrans("█▓▒░◆■□", "#=:.+#-")
"""For a console that cannot show these signs: the nearest ones that every console has."""
FILLS = "█▒░▓"
"""Of the parts of a bar, one after the other; more than these are told apart by their order."""
BY_DARKNESS = "·░▒▓█"
NARROWEST, BROADEST = 40, 96
SHORTEST, LONGEST = 12, 60
"""How long a bar is at least, and at most."""
TICKED, OPEN = "■", "□"
LEAST_LABEL = 24
"""How much room a longer label gets at least before columns."""


def lines_of_chart(chart: Chart, width: int) -> list[str]:
    """A chart in lines of at most this many columns (and no fewer than 40), its title first.

    All that stands in it is as typed: who prints it keeps markup out. `PLAIN` translates the signs for old consoles.
    """
    room = min(max(width, NARROWEST), BROADEST)
    match chart:
        case Scales():
            lines = _bars_on_scale(chart, room) if chart.bars else _dots(chart, room)
        case Grid():
            lines = _grid(chart, room)
        case Bars():
            lines = _bars(chart, room)
        case Road():
            lines = _road(chart, room)
    return [line.rstrip() for line in (*wrap(chart.title, room), "", *lines)]


# Scales.


def _bars_on_scale(chart: Scales, width: int) -> Iterator[str]:
    """Each row as a bar, with its interval between brackets."""
    long = min(width - 2, LONGEST)
    for row in chart.rows:
        yield from wrap(f"{row.label}: {row.said}", width)
        yield f"  {_bar_on_scale(row, chart, long)}"
    if chart.zones:
        yield f"  {_zone_words(chart, long)}"
    if chart.reach and any(row.low is not None for row in chart.rows):
        yield from wrap(f"[ ]: {chart.reach}", width)


def _bar_on_scale(row: ScaleRow, chart: Scales, long: int) -> str:
    if row.at is None:
        return "?".center(long, "·").rstrip()
    start = min(round(chart.start * long), long - 1)
    left, right = sorted((start, round(row.at * long)))
    right = max(right, left + (not chart.start))  # from the first end there is always something to see
    cells = ["░"] * left + ["█"] * (right - left) + ["░"] * (long - right)
    for zone in chart.zones[:-1]:
        cells[min(round(zone.end * long), long - 1)] = "│"
    if row.low is not None and row.high is not None and row.high > row.low:
        cells[min(round(row.low * long), long - 2)] = "["
        cells[min(round(row.high * long), long - 1)] = "]"
    return "".join(cells)


def _zone_words(chart: Scales, long: int) -> str:
    cells = [" "] * long
    for zone in chart.zones:
        left, right = round(zone.start * long), round(zone.end * long)
        words = zone.words[: max(right - left, 1)]
        start = left + (right - left - len(words)) // 2
        cells[start : start + len(words)] = words
    return "".join(cells)


def _dots(chart: Scales, width: int) -> Iterator[str]:
    """Each row as a line with a dot, and under it how many of the others stand where."""
    step = min((min(width, LONGEST) - 6) // max(len(chart.ticks) - 1, 1), 12)
    for number, tick in enumerate(chart.ticks, 1):
        if tick.words != str(number):
            yield from wrap(f"{number} {tick.words}", width)
    yield ""
    for row in chart.rows:
        remark = f" ({row.remark})" if row.remark else ""
        yield from wrap(f"{row.label}{remark}", width)
        yield f"  {_dotted(row, chart, step)}"
        if row.at is None:
            yield from wrap(f"? {row.said}", width, initial_indent="  ", subsequent_indent="    ")
        if others := _others(row, chart, step):
            yield f"  {others}"
    yield ""
    yield from _dots_key(chart, width)


def _place(at: float, chart: Scales, step: int) -> int:
    return round(at * step * max(len(chart.ticks) - 1, 1))


def _dotted(row: ScaleRow, chart: Scales, step: int) -> str:
    cells = list("─" * (step * max(len(chart.ticks) - 1, 1) + 1))
    for number, tick in enumerate(chart.ticks, 1):
        cells[_place(tick.at, chart, step)] = str(number)[-1]
    if row.at is not None:
        cells[_place(row.at, chart, step)] = "●"
    return "".join(cells)


def _others(row: ScaleRow, chart: Scales, step: int) -> str:
    """How many stand under each point: of others, or hands."""
    hands = zip((tick.at for tick in chart.ticks), row.hands, strict=False)
    counts = list(hands) if row.hands else [(one.at, one.count) for one in row.others]
    cells = [" "] * (step * max(len(chart.ticks), 1) + 4)
    for at, count in counts:
        if count:
            told = f"{count}x"
            start = _place(at, chart, step)
            cells[start : start + len(told)] = told
    return "".join(cells).rstrip()


def _dots_key(chart: Scales, width: int) -> Iterator[str]:
    if chart.dot:
        yield from wrap(f"● {chart.dot}", width)
    counted = [words.split(":")[0] for words in (chart.others, chart.hands) if words]
    if counted:
        yield from wrap(f"2x: zo veel {' of '.join(counted)}", width)


# Grids.


def _grid(chart: Grid, width: int) -> Iterator[str]:
    """Marks and short words in columns, whose heads are numbers where names do not fit; longer texts row by row."""
    key: list[str] = []
    if chart.marks and _columns(chart, width) is None:
        key = [f"{number} {words}" for number, words in enumerate(chart.head[1:], 1)]
        chart = replace(chart, head=(chart.head[0], *(str(number) for number in range(1, len(chart.head)))))
    columns = _columns(chart, width)
    yield from _grid_in_lists(chart, width) if columns is None else _grid_in_columns(chart, columns, width)
    if any(item.chosen for row in chart.rows for cell in row.cells for item in cell.items) and chart.chosen:
        yield f"{TICKED} {chart.chosen}"
    if chart.shade:
        yield from wrap(f"{BY_DARKNESS[1:]}: {chart.shade}", width)
    if chart.marks:
        words = dict.fromkeys(i.words for row in chart.rows for c in row.cells for i in c.items if not i.chosen)
        yield from (f"{OPEN} {one}" for one in words)
    for words_of_head in key:
        yield from wrap(words_of_head, width, subsequent_indent="  ")


def _columns(chart: Grid, width: int) -> list[int] | None:
    """How wide the labels and the columns are; None where they do not fit."""
    columns = [
        max(len(head), *(len(_cell(row.cells[index], chart)) for row in chart.rows))
        for index, head in enumerate(chart.head[1:])
    ]
    left = width - sum(columns) - 2 * len(columns)
    label = min(max(len(row.label) for row in chart.rows), left)
    return [label, *columns] if label >= min(LEAST_LABEL, max(len(row.label) for row in chart.rows)) else None


def _cell(cell: Cell, chart: Grid) -> str:
    if chart.marks:
        return "".join(TICKED if item.chosen else OPEN for item in cell.items[:1])
    told = "; ".join(f"{TICKED} {item.words}" if item.chosen else item.words for item in cell.items)
    dark = f"{BY_DARKNESS[round(cell.shade * (len(BY_DARKNESS) - 1))]} " if chart.shade and told else ""
    return f"{dark}{told}"


def _grid_in_columns(chart: Grid, columns: list[int], width: int) -> Iterator[str]:
    def line(first: str, cells: list[str]) -> str:
        return "  ".join(words.ljust(room) for words, room in zip((first, *cells), columns, strict=True))

    yield line(chart.head[0] if len(chart.head[0]) <= columns[0] else "", list(chart.head[1:]))
    group = ""
    for row in chart.rows:
        if row.group != group:
            group = row.group
            yield from wrap(group, width)
        first, *rest = wrap(row.label, columns[0]) or [""]
        yield line(first, [_cell(cell, chart) for cell in row.cells])
        yield from rest


def _grid_in_lists(chart: Grid, width: int) -> Iterator[str]:
    for row in chart.rows:
        yield from wrap(f"{row.group}: {row.label}" if row.group else row.label, width)
        for head, cell in zip(chart.head[1:], row.cells, strict=True):
            if len(cell.items) == 1:
                told = f"{_cell(cell, chart)} {head}" if chart.marks else f"{head}: {_cell(cell, chart)}"
                yield from wrap(told, width, initial_indent="  ", subsequent_indent="    ")
            elif cell.items:
                yield from wrap(head, width, initial_indent="  ", subsequent_indent="  ")
                for item in cell.items:
                    sign = TICKED if item.chosen else "-"
                    yield from wrap(item.words, width, initial_indent=f"    {sign} ", subsequent_indent="      ")


# Bars.


def _bars(chart: Bars, width: int) -> Iterator[str]:
    """Each bar in blocks with its numbers behind it, or under it where it would be too short."""
    signs = _signs(len(chart.parts), chart.ordered)
    longest = max((len(row.label) for row in chart.rows), default=0)
    beside = longest <= width // 3
    room = width - (longest + 2 if beside else 2)
    behind = max((len(_counts(row, chart)) for row in chart.rows), default=0) + 2
    under = room - behind < SHORTEST
    long = min(room if under else room - behind, LONGEST)
    most = max((sum(row.counts) for row in chart.rows), default=1) or 1
    for row in chart.rows:
        if not beside:
            yield from wrap(row.label, width)
        start = row.label.ljust(longest + 2) if beside else "  "
        blocks = _blocks(row.counts, sum(row.counts) if chart.whole else most, long, signs)
        yield f"{start}{blocks}" if under else f"{start}{blocks}  {_counts(row, chart)}"
        told = (_counts(row, chart) if under else "", row.said if len(chart.parts) > 1 else "")
        yield from wrap("  ".join(filter(None, told)), width, initial_indent="  ", subsequent_indent="  ")
    if len(chart.parts) > 1:
        yield ""
        for sign, part in zip(signs, chart.parts, strict=True):
            yield from wrap(part, width, initial_indent=f"{sign} ", subsequent_indent="  ")


def _signs(number_of: int, ordered: int) -> str:
    if 1 < ordered <= len(BY_DARKNESS):
        last = len(BY_DARKNESS) - 1
        dark = (BY_DARKNESS[round(index * last / (ordered - 1))] for index in range(ordered))
        return "".join(dark) + "-" * (number_of - ordered)
    return "".join(FILLS[index % len(FILLS)] for index in range(number_of))


def _counts(row: BarRow, chart: Bars) -> str:
    """The numbers of a bar, in the order of its parts; of one part what stands behind it as well."""
    told = " + ".join(tell_count(count, chart) for count in row.counts)
    return f"{told} ({row.said})" if len(chart.parts) == 1 and row.said else told


def _blocks(counts: tuple[int, ...], total: int, long: int, signs: str) -> str:
    if not total:
        return ""
    ends = [round(long * sofar / total) for sofar in accumulate(counts)]
    return "".join(sign * (end - start) for sign, start, end in zip(signs, [0, *ends], ends, strict=False))


# Roads.


def _road(chart: Road, width: int) -> Iterator[str]:
    for index, stop in enumerate(chart.stops):
        sign = {"nu": "»", "gedaan": "●"}.get(stop.progress, "○")
        bar = "│" if index < len(chart.stops) - 1 else " "
        said = "; ".join(filter(None, (stop.progress, stop.when)))
        yield from wrap(
            f"{stop.label} ({said})" if said else stop.label,
            width,
            initial_indent=f"{sign} ",
            subsequent_indent=f"{bar}   ",
        )
        for words in stop.decisions:
            yield from wrap(words, width, initial_indent=f"{bar}   ◆ ", subsequent_indent=f"{bar}     ")
    if chart.deadlines:
        yield ""
        yield "Deze dagen liggen vast"
        for one in chart.deadlines:
            yield from wrap(f"{one.when}: {one.label}", width, initial_indent="- ", subsequent_indent="  ")
