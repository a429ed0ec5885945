"""`poolwijzer batch`: many initiatives at once, unattended."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from poolwijzer.batch.inputs import CHECKPOINT_SUFFIX
from poolwijzer.cli.app import app
from poolwijzer.cli.progress import BatchProgress
from poolwijzer.outfile import temporary_name
from tests.cli.conftest import PROGRAM

Run = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[bytes]"]
Folder = Callable[..., Path]
ON = ("--date", "2026-11-01")
UNMEASURED = {"COVERAGE_PROCESS_CONFIG": "", "COVERAGE_PROCESS_START": ""}
"""For programs that get a signal: one that comes while coverage holds its own lock stops them for ever."""


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def refused(result: Result, *words: str) -> None:
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    for word in words:
        assert word in result.stderr


# What it shows.


def test_a_table_on_screen_goes_by_name_and_says_that_it_is_no_ranking(run: Run, examples: Path) -> None:
    result = run("batch", examples, *ON)
    assert result.exit_code == 0
    names = ["Flexteam", "Duinstreek", "Eilandrand", "Heuvelzoom", "Lagewold", "Merenland", "Noorderveld", "Rivierland"]
    places = [result.stdout.index(name) for name in names]
    assert places == sorted(places)
    assert "Dit overzicht vergelijkt situaties. Het is geen ranglijst." in result.stdout
    assert result.stderr == "8 initiatieven bekeken.\n"


@pytest.mark.slow
def test_of_a_thousand_of_which_every_tenth_is_broken_nine_hundred_are_judged_and_a_hundred_named(
    run: Run, folder_of: Folder, tmp_path: Path
) -> None:
    folder = folder_of(1000, 10)
    result = run("batch", folder, *ON, "-o", tmp_path / "uit.jsonl", "--jobs", "2")
    assert result.exit_code == 1
    rows = rows_of(tmp_path / "uit.jsonl")
    assert [row["file"] for row in rows] == [str(path) for path in sorted(folder.iterdir())]
    wrong = [row for row in rows if row["status"] == "fout"]
    assert len(wrong) == 100
    assert [row["file"] for row in wrong] == [str(path) for path in sorted(folder.iterdir())[9::10]]
    for row in wrong:
        assert row["problems"]
        assert f"{row['file']}" in result.stderr
    assert "1.000 van de 1.000 initiatieven klaar." in result.stderr
    assert "1.000 initiatieven bekeken. 100 zijn niet te gebruiken; zie de meldingen." in result.stderr


def test_quiet_tells_only_what_is_wrong(run: Run, folder_of: Folder, tmp_path: Path) -> None:
    folder = folder_of(8, 4)
    result = run("batch", folder, *ON, "--quiet", "-o", tmp_path / "uit.jsonl")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert {line.partition(":")[0] for line in result.stderr.splitlines()} == {
        str(folder / "initiatief-0003.yaml"),
        str(folder / "initiatief-0007.yaml"),
    }
    assert run("batch", folder_of(2), *ON, "--quiet", "-o", tmp_path / "twee.jsonl").stderr == ""


def test_names_come_from_a_list_on_standard_input_too(examples: Path) -> None:
    names = "".join(f"{path}\r\n" for path in sorted(examples.glob("voorbeeld*.yaml")))
    result = CliRunner().invoke(app, ["batch", "-", *ON], input=names)
    assert result.exit_code == 0
    assert "7 initiatieven bekeken." in result.stderr


def test_it_never_asks_anything(start: Start, examples: Path) -> None:
    with start("batch", examples, *ON) as program:
        out, _ = program.communicate(timeout=120)
    assert program.returncode == 0
    assert "Het is geen ranglijst." in out.decode("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name of a file is text")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_name_of_a_file_that_is_no_text_is_shown_as_well_as_can_be(
    jobs: str, run: Run, examples: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    good = (examples / "flexteam-drenthe.yaml").read_bytes()
    for name, data in ((b"\xe9en.yaml", good), (b"stuk\xe9.yaml", b"[")):
        Path(os.fsdecode(bytes(folder) + b"/" + name)).write_bytes(data)
    outputs = [tmp_path / f"uit{suffix}" for suffix in (".csv", ".xlsx", ".jsonl", ".json", ".md", ".html")]
    asked = [part for path in outputs for part in ("--overview" if path.suffix == ".html" else "-o", path)]
    result = run("batch", folder, *ON, "--jobs", jobs, *asked)
    assert result.exit_code == 1
    assert f"{folder}/stuk�.yaml:1:1: Het haakje [" in result.stderr
    rows = rows_of(tmp_path / "uit.jsonl")
    assert [(row["file"], row["status"]) for row in rows] == [
        (f"{folder}/stuk�.yaml", "fout"),
        (f"{folder}/�en.yaml", "goed"),
    ]


# What it refuses, before anything is done.


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-o", "uit.odt"), ("uit.odt", "'.odt'", "Bedoelde u .ods?")),
        (("--overview", "uit.csv"), ("uit.csv", "'.csv'")),
        (("--overview", "uit.json"), ("uit.json", "niet als JSON", "-o uitkomst.json")),
        (("--jobs", "veel"), ("--jobs", "'veel' is geen aantal", "auto")),
        (("--jobs", "0"), ("--jobs", "'0'")),
        (("--reports", "uit", "--format", "pdf,htm"), ("--format", "'htm'", "Bedoelde u html?")),
        (("--date", "morgen"), ("--date", "'morgen' is geen datum")),
        (("--format", "html"), ("--format", "geen adviezen", "--reports")),
        (("--depth", "kort"), ("--depth", "geen adviezen", "--reports")),
        (("--template", "brief.docx", "--overview", "uit.pdf"), ("--template", "niet gemaakt", "--format docx")),
    ],
)
def test_wrong_use_is_told_and_nothing_is_written(
    arguments: tuple[str, ...],
    words: tuple[str, ...],
    run: Run,
    examples: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    refused(run("batch", examples, *arguments), *words)
    assert list(tmp_path.iterdir()) == []


def test_a_table_needs_to_be_told_what_its_rows_are(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "uitvraag.csv"
    table.write_text("initiative.name;answers.m1\nA;4\n", encoding="utf-8")
    refused(run("batch", table, *ON), "uitvraag.csv", "niet te zien wat een rij is", "--rows")
    assert run("batch", table, *ON, "--rows", "initiatives").exit_code == 0


def test_an_output_that_is_there_stays_unless_forced(run: Run, examples: Path, tmp_path: Path) -> None:
    output = tmp_path / "uit.jsonl"
    output.write_text("van mij", encoding="utf-8")
    refused(run("batch", examples, *ON, "-o", output), "bestaat al", "--force")
    assert output.read_text(encoding="utf-8") == "van mij"
    assert run("batch", examples, *ON, "-o", output, "--force").exit_code == 0
    assert len(rows_of(output)) == 8
    assert [path.name for path in tmp_path.iterdir()] == ["uit.jsonl"]


def test_an_input_is_never_written_over(run: Run, examples: Path, tmp_path: Path) -> None:
    source = tmp_path / "a.json"
    source.write_text('{"poolwijzer": 1, "initiative": {"id": "a", "name": "A"}, "answers": {"m3": 4}}', "utf-8")
    before = source.read_bytes()
    refused(run("batch", source, *ON, "-o", source, "--force"), "a.json")
    assert source.read_bytes() == before


def test_a_table_that_is_named_as_input_and_as_output_stays_whatever_is_said(
    run: Run, examples: Path, tmp_path: Path
) -> None:
    table = tmp_path / "uitvraag.csv"
    table.write_text("initiative.name;answers.m1\nA;4\n", encoding="utf-8")
    before = table.read_bytes()
    arguments = ("batch", examples, table, *ON, "--rows", "initiatives", "-o", table, "--force")
    refused(run(*arguments), "uitvraag.csv", "wordt ook gelezen")
    assert table.read_bytes() == before


def test_reports_never_go_where_files_are_read(run: Run, examples: Path, tmp_path: Path) -> None:
    source = tmp_path / "plan.json"
    source.write_text('{"poolwijzer": 1, "initiative": {"id": "a", "name": "A"}, "answers": {"m3": 4}}', "utf-8")
    before = source.read_bytes()
    refused(run("batch", tmp_path, *ON, "--reports", tmp_path, "--format", "json", "--force"), "een andere map")
    assert source.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


def test_an_output_in_the_folder_that_is_read_is_not_read(run: Run, examples: Path, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes((examples / "flexteam-drenthe.yaml").read_bytes())
    for _ in range(2):
        result = run("batch", tmp_path, *ON, "-o", tmp_path / "uit.json", "--force")
        assert (result.exit_code, "1 initiatief bekeken." in result.stderr) == (0, True), result.stderr


def test_nothing_to_read_is_wrong_use(run: Run) -> None:
    result = CliRunner().invoke(app, ["batch", "-", *ON], input="\n")
    refused(result, "Hier is geen enkel bestand.")


# Reports and overviews.


@pytest.mark.slow
def test_every_initiative_gets_its_reports_and_all_are_in_one_overview(
    run: Run, examples: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "adviezen"
    overviews = [tmp_path / f"overzicht{suffix}" for suffix in (".html", ".pdf", ".svg", ".md", ".docx")]
    asked = [part for path in overviews for part in ("--overview", path)]
    result = run("batch", examples, *ON, "--reports", folder, "--format", "md,json", "--depth", "kort", *asked)
    assert result.exit_code == 0, result.output
    made = sorted(path.name for path in folder.iterdir())
    assert made == sorted(f"{path.stem}{suffix}" for path in examples.glob("*.yaml") for suffix in (".json", ".md"))
    alone = tmp_path / "alleen.md"
    run("advise", examples / "flexteam-drenthe.yaml", *ON, "--depth", "kort", "-o", alone)
    assert (folder / "flexteam-drenthe.md").read_bytes() == alone.read_bytes()
    for path in overviews:
        assert path.stat().st_size > 1000
    assert "Het is geen ranglijst" in (tmp_path / "overzicht.md").read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["adviezen", "alleen.md", *(path.name for path in overviews)]
    )


@pytest.mark.parametrize(("slow", "at"), [(True, ["100", "200", "300"]), (False, [])])
def test_a_log_gets_a_line_more_often_where_each_initiative_takes_long(
    slow: bool, at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with BatchProgress(350, slow=slow, quiet=False) as progress:
        for _ in range(350):
            progress.advance()
    assert capsys.readouterr().err.splitlines() == [f"{number} van de 350 initiatieven klaar." for number in at]


def test_a_folder_of_reports_in_which_something_stands_is_left_alone(run: Run, examples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "adviezen"
    folder.mkdir()
    (folder / "mijn.txt").write_text("van mij", encoding="utf-8")
    refused(run("batch", examples, *ON, "--reports", folder), "adviezen", "staat al iets", "--force")
    assert [path.name for path in folder.iterdir()] == ["mijn.txt"]


def test_the_stress_test_comes_along_when_asked(run: Run, examples: Path, tmp_path: Path) -> None:
    run("batch", examples, *ON, "-o", tmp_path / "zonder.jsonl")
    run("batch", examples, *ON, "--stress", "-o", tmp_path / "met.jsonl")
    assert {row["stress"] for row in rows_of(tmp_path / "zonder.jsonl")} == {None}
    drenthe = rows_of(tmp_path / "met.jsonl")[0]["stress"]
    assert drenthe["runs"] == 1000
    assert sum(drenthe["shares"].values()) == pytest.approx(1)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other pipes")
def test_that_nobody_reads_its_messages_does_not_stop_it(start: Start, folder_of: Folder, tmp_path: Path) -> None:
    with start("batch", folder_of(8, 4), *ON, "-o", tmp_path / "uit.jsonl") as program:
        assert program.stderr is not None
        program.stderr.close()
        program.wait(timeout=60)
    assert program.returncode == 1
    assert len(rows_of(tmp_path / "uit.jsonl")) == 8
    assert [path.name for path in tmp_path.iterdir()] == ["uit.jsonl"]


# Broken off.


def still_runs(program: subprocess.Popen[bytes]) -> None:
    """For who waits for something that it does: without taking from it the time to do so."""
    assert program.poll() is None
    time.sleep(0.002)


@pytest.fixture(scope="module")
def undisturbed(folder_of: Folder, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A folder of many initiatives, and the spreadsheet of them."""
    folder, output = folder_of(500), tmp_path_factory.mktemp("heel") / "heel.xlsx"
    assert CliRunner().invoke(app, ["batch", str(folder), *ON, "-o", str(output)]).exit_code == 0
    return folder, output.read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal")
