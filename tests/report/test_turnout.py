"""How many respondents each municipality has, in a report: by name only where that tells of nobody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.anonymous import anonymise
from poolwijzer.engine.respondents import Mode
from poolwijzer.formats.markdown import render
from poolwijzer.formats.registry import Theme
from poolwijzer.outcome import Outcome
from poolwijzer.report.build import build_report

Make = Callable[..., Assessment]
TOWNS = ["Assen", "Emmen", "Meppel", "Hoogeveen", "Coevorden", "Westerveld"]
WITHHELD = "De namen van gemeenten staan er niet bij. Anders was te zien wie de andere gemeenten zijn."


def responses(**agreed: list[bool]) -> list[dict[str, Any]]:
    """A respondent for each of these, by municipality, with whether the name may be told."""
    return [
        {
            "id": f"{town.lower()}-{number}",
            "organisation": {"kind": "gemeente", "name": town},
            "named": named,
            "answers": dict.fromkeys(("m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11"), 4),
        }
        for town, each in agreed.items()
        for number, named in enumerate(each)
    ]


@pytest.fixture
def told(content: Content, assessment_of: Make) -> Callable[..., str]:
    """What a report says of the response."""

    def made(mode: Mode = "standaard", towns: tuple[str, ...] = tuple(TOWNS), **agreed: list[bool]) -> str:
        assessment = assessment_of(municipalities=list(towns), responses=responses(**agreed))
        if mode == "anonymous":
            assessment, _ = anonymise(assessment, content)
        report = build_report(Outcome(content, assessment, date(2026, 11, 1), mode), version="0", depth="gewoon")
        page = render(report, Theme()).decode()
        _, _, after = page.partition("Respons per gemeente\n")
        return after.partition("\n#")[0].strip()

    return made


def test_without_names_it_is_told_how_many_municipalities_have_how_many_respondents(told: Callable[..., str]) -> None:
    said = told(Assen=[True, True], Emmen=[True], Meppel=[False])
    assert said == (
        "Van de 6 gemeenten: 2 gemeenten met 1 respondent, 1 gemeente met 2 respondenten "
        "en 3 gemeenten zonder antwoord."
    )
    assert told(towns=(), Assen=[True], Emmen=[True]) == "Er zijn 2 gemeenten met 1 respondent."


def test_with_names_and_consent_of_all_it_is_told_who_answered_and_who_did_not(told: Callable[..., str]) -> None:
    said = told("named", tuple(TOWNS[:4]), Emmen=[True, True], Assen=[True])
    assert [line for line in said.splitlines() if line.startswith("|")][2:] == [
        "| Assen | 1 |",
        "| Emmen | 2 |",
        "| Meppel | nog geen |",
        "| Hoogeveen | nog geen |",
    ]
    assert "Zonder naam" not in said


def test_who_did_not_answer_has_no_name_where_that_would_tell_who_did(told: Callable[..., str]) -> None:
    said = told("named", Assen=[True], Emmen=[False], Meppel=[False], Hoogeveen=[True, False])
    assert "| Assen | 1 |" in said
    assert not any(town in said for town in TOWNS[1:])
    assert said.endswith(
        "Zonder naam: 2 gemeenten met 1 respondent, 1 gemeente met 2 respondenten en 2 gemeenten zonder antwoord."
    )


def test_one_without_consent_among_others_with_it_keeps_all_names_away(told: Callable[..., str]) -> None:
    said = told("named", Assen=[True], Emmen=[True], Meppel=[False])
    assert not any(town in said for town in TOWNS)
    assert said.startswith("Van de 6 gemeenten: 3 gemeenten met 1 respondent") and said.endswith(WITHHELD)


def test_an_anonymous_report_says_nothing_of_it(told: Callable[..., str]) -> None:
    assert told("anonymous", Assen=[True], Emmen=[True], Meppel=[True], Hoogeveen=[True], Coevorden=[True]) == ""
