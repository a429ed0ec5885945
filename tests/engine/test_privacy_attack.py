"""Two anonymous reports beside each other, the second with more respondents: what comes out of the difference."""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.anonymous import anonymise
from poolwijzer.engine.untold import find_untold
from poolwijzer.outcome import Outcome
from poolwijzer.report.build import build_report
from poolwijzer.report.data import document, json_bytes
from poolwijzer.report.texts import texts_of

Make = Callable[..., Assessment]
People = list[dict[str, Any]]

ON = date(2026, 11, 1)
SHORT = ("m16", "m2", "m3", "m6", "m12", "b2", "b6", "b9", "m1", "d1", "r1")
TOWNS = ("Assen", "Emmen", "Meppel", "Hoogeveen", "Coevorden", "Westerveld", "De Wolden", "Tynaarlo", "Noordenveld")
FIVE = 5


@st.composite
def crowds(draw: st.DrawFn, least: int = FIVE, most: int = 17) -> People:
    """Respondents in the order in which they came: some silent, some for the body, some agreeing with all others."""
    people: People = []
    alike = draw(st.sets(st.sampled_from(SHORT)))
    for number in range(draw(st.integers(least, most))):
        body = draw(st.integers(0, 9)) == 0
        answers = {
            name: draw(st.sampled_from((1, 2, 3, 4, 5, "weet-niet"))) if name not in alike else 4
            for name in SHORT
            if draw(st.integers(0, 7))
        }
        people.append(
            {
                "id": f"r{number}",
                "organisation": {"kind": "verband", "name": "Provincie"}
                if body
                else {"kind": "gemeente", "name": draw(st.sampled_from(TOWNS))},
                "date": (date(2026, 1, 1) + timedelta(days=number)).isoformat(),
                "basis": draw(st.sampled_from(("eigen-beeld", "namens-organisatie"))),
                "role": draw(st.sampled_from((None, "ambtelijk", "bestuurlijk"))),
                "answers": answers,
            }
        )
    return people


def spoke(person: dict[str, Any]) -> bool:
    return any(isinstance(value, int) for value in person["answers"].values())


def outcome_of(people: People, make: Make, content: Content) -> Outcome:
    made = make(
        initiative={"id": "x", "name": "Proef", "municipalities": list(TOWNS)}, questions="kort", responses=people
    )
    anonymous, uncounted = anonymise(made, content)
    return Outcome(content, anonymous, ON, "anonymous", uncounted)


def data_of(outcome: Outcome) -> bytes:
    return json_bytes(document(outcome, "1"))


def told_of(outcome: Outcome) -> list[str]:
    """Every sentence of the largest report, but the one on who waits."""
    report = build_report(outcome, version="1", depth="volledig", explain=True)
    texts = list(texts_of(report.sections))
    return [text for text in texts if not text.endswith("hier nog niet mee.") or "gemeenten" in text]


def groups_of(people: People) -> list[People]:
    came = [person for person in people if spoke(person)]
    return [came[start : start + FIVE] for start in range(0, len(came) - len(came) % FIVE, FIVE)]


def counts_in(data: dict[str, Any], name: str) -> list[int] | None:
    view = data["examination"]["respondents"]["statements"].get(name)
    counts: list[int] | None = view and view["counts"]
    return counts


def asked_of(person: dict[str, Any], name: str, content: Content) -> bool:
    return person["organisation"]["kind"] in content.statements[name].asked_of


@pytest.mark.slow
@settings(max_examples=12)
@given(people=crowds(FIVE + 1), data=st.data())
def test_one_more_changes_nothing_unless_a_five_is_complete(
    people: People, data: st.DataObject, content: Content, assessment_of: Make
) -> None:
    *before, last = people
    if sum(map(spoke, before)) < FIVE:
        return
    # The newest may stand anywhere in the file.
    after = list(before)
    after.insert(data.draw(st.integers(0, len(before))), last)
    one, other = (outcome_of(some, assessment_of, content) for some in (before, after))
    complete = spoke(last) and sum(map(spoke, after)) % FIVE == 0
    if complete:
        assert other.uncounted.waiting == 0
    else:
        assert data_of(one) == data_of(other)
        assert told_of(one) == told_of(other)


@settings(max_examples=12)
@given(people=crowds(FIVE + 1))
def test_who_is_added_without_a_day_changes_nothing_either(
    people: People, content: Content, assessment_of: Make
) -> None:
    *before, last = people
    if sum(map(spoke, before)) < FIVE or sum(map(spoke, people)) % FIVE == 0:
        return
    undated = {**last, "date": None}
    assert data_of(outcome_of(before, assessment_of, content)) == data_of(
        outcome_of([*before, undated], assessment_of, content)
    )


