"""A report as plain lines under each other, for who has them read aloud: no drawing, no lines, nothing in columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap

from poolwijzer.drawing.charts import Bars, Grid, Road, Scales
from poolwijzer.drawing.model import Drawing
from poolwijzer.dutch import count_things
from poolwijzer.formats.terminal import WIDEST, behind
from poolwijzer.report.in_words import tell_picture
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.texts import flat, table_of, with_annexes

HEADINGS = ("Kop", "Tussenkop")


def show_plain(report: Report, say: Callable[[str], None], width: int) -> None:
    """Say a report line by line.

    Args:
        report: What it says.
        say: Shows one line.
        width: Of the screen, in columns; a word that is longer than a line stays whole.
    """
    before = ""
    for text in _report(report):
        if not text and not before:
            continue
        before = text
        for typed in text.split("\n"):
            for line in wrap(typed, min(width, WIDEST), break_long_words=False, break_on_hyphens=False) or [""]:
                say(line)


def _report(report: Report) -> Iterator[str]:
    yield report.title
    if report.subtitle:
        yield report.subtitle
    for section in with_annexes(report.sections):
        yield from _section(section, 0)


def _section(section: Section, depth: int) -> Iterator[str]:
    yield ""
    if section.title:
        yield f"{HEADINGS[min(depth, len(HEADINGS) - 1)]}: {section.title}"
    yield from _blocks(section.blocks)
    for part in section.parts:
        yield from _section(part, depth + 1)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in flat(blocks):
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line=line, tone=tone):
            yield f"Let op: {_line(line)}" if tone == "let-op" else _line(line)
        case Bullets(items=items, numbered=numbered):
            yield from (
                f"{index}. {_line(item)}" if numbered else f"- {_line(item)}" for index, item in enumerate(items, 1)
            )
        case Labelled(rows=rows):
            yield from (behind(label, _line(line)) for label, line in rows)
        case Table():
            yield from _table(block, "Tabel")
        case Card():
            standing = f", {block.standing}" if block.standing else ""
            yield ""
            yield f"Optie: {block.title}. Oordeel: {block.verdict}{standing}."
            yield from _blocks(block.blocks)
        case Scales() | Grid() | Bars() | Road():
            yield from _table(table_of(block), "Plaatje", block.description)
        case Drawing():
            yield ""
            yield f"Tekening: {block.title}"
            yield block.description
            for told in tell_picture(block):
                yield from _rows(told) if isinstance(told, Table) else _block(told)
            yield ""


def _line(line: Line) -> str:
    derived = " (onze afleiding)" if line.derived else ""
    notes = f" (bron {', '.join(map(str, line.notes))})" if line.notes else ""
    return f"{line.text}{derived}{notes} {line.url}".rstrip(" ")


def _table(table: Table, kind: str, description: str = "") -> Iterator[str]:
    """Each row as a list of its own, in which every cell stands behind its head."""
    yield ""
    yield f"{kind}: {table.caption} ({count_things(len(table.rows), 'regel', 'regels')})"
    if description:
        yield description
    yield from _rows(table)
    yield ""


def _rows(table: Table) -> Iterator[str]:
    for number, row in enumerate(table.rows, 1):
        yield f"Regel {number}"
        yield from (behind(head, cell) for head, cell in zip(table.head, row, strict=True) if cell.strip())
