"""Twelve municipalities answer: the same answers by each road give the same place, and it can be summed by hand."""

from __future__ import annotations

import base64
import csv
import io
import json
import random
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.formats.registry import Theme
from poolwijzer.forms.questionnaire import BASIS_QUESTION, ROLE_QUESTION, Questionnaire, make_questionnaire
from poolwijzer.forms.words import WHICH_MUNICIPALITY
from poolwijzer.forms.workbook import render
from tests.forms.senders import DELETE_ON, sent_text
from tests.roots import ROOT

ON = date(2026, 11, 1)
NUMBER = 12
BODY = {"kind": "provincie", "name": "de provincie Proef"}
Given = list[tuple[str, dict[str, Any]]]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def initiative(assessment_of: Callable[..., Assessment]) -> Assessment:
    """Twelve municipalities that are asked about one initiative."""
    return assessment_of(municipalities=NUMBER, context={"verband": BODY})


@pytest.fixture(scope="module")
def form(content: Content, initiative: Assessment) -> Questionnaire:
    """What they are asked."""
    return make_questionnaire(content, initiative, organisation="Regio Proef", delete_on=DELETE_ON)


@pytest.fixture(scope="module")
def given(initiative: Assessment, form: Questionnaire) -> Given:
    """What each of them answers."""
    draw = random.Random(18)
    points = [1, 2, 3, 4, 5, "weet-niet"]
    return [
        (one.name, {asked.id: draw.choice(points) for asked in form.questions})
        for one in initiative.initiative.municipalities
    ]


def as_files(folder: Path, given: Given, initiative: Assessment, form: Questionnaire, content: Content) -> None:
    for number, (name, answers) in enumerate(given):
        text = sent_text(initiative, content, name, answers, basis="namens-organisatie")
        (folder / f"antwoorden-{number}.txt").write_text(text, encoding="utf-8")


def as_one_mail(folder: Path, given: Given, initiative: Assessment, form: Questionnaire, content: Content) -> None:
    message = EmailMessage()
    message["Subject"], message["To"] = "Alle antwoorden", "regio@example.nl"
    texts = [sent_text(initiative, content, name, answers, basis="namens-organisatie") for name, answers in given]
    message.set_content("\n".join(f"> {line}" for line in "\n".join(texts[:6]).splitlines()), cte="quoted-printable")
    for number, text in enumerate(texts[6:]):
        message.add_attachment(text.encode(), maintype="text", subtype="plain", filename=f"antwoorden-{number}.txt")
    (folder / "alles.eml").write_bytes(message.as_bytes())


def as_workbooks(folder: Path, given: Given, initiative: Assessment, form: Questionnaire, content: Content) -> None:
    empty = render(form, Theme(), ON)
    for number, (name, answers) in enumerate(given):
        book = openpyxl.load_workbook(io.BytesIO(empty))
        sheet = book.worksheets[0]
        filled = {WHICH_MUNICIPALITY: name, ROLE_QUESTION: "ambtenaar", BASIS_QUESTION: "namens mijn gemeente"}
        filled |= {one.text: dict(one.answers)[str(answers[one.id])] for one in form.questions}
        for row in sheet.iter_rows():
            texts = [str(cell.value or "") for cell in row]
            for asked in [asked for asked in filled if any(text.endswith(asked) for text in texts)]:
                row[2].value = filled.pop(asked)
        assert filled == {}
        book.save(folder / f"vragenlijst-{number}.xlsx")


def as_export(folder: Path, given: Given, initiative: Assessment, form: Questionnaire, content: Content) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["Antwoord-ID", "gemeente", "role", "basis", *(one.text for one in form.questions)])
    for number, (name, answers) in enumerate(given):
        words = [dict(one.answers)[str(answers[one.id])] for one in form.questions]
        writer.writerow([number, name, "ambtelijk", "namens-organisatie", *words])
    (folder / "export.csv").write_text(text.getvalue(), encoding="utf-8")


ROADS = {"files": as_files, "one mail": as_one_mail, "workbooks": as_workbooks, "an export": as_export}


def place_by_hand(axis: str, given: Given, content: Content) -> Fraction:
    """The mean over statements of the mean over municipalities, each answer counted upwards."""
    means = []
    for name, statement in content.statements.items():
        points = [answers[name] for _, answers in given if isinstance(answers.get(name), int)]
        if statement.axis == axis and points:
            means.append(Fraction(sum(6 - one if statement.reversed else one for one in points), len(points)))
    return sum(means, Fraction(0)) / len(means)


def judged(path: Path) -> dict[str, Any]:
    result = run("advise", path, "--json", "--date", ON)
    assert result.exit_code == 0, result.stderr
    placement: dict[str, Any] = json.loads(result.stdout)["placement"]
    return placement


