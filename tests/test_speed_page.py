"""docs/snelheid.md is what `make bench` wrote of its last figures, with a row for every goal."""

import platform
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.speed.all_reports import KINDS, MUNICIPALITIES
from benchmarks.speed.batches import QUICK
from benchmarks.speed.figures import (
    KEPT,
    Figures,
    Measured,
    Point,
    ReportsMade,
    exponent,
    keep_figures,
    read_figures,
    summarise,
)
from benchmarks.speed.goals import GOALS, Goal
from benchmarks.speed.growth import CURVES
from benchmarks.speed.initiatives import IN_TURN, Initiatives
from benchmarks.speed.page import PAGE, UNTOLD, missed, page, read_words
from benchmarks.speed.peers import PEERS
from poolwijzer import load, run_batch
from poolwijzer.content.content import Content
from tests.roots import ROOT

NOTHING = Figures("2026-11-30", 3, False, {"kernen": "2"}, {}, {}, {}, {})
FAST, SLOW = Measured(0.5, 0.4, 0.6, 50, 100, 3), Measured(9, 8, 10, 900, 100, 3)


def row_of(goal: Goal, text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(f"| {goal.what} |"))


def test_the_page_is_what_was_measured_last() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(read_figures(), read_words()), "run: make bench"


def test_every_goal_was_measured_and_has_a_row_that_says_whether_it_holds() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for goal in GOALS:
        assert row_of(goal, text).endswith(("| ja |", "| **nee** |"))


def test_of_every_goal_that_is_missed_is_said_where_the_rest_goes() -> None:
    words = read_words()
    assert words.keys() <= {goal.id for goal in GOALS}
    assert {goal.id for goal in missed(read_figures())} <= words.keys(), "say it in benchmarks/snelheid.yaml"
    assert all(said.endswith(".") for said in words.values())


def test_every_curve_of_growth_has_all_its_sizes() -> None:
    figures = read_figures()
    for curve in CURVES:
        sizes = tuple(point.number for point in figures.growth[curve.id])
        assert sizes == (curve.sizes[:-1] if figures.quick else curve.sizes)