def test_the_same_command_goes_on_after_a_kill_and_ends_like_one_that_was_not_disturbed(
    run: Run, start: Start, folder_of: Folder, tmp_path: Path
) -> None:
    folder, output, whole = folder_of(900, 30), tmp_path / "uit.jsonl", tmp_path / "heel.jsonl"
    overview, whole_overview = tmp_path / "o.html", tmp_path / "heel.html"
    assert run("batch", folder, *ON, "-o", whole, "--overview", whole_overview, "--jobs", "1").exit_code == 1
    part = output.with_name(f"{output.name}{CHECKPOINT_SUFFIX}")
    arguments = ("batch", folder, *ON, "-o", output, "--overview", overview)
    with start(*arguments, "--jobs", "1", **UNMEASURED) as program:
        while not part.exists() or part.stat().st_size < 400_000:
            still_runs(program)
        os.kill(program.pid, signal.SIGKILL)
        program.communicate()
    assert not output.exists()
    result = run(*arguments, "--jobs", "2")
    assert result.exit_code == 1
    assert "Ik ga verder:" in result.stderr
    assert output.read_bytes() == whole.read_bytes()
    assert overview.read_bytes() == whole_overview.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["heel.html", "heel.jsonl", "o.html", "uit.jsonl"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one program")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_stopping_it_leaves_with_130_says_how_to_go_on_and_no_traceback(
    jobs: str, start: Start, folder_of: Folder, tmp_path: Path
) -> None:
    output = tmp_path / "uit.jsonl"
    part = output.with_name(f"{output.name}{CHECKPOINT_SUFFIX}")
    with start("batch", folder_of(900), *ON, "-o", output, "--jobs", jobs, **UNMEASURED) as program:
        try:
            while not part.exists() or part.stat().st_size < 200_000:
                still_runs(program)
            os.kill(program.pid, signal.SIGINT)
            _, told = program.communicate(timeout=60)
        finally:
            program.kill()
    assert program.returncode == 130
    assert "Geef dezelfde opdracht nog eens" in told.decode("utf-8")
    assert "Traceback" not in told.decode("utf-8")
    assert [path.name for path in tmp_path.glob("*uit*")] == [part.name]  # no half a table, by whatever name
    assert not [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal")
def test_what_a_killed_run_was_writing_is_gone_after_another_command_for_the_same_file(
    run: Run, start: Start, folder_of: Folder, tmp_path: Path
) -> None:
    folder, output = folder_of(300), tmp_path / "uit.csv"
    with start("batch", folder, *ON, "-o", output, "--jobs", "1", **UNMEASURED) as program:
        while not list(tmp_path.glob(".*.tmp")):
            still_runs(program)
        os.kill(program.pid, signal.SIGKILL)
        program.communicate()
    assert list(tmp_path.glob(".*.tmp")) and not output.exists()
    assert run("batch", folder, *ON, "--stress", "-o", output).exit_code == 0
    assert not list(tmp_path.glob(".*.tmp")) and output.exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal")
@pytest.mark.parametrize("sign", ["SIGKILL", "SIGINT"])
def test_stopped_while_it_writes_the_table_it_goes_on_and_leaves_nothing_behind(
    sign: str, run: Run, start: Start, undisturbed: tuple[Path, bytes], tmp_path: Path
) -> None:
    (folder, whole), output = undisturbed, tmp_path / "uit.xlsx"
    arguments = ("batch", folder, *ON, "-o")
    start_of_name = temporary_name(output).name[:20]
    ended_first = 0

    def sizes_on_their_way() -> Iterator[int]:
        for path in tmp_path.glob(f"{start_of_name}*"):
            with contextlib.suppress(OSError):  # it is there for a while only
                yield path.stat().st_size

    while ended_first < 20:  # where the signal came too late, once more
        with start(*arguments, output, **UNMEASURED) as program:
            while program.poll() is None and not any(size > 100_000 for size in sizes_on_their_way()):
                time.sleep(0.001)
            program.send_signal(getattr(signal, sign))
            _, told = program.communicate(timeout=60)
        if program.returncode != 0:
            break
        output.unlink()
        ended_first += 1
    assert program.returncode == (130 if sign == "SIGINT" else -signal.SIGKILL)
    assert sign == "SIGKILL" or "Geef dezelfde opdracht nog eens" in told.decode("utf-8")
    assert run(*arguments, output).exit_code == 0
    assert output.read_bytes() == whole
    assert [path.name for path in tmp_path.iterdir()] == ["uit.xlsx"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal")
def test_reports_below_the_folder_that_is_read_are_not_read_when_a_run_goes_on(
    run: Run, start: Start, folder_of: Folder, tmp_path: Path
) -> None:
    folder = folder_of(10).rename(tmp_path / "regio")
    arguments = ("batch", folder, *ON, "--format", "json", "--jobs", "1", "--reports")
    reports = folder / "uit"
    with start(*arguments, reports, **UNMEASURED) as program:
        while not reports.is_dir() or len(list(reports.iterdir())) < 5:
            still_runs(program)
        os.kill(program.pid, signal.SIGKILL)
        program.communicate(timeout=60)
    (reports / ".poolwijzer-00000000-aa.tmp").write_bytes(b"as if it was killed while it wrote a report")
    result = run(*arguments, reports)
    assert result.exit_code == 0, result.stderr
    assert "10 initiatieven bekeken." in result.stderr
    refused(run(*arguments, reports, "--force"), "Uit deze map worden ook bestanden gelezen")
    (reports).rename(tmp_path / "uit")
    assert run(*arguments, tmp_path / "heel").exit_code == 0
    made = {path.name: path.read_bytes() for path in (tmp_path / "uit").iterdir()}
    assert made == {path.name: path.read_bytes() for path in (tmp_path / "heel").iterdir()}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limits")
def test_a_disk_that_is_full_is_told_and_what_was_found_is_kept(folder_of: Folder, tmp_path: Path) -> None:
    program = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, -1)); {PROGRAM[-1]}"
    arguments = ["batch", str(folder_of(300)), *ON, "-o", str(tmp_path / "uit.csv"), "--quiet", "--jobs", "1"]
    env = {**os.environ, **UNMEASURED}  # what coverage found would not fit on that disk either
    ended = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, env=env)
    assert ended.returncode == 2
    assert ended.stderr == (
        f"{tmp_path}/uit.csv.part.jsonl: De schijf is vol of weg. "
        "Maak ruimte vrij, en geef dezelfde opdracht nog eens.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["uit.csv.part.jsonl"]


# Of a workbook.


def workbook(path: Path, change: Callable[[Any], None] = lambda sheet: None) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Antwoorden"
    for row in (["initiative.name", "m3"], ["Noord", 4], ["Zuid", 5]):
        sheet.append(row)
    change(sheet)
    book.save(path)
    return path


def test_a_hidden_row_counts_only_where_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True

    table = workbook(tmp_path / "tabel.xlsx", hide)
    result = run("batch", table, "--rows", "initiatives", *ON)
    assert result.exit_code == 0 and "Zuid" not in result.stdout
    assert (
        "1 rij is verborgen of weggefilterd en telt niet mee: rij 3. Met --hidden count telt dat wel mee."
        in result.stderr
    )
    result = run("batch", table, "--rows", "initiatives", "--hidden", "count", *ON)
    assert "Zuid" in result.stdout and result.stderr == "2 initiatieven bekeken.\n"


def test_a_run_with_another_sheet_is_another_run(run: Run, tmp_path: Path) -> None:
    def more(sheet: Any) -> None:
        other = sheet.parent.create_sheet("Oost")
        other.append(["initiative.name", "m3"])
        other.append(["Oosterveld", 3])

    table = workbook(tmp_path / "tabel.xlsx", more)
    result = run("batch", table, "--rows", "initiatives", "--sheet", "oost", *ON)
    assert "Oosterveld" in result.stdout and "Noord" not in result.stdout
    result = run("batch", table, "--rows", "initiatives", "--sheet", "west", *ON)
    assert result.exit_code == 1
    assert "Er is geen werkblad 'west'. Er zijn deze werkbladen: 'Antwoorden' en 'Oost'." in result.stderr


def test_a_workbook_under_another_name_is_read_and_an_unknown_kind_is_called_what_it_is(
    run: Run, tmp_path: Path
) -> None:
    for name in ("tabel.xls", "tabel.xlsm", "tabel.download"):
        table = workbook(tmp_path / "tabel.xlsx").rename(tmp_path / name)
        refused(run("batch", table, *ON), "Van deze tabel is niet te zien wat een rij is.")
        assert "Zuid" in run("batch", table, "--rows", "initiatives", *ON).stdout
    archive = tmp_path / "tabel.gz"
    archive.write_bytes(b"BZh" + bytes(40))
    for rows in ((), ("--rows", "initiatives")):
        result = run("batch", archive, *rows, *ON)
        assert result.exit_code == 1 and "Dit bestand is ingepakt (.bz2). Pak het uit" in result.stderr


def test_options_about_a_workbook_without_any_table_are_refused(run: Run, examples: Path) -> None:
    refused(run("batch", examples, "--sheet", "Blad1", *ON), "--sheet: Er is nu geen tabel om te lezen.")
    refused(run("batch", examples, "--hidden", "count", *ON), "--hidden: Er is nu geen tabel om te lezen.")


def test_a_library_that_prints_does_not_reach_the_results(run: Run, tmp_path: Path) -> None:
    import zipfile

    table = workbook(tmp_path / "goed.xlsx")
    broken = tmp_path / "tabel.xlsx"
    with zipfile.ZipFile(table) as before, zipfile.ZipFile(broken, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b'xfId="0" builtinId', b'xfId="77" builtinId'))
    result = run("batch", broken, "--rows", "initiatives", *ON)
    assert "out of range" not in result.stdout + result.stderr
    assert result.stdout.startswith("2 initiatieven\n")
