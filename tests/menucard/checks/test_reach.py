"""Rules that never speak: told by `menu check --reach`, unless they say why they stay."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from poolwijzer.content.content import Content
from poolwijzer.engine.placement import place
from poolwijzer.menucard.checks.menu_check import check_menus
from poolwijzer.menucard.plausible import make_initiatives
from tests.roots import SMALL_MENUS

ON = date(2026, 11, 28)
SIGNAL = """\
signals:
  zeldzaam:
    kind: advies
    title: Dit komt bijna nooit voor
    text: Met zoveel gemeenten is het druk.
    rules:
      - effect: aandacht
        when: {municipalities: number, at_least: 300}
        because: Er doen driehonderd gemeenten mee.
"""


def remarks(folder: Path, reach: bool) -> list[str]:
    return [str(remark) for remark in check_menus(folder, ON, SMALL_MENUS, reach).remarks]


def test_a_rule_that_never_speaks_is_told_only_when_asked_for_and_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "aandachtspunten.yaml").write_text(SIGNAL, encoding="utf-8")
    (told,) = remarks(tmp_path, reach=True)
    assert "aandachtspunten.yaml:8:9: " in told
    assert "geldt in geen van 500 verzonnen initiatieven" in told and "rare:" in told
    assert remarks(tmp_path, reach=False) == []


def test_a_rule_that_says_why_it_stays_is_left_alone(tmp_path: Path) -> None:
    text = SIGNAL + "        rare: Wie met heel Nederland wil poolen, moet dit weten.\n"
    (tmp_path / "aandachtspunten.yaml").write_text(text, encoding="utf-8")
    assert remarks(tmp_path, reach=True) == []


@pytest.mark.slow
def test_every_rule_that_is_shipped_speaks_somewhere_or_says_why_it_stays() -> None:
    told = check_menus(None, ON, reach=True).remarks
    assert [remark for remark in told if "verzonnen initiatieven" in remark.message] == []


def test_what_is_shipped_asks_and_keeps_nothing_that_is_not_used() -> None:
    told = check_menus(None, ON).remarks
    assert [str(one) for one in told if "Niets kijkt naar" in one.message or "Niets verwijst naar" in one.message] == []


def test_made_up_initiatives_are_the_same_each_time_and_stand_all_over_the_typology(content: Content) -> None:
    made = list(make_initiatives(60, content))
    assert made == list(make_initiatives(60, content))
    assert made != list(make_initiatives(60, content, seed=2))
    assert {quadrant for one in made for quadrant in place(one, content).in_play} == set(content.typology.quadrants)
