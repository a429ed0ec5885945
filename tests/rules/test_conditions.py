"""The conditions of the menus: true, false or unknown, and what would settle them."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from poolwijzer.content.claims import Rule
from poolwijzer.rules.conditions import Condition, When, walk
from poolwijzer.rules.facts import HIDDEN, ContextValue, Hidden, Measure, Ref

CONDITION: TypeAdapter[Condition] = TypeAdapter(When)


def condition(**written: Any) -> Condition:
    """A condition as the menus write it."""
    return CONDITION.validate_python(written)


@dataclass(frozen=True)
class Known:
    """Facts as a test knows them; what is not named is unknown."""

    axes: dict[str, Fraction] = field(default_factory=dict)
    play: tuple[str, ...] = ()
    statements: dict[str, Fraction | Hidden] = field(default_factory=dict)
    answers: dict[str, ContextValue | Hidden] = field(default_factory=dict)
    sizes: dict[str, Fraction] = field(default_factory=dict)
    split: frozenset[str] = frozenset()
    roles: dict[str, Fraction] = field(default_factory=dict)
    choices: dict[str, bool] = field(default_factory=dict)

    def axis(self, axis: str) -> Fraction | None:
        return self.axes.get(axis)

    def in_play(self) -> tuple[str, ...]:
        return self.play

    def statement(self, statement: str) -> Fraction | Hidden | None:
        return self.statements.get(statement)

    def context(self, question: str) -> ContextValue | Hidden | None:
        return self.answers.get(question)

    def context_source(self, question: str) -> str:
        return "fase" if question == "rijpheid" else question

    def municipalities(self, measure: Measure) -> Fraction | None:
        return self.sizes.get(measure)

    def divided(self, axis: str) -> bool:
        return axis in self.split

    def role_difference(self, statement: str) -> Fraction | None:
        return self.roles.get(statement)

    def chosen(self, option: str) -> bool | None:
        return self.choices.get(option)

    def choice(self, component: str) -> tuple[str, ...] | None:
        option = component.removeprefix("onderdeel-van-")
        return None if (chosen := self.choices.get(option)) is None else (option,) * chosen

    def component_of(self, option: str) -> str:
        return f"onderdeel-van-{option}"


NOTHING = Known()

KINDS: list[tuple[dict[str, Any], Known, Known, Ref]] = [
    (
        {"axis": "motivatie", "at_least": "3.5"},
        Known(axes={"motivatie": Fraction(7, 2)}),
        Known(axes={"motivatie": Fraction(349, 100)}),
        Ref("axis", "motivatie"),
    ),
    ({"quadrant": ["a", "b"]}, Known(play=("b", "a")), Known(play=("c", "d")), Ref("quadrant", "")),
    (
        {"statement": "m3", "at_most": 2},
        Known(statements={"m3": Fraction(2)}),
        Known(statements={"m3": Fraction(5, 2)}),
        Ref("statement", "m3"),
    ),
    (
        {"context": "soort", "is": "beide"},
        Known(answers={"soort": "beide"}),
        Known(answers={"soort": "menskracht"}),
        Ref("context", "soort"),
    ),
    (
        {"context": "rijpheid", "at_most": 1},
        Known(answers={"rijpheid": Fraction(1)}),
        Known(answers={"rijpheid": Fraction(2)}),
        Ref("context", "fase"),
    ),
    (
        {"municipalities": "number", "below": 4},
        Known(sizes={"number": Fraction(3)}),
        Known(sizes={"number": Fraction(4)}),
        Ref("municipalities", ""),
    ),
    (
        {"difference": "roles", "statement": "m1", "above": 1},
        Known(roles={"m1": Fraction(3, 2)}),
        Known(roles={"m1": Fraction(1)}),
        Ref("responses", "m1"),
    ),
    (
        {"chosen": "strippenkaart"},
        Known(choices={"strippenkaart": True}),
        Known(choices={"strippenkaart": False}),
        Ref("component", "onderdeel-van-strippenkaart"),
    ),
]


@pytest.mark.parametrize(("written", "true", "false", "asks"), KINDS, ids=lambda value: str(value)[:40])
def test_a_condition_is_true_false_or_unknown_and_asks_only_when_unknown(
    written: dict[str, Any], true: Known, false: Known, asks: Ref
) -> None:
    when = condition(**written)
    assert when.truth(true) is True
    assert when.truth(false) is False
    assert when.truth(NOTHING) is None
    assert list(when.unknowns(NOTHING)) == [asks]
    assert list(when.unknowns(true)) == list(when.unknowns(false)) == []


def test_a_quadrant_is_unknown_when_only_some_of_those_in_play_are_listed() -> None:
    when = condition(quadrant=["a", "b"])
    assert when.truth(Known(play=("a", "c"))) is None
    assert when.truth(Known(play=("a",))) is True


def test_a_divided_group_is_never_unknown() -> None:
    when = condition(divided="motivatie")
    assert when.truth(Known(split=frozenset({"motivatie"}))) is True
    assert when.truth(NOTHING) is False
    assert list(when.unknowns(NOTHING)) == []


@pytest.mark.parametrize(
    ("bound", "at_the_bound"), [("at_least", True), ("at_most", True), ("above", False), ("below", False)]
)
def test_a_bound_says_whether_it_counts_itself(bound: str, at_the_bound: bool) -> None:
    when = condition(axis="motivatie", **{bound: "2.5"})
    assert when.truth(Known(axes={"motivatie": Fraction(5, 2)})) is at_the_bound


def test_several_bounds_must_all_hold() -> None:
    when = condition(municipalities="number", at_least=3, below=6)
    assert [when.truth(Known(sizes={"number": Fraction(n)})) for n in (2, 3, 5, 6)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("demand", "truths"),
    [
        ({"is": "a"}, [True, False, False]),
        ({"includes": "a"}, [True, True, False]),
        ({"one_of": ["a", "c"]}, [True, True, True]),
        ({"one_of": ["d"]}, [False, False, False]),
    ],
)
def test_several_answers_are_compared_as_a_set(demand: dict[str, Any], truths: list[bool]) -> None:
    given_answers = [frozenset({"a"}), frozenset({"a", "b"}), frozenset({"c"})]
    when = condition(context="behoefte", **demand)
    assert [when.truth(Known(answers={"behoefte": answer})) for answer in given_answers] == truths


def test_dates_are_compared_as_dates() -> None:
    when = condition(context="start", at_least="2027-01-01", at_most="2027-12-31")
    days = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 12, 31), date(2028, 1, 1)]
    assert [when.truth(Known(answers={"start": day})) for day in days] == [False, True, True, False]
    assert when.truth(NOTHING) is None


def test_a_date_is_never_a_number() -> None:
    assert condition(context="start", at_least=3).truth(Known(answers={"start": date(2027, 1, 1)})) is False
    assert condition(context="start", at_least="2027-01-01").truth(Known(answers={"start": Fraction(3)})) is False


@pytest.mark.parametrize(
    "written",
    [
        {"statement": "b1", "at_least": 1},
        {"difference": "roles", "statement": "b1", "at_least": 0},
        {"context": "gastheer", "one_of": ["ja", "nee"]},
    ],
)
def test_a_hidden_question_makes_its_condition_false_and_is_never_asked(written: dict[str, Any]) -> None:
    hidden = Known(
        statements={"b1": HIDDEN},
        answers={"gastheer": HIDDEN},
        roles={"b1": Fraction(4)},
    )
    when = condition(**written)
    assert when.truth(hidden) is False
    assert list(when.unknowns(hidden)) == []
    assert condition(**{"not": written}).truth(hidden) is True


# Three conditions whose truth is fixed by these facts, to fill Kleene's tables with.
FACTS = Known(choices={"wel": True, "niet": False})
LEAF = {True: {"chosen": "wel"}, False: {"chosen": "niet"}, None: {"chosen": "onbekend"}}
T, F, U = True, False, None


@pytest.mark.parametrize(
    ("first", "second", "both", "either"),
    [
        (T, T, T, T),
        (T, F, F, T),
        (T, U, U, T),
        (F, T, F, T),
        (F, F, F, F),
        (F, U, F, U),
        (U, T, U, T),
        (U, F, F, U),
        (U, U, U, U),
    ],
)
def test_all_and_any_follow_kleenes_tables(
    first: bool | None, second: bool | None, both: bool | None, either: bool | None
) -> None:
    parts = [LEAF[first], LEAF[second]]
    assert condition(all=parts).truth(FACTS) is both
    assert condition(any=parts).truth(FACTS) is either


@pytest.mark.parametrize(("inner", "outer"), [(T, F), (F, T), (U, U)])
def test_not_turns_what_is_known_and_keeps_what_is_not(inner: bool | None, outer: bool | None) -> None:
    assert condition(**{"not": LEAF[inner]}).truth(FACTS) is outer


def test_a_settled_condition_asks_nothing_even_with_unknown_parts() -> None:
    assert list(condition(any=[LEAF[T], LEAF[U]]).unknowns(FACTS)) == []
    assert list(condition(all=[LEAF[F], LEAF[U]]).unknowns(FACTS)) == []


def test_an_unsettled_condition_asks_only_after_its_unknown_parts() -> None:
    asked = list(condition(all=[LEAF[T], {"not": LEAF[U]}]).unknowns(FACTS))
    assert asked == [Ref("component", "onderdeel-van-onbekend")]


def test_a_rule_that_ran_out_is_unknown_from_the_day_after_its_last() -> None:
    rule = Rule.model_validate(
        {
            "effect": "sterk",
            "when": {"statement": "m1", "at_least": 4},
            "because": "Omdat het kan.",
            "valid_until": "2026-12-31",
        }
    )
    for answer, truth in ((5, True), (1, False)):
        facts = Known(statements={"m1": Fraction(answer)})
        assert rule.truth(facts, date(2026, 12, 31)) is truth
        assert rule.truth(facts, date(2027, 1, 1)) is None


# Random conditions over a small world, held against less and more knowledge of it.
NUMBERS = st.integers(2, 10).map(lambda half: Fraction(half, 2))
BOUNDS = st.dictionaries(st.sampled_from(["at_least", "at_most", "above", "below"]), NUMBERS, min_size=1, max_size=2)
ANSWERS = st.sampled_from(["a", "b", "c"])
DEMANDS = st.one_of(
    ANSWERS.map(lambda answer: {"is": answer}),
    ANSWERS.map(lambda answer: {"includes": answer}),
    st.lists(ANSWERS, min_size=1, max_size=2).map(lambda answers: {"one_of": answers}),
    NUMBERS.map(lambda number: {"at_least": number}),
    st.dates(date(2026, 1, 1), date(2028, 1, 1)).map(lambda day: {"at_most": day}),
)
IDS = st.sampled_from(["x", "y"])
QUADRANTS = ("q1", "q2", "q3", "q4")
LEAVES = st.one_of(
    st.builds(lambda name, bounds: {"axis": name, **bounds}, IDS, BOUNDS),
    st.lists(st.sampled_from(QUADRANTS), min_size=1, max_size=3).map(lambda names: {"quadrant": names}),
    st.builds(lambda name, bounds: {"statement": name, **bounds}, IDS, BOUNDS),
    st.builds(lambda name, demand: {"context": name, **demand}, IDS, DEMANDS),
    BOUNDS.map(lambda bounds: {"municipalities": "number", **bounds}),
    IDS.map(lambda name: {"divided": name}),
    st.builds(lambda name, bounds: {"difference": "roles", "statement": name, **bounds}, IDS, BOUNDS),
    IDS.map(lambda name: {"chosen": name}),
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"all": parts}),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
        inner.map(lambda part: {"not": part}),
    ),
    max_leaves=8,
).map(CONDITION.validate_python)
CONTEXT_VALUES: st.SearchStrategy[ContextValue | Hidden] = st.one_of(
    ANSWERS, st.frozensets(ANSWERS, min_size=1), NUMBERS, st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.just(HIDDEN)
)


def of_both(values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Something known of both ids."""
    return st.fixed_dictionaries({"x": values, "y": values})


