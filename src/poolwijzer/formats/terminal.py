"""A report on a terminal or in a pipe, readable from 60 columns on and without colour."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as RichTable
from rich.text import Text

from poolwijzer.drawing.canvas import HEIGHT, draw_canvas, legend_lines
from poolwijzer.drawing.charts import Bars, Grid, Road, Scales
from poolwijzer.drawing.model import Drawing, Picture
from poolwijzer.drawing.plain_charts import PLAIN, lines_of_chart
from poolwijzer.dutch import NO_BREAK_SPACE
from poolwijzer.engine.results import Verdict
from poolwijzer.formats.signs import has_signs, spell
from poolwijzer.report.model import Beside, Block, Bullets, Card, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.texts import flat, with_annexes
from poolwijzer.report.typed_text import change_texts

HELD = "\ufdd0"
"""Stands for a space that holds words together while lines are laid out: no sign that any text has."""
WIDEST = 110
"""Lines longer than this read badly; wider terminals keep their margin."""
TONES = {"gewoon": "", "sterk": "bold", "stil": "italic", "let-op": "bold"}
"""No colours, and nothing dim: on somebody's background each of them cannot be read."""
BADGES: dict[Verdict, str] = {"past-goed": "bold", "kan": "", "nog-niet-te-zeggen": "italic", "minder-passend": ""}
SIGNS: dict[Verdict, str] = {
    "past-goed": "[++]",
    "kan": "[+ ]",
    "nog-niet-te-zeggen": "[? ]",
    "minder-passend": "[- ]",
}
"""Beside the words, so that the verdict shows at a glance."""
NARROW = 90
SHORT = 18
"""A column of cells up to this long takes no more room than it needs."""
MARK, LEAST = 6, 20
"""A narrow screen has room for columns of marks up to this long, beside a first column that is at least so wide."""


class Room(NamedTuple):
    """How much a report may take: columns for its lines, and rows for each field of a drawing."""

    width: int
    rows: int = HEIGHT


def show_report(report: Report, console: Console, rows: int = HEIGHT) -> None:
    """Print a report, with this many rows for each field of a drawing; nothing in it is taken for markup."""
    room = Room(min(console.width, WIDEST), rows)
    shows_lines = has_signs("┼●»█◆", console.encoding)
    if not shows_lines:  # before all is laid out: some get longer
        report = change_texts(report, partial(spell, encoding=console.encoding))
    # Lines are broken at every space there is, also at one that holds an amount to its sign.
    report = change_texts(report, lambda text: text.replace(NO_BREAK_SPACE, HELD))
    for part in _parts(report, room):
        with console.capture() as lines:
            console.print(part, width=room.width, markup=False, highlight=False, emoji=False)
        text = lines.get() if shows_lines else lines.get().translate(PLAIN)
        text = text.replace(HELD, NO_BREAK_SPACE)
        # Tables pad their cells; in a pipe or a file those spaces are noise.
        console.file.write(text if console.is_terminal else "".join(f"{line.rstrip()}\n" for line in text.splitlines()))


def _parts(report: Report, room: Room) -> Iterator[RenderableType]:
    yield Text(report.title, "bold")
    if report.subtitle:
        yield Text(report.subtitle)
    for section in with_annexes(report.sections):
        yield Text()
        if section.title:
            yield Rule(Text(section.title, "bold"), align="left", style="none")
        yield from _section(section, room)


def _section(section: Section, room: Room) -> Iterator[RenderableType]:
    yield from _spaced(section.blocks, room)
    for part in section.parts:
        yield Text()
        yield Text(part.title, "bold underline")
        yield from _section(part, room)


def _spaced(blocks: tuple[Block, ...], room: Room) -> Iterator[RenderableType]:
    """The blocks with a blank line where two of them would run together."""
    before: Block | None = None
    for block in flat(blocks):
        if before and _apart(before, block):
            yield Text()
        yield _block(block, room)
        before = block


def _apart(before: Block, after: Block) -> bool:
    large = Card | Table | Picture
    match before, after:
        case (Labelled(), Paragraph(tone="gewoon" | "sterk")) | (Paragraph(tone="gewoon"), Labelled()):
            return True
    return isinstance(after, large) or isinstance(before, large)


