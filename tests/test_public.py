"""What `from poolwijzer import …` gives, and that a start does not pay for it."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

import poolwijzer
from poolwijzer.content.folders import find_shipped_menus


def test_every_public_name_is_there() -> None:
    for name in poolwijzer.__all__:
        assert getattr(poolwijzer, name) is not None


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="bestaat_niet"):
        _ = poolwijzer.bestaat_niet


def test_an_initiative_is_advised_in_a_few_lines(examples: Path) -> None:
    assessment = poolwijzer.load(examples / "flexteam-drenthe.yaml")
    assert poolwijzer.place(assessment).in_play == ("samen-inrichten",)
    assert poolwijzer.advise(assessment, on="2026-11-01").menu_first
    assert poolwijzer.make_report(assessment, on="2026-11-01").title == assessment.initiative.name


def test_an_option_takes_what_a_script_has(examples: Path, tmp_path: Path) -> None:
    path = examples / "flexteam-drenthe.yaml"
    loaded, menus = poolwijzer.load(path), poolwijzer.load_menus()
    told = yaml.safe_load(path.read_text(encoding="utf-8"))  # with dates as dates
    ways = [
        poolwijzer.advise(loaded, menus, date(2026, 11, 1)),
        poolwijzer.advise(poolwijzer.load(str(path)), on="2026-11-01"),
        poolwijzer.advise(told, find_shipped_menus(), datetime(2026, 11, 1, 12, tzinfo=UTC)),
    ]
    assert all(advice == ways[0] for advice in ways)
    written = poolwijzer.save(poolwijzer.make_report(told, on="2026-11-01", depth="kort"), str(tmp_path / "kort.md"))
    assert written.read_text(encoding="utf-8").startswith("# Flexteam")


def test_a_mistake_in_a_dict_is_told_as_one_in_a_file() -> None:
    with pytest.raises(poolwijzer.InputError, match="Het antwoord '7' kan niet"):
        poolwijzer.place({"poolwijzer": 1, "initiative": {"id": "a", "name": "A"}, "answers": {"m1": 7}})


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda it: it.load(5), r"path: geef een naam van een bestand of map, als tekst of als Path\. Dit is 5\."),
        (lambda it: it.place("plan.yaml"), "assessment: geef wat load teruggeeft, of een dict"),
        (lambda it: it.place({"initiative": {1, 2}}), "assessment: deze dict kan niet in een bestand"),
        (lambda it: it.advise({}, on=20261101), "on: geef een datum, of tekst als 2026-11-01"),
        (lambda it: it.make_report({}, menus=3), "menus: geef een naam van een bestand of map"),
        (
            lambda it: it.to_data({"a": object()}),
            "value: geef een uitkomst, een vergelijking, een plaatsing of een advies",
        ),
        (lambda it: it.save({}, "a.md"), "report: geef een verslag, zoals make_report dat maakt"),
    ],
)
def test_a_wrong_type_is_told_in_a_sentence(call: Callable[[Any], object], told: str) -> None:
    with pytest.raises(TypeError, match=told):
        call(poolwijzer)


def test_a_depth_that_there_is_not_is_told(examples: Path) -> None:
    wrong: Any = "alles"
    with pytest.raises(TypeError, match="depth: geef een van kort, bestuur, gewoon, volledig"):
        poolwijzer.make_report(poolwijzer.load(examples / "flexteam-drenthe.yaml"), depth=wrong)


def test_a_date_that_is_none_is_told_as_the_command_line_does() -> None:
    with pytest.raises(poolwijzer.InputError, match=r"on: '1-11-2026' is geen datum\. Schrijf een datum als"):
        poolwijzer.advise({}, on="1-11-2026")


def test_what_was_found_out_becomes_plain_data(examples: Path) -> None:
    outcome = poolwijzer.find_outcome(poolwijzer.load(examples / "flexteam-drenthe.yaml"), on="2026-11-01")
    whole = poolwijzer.to_data(outcome)
    assert whole["placement"] == poolwijzer.to_data(outcome.placement)
    assert whole["advice"]["date"] == "2026-11-01"
    assert json.loads(json.dumps(whole)) == whole


def test_initiatives_are_laid_side_by_side(examples: Path) -> None:
    found = poolwijzer.compare_initiatives(sorted(examples.glob("*.yaml"))[:2], on="2026-11-01")
    assert (found.kind, len(found.subjects)) == ("initiatives", 2)
    assert poolwijzer.to_data(found)["kind"] == "comparison"


def test_importing_the_package_imports_nothing_heavy() -> None:
    program = "import poolwijzer, sys; print(sorted({'pydantic', 'yaml', 'typer', 'rich'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_help_needs_no_menus_and_no_pydantic() -> None:
    program = (
        "import sys; from poolwijzer.cli.main import run\n"
        "sys.argv = ['poolwijzer', 'schema', '--help']\n"
        "try: run()\nexcept SystemExit: pass\n"
        "print([name for name in ('poolwijzer.content', 'prompt_toolkit', 'rich') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.endswith("[]\n")


def test_no_room_has_the_name_of_a_public_function() -> None:
    rooms = {path.stem for path in Path(poolwijzer.__file__).parent.iterdir()}
    assert not rooms & set(poolwijzer.__all__)


def test_a_room_is_imported_under_a_name_of_ones_own() -> None:
    program = (
        "import poolwijzer.batch.inputs as one, poolwijzer.report.model as two; print(one.find_inputs, two.Report)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "function find_inputs" in run.stdout


def test_the_package_runs_as_the_command_does() -> None:
    told = subprocess.run([sys.executable, "-m", "poolwijzer", "--version"], capture_output=True, text=True, check=True)
    assert told.stdout.startswith(f"poolwijzer {poolwijzer.__version__}")


@pytest.mark.parametrize("jobs", [0, -1, "veel"])
def test_a_batch_tells_at_once_that_a_number_of_workers_is_none(jobs: Any, examples: Path) -> None:
    with pytest.raises(poolwijzer.InputError, match="is geen aantal"):
        poolwijzer.run_batch(examples, jobs=jobs)


def test_a_dash_is_no_list_in_python_and_never_silently_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (row,) = poolwijzer.run_batch("-")
    assert row["status"] == "fout"
    assert "bestaat niet" in row["problems"][0]["message"]


@pytest.mark.parametrize("paths", [b"plan.yaml", [5], 5])
def test_what_is_no_name_of_a_file_is_no_input_of_a_batch(paths: Any) -> None:
    with pytest.raises(TypeError):
        poolwijzer.run_batch(paths)


@pytest.mark.slow
def test_a_batch_that_is_left_halfway_is_silent_when_the_program_ends(examples: Path) -> None:
    program = (
        "import sys\nfrom datetime import date\nfrom poolwijzer import run_batch\n"
        "rows = run_batch(sys.argv[1], on=date(2026, 11, 1), jobs=2)\nnext(rows)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(examples)], capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
