"""Columns in a Word document of an organisation's own, whose parts are of any page and have anything above them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from poolwijzer.formats.word.columns import COLUMN_BREAK, two_columns

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement


def set_columns(left: CT_P, right: CT_P, end: CT_P) -> None:
    """Put paragraphs beside each other; nothing happens where the text is in columns already, or has no page.

    Args:
        left: The paragraph that the first column begins with.
        right: The one that the second begins with.
        end: The one that the second ends with.
    """
    (ending,) = end.xpath("./following::w:sectPr[1]") or [None]
    if ending is None or ending.xpath("./w:cols[@w:num > 1]") or not ending.xpath("./w:pgSz/@w:w and ./w:pgMar"):
        return
    before = left.getprevious()
    if before is None or before.tag != qn("w:p") or before.xpath("./w:pPr/w:sectPr"):
        before = OxmlElement("w:p")
        left.addprevious(before)
    before.get_or_add_pPr().append(deepcopy(ending))
    _go_on(ending)
    within = deepcopy(ending)
    for old in within.findall(qn("w:cols")):
        within.remove(old)
    within.insert_element_before(_two(ending), *_BEHIND_COLUMNS)
    end.get_or_add_pPr().append(within)
    start = parse_xml(COLUMN_BREAK.replace("<w:r>", f"<w:r {nsdecls('w')}>"))
    right.insert(1 if right.pPr is not None else 0, start)


_BEHIND_COLUMNS = tuple(
    f"w:{name}"
    for name in "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings".split()  # noqa: SIM905
)


def _go_on(section: BaseOxmlElement) -> None:
    """Make a section one that goes on where the one before it ends, with what that has above and below a page."""
    for name in ("headerReference", "footerReference", "titlePg", "type"):
        for old in section.findall(qn(f"w:{name}")):
            section.remove(old)
    for numbering in section.findall(qn("w:pgNumType")):
        numbering.attrib.pop(qn("w:start"), None)
    section.insert(len(section.xpath("./w:footnotePr | ./w:endnotePr")), _continuous())


def _continuous() -> BaseOxmlElement:
    return parse_xml(f'<w:type {nsdecls("w")} w:val="continuous"/>')


def _two(section: BaseOxmlElement) -> BaseOxmlElement:
    """Two columns for the page of a section."""
    (page,), (margins,) = section.xpath("./w:pgSz/@w:w"), section.xpath("./w:pgMar")
    width = int(page) - int(margins.get(qn("w:left"), 0)) - int(margins.get(qn("w:right"), 0))
    return parse_xml(two_columns(width).replace("<w:cols ", f"<w:cols {nsdecls('w')} ", 1))
