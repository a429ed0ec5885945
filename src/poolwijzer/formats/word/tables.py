"""A table of a report in a Word document: with a head that every page repeats, and columns as wide as they need.

Its first column is said to head its rows, for who listens to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from poolwijzer.report.model import Table

if TYPE_CHECKING:
    from docx.oxml.table import CT_Row, CT_Tbl

WHOLE = 5000
"""The width between the margins, in fiftieths of a percent."""
LETTERS = 96
"""How many of them go next to each other in a table, on the whole and on the safe side."""
LONGEST_WORD, ROUND, BROADEST = 21, 2, 60
"""In letters: what a column has room for without breaking it, what lies around it, and what it asks for at most."""
BOLD, HEAD_ROUND = 1.2, 3
"""How much wider the letters of a head are, and what lies around them: a head of one word must not break."""
SHORT = 600
"""A row up to this many characters stays on one page; a longer one may not fit on any."""


def table_element(table: Table, style: str, cell_style: str) -> CT_Tbl:
    """The table.

    Args:
        table: What it holds.
        style: The id of the table style.
        cell_style: The id of the style of the paragraphs in it.
    """
    shares = share_out(table)
    grid = "".join(f'<w:gridCol w:w="{2 * share}"/>' for share in shares)
    made: CT_Tbl = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{WHOLE}" w:type="pct"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(table.caption)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid></w:tbl>"
    )
    last = len(table.rows)
    for index, cells in enumerate((table.head, *table.rows)):
        # Neither the head with one row under it nor the last row stands alone on a page.
        kept = index < last and index in (0, 1, last - 1)
        made.append(_row(cells, table, shares, cell_style, head=index == 0, kept=kept))
    return made


def share_out(table: Table) -> list[int]:
    """How the width is shared out over the columns: each the room for its longest word, and then what its texts ask."""
    columns = [[row[index] for row in (table.head, *table.rows)] for index in range(len(table.head))]
    needed = [max(_longest_word(texts[1:]) + ROUND, _longest_word(texts[:1]) * BOLD + HEAD_ROUND) for texts in columns]
    asked = [min(max(map(len, texts)) + ROUND, BROADEST) for texts in columns]
    more = [max(wish - need, 0) for wish, need in zip(asked, needed, strict=True)]
    left = max(LETTERS - sum(needed), 0)
    total = sum(more) or 1
    widths = [need + left * extra / total for need, extra in zip(needed, more, strict=True)]
    return [int(WHOLE * width / sum(widths)) for width in widths]


def _longest_word(texts: list[str]) -> int:
    # Word goes on on a next line after a hyphen as well.
    words = (word for text in texts for word in text.replace("-", "- ").split())
    return min(max(map(len, words), default=0), LONGEST_WORD)


def _row(cells: tuple[str, ...], table: Table, shares: list[int], cell_style: str, *, head: bool, kept: bool) -> CT_Row:
    row: CT_Row = OxmlElement("w:tr")
    properties = row.get_or_add_trPr()
    whole = head or sum(map(len, cells)) <= SHORT
    if whole:
        properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for index, text in enumerate(cells):
        cell = OxmlElement("w:tc")
        width = {qn("w:w"): str(shares[index]), qn("w:type"): "pct"}
        cell.get_or_add_tcPr().append(OxmlElement("w:tcW", attrs=width))
        paragraph = cell.add_p()
        paragraph.style = cell_style
        if kept and whole:
            paragraph.get_or_add_pPr().keepNext_val = True
        if index in table.right:
            paragraph.get_or_add_pPr().append(OxmlElement("w:jc", attrs={qn("w:val"): "right"}))
        paragraph.add_r().text = text
        row.append(cell)
    return row
