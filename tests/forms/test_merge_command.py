"""`poolwijzer merge` as it is used: a trial first, then into the file, and never over what should stay."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.file_claim import FileClaim
from poolwijzer.yamlfile import MAX_BYTES
from tests.forms.senders import sent_text

ON = "2026-11-01"
PLAN = """# Ons plan, met opmerkingen
poolwijzer: 1
initiative:
  id: proef   # verander dit nooit
  name: Proef <b>plan</b>
  municipalities: [Assen, Emmen, Hoogeveen]
answers:
  m2: {value: 4, note: "afgesproken", votes: [0, 1, 0, 3, 0]}
"""


def run(*arguments: object, typed: str | bytes = "") -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=typed)


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the initiative, in the folder where one works."""
    monkeypatch.chdir(tmp_path)
    path = Path("plan.yaml")
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def answer(plan: Path, content: Content) -> Callable[..., Path]:
    """Makes an answers file in the folder of what came in."""
    initiative = parse_assessment(PLAN.encode(), "plan.yaml", content).assessment
    folder = Path("in")
    folder.mkdir()

    def made(name: str, value: int = 3, file: str = "", **more: Any) -> Path:
        path = folder / (file or f"{name}.txt")
        path.write_text(sent_text(initiative, content, name, {"m16": value, "m6": 2}, **more), encoding="utf-8")
        return path

    return made


def test_without_an_output_it_is_a_trial_that_says_how_to_go_on(plan: Path, answer: Callable[..., Path]) -> None:
    answer("Assen")
    result = run("merge", plan, "in", "--date", ON)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Proef <b>plan</b>: 1 bestand gelezen.",
        "Nieuw: 1 antwoord van Assen.",
        "Er is nu een antwoord van 1 van de 3 gemeenten.",
        "Nog geen antwoord van 2: Emmen en Hoogeveen.",
        "Verwijder de antwoorden op 31 december 2026.",
    ]
    assert "Zet er dan bij: -o plan.yaml --force" in result.stderr
    assert plan.read_text(encoding="utf-8") == PLAN


def test_into_the_file_itself_only_when_said_so(plan: Path, answer: Callable[..., Path]) -> None:
    answer("Assen")
    result = run("merge", plan, "in", "-o", plan, "--date", ON)
    assert result.exit_code == 2
    assert "Dit is het bestand van het initiatief zelf. Met --force komen de antwoorden erin." in result.stderr
    assert plan.read_text(encoding="utf-8") == PLAN
    result = run("merge", plan, "in", "-o", "./plan.yaml", "--force", "--date", ON)
    assert result.exit_code == 0
    text = plan.read_text(encoding="utf-8")
    assert text.startswith(PLAN.replace("poolwijzer: 1", "poolwijzer: 2"))
    assert "id: r-assen" in text
    assert sorted(path.name for path in Path().iterdir()) == ["in", "plan.yaml"]


def test_twice_writes_nothing_the_second_time(plan: Path, answer: Callable[..., Path]) -> None:
    answer("Assen")
    run("merge", plan, "in", "-o", plan, "--force", "--date", ON)
    os.utime(plan, (1, 1))
    before = plan.read_bytes()
    result = run("merge", plan, "in", "-o", plan, "--force", "--date", ON)
    assert (result.exit_code, plan.read_bytes(), plan.stat().st_mtime) == (0, before, 1)
    assert "Niets veranderd: plan.yaml" in result.stderr
    assert "Stond er al: 1 antwoord." in result.stdout


def test_into_another_file_that_is_not_there_yet(plan: Path, answer: Callable[..., Path]) -> None:
    answer("Assen")
    assert run("merge", plan, "in", "-o", "samen.yaml", "--date", ON).exit_code == 0
    assert Path("samen.yaml").read_text(encoding="utf-8").startswith("# Ons plan")
    assert plan.read_text(encoding="utf-8") == PLAN
    again = run("merge", plan, "in", "-o", "samen.yaml", "--date", ON)
    assert (again.exit_code, "bestaat al" in again.stderr) == (2, True)


def test_what_came_in_is_never_written_over(plan: Path, answer: Callable[..., Path]) -> None:
    path = answer("Assen", file="assen.yaml")
    before = path.read_bytes()
    result = run("merge", plan, path, "-o", path, "--force", "--date", ON)
    assert (result.exit_code, path.read_bytes()) == (2, before)
    result = run("merge", plan, path, "-o", plan, "--force", "--status", plan, "--date", ON)
    assert result.exit_code == 2
    assert plan.read_text(encoding="utf-8") == PLAN


