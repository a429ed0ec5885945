"""What inputs are made from: the examples, the fixtures of the tests, and what the program writes itself."""

import csv
from contextlib import suppress
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook

from poolwijzer.api import find_outcome, to_data
from poolwijzer.assessment.read import read_assessment
from poolwijzer.given import shipped
from poolwijzer.report.data import json_bytes
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.registry import TABLES_OUT, write_table
from poolwijzer.tables.row import make_row

ROOT = Path(__file__).resolve().parent.parent
FILES = ROOT / "tests" / "files"
ON = date(2026, 11, 1)
EXAMPLE = (ROOT / "examples" / "voorbeeldregio-duinstreek.yaml").read_bytes()


def _read(folder: Path, *patterns: str) -> list[bytes]:
    return [path.read_bytes() for pattern in patterns for path in sorted(folder.rglob(pattern))]


@cache
def initiatives() -> list[bytes]:
    """YAML of initiatives, and of what is none; the examples more often."""
    return [
        *_read(ROOT / "examples", "*.yaml") * 8,
        *_read(FILES / "assessments", "*.yaml"),
        *_read(FILES / "yaml", "*.*"),
    ]


@cache
def plain(text: bytes) -> Any:
    """YAML as plain data, of texts alone; None where it cannot be read."""
    try:
        return yaml.load(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return None


@cache
def examples() -> list[Any]:
    """The examples and the good fixtures as plain data."""
    return [
        *map(plain, _read(ROOT / "examples", "*.yaml")),
        *map(plain, _read(FILES / "assessments" / "good", "*.yaml")),
    ]


@cache
def own_tables() -> dict[str, bytes]:
    """The outcomes of the examples as a table of each kind, by suffix."""
    content, context, made = shipped(), TableContext(shipped(), ON, "0", with_stress=True), {}
    read = [(path.name, read_assessment(path, content)) for path in sorted((ROOT / "examples").glob("*.yaml"))]
    rows = [make_row(name, find_outcome(one.assessment, content, ON), with_stress=True) for name, one in read]
    for suffix in TABLES_OUT:
        file = BytesIO()
        write_table(suffix, file, rows, context)
        made[suffix] = file.getvalue()
    return made


@cache
def json_files() -> list[bytes]:
    """JSON that the program writes, and that of the fixtures."""
    advice = [json_bytes(to_data(find_outcome(one, shipped(), ON))) for one in examples()[:2]]
    return [*advice, own_tables()[".json"], *own_tables()[".jsonl"].splitlines(), *_read(FILES / "yaml", "*.json")]


@cache
def text_tables() -> list[bytes]:
    """Tables as text."""
    good, patterns = FILES / "tables" / "good", ("*.csv", "*.tsv", "*.txt")
    return [*[*_read(good, *patterns), own_tables()[".csv"]] * 3, *_read(FILES / "tables", *patterns)]


@cache
def workbooks() -> list[bytes]:
    """Tables in a workbook: our own, and those of the fixtures."""
    made = [own_tables()[".xlsx"]]
    for path in sorted((FILES / "tables" / "good").rglob("*.csv")):
        book, file = Workbook(), BytesIO()
        with suppress(ValueError, UnicodeDecodeError):
            for row in csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"):
                book.worksheets[0].append(row)
            book.save(file)
            made.append(file.getvalue())
    return [*made, *_read(FILES / "tables" / "kinds", "*.xlsx", "*.ods")]


@cache
def old_workbooks() -> list[bytes]:
    """Tables in a workbook that is no package."""
    return _read(FILES / "tables" / "kinds", "*.xls")


@cache
def menu_files() -> list[tuple[str, bytes]]:
    """Every menu file by its name within its folder: the shipped ones, and those of the fixtures."""
    folders = [
        ROOT / "menus",
        *(path for kind in ("good", "bad", "bad-on-check") for path in (FILES / "menus" / kind).iterdir()),
    ]
    found = [
        (path.relative_to(folder).as_posix(), path) for folder in folders for path in sorted(folder.rglob("*.y*ml"))
    ]
    return [(name, path.read_bytes()) for name, path in found]