@pytest.fixture(scope="module")
def places(
    given: Given,
    initiative: Assessment,
    form: Questionnaire,
    content: Content,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, bytes]:
    """The place by each road, as bytes."""
    found = {}
    for road, write in ROADS.items():
        folder = tmp_path_factory.mktemp("weg")
        (folder / "in").mkdir()
        plan = folder / "plan.yaml"
        plan.write_bytes(b"# Ons plan\n" + dump_assessment(initiative))
        write(folder / "in", given, initiative, form, content)
        result = run("merge", plan, folder / "in", "-o", plan, "--force", "--date", ON)
        assert result.exit_code == 0, result.stderr
        assert "Er is nu een antwoord van 12 van de 12 gemeenten." in result.stdout
        assert plan.read_text(encoding="utf-8").startswith("# Ons plan\n")
        found[road] = json.dumps(judged(plan)).encode()
    return found


@pytest.mark.parametrize("road", ROADS)
def test_each_road_gives_the_same_place_to_the_byte(places: dict[str, bytes], road: str) -> None:
    assert places[road] == places["files"]


def test_the_place_is_what_can_be_summed_by_hand(places: dict[str, bytes], given: Given, content: Content) -> None:
    axes = json.loads(places["files"])["axes"]
    for axis in content.typology.axes:
        assert axes[axis]["score"] == round(float(place_by_hand(axis, given, content)), 4)


def test_the_report_tells_of_twelve_municipalities(
    given: Given, initiative: Assessment, form: Questionnaire, content: Content, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    plan, out = tmp_path / "plan.yaml", tmp_path / "samen.yaml"
    plan.write_bytes(dump_assessment(initiative))
    as_files(tmp_path / "in", given, initiative, form, content)
    assert run("merge", plan, tmp_path / "in", "-o", out, "--date", ON).exit_code == 0
    assert plan.read_bytes() == dump_assessment(initiative)
    said = run("advise", out, "--depth", "gewoon", "--date", ON).stdout
    assert "12 gemeenten" in said
    assert "nog niet geantwoord" not in said


def by_municipality(folder: Path) -> dict[str, dict[str, list[int]]]:
    """Of each municipality in the files of the page the points per statement that count, read without the program."""
    spoke: dict[str, dict[str, Any]] = {}
    own: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").split("-----")
        sent = json.loads(base64.b64decode("".join(lines[-3].split())))["response"]
        name, answers = sent["organisation"]["name"], sent["answers"]
        if sent.get("basis") == "namens-organisatie":
            assert name not in spoke
            spoke[name] = answers
        else:
            own.setdefault(name, []).append(answers)
    found: dict[str, dict[str, list[int]]] = {}
    for name in {**spoke, **own}:
        for statement in {statement for answers in (spoke.get(name, {}), *own.get(name, [])) for statement in answers}:
            behalf = value_of(spoke.get(name, {}).get(statement))
            everyone = [value_of(answers.get(statement)) for answers in own.get(name, [])]
            points = [behalf] if isinstance(behalf, int) else [one for one in everyone if isinstance(one, int)]
            found.setdefault(name, {})[statement] = points
    return found


def value_of(answer: Any) -> Any:
    return answer.get("value") if isinstance(answer, dict) else answer


def test_the_twelve_files_of_the_page_give_the_report_expected(content: Content, tmp_path: Path) -> None:
    folder = ROOT / "tests" / "files" / "answers"
    out = tmp_path / "samen.yaml"
    result = run("merge", folder / "regio.yaml", folder / "*.txt", "-o", out, "--date", "2026-12-01")
    assert result.exit_code == 0, result.stderr
    assert "Er is nu een antwoord van 11 van de 12 gemeenten." in result.stdout
    assert "Nog geen antwoord van 1: Voorbeeldstad." in result.stdout
    given = by_municipality(folder)
    means = []
    for name, statement in content.statements.items():
        each = [Fraction(sum(points), len(points)) for one in given.values() if (points := one.get(name))]
        if statement.axis == "motivatie" and each:
            mean = sum(each, Fraction(0)) / len(each)
            means.append(6 - mean if statement.reversed else mean)
    score = sum(means, Fraction(0)) / len(means)
    assert judged(out)["axes"]["motivatie"]["score"] == round(float(score), 4)
    said = run("advise", out, "--depth", "gewoon", "--date", "2026-12-01").stdout
    assert "1 van de 12 gemeenten heeft nog niet geantwoord" in " ".join(said.split())
    named = run("advise", out, "--depth", "gewoon", "--named", "--date", "2026-12-01").stdout
    assert "Voorbeeldmeer" in named
