"""What people say against it and what can be answered, from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from poolwijzer.content.content import Content

Run = Callable[..., Result]
UNTRIED = "Wij vonden niet of dit antwoord ergens is gebruikt."


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("columns", ["60", "80"])
def test_every_doubt_is_told_with_its_reply_question_example_and_the_options_that_help(
    run: Run, content: Content, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    result = run("menu", "doubts")
    shown = plain(result.stdout)
    assert result.exit_code == 0
    assert all(len(line) <= int(columns) for line in result.stdout.splitlines())
    assert set(content.objections) == set(content.doubts)
    for name, found in content.objections.items():
        assert f"Id {name}" in shown and f"'{found.says}'" in shown
        for text in (found.reply, found.ask_back, found.example.text):
            assert plain(text) in shown
        for option in found.helps:
            assert f"{content.options[option].title} ({option})" in shown
    assert shown.count(UNTRIED) == sum(found.tried == "nee" for found in content.objections.values())
    assert "Bronnen" in shown


def test_one_doubt_is_told_without_the_others_also_where_its_capitals_differ(run: Run, content: Content) -> None:
    shown = plain(run("menu", "doubts", "Te-Veel-Overleg").stdout)
    assert f"'{content.objections['te-veel-overleg'].says}'" in shown
    assert content.objections["kosten"].says not in shown


def test_as_data_a_doubt_has_all_that_is_said_of_it_and_its_sources(run: Run, content: Content) -> None:
    data = json.loads(run("menu", "doubts", "--json").stdout)
    assert (data["kind"], data["question"], data["menus"]["hash"]) == ("menu-doubts", "twijfel", content.hash)
    assert [one["id"] for one in data["doubts"]] == list(content.doubts)
    assert "geen" not in content.doubts and "weten-wij-niet" not in content.doubts
    used = {source for one in data["doubts"] for source in one["objection"]["example"]["sources"]}
    assert set(data["sources"]) == used
    (one,) = json.loads(run("menu", "doubts", "kosten", "--json").stdout)["doubts"]
    assert one["label"] == "kosten" and one["objection"]["tried"] == "bron"
    assert one["objection"]["helps"] == list(content.objections["kosten"].helps)


def test_a_doubt_that_is_none_is_told_with_what_was_perhaps_meant(run: Run) -> None:
    result = run("menu", "doubts", "koste")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "koste: De twijfel 'koste' bestaat niet. Bedoelde u kosten?\n"
    assert run("menu", "doubts", "geen").exit_code == 2


def test_own_menus_show_their_own_doubts_and_say_where_nothing_is_answered(run: Run, tmp_path: Path) -> None:
    (tmp_path / "vragen.yaml").write_text(
        "context:\n  twijfel:\n    answers:\n"
        "      kantoor: {label: geen plek op kantoor}\n      kosten: {hide: true}\n",
        encoding="utf-8",
    )
    shown = plain(run("menu", "doubts", "--menus", str(tmp_path)).stdout)
    assert "Geen plek op kantoor" in shown and "Hier staat nog geen antwoord bij. Id kantoor" in shown
    assert "Dit kost alleen maar extra geld." not in shown
    (one,) = json.loads(run("menu", "doubts", "kantoor", "--json", "--menus", str(tmp_path)).stdout)["doubts"]
    assert one["objection"] is None


def test_an_example_says_when_it_was_looked_at_and_until_when_it_holds(run: Run, tmp_path: Path) -> None:
    example = "{text: Daar deed men dit., checked_on: 2026-01-31, valid_until: 2027-12-31}"
    text = f"bezwaren:\n  kosten:\n    example: {example}\n"
    (tmp_path / "bezwaren.yaml").write_text(text, encoding="utf-8")
    shown = plain(run("menu", "doubts", "kosten", "--menus", str(tmp_path)).stdout)
    told = "Daar deed men dit. Nagekeken op 31 januari 2026. Geldt tot en met 31 december 2027."
    assert told in shown


def test_a_doubt_that_got_another_id_is_found_by_its_old_one(run: Run, tmp_path: Path) -> None:
    renamed = "renamed:\n  answers: {twijfel: {duur: kosten}}\n"
    (tmp_path / "typologie.yaml").write_text(f"version: eigen\n{renamed}", encoding="utf-8")
    result = run("menu", "doubts", "duur", "--menus", str(tmp_path))
    assert "'Dit kost alleen maar extra geld.'" in result.stdout
    assert result.stderr == "duur: De twijfel 'duur' heet nu 'kosten'.\n"


def test_menus_without_doubts_say_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "vragen.yaml").write_text("context:\n  twijfel: {hide: true}\n", encoding="utf-8")
    assert "In deze menu's staan geen twijfels." in run("menu", "doubts", "--menus", str(tmp_path)).stdout
    assert json.loads(run("menu", "doubts", "--json", "--menus", str(tmp_path)).stdout)["doubts"] == []


def test_what_people_say_is_found_by_its_words(run: Run) -> None:
    for word in ("extra geld", "geen besparing", "bedrijfsvoering leidse"):
        hits = json.loads(run("menu", "search", word, "--json").stdout)["hits"]
        assert ("doubt", "kosten") in {(hit["kind"], hit["id"]) for hit in hits}
    assert "Twijfels" in run("menu", "search", "extra geld").stdout


def test_an_option_tells_with_which_doubts_it_helps(run: Run, content: Content) -> None:
    helped = [name for name, found in content.objections.items() if "strippenkaart" in found.helps]
    shown = plain(run("menu", "show", "strippenkaart").stdout)
    assert "Helpt bij deze twijfels" in shown
    assert all(f"'{content.objections[name].says}'" in shown for name in helped)
    assert json.loads(run("menu", "show", "strippenkaart", "--json").stdout)["option"]["doubts"] == helped
    helpless = next(
        name for name in content.options if all(name not in found.helps for found in content.objections.values())
    )
    assert "Helpt bij deze twijfels" not in run("menu", "show", helpless).stdout


def test_what_an_own_folder_changes_in_the_question_about_doubts_shows_in_a_diff(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bezwaren.yaml").write_text("question: geld\nbezwaren: {}\n", encoding="utf-8")
    assert "was: twijfel" in plain(run("menu", "diff", str(tmp_path)).stdout)
