"""What a document is like that a report comes in: its letters, its margins, and whether it has contents of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from poolwijzer.formats.word.styles import DOCUMENT, FONT, Sizes

if TYPE_CHECKING:
    from docx.document import Document

USUAL = 10.0
"""In points: the letters of a document that does not say how large they are."""
_DEFAULT = "./w:docDefaults/w:rPrDefault/w:rPr"
_RUNNING = "./w:style[@w:type='paragraph'][@w:default='1']/w:rPr"


def family_of(document: Document) -> str:
    """The letters of running text; those of the shipped template where the document does not say."""
    named = document.styles.element.xpath(f"{_DEFAULT}/w:rFonts/@w:ascii | {_RUNNING}/w:rFonts/@w:ascii")
    return str(named[-1]) if named else FONT


def sizes_of(document: Document) -> Sizes:
    """How large the letters of running text are, and the margins of the page that it stands on."""
    named = document.styles.element.xpath(f"{_DEFAULT}/w:sz/@w:val | {_RUNNING}/w:sz/@w:val")
    letter = int(named[-1]) / 2 if named and str(named[-1]).isdigit() else USUAL
    section = document.sections[0]
    margins = section.left_margin, section.right_margin, section.top_margin, section.bottom_margin
    left, right, top, bottom = (margin.cm if margin is not None else DOCUMENT.edge for margin in margins)
    return Sizes(letter=max(letter, 1.0), air=1.0, side=(left + right) / 2, edge=(top + bottom) / 2)


def width_of(document: Document) -> float:
    """How wide the text of the narrowest part is, in points; 0 where the document does not say."""
    from docx.shared import Emu

    widths = [
        Emu(section.page_width - section.left_margin - section.right_margin).pt
        for section in document.sections
        if section.page_width and section.left_margin is not None and section.right_margin is not None
    ]
    return max(min(widths, default=0.0), 0.0)


def has_contents(document: Document) -> bool:
    """Whether it has a table of contents."""
    codes = document.element.body.xpath(".//w:instrText/text() | .//w:fldSimple/@w:instr")
    return any(code.split()[:1] == ["TOC"] for code in codes)