@settings(max_examples=12)
@given(people=crowds(2 * FIVE))
def test_what_differs_when_a_five_is_complete_is_the_sum_of_five_persons(
    people: People, content: Content, assessment_of: Make
) -> None:
    groups = groups_of(people)
    if len(groups) < 2:
        return
    less = json.loads(data_of(outcome_of([one for group in groups[:-1] for one in group], assessment_of, content)))
    more = json.loads(data_of(outcome_of([one for group in groups for one in group], assessment_of, content)))
    for name in SHORT:
        one, other = counts_in(less, name), counts_in(more, name)
        if one is None or other is None:
            continue
        added = [
            person["answers"].get(name)
            for person in groups[-1]
            if person["organisation"]["kind"] == "gemeente" and asked_of(person, name, content)
        ]
        assert [after - before for before, after in zip(one, other, strict=True)] == [
            added.count(point) for point in range(1, 6)
        ]


@settings(max_examples=12)
@given(people=crowds())
def test_what_all_of_a_five_agree_on_and_what_few_answered_is_told_nowhere(
    people: People, content: Content, assessment_of: Make
) -> None:
    groups = groups_of(people)
    if not groups:
        return
    outcome = outcome_of(people, assessment_of, content)
    data = json.loads(data_of(outcome))
    entries = {
        entry["statement"]: entry for axis in data["placement"]["axes"].values() for entry in axis["contributions"]
    }
    entries |= {
        entry["statement"]: entry for block in data["placement"]["blocks"].values() for entry in block["answers"]
    }
    for name in SHORT:
        said = [
            [
                value
                for person in group
                if asked_of(person, name, content)
                and not (person["organisation"]["kind"] == "verband" and person["basis"] == "namens-organisatie")
                and isinstance(value := person["answers"].get(name), int)
            ]
            for group in groups
        ]
        agreed = any(len(set(values)) == 1 for values in said)
        few = 0 < sum(map(len, said)) < FIVE
        if agreed or few:
            assert entries[name]["answer"] is None
            assert counts_in(data, name) is None
            assert all(name != entry["statement"] for entry in data["examination"]["removals"])
            # Where a missing answer is silent, one that is not told is so too.
            told = set(re.findall(rf"stelling {name}: ([^\"]*)", json.dumps(data)))
            assert told <= {"niet bekend", "telt niet"}
    for axis in data["placement"]["axes"].values():
        # One alone could be worked out from the score and all others.
        assert sum(entry["withheld"] for entry in axis["contributions"]) != 1
        # And nothing follows from an answer that is not told.
        assert not any(entries[e["implied_by"]]["withheld"] for e in axis["contributions"] if e["implied_by"])


@settings(max_examples=12)
@given(people=crowds())
def test_every_number_of_a_place_follows_from_what_is_told(
    people: People, content: Content, assessment_of: Make
) -> None:
    """The answer to a statement is the mean of its counts: nothing tells who of them lives where."""
    if not groups_of(people):
        return
    outcome = outcome_of(people, assessment_of, content)
    counts = {name: view.counts for name, view in outcome.respondents.statements.items()} if outcome.respondents else {}
    for told in outcome.placement.axes.values():
        parts = [entry.contribution for entry in told.contributions if entry.contribution is not None]
        if told.score is not None and told.source == "antwoorden":
            assert sum(parts, Fraction()) == told.score
        for entry in told.contributions:
            assert entry.low <= (entry.counted or entry.low) <= entry.high
            given = counts.get(entry.statement)
            if given and content.statements[entry.statement].asked_of == ("gemeente",):
                assert entry.answer == Fraction(sum(p * n for p, n in enumerate(given, 1)), sum(given))


@settings(max_examples=12)
@given(people=crowds(), seed=st.integers(0, 999))
def test_who_of_a_five_said_what_changes_no_answer(
    people: People, seed: int, content: Content, assessment_of: Make
) -> None:
    """Not even where one of them comes from a municipality of which nobody else answers."""
    if not groups_of(people):
        return
    others = deepcopy(people)
    for group in groups_of(others):
        towns = [person for person in group if person["organisation"]["kind"] == "gemeente"]
        names = [person["organisation"] for person in towns]
        Random(seed).shuffle(names)
        for person, organisation in zip(towns, names, strict=True):
            person["organisation"] = organisation
    found = [outcome_of(some, assessment_of, content).placement.axes for some in (people, others)]
    answers = [
        [(entry.answer, entry.counted, entry.contribution) for axis in axes.values() for entry in axis.contributions]
        for axes in found
    ]
    assert answers[0] == answers[1]


def five_who_said(**answers: list[int]) -> People:
    return [
        {
            "id": f"r{n}",
            "organisation": {"kind": "gemeente", "name": TOWNS[n % 5]},
            "date": (date(2026, 1, 1) + timedelta(days=n)).isoformat(),
            "answers": {name: said[n] for name, said in answers.items()},
        }
        for n in range(len(next(iter(answers.values()))))
    ]


