import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import Result

from poolwijzer.cli.dutch_typer import SETTINGS, typer_in_dutch
from poolwijzer.cli.man import make_pages
from poolwijzer.cli.settings.chosen import NAME, OFF, chosen_minutes, list_files
from poolwijzer.cli.settings.file import LARGEST, SettingsFile, read_settings
from poolwijzer.content.read import load_menus
from poolwijzer.problems import InputError
from tests.interview.terminal import Terminal
from tests.roots import ROOT

Run = Callable[..., Result]
EXAMPLE = ROOT / "examples" / "flexteam-drenthe.yaml"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Someone's home, and a folder beside it to work in."""
    home, work = tmp_path / "thuis", tmp_path / "werk"
    for folder in (home, work, home / "menus", work / "eigen"):
        folder.mkdir()
    (home / "menus" / "typologie.yaml").write_text("version: van-thuis\n")
    (work / "eigen" / "typologie.yaml").write_text("version: van-de-map\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.delenv("POOLWIJZER_MENUS", raising=False)
    monkeypatch.delenv(OFF, raising=False)
    monkeypatch.chdir(work)
    return home


def version(run: Run, *options: object) -> str:
    """The menus that a command is done with."""
    found: str = json.loads(run("menu", "list", "--json", *options).stdout)["menus"]["version"]
    return found


def test_an_option_goes_before_the_environment_the_folder_and_the_home(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shipped = version(run)
    (home / NAME).write_text('menus = "menus"\n')
    assert version(run) == "van-thuis"
    Path(NAME).write_text('menus = "eigen"\n', encoding="utf-8")
    assert version(run) == "van-de-map"
    other = tmp_path / "anders"
    other.mkdir()
    (other / "typologie.yaml").write_text("version: van-de-omgeving\n")
    monkeypatch.setenv("POOLWIJZER_MENUS", str(other))
    assert version(run) == "van-de-omgeving"
    assert version(run, "--menus", "eigen") == "van-de-map"
    monkeypatch.delenv("POOLWIJZER_MENUS")
    monkeypatch.setenv(OFF, "1")
    assert version(run) == shipped


def test_what_comes_from_the_folder_is_told_and_what_comes_from_home_is_not(home: Path, run: Run) -> None:
    (home / NAME).write_text('menus = "menus"\n')
    assert run("menu", "list").stderr == ""
    Path(NAME).write_text('# van ons\nmenus = "eigen"\n', encoding="utf-8")
    assert run("menu", "list").stderr == "poolwijzer.toml:2:1: De menu's komen ook uit de map eigen.\n"
    Path(NAME).write_text('menus = "."\n', encoding="utf-8")
    Path("typologie.yaml").write_text("version: van-hier\n", encoding="utf-8")
    assert run("menu", "list").stderr == "poolwijzer.toml:1:1: De menu's komen ook uit deze map.\n"


def test_the_version_tells_what_is_set_and_where(home: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(run("--version").stdout.splitlines()) == 2
    (home / NAME).write_text('minutes = 30\nmenus = "menus"\n')
    Path(NAME).write_text('\nmenus = "eigen"\n', encoding="utf-8")
    told = run("--version").stdout.splitlines()[2:]
    assert told == ["menus = eigen (uit poolwijzer.toml:2)", "minutes = 30 (uit ~/poolwijzer.toml:1)"]
    monkeypatch.setenv("POOLWIJZER_MENUS", str(home / "menus"))
    assert run("--version").stdout.splitlines()[2] == f"menus = {home / 'menus'} (uit POOLWIJZER_MENUS)"


def test_the_help_of_an_option_says_what_counts_and_where_that_stands(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    typer_in_dutch()

    def told() -> str:
        return " ".join(run("assess", "--help").stdout.split())

    assert "[nu" not in told()
    (home / NAME).write_text("minutes = 30\n", encoding="utf-8")
    Path(NAME).write_text('\nmenus = "eigen"\n', encoding="utf-8")
    assert "[nu 30, uit ~/poolwijzer.toml:1]" in told() and "[nu eigen, uit poolwijzer.toml:2]" in told()
    assert b"[nu" not in make_pages()["poolwijzer-assess.1"]
    monkeypatch.setenv("POOLWIJZER_MENUS", "anders")
    assert "[nu anders, uit POOLWIJZER_MENUS]" in told()
    Path(NAME).write_text("geen toml", encoding="utf-8")
    assert "--minutes MINUTEN" in told()


def test_every_setting_is_an_option_of_its_name() -> None:
    assert set(SettingsFile.model_fields) == set(SETTINGS)


def test_the_house_style_dresses_what_is_written_and_nothing_else(run: Run) -> None:
    Path("huis.yaml").write_text("name: Gemeente Voorbeeld\n", encoding="utf-8")
    Path(NAME).write_text('style = "huis.yaml"\n', encoding="utf-8")
    written = run("advise", EXAMPLE, "--date", "2026-11-01", "-o", "advies.html")
    assert written.stderr == "poolwijzer.toml:1:1: De huisstijl is huis.yaml.\nGeschreven: advies.html\n"
    assert "Gemeente Voorbeeld" in Path("advies.html").read_text(encoding="utf-8")
    assert run("advise", EXAMPLE, "--date", "2026-11-01", "--json").stderr == ""
    assert run("advise", EXAMPLE, "--date", "2026-11-01", "-o", "advies.md").stderr == "Geschreven: advies.md\n"
    many = run("batch", EXAMPLE, "--date", "2026-11-01", "--reports", "adviezen", "--format", "html")
    assert "De huisstijl is huis.yaml." in many.stderr
    assert "Gemeente Voorbeeld" in next(Path("adviezen").glob("*.html")).read_text(encoding="utf-8")


def test_a_house_style_that_is_set_is_never_written_over(run: Run) -> None:
    Path("huis.html").write_text("name: Gemeente Voorbeeld\n", encoding="utf-8")
    Path(NAME).write_text('style = "huis.html"\n', encoding="utf-8")
    assert run("advise", EXAMPLE, "--date", "2026-11-01", "-o", "huis.html", "--force").exit_code == 2
    assert Path("huis.html").read_text(encoding="utf-8") == "name: Gemeente Voorbeeld\n"


def test_minutes_are_those_of_the_conversation() -> None:
    assert chosen_minutes() is None
    Path(NAME).write_text("minutes = 15\n", encoding="utf-8")
    assert chosen_minutes() == 15


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [(), ("assess", "--minutes", "30"), ("assess", "--full")])
def test_a_conversation_takes_the_minutes_that_are_set_unless_it_is_asked_otherwise(arguments: tuple[str, ...]) -> None:
    Path(NAME).write_text("minutes = 12\n", encoding="utf-8")
    with Terminal(*arguments, cwd=Path.cwd(), rows=40) as terminal:
        if not arguments:
            terminal.wait_for("Wat wilt u doen?")
            terminal.press("Enter")
        shown = terminal.wait_for("Welkom", "Enter beginnen")
        terminal.press("q")
        if not arguments:  # a screen came in place of what was said before
            terminal.wait_for("poolwijzer.toml:1:1: Het gesprek duurt 12 minuten.")
    assert ("samen 12 minuten" in shown) is (not arguments)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('stijl = "x"\nmenu = "eigen"\n', "poolwijzer.toml:2:1: Onbekend woord 'menu'. Bedoelde u menus?"),
        ("minutes = 0\n", "poolwijzer.toml:1:1: Het getal '0' kan hier niet"),
        ("minutes = true\n", "poolwijzer.toml:1:1: "),
        ('x = """\nmenus = "a"\n"""\nmenus = 3\n', "poolwijzer.toml:4:1: "),
        ("[menus]\nmap = 1\n", 'poolwijzer.toml:1:1: Hier hoort tekst. Schrijf elke regel zo: menus = "mijn-menus".'),
        ('menus = "a"\nmenus = "b"\n', "poolwijzer.toml:2:12: Dit woord staat hier al."),
        ('menus = "C:\\Users"\n', "poolwijzer.toml:1:14: Deze regel is geen TOML. Schrijf een pad met gewone strepen"),
        ('menus = "C:\\temp"\n', "poolwijzer.toml:1:1: 'C: emp' is geen pad. Schrijf een pad met gewone strepen"),
        ("menus = eigen\n", "poolwijzer.toml:1:9: Deze regel is geen TOML."),
        ('menus = "eigen\n', "poolwijzer.toml:1:"),
        ('menus = "bestaat-niet"\n', "poolwijzer.toml:1:1: De menu's zijn hier niet te vinden: deze map bestaat niet."),
    ],
)
def test_a_mistake_is_told_at_its_line_with_what_to_do(text: str, told: str, run: Run) -> None:
    Path(NAME).write_text(text, encoding="utf-8")
    result = run("advise", EXAMPLE)
    assert result.exit_code == 2 and result.stdout == ""
    assert any(line.startswith(told) for line in result.stderr.splitlines()), result.stderr


@pytest.mark.parametrize(
    "named", ["../thuis/menus", "/etc", "C:/menus", "\\\\\\\\server\\\\map", "//server/map", "eigen/../../thuis"]
)
def test_a_file_in_a_folder_can_name_nothing_outside_it(named: str, run: Run) -> None:
    Path(NAME).write_text(f'menus = "{named}"\n', encoding="utf-8")
    result = run("menu", "list")
    assert result.exit_code == 2
    assert "ligt buiten deze map" in result.stderr


def test_a_link_in_a_folder_leads_nowhere_outside_it(home: Path, run: Run) -> None:
    try:
        Path("menus").symlink_to(home / "menus", target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    Path(NAME).write_text('menus = "menus"\n', encoding="utf-8")
    assert "'menus' ligt buiten deze map" in run("menu", "list").stderr


def test_settings_lie_where_somebody_works_and_never_beside_an_input(run: Run, tmp_path: Path) -> None:
    strange = tmp_path / "gedownload"
    strange.mkdir()
    (strange / NAME).write_text("dit is geen toml")
    (strange / "plan.yaml").write_bytes(EXAMPLE.read_bytes())
    assert run("advise", strange / "plan.yaml", "--date", "2026-11-01").exit_code == 0


def test_who_works_at_home_has_one_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / NAME).write_text("minutes = 15\n")
    monkeypatch.chdir(home)
    assert [of_folder for _, _, of_folder in list_files()] == [False]


def test_a_pipe_or_a_large_file_is_refused(run: Run) -> None:
    Path(NAME).write_text("#" * (LARGEST + 1), encoding="utf-8")
    assert "groter dan" in run("menu", "list").stderr
    Path(NAME).unlink()
    if hasattr(os, "mkfifo"):
        os.mkfifo(NAME)
        assert run("menu", "list").exit_code == 2


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_settings_or_a_mistake(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.mktemp("map") / NAME
    path.write_bytes(raw)
    try:
        read_settings(path, NAME, of_folder=True)
    except InputError as error:
        assert all(problem.path == NAME for problem in error.problems)


def test_python_code_is_steered_by_who_calls_it_alone() -> None:
    shipped = load_menus().version
    Path(NAME).write_text('menus = "eigen"\n', encoding="utf-8")
    assert load_menus().version == shipped


def test_a_tilde_leads_home_only_in_ones_own_file(home: Path) -> None:
    for name in ("~/menus", "~niemand-die-bestaat/x"):
        (home / NAME).write_text(f'menus = "{name}"\n')
        ours = read_settings(home / NAME, NAME, of_folder=False)["menus"].value
        strange = read_settings(home / NAME, NAME, of_folder=True)["menus"].value
        assert strange == home / name
        assert ours == (home / "menus" if name == "~/menus" else home / name)
