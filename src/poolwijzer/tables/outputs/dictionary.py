"""A dictionary of the tables that are written: what each column means, made from the columns themselves."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things
from poolwijzer.formats.markdown import escape_markdown
from poolwijzer.tables.formulas import protect_text
from poolwijzer.tables.outputs.cells import KINDS, TABLE_FORMAT, OutputColumn
from poolwijzer.tables.outputs.columns import table_columns
from poolwijzer.tables.outputs.context import Dialect, TableContext

DICTIONARIES = (".md", ".csv", ".json")
"""As what it can be written."""
_TITLES = {"initiatives": "Een rij per initiatief", "statements": "Een rij per stelling, met --long"}
TableName = Literal["initiatives", "statements"]


class Entry(NamedTuple):
    """One column. Words are Dutch, for people."""

    table: TableName
    """`statements` is the long one."""
    column: str
    """The header."""
    meaning: str
    about: str
    """What this one is about, where there are more of its kind: the text of a statement, the title of an option."""
    type: str
    unit: str
    range: str
    since: int
    """The format of the table from which on there is such a column."""
    family: str
    """The header with what differs between angle brackets, where there are more of its kind."""


def list_entries(context: TableContext, *, only_long: bool = False) -> list[Entry]:
    """Every column that a table can have, those of the stress test included, in their order."""
    tables: list[tuple[TableName, TableContext]] = [("statements", context._replace(long=True))]
    if not only_long:
        tables.insert(0, ("initiatives", context._replace(long=False, with_stress=True)))
    return [_entry(name, column) for name, one in tables for column in table_columns(one)]


def _entry(table: TableName, column: OutputColumn) -> Entry:
    return Entry(
        table,
        column.header,
        column.meaning,
        column.about,
        KINDS[column.kind],
        column.unit,
        column.range,
        column.since,
        column.family,
    )


def write_dictionary(suffix: str, entries: Iterable[Entry], context: TableContext) -> bytes:
    """The dictionary as a file of this kind."""
    if suffix == ".csv":
        return _csv(entries, context.dialect)
    return _markdown(entries).encode() if suffix == ".md" else _json(entries, context.content, context.version)


def _csv(entries: Iterable[Entry], dialect: Dialect) -> bytes:
    dutch = dialect == "excel"
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if dutch else ",", lineterminator="\r\n" if dutch else "\n")
    writer.writerow(Entry._fields)
    writer.writerows([protect_text(str(part)) for part in entry] for entry in entries)
    return text.getvalue().encode("utf-8-sig" if dutch else "utf-8")


def _json(entries: Iterable[Entry], content: Content, version: str) -> bytes:
    from poolwijzer.report.data import json_bytes

    whole: dict[str, Any] = {
        "format": 1,
        "kind": "columns",
        "poolwijzer": version,
        "menus": {"version": content.version, "hash": content.hash},
        "table_format": TABLE_FORMAT,
        "columns": [entry._asdict() for entry in entries],
    }
    return json_bytes(whole)


def group_families(entries: Iterable[Entry]) -> Iterator[tuple[Entry, int]]:
    """Of every family the first column under the name of the family, with how many there are; in their order."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        found.setdefault((entry.table, entry.family or entry.column), []).append(entry)
    for (_, name), family in found.items():
        types = dict.fromkeys(entry.type for entry in family)
        yield family[0]._replace(column=name, type=" of ".join(types)), len(family)


def _markdown(entries: Iterable[Entry]) -> str:
    lines = [
        "# Woordenboek van de tabellen",
        "",
        "Dit betekenen de kolommen van de tabellen die `poolwijzer batch` schrijft. Deze bladzijde is gemaakt uit het "
        "programma, met `poolwijzer tables columns -o woordenboek.md`.",
        "",
        f"Een lege cel is *niet bekend*. Getallen staan op vier decimalen. *Sinds* is het formaat van de tabel; nu is "
        f"dat {TABLE_FORMAT}. Staat er iets tussen `<` en `>`? Dan is er een kolom voor elke stelling, as, optie of "
        "vraag, met haar id. Met `poolwijzer tables columns -o woordenboek.csv` staan zij er alle in, met hun teksten.",
        "",
        "Delen van een lijst staan met een streep ertussen; in Parquet en JSON is het een lijst. *Ja of nee* is daar "
        "waar of onwaar. Bij een antwoord is *weet-niet* in Parquet leeg: `unknown_answers` noemt welke dat zijn.",
    ]
    table = ""
    for entry, number in group_families(entries):
        if entry.table != table:
            table = entry.table
            lines += ["", f"## {_TITLES[table]}", "", "| kolom | betekenis | soort | eenheid | waarden | sinds |"]
            lines.append("| --- | --- | --- | --- | --- | --- |")
        several = f" ({count_things(number, 'kolom', 'kolommen')})" if entry.family else ""
        span = "" if entry.family in ("context.<vraag>",) else entry.range
        cells = (f"`{entry.column}`{several}", *map(escape_markdown, (entry.meaning, entry.type, entry.unit, span)))
        lines.append(f"| {' | '.join((*cells, str(entry.since)))} |")
    return "\n".join([*lines, ""])


def tell_columns(entries: Iterable[Entry]) -> Iterator[str]:
    """The dictionary in lines for a screen, by family."""
    table = ""
    for entry, number in group_families(entries):
        if entry.table != table:
            table = entry.table
            yield f"{_TITLES[table]}\n"
        several = f" ({count_things(number, 'kolom', 'kolommen')})" if entry.family else ""
        kind = f"{entry.type}, {entry.unit}" if entry.unit else entry.type
        yield f"{entry.column}{several}\n  {entry.meaning} ({kind})"
