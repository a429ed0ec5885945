"""Reading and writing an initiative's file.

Each file in files/assessments is a case. A file in `bad` says in its first line what must be told, as
`line:column words | words ;; line:column …`, with `-` for a problem of the file as a whole.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from typer.testing import CliRunner

from poolwijzer.api import advise
from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Assessment, Choice
from poolwijzer.assessment.read import parse_assessment, read_assessment
from poolwijzer.assessment.write import dump_assessment, write_assessment
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from poolwijzer.validation import Model
from tests.roots import TESTS

FILES = TESTS / "files" / "assessments"
GOOD = [*sorted((FILES / "good").glob("*.yaml")), *sorted((TESTS.parent / "examples").glob("*.yaml"))]
BAD = sorted((FILES / "bad").glob("*.yaml"))

by_name = pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)


def parsed(text: str, content: Content) -> Assessment:
    return parse_assessment(text.encode(), "proef.yaml", content).assessment


def told(text: str, content: Content) -> list[str]:
    with pytest.raises(InputError) as caught:
        parse_assessment(text.encode(), "proef.yaml", content, with_answers=True)
    return [str(problem) for problem in caught.value.problems]


@by_name
def test_a_good_file_is_read_without_remarks(path: Path, content: Content) -> None:
    assert read_assessment(path, content, with_answers=True).remarks == ()


@by_name
def test_a_file_that_is_written_reads_the_same(path: Path, content: Content) -> None:
    first = read_assessment(path, content).assessment
    raw = dump_assessment(first)
    again = parse_assessment(raw, "proef.yaml", content).assessment
    assert again == first
    assert dump_assessment(again) == raw


@by_name
def test_windows_line_ends_and_a_byte_order_mark_make_no_difference(path: Path, content: Content) -> None:
    text = path.read_text(encoding="utf-8")
    raw = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert parse_assessment(raw, "proef.yaml", content).assessment == read_assessment(path, content).assessment


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_names_every_problem_at_its_place_and_in_order(path: Path, content: Content) -> None:
    with pytest.raises(InputError) as caught:
        read_assessment(path, content, with_answers=True)
    problems = caught.value.problems
    first_line = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    expected = [part.partition(" ") for part in first_line.split(" ;; ")]
    assert len(problems) == len(expected), [str(problem) for problem in problems]
    for problem, (where, _, words) in zip(problems, expected, strict=True):
        assert (f"{problem.line}:{problem.column}" if problem.line else "-") == where, str(problem)
        for word in words.split(" | "):
            assert word in str(problem)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_leaves_the_command_line_with_one_line_a_problem_and_writes_nothing(
    path: Path, tmp_path: Path
) -> None:
    output = tmp_path / "uit.json"
    arguments = ["advise", str(path), "--date", "2026-11-01", "-o", str(output)]
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert (result.exit_code, result.stdout) == (2, "")
    expected = path.read_text(encoding="utf-8").partition("\n")[0].split(" ;; ")
    lines = result.stderr.splitlines()
    assert len(lines) == len(expected)
    assert all(line.startswith(str(path)) for line in lines)
    assert not output.exists()


def test_there_are_cases() -> None:
    assert len(BAD) >= 50 and len(GOOD) >= 9


def test_good_files_hold_every_word_of_the_format() -> None:
    import yaml

    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values()))
        return set().union(*map(keys, value)) if isinstance(value, list) else set()

    every = yaml.safe_load((FILES / "good" / "alles.yaml").read_text(encoding="utf-8"))
    assert set(Assessment.model_fields) == set(every)
    # Of the costs each kind of key has words of its own.
    of_costs = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (FILES / "good").glob("kosten-*.yaml")]
    homes = {Assessment.__module__, Answer.__module__, Costs.__module__}
    parts = [part for part in Model.__subclasses__() if part.__module__ in homes]
    words = {field.alias or name for part in parts for name, field in part.model_fields.items()} - {"code"}
    assert len(parts) >= 20
    assert words <= keys([every, *of_costs])


def test_a_file_with_every_word_is_understood(content: Content) -> None:
    read = read_assessment(FILES / "good" / "alles.yaml", content).assessment
    assert [one.code for one in read.initiative.municipalities] == ["GM0106", "GM0518", "GM0114", None]
    assert read.initiative.municipalities[3].population == 30000
    assert read.estimate.places == {"motivatie": 4, "betrokkenheid": Fraction(11, 3)}
    assert [[*map(str, dot)] for dot in read.estimate.dots] == [["2", "4"], ["4", "5"], ["7/2", "11/3"]]
    assert read.answers["m16"] == Answer(value=5)
    assert read.answers["m2"].votes == (0, 1, 2, 5, 1) and "Tweede alinea." in read.answers["m2"].note
    assert read.answers["m3"].known is None
    assert read.choices["vorm"] == Choice()
    assert read.chosen() == {"vaste-basis-plus-opslag"}
    assert read.responses[0].named and not read.responses[1].named
    assert read.measurements[0].date == date(2025, 10, 1)
    assert read.measurements[0].responses[0].organisation.name == "Emmen"
    assert read.own["getal"] == "01" and read.own["nee"] == "no"


def test_a_duration_of_two_years_needs_no_quotes(content: Content) -> None:
    read = read_assessment(FILES / "good" / "looptijd-zonder-aanhalingstekens.yaml", content).assessment
    assert read.context["looptijd"] == "2"


HEAD = "poolwijzer: 1\ninitiative: {id: proef, name: Proef}\n"
FROM_OTHER_MENUS = (
    HEAD
    + "menus: {version: oud, hash: abc}\n"
    + "context: {soort: menskracht, kleur: blauw, fase: dromen}\n"
    + "estimate: {motivatie: 4, zwaarte: 3}\n"
    + "answers: {m3: 4, m99: 5}\n"
    + "choices: {vorm: {options: [bij-provincie, bij-de-buren]}, catering: {options: [soep]}}\n"
    + "measurements: [{date: 2025-01-01, answers: {m98: 2}}]\n"
)
UNKNOWN = ("kleur", "dromen", "zwaarte", "m99", "bij-de-buren", "catering", "m98")


def test_what_other_menus_knew_is_remarked_does_not_count_and_is_kept(content: Content) -> None:
    reading = parse_assessment(FROM_OTHER_MENUS.encode(), "proef.yaml", content)
    remarks = [str(remark) for remark in reading.remarks]
    assert "andere menu's" in remarks[0] and remarks[0].startswith("proef.yaml:3:8: ")
    for name, remark in zip(
        UNKNOWN, sorted(remarks[1:], key=lambda r: [n in r for n in UNKNOWN].index(True)), strict=True
    ):
        assert f"'{name}' bestaat niet." in remark
    again = parse_assessment(dump_assessment(reading.assessment), "proef.yaml", content).assessment
    assert again == reading.assessment
    assert again.answers["m99"].known == 5 and "catering" in again.choices


def test_an_unknown_id_from_other_menus_leaves_the_advice_the_same_and_the_exit_status_0(tmp_path: Path) -> None:
    def advised(text: str) -> tuple[str, str]:
        file = tmp_path / "proef.yaml"
        file.write_text(text, encoding="utf-8")
        result = CliRunner().invoke(
            app, ["advise", str(file), "--date", "2026-11-01", "--json"], catch_exceptions=False
        )
        assert result.exit_code == 0, result.stderr
        return result.stdout, result.stderr

    known = (
        FROM_OTHER_MENUS.replace(", kleur: blauw, fase: dromen", "")
        .replace(", zwaarte: 3", "")
        .replace(", m99: 5", "")
        .replace(", bij-de-buren", "")
        .replace(", catering: {options: [soep]}", "")
        .replace("{m98: 2}", "{}")
    )
    told_of_unknown, remarks = advised(FROM_OTHER_MENUS)
    assert len(remarks.splitlines()) == len(UNKNOWN) + 1
    assert (told_of_unknown, "") == advised(known)


def test_an_unknown_id_is_a_mistake_in_a_file_made_with_these_menus(content: Content) -> None:
    same = FROM_OTHER_MENUS.replace("hash: abc", f"hash: {content.hash}")
    unrecorded = FROM_OTHER_MENUS.replace("menus: {version: oud, hash: abc}\n", "")
    assert len(told(same, content)) == len(told(unrecorded, content)) == len(UNKNOWN)


def test_an_option_that_stood_in_another_component_of_other_menus_is_kept_and_does_not_count(content: Content) -> None:
    moved = FROM_OTHER_MENUS.replace("vorm: {options: [bij-provincie,", "verdeling: {options: [bij-provincie,")
    reading = parse_assessment(moved.encode(), "proef.yaml", content)
    assert any("hoort bij vorm" in str(remark) for remark in reading.remarks)
    advice = advise(reading.assessment, content, date(2026, 11, 1))
    assert not [finding for finding in advice.coherence if "bij-provincie" in finding.options]
    assert {card.component: card.chosen for card in advice.components}["verdeling"] == ()
    assert (
        "verdeling" in parse_assessment(dump_assessment(reading.assessment), "proef.yaml", content).assessment.choices
    )


def test_other_menus_do_not_excuse_an_impossible_answer(content: Content) -> None:
    (problem,) = told(FROM_OTHER_MENUS.replace("m3: 4", "m3: 6"), content)
    assert "Het antwoord '6' kan niet." in problem


def test_a_hundred_thousand_brackets_are_one_mistake(tmp_path: Path) -> None:
    file = tmp_path / "haken.yaml"
    file.write_text("poolwijzer: " + "[" * 100_000, encoding="utf-8")
    result = CliRunner().invoke(app, ["advise", str(file), "--date", "2026-11-01"], catch_exceptions=False)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"{file}:1:")


def test_an_answer_is_one_of_the_points_as_anyone_would_write_them(content: Content) -> None:
    for wrong in ("03", "1_0", "+3", "3.0", "５", "1e0", "0x3", "true", "~a"):
        (problem,) = told(f"{HEAD}answers: {{m3: {wrong}}}\n", content)
        assert problem.startswith("proef.yaml:3:15: Het antwoord ")


def test_a_code_in_the_file_stands_for_the_municipality_of_the_table(content: Content) -> None:
    text = "poolwijzer: 1\ninitiative: {id: a, name: A, municipalities: [{name: Iets, code: GM0106, population: 4}]}\n"
    read = parsed(text, content)
    assert read.initiative.municipalities[0].name == "Assen"
    assert parse_assessment(dump_assessment(read), "proef.yaml", content).assessment == read


def test_a_written_file_is_whole_and_leaves_nothing_beside_it(tmp_path: Path, content: Content) -> None:
    read = read_assessment(FILES / "good" / "alles.yaml", content).assessment
    path = tmp_path / "alles.yaml"
    assert write_assessment(read, path) == path
    assert read_assessment(path, content).assessment == read
    assert [file.name for file in tmp_path.iterdir()] == ["alles.yaml"]
    assert "weet-niet" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("bad", ["[[a]]", "{a: {b: c}}", "[{kind: [x]}]", "[null]", "~", "{kind: ~}", "[]", "{}", "''"])
def test_no_shape_of_an_answer_to_a_context_question_breaks_the_reading(bad: str, content: Content) -> None:
    for question in content.context:
        text = f"{HEAD}answers: {{m3: 4}}\ncontext: {{{question}: {bad}}}\n"
        try:
            parse_assessment(text.encode(), "proef.yaml", content)
        except InputError as error:
            assert all(problem.line == 4 for problem in error.problems)
            assert not any("None" in str(problem) for problem in error.problems)
