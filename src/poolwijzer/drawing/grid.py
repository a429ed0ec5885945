"""Rows and columns with something in their cells as SVG; where columns would be too narrow, row by row as lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise, product

from poolwijzer.drawing.chart_parts import LEADING, SMALL, SMALL_LEADING, ChartSheet, fits, wrapped
from poolwijzer.drawing.charts import Cell, Grid, GridRow, Item

PAD = 4.0
MARK = 6.5
NARROW = 66.0
"""Of a column with texts: narrower than this is read worse than a list."""
SHORT = 16
"""What is no longer than this is a mark or a level, and no text."""
LABELS, LABELS_BESIDE_LITTLE = 0.22, 0.5
"""Which part of the breadth the labels take at most: beside texts, and beside marks and levels."""
POWERS = 0.5, 0.75, 1.0, 1.25
"""How much more breadth a column gets that has more to say; which is best is tried."""
DARKEST = 0.42
LONGEST_NAME = 40


def draw_grid(chart: Grid, sheet: ChartSheet) -> tuple[float, list[str]]:
    """How high it is, and what stands on it: of the forms in which everything fits the lowest."""
    heads = ""
    if chart.marks and not list(_divisions(chart, sheet)):
        heads = "; ".join(f"{number} {words}" for number, words in enumerate(chart.head[1:], 1) if words != str(number))
        chart = replace(chart, head=(chart.head[0], *(str(number) for number in range(1, len(chart.head)))))
    forms = [_as_table(chart, widths, sheet) for widths in _divisions(chart, sheet)]
    y, parts = min(forms, key=lambda form: form[0]) if forms else _as_lists(chart, sheet)
    y = _legend(chart, y + 4, sheet, parts)
    if heads:
        lines = wrapped(heads, sheet.width - PAD, SMALL)
        parts += sheet.block(PAD, y, lines, size=SMALL)
        y += len(lines) * SMALL_LEADING + 2
    return y, parts


def _divisions(chart: Grid, sheet: ChartSheet) -> Iterator[list[float]]:
    """How the breadth can be divided: the labels before their rows, or above them (0), where all columns have room."""
    marks = 0.0 if chart.marks or not chart.with_boxes else MARK + 3
    columns = [list(_texts(chart, index)) for index in range(len(chart.head))]
    least = [max(map(_longest_word, texts)) + 2 * PAD + 1 for texts in columns]
    wordy = not chart.marks and max(map(len, chain(*columns[1:])), default=0) > SHORT
    rest = [max(low + marks, NARROW if wordy else 0.0) for low in least[1:]]
    labels = max(fits(text, bold=True) for text in columns[0]) + 2 * PAD + 1
    first = min(labels, sheet.width * (LABELS if wordy else LABELS_BESIDE_LITTLE), sheet.width - sum(rest))
    first = max(least[0], first)
    said = [sum(fits(text, SMALL) for text in texts) for texts in columns[1:]]
    fits_before = first + sum(rest) <= sheet.width
    alone = ((first if fits_before or not chart.marks else 0.0, 0.0),)
    for before, power in product((first, 0.0), POWERS) if wordy else alone:
        left = sheet.width - before - sum(rest)
        if left >= 0:
            asks = [ask**power for ask in said]
            yield [before, *(low + left * ask / sum(asks) for low, ask in zip(rest, asks, strict=True))]


def _texts(chart: Grid, index: int) -> Iterator[str]:
    """What a column has to hold; of marks only its head."""
    yield chart.head[index]
    for row in chart.rows:
        if not index:
            yield row.label
        elif not chart.marks:
            yield from (item.words for item in row.cells[index - 1].items)


def _longest_word(words: str) -> float:
    return max((fits(word, SMALL, bold=True) for word in words.split()), default=0.0)


def _are_names(chart: Grid) -> bool:
    """Whether the labels are short names, which are bold; sentences are not, nor what stands under a group."""
    return all(len(row.label) <= LONGEST_NAME and not row.group for row in chart.rows)


# As a table.


def _as_table(chart: Grid, widths: list[float], sheet: ChartSheet) -> tuple[float, list[str]]:
    lefts = [0.0]
    for width in widths:
        lefts.append(lefts[-1] + width)
    parts: list[str] = []
    over, bold = not widths[0], _are_names(chart)
    y = _heads(chart, lefts, 0, sheet, parts)
    group = ""
    for row in chart.rows:
        if row.group != group:
            group = row.group
            lines = wrapped(group, sheet.width - 2 * PAD, bold=True)
            parts += sheet.block(PAD, y + 4, lines, bold=True)
            y += len(lines) * LEADING + 7
            if over and row is not chart.rows[0]:  # on a phone the first are out of sight by then
                y = _heads(chart, lefts, y, sheet, parts)
        if over:
            lines = wrapped(row.label, sheet.width - 2 * PAD, bold=bold)
            parts += sheet.block(PAD, y + 3, lines, bold=bold)
            y += len(lines) * LEADING + 4
        high = _row_in_table(row, chart, lefts, widths, y, sheet, parts)
        y += high
        parts.append(sheet.line(0, y, sheet.width, y, width=0.4))
    return y, parts


def _heads(chart: Grid, lefts: list[float], y: float, sheet: ChartSheet, parts: list[str]) -> float:
    """What stands over the columns, and a line: where it ends."""
    widths = [right - left for left, right in pairwise(lefts)]
    heads = [
        wrapped(words, width - 2 * PAD, SMALL, bold=True) if width else []
        for words, width in zip(chart.head, widths, strict=True)
    ]
    y += max(map(len, heads)) * SMALL_LEADING + 5
    for index, lines in enumerate(heads):
        centred = chart.marks and index > 0
        x = lefts[index] + (widths[index] / 2 if centred else PAD)
        at = "middle" if centred else "start"
        parts += sheet.block(x, y - 5 - len(lines) * SMALL_LEADING, lines, bold=True, size=SMALL, at=at)
    parts.append(sheet.line(0, y, sheet.width, y, width=1.2))
    return y


def _row_in_table(
    row: GridRow, chart: Grid, lefts: list[float], widths: list[float], y: float, sheet: ChartSheet, parts: list[str]
) -> float:
    """One row: how high it is."""
    bold = _are_names(chart)
    label = wrapped(row.label, widths[0] - 2 * PAD, bold=bold) if widths[0] else []
    marks = chart.with_boxes
    cells = [
        [(item, wrapped(item.words, width - 2 * PAD - (MARK + 3) * marks, SMALL, bold=item.chosen)) for item in c.items]
        for c, width in zip(row.cells, widths[1:], strict=True)
    ]
    lines = [1 if chart.marks else sum(len(words) for _, words in cell) for cell in cells]
    high = max(len(label) * LEADING, max(lines, default=1) * SMALL_LEADING, LEADING) + (4 if chart.marks else 6)
    for cell, left, right in zip(row.cells, lefts[1:-1], lefts[2:], strict=True):
        if cell.shade:
            parts.append(sheet.box(left + 0.5, y, right - left - 1, high, cell.shade * DARKEST, outline=False))
    parts += sheet.block(PAD, y + (1 if chart.marks else 2), label, bold=bold)
    for told, left, right in zip(cells, lefts[1:-1], lefts[2:], strict=True):
        if chart.marks:
            side = MARK + 2.5
            for item, _ in told[:1]:
                parts.append(sheet.square((left + right - side) / 2, y + (high - side) / 2, side, filled=item.chosen))
        else:
            _items(told, left + PAD, y + 2, marks, sheet, parts)
    return high


def _items(
    told: list[tuple[Item, list[str]]], x: float, y: float, marks: bool, sheet: ChartSheet, parts: list[str]
) -> None:
    """Items one under the other, with a box before each where some were chosen."""
    for item, lines in told:
        if marks:
            parts.append(sheet.square(x, y + 2, MARK, filled=item.chosen))
        parts += sheet.block(x + (MARK + 3) * marks, y, lines, bold=item.chosen, size=SMALL)
        y += len(lines) * SMALL_LEADING


# As lists.


def _as_lists(chart: Grid, sheet: ChartSheet) -> tuple[float, list[str]]:
    parts: list[str] = []
    y, marks, side = 0.0, chart.with_boxes, sheet.width * 0.34
    for row in chart.rows:
        bold = _are_names(chart)
        title = wrapped(f"{row.group}: {row.label}" if row.group else row.label, sheet.width, bold=bold)
        parts += sheet.block(0, y + 2, title, bold=bold)
        y += len(title) * LEADING + 5
        for head, cell in zip(chart.head[1:], row.cells, strict=True):
            y += _cell_in_list(head, cell, y, side, marks, chart, sheet, parts)
        y += 3
        parts.append(sheet.line(0, y, sheet.width, y, width=0.4))
    return y, parts


def _cell_in_list(
    head: str, cell: Cell, y: float, side: float, marks: bool, chart: Grid, sheet: ChartSheet, parts: list[str]
) -> float:
    """What a column holds for a row, behind its head: how high it is."""
    if not cell.items:
        return 0.0
    lines = wrapped(head, side - 8, SMALL)
    room = sheet.width - side - (MARK + 3) * marks
    told = [(item, wrapped(item.words, room, SMALL, bold=item.chosen)) for item in cell.items]
    high = max(len(lines), sum(len(words) for _, words in told)) * SMALL_LEADING + 2
    if cell.shade:
        parts.append(sheet.box(side - 3, y, sheet.width - side + 3, high, cell.shade * DARKEST, outline=False))
    parts += sheet.block(0, y, lines, size=SMALL)
    _items(told, side, y, marks, sheet, parts)
    return high


def _legend(chart: Grid, y: float, sheet: ChartSheet, parts: list[str]) -> float:
    """What a box with a tick is, and one without where a sign has to do: where it ends."""
    told = []
    if chart.chosen and chart.with_boxes:
        told.append((chart.chosen, True))
    if chart.marks:
        seen = dict.fromkeys(i.words for row in chart.rows for c in row.cells for i in c.items if not i.chosen)
        told += [(words, False) for words in seen]
    x = PAD
    if chart.shade:
        for share in (0.0, 0.5, 1.0):
            parts.append(sheet.box(x, y + 1.5, MARK + 3, MARK + 2, share * DARKEST))
            x += MARK + 3
        parts.append(sheet.text(x + 4, y + SMALL, chart.shade, size=SMALL))
        x += fits(chart.shade, SMALL) + 20
    for words, filled in told:
        parts.append(sheet.square(x, y + 2, MARK, filled=filled))
        parts.append(sheet.text(x + MARK + 4, y + SMALL, words, size=SMALL))
        x += fits(words, SMALL) + MARK + 20
    return y + LEADING + 2 if told or chart.shade else y
