"""Accepting the tracked changes of a template: what was deleted is no longer there, what was inserted is text."""

from __future__ import annotations

from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _PROPERTIES, _ROW, _SECTION = (f"{_W}{name}" for name in ("p", "pPr", "tr", "sectPr"))
_MARKED = {f"{_W}{name}" for name in ("rPr", "trPr")}
"""Where a change only tells what happened to the end of a paragraph or to a row."""
_GONE, _NEW = ({f"{_W}{name}" for name in names} for names in (("del", "moveFrom"), ("ins", "moveTo")))
_TRACES = [
    f"{_W}{name}"
    for name in (
        "cellIns",
        *(f"{moved}Range{end}" for moved in ("moveFrom", "moveTo") for end in ("Start", "End")),
        *(f"{of}Change" for of in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")),
    )
]
"""What only tells that something changed: ranges of a move, and what was before."""


def accept_changes(root: Any) -> None:
    """Accept every tracked change, so that no text that was deleted counts as a field or breaks one."""
    for trace in list(root.iter(*_TRACES)):
        _remove(trace)
    emptied = []
    for change in list(root.iter(*_GONE, *_NEW)):
        parent = change.getparent()
        if parent is None:
            continue
        if parent.tag not in _MARKED:
            if change.tag in _NEW:
                for inner in list(change):
                    change.addprevious(inner)
        elif change.tag in _GONE and parent.getparent() is not None:
            marked = parent.getparent()
            if marked.tag == _ROW:
                _remove_row(marked)
            elif marked.tag == _PROPERTIES:
                emptied.append(marked.getparent())
        _remove(change)
    for paragraph in emptied:
        if paragraph is not None and _is_empty(paragraph) and not _is_alone(paragraph):
            _remove(paragraph)


def _remove_row(row: Any) -> None:
    table = row.getparent()
    _remove(row)
    if table is not None and table.find(_ROW) is None:
        table.addnext(table.makeelement(_PARAGRAPH))  # a cell has to end with a paragraph
        _remove(table)


def _is_empty(paragraph: Any) -> bool:
    properties = paragraph.find(_PROPERTIES)
    return all(one is properties for one in paragraph) and properties.find(_SECTION) is None


def _is_alone(paragraph: Any) -> bool:
    """Whether no other paragraph stands beside it; something has to be there."""
    return all(next(paragraph.itersiblings(_PARAGRAPH, preceding=way), None) is None for way in (False, True))


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
