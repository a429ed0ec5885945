"""Adding to a ledger: under a lock, with one write, and never changing what is there."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from poolwijzer.costs.strips.lines import KINDS, LedgerLine
from poolwijzer.growing import add_to_file
from poolwijzer.municipalities import official_name
from poolwijzer.problems import Fault, InputError, Problem, quote
from poolwijzer.strips.cells import amount_text
from poolwijzer.strips.columns import COLUMNS, Column
from poolwijzer.strips.ids import new_id
from poolwijzer.strips.parse import LARGEST, Parsed, parse_ledger
from poolwijzer.strips.rows import NEW_LAYOUT, Layout, encode_rows, encoding_of, row_text, tidy
from poolwijzer.strips.rules import require_sense


def append_lines(path: Path, lines: Sequence[LedgerLine]) -> tuple[LedgerLine, ...]:
    """Add lines at the end of a ledger, all or none; a ledger that is not there is made.

    Args:
        path: The ledger.
        lines: Without an id and a moment; they get both here.

    Returns:
        The lines as they were written, once they are on the disk.

    Raises:
        InputError: It cannot be written, is no ledger, another program holds it for too long, or a line does not fit:
            a correction of a line that is not there, hours and strips both or neither.
    """
    added: list[LedgerLine] = []

    def choose(ledger: Parsed) -> Sequence[LedgerLine]:
        now = datetime.now(UTC).replace(microsecond=0)
        added[:] = [_to_write(one, ledger, now, path) for one in lines]
        return added

    add_chosen(path, choose)
    return tuple(added)


def add_chosen(
    path: Path,
    choose: Callable[[Parsed], Sequence[LedgerLine]],
    broken: Callable[[Parsed], Sequence[str]] = lambda ledger: (),
) -> None:
    """Add what is chosen from what a ledger has, while nobody else adds.

    Args:
        path: The ledger.
        choose: Gets what is in it, and gives the lines to add. It is asked again where the file was replaced meanwhile.
        broken: The same for lines that cannot be read, which are added as they are.

    Raises:
        InputError: It cannot be written, or is no ledger; it is as it was then.
    """

    def compose(content: bytes) -> bytes:
        ledger = parse_ledger(content, str(path))
        layout = ledger.layout or _new_layout(content)
        text = "".join(_line_text(one, layout, path) for one in choose(ledger))
        text += "".join(f"{one}\r\n" for one in broken(ledger))
        if not text:
            return b""
        start = "" if ledger.layout is None or ledger.ends else "\r\n"
        if ledger.layout is None:
            start = row_text(layout.headers, layout.delimiter)
        more = encode_rows(start + text, layout.encoding)
        if layout.encoding.startswith("utf-16") and len(content) % 2:
            more = b"\0" + more  # a sign that broke off half way
        return more if content else codecs.BOM_UTF8 + more

    add_to_file(path, compose, LARGEST)


def _new_layout(content: bytes) -> Layout:
    """That of a ledger of ours; a file with empty lines alone keeps its signs."""
    encoding = encoding_of(content)
    return NEW_LAYOUT._replace(encoding=encoding if encoding.startswith("utf-16") else "utf-8")


def _to_write(line: LedgerLine, ledger: Parsed, now: datetime, path: Path) -> LedgerLine:
    try:
        line = replace(
            line,
            id=new_id(),
            municipality=official_name(tidy(line.municipality)),
            product=tidy(line.product),
            to=official_name(tidy(line.to)),
            note=tidy(line.note),
            written=now,
        )
        require_sense(line)
        if line.corrects and line.corrects not in ledger.lines:
            raise Fault(
                f"Er is geen regel {quote(line.corrects)} om te verbeteren.", "Kijk de code na met strips show."
            )
    except Fault as fault:
        raise InputError(Problem(str(path), fault.message, fault.hint)) from None
    return line


def _line_text(line: LedgerLine, layout: Layout, path: Path) -> str:
    cells: dict[Column, str] = {
        "id": line.id,
        "day": line.day.isoformat(),
        "kind": KINDS[line.kind],
        "municipality": line.municipality,
        "product": line.product,
        "hours": amount_text(line.hours, layout.delimiter),
        "strips": amount_text(line.strips, layout.delimiter),
        "to": line.to,
        "corrects": line.corrects,
        "note": line.note,
        "written": line.written.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if line.written else "",
    }
    needless: set[Column] = {"kind", "written"} if line.kind == "use" else {"written"}
    for column, text in cells.items():
        if text and column not in layout.columns and column not in needless:
            message = f"In dit logboek ontbreekt de kolom {COLUMNS[column]}."
            raise InputError(Problem(str(path), message, f"Zet {COLUMNS[column]} achter de koppen op de eerste regel."))
    return row_text([cells[column] if column else "" for column in layout.columns], layout.delimiter)
