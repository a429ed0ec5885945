"""The columns of a ledger, and the words of its kinds, as a person reads them in a spreadsheet."""

from __future__ import annotations

from typing import Literal

from poolwijzer.costs.strips.lines import KINDS, LineKind
from poolwijzer.dutch import fold_text

Column = Literal["id", "day", "kind", "municipality", "product", "hours", "strips", "to", "corrects", "note", "written"]
COLUMNS: dict[Column, str] = {
    "id": "regel",
    "day": "datum",
    "kind": "soort",
    "municipality": "gemeente",
    "product": "product",
    "hours": "uren",
    "strips": "strippen",
    "to": "naar",
    "corrects": "verbetert",
    "note": "notitie",
    "written": "geschreven",
}
"""The headers. `written` is the last: a line that broke off while it was written lacks it, and shows that so."""
NEEDED: tuple[Column, ...] = ("day", "municipality")
_OF_HEADER = {header: column for column, header in COLUMNS.items()}


def column_of(header: str) -> Column | None:
    """The column with this header; None where the ledger has no such column."""
    return _OF_HEADER.get(fold_text(header).strip())


def kind_of(word: str) -> LineKind | None:
    """The kind of this word; None where it is none."""
    said = fold_text(word).strip()
    return next((kind for kind, name in KINDS.items() if name == said), None if said else "use")
