"""Initiatives that come by more than once in a batch: in tables all count, and it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poolwijzer.problems import Problem, quote
from poolwijzer.tables.row import WRONG, Row, list_problems


def tell_repeats(rows: Iterable[Row]) -> Iterator[Row]:
    """The same rows, with a remark at each whose initiative came by before, such as in a copy of its file."""
    seen: dict[str, str] = {}
    for row in rows:
        if row["initiative"] is not None and row["status"] != WRONG:
            name = row["initiative"]["id"]
            first = seen.setdefault(name, row["file"])
            if first != row["file"]:
                message = f"Het initiatief {quote(name)} staat ook in {first}. In een tabel tellen beide mee."
                hint = (
                    "In een overzicht is het één initiatief. "
                    "Is het een kopie? Laat er dan een weg. Geef twee initiatieven elk een eigen id."
                )
                remark = Problem(row["file"], message, hint)
                row = {**row, "remarks": [*row["remarks"], *list_problems([remark])]}
        yield row
