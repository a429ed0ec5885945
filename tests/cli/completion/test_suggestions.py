from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperOption

from poolwijzer.cli.app import COMMANDS, app
from poolwijzer.cli.completion.choices import tell_choice
from poolwijzer.cli.completion.values import BY_PLACEHOLDER, FREE
from poolwijzer.cli.settings.chosen import NAME, OFF
from poolwijzer.content.read import load_menus
from tests.cli.completion.asking import meanings, values
from tests.roots import ROOT

EXAMPLE = str(ROOT / "examples" / "flexteam-drenthe.yaml")
CONTENT = load_menus()


def parameters(command: Any = None, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every option and argument that takes a value."""
    command = command or typer.main.get_command(app)
    for parameter in command.params:
        if not getattr(parameter, "is_flag", False):
            yield f"{path} {parameter.name}".strip(), parameter
    for name, inner in getattr(command, "commands", {}).items():
        yield from parameters(inner, f"{path} {name}".strip())


def test_of_every_value_is_known_what_it_can_be_or_that_nobody_can_know() -> None:
    named = {(one.metavar or "").strip("[]") for _, one in parameters() if not one.type_descriptor.is_choice}
    assert named - FREE == set(BY_PLACEHOLDER)
    assert named > FREE


def test_every_choice_says_in_dutch_what_it_means() -> None:
    dumb = [
        f"{path} {choice}"
        for path, one in parameters()
        if one.type_descriptor.is_choice
        for choice in one.type_descriptor.choices
        if not tell_choice(one.name, str(choice)).endswith(".")
    ]
    assert dumb == []


def test_a_command_is_completed_with_what_it_does() -> None:
    assert meanings("adv") == {"advise": "Plaats een initiatief en geef advies."}
    assert values("") == list(COMMANDS)
    assert values("menu", "S") == ["show", "search"]


def test_options_are_completed_and_what_was_given_comes_no_second_time() -> None:
    assert values("advise", "--EXPL") == ["--explain"]
    assert meanings("advise", "--expl") == {"--explain": "Laat zien hoe alles is berekend."}
    assert "--json" not in values("advise", "--json", "x.yaml", "--")
    assert "--output" in values("advise", "-o", "x.md", "--")
    assert values("menu", "show", "strippenkaart", "") == ["--json", "--menus", "--date", "--help"]


def test_ids_of_the_menus_come_with_their_titles() -> None:
    assert meanings("menu", "show", "strip") == {"strippenkaart": "Strippenkaart"}
    assert values("menu", "list", "") == list(CONTENT.components)
    assert values("cases", "flexteam") == ["flexteam-drenthe"]
    assert values("menu", "doubts", "kost") == ["kosten"]
    assert values("assess", "--part", "mo") == ["motivatie"]
    assert values("next", EXAMPLE, "--paper", "raads") == ["raadsvoorstel", "raadsbrief"]
    assert meanings("menu", "search", "m16") == {"m16": CONTENT.statements["m16"].joint.text}
    assert values("advise", "x.yaml", "--menus-version", "") == [CONTENT.version, CONTENT.hash]
    assert set(values("strips", "add", EXAMPLE, "--product", "")) == set(CONTENT.components["activiteiten"].options)


def test_titles_are_those_of_the_menus() -> None:
    assert values("menu", "show", "") == list(CONTENT.options)
    assert meanings("menu", "show", "") == {name: one.title for name, one in CONTENT.options.items()}
    assert meanings("menu", "list", "") == {name: one.title for name, one in CONTENT.components.items()}
    assert meanings("cases", "") == {name: one.title for name, one in CONTENT.cases.items()}
    papers = CONTENT.papers.papers.items() if CONTENT.papers else ()
    assert meanings("next", EXAMPLE, "--paper", "") == {name: one.title for name, one in papers}


def test_own_menus_are_heeded_however_they_are_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "eigen"
    own.mkdir()
    (own / "componenten").mkdir()
    component = CONTENT.component_of["strippenkaart"]
    gone = next(name for name in CONTENT.components[component].options if name != "strippenkaart")
    text = f"options:\n  strippenkaart: {{title: Knipkaart}}\n  {gone}: {{hide: true}}\n"
    (own / "componenten" / f"{component}.yaml").write_text(text, encoding="utf-8")
    (own / "typologie.yaml").write_text("version: eigen-1\n")
    monkeypatch.chdir(tmp_path)
    assert meanings("menu", "show", "--menus", "eigen", "strip") == {"strippenkaart": "Knipkaart"}
    assert gone not in values("menu", "show", "--menus", "eigen", "") and gone in values("menu", "show", "")
    (tmp_path / NAME).write_text('menus = "eigen"\n')
    monkeypatch.delenv(OFF)
    assert meanings("menu", "show", "strip") == {"strippenkaart": "Knipkaart"}
    (tmp_path / NAME).unlink()
    monkeypatch.setenv("POOLWIJZER_MENUS", "eigen")
    assert meanings("menu", "show", "strip") == {"strippenkaart": "Knipkaart"}


def test_what_the_file_holds_is_suggested() -> None:
    assert values("costs", EXAMPLE, "--leaving", "m") == ["Meppel", "Midden-Drenthe"]
    assert values("costs", EXAMPLE, "--leaving=M") == ["--leaving=Meppel", "--leaving=Midden-Drenthe"]
    assert values("batch", "x.csv", "--municipalities", "Assen|Emm") == ["Assen|Emmen"]


def test_files_are_those_that_the_command_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (
        "plan één.yaml",
        "a:b.yml",
        "tabel.csv",
        "brief.docx",
        ".verborgen.yaml",
        "oud.JSON",
        "met\nregel.yaml",
    ):
        (tmp_path / name).touch()
    (tmp_path / "map met spatie").mkdir()
    assert {"plan één.yaml", "a:b.yml", "oud.JSON", "map met spatie/"} == set(values("advise", "")) - {
        "met\nregel.yaml"
    }
    assert values("tables", "check", "") == ["tabel.csv", "map met spatie/"]
    assert values("advise", "x.yaml", "--template", "") == ["brief.docx", "map met spatie/"]
    assert values("advise", "x.yaml", "--menus", "") == ["map met spatie/"]
    assert values("advise", ".v") == [".verborgen.yaml"]


def test_an_output_gets_the_suffixes_that_can_be_written() -> None:
    assert values("next", EXAMPLE, "-o", "brief.") == ["brief.md", "brief.html", "brief.pdf", "brief.docx"]
    assert values("advise", EXAMPLE, "--as", "") == ["md", "html", "pdf", "docx", "json", "svg"]
    assert values("batch", "x", "--format", "pdf,h") == ["pdf,html"]
    assert "limesurvey" in values("form", EXAMPLE, "--as", "l")


def test_behind_what_is_no_command_nothing_is_suggested() -> None:
    assert values("adviseer", "") == []


def test_every_option_can_be_asked_about_without_a_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for path, one in parameters():
        words = path.split()[:-1]
        option = [one.opts[-1]] if isinstance(one, TyperOption) else []
        assert isinstance(values(*words, *option, ""), list)
