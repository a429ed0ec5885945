"""Accepting the tracked changes of a template: what was deleted is no longer there, what was inserted is text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.package import Package

_PARTS = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml")
"""The kinds of parts in which a field may stand."""
_GONE = "*[self::w:del or self::w:moveFrom]"
_NEW = "*[self::w:ins or self::w:moveTo]"
_TRACES = (
    "//w:rPr/*[self::w:ins or self::w:moveTo or self::w:del or self::w:moveFrom] | //w:trPr/w:ins | //w:tcPr/w:cellIns"
    " | //*[starts-with(local-name(), 'move') and contains(local-name(), 'Range')]"
    " | //*[substring(local-name(), string-length(local-name()) - 5) = 'Change']"
)
"""What only tells that something changed: marks at the end of a paragraph, ranges of a move, and what was before."""


def accept_changes(package: Package) -> None:
    """Accept every tracked change, so that no text that was deleted counts as a field or breaks one."""
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml.parser import parse_xml

    for part in package.iter_parts():
        if not part.content_type.endswith(_PARTS):
            continue
        root = getattr(part, "element", None)
        if root is not None:
            _accept(root)
        elif b"w:del" in part.blob or b"w:ins" in part.blob or b"w:move" in part.blob:
            parsed = parse_xml(part.blob)
            _accept(parsed)
            part._blob = serialize_part_xml(parsed)


def _accept(root: Any) -> None:
    from docx.oxml.ns import qn

    for row in _found(root, "//w:tr[w:trPr/w:del]"):
        table = row.getparent()
        _remove(row)
        if table is not None and not _found(table, "./w:tr"):
            table.addnext(root.makeelement(qn("w:p"), None, None))  # a cell has to end with a paragraph
            _remove(table)
    emptied = _found(root, f"//w:p[w:pPr/w:rPr/{_GONE}]")
    for element in _found(root, f"//{_GONE}[not(parent::w:rPr) and not(parent::w:trPr)]"):
        _remove(element)
    for element in _found(root, f"//{_NEW}[not(parent::w:rPr) and not(parent::w:trPr)]"):
        parent = element.getparent()
        if parent is not None:
            place = parent.index(element)
            parent[place : place + 1] = list(element)
    for element in _found(root, _TRACES):
        _remove(element)
    for paragraph in emptied:
        alone = not _found(paragraph, "preceding-sibling::w:p | following-sibling::w:p")
        if not alone and not _found(paragraph, "./*[not(self::w:pPr)] | ./w:pPr/w:sectPr"):
            _remove(paragraph)


def _found(element: Any, path: str) -> list[Any]:
    from docx.oxml.ns import nsmap
    from lxml import etree  # type: ignore[import-untyped]

    found: list[Any] = etree.XPath(path, namespaces={"w": nsmap["w"]})(element)
    return found


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
