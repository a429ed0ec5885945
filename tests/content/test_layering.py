"""An own folder laid over other menus, the small ones: what counts, where problems are told, what the hash sees."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.problems import InputError
from tests.roots import SMALL_MENUS


def folder(path: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return path


def layered(own: Path) -> Content:
    return load_menus(own, SMALL_MENUS)


@pytest.fixture(scope="module")
def content() -> Content:
    return load_menus(None, SMALL_MENUS)


def problems(path: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        layered(path)
    return [str(problem) for problem in caught.value.problems]


def test_an_item_with_a_known_id_is_replaced_field_by_field(tmp_path: Path, content: Content) -> None:
    own = layered(folder(tmp_path, {"vragen.yaml": "statements:\n  m3: {evidence: de begroting}\n"}))
    assert own.statements["m3"].evidence == "de begroting"
    assert own.statements["m3"].joint == content.statements["m3"].joint
    assert list(own.statements) == list(content.statements)
    assert own.options == content.options


def test_a_list_is_replaced_whole(tmp_path: Path, content: Content) -> None:
    own = layered(folder(tmp_path, {"componenten/vorm.yaml": "options: {bij-provincie: {pros: [Eigen voordeel.]}}\n"}))
    assert [claim.text for claim in own.options["bij-provincie"].pros] == ["Eigen voordeel."]
    assert own.options["bij-provincie"].cons == content.options["bij-provincie"].cons


def test_a_new_option_and_a_new_component_come_at_their_place(tmp_path: Path, content: Content) -> None:
    option = (
        "    title: Nieuw\n    summary: Iets nieuws.\n"
        "    fit: {samen-inrichten: 2, gemeenten-aan-zet: 1, behoeften-ophalen: 0, trekker-zoeken: 0}\n"
        "    better_when: het kan\n    rules: []\n    pros: [Goed.]\n    cons: [Duur.]\n    preconditions: [Geld.]\n"
    )
    own = layered(
        folder(
            tmp_path,
            {
                "componenten/vorm.yaml": f"options:\n  nieuw:\n{option}",
                "componenten/eerst.yaml": f"title: Eerst\nquestion: Wat eerst?\norder: 0\noptions:\n  ander:\n{option}",
            },
        )
    )
    assert list(own.components) == ["eerst", *content.components]
    assert list(own.components["vorm"].options) == [*content.components["vorm"].options, "nieuw"]
    assert own.component_of["ander"] == "eerst"


def test_a_new_statement_counts_and_a_text_of_a_quadrant_changes_alone(tmp_path: Path, content: Content) -> None:
    own = layered(
        folder(
            tmp_path,
            {
                "vragen.yaml": (
                    "statements:\n  eigen:\n    axis: motivatie\n    facet: wil\n    asked_of: [gemeente]\n"
                    "    joint: {text: Onze gemeenten doen mee., scale: aantal}\n"
                    "    own: {text: Onze gemeente doet mee., scale: mate}\n    evidence: een brief\n"
                ),
                "typologie.yaml": "quadrants:\n  samen-inrichten: {plain_question: Hoe past dit bij ons?}\n",
            },
        )
    )
    assert own.statements_on["motivatie"] == (*content.statements_on["motivatie"], "eigen")
    quadrant = own.typology.quadrants["samen-inrichten"]
    assert quadrant.plain_question == "Hoe past dit bij ons?"
    assert quadrant.actions == content.typology.quadrants["samen-inrichten"].actions
    assert own.typology.axes == content.typology.axes


def test_a_new_context_question_can_be_asked_by_a_rule(tmp_path: Path, content: Content) -> None:
    text = (
        "context:\n  weer:\n    question: Wat voor weer is het?\n    kind: choice\n    answers: {zon: {label: zon}}\n"
    )
    rule = "{effect: past, when: {context: weer, is: zon}, because: Dat past.}"
    option = f"options:\n  bij-provincie:\n    rules:\n      - {rule}\n"
    own = layered(folder(tmp_path, {"vragen.yaml": text, "componenten/vorm.yaml": option}))
    assert list(own.context) == [*content.context, "weer"]
    assert len(own.options["bij-provincie"].rules) == 1


@pytest.mark.parametrize(
    ("file", "text", "gone"),
    [
        ("componenten/vorm.yaml", "options: {bij-provincie: {hide: true}}", "options.bij-provincie"),
        ("componenten/personeel.yaml", "hide: true", "components.personeel"),
        ("praktijk/flexteam-drenthe.yaml", "hide: true", "cases.flexteam-drenthe"),
        ("vragen.yaml", "statements: {m3: {hide: true}}", "statements.m3"),
        ("vragen.yaml", "context: {fase: {hide: true}}", "context.fase"),
        ("bronnen.yaml", "sources: {s1: {hide: true}}", "sources.s1"),
        ("aandachtspunten.yaml", "signals: {tijd: {hide: true}}", "signals.tijd"),
    ],
)
def test_what_is_hidden_is_gone_and_mentions_of_it_are_no_mistake(
    tmp_path: Path, content: Content, file: str, text: str, gone: str
) -> None:
    collection, _, name = gone.partition(".")
    own = layered(folder(tmp_path, {file: text}))
    assert name in getattr(content, collection)
    assert name not in getattr(own, collection)


def test_hide_false_changes_nothing(tmp_path: Path, content: Content) -> None:
    own = layered(folder(tmp_path, {"componenten/vorm.yaml": "options: {bij-provincie: {hide: false}}\n"}))
    assert own.hash == content.hash


def test_a_mention_of_what_never_was_stays_a_mistake_when_something_else_is_hidden(tmp_path: Path) -> None:
    text = "options:\n  bij-provincie: {hide: true}\n  nieuwe-organisatie: {sources: [s1, s9999]}\n"
    (problem,) = problems(folder(tmp_path, {"componenten/vorm.yaml": text}))
    assert "vorm.yaml:3:38: De bron 's9999' bestaat niet." in problem


def test_a_problem_is_told_at_its_place_in_the_own_file(tmp_path: Path) -> None:
    text = "# eigen menu\nstatements:\n  m3:\n    facet: inzt\n"
    (problem,) = problems(folder(tmp_path, {"vragen.yaml": text}))
    assert problem.startswith(f"{tmp_path / 'vragen.yaml'}:4:12: ")
    assert problem.endswith("Het facet 'inzt' bestaat niet. Bedoelde u inzet?")


def test_a_problem_that_an_own_file_causes_in_another_is_told_there(tmp_path: Path) -> None:
    found = problems(folder(tmp_path, {"typologie.yaml": "scale: {highest: 7}\n"}))
    assert len(found) == 2
    assert all("typologie.yaml" in problem and str(tmp_path) not in problem for problem in found)
    assert all("Voeg toe: 6 en 7." in problem for problem in found)


def test_the_problems_of_all_files_come_at_once_and_in_order(tmp_path: Path) -> None:
    found = problems(
        folder(
            tmp_path,
            {
                "vragen.yaml": "statements:\n  m3: {weight: 0}\n  m4: {facet: x, scale: y}\n",
                "begrippen.yaml": "terms: {nieuw: {term: nieuw}}\n",
            },
        )
    )
    places = [problem.partition(": ")[0].rpartition(tmp_path.name)[2][1:] for problem in found]
    assert places == ["begrippen.yaml:1:9", "vragen.yaml:2:16", "vragen.yaml:3:18"]


def test_the_own_folder_can_come_from_the_environment_and_an_argument_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_variable = folder(tmp_path / "a", {"typologie.yaml": 'version: "a"\n'})
    by_argument = folder(tmp_path / "b", {"typologie.yaml": 'version: "b"\n'})
    monkeypatch.setenv("POOLWIJZER_MENUS", str(by_variable))
    assert load_menus(None, SMALL_MENUS).version == "a"
    assert layered(by_argument).version == "b"
    monkeypatch.setenv("POOLWIJZER_MENUS", "")
    assert load_menus(None, SMALL_MENUS).version == "klein"


def test_a_missing_folder_from_the_environment_says_where_its_name_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POOLWIJZER_MENUS", str(tmp_path / "weg"))
    with pytest.raises(InputError, match=r"deze map bestaat niet.*POOLWIJZER_MENUS"):
        load_menus()


@pytest.mark.parametrize("make", ["missing", "file", "empty", "other"])
def test_a_folder_without_menus_says_so(tmp_path: Path, make: str) -> None:
    path = tmp_path / "menus"
    if make == "file":
        path.write_text("hoi", encoding="utf-8")
    elif make != "missing":
        path.mkdir()
    if make == "other":
        (path / "leesmij.txt").write_text("hoi", encoding="utf-8")
    (problem,) = problems(path)
    words = {"missing": "bestaat niet", "file": "is geen map"}.get(make, "staat geen menubestand")
    assert problem.startswith(str(path)) and words in problem


def whole_copy(path: Path) -> Path:
    shutil.copytree(SMALL_MENUS, path)
    return path


def test_a_whole_copy_of_the_menus_has_the_same_hash(tmp_path: Path, content: Content) -> None:
    assert layered(whole_copy(tmp_path / "menus")).hash == content.hash


def test_comments_line_ends_and_layout_do_not_change_the_hash(tmp_path: Path, content: Content) -> None:
    menus = whole_copy(tmp_path / "menus")
    for file in menus.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_bytes(("\ufeff# Een opmerking.\n\n" + text + "\n# Nog een.\n").replace("\n", "\r\n").encode())
    own = layered(menus)
    assert own.hash == content.hash
    assert own.options == content.options


def test_the_order_of_keys_does_not_change_the_hash(tmp_path: Path) -> None:
    first = layered(folder(tmp_path / "a", {"vragen.yaml": "statements: {m3: {weight: 2, evidence: x}}\n"}))
    second = layered(folder(tmp_path / "b", {"vragen.yaml": "statements:\n  m3:\n    evidence: x\n    weight: 2\n"}))
    assert first.hash == second.hash


def test_any_word_that_changes_changes_the_hash(tmp_path: Path, content: Content) -> None:
    own = layered(folder(tmp_path, {"vragen.yaml": "statements: {m3: {evidence: iets anders}}\n"}))
    assert own.hash != content.hash


def test_both_suffixes_of_yaml_are_read(tmp_path: Path) -> None:
    assert layered(folder(tmp_path, {"typologie.yml": 'version: "kort"\n'})).version == "kort"
    assert layered(folder(tmp_path / "b", {"typologie.YAML": 'version: "hoofd"\n'})).version == "hoofd"
