"""An option that nothing comes of is told, and harms nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
ON = ("--date", "2026-11-01")


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (("advise", "{}", "--force"), "--force"),
        (("advise", "{}", "--json", "--depth", "kort"), "--depth"),
        (("advise", "{}", "--json", "--explain"), "--explain"),
        (("advise", "{}", "--named"), "--named"),
        (("advise", "{}", "--draft"), "--draft"),
        (("compare", "{}", "{}", "--gray"), "--gray"),
        (("advise", "{}", "--json", "--plain"), "--plain"),
        (("batch", "{}", "--gray"), "--gray"),
        (("compare", "{}", "{}", "--json", "--depth", "kort"), "--depth"),
        (("costs", "{}", "--gray"), "--gray"),
        (("costs", "{}", "--force"), "--force"),
        (("costs", "{}", "--json", "--plain"), "--plain"),
        (("strips", "show", "{}", "--json", "--plain"), "--plain"),
        (("strips", "report", "{}", "--gray"), "--gray"),
        (("strips", "report", "{}", "--force"), "--force"),
        (("batch", "{}", "--force"), "--force"),
        (("batch", "{}", "--stress"), "--stress"),
        (("batch", "{}", "--rows", "initiatives"), "--rows"),
    ],
)
def test_an_option_without_effect_is_told(arguments: tuple[str, ...], option: str, run: Run, examples: Path) -> None:
    files = iter([examples / "voorbeeldregio-merenland.yaml", examples / "flexteam-drenthe.yaml"])
    arguments = tuple(str(next(files)) if part == "{}" else part for part in arguments)
    result = run(*arguments, *ON)
    assert result.exit_code == 0
    assert f"{option}: Deze optie heeft nu geen effect." in result.stderr
    without = run(*(part for part in arguments if part not in (option, "kort", "initiatives")), *ON)
    assert without.stdout == result.stdout


def test_an_option_with_effect_is_not(run: Run, examples: Path, tmp_path: Path) -> None:
    file = examples / "voorbeeldregio-merenland.yaml"
    assert run("advise", file, "--depth", "volledig", "--explain", "--plain", *ON).stderr == ""
    result = run("advise", file, "--json", "--depth", "kort", "-o", tmp_path / "a.md", "--force", *ON)
    assert "geen effect" not in result.stderr


def test_a_look_that_a_format_does_not_have_is_told(run: Run, examples: Path, tmp_path: Path) -> None:
    looks = ("--organisation", "Gemeente Assen", "--gray", "--draft")
    result = run("advise", examples / "flexteam-drenthe.yaml", "-o", tmp_path / "a.md", *looks, *ON)
    told = [line.partition(":")[0] for line in result.stderr.splitlines() if "geen effect" in line]
    assert told == ["--organisation", "--gray"]
    picture = tmp_path / "a.svg"
    assert "geen effect" not in run("advise", examples / "flexteam-drenthe.yaml", "-o", picture, "--gray", *ON).stderr
    assert "#0b4f8a" not in picture.read_text(encoding="utf-8")


def test_an_organisation_without_a_name_is_refused(run: Run, examples: Path, tmp_path: Path) -> None:
    result = run("advise", examples / "flexteam-drenthe.yaml", "-o", tmp_path / "a.html", "--organisation", " ", *ON)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1) and not list(tmp_path.iterdir())
