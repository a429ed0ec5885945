from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer import core
from typer._click.core import Command, Context

from poolwijzer.cli.app import app as poolwijzer
from poolwijzer.cli.dutch_typer import WORDS, in_dutch, run_in_dutch, typer_in_dutch
from tests.roots import ROOT

TYPER = Path(typer.__file__).parent


class Depth(StrEnum):
    kort = "kort"
    gewoon = "gewoon"


def every_kind_of_parameter(rich: bool) -> typer.Typer:
    program = typer.Typer(add_completion=False, rich_markup_mode="rich" if rich else None)
    group = typer.Typer(help="Bekijk de menu's.", no_args_is_help=True)
    program.add_typer(group, name="menu")

    @program.command()
    def advise(
        file: Annotated[Path, typer.Argument(metavar="BESTAND", help="Het bestand.", envvar="POOLWIJZER_BESTAND")],
        rest: Annotated[str, typer.Argument()] = "niets",
        output: Annotated[list[Path] | None, typer.Option("-o", "--output")] = None,
        based_on: Annotated[Path | None, typer.Option(exists=True, dir_okay=False)] = None,
        folder: Annotated[Path | None, typer.Option(exists=True, file_okay=False)] = None,
        opened: Annotated[typer.FileText | None, typer.Option()] = None,
        depth: Depth = Depth.kort,
        date: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])] = None,
        moment: datetime | None = None,
        runs: Annotated[int, typer.Option(min=1, max=5, envvar="POOLWIJZER_RUNS")] = 2,
        at_least: Annotated[int, typer.Option(min=1)] = 2,
        several: Annotated[list[int] | None, typer.Option()] = None,
        pair: Annotated[tuple[int, str] | None, typer.Option()] = None,
        share: float = 1.5,
        need: Annotated[str, typer.Option()] = ...,
        colour: bool = True,
        json: Annotated[bool, typer.Option("--json")] = False,
    ) -> None:
        """Plaats een initiatief."""

    @group.command("kies")
    def choose(kind: Depth) -> None:
        """Toon wat er is."""

    @group.command()
    def stop(how: str) -> None:
        """Stop."""
        if how == "ctrl-c":
            raise KeyboardInterrupt
        if how == "eigen":
            raise typer.BadParameter("Dit is onze eigen zin.", param_hint="'--eigen'")
        raise typer.Abort if how == "abort" else typer.Exit(int(how))

    return program


def outcome(program: typer.Typer, arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as leave:
        run_in_dutch(program, "poolwijzer", arguments.split())
    printed = capsys.readouterr()
    assert isinstance(leave.value.code, int)
    return leave.value.code, printed.out, printed.err


def commands(command: Command, path: str = "") -> Iterator[tuple[str, Command]]:
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, f"{path} {name}".strip())


def offered_for_translation() -> set[str]:
    """Every argument of `_(…)` in the source of Typer."""
    found = set()
    for file in TYPER.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                found |= {str(part.value) for part in node.args if isinstance(part, ast.Constant)}
    return found


