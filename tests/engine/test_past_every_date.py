"""The day after the last date in the menus: nothing breaks, and what ran out is said to have run out."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pydantic import BaseModel

from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.claims import Sourced
from poolwijzer.content.content import Content
from poolwijzer.content.folders import find_shipped_menus
from poolwijzer.dutch import long_date
from poolwijzer.formats.markdown import render
from poolwijzer.outcome import Outcome
from poolwijzer.report.advice import RuleTrace
from poolwijzer.report.advice_words import AdviceWords
from poolwijzer.report.build import build_report

BEFORE = date(2023, 11, 1)


def last_days() -> list[date]:
    """Every `valid_until` as the menus write it."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(find_shipped_menus().rglob("*.yaml")))
    return [date.fromisoformat(day) for text in texts for day in re.findall(r"valid_until: *['\"]?([0-9-]{10})", text)]


@pytest.fixture(scope="module")
def after() -> date:
    """The day after the last of them."""
    return max(last_days()) + timedelta(days=1)


def dated(value: object) -> Iterator[Sourced]:
    """Everything in a part of the menus that carries a last day."""
    if isinstance(value, Sourced) and value.valid_until is not None:
        yield value
    if isinstance(value, BaseModel):
        for part in type(value).model_fields:
            yield from dated(getattr(value, part))
    elif isinstance(value, dict):
        for part in value.values():
            yield from dated(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from dated(part)


def test_every_last_day_in_the_menus_is_read(content: Content) -> None:
    whole = (
        content.typology,
        content.questions,
        content.components,
        content.signals,
        content.whole,
        content.plan,
        content.cases,
    )
    assert sorted(item.valid_until for item in dated(whole) if item.valid_until) == sorted(last_days())


def traces(content: Content, path: Path, on: date) -> tuple[list[RuleTrace], str]:
    """Every rule's trace for an example, and the whole report, on a date."""
    assessment = read_assessment(path, content).assessment
    outcome = Outcome(content, assessment, on)
    advice = AdviceWords(outcome)
    rules = [trace for card in advice.components for option in card.options for trace in option.rules]
    rules += [trace for found in advice.signal_rules.values() for trace in found]
    text = render(build_report(outcome, version="0", depth="volledig"))
    return rules, text.decode("utf-8")


@pytest.mark.slow
def test_after_every_last_day_rules_that_ran_out_are_unknown_and_the_report_says_so(
    content: Content, examples: Path, after: date
) -> None:
    for path in sorted(examples.glob("*.yaml")):
        rules, text = traces(content, path, after)
        ran_out = [trace for trace in rules if trace.expired]
        assert len(ran_out) == sum(
            rule.valid_until is not None for option in content.options.values() for rule in option.rules
        )
        assert all(trace.truth is None and not trace.unknown for trace in ran_out)
        assert "(verlopen)" in text
        assert "Controleer de stand." in text
        for day in set(last_days()):
            assert f"verlopen ({long_date(day)})" in text


@pytest.mark.slow
def test_before_every_last_day_nothing_has_run_out(content: Content, examples: Path) -> None:
    for path in sorted(examples.glob("*.yaml")):
        rules, text = traces(content, path, BEFORE)
        assert not [trace for trace in rules if trace.expired]
        assert "Controleer de stand." not in text
        assert "verlopen" not in text


def test_an_option_whose_verdict_hangs_on_what_ran_out_says_so(content: Content, examples: Path, after: date) -> None:
    assessment = read_assessment(examples / "voorbeeldregio-merenland.yaml", content).assessment
    moved = assessment.model_copy(update={"answers": {}})
    for on, lapsed in ((BEFORE, 0), (after, 1)):
        outcome = Outcome(content, moved, on)  # no place: base fit 1, so that a rule for it would decide
        advice = AdviceWords(outcome)
        options = {option.option: option for card in advice.components for option in card.options}
        assert len(options["rijk-via-regio"].lapsed) == lapsed
        text = render(build_report(outcome, version="0")).decode("utf-8")
        reason = "Voor isolatie is er"
        said = [line for line in text.splitlines() if reason in line and "verlopen (31 december 2029)" in line]
        assert bool(said) is bool(lapsed)