MIXED = [1, 4, 2, 5, 3]
BESIDE = {"m16": MIXED, "m6": MIXED, "b2": MIXED, "b9": MIXED}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Nine and a half of ten points could only be had by five who all said five on m3.
        ({"m2": [5, 4, 4, 4, 4], "m3": [5] * 5}, {"m2": [5] * 5, "m3": [4] * 5}),
        # All at the end of the scale, on all that is asked: not everybody need have said so.
        ({"m2": [5] * 5, "m3": [5] * 5}, {"m2": [5] * 5, "m3": [4] * 5}),
        ({"m2": [1] * 5, "m3": [1] * 5}, {"m2": [2] * 5, "m3": [1] * 5}),
        # The other way round, it is the same to the byte.
        ({"m2": [2] * 5, "m3": [4] * 5}, {"m2": [4] * 5, "m3": [2] * 5}),
    ],
)
@pytest.mark.parametrize("before", [False, True])
def test_what_all_of_a_five_said_has_another_possibility(
    one: dict[str, list[int]], other: dict[str, list[int]], before: bool, content: Content, assessment_of: Make
) -> None:
    earlier = {name: MIXED if before else [] for name in ("m2", "m3", *BESIDE)}
    made = [
        data_of(
            outcome_of(
                five_who_said(**{name: earlier[name] + said for name, said in (BESIDE | answers).items()}),
                assessment_of,
                content,
            )
        )
        for answers in (one, other)
    ]
    assert made[0] == made[1]


def test_what_hid_something_is_not_told_later_on(content: Content, assessment_of: Make) -> None:
    """Else the later report would tell what the earlier one hid."""
    said = {"m16": MIXED + [4] * 5 + MIXED, "m2": MIXED * 3, "m3": MIXED * 2 + [2] * 5, "b9": MIXED * 3}
    untold = [
        find_untold(
            outcome_of(
                five_who_said(**{name: values[:number] for name, values in said.items()}), assessment_of, content
            ).assessment
        )
        for number in (10, 15)
    ]
    assert untold[0] == {"m16", "m2"}
    assert untold[1] == {"m16", "m2", "m3"}


def test_what_one_of_the_body_said_is_not_told_beside_five_who_did_before(
    content: Content, assessment_of: Make
) -> None:
    people = five_who_said(b2=MIXED * 2, b9=MIXED * 2, b6=MIXED * 2)
    for person in people[1:6]:
        person["organisation"] = {"kind": "verband", "name": "Provincie"}
    assert "b2" in find_untold(outcome_of(people, assessment_of, content).assessment)


@pytest.mark.slow
@settings(max_examples=12)
@given(people=crowds(), random=st.randoms(use_true_random=False))
def test_of_what_is_not_told_only_the_sum_of_a_five_counts(
    people: People, random: Random, content: Content, assessment_of: Make
) -> None:
    """So if they had said all of it the other way about, not a byte would differ."""
    one = outcome_of(people, assessment_of, content) if groups_of(people) else None
    if one is None:
        return
    untold = find_untold(one.assessment) - {"m6", "m12", "b6"}  # which count the other way round
    others = deepcopy(people)
    for group in groups_of(others):
        for names in content.statements_on.values():
            cells = [
                (person["answers"], name)
                for person in group
                for name in names
                if name in untold and asked_of(person, name, content) and isinstance(person["answers"].get(name), int)
                if person["organisation"]["kind"] == "gemeente"
            ]
            values = [answers[name] for answers, name in cells]
            random.shuffle(values)
            for (answers, name), value in zip(cells, values, strict=True):
                answers[name] = value
    other = outcome_of(others, assessment_of, content)
    if find_untold(other.assessment) == find_untold(one.assessment):
        assert data_of(one) == data_of(other)
        assert told_of(one) == told_of(other)


def test_a_statement_that_no_other_can_hide_does_not_count_and_that_is_told(
    content: Content, assessment_of: Make
) -> None:
    people = [
        {"id": f"r{n}", "organisation": {"kind": "gemeente", "name": TOWNS[n]}, "answers": {"m16": 5, "b9": 1 + n}}
        for n in range(5)
    ]
    outcome = outcome_of(people, assessment_of, content)
    assert outcome.uncounted.statements == ("m16",)
    assert outcome.placement.axes["motivatie"].answered == 0
    texts = told_of(outcome)
    assert "Bij 1 stelling tellen er antwoorden niet mee. Anders was te zien wat iemand daarop antwoordde." in texts


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(6, "Het laatste antwoord telt hier nog niet mee."), (8, "De laatste 3 antwoorden tellen hier nog niet mee.")],
)
@pytest.mark.parametrize("depth", ["kort", "bestuur", "gewoon", "volledig"])
def test_every_report_says_how_many_wait(
    number: int, sentence: str, depth: Any, content: Content, assessment_of: Make
) -> None:
    people = [
        {"id": f"r{n}", "organisation": {"kind": "gemeente", "name": TOWNS[n]}, "answers": {"m16": 1 + n % 5}}
        for n in range(number)
    ]
    report = build_report(outcome_of(people, assessment_of, content), version="1", depth=depth)
    assert sentence in list(texts_of(report.sections))