def test_the_file_itself_in_the_folder_is_no_answer(plan: Path, answer: Callable[..., Path]) -> None:
    answer("Assen")
    result = run("merge", plan, ".", "--date", ON)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "Proef <b>plan</b>: 1 bestand gelezen.")


def test_what_does_not_fit_is_told_and_the_rest_is_written(plan: Path, answer: Callable[..., Path]) -> None:
    answer("Assen")
    answer("Emmmen", file="mis.txt")
    result = run("merge", plan, "in", "-o", plan, "--force", "--date", ON)
    assert result.exit_code == 1
    assert "in/mis.txt, organisation.name: 'Emmmen' staat niet in de lijst van gemeenten. Bedoelde u Emmen?" in (
        result.stderr.replace("\\", "/")
    )
    assert "Niet overgenomen: 1 melding, met de reden erbij." in result.stdout
    assert "r-assen" in plan.read_text(encoding="utf-8")


def test_a_newer_answer_is_told_with_both_days(plan: Path, answer: Callable[..., Path]) -> None:
    answer("Assen", 2)
    run("merge", plan, "in", "-o", plan, "--force", "--date", ON)
    answer("Assen", 5, file="later.txt", on=datetime(2026, 10, 9, 14, 0))  # noqa: DTZ001
    result = run("merge", plan, "in", "-o", plan, "--force", "--date", ON)
    said = result.stdout.replace("\\", "/")
    assert "Vervangen door een nieuwer antwoord: 1." in said
    assert "  Assen: van 9 oktober 2026, in plaats van dat van 1 oktober 2026 (in/later.txt)" in said
    assert "Ouder dan wat er is, en niet overgenomen: 1." in said


def test_what_is_pasted_is_read_from_the_input(plan: Path, answer: Callable[..., Path]) -> None:
    text = answer("Assen").read_text(encoding="utf-8")
    result = run("merge", plan, "-", "--date", ON, typed="\n".join(f"> {line}" for line in text.splitlines()))
    assert (result.exit_code, "Nieuw: 1 antwoord van Assen." in result.stdout) == (0, True)
    result = run("merge", plan, "-", "--date", ON, typed="zomaar een tekst")
    assert (result.exit_code, "invoer: Hier staan geen antwoorden in" in result.stderr) == (1, True)


def test_to_the_output_goes_the_file_and_nothing_else(
    plan: Path, answer: Callable[..., Path], content: Content
) -> None:
    answer("Assen")
    result = run("merge", plan, "in", "-o", "-", "--date", ON)
    assert result.exit_code == 0
    found = parse_assessment(result.stdout.encode(), "uit", content).assessment
    assert [one.id for one in found.responses] == ["r-assen"]
    assert "Nieuw: 1 antwoord" in result.stderr
    assert run("merge", plan, "in", "-o", "-", "--json").exit_code == 2


def test_as_json_it_says_what_became_of_each_and_no_answer(plan: Path, answer: Callable[..., Path]) -> None:
    answer("Assen", role="bestuurlijk")
    answer("Zwolle")
    result = run("merge", plan, "in", "--json", "--date", ON)
    data = json.loads(result.stdout)
    assert (result.exit_code, data["kind"], data["format"]) == (1, "merge", 1)
    (change,) = data["changes"]
    assert (change["kind"], change["organisation"]["name"], change["date"]) == ("new", "Assen", "2026-10-01T09:00:00")
    assert len(data["refused"]) == 1
    assert data["response"]["missing"] == ["Emmen", "Hoogeveen"]
    assert data["response"]["organisations"][0]["roles"] == {"bestuurlijk": 1}
    assert "m16" not in result.stdout
    Draft202012Validator(json.loads(run("schema", "merge").stdout)).validate(data)