WHOLE = st.builds(
    Known,
    axes=of_both(NUMBERS),
    play=st.permutations(QUADRANTS).map(lambda names: tuple(names[:1])),
    statements=of_both(st.one_of(NUMBERS, st.just(HIDDEN))),
    answers=of_both(CONTEXT_VALUES),
    sizes=st.fixed_dictionaries({"number": NUMBERS}),
    split=st.frozensets(IDS),
    roles=of_both(NUMBERS),
    choices=of_both(st.booleans()),
)


@st.composite
def less_and_more(draw: st.DrawFn) -> tuple[Known, Known]:
    """Two states of knowledge of one initiative; the second knows all that the first knows."""
    whole = draw(WHOLE)

    def part(source: dict[str, Any]) -> dict[str, Any]:
        shown = draw(st.sets(st.sampled_from(sorted(source)))) if source else set()
        return {name: value for name, value in source.items() if name in shown or value is HIDDEN}

    def partly(source: Known, play: tuple[str, ...]) -> Known:
        return Known(
            axes=part(source.axes),
            play=play,
            statements=part(source.statements),
            answers=part(source.answers),
            sizes=part(source.sizes),
            split=source.split,
            roles=part(source.roles),
            choices=part(source.choices),
        )

    wide = tuple(dict.fromkeys([*whole.play, *draw(st.lists(st.sampled_from(QUADRANTS), max_size=3))]))
    more = partly(whole, draw(st.sampled_from([wide, whole.play])))
    less = partly(more, draw(st.sampled_from([(), wide, more.play])))
    return less, more


