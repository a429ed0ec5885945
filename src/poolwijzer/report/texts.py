"""Every text of a report in reading order: what each format has to hold, and where the glossary looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poolwijzer.drawing.charts import Bars, Chart, Grid, Road, Scales, words_of_chart
from poolwijzer.drawing.model import Drawing, Picture
from poolwijzer.drawing.words import words_in_order
from poolwijzer.report.model import Beside, Block, Bullets, Card, Labelled, Line, Paragraph, Section, Table

ANNEXES, ANNEXES_TITLE = "bijlagen", "Bijlagen"
"""The id of the section that holds what is for reference."""

SOURCES = "bronnen"
"""The id of the part that lists the sources, to which notes lead."""


def texts_of(sections: Iterable[Section], *, pictures: bool = True) -> Iterator[str]:
    """The texts of these sections and the parts inside them; empty ones are left out.

    Args:
        sections: Of a report.
        pictures: Whether what pictures tell is among them, where they stand.
    """
    for section in sections:
        yield section.title
        for block in flat(section.blocks):
            if pictures or not isinstance(block, Picture):
                yield from (text for text in _in_block(block) if text)
        yield from texts_of(section.parts, pictures=pictures)


def drawings_in(sections: Iterable[Section]) -> Iterator[Drawing]:
    """The drawings of the typology in these sections and the parts inside them."""
    return (picture for picture in pictures_in(sections) if isinstance(picture, Drawing))


def pictures_in(sections: Iterable[Section]) -> Iterator[Picture]:
    """All that is drawn in these sections and the parts inside them."""
    for section in sections:
        yield from _among(section.blocks)
        yield from pictures_in(section.parts)


def _among(blocks: Iterable[Block]) -> Iterator[Picture]:
    for block in flat(blocks):
        if isinstance(block, Card):
            yield from _among(block.blocks)
        elif isinstance(block, Picture):
            yield block


def with_annexes(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections, and behind them those for reference: as the parts of one, unless a section lists them already."""
    told = tuple(sections)
    annexes = tuple(section for section in told if section.annex)
    body = tuple(section for section in told if not section.annex)
    if not annexes or any(section.title == ANNEXES_TITLE for section in body):
        return (*body, *annexes)
    return (*body, Section(ANNEXES, ANNEXES_TITLE, parts=annexes, annex=True))


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks one under the other: also those that stand beside each other."""
    for block in blocks:
        if isinstance(block, Beside):
            yield from flat((*block.left, *block.right))
        else:
            yield block


def count_sources(sections: Iterable[Section]) -> int:
    """How many sources a report lists, wherever that list stands."""
    return sum(
        sum(len(block.items) for block in section.blocks if isinstance(block, Bullets)) * (section.id == SOURCES)
        + count_sources(section.parts)
        for section in sections
    )


def table_of(chart: Chart) -> Table:
    """All that a picture tells, as a table."""
    words = words_of_chart(chart)
    return Table(words.caption, words.head, words.rows, words.right)


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
            for inner in flat(block.blocks):
                yield from _in_block(inner)
        case Drawing():
            yield from words_in_order(block)
        case Scales() | Grid() | Bars() | Road():
            yield from _in_chart(block)


def _in_chart(chart: Chart) -> Iterator[str]:
    words = words_of_chart(chart)
    yield from (words.caption, chart.description, *words.head)
    yield from (cell for row in words.rows for cell in row)


def _in_line(line: Line) -> Iterator[str]:
    yield from (line.text, line.url)
