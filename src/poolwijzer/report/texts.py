"""Every text of a report in reading order: what each format has to hold, and where the glossary looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poolwijzer.drawing.chart.model import Chart
from poolwijzer.drawing.chart.wording import words_of_chart
from poolwijzer.drawing.model import Picture
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Line, Paragraph, Section, Table


def texts_of(sections: Iterable[Section]) -> Iterator[str]:
    """The texts of these sections and the parts inside them; empty ones are left out."""
    for section in sections:
        yield section.title
        for block in section.blocks:
            yield from (text for text in _in_block(block) if text)
        yield from texts_of(section.parts)


def pictures_of(sections: Iterable[Section]) -> Iterator[Picture | Chart]:
    """The pictures in these sections and the parts inside them."""
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Picture | Chart))
        yield from pictures_of(section.parts)


def _in_block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line=line):
            yield from _in_line(line)
        case Bullets(items=items):
            for item in items:
                yield from _in_line(item)
        case Labelled(rows=rows):
            for label, line in rows:
                yield label
                yield from _in_line(line)
        case Table(caption=caption, head=head, rows=cells):
            yield from (caption, *head)
            yield from (cell for row in cells for cell in row)
        case Card():
            yield from (block.title, block.verdict, block.standing)
            for inner in block.blocks:
                yield from _in_block(inner)
        case Picture() | Chart():
            yield from words_of_picture(block)


def words_of_picture(picture: Picture | Chart) -> Iterator[str]:
    """What stands in a drawing, and what it shows, for who cannot see it."""
    if isinstance(picture, Chart):
        yield from words_of_chart(picture)
        return
    yield from (picture.title, picture.description, picture.left, picture.right)
    for row, end in ((0, picture.top), (1, picture.bottom)):
        yield end
        for field in sorted(picture.fields, key=lambda field: field.column):
            if field.row == row:
                yield from (field.title, field.key_question)
    yield from (words for _, words in picture.legend())
    yield from (picture.region.label if picture.region else "", picture.unnamed)


def _in_line(line: Line) -> Iterator[str]:
    yield from (line.text, line.url)