def test_of_every_kind_is_told_how_long_a_report_for_each_municipality_takes() -> None:
    figures = read_figures()
    assert figures.reports.keys() == KINDS.keys()
    assert all(
        one.number == (MUNICIPALITIES // QUICK if figures.quick else MUNICIPALITIES) for one in figures.reports.values()
    )


def test_it_tells_no_name_of_a_machine_and_no_path() -> None:
    text = PAGE.read_text(encoding="utf-8") + KEPT.read_text(encoding="utf-8")
    node = platform.node()
    assert not node or len(node) < 4 or node not in text
    assert not [place for place in ("/home", "/root", "/tmp", "/usr", "\\\\") if place in text]


def test_instructions_decide_where_they_are_counted() -> None:
    goal = GOALS[0]
    slow_by_the_clock = replace(SLOW, counts=(110.0, 100.0))
    assert slow_by_the_clock.decides == 1.1 and SLOW.decides == 9
    held = page(replace(NOTHING, goals={goal.id: slow_by_the_clock}), {})
    assert row_of(goal, held).endswith("| ja |") and "1,10 × (110 tegen 100)" in row_of(goal, held)
    assert row_of(goal, page(replace(NOTHING, goals={goal.id: SLOW}), {})).endswith("| **nee** |")


def test_where_nothing_is_counted_the_page_says_why() -> None:
    figures = read_figures()
    text = page(figures, {})
    assert all(goal.uncounted in text for goal in GOALS)
    counted = {goal.id for goal in GOALS if figures.goals[goal.id].counts}
    can_be = {goal.id for goal in GOALS if not goal.uncounted}
    few = figures.quick or figures.machine["telt instructies"].startswith("niets")
    assert counted <= can_be and (few or counted == can_be)


def test_two_cores_must_be_faster_and_all_else_must_not_be_slower() -> None:
    least = next(goal for goal in GOALS if goal.at_least)
    assert least.holds(1.7) and not least.holds(1.6)
    most = next(goal for goal in GOALS if not goal.at_least)
    assert most.holds(most.bound) and not most.holds(most.bound + 0.01)


def test_a_goal_that_is_missed_is_told_with_words_or_without() -> None:
    figures = replace(NOTHING, goals={"help": SLOW, "word": FAST})
    told = page(figures, {"help": "Dat zit in de letters.", "word": "Dit telt niet meer."})
    assert "- `poolwijzer --help`: Dat zit in de letters." in told and "Dit telt niet meer." not in told
    assert UNTOLD in page(figures, {})


def test_what_did_not_run_is_said() -> None:
    text = page(NOTHING, {})
    assert text.count("| niet gemeten |") == len(GOALS) + len(KINDS) and text.count("| niet geïnstalleerd |") == len(
        PEERS
    )
    assert text.count(": niet gemeten") == len(CURVES) and "0 gehaald" in text


def test_a_quick_run_is_told_as_one() -> None:
    assert "Dit is een korte proef" in page(replace(NOTHING, quick=True, rounds=1), {})
    assert "Dit is een korte proef" not in page(NOTHING, {}) and "minstens 3 keer" in page(NOTHING, {})


def test_the_exponent_is_one_in_proportion_and_two_for_squares() -> None:
    sizes = (10, 100, 1000)
    assert exponent([Point(size, 0.003 * size, 50) for size in sizes]) == pytest.approx(1)
    assert exponent([Point(size, 0.003 * size**2, 50) for size in sizes]) == pytest.approx(2)
    assert exponent([Point(size, 0.5, 50) for size in sizes]) == pytest.approx(0)


def test_of_pairs_the_median_of_the_ratios_counts_and_not_the_ratio_of_the_medians() -> None:
    found = summarise([(1, 1), (2, 1), (9, 3)])
    assert (found.ratio, found.lowest, found.highest, found.pairs) == (2, 1, 3, 3)
    assert (found.own, found.other) == (2, 1)


def test_figures_are_kept_and_read_back(tmp_path: Path) -> None:
    kept = replace(
        NOTHING,
        goals={"help": replace(FAST, counts=(1.5, 2.5))},
        growth={"compare": (Point(10, 0.1, 60.0),)},
        reports={"pdf": ReportsMade(342, 100.5, 500.5, 250.5)},
    )
    keep_figures(kept, tmp_path / "figures.json")
    assert read_figures(tmp_path / "figures.json") == kept


def test_initiatives_to_measure_with_all_differ_and_a_larger_folder_begins_with_a_smaller(
    tmp_path: Path, content: Content
) -> None:
    made = Initiatives(tmp_path)
    few, many = ({path.name: path.read_bytes() for path in made.some(size).iterdir()} for size in (8, 24))
    assert few.items() <= many.items() and len(set(many.values())) == 24
    for at in range(IN_TURN):
        one, other = (load(tmp_path / "24" / f"{number:05}.yaml", content) for number in (at, at + IN_TURN))
        assert (one.answers, one.responses) != (other.answers, other.responses), "not the name alone"


def test_in_a_table_of_respondents_to_measure_with_nothing_is_refused(tmp_path: Path, content: Content) -> None:
    rows = list(run_batch(Initiatives(tmp_path).respondents(30), content, "2026-11-01", rows="respondents"))
    assert len(rows) == 30 and not [row for row in rows if row["status"] == "fout" or row.get("rejected")]


@pytest.mark.slow
def test_one_row_can_be_measured_and_leaves_the_page() -> None:
    before = PAGE.read_bytes(), KEPT.read_bytes()
    command = [sys.executable, "-m", "benchmarks.speed", "--only", "help", "--rounds", "1", "--uncounted"]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    assert " x  <= 1.20  " in told and "by time or memory" in told
    assert (PAGE.read_bytes(), KEPT.read_bytes()) == before
