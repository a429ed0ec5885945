"""The tables of sheets for the table in a Word document: lists with boxes to tick, and room to write in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from poolwijzer.formats.word import styles
from poolwijzer.formats.word.runs import add_paragraph, add_run, new_paragraph
from poolwijzer.formats.word.styles import Sizes, style_id
from poolwijzer.report.handout.model import Checklist, Item, Picks, Room

if TYPE_CHECKING:
    from docx.oxml.table import CT_Row, CT_Tbl
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement

BOX, BOX_FONT = "☐", "MS Gothic"
"""What Word itself makes its boxes of."""
KEPT = "\u00a0"
"""A space at which no line ends."""
DOTS = " ……………………………………"
"""Where one writes behind words."""
BROAD, SLIM = 5.2, 1.9
"""Of a column of boxes, in letters: under heads that lie, and under heads that stand."""
STANDING = 1200
"""How high heads are that stand, in twentieths of a point."""
NOTES = 0.34
"""Which part of what boxes leave the room for notes takes."""
ROW = 520
"""How high a line to write on is."""
LEAST_ROW = 3.4
"""How high a row with room for a note is, in letters."""
SQUARE, SMALL_SQUARE = 1.35, 1.1
"""The letters that a box is one of, for the usual ones."""
BELOW_LIST, BELOW_ROOM = 6, 9
"""The room below a block, in points."""
AROUND, BESIDE = 10, 50
"""The room above and below what stands in a cell, and beside it, in twentieths of a point."""


class SheetTables:
    """Makes the tables of a column of a sheet."""

    def __init__(self, width: int, sizes: Sizes) -> None:
        """`width` of the column, in twentieths of a point."""
        self._width = width
        self._letter = round(sizes.letter * 20)

    def block(self, block: Checklist | Picks | Room) -> list[BaseOxmlElement]:
        """A block, with the room below it."""
        if isinstance(block, Checklist):
            return [self.checklist(block), gap(BELOW_LIST)]
        if isinstance(block, Picks):
            return [self.picks(block), gap(BELOW_LIST)]
        title = [new_text(block.title, styles.SHEET_HEAD)]
        if block.small:
            title.append(new_text(block.small, styles.SHEET_SMALL))
            title[-1].get_or_add_pPr().keepNext_val = True
        return [*title, self.room(block), gap(BELOW_ROOM)]

    def checklist(self, block: Checklist) -> CT_Tbl:
        """A list with a box for every answer, and where there is room for notes an empty cell behind those."""
        lying = bool(block.note)
        box = round((BROAD if lying else SLIM) * self._letter)
        rest = self._width - box * len(block.answers)
        notes = [round(rest * NOTES)] if lying else []
        table = self._table(block.title, [rest - sum(notes), *[box] * len(block.answers), *notes])
        table.append(self._head(block, lying=lying))
        for index, item in enumerate(block.items):
            kept = lying and not block.flows and index < len(block.items) - 1
            row = _row(height=round(LEAST_ROW * self._letter) if lying else 0)
            row.append(self._words(item, kept=kept, aside=block.aside))
            for _ in block.answers:
                row.append(self._box(small=block.aside))
            for _ in notes:
                row.append(_cell(styles.SHEET))
            table.append(row)
        return table

    def picks(self, block: Picks) -> CT_Tbl:
        """Questions with their answers in a row, each behind its box."""
        asked = self._width * 2 // 5
        table = self._table(block.title, [asked, self._width - asked])
        head = _row(head=True)
        head.append(_across(_cell(styles.SHEET_HEAD, block.title, kept=True)))
        table.append(head)
        for index, (question, answers) in enumerate(block.questions):
            row = _row(height=0 if answers else ROW)
            kept = index < len(block.questions) - 1
            if question:
                first = _cell(styles.SHEET, kept=kept, at="center")
                add_run(first.find(qn("w:p")), question, style_id(styles.STRONG))
                row.append(first)
            second = _cell(styles.SHEET, kept=kept and not question, at="center")
            for place, words in enumerate(answers):
                if place:
                    add_run(second.find(qn("w:p")), "     ")
                second.find(qn("w:p")).append(self._box_run(small=False))
                add_run(second.find(qn("w:p")), KEPT + words.replace(" ", KEPT))
            row.append(second if question else _across(second))
            table.append(row)
        return table

    def room(self, block: Room) -> CT_Tbl:
        """Lines to write on: the borders of rows, so that one can type in them as well."""
        others = [self._width // 4] * (len(block.columns) - 1)
        widths = [self._width - sum(others), *others]
        table = self._table(block.title, widths, boxed=bool(block.columns))
        if block.columns:
            head = _row(head=True)
            for text in block.columns:
                head.append(_cell(styles.SHEET_SMALL, text, kept=True))
            table.append(head)
        for index in range(block.lines):
            row = _row(height=ROW)
            for _ in widths:
                row.append(_cell(styles.SHEET, kept=index < block.lines - 1))
            table.append(row)
        return table

    def _table(self, caption: str, widths: list[int], *, boxed: bool = False) -> CT_Tbl:
        line = 'w:val="single" w:sz="4" w:space="0" w:color="8C8C8C"'
        sides = ("top", "left", "bottom", "right", "insideH", "insideV") if boxed else ("bottom", "insideH")
        borders = "".join(f"<w:{side} {line}/>" for side in sides)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        room = {"top": AROUND, "left": BESIDE, "bottom": AROUND, "right": BESIDE}
        around = "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in room.items())
        made: CT_Tbl = parse_xml(
            f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f"<w:tblBorders>{borders}</w:tblBorders>"
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{around}</w:tblCellMar>'
            '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" '
            'w:noVBand="1"/>'
            f"<w:tblCaption w:val={quoteattr(caption)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid></w:tbl>"
        )
        return made

    def _head(self, block: Checklist, *, lying: bool) -> CT_Row:
        row = _row(head=True, height=0 if lying else STANDING)
        first = _cell(styles.SHEET_HEAD, block.title, kept=True, at="bottom")
        if block.question:
            _add(first, styles.SHEET_SMALL, block.question, kept=True)
        row.append(first)
        for words in block.answers:
            cell = _cell(styles.SHEET_SMALL, words, kept=True, at="bottom", standing=not lying)
            if lying:
                _centre(cell)
            row.append(cell)
        if lying:
            row.append(_cell(styles.SHEET_SMALL, block.note, kept=True, at="bottom"))
        return row

    def _box(self, *, small: bool) -> BaseOxmlElement:
        cell = _cell(styles.SHEET_SMALL if small else styles.SHEET, at="center")
        _centre(cell)
        cell.find(qn("w:p")).append(self._box_run(small=small))
        return cell

    def _box_run(self, *, small: bool) -> BaseOxmlElement:
        font = " ".join(f'w:{of}="{BOX_FONT}"' for of in ("ascii", "hAnsi", "eastAsia", "cs"))
        size = round(self._letter / 10 * (SMALL_SQUARE if small else SQUARE))
        looks = f'<w:rPr><w:rFonts {font}/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        made: BaseOxmlElement = parse_xml(f"<w:r {nsdecls('w')}>{looks}<w:t>{BOX}</w:t></w:r>")
        return made

    def _words(self, item: Item, *, kept: bool, aside: bool) -> BaseOxmlElement:
        """The words of what is ticked; what may stand smaller stands in one go with what belongs to it."""
        strong, style = style_id(styles.STRONG), styles.SHEET_SMALL if aside else styles.SHEET
        cell = _cell(style, kept=kept, at="center")
        paragraph = cell.find(qn("w:p"))
        if item.open:
            add_run(paragraph, item.text + DOTS)
            return cell
        add_run(paragraph, item.text, strong)
        if item.small and aside:
            add_run(paragraph, f". {item.small}")
        elif item.small:
            _add(cell, styles.SHEET_SMALL, item.small, kept=kept)
        return cell


def new_text(text: str, style: str = "") -> CT_P:
    """A paragraph with a text; without the name of a style it gets that of running text."""
    paragraph: CT_P = new_paragraph(style_id(style) if style else "")
    add_run(paragraph, text)
    return paragraph


def gap(points: float) -> CT_P:
    """What parts two tables, which Word would make one of."""
    spacing = f'w:before="0" w:after="0" w:line="{points * 20:.0f}" w:lineRule="exact"'
    made: CT_P = parse_xml(f"<w:p {nsdecls('w')}><w:pPr><w:spacing {spacing}/></w:pPr></w:p>")
    return made


def _row(*, head: bool = False, height: int = 0) -> CT_Row:
    row: CT_Row = OxmlElement("w:tr")
    properties = row.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if height:
        attributes = {qn("w:val"): str(height), qn("w:hRule"): "atLeast"}
        properties.append(OxmlElement("w:trHeight", attrs=attributes))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    return row


def _cell(style: str, text: str = "", *, kept: bool = False, at: str = "", standing: bool = False) -> BaseOxmlElement:
    """A cell with a paragraph: `at` says where in it, `standing` whether its words stand on their side."""
    cell = OxmlElement("w:tc")
    properties = cell.get_or_add_tcPr()
    if standing:
        properties.append(OxmlElement("w:textDirection", attrs={qn("w:val"): "btLr"}))
    if at:
        properties.append(OxmlElement("w:vAlign", attrs={qn("w:val"): "center" if standing else at}))
    made: BaseOxmlElement = cell
    _add(made, style, text, kept=kept)
    return made


def _across(cell: BaseOxmlElement) -> BaseOxmlElement:
    """The cell over both columns of a table of two."""
    cell.get_or_add_tcPr().insert(0, OxmlElement("w:gridSpan", attrs={qn("w:val"): "2"}))
    return cell


def _add(cell: BaseOxmlElement, style: str, text: str, *, kept: bool) -> None:
    paragraph = add_paragraph(cell, style_id(style))
    if kept:
        paragraph.get_or_add_pPr().keepNext_val = True
    if text:
        add_run(paragraph, text)


def _centre(cell: BaseOxmlElement) -> None:
    for paragraph in cell.findall(qn("w:p")):
        paragraph.get_or_add_pPr().append(OxmlElement("w:jc", attrs={qn("w:val"): "center"}))
