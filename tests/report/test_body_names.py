"""What a reader sees never shows a placeholder, and says of a body what goes with its number."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.outcome import Outcome
from poolwijzer.report.excerpts import about_option, where_you_stand
from poolwijzer.report.model import Depth, Report
from poolwijzer.report.texts import texts_of
from tests.at_place import answers_at
from tests.content.test_every_text import VERBS, misfits

Make = Callable[..., Assessment]
ON = date(2026, 11, 1)
ONE, MORE = "de provincie Zeemeer", "de provincies Zeemeer en Duinkant"


def lines(report: Report) -> list[str]:
    return list(texts_of(report.sections))


@pytest.mark.slow
@pytest.mark.parametrize("depth", ["kort", "bestuur", "volledig"])
@pytest.mark.parametrize(("name", "wrong"), [(ONE, list(VERBS.values())), (MORE, list(VERBS))])
def test_no_report_shows_a_placeholder_or_a_verb_of_another_number(
    name: str, wrong: list[str], depth: Depth, content: Content, assessment_of: Make, report_of: Callable[..., Report]
) -> None:
    found = (((3, 5), "afbouwen"), ((5, 1), "idee"), ((1, 5), "draait"))
    for place, phase in found[:1] if depth == "volledig" else found:
        context = {"fase": phase, "verband": {"kind": "provincie", "name": name}}
        answers = {**answers_at(*place, content), "b2": 2, "b9": 5, "b5": 5, "b12": 5}
        report = report_of(assessment_of(answers=answers, context=context), depth, explain=depth == "volledig")
        for text in lines(report):
            assert not re.search(r"\{[a-z|-]+\}", text), text
            assert not misfits(text, name, wrong), text
            assert not re.search(r"(?:Wie|Wanneer|en|met|van|om): De provincie|\bWie: De\b", text), text


def test_pages_of_a_conversation_name_the_body_as_well(content: Content, assessment_of: Make) -> None:
    for place in ((3, 3), (5, 1)):
        context = {"verband": {"kind": "provincie", "name": MORE}}
        outcome = Outcome(content, assessment_of(answers=answers_at(*place, content), context=context), ON)
        for text in (*lines(where_you_stand(outcome)), *lines(about_option(outcome, "bij-bestaand-verband"))):
            assert not re.search(r"\{[a-z|-]+\}", text), text
