"""The tables of sheets for the table in a Word document: lists with boxes to tick, and room to write in."""

from __future__ import annotations

from poolwijzer.formats.word import styles
from poolwijzer.formats.word.styles import Sizes, style_id
from poolwijzer.formats.word.text import Element, Para, quoted, run
from poolwijzer.report.handout.model import Checklist, Item, Picks, Room

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

    def block(self, block: Checklist | Picks | Room) -> list[Element]:
        """A block, with the room below it."""
        if isinstance(block, Checklist):
            return [self.checklist(block), gap(BELOW_LIST)]
        if isinstance(block, Picks):
            return [self.picks(block), gap(BELOW_LIST)]
        title: list[Element] = [new_text(block.title, styles.SHEET_HEAD)]
        if block.small:
            title.append(new_text(block.small, styles.SHEET_SMALL, kept=True))
        return [*title, self.room(block), gap(BELOW_ROOM)]

    def checklist(self, block: Checklist) -> str:
        """A list with a box for every answer, and where there is room for notes an empty cell behind those."""
        lying = bool(block.note)
        box = round((BROAD if lying else SLIM) * self._letter)
        rest = self._width - box * len(block.answers)
        notes = [round(rest * NOTES)] if lying else []
        rows = [self._head(block, lying=lying)]
        for index, item in enumerate(block.items):
            kept = lying and not block.flows and index < len(block.items) - 1
            boxes = [self._box(small=block.aside)] * len(block.answers)
            cells = [self._words(item, kept=kept, aside=block.aside), *boxes, *[_cell([_line("")]) for _ in notes]]
            rows.append(_row(cells, height=round(LEAST_ROW * self._letter) if lying else 0))
        return self._table(block.title, [rest - sum(notes), *[box] * len(block.answers), *notes], rows)

    def picks(self, block: Picks) -> str:
        """Questions with their answers in a row, each behind its box."""
        asked = self._width * 2 // 5
        rows = [_row([_cell([_line(block.title, styles.SHEET_HEAD, kept=True)], across=True)], head=True)]
        for index, (question, answers) in enumerate(block.questions):
            kept = index < len(block.questions) - 1
            cells = []
            if question:
                strong = run(question, style_id(styles.STRONG))
                cells.append(_cell([Para(style_id(styles.SHEET), [strong], kept=kept)], at="center"))
            second = Para(style_id(styles.SHEET), kept=kept and not question)
            for place, words in enumerate(answers):
                if place:
                    second.content.append(run("     "))
                second.content += [self._box_run(small=False), run(KEPT + words.replace(" ", KEPT))]
            cells.append(_cell([second], at="center", across=not question))
            rows.append(_row(cells, height=0 if answers else ROW))
        return self._table(block.title, [asked, self._width - asked], rows)

    def room(self, block: Room) -> str:
        """Lines to write on: the borders of rows, so that one can type in them as well."""
        others = [self._width // 4] * (len(block.columns) - 1)
        widths = [self._width - sum(others), *others]
        rows = []
        if block.columns:
            heads = [_cell([_line(text, styles.SHEET_SMALL, kept=True)]) for text in block.columns]
            rows.append(_row(heads, head=True))
        for index in range(block.lines):
            empty = _cell([_line("", kept=index < block.lines - 1)])
            rows.append(_row([empty] * len(widths), height=ROW))
        return self._table(block.title, widths, rows, boxed=bool(block.columns))

    def _table(self, caption: str, widths: list[int], rows: list[str], *, boxed: bool = False) -> str:
        line = 'w:val="single" w:sz="4" w:space="0" w:color="8C8C8C"'
        sides = ("top", "left", "bottom", "right", "insideH", "insideV") if boxed else ("bottom", "insideH")
        borders = "".join(f"<w:{side} {line}/>" for side in sides)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        room = {"top": AROUND, "left": BESIDE, "bottom": AROUND, "right": BESIDE}
        around = "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in room.items())
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{around}</w:tblCellMar>'
            '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" '
            f'w:noVBand="1"/><w:tblCaption w:val={quoted(caption)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"{''.join(rows)}</w:tbl>"
        )

    def _head(self, block: Checklist, *, lying: bool) -> str:
        above = [_line(block.title, styles.SHEET_HEAD, kept=True)]
        if block.question:
            above.append(_line(block.question, styles.SHEET_SMALL, kept=True))
        cells = [_cell(above, at="bottom")]
        for words in block.answers:
            told = _line(words, styles.SHEET_SMALL, kept=True)
            told.aligned = "center" if lying else ""
            cells.append(_cell([told], at="bottom" if lying else "center", standing=not lying))
        if lying:
            cells.append(_cell([_line(block.note, styles.SHEET_SMALL, kept=True)], at="bottom"))
        return _row(cells, head=True, height=0 if lying else STANDING)

    def _box(self, *, small: bool) -> str:
        style = style_id(styles.SHEET_SMALL if small else styles.SHEET)
        return _cell([Para(style, [self._box_run(small=small)], aligned="center")], at="center")

    def _box_run(self, *, small: bool) -> str:
        font = " ".join(f'w:{of}="{BOX_FONT}"' for of in ("ascii", "hAnsi", "eastAsia", "cs"))
        size = round(self._letter / 10 * (SMALL_SQUARE if small else SQUARE))
        return run(BOX, looks=f'<w:rFonts {font}/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')

    def _words(self, item: Item, *, kept: bool, aside: bool) -> str:
        """The words of what is ticked; what may stand smaller stands in one go with what belongs to it."""
        style = style_id(styles.SHEET_SMALL if aside else styles.SHEET)
        strong = run(item.text + DOTS) if item.open else run(item.text, style_id(styles.STRONG))
        lines = [Para(style, [strong], kept=kept)]
        if item.small and not item.open:
            if aside:
                lines[0].content.append(run(f". {item.small}"))
            else:
                lines.append(_line(item.small, styles.SHEET_SMALL, kept=kept))
        return _cell(lines, at="center")


def new_text(text: str, style: str = "", *, kept: bool = False) -> Para:
    """A paragraph with a text; without the name of a style it gets that of running text."""
    return Para(style_id(style) if style else "", [run(text)], kept=kept)


def gap(points: float) -> Para:
    """What parts two tables, which Word would make one of."""
    return Para(spacing=f'w:before="0" w:after="0" w:line="{points * 20:.0f}" w:lineRule="exact"')


def _row(cells: list[str], *, head: bool = False, height: int = 0) -> str:
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    properties = f"<w:cantSplit/>{tall}{'<w:tblHeader/>' if head else ''}"
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _line(text: str, style: str = styles.SHEET, *, kept: bool = False) -> Para:
    """A paragraph in a cell."""
    return Para(style_id(style), [run(text)] if text else [], kept=kept)


def _cell(lines: list[Para], *, at: str = "", standing: bool = False, across: bool = False) -> str:
    """A cell: `at` says where its lines stand in it, `standing` whether these stand on their side.

    With `across` it takes both columns of a table of two.
    """
    properties = (
        ('<w:gridSpan w:val="2"/>' if across else "")
        + ('<w:textDirection w:val="btLr"/>' if standing else "")
        + (f'<w:vAlign w:val="{at}"/>' if at else "")
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(str, lines))}</w:tc>"