@settings(deadline=None)
@given(CONDITIONS, less_and_more())
def test_more_knowledge_never_makes_a_known_condition_unknown_or_otherwise(
    when: Condition, knowledge: tuple[Known, Known]
) -> None:
    less, more = knowledge
    before = when.truth(less)
    if before is not None:
        assert when.truth(more) is before


@settings(deadline=None)
@given(CONDITIONS, WHOLE)
def test_whoever_knows_everything_has_no_unknown_conditions(when: Condition, everything: Known) -> None:
    assert when.truth(everything) is not None


@settings(deadline=None)
@given(CONDITIONS, less_and_more())
def test_a_condition_asks_something_exactly_when_it_is_unknown(when: Condition, knowledge: tuple[Known, Known]) -> None:
    facts, _ = knowledge
    asked = list(when.unknowns(facts))
    assert bool(asked) is (when.truth(facts) is None)
    known_or_hidden = {Ref("statement", name) for name in facts.statements} | {
        Ref("context", name) for name in facts.answers
    }
    assert not known_or_hidden.intersection(asked)


@settings(deadline=None)
@given(CONDITIONS)
def test_walking_a_condition_passes_every_part(when: Condition) -> None:
    passed = list(walk(when))
    assert passed[0] is when
    assert len(passed) == 1 + sum(len(list(walk(part))) for part in when.parts())
