"""Looking through the menus and keeping them, from the command line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

from poolwijzer.content.content import Content
from poolwijzer.content.folders import find_shipped_menus
from poolwijzer.content.on_date import menus_on
from poolwijzer.content.read import load_menus
from poolwijzer.rules.conditions import walk
from tests.roots import TESTS

Run = Callable[..., Result]
MENUS = TESTS / "files" / "menus"


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "110")


def folder(path: Path, **files: str) -> Path:
    path.mkdir(exist_ok=True)
    for name, text in files.items():
        (path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return path


def plain(text: str) -> str:
    return " ".join(text.split())


# Looking.


def test_the_list_names_every_option_under_its_component(run: Run, content: Content) -> None:
    shown = run("menu", "list").stdout
    data = json.loads(run("menu", "list", "--json").stdout)
    assert (data["format"], data["kind"], data["menus"]["hash"]) == (2, "menu-list", content.hash)
    assert {card["id"]: [one["id"] for one in card["options"]] for card in data["components"]} == {
        name: list(card.options) for name, card in content.components.items()
    }
    assert all(re.search(rf"(?m)^{name}\b", shown) for name in content.options)


def test_the_list_of_one_component_holds_no_other(run: Run, content: Content) -> None:
    shown = run("menu", "list", "VORM").stdout
    assert "bij-provincie" in shown and "strippenkaart" not in shown
    assert [card["id"] for card in json.loads(run("menu", "list", "vorm", "--json").stdout)["components"]] == ["vorm"]


@pytest.mark.slow
def test_every_option_tells_why_why_not_what_is_needed_who_did_it_and_where_that_is_written(
    run: Run, content: Content
) -> None:
    on = date(2026, 11, 1)
    for name, option in menus_on(content, on).options.items():
        shown = plain(run("menu", "show", name, "--date", on).stdout)
        claims = (*option.pros, *option.cons, *option.preconditions, *option.legal)
        for text in (*(claim.text for claim in claims), *(example.text for example in option.examples)):
            assert text.split("{")[0].split()[-1] in shown, name
        for rule in option.rules:
            assert plain(rule.because).split("{")[0][:40] in shown, name
        for title in ("Waar het past", "Wat meeweegt", "Voor", "Tegen", "Nodig"):
            assert title in shown, name
        assert option.sources == () or "Bronnen" in shown
        chose = [case for case, told in content.cases.items() if any(name in some for some in told.choices.values())]
        assert all(case in shown for case in chose)


def test_an_option_tells_its_facts_once_as_they_are_on_the_day(run: Run, content: Content) -> None:
    fact = content.dated_facts["wtta"]
    for on, stage in (("2026-12-31", 0), ("2027-01-01", 1), ("2035-01-01", 2)):
        shown = plain(run("menu", "show", "detachering", "--date", on).stdout)
        told = [shown.count(plain(one.text)) for one in fact.stages]
        assert told == [int(number == stage) for number in range(3)]
        data = json.loads(run("menu", "show", "detachering", "--date", on, "--json").stdout)
        named = {one["id"]: one["text"] for one in data["facts"]}
        assert data["date"] == on and named["wtta"] == fact.stages[stage].text
        assert set(fact.sources) <= set(data["sources"])
        assert {one["fact"] for one in data["option"]["legal"]} - {None} <= set(named)


def test_what_another_option_says_of_this_one_is_shown_with_it(run: Run, content: Content) -> None:
    shown = run("menu", "show", "strippenkaart").stdout
    assert "Wat andere opties hierover zeggen" in shown
    data = json.loads(run("menu", "show", "strippenkaart", "--json").stdout)
    others = {
        other for other, option in content.options.items() for one in option.coherence if "strippenkaart" in one.options
    }
    assert {mention["option"] for mention in data["option"]["mentioned_by"]} == others - {"strippenkaart"}


def test_an_option_as_data_has_its_rules_in_words_and_its_sources(run: Run, content: Content) -> None:
    data = json.loads(run("menu", "show", "bij-provincie", "--json").stdout)
    assert (data["format"], data["kind"], data["option"]["component"]) == (2, "menu-option", "vorm")
    assert all(rule["in_words"] for rule in data["option"]["rules"])
    assert {"s1", "s13"} <= set(data["sources"]) <= set(content.sources)
    assert data["option"]["legal"][0]["checked_on"]


@pytest.mark.parametrize(
    ("word", "kind", "id"),
    [
        ("strippenkaart", "option", "strippenkaart"),
        ("STRIPPENKAART", "option", "strippenkaart"),
        ("regiocoordinator", "term", "regiocoordinator"),
        ("werkgever", "context", "geregeld"),
        ("vorm", "component", "vorm"),
        ("eigen geld inzetten", "statement", "m3"),
        ("drenthe flexteam", "case", "flexteam-drenthe"),
        ("wtta toelating", "fact", "wtta"),
        ("bestaande tafel", "signal", "bestaande-tafel-van-gemeenten"),
    ],
)
def test_a_word_is_found_wherever_it_stands(run: Run, word: str, kind: str, id: str) -> None:
    result = run("menu", "search", word, "--json")
    assert result.exit_code == 0 and result.stderr == ""
    assert (kind, id) in {(hit["kind"], hit["id"]) for hit in json.loads(result.stdout)["hits"]}
    assert re.search(rf"(?m)^{id}\b", run("menu", "search", word).stdout)


def test_a_word_that_is_nowhere_is_told_with_what_was_perhaps_meant(run: Run) -> None:
    result = run("menu", "search", "strippenkart")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "poolwijzer menu search: Er is niets gevonden voor 'strippenkart'. Bedoelde u strippenkaart?\n"
    )
    nothing = run("menu", "search", "qqq", "--json")
    assert nothing.exit_code == 1 and json.loads(nothing.stdout)["hits"] == []
    assert run("menu", "search", " ").exit_code == 1


def test_the_cases_are_listed_and_each_is_told_without_the_place_that_was_estimated(run: Run, content: Content) -> None:
    shown = run("cases").stdout
    assert all(name in shown for name in content.cases)
    listed = json.loads(run("cases", "--json").stdout)
    assert [case["id"] for case in listed["cases"]] == list(content.cases)
    for name, case in content.cases.items():
        page = plain(run("cases", name).stdout)
        data = json.loads(run("cases", name, "--json").stdout)
        assert "placement" not in data["case"] and data["case"]["id"] == name
        assert data["sources"].keys() <= content.sources.keys()
        for claim in (*case.needs, *case.money, *case.results, *case.lessons):
            assert claim.text.split()[-1] in page
        for quadrant in content.typology.quadrants.values():
            assert quadrant.title not in page


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ("menu", "show", "strippenkart"),
            "strippenkart: De optie 'strippenkart' bestaat niet. Bedoelde u strippenkaart?",
        ),
        (
            ("menu", "show", "vorm"),
            "vorm: De optie 'vorm' bestaat niet. Dit is een component. Gebruik: poolwijzer menu list vorm.",
        ),
        (("menu", "list", "vrom"), "vrom: De component 'vrom' bestaat niet. Bedoelde u vorm?"),
        (("cases", "qqq"), "qqq: De praktijkcase 'qqq' bestaat niet. Alle cases: poolwijzer cases."),
        (
            ("menu", "show", "[bold]\x1b[31m"),
            "[bold]�[31m: De optie '[bold]�[31m' bestaat niet. Alle opties: poolwijzer menu list.",
        ),
        (
            ("menu", "diff", "weg"),
            "weg: De menu's zijn hier niet te vinden: deze map bestaat niet. Controleer de naam van de map.",
        ),
        (
            ("menu", "check", "weg"),
            "weg: De menu's zijn hier niet te vinden: deze map bestaat niet. Controleer de naam van de map.",
        ),
    ],
)
def test_what_does_not_exist_is_refused_in_one_line(run: Run, arguments: tuple[str, ...], line: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{line}\n")


def test_an_id_that_was_renamed_is_followed_with_a_remark(run: Run, tmp_path: Path) -> None:
    renamed = (
        "options: {strippen: strippenkaart}",
        "components: {onderdak: vorm}",
        "cases: {drenthe: flexteam-drenthe}",
    )
    text = "\n  ".join(("renamed:", *renamed))
    own = folder(tmp_path / "eigen", typologie=text)
    for arguments, id, now in (
        (("menu", "show", "strippen"), "De optie 'strippen'", "strippenkaart"),
        (("menu", "list", "onderdak"), "De component 'onderdak'", "vorm"),
        (("cases", "drenthe"), "De praktijkcase 'drenthe'", "flexteam-drenthe"),
    ):
        result = run(*arguments, "--menus", own)
        assert result.exit_code == 0
        assert result.stderr.endswith(f": {id} heet nu '{now}'.\n")
        assert now in result.stdout


@pytest.mark.slow
def test_a_file_with_old_ids_gets_the_same_advice_with_remarks_on_stderr(run: Run, tmp_path: Path) -> None:
    own = folder(tmp_path / "eigen", typologie="renamed: {options: {strippen: strippenkaart}, statements: {oud: m3}}\n")
    text = (
        "poolwijzer: 1\ninitiative: {id: proef, name: Proef}\n"
        "answers: {%s: 4, m2: 4}\nchoices: {verdeling: {options: [%s]}}\n"
    )
    old, new = tmp_path / "oud.yaml", tmp_path / "nieuw.yaml"
    old.write_text(text % ("oud", "strippen"), encoding="utf-8")
    new.write_text(text % ("m3", "strippenkaart"), encoding="utf-8")
    one, other = (run("advise", file, "--menus", own, "--date", "2026-11-01", "--json") for file in (old, new))
    assert one.stdout == other.stdout and one.exit_code == 0
    assert [line.partition(": ")[2] for line in one.stderr.splitlines()] == [
        "De stelling 'oud' heet nu 'm3'. Zo telt dit mee.",
        "De optie 'strippen' heet nu 'strippenkaart'. Zo telt dit mee.",
    ]
    assert "oud: 4" in old.read_text(encoding="utf-8")


def test_what_an_own_folder_adds_can_be_listed_shown_and_found(run: Run) -> None:
    own = MENUS / "good" / "nieuwe-optie-met-eigen-bron"
    assert "nieuw" in run("menu", "list", "vorm", "--menus", own).stdout
    assert "Ons jaarverslag" in run("menu", "show", "nieuw", "--menus", own).stdout
    assert "nieuw" in run("menu", "search", "iets nieuws", "--menus", own).stdout


def test_text_of_the_menus_is_never_markup(run: Run, tmp_path: Path) -> None:
    own = folder(tmp_path / "eigen", begrippen='terms:\n  gek: {term: "[bold]gek[/]", meaning: "\\e[31mrood"}\n')
    shown = run("menu", "search", "gek", "--menus", own).stdout
    assert "[bold]gek[/]" in shown
    assert "\x1b" not in run("menu", "search", "rood", "--menus", own).stdout


# Checking.


def test_a_check_without_mistakes_says_so_and_leaves_with_0(run: Run) -> None:
    result = run("menu", "check", MENUS / "good" / "nieuwe-optie-met-eigen-bron", "--date", "2026-11-01")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "Geen fouten.\n", "")


@pytest.mark.slow
def test_mistakes_come_on_stdout_with_a_count_and_leave_with_1(run: Run) -> None:
    case = MENUS / "bad-on-check" / "vorm-en-verwijzing-tegelijk"
    result = run("menu", "check", case, "--date", "2026-11-01")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.splitlines()[-1] == "3 fouten. 2 opmerkingen."
    assert len(result.stdout.splitlines()) == 6
    data = json.loads(run("menu", "check", case, "--date", "2026-11-01", "--json").stdout)
    assert (data["kind"], len(data["problems"]), len(data["remarks"])) == ("menu-check", 3, 2)
    assert {"path", "line", "column", "message", "hint"} == set(data["problems"][0])


@pytest.mark.slow
@pytest.mark.parametrize("on", ["2026-11-28", "2026-12-31", "2027-01-01", "2027-04-01", "2035-01-01"])
def test_that_time_passes_is_worth_a_remark_and_never_a_mistake(run: Run, on: str) -> None:
    result = run("menu", "check", "--date", on)
    assert (result.exit_code, result.stderr) == (0, "")
    soon = "wtta: over 34 dagen verandert deze tekst (1 januari 2027)."
    assert (soon in result.stdout) is (on == "2026-11-28")
    past = "wtta: dit moest uiterlijk 15 januari 2027 weer zijn nagekeken."
    assert (past in result.stdout) is (on > "2027-01-15")


@pytest.mark.slow
def test_remarks_alone_leave_with_0(run: Run) -> None:
    result = run("menu", "check", MENUS / "bad-on-check" / "opmerking-verlopen", "--date", "2026-11-01")
    assert result.exit_code == 0
    assert "Opmerking: Dit gold tot en met 30 juni 2026." in result.stdout
    assert result.stdout.endswith("Geen fouten. 1 opmerking.\n")
    before = run("menu", "check", MENUS / "bad-on-check" / "opmerking-verlopen", "--date", "2026-06-30")
    assert before.stdout == "Geen fouten.\n"


def test_the_shipped_menus_pass_their_own_check(run: Run) -> None:
    result = run("menu", "check", "--date", "2026-11-01")
    assert result.exit_code == 0 and "Geen fouten." in result.stdout.splitlines()[-1]


# Own menus.


@pytest.mark.slow
def test_a_new_folder_loads_passes_and_changes_only_the_version(run: Run, tmp_path: Path, content: Content) -> None:
    own = tmp_path / "eigen"
    result = run("menu", "init", own)
    assert result.exit_code == 0 and result.stdout == ""
    assert run("menu", "check", own, "--date", "2026-11-01").stdout == "Geen fouten.\n"
    loaded = load_menus(own)
    assert loaded.version == "eigen-1"
    assert (loaded.options, loaded.questions) == (content.options, content.questions)
    changed = json.loads(run("menu", "diff", own, "--json").stdout)["changed"]
    assert changed == [
        {
            "kind": "typologie",
            "id": "typologie",
            "fields": [{"field": "version", "was": content.version, "is": "eigen-1"}],
        }
    ]


def test_the_example_in_a_new_folder_is_a_whole_option_once_it_is_no_longer_hidden(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "eigen"
    run("menu", "init", own)
    (file,) = (own / "componenten").iterdir()
    file.write_text(file.read_text(encoding="utf-8").replace("    hide: true\n", ""), encoding="utf-8")
    assert run("menu", "check", own, "--date", "2026-11-01").stdout == "Geen fouten.\n"
    assert "mijn-optie" in load_menus(own).options


@pytest.mark.slow
def test_every_line_that_a_new_folder_offers_as_an_example_works(run: Run, tmp_path: Path, content: Content) -> None:
    own = tmp_path / "eigen"
    run("menu", "init", own)
    for name in ("typologie", "vragen"):
        file = own / f"{name}.yaml"
        text = re.sub(r"(?m)^# (\s*[a-z0-9_-]+:.*)$", r"\1", file.read_text(encoding="utf-8"))
        file.write_text(re.sub(r"(?m)^yaml-language-server.*\n", "", text), encoding="utf-8")
    (component,) = (own / "componenten").iterdir()
    component.write_text(component.read_text(encoding="utf-8").replace("    hide: true\n", ""), encoding="utf-8")
    loaded = load_menus(own)
    assert loaded.typology.bands.high_above == 4
    assert loaded.typology.renamed.options == {"mijn-oude-optie": "mijn-optie"}
    assert list(content.statements)[1] not in loaded.statements


def test_each_file_of_a_new_folder_names_a_schema_that_is_there_and_fits_it(run: Run, tmp_path: Path) -> None:
    import yaml

    own = tmp_path / "eigen"
    run("menu", "init", own)
    files = [*own.glob("*.yaml"), *own.glob("componenten/*.yaml")]
    assert len(files) == 4
    for file in files:
        text = file.read_text(encoding="utf-8")
        schema = json.loads((file.parent / text.splitlines()[0].partition("$schema=")[2]).read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(yaml.safe_load(text))


def test_nothing_that_is_there_is_written_over(run: Run, tmp_path: Path) -> None:
    own = folder(tmp_path / "eigen", vragen="statements: {m3: {evidence: van ons}}\n")
    result = run("menu", "init", own)
    assert result.exit_code == 2
    assert (
        result.stderr == f"{own / 'vragen.yaml'}: Dit bestand bestaat al en blijft zoals het is. Kies een andere map.\n"
    )
    assert [path.name for path in own.iterdir()] == ["vragen.yaml"]


def test_a_new_folder_starts_from_the_shipped_menus_whatever_the_environment_says(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POOLWIJZER_MENUS", str(MENUS / "other-typology"))
    assert run("menu", "init", tmp_path / "eigen").exit_code == 0
    assert "samen-inrichten" in next((tmp_path / "eigen" / "componenten").iterdir()).read_text(encoding="utf-8")


def test_a_difference_is_told_by_id_and_field(run: Run, tmp_path: Path, content: Content) -> None:
    own = tmp_path / "eigen"
    (own / "componenten").mkdir(parents=True)
    (own / "componenten" / "vorm.yaml").write_text(
        "options:\n  bij-provincie: {pros: [Eigen voordeel.]}\n  nieuwe-organisatie: {hide: true}\n", encoding="utf-8"
    )
    (own / "componenten" / "personeel.yaml").write_text("hide: true\n", encoding="utf-8")
    folder(
        own,
        vragen="statements: {m3: {evidence: de begroting}}\n",
        begrippen="terms: {nieuw: {term: nieuw, meaning: Dat.}}\n",
    )
    shown = plain(run("menu", "diff", own).stdout)
    for words in (
        "begrip nieuw",
        "optie bij-provincie",
        "erbij: Eigen voordeel.",
        f"weg: {content.options['bij-provincie'].pros[0].text}",
        f"stelling m3 evidence was: {content.statements['m3'].evidence} is: de begroting",
        "component personeel",
        "optie nieuwe-organisatie",
    ):
        assert words in shown, words
    data = json.loads(run("menu", "diff", own, "--json").stdout)
    assert data["added"] == [{"kind": "begrip", "id": "nieuw"}]
    assert {item["id"] for item in data["hidden"]} == {
        "nieuwe-organisatie",
        "personeel",
        *content.components["personeel"].options,
    }
    assert [(item["kind"], item["id"]) for item in data["changed"]] == [("stelling", "m3"), ("optie", "bij-provincie")]


def test_a_copy_of_the_shipped_menus_has_no_difference(run: Run) -> None:
    result = run("menu", "diff", find_shipped_menus())
    assert result.exit_code == 0 and "verandert niets" in result.stdout


def test_another_typology_differs_in_everything(run: Run, content: Content) -> None:
    data = json.loads(run("menu", "diff", MENUS / "other-typology", "--json").stdout)
    assert {"kind": "kwadrant", "id": "afwachten"} in data["added"]
    assert {"kind": "kwadrant", "id": "samen-inrichten"} in data["hidden"]


def test_every_rule_can_be_put_in_words(content: Content) -> None:
    from poolwijzer.content.wording import describe_condition

    for option in content.options.values():
        for rule in option.rules:
            assert all(describe_condition(part, content) for part in walk(rule.when))


def test_the_word_menu_alone_shows_what_there_is(start: Callable[..., Any]) -> None:
    process = start("menu")
    out, error = process.communicate()
    assert process.returncode == 0 and error == b""
    assert b"check" in out and b"init" in out
