import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from typer.testing import Result

from poolwijzer.content.read import load_menus

Run = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[bytes]"]
ON = ("--date", "2026-11-01")
HOSTILE = "[/x] [bold]vet[/bold] | <b>dik</b> \\e[31mrood \\u202eom {{ 1 }} =1+1\\nregel twee"
AS_SHOWN = "\u2068[/x] [bold]vet[/bold] | <b>dik</b> \ufffd[31mrood"


@pytest.fixture
def drenthe(examples: Path) -> Path:
    return examples / "flexteam-drenthe.yaml"


def _refused(result: Result, *words: str) -> None:
    """One Dutch line a problem on stderr, exit 2, and nothing else."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1, result.stderr
    for word in words:
        assert word in result.stderr
    assert "Traceback" not in result.stderr


def _file(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path


# What it gives


def test_the_advice_on_screen_begins_with_the_name_and_the_place(run: Run, drenthe: Path) -> None:
    result = run("advise", drenthe, *ON)
    assert result.exit_code == 0 and result.stderr == ""
    assert result.stdout.startswith("Flexteam Warmtetransitie Drenthe\n")
    assert result.stdout.index("Samen inrichten") < result.stdout.index("De volgende stap")


def test_several_outputs_are_written_at_once_in_their_own_format(run: Run, drenthe: Path, tmp_path: Path) -> None:
    report, data = tmp_path / "nieuw" / "rapport.md", tmp_path / "advies.json"
    result = run("advise", drenthe, *ON, "-o", report, "--output", data)
    assert result.exit_code == 0 and result.stdout == ""
    assert result.stderr.splitlines() == [f"Geschreven: {report}", f"Geschreven: {data}"]
    assert report.read_text(encoding="utf-8").startswith("# Flexteam Warmtetransitie Drenthe\n")
    assert json.loads(data.read_bytes())["kind"] == "advice"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["advies.json", "nieuw", "rapport.md"]


def test_json_stands_alone_on_stdout_and_is_the_same_in_a_file(run: Run, drenthe: Path, tmp_path: Path) -> None:
    result = run("advise", drenthe, *ON, "--json", "-o", tmp_path / "a.json")
    assert json.loads(result.stdout)["initiative"]["id"] == "flexteam-drenthe"
    assert result.stdout_bytes == (tmp_path / "a.json").read_bytes()
    assert result.stderr == ""


def test_the_explanation_shows_the_sum_and_every_rule_with_its_outcome(run: Run, drenthe: Path) -> None:
    data = json.loads(run("advise", drenthe, *ON, "--json").stdout)
    shown = run("advise", drenthe, *ON, "--explain").stdout
    joined, squeezed = " ".join(shown.split()), "".join(shown.split())
    assert "23,00 gedeeld door 5,00 is 4,6000" in joined
    rules = [rule for card in data["advice"]["components"] for option in card["options"] for rule in option["rules"]]
    rules += [rule for rules in data["advice"]["signal_rules"].values() for rule in rules]
    for rule in rules:
        assert "".join(rule["because"].split()) in squeezed, rule["because"]
    for truth, word in ((True, "waar"), (False, "niet waar"), (None, "onbekend")):
        count = sum(rule["truth"] is truth for rule in rules)
        assert count and joined.count(f"Uitkomst: {word}") >= count
    assert "Uitkomst" not in run("advise", drenthe, *ON).stdout


def test_the_score_can_be_redone_by_hand_from_the_trace(run: Run, examples: Path) -> None:
    for path in examples.glob("*.yaml"):
        for axis in json.loads(run("advise", path, *ON, "--json").stdout)["placement"]["axes"].values():
            counted = [entry for entry in axis["contributions"] if entry["counted"] is not None]
            if axis["source"] == "antwoorden":
                total = sum(entry["weight"] * entry["counted"] for entry in counted)
                assert axis["score"] == pytest.approx(total / sum(entry["weight"] for entry in counted), abs=2e-4)


def test_depth_is_short_on_a_screen_and_full_in_a_file_unless_asked(run: Run, drenthe: Path, tmp_path: Path) -> None:
    short, full = (run("advise", drenthe, *ON, "--depth", depth).stdout for depth in ("kort", "gewoon"))
    assert run("advise", drenthe, *ON).stdout == short
    assert len(full) > 2 * len(short) and "Laat dit toetsen" in full and "Laat dit toetsen ─" not in short
    for name, arguments in (("kort.md", ("--depth", "kort")), ("gewoon.md", ())):
        assert run("advise", drenthe, *ON, *arguments, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / "gewoon.md").stat().st_size > 2 * (tmp_path / "kort.md").stat().st_size


def test_the_date_comes_from_the_option_else_from_the_environment(
    run: Run, drenthe: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert "1 januari 2026" in run("advise", drenthe).stdout
    assert "1 november 2026" in run("advise", drenthe, *ON).stdout
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "gisteren")
    _refused(run("advise", drenthe), "SOURCE_DATE_EPOCH", "geen aantal seconden")


@pytest.mark.parametrize("given", ["1-11-2026", "2026-02-30", "morgen", "2026-11-01T10:00", ""])
def test_a_date_that_is_none_is_told(given: str, run: Run, drenthe: Path) -> None:
    _refused(run("advise", drenthe, "--date", given), "--date", "geen datum", "2026-11-01")


def test_what_ran_out_is_said_on_a_later_date(run: Run, drenthe: Path) -> None:
    late = run("advise", drenthe, "--date", "2100-01-01", "--depth", "gewoon", "--explain")
    assert late.exit_code == 0 and "(verlopen)" in late.stdout
    assert "verlopen" in late.stdout and "(verlopen)" not in run("advise", drenthe, "--date", "2023-11-01").stdout


@pytest.mark.slow
def test_the_same_input_and_date_give_the_same_bytes_in_every_process(start: Start, drenthe: Path) -> None:
    for extra in (("--json",), ("--explain",)):
        runs = [start("advise", drenthe, *ON, *extra, PYTHONHASHSEED=seed).communicate() for seed in ("1", "2")]
        assert runs[0] == runs[1] and runs[0][0] and not runs[0][1]


# Outputs that may not be written


def test_an_existing_output_is_refused_before_anything_is_written(run: Run, drenthe: Path, tmp_path: Path) -> None:
    existing, fresh = _file(tmp_path, "oud.md", "van mij"), tmp_path / "nieuw.json"
    _refused(run("advise", drenthe, *ON, "-o", fresh, "-o", existing), "oud.md", "bestaat al", "--force")
    assert existing.read_text(encoding="utf-8") == "van mij" and not fresh.exists()
    assert run("advise", drenthe, *ON, "-o", fresh, "-o", existing, "--force").exit_code == 0
    assert existing.read_text(encoding="utf-8").startswith("# ") and fresh.exists()


def test_every_output_that_may_not_be_written_is_told(run: Run, drenthe: Path, tmp_path: Path) -> None:
    outputs = [_file(tmp_path, name, "van mij") for name in ("a.md", "b.json")]
    result = run("advise", drenthe, *ON, "-o", outputs[0], "-o", outputs[1])
    assert result.exit_code == 2 and len(result.stderr.splitlines()) == 2


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_an_output_that_is_the_input_is_always_refused(force: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    file = _file(tmp_path, "initiatief.md", "poolwijzer: 1")
    (tmp_path / "map").mkdir()
    _refused(run("advise", file, *ON, "-o", tmp_path / "map" / ".." / "initiatief.md", *force), "ook gelezen")
    assert file.read_text(encoding="utf-8") == "poolwijzer: 1"


@pytest.mark.parametrize(
    ("name", "words"),
    [("rapport.odt", "'.odt'"), ("rapport", "welk soort"), ("rapport.jsno", "Bedoelde u .json?"), (".md", "soort")],
)
def test_an_output_of_an_unknown_kind_is_refused(
    name: str, words: str, run: Run, drenthe: Path, tmp_path: Path
) -> None:
    _refused(run("advise", drenthe, *ON, "-o", tmp_path / name), words)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_output(run: Run, drenthe: Path, tmp_path: Path) -> None:
    (tmp_path / "map.md").mkdir()
    _refused(run("advise", drenthe, *ON, "-o", tmp_path / "map.md", "--force"), "map")


# Files that cannot be used


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"", "leeg"),
        (b"# alleen dit\n", "staat niets"),
        (b"- een\n- lijst\n", "geen initiatief"),
        (b"alleen tekst\n", "geen initiatief"),
        (b"\x00\x01\x89PNG\r\n\x1a\n\xff\xfe" * 50, "geen tekst"),
        (b"[" * 100_000, "diep"),
        (b"{a: " * 100_000, "diep"),
    ],
)
def test_a_file_that_is_no_initiative_gets_one_line(text: bytes, words: str, run: Run, tmp_path: Path) -> None:
    file = _file(tmp_path, "fout.yaml", text)
    _refused(run("advise", file, *ON, "-o", tmp_path / "uit.md"), "fout.yaml", words)
    assert not (tmp_path / "uit.md").exists()


def test_a_missing_file_and_a_folder_get_one_line(run: Run, tmp_path: Path) -> None:
    _refused(run("advise", tmp_path / "weg.yaml", *ON), "weg.yaml", "bestaat niet")
    _refused(run("advise", tmp_path, *ON), tmp_path.name, "map")


def test_an_initiative_without_any_answer_gets_one_line(run: Run, tmp_path: Path) -> None:
    file = _file(
        tmp_path, "leeg.yaml", "poolwijzer: 1\ninitiative: {id: proef, name: Proef}\nanswers: {}\nresponses: []\n"
    )
    _refused(run("advise", file, *ON), "nog niets ingevuld")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("answers: {m1: 6}", "1 tot en met 5"),
        ("answers: {m1: 3.5}", "heel getal"),
        ("answers: {m1: vijf}", "heel getal"),
        ("answers: {m99: 3}", "m99"),
        ("answers: {m1: 3}\nchoices: {verdeling: {options: [strippenkart]}}", "Bedoelde u strippenkaart?"),
        ("answers: {m1: 3}\nanwsers: {m2: 3}", "anwsers"),
    ],
)
def test_a_wrong_value_is_told_at_its_line_and_column(wrong: str, words: str, run: Run, tmp_path: Path) -> None:
    file = _file(tmp_path, "fout.yaml", f"poolwijzer: 1\ninitiative: {{id: proef, name: Proef}}\n{wrong}\n")
    line = 2 + len(wrong.splitlines())
    _refused(run("advise", file, *ON), f"fout.yaml:{line}:", words)


def test_all_problems_of_a_file_are_told_at_once(run: Run, tmp_path: Path) -> None:
    text = "poolwijzer: 1\ninitiative: {id: proef, name: Proef}\nanswers:\n  m1: 6\n  m2: x\n  m99: 3\nvraag: 1\n"
    result = run("advise", _file(tmp_path, "fout.yaml", text), *ON)
    assert result.exit_code == 2 and result.stdout == ""
    assert [line.split("fout.yaml:")[1].split(":")[0] for line in result.stderr.splitlines()] == ["4", "5", "6", "7"]


def test_menus_that_cannot_be_used_get_one_line(run: Run, drenthe: Path, tmp_path: Path) -> None:
    _refused(run("advise", drenthe, *ON, "--menus", tmp_path / "weg"), "weg", "bestaat niet")
    _refused(run("advise", drenthe, *ON, "--menus", drenthe), "geen map")
    (tmp_path / "kaal").mkdir()
    _refused(run("advise", drenthe, *ON, "--menus", tmp_path / "kaal"), "geen menubestand")
    _file(tmp_path / "kaal", "typologie.yaml", "extends: none\n")
    _refused(run("advise", drenthe, *ON, "--menus", tmp_path / "kaal"), "geen typologie")


def test_the_folder_of_menus_may_come_from_the_environment(
    run: Run, drenthe: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POOLWIJZER_MENUS", str(tmp_path / "weg"))
    _refused(run("advise", drenthe, *ON), "weg", "POOLWIJZER_MENUS")


# What people type


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    text = f"""\
poolwijzer: 1
initiative: {{id: proef, name: "{HOSTILE}", note: "{HOSTILE}"}}
estimate: {{motivatie: 4, betrokkenheid: 4}}
answers:
  m1: {{value: 4, note: "{HOSTILE}"}}
