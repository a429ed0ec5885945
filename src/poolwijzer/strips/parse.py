"""From the content of a ledger to its lines. What is not to be read is told and kept, and spoils no other line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from poolwijzer.costs.strips.lines import KINDS, LedgerLine
from poolwijzer.municipalities import official_name
from poolwijzer.problems import Fault, InputError, Problem, did_you_mean, quote
from poolwijzer.strips.cells import amount_text, read_amount, read_day, read_moment
from poolwijzer.strips.columns import COLUMNS, Column, kind_of
from poolwijzer.strips.ids import id_of_content, is_id
from poolwijzer.strips.ledger import BrokenLine
from poolwijzer.strips.rows import Layout, Row, encoding_of, find_layout, list_lines, list_rows, tidy
from poolwijzer.strips.rules import require_sense
from poolwijzer.tables.formulas import unprotect_text

LARGEST = 50_000_000
"""Bytes of a ledger: hundreds of thousands of lines."""
LONGEST_LINE = 100_000
"""In characters: more is no line that anyone wrote."""


@dataclass(slots=True)
class Parsed:
    """A ledger as it stands in a file.

    Attributes:
        layout: None where the file is empty.
        lines: Each id once.
        numbers: Of the line in the file, from 1, by id.
        by_hand: The ids of lines that have none in the file: they are made of what the line says.
        ends: Whether the last line has an end.
    """

    layout: Layout | None
    lines: dict[str, LedgerLine] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    by_hand: set[str] = field(default_factory=set)
    broken: list[BrokenLine] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    ends: bool = True


def parse_ledger(data: bytes, name: str) -> Parsed:
    """The lines of a ledger.

    Args:
        data: All that is in the file.
        name: Of the file, as the user knows it.

    Raises:
        InputError: There is too much, or the first line is not that of a ledger.
    """
    if len(data) > LARGEST:
        raise InputError(Problem(name, "Dit logboek is te groot.", "Begin elk jaar een nieuw logboek."))
    texts = list_lines(data)
    layout = find_layout(texts, encoding_of(data))
    if layout is None:
        return Parsed(None)
    if not layout.complete or not {"hours", "strips"} & set(layout.columns):
        wanted = ", ".join(COLUMNS.values())
        message = "Dit is geen logboek van strippen: de eerste regel noemt de kolommen niet."
        raise InputError(Problem(name, message, f"De kolommen zijn: {wanted}.", layout.row))
    found = Parsed(layout, ends=not texts[-1])
    found.remarks.extend(_odd_columns(layout, name))
    without_id: Counter[str] = Counter()
    for row in list_rows(texts, layout):
        try:
            line = _line_of(row, layout)
            require_sense(line)
        except Fault as fault:
            message = f"{fault.message} Deze regel telt niet mee."
            problem = Problem(name, message, fault.hint, row.number)
            found.broken.append(BrokenLine(row.number, row.text, problem, _id_of(row, layout)))
            continue
        if not line.id:
            content = _content_of(line)
            without_id[content] += 1
            line = replace(line, id=id_of_content(f"{content}|{without_id[content]}"))
            found.by_hand.add(line.id)
        _keep(line, row.number, found, name)
    return found


def _keep(line: LedgerLine, number: int, found: Parsed, name: str) -> None:
    earlier = found.lines.get(line.id)
    if earlier is None:
        found.lines[line.id] = line
        found.numbers[line.id] = number
        return
    first = found.numbers[line.id]
    if earlier.says_the_same(line):
        message = f"Deze regel is dezelfde als regel {first}, en telt één keer mee."
        found.remarks.append(Problem(name, message, "U hoeft niets te doen.", number))
    else:
        message = f"Deze regel heeft dezelfde code als regel {first}, en zegt iets anders. Regel {first} telt mee."
        hint = f"Klopt regel {first} niet? Verbeter die dan met een nieuwe regel."
        found.remarks.append(Problem(name, message, hint, number))


def _line_of(row: Row, layout: Layout) -> LedgerLine:
    cells = _cells_by_column(row, layout)
    kind = kind_of(cells.get("kind", ""))
    if kind is None:
        said = cells["kind"]
        hint = did_you_mean(said, KINDS.values()) or f"Kies uit: {', '.join(KINDS.values())}."
        raise Fault(f"Er is geen soort {quote(said)}.", hint)
    return LedgerLine(
        id=cells.get("id", ""),
        day=read_day(cells.get("day", ""), layout.delimiter),
        kind=kind,
        municipality=official_name(cells.get("municipality", "")),
        product=cells.get("product", ""),
        hours=read_amount(cells.get("hours", ""), layout.delimiter),
        strips=read_amount(cells.get("strips", ""), layout.delimiter),
        to=official_name(cells.get("to", "")),
        corrects=cells.get("corrects", ""),
        note=cells.get("note", ""),
        written=read_moment(cells.get("written", "")),
    )


def _cells_by_column(row: Row, layout: Layout) -> Mapping[Column, str]:
    if len(row.text) > LONGEST_LINE:
        raise Fault("Deze regel is veel te lang.", "Schrijf de regel opnieuw, met een korte notitie.")
    if row.cells is None:
        raise Fault("Op deze regel staat een aanhalingsteken te veel of te weinig.", "Schrijf de regel opnieuw.")
    extra = [cell for cell in row.cells[len(layout.columns) :] if cell.strip()]
    if extra:
        raise Fault("Op deze regel staan meer cellen dan er kolommen zijn.", 'Zet tekst met een puntkomma tussen ".')
    if len(row.cells) == 1 < len(layout.columns) and layout.columns[0] != "day":
        raise Fault("Deze regel is niet af.", "Is er iets gebruikt? Schrijf de regel dan opnieuw.")
    cells: dict[Column, str] = {}
    for column, cell in zip(layout.columns, row.cells, strict=False):
        if column is not None:
            cells[column] = tidy(unprotect_text(cell.strip()))
    # A line that the program wrote is as long as the headers, unless writing it broke off.
    if len(row.cells) < len(layout.columns) and is_id(cells.get("id", "")):
        raise Fault("Deze regel is niet af.", "Is er iets gebruikt? Schrijf de regel dan opnieuw.")
    return cells


def _id_of(row: Row, layout: Layout) -> str:
    """The code of a line that cannot be read further."""
    at = layout.columns.index("id") if "id" in layout.columns else None
    cell = row.cells[at].strip() if at is not None and row.cells and at < len(row.cells) else ""
    return cell if is_id(cell) else ""


def _content_of(line: LedgerLine) -> str:
    amounts = [amount_text(line.hours, ";"), amount_text(line.strips, ";")]
    parts = [line.day.isoformat(), line.kind, line.municipality, line.product, *amounts, line.to, line.corrects]
    return "|".join([*parts, line.note])


def _odd_columns(layout: Layout, name: str) -> Iterator[Problem]:
    for column, header in zip(layout.columns, layout.headers, strict=True):
        if column is None and header.strip():
            message = f"De kolom {quote(header.strip())} hoort niet bij een logboek en wordt niet gelezen."
            yield Problem(name, message, "De kolom blijft wel staan.", layout.row)
