"""Every kind of table is known by its suffix, and told where people look for it."""

import re

import pytest

from poolwijzer.tables.registry import TABLES_IN, TABLES_OUT, TableFormat
from tests.roots import ROOT, TESTS

PAGE = "docs/tabellen.md"


@pytest.mark.parametrize(
    ("function", "formats"), [("read_grid", TABLES_IN), ("begin_table", TABLES_OUT)], ids=["in", "out"]
)
def test_every_module_that_reads_or_writes_a_table_is_entered(function: str, formats: dict[str, TableFormat]) -> None:
    source = ROOT / "src"
    found = {
        ".".join(path.relative_to(source).with_suffix("").parts)
        for path in (source / "poolwijzer" / "tables").rglob("*.py")
        if path.stem != "registry" and re.search(rf"(?m)^def {function}\(", path.read_text(encoding="utf-8"))
    }
    missing = sorted(found - {one.module for one in formats.values()})
    assert not missing, f"enter in tables/registry.py: {missing}"


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".txt"])  # test_every_kind.py has the others
def test_every_table_that_can_be_read_has_an_example(suffix: str) -> None:
    good = TESTS / "files" / "tables" / "good"
    assert any(good.glob(f"*/[ir]*{suffix}")), f"add a folder with a table {suffix} to tests/files/tables/good"


@pytest.mark.parametrize("suffix", TABLES_IN)
def test_every_table_that_can_be_read_has_its_reader_and_is_in_the_page_on_tables(suffix: str) -> None:
    assert callable(TABLES_IN[suffix].load().read_grid)
    assert f"`{suffix}`" in (ROOT / PAGE).read_text(encoding="utf-8"), f"{PAGE} does not name {suffix}"


@pytest.mark.parametrize("suffix", TABLES_OUT)
def test_every_table_that_can_be_written_has_its_writer_and_its_line_in_the_page_on_tables(suffix: str) -> None:
    assert callable(TABLES_OUT[suffix].load().begin_table)
    assert f"| `{suffix}` |" in (ROOT / PAGE).read_text(encoding="utf-8"), f"{PAGE} has no line for {suffix}"
