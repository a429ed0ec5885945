"""An initiative's file as a row of a table, for holding what is read from both against each other."""

from __future__ import annotations

import csv
import io
from typing import Any

from poolwijzer.dutch import drop_unseen
from poolwijzer.tables.columns import clean_cell
from poolwijzer.tables.lists import join_parts


def flat(data: dict[str, Any]) -> dict[str, str]:
    """The cells of an initiative by their headers; what has no place in a cell is left out by `that_fits`."""
    return dict(_cells(data, ""))


def that_fits(data: dict[str, Any]) -> dict[str, Any]:
    """The same data without what the cells of `flat` cannot say.

    These are earlier measurements, costs, empty texts, and the difference between an answer and a group with nothing
    but that answer.
    """
    known = {name: _fitting(value) for name, value in data.items() if name not in _APART}
    return {name: value for name, value in known.items() if value not in ("", [], {}, None)}


_APART = ("measurements", "responses", "own", "costs")


def csv_of(rows: list[dict[str, str]], delimiter: str = ";") -> bytes:
    """Rows as a table in CSV, a column for every header."""
    headers = list(dict.fromkeys(header for row in rows for header in row))
    file = io.StringIO()
    writer = csv.DictWriter(file, headers, restval="", delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def _fitting(value: Any) -> Any:
    if isinstance(value, str):
        plain = clean_cell(value.replace("\r", " ").replace("\0", " "))
        return clean_cell(plain.lstrip("'"))
    if isinstance(value, dict):
        parts = {name: _fitting(part) for name, part in value.items()}
        parts = {name: part for name, part in parts.items() if part not in ("", [], {}, None)}
        if "population" in parts:
            parts["name"] = " ".join(drop_unseen(parts["name"]).translate(str.maketrans("()", "  ")).split())
        return next(iter(parts.values())) if parts.keys() in ({"kind"}, {"source"}) else parts
    if isinstance(value, list):
        return [part for part in map(_fitting, value) if part not in ("", [], {}, None)]
    return value


def _cells(value: Any, path: str) -> Any:
    if isinstance(value, dict):
        for name, part in value.items():
            if name == "value":
                yield path, str(part)
                continue
            if name == "kind" and "organisation" not in path:
                yield path, part
                continue
            yield from _cells(part, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and path == "agreements":
        for number, part in enumerate(value, start=1):
            yield from _cells(part, f"{path}.{number}")
    elif isinstance(value, list):
        yield path, join_parts([*map(_piece, value), ""])
    else:
        yield path, str(value)


def _piece(part: Any) -> str:
    """One part of a list in a cell: a place of one's own with its inhabitants, money with its last year, a dot."""
    if isinstance(part, list):
        return ":".join(map(str, part))
    if isinstance(part, dict):
        first, second = part.values()
        return f"{first} ({second})"
    return str(part)