def sentences() -> dict[str, str]:
    """Every message that Typer gives to an error about use, with something filled in, by where it stands."""
    found = {}
    raisers = ("UsageError", "BadParameter", "BadOptionUsage", "BadArgumentUsage", "fail", "ValueError")
    for name in ("core", "_coercion", "_param_types", "_adapters", "_click/core", "_click/parser"):
        for node in ast.walk(ast.parse((TYPER / f"{name}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in raisers:
                for part in node.args:
                    if isinstance(part, ast.JoinedStr):
                        filled = [str(bit.value) if isinstance(bit, ast.Constant) else "7" for bit in part.values]
                        found[f"{name}:{node.lineno}"] = "".join(filled).replace("7 7 ", "file 7 ", 1)
    return found


# Said to whoever writes a program; put together from parts; or from the words of the system, of which we see the cause.
NOT_FOR_THE_TABLE = re.compile(
    r"Expected one list|Boolean option|Invalid start|unknown action|Option 7 requires 7$|'7': 7$"
)

# What Typer says without offering it for translation, on a page or by way of pydantic.
BESIDE = """usage args show this message and exit did you mean choose from possible should input unable integer number
    greater less than equal parse string str int float bool range dir datetime filetext aborted takes requires exist"""


def words(text: str) -> set[str]:
    return set(re.findall("[a-z]+", text.lower()))


# As Dutch as English, or no language at all.
DUTCH_TOO = words("a argument blue false is of r s start true type")
ENGLISH = words(" ".join([BESIDE, *offered_for_translation(), *sentences().values()])) - DUTCH_TOO


def english_in(text: str, program: typer.Typer, english: set[str] = ENGLISH) -> set[str]:
    """Give the words that Typer wrote in English, leaving out the names that the program itself gave."""
    own = set()
    for path, command in commands(typer.main.get_command(program)):
        own |= words(path)
        for parameter in command.params:
            named = [one for one in (*parameter.opts, *parameter.secondary_opts) if one.startswith("-")]
            own |= words(" ".join(["help", *named]))
    return words(text) & english - own


def test_the_table_knows_exactly_what_typer_offers_for_translation() -> None:
    assert offered_for_translation() == set(WORDS)


def test_the_table_keeps_what_typer_fills_in() -> None:
    gaps = re.compile(r"\{.*?\}|\[/?(?:blue)?\]")
    assert {english: gaps.findall(english) for english in WORDS} == {
        english: gaps.findall(dutch) for english, dutch in WORDS.items()
    }


def test_every_message_in_typers_errors_about_use_has_a_dutch_sentence() -> None:
    said = {place: text for place, text in sentences().items() if not NOT_FOR_THE_TABLE.search(text)}
    assert len(said) > 10
    assert [f"{place}: {text}" for place, text in said.items() if in_dutch(text) == text] == []


def test_a_sentence_of_our_own_stays_as_it_is() -> None:
    assert in_dutch("Dit is al Nederlands: 100%d.") == "Dit is al Nederlands: 100%d."


@pytest.mark.parametrize("width", ["60", "160"])
@pytest.mark.parametrize("rich", [True, False])
def test_every_help_page_is_dutch(
    rich: bool, width: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    program = every_kind_of_parameter(rich)
    pages = [path for path, _ in commands(typer.main.get_command(program))]
    assert len(pages) == 5
    for path in pages:
        status, page, errors = outcome(program, f"{path} --help", capsys)
        assert (status, errors, english_in(page, program)) == (0, "", set())
        assert "Gebruik: poolwijzer" in page
        assert "Toon deze" in page
        assert max(map(len, page.splitlines())) <= int(width)


# What a program in English would say of itself, and Dutch never does.
OURS = words("""and all choose each every file files folder for from give given how if list many number of
    on only or output print read reports say says show than that the there this to what when where which with
    without write written""") - {"of", "if"}


def test_every_command_argument_and_option_of_the_program_has_help() -> None:
    for path, command in commands(typer.main.get_command(poolwijzer)):
        assert command.help, f"`poolwijzer {path}` has no help: the docstring of its function"
        silent = [one.name for one in command.params if not getattr(one, "help", "")]
        assert not silent, f"give these of `poolwijzer {path}` a help: {silent}"


def test_every_help_page_of_the_program_is_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    for path, _ in commands(typer.main.get_command(poolwijzer)):
        status, page, errors = outcome(poolwijzer, f"{path} --help", capsys)
        assert (status, errors) == (0, ""), path
        english = english_in(page, poolwijzer, ENGLISH | OURS)
        assert not english, f"say this in Dutch in the help of `poolwijzer {path}`: {sorted(english)}"
        assert "Toon deze uitleg." in page


def test_the_program_uses_nothing_that_stays_english() -> None:
    for path, command in commands(typer.main.get_command(poolwijzer)):
        names = {option for parameter in command.get_params(Context(command)) for option in parameter.opts}
        assert not command.deprecated, path
        assert not names & {"--install-completion", "--show-completion"}, path
        assert all(getattr(parameter, "prompt", None) is None for parameter in command.params), path


def test_kinds_of_values_are_told_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    page = " ".join(outcome(every_kind_of_parameter(rich=False), "advise --help", capsys)[1].split())
    for words in (
        "-o, --output <pad>",
        "--based-on <bestand>",
        "--folder <map>",
        "--depth <kort|gewoon> [standaard: kort]",
        "--date <JJJJ-MM-DD>",
        "--runs <heel getal> [omgeving: POOLWIJZER_RUNS; standaard: 2; 1 t/m 5]",
        "--at-least <heel getal> [standaard: 2; minstens 1]",
        "--need <tekst> [verplicht]",
        "--json --help",
        "BESTAND <pad> Het bestand. [omgeving: POOLWIJZER_BESTAND; verplicht]",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ("advise x --need a --jsn", "advise: Onbekende optie '--jsn'. Bedoelde u --json?"),
        ("advise x --need a -q", "advise: Onbekende optie '-q'."),
        ("--qqq", ": Onbekende optie '--qqq'."),
        ("advize", ": Onbekende opdracht 'advize'. Bedoelde u 'advise'?"),
        ("qqq", ": Onbekende opdracht 'qqq'."),
        ("menu qqq", "menu: Onbekende opdracht 'qqq'."),
        ("", ": Er ontbreekt een opdracht."),
        ("advise", "advise: Argument BESTAND ontbreekt."),
        ("advise x", "advise: Optie '--need' ontbreekt."),
        ("menu kies", "menu kies: Argument kind ontbreekt. Kies uit kort, gewoon."),
        ("menu kies kor", "menu kies: Bij kind: 'kor' kan hier niet. Kies uit 'kort', 'gewoon'."),
        ("advise x y z w --need a", "advise: Dit is te veel: z w."),
        ("advise x --need", "advise: Optie '--need' heeft een waarde nodig."),
        ("advise x --pair 1", "advise: Optie '--pair' heeft 2 waarden nodig."),
        ("advise x --json=1", "advise: Optie '--json' krijgt geen waarde."),
        ("advise x --runs 9", "advise: Bij '--runs': Het getal '9' kan hier niet: het moet hoogstens 5 zijn."),
        ("advise x --runs 0", "advise: Bij '--runs': Het getal '0' kan hier niet: het moet minstens 1 zijn."),
        ("advise x --runs a", "advise: Bij '--runs': Hier hoort een heel getal, niet 'a'."),
        ("advise x --several 1 --several a", "advise: Bij '--several': Hier hoort een heel getal, niet 'a'."),
        ("advise x --pair a b", "advise: Bij '--pair': Hier hoort een heel getal, niet 'a'."),
        ("advise x --share a", "advise: Bij '--share': Hier hoort een getal, niet 'a'."),
        ("advise x --depth kor", "advise: Bij '--depth': 'kor' kan hier niet. Kies uit 'kort', 'gewoon'."),
        ("advise x --date 1-1", "advise: Bij '--date': '1-1' past hier niet. Schrijf het als 'JJJJ-MM-DD'."),
        ("advise x --moment a", "advise: Bij '--moment': De waarde 'a' past hier niet."),
        ("advise x --based-on niets", "advise: Bij '--based-on': 'niets' bestaat niet."),
        ("advise x --based-on .", "advise: Bij '--based-on': '.' is een map. Geef een bestand."),
        (f"advise x --folder {__file__}", f"advise: Bij '--folder': '{__file__}' is een bestand. Geef een map."),
        ("advise x --opened niets", "advise: Bij '--opened': 'niets' bestaat niet."),
        ("menu stop eigen", "menu stop: Bij '--eigen': Dit is onze eigen zin."),
    ],
)
@pytest.mark.parametrize("rich", [True, False])
def test_wrong_use_gets_one_dutch_line(
    rich: bool, arguments: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    program = every_kind_of_parameter(rich)
    status, out, err = outcome(program, arguments, capsys)
    name = f"poolwijzer {line.partition(':')[0]}".rstrip()
    assert (status, out) == (2, "")
    assert err.startswith(f"poolwijzer {line}".replace(" :", ":", 1))
    assert err.endswith(f" Zie '{name} --help'.\n")
    assert err.count("\n") == 1
    assert english_in(err.replace(__file__, ""), program) == set()


def test_wrong_use_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_in_dutch(every_kind_of_parameter(rich=False), "poolwijzer", ["advise", "x", "--q\x1b[31m\nq"])
    error = capsys.readouterr().err
    assert "\x1b" not in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("how", ["ctrl-c", "abort"])
def test_an_interruption_says_so_and_exits_130(how: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(every_kind_of_parameter(rich=False), f"menu stop {how}", capsys) == (130, "", "Gestopt.\n")


@pytest.mark.parametrize("code", [0, 1, 2, 130])
def test_the_exit_status_of_a_command_is_passed_on_in_silence(code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(every_kind_of_parameter(rich=False), f"menu stop {code}", capsys) == (code, "", "")


@pytest.mark.parametrize("rich", [True, False])
def test_a_group_without_a_command_shows_its_help_once(rich: bool, capsys: pytest.CaptureFixture[str]) -> None:
    status, page, errors = outcome(every_kind_of_parameter(rich), "menu", capsys)
    assert (status, errors, page.count("Gebruik: poolwijzer menu")) == (0, "", 1)


def test_saying_it_twice_changes_nothing() -> None:
    typer_in_dutch()
    once = (core._, Context.formatter_class, Command.parse_args, Command.get_help_option)  # type: ignore[attr-defined]
    typer_in_dutch()
    again = (core._, Context.formatter_class, Command.parse_args, Command.get_help_option)  # type: ignore[attr-defined]
    assert once == again


def in_its_own_process(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    everything = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8", **environment}
    run = [sys.executable, "-c", script]
    return subprocess.run(run, env=everything, capture_output=True, text=True, encoding="utf-8", check=False)


APP = "import sys; sys.argv[1:] = ['--help']\nimport typer\napp = typer.Typer(add_completion=False)\n"
APP += "@app.command()\ndef a(): 'Doe iets.'\n@app.command()\ndef b(): 'Doe meer.'\n"
RUN = "from poolwijzer.cli.dutch_typer import run_in_dutch\nrun_in_dutch(app, 'poolwijzer')"


@pytest.mark.parametrize("before", ["", "import typer.rich_utils\n"])
def test_pages_are_dutch_whenever_the_parts_of_typer_were_loaded(before: str) -> None:
    page = in_its_own_process(APP + before + RUN, FORCE_COLOR="1", COLUMNS="60")
    assert "Opdrachten" in page.stdout
    assert "\x1b[33mGebruik: " in page.stdout or "33mGebruik: " in page.stdout
    assert page.returncode == 0


def test_a_page_in_a_pipe_or_without_colour_has_no_escapes() -> None:
    for environment in ({}, {"NO_COLOR": "1"}, {"TERM": "dumb"}):
        page = in_its_own_process(APP + RUN, COLUMNS="60", **environment)
        assert "\x1b" not in page.stdout
        assert max(map(len, page.stdout.splitlines())) <= 60


def test_nothing_happens_at_import() -> None:
    script = "import sys, typer.core as core\nwas = core._\nimport poolwijzer.cli.dutch_typer\nassert core._ is was\n"
    script += "print(sorted({'rich', 'pydantic', 'poolwijzer.problems'} & set(sys.modules)))"
    done = in_its_own_process(script)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_typer_is_ranged_to_one_minor_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (ranged,) = [line for line in project["dependencies"] if line.startswith("typer")]
    bounds = re.fullmatch(r"typer>=(\d+)\.(\d+)(?:\.\d+)?,<(\d+)\.(\d+)", ranged)
    assert bounds is not None
    low, high = (int(bounds[1]), int(bounds[2])), (int(bounds[3]), int(bounds[4]))
    assert high == (low[0], low[1] + 1)