@pytest.mark.parametrize("suffix", ["html", "md", "docx", "pdf"])
def test_the_response_so_far_is_a_page_without_answers(plan: Path, answer: Callable[..., Path], suffix: str) -> None:
    answer("Assen", role="bestuurlijk", basis="namens-organisatie")
    page = Path(f"respons.{suffix}")
    result = run("merge", plan, "in", "--status", page, "--date", ON)
    assert result.exit_code == 0
    assert page.stat().st_size > 300
    if suffix == "md":
        text = page.read_text(encoding="utf-8")
        assert "1 van de 3 antwoordden" in text
        assert "| Assen | 1 | 1 bestuurlijk | 1 | 1 oktober 2026 |" in text
        assert "* Hoogeveen" in text
        assert "r-assen" not in text
        assert "<b>" not in text.replace("\\<b\\>", "")
    if suffix == "html":
        assert "<b>plan" not in page.read_text(encoding="utf-8")


def test_the_response_alone_needs_nothing_that_came_in(plan: Path) -> None:
    result = run("merge", plan, "--status", "respons.md", "--date", ON)
    assert result.exit_code == 0
    assert "Er is nog geen enkel antwoord." in Path("respons.md").read_text(encoding="utf-8")


def test_a_conversation_on_the_file_is_not_disturbed(plan: Path, answer: Callable[..., Path]) -> None:
    answer("Assen")
    claim = FileClaim(plan, "bezig", "")
    try:
        result = run("merge", plan, "in", "-o", plan, "--force", "--date", ON)
    finally:
        claim.release()
    assert result.exit_code == 2
    assert "Met dit bestand is een gesprek bezig" in result.stderr
    assert plan.read_text(encoding="utf-8") == PLAN


def test_answers_that_should_be_gone_are_told_and_taken_out_on_request(plan: Path, answer: Callable[..., Path]) -> None:
    answer("Assen")
    run("merge", plan, "in", "-o", plan, "--force", "--date", ON)
    late = run("merge", plan, "in", "--date", "2027-01-01")
    assert "had op 31 december 2026 weg moeten zijn" in late.stderr
    told = "Proef <b>plan</b>: De antwoorden van 1 respondent moesten al weg zijn, op 31 december 2026."
    assert told in late.stderr and "--delete-expired" in late.stderr
    on_the_day = run("merge", plan, "--date", "2026-12-31")
    assert "al weg" not in on_the_day.output
    result = run("merge", plan, "--delete-expired", "-o", plan, "--force", "--date", "2027-01-01")
    assert result.exit_code == 0
    assert "Verwijderd, want de dag is voorbij: 1 antwoord." in result.stdout
    text = plan.read_text(encoding="utf-8")
    assert "r-assen" not in text
    assert "# Ons plan" in text


def test_a_file_in_json_stays_json(plan: Path, answer: Callable[..., Path], content: Content) -> None:
    answer("Assen")
    path = Path("plan.json")
    raw = {"poolwijzer": 1, "initiative": {"id": "proef", "name": "Proef", "municipalities": ["Assen"]}}
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert run("merge", path, "in", "-o", path, "--force", "--date", ON).exit_code == 0
    found = json.loads(path.read_text(encoding="utf-8"))
    assert [one["id"] for one in found["responses"]] == ["r-assen"]
    before = path.read_bytes()
    run("merge", path, "in", "-o", path, "--force", "--date", ON)
    assert path.read_bytes() == before


def test_a_file_that_cannot_be_used_is_left_alone(plan: Path, answer: Callable[..., Path]) -> None:
    answer("Assen")
    plan.write_text(PLAN + "answers: {}\n", encoding="utf-8")
    result = run("merge", plan, "in", "-o", plan, "--force", "--date", ON)
    assert result.exit_code == 2
    assert plan.read_text(encoding="utf-8") == PLAN + "answers: {}\n"
    assert run("merge", "weg.yaml", "in", "--date", ON).exit_code == 2
    assert run("merge", plan, "in", "-o", "samen.xlsx", "--date", ON).exit_code == 2


def test_a_name_that_leads_nowhere_is_told(plan: Path) -> None:
    Path("leeg").mkdir()
    result = run("merge", plan, "weg.txt", "leeg", "*.eml", "--date", ON)
    assert result.exit_code == 1
    assert "weg.txt: Dit bestand bestaat niet." in result.stderr
    assert "leeg: In deze map staat niets." in result.stderr
    assert "*.eml: Er is geen bestand met zo'n naam." in result.stderr


