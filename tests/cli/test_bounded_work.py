"""Whatever somebody hands over, what is wrong is told soon, at most a thousand times, with how many more there are."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from poolwijzer.assessment.participants import read_names
from poolwijzer.cli.dutch_typer import in_dutch
from poolwijzer.problems import MOST_PROBLEMS, MOST_SOUGHT, Fault
from poolwijzer.yamlfile import jsonplaces

Run = Callable[..., Result]
ON = ("--date", "2026-11-01")
HEAD: dict[str, Any] = {"poolwijzer": 1, "initiative": {"id": "x", "name": "X"}, "answers": {"m1": 4}}
MANY = 3000


def written(folder: Path, data: dict[str, Any], suffix: str) -> Path:
    """JSON, which is YAML too."""
    path = folder / f"veel{suffix}"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def told(result: Result) -> list[str]:
    assert result.exit_code == 2 and result.stdout == ""
    assert "Traceback" not in result.stderr
    lines: list[str] = result.stderr.splitlines()
    return lines


def respondents(**own: Any) -> dict[str, Any]:
    one = {"organisation": {"kind": "gemeente", "name": "Assen"}, "answers": {"m1": 4}}
    return {**HEAD, "responses": [{"id": f"r{index}", **one, **own} for index in range(MANY)]}


WRONG: dict[str, dict[str, Any]] = {
    "statements-that-nobody-knows": {**HEAD, "answers": {f"m9x{index}": 4 for index in range(MANY)}},
    "words-that-nobody-knows": {**HEAD, **{f"answer{index}": 4 for index in range(MANY)}},
    "texts-that-are-empty": {**HEAD, "needs": [""] * MANY},
    "municipalities-mistyped": {
        **HEAD,
        "initiative": {"id": "x", "name": "X", "municipalities": [f"Asse{index}n" for index in range(MANY)]},
    },
    "respondents-of-nowhere": respondents(organisation={"kind": "gemeente", "name": "Asen"}),
    "respondents-without-answers": respondents(answers=[4]),
    "respondents-off-the-scale": respondents(answers={"m1": 9}),
    "respondents-with-words": respondents(answers={"m1": "vier"}),
    "options-that-nobody-knows": {**HEAD, "choices": {"vorm": {"options": [f"netwer{i}" for i in range(MANY)]}}},
}


@pytest.mark.parametrize("suffix", [".json", ".yaml"])
@pytest.mark.parametrize("kind", WRONG)
def test_a_thousand_problems_are_told_and_how_many_more_there_are(
    run: Run, tmp_path: Path, kind: str, suffix: str
) -> None:
    *lines, rest = told(run("advise", written(tmp_path, WRONG[kind], suffix), *ON))
    assert len(lines) == MOST_PROBLEMS
    assert f"En nog {(MANY - MOST_PROBLEMS) // 1000}.000 meldingen, die hier niet staan." in rest
    assert all(":1:" in line for line in lines)


@pytest.mark.parametrize("kind", ["words-that-nobody-knows", "respondents-of-nowhere"])
def test_what_was_meant_is_sought_for_the_first_so_many(run: Run, tmp_path: Path, kind: str) -> None:
    lines = told(run("advise", written(tmp_path, WRONG[kind], ".json"), *ON))
    assert [number for number, line in enumerate(lines) if "Bedoelde u" in line] == list(range(MOST_SOUGHT))


def test_of_the_last_of_many_the_place_is_found_too(run: Run, tmp_path: Path) -> None:
    data = {**HEAD, "answers": {"m1": 4}, "own": {"getallen": [1] * MANY}, "context": {"fase": "onzin"}}
    (line,) = told(run("advise", written(tmp_path, data, ".json"), *ON))
    column = json.dumps(data).index('"onzin"') + 1
    assert f".json:1:{column}: Het antwoord 'onzin' bestaat niet." in line


def test_what_nobody_points_at_is_looked_up_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    looked: list[int] = []
    skip = jsonplaces.JsonPlaces.skip

    def counted(self: jsonplaces.JsonPlaces, index: int) -> int:
        looked.append(index)
        return skip(self, index)

    monkeypatch.setattr(jsonplaces.JsonPlaces, "skip", counted)
    data = {**HEAD, "answers": {"m1": 9}, "own": {"getallen": [1] * MANY}}
    assert len(told(run("advise", written(tmp_path, data, ".json"), *ON))) == 1
    assert 0 < len(looked) < 100


DIGITS = "9" * 5001


@pytest.mark.parametrize("suffix", [".json", ".yaml"])
@pytest.mark.parametrize(
    "change",
    [
        {"poolwijzer": "#"},
        {"answers": {"m1": "#"}},
        {"estimate": {"motivatie": "#"}},
        {"answers": {"m1": {"value": 4, "votes": ["#", 0, 0, 0, 0]}}},
        {"context": {"geld": [{"source": "provincie", "until": "#"}]}},
        {"context": {"start": "#"}},
        {"initiative": {"id": "x", "name": "X", "municipalities": [{"name": "Nergens", "population": "#"}]}},
        {"initiative": {"id": "x", "name": "X", "date": "#"}},
    ],
    ids=lambda change: json.dumps(change)[:40],
)
@pytest.mark.parametrize("digits", [DIGITS, f"-{DIGITS}.5", "1e999999"])
def test_a_long_number_is_told_in_one_line_wherever_it_stands(
    run: Run, tmp_path: Path, change: dict[str, Any], digits: str, suffix: str
) -> None:
    path = tmp_path / f"lang{suffix}"
    text = json.dumps({**HEAD, "answers": {"m1": 4}, **change})
    path.write_text(text.replace('"#"', digits), encoding="utf-8")
    lines = told(run("advise", path, *ON))
    assert 1 <= len(lines) <= 3
    assert all(len(line) < 400 for line in lines)


@pytest.mark.parametrize("jobs", [DIGITS, "-1", "0", "1e9", "62", "1000000000", "²"])
def test_a_number_of_workers_has_a_floor_and_a_ceiling(run: Run, examples: Path, jobs: str) -> None:
    (line,) = told(run("batch", examples, *ON, f"--jobs={jobs}"))
    assert line.startswith("--jobs: ") and "Geef een getal van 1 tot en met 61, of auto." in line


def test_a_batch_tells_a_thousand_lines_of_a_table(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "veel.csv"
    rows = "".join(f"id-{index};Naam {index};Assen;9\n" for index in range(1200))
    table.write_text(f"initiative.id;initiative.name;initiative.municipalities;answers.m1\n{rows}", encoding="utf-8")
    result = run("batch", table, "--rows", "initiatives", *ON, "-o", tmp_path / "uit.csv", "--quiet")
    assert result.exit_code == 1
    lines = [line for line in result.stderr.splitlines() if "veel.csv:" in line]
    assert len(lines) == MOST_PROBLEMS
    assert "batch: En nog 200 meldingen, die hier niet staan." in result.stderr


def test_rows_after_a_thousand_that_cannot_be_read_are_not_left_out_without_a_word(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "kapot.csv"
    table.write_text("initiative.id;initiative.name;answers.m1\n" + 'a;"b"c;4\n' * 1500, encoding="utf-8")
    output = tmp_path / "uit.csv"
    assert run("batch", table, "--rows", "initiatives", *ON, "-o", output, "--quiet").exit_code == 1
    assert "De rijen vanaf hier zijn niet gelezen." in output.read_text(encoding="utf-8-sig")


def test_a_mistyped_header_far_to_the_right_is_still_told(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "breed.csv"
    odd = ";".join(f"Een lange kop nummer {index} die niemand hier kent" for index in range(300))
    table.write_text(f"initiative.id;initiative.name;answers.m1;{odd};answers.m2x\na;A;4\n", encoding="utf-8")
    lines = run("batch", table, "--rows", "initiatives", *ON, "-o", tmp_path / "uit.csv").stderr.splitlines()
    assert any("'answers.m2x' is niet bekend. Bedoelde u answers.m2" in line for line in lines)


def test_a_long_value_of_an_option_is_not_repeated_whole(run: Run, examples: Path) -> None:
    (line,) = told(run("advise", examples / "flexteam-drenthe.yaml", "--date", DIGITS))
    assert len(line) < 200
    assert len(in_dutch(f"'{DIGITS}' is not one of 'kort', 'gewoon'.")) < 300


def test_a_place_of_ones_own_with_an_endless_number_of_inhabitants_is_told() -> None:
    with pytest.raises(Fault, match="staat niet in de lijst"):
        read_names(f"Nergens ({DIGITS})")
