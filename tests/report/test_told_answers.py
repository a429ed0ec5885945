"""How answers read in a report: as numbers where there are few municipalities, and what a page says of the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from poolwijzer.assessment.counts import fill_points
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.formats.markdown import render
from poolwijzer.formats.registry import Theme
from poolwijzer.report.model import Bullets, Line, Paragraph, Report

Make = Callable[..., Assessment]
ReportOf = Callable[..., Report]
M2 = "Onze gemeenten zeggen dat zij voor dit werk hulp van anderen nodig hebben."


@pytest.fixture
def page_of(report_of: ReportOf, content: Content) -> Callable[..., str]:
    def made(assessment: Assessment, **how: Any) -> str:
        return render(report_of(fill_points(assessment, content), **how), Theme()).decode()

    return made


@pytest.mark.parametrize(
    ("municipalities", "answer", "told"),
    [
        (3, 4, "2 van de 3"),
        (3, {"of": 3, "yes": 2}, "2 van de 3"),
        (3, 5, "alle 3"),
        (2, 5, "beide"),
        (4, 1, "geen"),
        (3, 3, "3, ongeveer de helft"),
        (8, 4, "4, de meeste"),
        (8, {"of": 8, "yes": 6}, "6 van de 8"),
        (4, {"of": 3, "yes": 2}, "2 van de 3"),
        (0, 4, "4, de meeste"),
        (3, {"value": 2, "of": 3, "yes": 2}, "1 van de 3"),
    ],
)
def test_an_answer_is_told_as_the_group_gave_it(
    page_of: Callable[..., str], assessment_of: Make, municipalities: int, answer: Any, told: str
) -> None:
    page = page_of(assessment_of(municipalities=municipalities, answers={"m2": answer, "b2": 4}))
    assert f"| 1\\. {M2} | {told} |" in page


def test_what_follows_from_what_is_settled_is_at_least_so_many(
    page_of: Callable[..., str], assessment_of: Make
) -> None:
    page = page_of(assessment_of(municipalities=3, answers={"d1": {"of": 3, "yes": 3}, "m2": 4, "b2": 4}))
    assert "eigen geld willen inzetten voor deze samenwerking. | minstens 2 van de 3 |" in page


def test_hands_are_told_in_numbers_too(page_of: Callable[..., str], assessment_of: Make) -> None:
    page = page_of(assessment_of(municipalities=3, answers={"m2": {"value": 4, "votes": [4, 0, 0, 5, 1]}, "b2": 4}))
    assert "10 handen: 4 keer geen, 5 keer 2 van de 3, 1 keer alle 3" in page


def test_one_municipality_reads_the_form_of_its_own(page_of: Callable[..., str], assessment_of: Make) -> None:
    page = page_of(assessment_of(municipalities=1, answers={"m2": 4, "b2": 4}))
    assert "| 1\\. Onze gemeente zegt dat zij voor dit werk hulp van anderen nodig heeft. | 4, grotendeels |" in page
    assert M2 not in page


def test_what_is_given_apart_stays_a_mean(page_of: Callable[..., str], assessment_of: Make) -> None:
    towns = [{"name": f"Dorp {letter}", "population": 20000} for letter in "ABC"]
    responses = [
        {"id": name.lower(), "organisation": {"kind": "gemeente", "name": f"Dorp {name}"}, "answers": {"m2": 4}}
        for name in "ABC"
    ]
    page = page_of(assessment_of(municipalities=towns, responses=responses))
    assert f"| 1\\. {M2} | gemiddeld 4 |" in page


# At the end of a conversation.


def test_the_short_report_tells_the_four_questions_and_why_a_choice_was_made(
    page_of: Callable[..., str], assessment_of: Make
) -> None:
    said = {"course": "Rustig.", "striking": "Veel overlap.", "eye_opener": "Ieder zoekt.", "worthwhile": "Ja, zeker."}
    choices = {"vorm": {"options": ["bij-provincie"], "consideration": "Daar werken al mensen."}}
    page = page_of(assessment_of(answers={"m2": 4, "b2": 4}, highlights=said, choices=choices), depth="kort")
    order = [
        page.index(text)
        for text in (
            "Hoe ging het?",
            "Rustig.",
            "Wat viel op?",
            "Wat was een eye-opener?",
            "Had dit zin?",
            "Ja, zeker.",
        )
    ]
    assert order == sorted(order)
    assert "Waarom: Daar werken al mensen" in page


def test_considerations_are_a_list_and_sentences_behind_each_other_where_there_is_a_page(
    report_of: Callable[..., Report], page_of: Callable[..., str], assessment_of: Make
) -> None:
    choices = {"vorm": {"options": ["bij-provincie"], "consideration": "- Daar werken al mensen\n\n- Het kost weinig."}}
    assessment = assessment_of(answers={"m2": 4, "b2": 4}, choices=choices)
    assert "Waarom: Daar werken al mensen. Het kost weinig." in page_of(assessment, depth="kort")
    parts = [part for section in report_of(assessment).sections for part in section.parts]
    found = next(part.blocks for part in parts if part.id == "keuze-vorm")
    assert found[:2] == (
        Paragraph(Line("Uw afwegingen"), "sterk"),
        Bullets((Line("Daar werken al mensen"), Line("Het kost weinig."))),
    )


def test_a_reason_without_a_choice_is_told_too(page_of: Callable[..., str], assessment_of: Make) -> None:
    choices = {"vorm": {"consideration": "Eerst vragen wij de raad."}}
    page = page_of(assessment_of(answers={"m2": 4, "b2": 4}, choices=choices), depth="kort")
    assert "Waarom: Eerst vragen wij de raad" in page


TAKEN = {"value": 4, "agreed": False}
ONE = "Bij 1 stelling sprak de groep geen antwoord af. Nu telt het antwoord met de meeste handen. Bespreek dat samen."
MORE = (
    "Bij 2 stellingen sprak de groep geen antwoord af. Nu telt daar het antwoord met de meeste handen. "
    "Bespreek die samen."
)


@pytest.mark.parametrize("depth", ["kort", "bestuur", "gewoon", "volledig"])
def test_an_answer_that_nobody_settled_on_is_told_once_in_every_report_and_at_its_statement(
    depth: str, page_of: Callable[..., str], assessment_of: Make
) -> None:
    answers = {"m2": TAKEN, "m16": 5, "m6": 2, "m3": 4, "m12": 2, "b2": 4, "b9": 4, "b6": 2, "b11": 4}
    assert page_of(assessment_of(answers=answers), depth=depth).count(ONE) == 1
    page = page_of(assessment_of(answers={**answers, "b11": TAKEN}), depth=depth)
    assert page.count(MORE) == 1
    if depth in ("gewoon", "volledig"):
        lines = [line for line in page.splitlines() if "(niet afgesproken)" in line]
        assert any(M2 in line for line in lines)
    settled = page_of(assessment_of(answers={**answers, "m2": 4}), depth=depth)
    assert "niet afgesproken" not in settled and "sprak de groep geen" not in settled
