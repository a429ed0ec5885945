"""What a report says of how hard a place is, who said what, and the path: within the bounds of privacy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.write import dump_assessment as file_of
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.engine.respondents import Mode
from poolwijzer.outcome import Outcome
from poolwijzer.report.build import build_report
from poolwijzer.report.model import Depth, Report, Section, Table
from poolwijzer.report.texts import texts_of

Make = Callable[..., Assessment]
TOWNS = ("Assen", "Emmen", "Meppel", "Coevorden", "Hoogeveen", "Tynaarlo", "Westerveld", "De Wolden")


def people(roles: tuple[str | None, ...], named: bool = True) -> list[dict[str, Any]]:
    return [
        {
            "id": f"r{index}",
            "organisation": {"kind": "gemeente", "name": TOWNS[index % len(TOWNS)]},
            **({"role": role} if role else {}),
            "named": named,
            "answers": {"m1": 1 + index % 5, "m2": 4, "m3": 4, "m6": 2, "m7": 4, "b2": 2, "b6": 4, "b9": 2},
        }
        for index, role in enumerate(roles)
    ]


def report(
    assessment: Assessment, content: Content, mode: Mode = "standaard", depth: Depth = "gewoon", explain: bool = False
) -> Report:
    outcome = Outcome(content, assessment, date(2026, 11, 1), mode)
    return build_report(outcome, version="0", depth=depth, explain=explain)


def section(report: Report, id: str) -> str:
    return "\n".join(texts_of(one for one in _all(report.sections) if one.id == id))


def _all(sections: tuple[Section, ...]) -> Iterator[Section]:
    for one in sections:
        yield one
        yield from _all(one.parts)


def tables(report: Report) -> dict[str, Table]:
    found = (block for one in _all(report.sections) for block in one.blocks if isinstance(block, Table))
    return {table.caption: table for table in found}


ALL_FOUR = dict.fromkeys(("m1", "m2", "m3", "m7", "b2", "b3", "b4", "b9"), 4) | {"m6": 2, "b6": 2}


def test_a_short_report_says_how_hard_and_no_more(content: Content, assessment_of: Make) -> None:
    short = report(assessment_of(answers=ALL_FOUR), content, depth="kort")
    assert "doorrekeningen verandert de plek. Dit is geen kans dat de uitkomst klopt." in section(short, "kort")
    assert "Wat zou het beeld veranderen?" not in "\n".join(texts_of(short.sections))


def test_a_full_report_says_what_would_change_the_picture_as_facts_and_not_as_a_ladder(
    content: Content, assessment_of: Make
) -> None:
    context = {"verband": {"kind": "provincie", "name": "de provincie Drenthe"}}
    text = section(report(assessment_of(answers=ALL_FOUR, context=context), content), "verandering")
    assert re.search(r"Als .*de provincie Drenthe .*, dan is de plek '", text)
    assert not re.search(r"\b(beter|verbeter|stijgen|hogerop|score verhogen)\b", text)


def test_the_shares_of_the_runs_add_up_to_a_hundred(content: Content, assessment_of: Make) -> None:
    table = tables(report(assessment_of(answers=ALL_FOUR), content))[
        "Waar het initiatief uitkomt in 1.000 doorrekeningen"
    ]
    assert sum(round(10 * float(row[1].replace(",", "."))) for row in table.rows) == 1000


def test_an_own_estimate_is_not_tested_and_the_report_says_so(content: Content, assessment_of: Make) -> None:
    text = section(report(assessment_of(estimate={"motivatie": 4, "betrokkenheid": 4}), content), "hardheid")
    assert "een eigen inschatting is niet door te rekenen" in text


def test_the_question_that_would_settle_most_comes_with_how_much(content: Content, assessment_of: Make) -> None:
    without = {name: value for name, value in ALL_FOUR.items() if name != "m3"}
    text = section(report(assessment_of(answers=without, questions="kort"), content), "hardheid")
    assert "Vraag hierna" in text and re.search(r"hangen ervan af|smaller|verandert de plek", text)


def test_many_respondents_are_counted_and_their_differences_named(content: Content, assessment_of: Make) -> None:
    body = {
        "id": "v",
        "organisation": {"kind": "verband", "name": "de provincie"},
        "answers": {"b2": 5, "b3": 4, "b4": 4},
    }
    assessment = assessment_of(responses=[*people(("ambtelijk",) * 8), body], municipalities=list(TOWNS))
    whole = report(assessment, content)
    text = section(whole, "respondenten")
    assert "Apart antwoordden 9 respondenten, uit 8 gemeenten en het bestaande verband." in text
    assert "Hier kijken gemeenten verschillend naar: Onze colleges" in text
    assert "ziet dit anders dan de gemeenten." in text
    table = tables(whole)["Hoeveel respondenten antwoord gaven"]
    assert table.head == (
        "Stelling",
        "Aantal",
        "Gemeenten",
        "1",
        "2",
        "3",
        "4",
        "5",
        "Uitersten",
        "Eensgezind",
    )
    # m1: 1 2 3 4 5 1 2 3, so 2 2 2 1 1.
    assert table.rows[0][1:9] == ("8", "8", "2", "2", "2", "1", "1", "1,0 tot 5,0")


def test_under_five_municipalities_no_counts_are_told_and_the_report_says_why(
    content: Content, assessment_of: Make
) -> None:
    assessment = assessment_of(responses=people(("ambtelijk",) * 4), municipalities=list(TOWNS[:4]))
    whole = report(assessment, content)
    assert tables(whole)["Hoeveel respondenten antwoord gaven"].head == ("Stelling", "Aantal", "Gemeenten")
    assert "Bij minder dan 5 gemeenten" in section(whole, "respondenten")
    assert "De eigen plek van elke gemeente" not in tables(whole)


@pytest.mark.parametrize("small", [1, 2])
def test_a_role_that_is_too_small_cannot_be_worked_out_from_the_others(
    content: Content, assessment_of: Make, small: int
) -> None:
    roles = (*("ambtelijk",) * 4, *("secretaris",) * 3, *("bestuurlijk",) * small)
    whole = report(assessment_of(responses=people(roles), municipalities=list(TOWNS)), content)
    row = tables(whole)["Gemiddeld antwoord per functie"].rows[0]
    told = [int(number) for cell in row[1:] for number in re.findall(r"\((\d+)\)", cell)]
    total = int(tables(whole)["Hoeveel respondenten antwoord gaven"].rows[0][1])
    left = total - sum(told)
    assert left == 0 or left >= content.typology.privacy.role_from


def test_names_stand_only_where_asked_for_and_agreed_to(content: Content, assessment_of: Make) -> None:
    agreed = assessment_of(responses=people(("ambtelijk",) * 8), municipalities=list(TOWNS))
    refused = assessment_of(responses=people(("ambtelijk",) * 8, named=False), municipalities=list(TOWNS))

    def names(assessment: Assessment, mode: Mode) -> set[str]:
        return {row[1] for row in tables(report(assessment, content, mode))["De eigen plek van elke gemeente"].rows}

    assert names(agreed, "standaard") == {"zonder naam"}
    assert names(agreed, "named") == set(TOWNS)
    assert names(refused, "named") == {"zonder naam"}


def test_the_picture_has_a_mark_for_every_municipality_and_a_region(content: Content, assessment_of: Make) -> None:
    assessment = assessment_of(responses=people(("ambtelijk",) * 8), municipalities=list(TOWNS))
    text = section(report(assessment, content), "typologie")
    assert "1 tot en met 8: gemeenten zonder naam; de nummers zijn geen rangorde" in text
    assert "waar het initiatief ook kan staan" in text
    assert "Emmen" in section(report(assessment, content, "named"), "typologie")


def test_the_path_says_what_changed_and_which_statements_made_it(content: Content, assessment_of: Make) -> None:
    earlier = {"date": "2024-11-01", "questions": "kort", "answers": {**ALL_FOUR, "m1": 1, "m2": 3}}
    whole = report(assessment_of(answers=ALL_FOUR, questions="kort", measurements=[earlier]), content)
    text = section(whole, "tijd")
    # m1 from 1 to 4 and m2 from 3 to 4, each a fifth of the score: 0,6 and 0,2.
    assert "Motivatie ging met 0,8 omhoog." in text
    assert "Onze colleges hebben opdracht gegeven om hierin samen te werken. (van 1 naar 4)" in text
    assert "Betrokkenheid bleef gelijk." in text
    assert "meting van 1 november 2024" in section(whole, "typologie")


def test_a_path_over_another_list_of_questions_carries_a_warning(content: Content, assessment_of: Make) -> None:
    earlier = {"date": "2024-11-01", "questions": "volledig", "answers": {**ALL_FOUR, "m4": 4}}
    whole = report(assessment_of(answers=ALL_FOUR, questions="kort", measurements=[earlier]), content)
    assert "korte lijst gevraagd" in section(whole, "tijd")


def test_divided_municipalities_are_told_with_numbers(content: Content, assessment_of: Make) -> None:
    high = {"m1": 5, "m2": 5, "m3": 5, "m6": 1, "m7": 5}
    low = {"m1": 1, "m2": 1, "m3": 1, "m6": 5, "m7": 1}
    responses = [
        {"id": f"r{index}", "organisation": {"kind": "gemeente", "name": town}, "answers": high if index < 5 else low}
        for index, town in enumerate(TOWNS)
    ]
    whole = report(assessment_of(responses=responses, municipalities=list(TOWNS)), content)
    assert "De gemeenten denken verschillend: 5 willen, 0 wisselend, 3 nog niet." in section(whole, "respondenten")


def test_explain_shows_every_part_so_that_it_can_be_redone_by_hand(content: Content, assessment_of: Make) -> None:
    whole = report(assessment_of(answers=ALL_FOUR), content, explain=True)
    table = tables(whole)["Elke stelling met haar bijdrage"]
    assert table.head[-1] == "Bijdrage"
    ids = {"uitleg-doorrekening", "uitleg-weglaten", "uitleg-stappen"}
    assert ids <= {one.id for one in _all(whole.sections)}


# On the command line.


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [*arguments, "--date", "2026-11-01"])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def file(tmp_path: Path, assessment_of: Make) -> Path:
    answers = {"b3": {"value": 4, "note": "Zei Jansen."}}
    assessment = assessment_of(
        responses=people((*("ambtelijk",) * 4, *("bestuurlijk",) * 4)), municipalities=list(TOWNS), answers=answers
    )
    path = tmp_path / "regio.yaml"
    path.write_bytes(file_of(assessment))
    return path


@pytest.mark.parametrize(
    "extra",
    [["--depth", "gewoon"], ["--json"], pytest.param(["--explain", "--depth", "gewoon"], marks=pytest.mark.slow)],
)
def test_an_anonymous_advice_holds_no_role_and_no_note_in_any_output(file: Path, extra: list[str]) -> None:
    status, shown, _ = run("advise", str(file), *extra)
    assert status == 0 and "Jansen" in shown
    status, shown, _ = run("advise", str(file), "--anonymous", *extra)
    assert status == 0
    assert "Jansen" not in shown and "Per functie" not in shown and "bestuurders" not in shown.lower().split("vraag")[0]


def test_an_anonymous_advice_is_refused_under_five_respondents(tmp_path: Path, assessment_of: Make) -> None:
    path = tmp_path / "klein.yaml"
    path.write_bytes(file_of(assessment_of(responses=people(("ambtelijk",) * 4), municipalities=list(TOWNS[:4]))))
    status, shown, said = run("advise", str(path), "--anonymous")
    assert (status, shown) == (2, "")
    assert "vanaf 5 respondenten" in said and "4 respondenten hebben" in said


def test_named_and_anonymous_together_are_refused(file: Path) -> None:
    status, _, said = run("advise", str(file), "--anonymous", "--named")
    assert status == 2 and "niet samen" in said


def test_the_drawing_alone_goes_to_a_file(file: Path) -> None:
    target = file.with_name("plek.svg")
    status, _, _ = run("advise", str(file), "-o", str(target), "--named")
    text = target.read_text(encoding="utf-8")
    assert status == 0 and text.startswith("<svg ") and "Emmen" in text
