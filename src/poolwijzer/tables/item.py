"""What a table gives of one initiative: bytes that any worker can read, whatever the kind of table was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from json.encoder import encode_basestring as _encoded
from typing import Any, Literal, NamedTuple

from poolwijzer.problems import Problem

Rows = Literal["initiatives", "respondents"]
"""What a row of a table is."""


class TableItem(NamedTuple):
    """One initiative of a table.

    Attributes:
        name: The table and the row, or the initiative: `uitvraag.csv, rij 12`.
        data: JSON in UTF-8: `document`, as our YAML reader would give it, `places`, and `problems` where there are any.
            The same table gives the same bytes. `document_of` and `parse_item` read it.
        remarks: What is worth saying without being wrong; of the table as a whole with its first item.
    """

    name: str
    data: bytes
    remarks: tuple[Problem, ...] = ()


def as_json(value: Any) -> str:
    """Text, lists and groups as JSON without white space, the keys in their order."""
    if isinstance(value, str):
        return _encoded(value)
    if isinstance(value, list):
        return f"[{','.join(map(as_json, value))}]"
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{_encoded(key)}:{as_json(value[key])}' for key in sorted(value))}}}"
    return "null" if value is None else str(value)


def packed(document: str, places: str, problems: Iterable[Problem] = ()) -> bytes:
    """The data of an item, from parts that are JSON already."""
    told = [[problem.line, problem.column, problem.message, problem.hint] for problem in problems]
    wrong = f',"problems":{as_json(told)}' if told else ""
    return f'{{"document":{document},"places":{places}{wrong}}}'.encode("utf-8", "replace")