def test_a_text_of_a_hundred_megabytes_is_one_line_and_soon(plan: Path) -> None:
    path = Path("groot.txt")
    with path.open("wb") as file:
        file.seek(100 * 1024 * 1024)
        file.write(b"x")
    start = time.monotonic()
    result = run("merge", plan, path, "--date", ON)
    assert time.monotonic() - start < 20
    assert (result.exit_code, "groot.txt: Dit bestand is groter dan 32 MB." in result.stderr) == (1, True)


def test_more_than_a_file_can_hold_is_refused_whole(plan: Path, answer: Callable[..., Path]) -> None:
    answer("Assen")
    full = PLAN + f"# {'x' * 76}\n" * ((MAX_BYTES - len(PLAN) - 100) // 79)
    plan.write_text(full, encoding="utf-8")
    result = run("merge", plan, "in", "-o", plan, "--force", "--date", ON)
    assert result.exit_code == 2
    assert "wordt het bestand groter dan 2 MB" in result.stderr
    assert plan.read_text(encoding="utf-8") == full


def test_from_python_it_is_one_call_that_writes_nothing(plan: Path, answer: Callable[..., Path]) -> None:
    import poolwijzer

    answer("Assen")
    answer("Zwolle")
    before: Assessment = poolwijzer.load(plan)
    merging = poolwijzer.merge_answers(before, "in", on=date(2026, 11, 1))
    assert [change.kind for change in merging.changes] == ["new"]
    assert (len(merging.refused), merging.missing) == (1, ("Emmen", "Hoogeveen"))
    assert len(merging.assessment.responses) == 1
    assert plan.read_text(encoding="utf-8") == PLAN


def test_two_answers_of_one_day_are_told_by_the_hour(plan: Path, answer: Callable[..., Path]) -> None:
    answer("Assen", 2, "eerst.txt", on=datetime(2026, 10, 1, 9, 5))  # noqa: DTZ001 - a form gives no offset
    answer("Assen", 4, "later.txt", on=datetime(2026, 10, 1, 16, 30))  # noqa: DTZ001
    result = run("merge", plan, "in", "--date", ON)
    assert "  Assen: van 1 oktober 2026 om 09.05 uur; het nieuwere is van 1 oktober 2026 om 16.30 uur" in result.stdout


def test_the_page_of_the_response_wears_the_house_style(plan: Path, answer: Callable[..., Path]) -> None:
    answer("Assen")
    style = Path("stijl.yaml")
    style.write_text('name: Regio Drenthe\naccent: "#7a1f5c"\n', encoding="utf-8")
    result = run("merge", plan, "in", "--status", "respons.html", "--style", style, "--date", ON)
    page = Path("respons.html").read_text(encoding="utf-8")
    assert result.exit_code == 0, result.output
    assert "Regio Drenthe" in page and "#7a1f5c" in page
    run("merge", plan, "in", "--status", "eigen.html", "--organisation", "Gemeente Assen", "--date", ON)
    assert "Gemeente Assen" in Path("eigen.html").read_text(encoding="utf-8")
    idle = run("merge", plan, "in", "--style", style, "--date", ON)
    assert "--style: Deze optie heeft nu geen effect. Vraag de respons erbij" in idle.stderr
    over = run("merge", plan, "in", "--status", "logo.html", "--style", "weg.yaml", "--date", ON)
    assert over.exit_code == 2 and not Path("logo.html").exists()


def test_other_menus_than_were_asked_for_are_refused(plan: Path, answer: Callable[..., Path], content: Content) -> None:
    answer("Assen")
    other = run("merge", plan, "in", "-o", plan, "--force", "--menus-version", "0" * 8, "--date", ON)
    assert other.exit_code == 2 and plan.read_text(encoding="utf-8") == PLAN
    assert run("merge", plan, "in", "--menus-version", content.hash[:8], "--date", ON).exit_code == 0
    asked = ("--organisation", "Regio", "--delete-on", "2027-01-01", "--date", ON)
    assert run("form", plan, "-o", "lijst.md", *asked, "--menus-version", "0" * 8).exit_code == 2
    assert not Path("lijst.md").exists()
    assert run("form", plan, "-o", "lijst.md", *asked, "--menus-version", content.version).exit_code == 0


def test_a_file_that_is_not_there_is_not_said_to_be_read(plan: Path, tmp_path: Path) -> None:
    result = run("merge", plan, tmp_path / "geen.txt")
    assert result.exit_code == 1
    assert "gelezen" not in result.stdout
    assert "Dit bestand bestaat niet." in result.stderr
