"""What `from poolwijzer import …` gives, and that a start does not pay for it."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import poolwijzer


def test_every_public_name_is_there() -> None:
    for name in poolwijzer.__all__:
        assert getattr(poolwijzer, name) is not None


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="bestaat_niet"):
        _ = poolwijzer.bestaat_niet


def test_an_initiative_is_advised_in_a_few_lines(examples: Path) -> None:
    menus = poolwijzer.load_menus()
    assessment = poolwijzer.read_assessment(examples / "flexteam-drenthe.yaml", menus).assessment
    placement = poolwijzer.place(assessment, menus)
    advice = poolwijzer.advise(assessment, menus, placement, date(2026, 11, 1))
    assert placement.in_play == ("samen-inrichten",)
    assert advice.menu_first
    report = poolwijzer.build_report(menus, assessment, placement, advice, version=poolwijzer.__version__)
    assert report.title == assessment.initiative.name


def test_importing_the_package_imports_nothing_heavy() -> None:
    program = "import poolwijzer, sys; print(sorted({'pydantic', 'yaml', 'typer', 'rich'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_help_needs_no_menus_and_no_pydantic() -> None:
    program = (
        "import sys; from poolwijzer.cli.main import run\n"
        "sys.argv = ['poolwijzer', 'schema', '--help']\n"
        "try: run()\nexcept SystemExit: pass\n"
        "print([name for name in ('poolwijzer.content', 'questionary', 'rich') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.endswith("[]\n")


def test_a_name_means_the_function_also_after_the_room_of_that_name_was_used() -> None:
    program = (
        "import poolwijzer.tables.row, poolwijzer.report.model\n"
        "from poolwijzer import batch, report\n"
        "from poolwijzer.tables.row import bad_row\n"
        "print(batch.__name__, report.__name__, callable(batch), callable(report), bad_row.__name__)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "batch report True True bad_row\n"


@pytest.mark.parametrize("jobs", [0, -1, "veel"])
def test_a_batch_tells_at_once_that_a_number_of_workers_is_none(jobs: Any, examples: Path) -> None:
    with pytest.raises(poolwijzer.InputError, match="is geen aantal"):
        poolwijzer.batch(examples, jobs=jobs)


def test_a_dash_is_no_list_in_python_and_never_silently_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (row,) = poolwijzer.batch("-")
    assert row["status"] == "fout"
    assert "bestaat niet" in row["problems"][0]["message"]


@pytest.mark.parametrize("paths", [b"plan.yaml", [5], 5])
def test_what_is_no_name_of_a_file_is_no_input_of_a_batch(paths: Any) -> None:
    with pytest.raises(TypeError):
        poolwijzer.batch(paths)


def test_a_batch_that_is_left_halfway_is_silent_when_the_program_ends(examples: Path) -> None:
    program = (
        "import sys\nfrom datetime import date\nfrom poolwijzer import batch\n"
        "rows = batch(sys.argv[1], on=date(2026, 11, 1), jobs=2)\nnext(rows)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(examples)], capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
