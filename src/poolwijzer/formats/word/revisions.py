"""Accepting the tracked changes of a template: what was deleted is no longer there, what was inserted is text."""

from __future__ import annotations

from typing import Any

from poolwijzer.formats.word.intake.tree import drop, unwrap

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
    for trace in reversed(list(root.iter(*_TRACES))):
        drop(trace)
    emptied = []
    for change in reversed(list(root.iter(*_GONE))):
        parent = change.getparent()
        marked = parent.getparent() if parent is not None and parent.tag in _MARKED else None
        drop(change)
        if marked is not None and marked.tag == _ROW:
            _remove_row(marked)
        elif marked is not None and marked.tag == _PROPERTIES:
            emptied.append(marked.getparent())
    for change in list(root.iter(*_NEW)):
        unwrap(change)
    for paragraph in reversed(emptied):
        if paragraph is not None and _is_empty(paragraph) and not _is_alone(paragraph):
            drop(paragraph)


def _remove_row(row: Any) -> None:
    table = row.getparent()
    drop(row)
    if table is not None and table.find(_ROW) is None:
        table.addnext(table.makeelement(_PARAGRAPH))  # a cell has to end with a paragraph
        drop(table)


def _is_empty(paragraph: Any) -> bool:
    properties = paragraph.find(_PROPERTIES)
    return all(one is properties for one in paragraph) and properties.find(_SECTION) is None


def _is_alone(paragraph: Any) -> bool:
    """Whether no other paragraph stands beside it; something has to be there."""
    return all(next(paragraph.itersiblings(_PARAGRAPH, preceding=way), None) is None for way in (False, True))
