from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.report.leaving_out import count_least, leave_out
from poolwijzer.report.model import Report
from poolwijzer.report.texts import texts_of
from tests.at_place import answers_at

Make = Callable[..., Assessment]
BODY = {"verband": {"kind": "provincie", "name": "de provincie Drenthe"}}


def text(report: Report) -> str:
    return "\n".join(texts_of(report.sections))


def test_a_report_of_a_page_stays_one_whatever_people_typed(
    report_of: Callable[..., Report], typed_everywhere: Callable[[str], Assessment]
) -> None:
    long = typed_everywhere("woord " * 2000)
    agreements = long.agreements * 12
    report = report_of(long.model_copy(update={"agreements": agreements}), "kort")
    assert len(report.title) < 230
    assert len(text(leave_out(report, count_least(report))).split()) < 1000
    assert "[1]" not in text(report)


def test_of_a_long_agreement_a_page_still_tells_who_and_when(
    report_of: Callable[..., Report], assessment_of: Make, content: Content
) -> None:
    long = {"what": "Wij spreken dit af, na lang overleg. " * 20, "who": "alle gemeenten", "when": "voor de zomer"}
    told = text(report_of(assessment_of(answers=answers_at(5, 5, content), context=BODY, agreements=[long]), "kort"))
    assert "Wie: alle gemeenten. Wanneer: voor de zomer." in told and "…" in told
    whole = text(report_of(assessment_of(answers=answers_at(5, 5, content), context=BODY, agreements=[long])))
    assert long["what"].strip() in whole


def test_a_page_says_that_the_whole_report_has_more_where_something_was_left_out(
    report_of: Callable[..., Report], assessment_of: Make, content: Content, examples: Path
) -> None:
    more = "Meer staat in het hele verslag."
    bare: dict[str, Any] = {"answers": answers_at(1, 1, content)}
    assert more not in text(report_of(assessment_of(**bare), "kort"))
    assert more in text(report_of(assessment_of(**bare, needs=["Uren."]), "kort"))
    assert more in text(report_of(assessment_of(**bare, key_question={"answer": "Wij kiezen zelf. " * 30}), "kort"))
    assert more in text(report_of(examples / "voorbeeldregio-eilandrand.yaml", "kort"))
    assert more not in text(report_of(examples / "voorbeeldregio-eilandrand.yaml"))
