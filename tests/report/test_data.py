import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.content.on_date import menus_on
from poolwijzer.outcome import Outcome
from poolwijzer.report.data import document, json_bytes
from poolwijzer.schema.schemas import make_schema

VALIDATOR = Draft202012Validator(make_schema("advice"), format_checker=Draft202012Validator.FORMAT_CHECKER)
STATEMENTS = [f"{axis}{number}" for axis in "mb" for number in range(1, 11)]
ANSWERS = st.one_of(st.integers(1, 5), st.just("weet-niet"))


def _data(assessment: Assessment, content: Content) -> Any:
    return json.loads(json_bytes(document(Outcome(content, assessment, date(2026, 11, 1)), "0.1.0")))


@pytest.mark.slow
def test_the_advice_on_every_example_is_valid_against_the_published_schema(content: Content, examples: Path) -> None:
    for path in sorted(examples.glob("*.yaml")):
        VALIDATOR.validate(_data(read_assessment(path, content).assessment, content))


def test_a_measurement_from_before_other_questions_says_with_which_menus_they_came(
    content: Content, assessment_of: Callable[..., Assessment]
) -> None:
    before = {"date": "2025-03-01", "answers": {"m1": 3, "m5": 2, "b10": 4}}
    data = _data(assessment_of(answers={"m1": 4, "m2": 3}, measurements=[before]), content)
    VALIDATOR.validate(data)
    (change,) = (change for change in content.typology.changes if change.questions)
    told = {"version": change.version, "date": change.date.isoformat(), "between": change.between}
    assert told in [moment["questions_changed"] for moment in data["examination"]["path"]]


@pytest.mark.slow
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    answers=st.dictionaries(st.sampled_from(STATEMENTS), ANSWERS),
    estimate=st.dictionaries(st.sampled_from(["motivatie", "betrokkenheid"]), st.sampled_from(["1", "2.5", "10/3"])),
    body=st.sampled_from(["provincie", "geen", None]),
    number=st.integers(0, 12),
    options=st.sets(st.sampled_from(["bij-provincie", "nieuwe-organisatie", "onderlinge-afspraken"])),
    name=st.text(min_size=1),
)
def test_any_advice_is_valid_against_the_published_schema_with_at_most_four_decimals(
    answers: dict[str, Any],
    estimate: dict[str, str],
    body: str | None,
    number: int,
    options: set[str],
    name: str,
    content: Content,
    assessment_of: Callable[..., Assessment],
) -> None:
    assessment = assessment_of(
        municipalities=number,
        answers=answers,
        estimate=estimate,
        context={} if body is None else {"verband": {"kind": body, "name": name}},
        choices={"vorm": {"options": sorted(options), "other": [name]}},
    )
    data = _data(assessment, content)
    VALIDATOR.validate(data)
    for value in _numbers(data):
        assert value == round(value, 4)


def test_the_document_says_what_it_is_and_what_it_was_made_with(content: Content, examples: Path) -> None:
    data = _data(read_assessment(examples / "flexteam-drenthe.yaml", content).assessment, content)
    assert list(data) == [
        "format",
        "kind",
        "poolwijzer",
        "menus",
        "initiative",
        "placement",
        "key_question",
        "advice",
        "examination",
    ]
    assert (data["format"], data["kind"]) == (2, "advice")
    assert data["menus"] == {"version": content.version, "hash": content.hash}
    assert data["initiative"]["id"] == "flexteam-drenthe"
    assert data["advice"]["date"] == "2026-11-01"


def test_the_placement_has_the_keys_that_others_rely_on(content: Content, examples: Path) -> None:
    placement = _data(read_assessment(examples / "flexteam-drenthe.yaml", content).assessment, content)["placement"]
    assert {"axes", "in_play", "nearest", "divided", "source"} <= set(placement)
    assert placement["in_play"] == ["samen-inrichten"] and placement["divided"] is False
    for axis in placement["axes"].values():
        assert {"score", "low", "high", "level", "coverage", "status"} <= set(axis)
        assert axis["low"] <= axis["score"] <= axis["high"]


def test_unknown_is_null(content: Content, assessment_of: Callable[..., Assessment]) -> None:
    data = _data(assessment_of(answers={"m1": "weet-niet"}), content)
    axis = data["placement"]["axes"]["motivatie"]
    assert (axis["score"], axis["level"], axis["source"]) == (None, None, None)
    assert data["placement"]["nearest"] is None and data["placement"]["source"] is None
    assert data["initiative"]["population"] is None and data["initiative"]["date"] is None
    unknown = [rule for card in data["advice"]["components"] for option in card["options"] for rule in option["rules"]]
    assert any(rule["truth"] is None and rule["unknown"] for rule in unknown)


def test_every_rule_of_every_option_and_signal_is_in_the_trace(content: Content, examples: Path) -> None:
    advice = _data(read_assessment(examples / "voorbeeldregio-noorderveld.yaml", content).assessment, content)["advice"]
    content = menus_on(content, date.fromisoformat(advice["date"]))
    traced = {option["option"]: len(option["rules"]) for card in advice["components"] for option in card["options"]}
    assert traced == {name: len(option.rules) for name, option in content.options.items()}
    assert {name: len(rules) for name, rules in advice["signal_rules"].items()} == {
        name: len(signal.rules) for name, signal in content.signals.items()
    }


def test_json_is_utf_8_with_line_feeds_and_shows_dutch_letters_as_they_are() -> None:
    data = json_bytes({"naam": "Súdwest-Fryslân\r\n"})
    assert "Súdwest-Fryslân".encode() in data
    assert b"\r" not in data and data.endswith(b"}\n") and not data.endswith(b"\n\n")


def test_no_sign_in_json_steers_the_screen_it_is_shown_on() -> None:
    text = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA1)])) + "é"
    made = json_bytes(text)
    assert json.loads(made) == text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", made.decode("utf-8"))
    assert made.endswith('\xa0é"\n'.encode())


def test_there_are_no_paths_in_the_data(content: Content, examples: Path) -> None:
    path = examples / "flexteam-drenthe.yaml"
    data = json_bytes(_data(read_assessment(path, content).assessment, content)).decode("utf-8")
    assert str(examples) not in data
    assert not re.search(r"\.ya?ml", data)


def _numbers(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _numbers(part)
    elif isinstance(value, float):
        yield value


def test_what_the_group_answers_to_the_key_question_is_there_as_it_was_typed(
    content: Content, assessment_of: Callable[..., Assessment]
) -> None:
    answered = assessment_of(key_question={"answer": "Wij beginnen *klein*."})
    assert _data(answered, content)["key_question"] == {"answer": "Wij beginnen *klein*."}
    assert _data(assessment_of(), content)["key_question"] == {"answer": None}
