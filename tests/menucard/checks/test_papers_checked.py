"""The papers of the next step count when menus are checked: they refer to sources, and have fields of their own."""

from __future__ import annotations

from datetime import date

from poolwijzer.menucard.checks.menu_check import check_menus

ON = date(2026, 11, 28)


def test_the_shipped_papers_get_no_remark_on_their_fields_and_their_sources_are_used() -> None:
    said = [str(remark) for remark in check_menus(None, ON).remarks]
    assert not [one for one in said if "vervolg.yaml" in one or "Niets verwijst naar de bron" in one]