def _block(block: Block, room: Room) -> RenderableType:
    match block:
        case Paragraph(line=line, tone=tone):
            return _text(line, TONES[tone])
        case Bullets(items=items, numbered=numbered):
            return _hanging(((f"{index}." if numbered else "-", _text(item)) for index, item in enumerate(items, 1)))
        case Labelled(rows=rows):
            return _labelled(rows, room.width)
        case Table():
            return _table(block, room.width)
        case Card():
            return _card(block, room)
        case Beside(left=left, right=right):
            return Group(*_spaced((*left, *right), room))
        case Scales() | Grid() | Bars() | Road():
            title, _, drawn = "\n".join(lines_of_chart(block, room.width)).partition("\n\n")
            return Group(Text(title, "bold"), Text(drawn, no_wrap=True))
        case Drawing():
            canvas = Text(draw_canvas(block, room.width, room.rows), no_wrap=True)
            return Group(canvas, Text(), *map(Text, legend_lines(block)))


def _text(line: Line, style: str = "") -> Text:
    text = Text(line.text, style)
    if line.derived:
        text.append(" (onze afleiding)", "italic")
    if line.notes:
        text.append(f" [{', '.join(map(str, line.notes))}]")
    if line.url:
        text.append(f" {line.url}")
    return text


def _hanging(rows: Iterator[tuple[str, Text]]) -> RenderableType:
    """Texts that hang behind their number or dash."""
    grid = RichTable.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(min_width=2, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for label, text in rows:
        grid.add_row(label, text)
    return grid


def _labelled(rows: tuple[tuple[str, Line], ...], width: int) -> RenderableType:
    """Labels in a column of their own where there is room, else each above its value."""
    widest = max(len(label) for label, _ in rows)
    if widest > width // 3:
        return Group(
            *(part for label, line in rows for part in (Text(label, "bold"), Padding(_text(line), (0, 0, 0, 2))))
        )
    grid = RichTable.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=widest, style="bold")
    grid.add_column(ratio=1, overflow="fold")
    previous = ""
    for label, line in rows:
        grid.add_row(Text("" if label == previous else label), _text(line))
        previous = label
    return grid


def _card(card: Card, room: Room) -> RenderableType:
    head = Text(f"{SIGNS[card.badge]} ", BADGES[card.badge])
    head.append(card.title, "bold")
    head.append(f"  {card.verdict}", BADGES[card.badge])
    if card.standing:
        head.append(f"  <{card.standing}>", "bold reverse" if card.standing == "gekozen" else "reverse")
    inner = list(_spaced(card.blocks, room._replace(width=room.width - 5)))
    return Group(head, *(Padding(part, (0, 0, 0, 5)) for part in inner))


def _table(table: Table, width: int) -> RenderableType:
    if width < NARROW and len(table.head) > 3 and not _of_marks(table, width):
        return Group(Text(table.caption, "bold"), *_as_lists(table))
    grid = RichTable(
        title=Text(table.caption, "bold"), title_justify="left", box=None, padding=(0, 2, 0, 0), expand=True
    )
    for index, head in enumerate(table.head):
        right = index in table.right
        short = right or max(len(head), *(len(row[index]) for row in table.rows)) <= SHORT
        grid.add_column(Text(head), justify="right" if right else "left", overflow="fold", ratio=None if short else 1)
    for at, row in enumerate(table.rows):
        grid.add_row(*(Text(cell) for cell in row), style="bold" if at in table.sums else None)
    return grid


def _of_marks(table: Table, width: int) -> bool:
    """Whether every column but the first holds no more than a number or a sign, and they leave it enough room."""
    columns = range(1, len(table.head))
    widths = [max(len(head) for head in (table.head[index], *(row[index] for row in table.rows))) for index in columns]
    return max(widths) <= MARK and sum(widths) + 2 * len(widths) + LEAST <= width


def _as_lists(table: Table) -> Iterator[RenderableType]:
    """On a narrow screen each row as a short list, its first cell as the title."""
    for row in table.rows:
        yield Text(row[0], "bold")
        cells = [behind(head, cell) for head, cell in zip(table.head[1:], row[1:], strict=True) if cell]
        for cell in cells:
            yield Padding(Text(cell), (0, 0, 0, 2))


def behind(label: str, text: str) -> str:
    """A text behind what it is; a question has a sign of its own."""
    return f"{label} {text}".lstrip() if label.endswith(("?", ":")) or not label.strip() else f"{label}: {text}"
