"""Tables in every kind of file that is read, for tests: made here, or by an office and kept in files/tables/kinds."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections.abc import Iterable

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from poolwijzer.tables.document import Rows, parse_row
from poolwijzer.tables.reader import TableOptions, read_table
from tests.roots import TESTS

KINDS = TESTS / "files" / "tables" / "kinds"
WORKBOOKS = (".xlsx", ".xls", ".ods")
_NO_LIST = "Er is geen lijst van gemeenten."
"""Which no table here has, and is no matter of the kind of file."""
MACRO_BOOK = (b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", b"vnd.ms-excel.sheet.macroEnabled.main")
NAMES = {"office": "office", "table": "table", "text": "text", "draw": "drawing"}


def kept(name: str) -> bytes:
    return (KINDS / name).read_bytes()


def told_of(
    data: bytes,
    content: Content,
    name: str = "tabel.ods",
    rows: Rows = "respondents",
    options: TableOptions = TableOptions(),  # noqa: B008 - it never changes
) -> tuple[list[Assessment], list[str]]:
    """The initiatives that can be read, and all that is told, with the file called the same whatever its name."""
    read: list[Assessment] = []
    told: list[str] = []
    suffix = name[name.index(".") :]
    try:
        for item in read_table(name, data, f".{suffix.rpartition('.')[2]}", rows, content, options):
            told += map(str, item.remarks)
            try:
                reading = parse_row(item, content)
                read.append(reading.assessment)
                told += map(str, (*reading.remarks, *reading.left_out))
            except InputError as error:
                told += map(str, error.problems)
    except InputError as error:
        told += map(str, error.problems)
    return read, [line.replace(name, "tabel") for line in told if _NO_LIST not in line]


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file.getvalue()


def repacked(data: bytes, more: dict[str, bytes], *changes: tuple[bytes, bytes]) -> bytes:
    """A package with other words in its parts, and with parts that are new or replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for before, after in changes:
        parts = {name: part.replace(before, after) for name, part in parts.items()}
    return zipped({**parts, **more})


def with_macros(data: bytes) -> bytes:
    return repacked(data, {"xl/vbaProject.bin": b"Sub Auto_Open()"}, MACRO_BOOK)


def tsv_of(data: bytes) -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter="\t").writerows(csv.reader(io.StringIO(data.decode()), delimiter=";"))
    return file.getvalue().encode()


def same_table() -> dict[str, bytes]:
    """One table in every kind of file, by how its name ends."""
    plain = {suffix: kept(f"gelijk{suffix}") for suffix in (".csv", *WORKBOOKS)}
    plain[".tsv"] = tsv_of(plain[".csv"])
    plain[".txt"] = plain[".tsv"].decode().encode("utf-16")
    packed = {f"{suffix}.gz": gzip.compress(data, mtime=0) for suffix, data in plain.items()}
    packed |= {f"{suffix}.zip": zipped({f"uitvraag/antwoorden{suffix}": data}) for suffix, data in plain.items()}
    return plain | packed


def ods_of(rows: str, before: str = "", manifest: bytes = b"") -> bytes:
    """A spreadsheet of OpenDocument with these rows, in its own words."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in NAMES.items()
    )
    table = f'<table:table table:name="Blad1">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"{before}<office:document-content {spaces}>{body}</office:document-content>".encode(),
            "META-INF/manifest.xml": manifest,
        }
    )


def ods_row(cells: Iterable[object], said: str = "", each: str = "") -> str:
    inside = "".join(
        f'<table:table-cell {each} office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row {said}>{inside}</table:table-row>"
