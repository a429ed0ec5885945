"""What stands beside each other in a Word document: in columns of the page, and not in a table.

Who listens to a document hears a table as one of data; columns are read one after the other. They need a part of the
document of their own (a section, as Word calls it), of which the settings stand in the last paragraph of it.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement


class Columns(NamedTuple):
    """Two columns in a text: the paragraph that each begins with, and the one that the last ends with."""

    left: CT_P
    right: CT_P
    end: CT_P


def set_columns(columns: Columns, shares: tuple[float, float]) -> None:
    """Put paragraphs beside each other; nothing happens where the text is in columns already, or has no page.

    Args:
        columns: The paragraphs, in the text of a document.
        shares: How wide each is, of the width of the text.
    """
    (ending,) = columns.end.xpath("./following::w:sectPr[1]") or [None]
    if ending is None or ending.xpath("./w:cols[@w:num > 1]") or not ending.xpath("./w:pgSz/@w:w and ./w:pgMar"):
        return
    before = columns.left.getprevious()
    if before is None or before.tag != qn("w:p") or before.xpath("./w:pPr/w:sectPr"):
        before = OxmlElement("w:p")
        columns.left.addprevious(before)
    before.get_or_add_pPr().append(deepcopy(ending))
    _go_on(ending)
    within = deepcopy(ending)
    for old in within.findall(qn("w:cols")):
        within.remove(old)
    within.insert_element_before(_two(ending, shares), *_BEHIND_COLUMNS)
    columns.end.get_or_add_pPr().append(within)
    start = parse_xml(f'<w:r {nsdecls("w")}><w:br w:type="column"/></w:r>')
    columns.right.insert(1 if columns.right.pPr is not None else 0, start)


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


def _two(section: BaseOxmlElement, shares: tuple[float, float]) -> BaseOxmlElement:
    """Two columns of these widths, for the page of a section."""
    (page,), (margins,) = section.xpath("./w:pgSz/@w:w"), section.xpath("./w:pgMar")
    width = int(page) - int(margins.get(qn("w:left"), 0)) - int(margins.get(qn("w:right"), 0))
    left, right = (round(share * width) for share in shares)
    return parse_xml(
        f'<w:cols {nsdecls("w")} w:num="2" w:space="{width - left - right}" w:equalWidth="0">'
        f'<w:col w:w="{left}" w:space="{width - left - right}"/><w:col w:w="{right}"/></w:cols>'
    )