key_question: {{answer: "{HOSTILE}"}}
needs: ["{HOSTILE}"]
"""
    return _file(tmp_path, "vijandig.yaml", text)


def test_hostile_text_is_shown_on_the_terminal_and_not_sent(run: Run, hostile: Path) -> None:
    for depth in ("kort", "gewoon"):
        result = run("advise", hostile, *ON, "--depth", depth)
        assert result.exit_code == 0, result.output
        assert result.stdout.startswith(AS_SHOWN)
        assert " ".join(result.stdout.split()).count("[bold]vet[/bold] | <b>dik</b> \ufffd[31mrood") >= 4
        assert "\x1b" not in result.stdout
        assert result.stdout.count("\u202e") == result.stdout.count("\u202c")


def test_hostile_text_is_shown_in_markdown_and_makes_no_structure(run: Run, hostile: Path, tmp_path: Path) -> None:
    assert run("advise", hostile, *ON, "-o", tmp_path / "uit.md").exit_code == 0
    tokens = MarkdownIt("commonmark").enable("table").parse((tmp_path / "uit.md").read_text(encoding="utf-8"))
    children = [child for token in tokens for child in token.children or ()]
    assert "".join(child.content for child in tokens[1].children or ()).startswith(AS_SHOWN)
    assert {child.content for child in children if child.type == "html_inline"} == {"<br>"}
    assert not {"image", "code_inline"} & {child.type for child in children}
    addresses = {source.url for source in load_menus().sources.values()}
    assert {child.attrs["href"] for child in children if child.type == "link_open"} <= addresses


def test_hostile_text_is_whole_in_the_data(run: Run, hostile: Path) -> None:
    data = json.loads(run("advise", hostile, *ON, "--json").stdout)
    assert data["initiative"]["name"].startswith("[/x] [bold]vet[/bold] | <b>dik</b> \x1b[31mrood")


def test_a_message_about_a_hostile_name_sends_nothing_either(run: Run, drenthe: Path, tmp_path: Path) -> None:
    _refused(run("advise", tmp_path / "a\x1b[31m\nb.yaml", *ON), "bestaat niet", "\ufffd[31m")


# Where it is shown


@pytest.mark.slow
def test_colours_and_escapes_are_left_out_in_a_pipe_and_on_a_dumb_terminal(start: Start, drenthe: Path) -> None:
    for variables in ({"TERM": "xterm-256color"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "TERM": "xterm"}):
        process = start("advise", drenthe, *ON, **variables)
        out, error = process.communicate()
        assert process.returncode == 0 and error == b"" and out and b"\x1b" not in out


@pytest.mark.parametrize(
    "encoding",
    ["cp1252", pytest.param("ascii", marks=pytest.mark.slow), pytest.param("cp850", marks=pytest.mark.slow)],
)
def test_a_console_that_lacks_signs_is_survived(encoding: str, start: Start, drenthe: Path) -> None:
    process = start("advise", drenthe, *ON, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    out, error = process.communicate()
    assert process.returncode == 0 and error == b""
    assert "Samen inrichten" in out.decode(encoding) and "+-----" in out.decode(encoding)


def test_a_problem_on_a_console_that_lacks_signs_is_still_told(start: Start, tmp_path: Path) -> None:
    process = start("advise", tmp_path / "één-乙.yaml", *ON, PYTHONIOENCODING="ascii")
    out, error = process.communicate()
    assert process.returncode == 2 and out == b"" and b"bestaat niet" in error and b"Traceback" not in error


@pytest.mark.parametrize("extra", [(), pytest.param(("--explain",), marks=pytest.mark.slow), ("--json",)])
@pytest.mark.parametrize("read", [pytest.param(0, marks=pytest.mark.slow), 1])
def test_a_reader_that_leaves_early_makes_no_noise(
    read: int, extra: tuple[str, ...], start: Start, drenthe: Path
) -> None:
    process = start("advise", drenthe, *ON, *extra)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(read)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a full disk at hand")
def test_a_screen_that_cannot_be_written_is_told(drenthe: Path) -> None:
    program = [sys.executable, "-c", "from poolwijzer.cli.main import run; run()"]
    for extra in ((), ("--json",)):
        with Path("/dev/full").open("wb") as full:
            result = subprocess.run(
                [*program, "advise", str(drenthe), *ON, *extra], stdout=full, stderr=subprocess.PIPE
            )
        assert result.returncode == 2 and b"Traceback" not in result.stderr and b"vol" in result.stderr
