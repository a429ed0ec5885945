"""A page on how an own folder differs from the shipped menus."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poolwijzer.menucard.difference import Difference, FieldChange, Item
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Report, Section
from poolwijzer.report.typed_text import sanitize

SAME = "Deze map verandert niets aan de gewone menu's."


def make_difference_page(found: Difference, folder: str) -> Report:
    """What is new, changed and hidden, each by its id."""
    sections = [
        Section("nieuw", "Nieuw", _listed(found.added)),
        Section("veranderd", "Veranderd", (), tuple(_changed(item, changes) for item, changes in found.changed)),
        Section("weg", "Verborgen", _listed(found.gone)),
    ]
    shown = tuple(section for section in sections if section.blocks or section.parts)
    same = (Section("gelijk", "", (Paragraph(Line(SAME)),)),)
    return sanitize(Report(f"Verschil met de gewone menu's: {folder}", "", shown or same))


def make_difference_data(found: Difference, version: str) -> dict[str, Any]:
    """The same as numbered JSON."""
    return {
        "format": 1,
        "kind": "menu-diff",
        "poolwijzer": version,
        "added": [_item(item) for item in found.added],
        "changed": [
            {**_item(item), "fields": [{"field": one.field, "was": one.was, "is": one.now} for one in changes]}
            for item, changes in found.changed
        ],
        "hidden": [_item(item) for item in found.gone],
    }


def _item(item: Item) -> dict[str, str]:
    return {"kind": item[0], "id": item[1]}


def _listed(items: tuple[Item, ...]) -> tuple[Block, ...]:
    return (Bullets(tuple(Line(_title(item)) for item in items)),) if items else ()


def _title(item: Item) -> str:
    kind, name = item
    return kind if kind == name else f"{kind} {name}"


def _changed(item: Item, changes: tuple[FieldChange, ...]) -> Section:
    rows = tuple((change.field, Line(text)) for change in changes for text in _told(change))
    return Section(f"veranderd-{item[1]}", _title(item), (Labelled(rows),))


def _told(change: FieldChange) -> Iterator[str]:
    """What became of a field; of a list only what went and what came."""
    if isinstance(change.was, list) and isinstance(change.now, list):
        gone = [f"weg: {_shown(part)}" for part in change.was if part not in change.now]
        come = [f"erbij: {_shown(part)}" for part in change.now if part not in change.was]
        yield from [*gone, *come] or ["de volgorde is anders"]
    else:
        yield f"was: {_shown(change.was)}"
        yield f"is: {_shown(change.now)}"


def _shown(value: Any) -> str:
    """A value in a line, much as a file has it."""
    if value is None:
        return "niets"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_shown(part)}" for key, part in value.items())
    if isinstance(value, list):
        return f"[{', '.join(_shown(part) for part in value)}]"
    return str(value)
