"""Every kind of table is known by its suffix, and told where people look for it."""

import pytest

from poolwijzer.tables.registry import TABLES_IN, TABLES_OUT
from tests.roots import ROOT

PAGE = "docs/tabellen.md"


@pytest.mark.parametrize("suffix", TABLES_IN)
def test_every_table_that_can_be_read_has_its_reader_and_is_in_the_page_on_tables(suffix: str) -> None:
    assert callable(TABLES_IN[suffix].load().read_grid)
    assert f"`{suffix}`" in (ROOT / PAGE).read_text(encoding="utf-8"), f"{PAGE} does not name {suffix}"


@pytest.mark.parametrize("suffix", TABLES_OUT)
def test_every_table_that_can_be_written_has_its_writer_and_its_line_in_the_page_on_tables(suffix: str) -> None:
    assert callable(TABLES_OUT[suffix].load().write_table)
    assert f"| `{suffix}` |" in (ROOT / PAGE).read_text(encoding="utf-8"), f"{PAGE} has no line for {suffix}"
