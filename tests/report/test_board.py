from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.report.model import Report
from poolwijzer.report.texts import texts_of

Make = Callable[..., Assessment]
PLACES = {
    "in te stemmen met het principe van deze samenwerking, en opdracht te geven voor de uitwerking": (5, 5),
    "de provincie Drenthe te vragen om één taak op zich te nemen": (5, 1),
    "mee te werken aan een ronde langs de gemeenten": (1, 5),
    "een trekker aan te wijzen en uren vrij te maken": (1, 1),
}
BODY = {"verband": {"kind": "provincie", "name": "de provincie Drenthe"}}


def answers(m: int, b: int) -> dict[str, Any]:
    turned = {"m6": 6 - m, "b6": 6 - b}
    return {**dict.fromkeys(("m1", "m2", "m3", "m7"), m), **dict.fromkeys(("b2", "b3", "b4", "b9"), b), **turned}


def text(report: Report) -> str:
    return "\n".join(texts_of(report.sections))


@pytest.mark.parametrize(("decision", "place"), PLACES.items())
def test_every_place_asks_the_board_its_own_decision(
    decision: str, place: tuple[int, int], report_of: Callable[..., Report], assessment_of: Make
) -> None:
    report = report_of(assessment_of(answers=answers(*place), context=BODY), "bestuur")
    assert f"Het college besluit: {decision}." in text(report)
    assert [section.title for section in report.sections][:6] == [
        "Gevraagd besluit",
        "Waar staan we",
        "Argumenten",
        "Kanttekeningen",
        "Geld en mensen",
        "Vervolg",
    ]


@pytest.mark.parametrize("parts", [{"answers": answers(3, 5)}, {"answers": {"m1": 5, "m2": 5, "b2": 5, "b3": 5}}])
def test_on_a_border_or_provisional_nothing_is_to_be_decided(
    parts: dict[str, Any], report_of: Callable[..., Report], assessment_of: Make
) -> None:
    report = report_of(assessment_of(**parts, context=BODY), "bestuur")
    assert "Ter bespreking." in text(report) and "Het college besluit" not in text(report)


@pytest.mark.parametrize("depth", ["kort", "bestuur"])
def test_a_report_of_a_page_stays_one_whatever_people_typed(
    depth: Any, report_of: Callable[..., Report], typed_everywhere: Callable[[str], Assessment]
) -> None:
    long = typed_everywhere("woord " * 2000)
    agreements = long.agreements * 12
    report = report_of(long.model_copy(update={"agreements": agreements}), depth)
    assert len(report.title) < 230
    assert len(text(report).split()) < 900
    assert "[1]" not in text(report)


@pytest.mark.parametrize("depth", ["kort", "bestuur"])
def test_of_a_long_agreement_a_page_still_tells_who_and_when(
    depth: Any, report_of: Callable[..., Report], assessment_of: Make
) -> None:
    long = {"what": "Wij spreken dit af, na lang overleg. " * 20, "who": "alle gemeenten", "when": "voor de zomer"}
    told = text(report_of(assessment_of(answers=answers(5, 5), context=BODY, agreements=[long]), depth))
    assert "Wie: alle gemeenten. Wanneer: voor de zomer." in told and "…" in told
    whole = text(report_of(assessment_of(answers=answers(5, 5), context=BODY, agreements=[long])))
    assert long["what"].strip() in whole
