"""A table of a report in a Word document: with a head that every page repeats, and columns as wide as they need.

Its first column is said to head its rows, for who listens to it.
"""

from __future__ import annotations

import re

from poolwijzer.formats.letter_breadths import BREADTHS
from poolwijzer.formats.word.text import Para, quoted, run
from poolwijzer.report.model import Table

WHOLE = 5000
"""The width between the margins, in fiftieths of a percent."""
ROOM = 470 / 9.5
"""The width of the text for the size of the letters in a cell, on the safe side."""
LONGEST_WORD, ROUND, BROADEST = 11.0, 1.5, 32.0
"""What a column has room for without breaking a word, what lies around that, and what it asks for at most."""
LEAST_COLUMN = 4.0
LITTLE = 6.0
"""A cell that is no broader stands on one line, where there is room for that."""
BOLD = 1.1
"""How much wider the letters of a head are."""
SHORT = 600
"""A row up to this many characters stays on one page; a longer one may not fit on any."""
_ABOVE_SUM = '<w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/></w:tcBorders>'


def table_xml(table: Table, style: str, cell_style: str) -> str:
    """The table as XML.

    Args:
        table: What it holds.
        style: The id of the table style.
        cell_style: The id of the style of the paragraphs in it.
    """
    shares = share_out(table)
    grid = "".join(f'<w:gridCol w:w="{2 * share}"/>' for share in shares)
    last = len(table.rows)
    rows = []
    for index, cells in enumerate((table.head, *table.rows)):
        # Neither the head with one row under it nor the last row stands alone on a page.
        kept = index < last and index in (0, 1, last - 1)
        rows.append(_row(cells, table, shares, cell_style, head=index == 0, kept=kept, adds=index - 1 in table.sums))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{WHOLE}" w:type="pct"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoted(table.caption)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def share_out(table: Table) -> list[int]:
    """How the width is shared out over the columns: each the room for its longest word, and then what its texts ask."""
    columns = [[row[index] for row in (table.head, *table.rows)] for index in range(len(table.head))]
    needed = [max(_longest_word(texts[1:]), _longest_word(texts[:1]) * BOLD) + ROUND for texts in columns]
    lines = [max(map(_breadth, texts)) + ROUND for texts in columns]
    on_one_line = [line if line <= LITTLE + ROUND else need for need, line in zip(needed, lines, strict=True)]
    needed = on_one_line if sum(on_one_line) <= ROOM else needed
    most = LONGEST_WORD + ROUND  # where there is too little room it is the longest words that break
    while sum(needed) > ROOM and most > LEAST_COLUMN:
        most -= 0.5
        needed = [min(need, most) for need in needed]
    asked = [min(line, BROADEST) for line in lines]
    more = [max(wish - need, 0.0) for wish, need in zip(asked, needed, strict=True)]
    left = max(ROOM - sum(needed), 0.0)
    total = sum(more) or 1.0
    widths = [need + left * extra / total for need, extra in zip(needed, more, strict=True)]
    return [int(WHOLE * width / sum(widths)) for width in widths]


def _longest_word(texts: list[str]) -> float:
    # Word goes on on a next line after a hyphen as well.
    words = (word for text in texts for word in re.split("[ \n\t]+", text.replace("-", "- ")))
    return min(max(map(_breadth, words), default=0.0), LONGEST_WORD)


def _breadth(text: str) -> float:
    return sum(map(BREADTHS.__getitem__, text))


def _row(
    cells: tuple[str, ...], table: Table, shares: list[int], cell_style: str, *, head: bool, kept: bool, adds: bool
) -> str:
    """A row; one that adds up others stands in bold under a line."""
    whole = head or sum(map(len, cells)) <= SHORT
    properties = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if head else "")
    line = _ABOVE_SUM if adds else ""
    made = []
    for index, text in enumerate(cells):
        aligned = "right" if index in table.right else ""
        words = run(text, looks="<w:b/>" if adds else "")
        made.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{shares[index]}" w:type="pct"/>{line}</w:tcPr>'
            f"{Para(cell_style, [words], kept=kept and whole, aligned=aligned)}</w:tc>"
        )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"
