"""What can never or must always hold, held against initiatives that are made up at random."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.content.content import Content
from poolwijzer.menucard.checks.reachability import judge_firing
from poolwijzer.menucard.checks.situations import list_situations
from poolwijzer.rules.conditions import Condition, When
from poolwijzer.validation import Model


class Holder(Model):
    when: When


def condition(value: Any) -> Condition:
    return Holder.model_validate({"when": value}).when


NUMBERS = st.fractions(min_value=0, max_value=7, max_denominator=4)
BOUNDS = st.dictionaries(st.sampled_from(["at_least", "at_most", "above", "below"]), NUMBERS, min_size=1, max_size=2)


def leaves(content: Content) -> st.SearchStrategy[dict[str, Any]]:
    answers = [(name, answer) for name, question in content.context.items() for answer in question.answers]
    return st.one_of(
        st.builds(
            lambda axis, bounds: {"axis": axis, **bounds}, st.sampled_from(["motivatie", "betrokkenheid"]), BOUNDS
        ),
        st.builds(lambda name, bounds: {"statement": name, **bounds}, st.sampled_from(["m3", "b3"]), BOUNDS),
        st.builds(
            lambda pair, word: {"context": pair[0], word: [pair[1]] if word == "one_of" else pair[1]},
            st.sampled_from(answers),
            st.sampled_from(["is", "one_of", "includes"]),
        ),
        st.builds(lambda bounds: {"context": "rijpheid", **bounds}, st.just({"at_least": 2})),
        st.builds(
            lambda names: {"quadrant": sorted(names)},
            st.sets(st.sampled_from(["samen-inrichten", "trekker-zoeken", "behoeften-ophalen"]), min_size=1),
        ),
        st.builds(
            lambda measure, bounds: {"municipalities": measure, **bounds},
            st.sampled_from(["number", "largest_share"]),
            BOUNDS,
        ),
        st.just({"divided": "motivatie"}),
    )


@settings(max_examples=50)
@given(data=st.data())
def test_what_always_or_never_holds_does_so_in_every_situation_of_something_wider(
    content: Content, data: st.DataObject
) -> None:
    leaf = leaves(content)
    value = data.draw(
        st.one_of(
            leaf,
            st.lists(leaf, min_size=2, max_size=3).map(lambda some: {"all": some}),
            leaf.map(lambda one: {"not": one}),
        )
    )
    judged = condition(value)
    # Another condition looked at as well splits the situations further, and may not change the outcome.
    other = condition(data.draw(leaf))
    outcome = judge_firing([judged], content)
    truths = {judged.truth(situation) for situation in list_situations([judged, other], content) or ()} - {None}
    if truths:
        assert outcome == {frozenset({True}): "altijd", frozenset({False}): "nooit"}.get(
            frozenset(truth for truth in truths if truth is not None), "soms"
        )


@pytest.mark.parametrize(
    ("value", "outcome"),
    [
        ({"statement": "m3", "above": 4.9}, "soms"),
        ({"statement": "m3", "above": 5}, "nooit"),
        ({"axis": "betrokkenheid", "at_least": 1}, "altijd"),
        ({"all": [{"axis": "motivatie", "at_least": 2}, {"quadrant": ["trekker-zoeken"]}]}, "soms"),
        ({"all": [{"axis": "motivatie", "above": 3.5}, {"quadrant": ["trekker-zoeken"]}]}, "nooit"),
        ({"all": [{"context": "verband", "is": "geen"}, {"axis": "betrokkenheid", "above": 1}]}, "nooit"),
        (
            {"all": [{"municipalities": "largest_share", "below": 0.1}, {"municipalities": "number", "at_least": 5}]},
            "soms",
        ),
        (
            {"all": [{"municipalities": "largest_share", "below": 0.2}, {"municipalities": "number", "at_most": 5}]},
            "nooit",
        ),
        ({"context": "start", "at_least": "2027-01-01"}, "soms"),
        (
            {"all": [{"context": "start", "at_least": "2027-01-01"}, {"context": "start", "at_most": "2026-12-31"}]},
            "nooit",
        ),
        (
            {
                "all": [
                    {"context": "behoefte", "includes": a} for a in ("vaste-mensen", "specialisten", "samen-inkopen")
                ]
            },
            "soms",
        ),
        (
            {
                "all": [
                    {"context": "behoefte", "includes": a}
                    for a in ("vaste-mensen", "specialisten", "samen-inkopen", "van-elkaar-leren")
                ]
            },
            "nooit",
        ),
        ({"difference": "roles", "statement": "m1", "above": 4}, "nooit"),
        ({"statement": "m99", "above": 4}, None),
        ({"context": "fase", "is": "gisteren"}, None),
        ({"any": [{"chosen": "strippenkaart"}, {"chosen": "bij-provincie"}]}, "soms"),
    ],
)
def test_the_outcome_for_conditions_that_people_could_write(content: Content, value: Any, outcome: str | None) -> None:
    assert judge_firing([condition(value)], content) == outcome


def test_a_situation_asks_no_more_than_the_conditions_do(content: Content) -> None:
    found: Iterator[Any] | None = list_situations([condition({"statement": "m3", "at_least": 4})], content)
    values = [situation.values for situation in found or ()]
    assert all({kind for kind, _ in some} <= {"statement", "axis", "context"} for some in values)
    assert {some["statement", "m3"] for some in values} >= {Fraction(1), Fraction(4), Fraction(5)}
