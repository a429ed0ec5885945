"""A report as plain lines under each other, for who has them read aloud: no drawing, no lines, nothing in columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap

from poolwijzer.drawing.charts import Bars, Grid, Road, Scales
from poolwijzer.drawing.model import Drawing
from poolwijzer.drawing.words import location_of, notes_in_words, table_rows
from poolwijzer.dutch import count_things
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.texts import flat, table_of

HEADINGS = ("Kop", "Tussenkop")


def show_plain(report: Report, say: Callable[[str], None], width: int) -> None:
    """Say a report line by line.

    Args:
        report: What it says.
        say: Shows one line.
        width: Of a line, in columns; a word that is longer stays whole.
    """
    for text in _report(report):
        for typed in text.split("\n"):
            for line in wrap(typed, width, break_long_words=False, break_on_hyphens=False) or [""]:
                say(line)


def _report(report: Report) -> Iterator[str]:
    yield report.title
    if report.subtitle:
        yield report.subtitle
    for section in report.sections:
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
            yield from (f"{label}: {_line(line)}" for label, line in rows)
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
            yield from _drawing(block)


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
    for number, row in enumerate(table.rows, 1):
        yield f"Regel {number}"
        told = zip(table.head, row, strict=True)
        yield from (f"{head}: {cell}" if head.strip() else cell for head, cell in told if cell.strip())
    yield ""


def _drawing(drawing: Drawing) -> Iterator[str]:
    """What stands in each field, and the legend."""
    yield ""
    yield f"Tekening: {drawing.title}"
    yield drawing.description
    for end, fields in table_rows(drawing):
        for field in fields:
            yield f"Vak {field.title}. {end}." if end else f"Vak {field.title}."
            yield from filter(None, (field.key_question, field.standing, field.held))
    for marker in drawing.legend():
        sign = f"{marker.sign}: " if marker.sign else ""
        yield f"- {sign}{marker.label} ({location_of(marker, drawing)})"
    yield from (f"- {note}" for note in notes_in_words(drawing))
    yield ""
