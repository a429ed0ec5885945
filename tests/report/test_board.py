from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.report.leaving_out import count_least, leave_out
from poolwijzer.report.model import Report
from poolwijzer.report.texts import texts_of
from tests.at_place import answers_at

Make = Callable[..., Assessment]
PLACES = {
    "in te stemmen met samenwerken op dit thema met [in te vullen: de andere gemeenten] en de provincie Drenthe;": (
        5,
        5,
    ),
    "Gedeputeerde Staten te vragen om [in te vullen: één taak, zoals penvoerder];": (5, 1),
    "voor die gesprekken [in te vullen: uren] beschikbaar te stellen;": (1, 5),
    "in [in te vullen: maand] te bespreken of er een vervolg komt.": (1, 1),
}
RUNNING = {
    "vóór [in te vullen: datum] te besluiten over verlengen, veranderen of stoppen.": (5, 5),
    "Gedeputeerde Staten te vragen om [in te vullen: taak];": (5, 1),
    "in [in te vullen: maand] te kiezen voor doorgaan, kleiner doorgaan of stoppen.": (1, 5),
    "vóór [in te vullen: datum] te besluiten over doorgaan of stoppen.": (1, 1),
}
BODY = {"verband": {"kind": "provincie", "name": "de provincie Drenthe"}}


def text(report: Report) -> str:
    return "\n".join(texts_of(report.sections))


@pytest.mark.parametrize(
    ("decision", "place", "phase"),
    [*((*one, "idee") for one in PLACES.items()), *((*one, "draait") for one in RUNNING.items())],
)
def test_every_place_asks_the_board_its_own_decisions_by_how_far_it_is(
    decision: str,
    place: tuple[int, int],
    phase: str,
    report_of: Callable[..., Report],
    assessment_of: Make,
    content: Content,
) -> None:
    made = assessment_of(answers=answers_at(*place, content), context={**BODY, "fase": phase})
    report = report_of(made, "bestuur")
    assert "Het college besluit:" in text(report) and decision in text(report).splitlines()
    assert phase == "idee" or "met het principe" not in text(report)
    assert [section.title for section in report.sections][:6] == [
        "Gevraagd besluit",
        "Waar staan we",
        "Argumenten",
        "Kanttekeningen",
        "Geld en mensen",
        "Vervolg",
    ]


def test_on_a_border_the_board_discusses_the_points_of_both_places(
    report_of: Callable[..., Report], assessment_of: Make, content: Content
) -> None:
    made = assessment_of(answers=answers_at(3, 5, content), context={**BODY, "fase": "idee"})
    told = text(report_of(made, "bestuur"))
    assert "Ter bespreking." in told and "Het college besluit" not in told
    assert "Het college bespreekt (Samen inrichten):" in told and "Het college bespreekt (Behoeften ophalen):" in told


def test_with_few_answers_nothing_is_to_be_decided(
    report_of: Callable[..., Report], assessment_of: Make, content: Content
) -> None:
    few = {name: answer for name, answer in answers_at(5, 5, content).items() if content.statements[name].short}
    made = assessment_of(answers=few, questions="volledig", context={**BODY, "fase": "idee"})
    told = text(report_of(made, "bestuur"))
    assert "Ter bespreking." in told and "Het college besluit" not in told


@pytest.mark.parametrize("depth", ["kort", "bestuur"])
def test_a_report_of_a_page_stays_one_whatever_people_typed(
    depth: Any, report_of: Callable[..., Report], typed_everywhere: Callable[[str], Assessment]
) -> None:
    long = typed_everywhere("woord " * 2000)
    agreements = long.agreements * 12
    report = report_of(long.model_copy(update={"agreements": agreements}), depth)
    assert len(report.title) < 230
    assert len(text(leave_out(report, count_least(report))).split()) < 1000
    assert "[1]" not in text(report)


@pytest.mark.parametrize("depth", ["kort", "bestuur"])
def test_of_a_long_agreement_a_page_still_tells_who_and_when(
    depth: Any, report_of: Callable[..., Report], assessment_of: Make, content: Content
) -> None:
    long = {"what": "Wij spreken dit af, na lang overleg. " * 20, "who": "alle gemeenten", "when": "voor de zomer"}
    told = text(report_of(assessment_of(answers=answers_at(5, 5, content), context=BODY, agreements=[long]), depth))
    assert "Wie: alle gemeenten. Wanneer: voor de zomer." in told and "…" in told
    whole = text(report_of(assessment_of(answers=answers_at(5, 5, content), context=BODY, agreements=[long])))
    assert long["what"].strip() in whole


@pytest.mark.parametrize("depth", ["kort", "bestuur"])
def test_a_page_says_that_the_whole_report_has_more_where_something_was_left_out(
    depth: Any, report_of: Callable[..., Report], assessment_of: Make, content: Content, examples: Path
) -> None:
    more = "Meer staat in het hele verslag."
    bare: dict[str, Any] = {"answers": answers_at(1, 1, content)}
    assert more not in text(report_of(assessment_of(**bare), depth))
    assert more in text(report_of(assessment_of(**bare, needs=["Uren."]), depth))
    assert more in text(report_of(assessment_of(**bare, key_question={"answer": "Wij kiezen zelf. " * 30}), depth))
    assert more in text(report_of(examples / "voorbeeldregio-eilandrand.yaml", depth))
    assert more not in text(report_of(examples / "voorbeeldregio-eilandrand.yaml"))
