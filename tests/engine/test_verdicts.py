"""The verdict on an option: the arithmetic, what it still hangs on, and that every reason is told."""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from poolwijzer.api import find_outcome
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.claims import Effect
from poolwijzer.content.content import Content
from poolwijzer.content.on_date import menus_on
from poolwijzer.engine.results import Verdict
from poolwijzer.engine.verdicts import find_decisive, find_verdict, place_effect
from poolwijzer.outcome import Outcome
from poolwijzer.report.advice import OptionAdvice
from poolwijzer.report.advice_words import AdviceWords

Make = Callable[..., Assessment]
ON = date(2026, 11, 1)
EFFECTS: tuple[Effect, ...] = ("sterk", "past", "tegen", "sluit-uit")
FIT = {"a": 2, "b": 2, "c": 1, "d": 0, "e": 0}
PLACES = [Fraction(number, 8) for number in range(-4, 5)]
"""All that four quadrants in play can count for."""


@pytest.mark.parametrize(
    ("in_play", "effect"),
    [
        (("a",), Fraction(1, 2)),
        (("c",), 0),
        (("d",), Fraction(-1, 2)),
        (("a", "b"), Fraction(1, 2)),
        (("a", "c"), Fraction(1, 4)),
        (("c", "d"), Fraction(-1, 4)),
        (("a", "d"), 0),
        (("a", "b", "c", "d"), Fraction(1, 8)),
        ((), 0),
    ],
)
def test_the_place_is_half_a_reason_and_on_a_border_the_mean(in_play: tuple[str, ...], effect: Fraction) -> None:
    assert place_effect(FIT, in_play) == effect


def by_the_book(place: Fraction, rules: Sequence[tuple[Effect, bool | None]]) -> Verdict:
    """The decisions on arithmetic, section 1, word for word; an unknown rule is an open one."""

    def verdict(strong: int, against: int) -> Verdict:
        score = strong - against + place
        return "past-goed" if score >= 1 else "minder-passend" if score <= -1 else "kan"

    true, open_ = ([effect for effect, truth in rules if truth is known] for known in (True, None))
    if "sluit-uit" in true:
        return "minder-passend"
    if not {"sterk", "tegen"} & set(true) and verdict(0, open_.count("tegen")) != verdict(open_.count("sterk"), 0):
        return "nog-niet-te-zeggen"
    return verdict(true.count("sterk"), true.count("tegen"))


def verdict_on(place: Fraction, rules: Sequence[tuple[Effect, bool | None]]) -> Verdict:
    """The verdict that the engine finds."""
    held, open_ = ([effect for effect, truth in rules if truth is known] for known in (True, None))
    return find_verdict(place, held, open_)


TRUTHS: st.SearchStrategy[bool | None] = st.sampled_from([True, False, None])
RULES = st.lists(st.tuples(st.sampled_from(EFFECTS), TRUTHS), max_size=8)
PLACE = st.sampled_from(PLACES)


@given(place=PLACE, rules=RULES)
def test_a_verdict_is_what_was_decided(place: Fraction, rules: list[tuple[Effect, bool | None]]) -> None:
    assert verdict_on(place, rules) == by_the_book(place, rules)


@given(place=PLACE, rules=RULES, data=st.data())
def test_in_which_order_reasons_come_changes_nothing(
    place: Fraction, rules: list[tuple[Effect, bool | None]], data: st.DataObject
) -> None:
    assert verdict_on(place, data.draw(st.permutations(rules))) == verdict_on(place, rules)


@pytest.mark.parametrize("place", PLACES)
def test_the_place_alone_is_never_a_verdict(place: Fraction) -> None:
    assert find_verdict(place, [], []) == "kan"
    assert find_verdict(place, ["past"], ["past"]) == "kan"


@given(place=PLACE, rules=RULES)
def test_one_reason_more_for_never_lowers_a_verdict_and_one_more_against_never_raises_it(
    place: Fraction, rules: list[tuple[Effect, bool | None]]
) -> None:
    known: list[tuple[Effect, bool | None]] = [rule for rule in rules if rule[1] is not None]
    ranks = {"minder-passend": 0, "kan": 1, "past-goed": 2}
    before = ranks[verdict_on(place, known)]
    assert ranks[verdict_on(place, [*known, ("sterk", True)])] >= before
    assert ranks[verdict_on(place, [*known, ("tegen", True)])] <= before


@given(place=PLACE, rules=RULES, data=st.data())
def test_settling_a_rule_never_brings_a_verdict_back_to_not_to_be_told_yet(
    place: Fraction, rules: list[tuple[Effect, bool | None]], data: st.DataObject
) -> None:
    settled = [(effect, data.draw(TRUTHS) if truth is None else truth) for effect, truth in rules]
    if verdict_on(place, rules) != "nog-niet-te-zeggen":
        assert verdict_on(place, settled) != "nog-niet-te-zeggen"


def decisive_by_trying(place: Fraction, rules: list[tuple[Effect, bool | None]]) -> set[Effect]:
    """The effects of the unknown rules that change the verdict under some truth of all the others."""
    open_places = [index for index, (_, truth) in enumerate(rules) if truth is None]
    found = set()
    for own in open_places:
        others = [index for index in open_places if index != own]
        for truths in product([True, False], repeat=len(others)):
            settled = dict(zip(others, truths, strict=True))
            verdicts = {
                by_the_book(
                    place,
                    [(effect, {**settled, own: held}.get(at, truth)) for at, (effect, truth) in enumerate(rules)],
                )
                for held in (True, False)
            }
            if len(verdicts) == 2:
                found.add(rules[own][0])
                break
    return found


@given(place=PLACE, rules=RULES)
def test_a_verdict_hangs_on_exactly_the_open_rules_that_could_change_it(
    place: Fraction, rules: list[tuple[Effect, bool | None]]
) -> None:
    held, open_ = ([effect for effect, truth in rules if truth is known] for known in (True, None))
    assert find_decisive(place, held, open_) & set(open_) == decisive_by_trying(place, rules)


def advice_on(content: Content, assessment: Assessment) -> AdviceWords:
    """The advice on an assessment."""
    return AdviceWords(find_outcome(assessment, content, ON))


def options_of(advice: AdviceWords) -> dict[str, OptionAdvice]:
    """Every option of the card by id."""
    return {option.option: option for card in advice.components for option in card.options}


def test_without_a_place_it_counts_for_nothing_and_says_so(content: Content, assessment_of: Make) -> None:
    for option in options_of(advice_on(content, assessment_of(answers={"m1": 4}))).values():
        assert option.place_effect == 0
        assert option.reasons[-1].text == "De plek is nog niet bekend. Daarom telt die niet mee."


def test_what_is_excluded_is_less_suitable_whatever_speaks_for_it_and_says_when_that_changes(
    content: Content, assessment_of: Make
) -> None:
    answers = {"m1": 5, "m2": 5, "m3": 5, "m6": 1, "m7": 5}
    for known in ({}, {"answers": answers}):
        assessment = assessment_of(**known, municipalities=6, context={"verband": {"kind": "geen"}})
        option = options_of(advice_on(content, assessment))["bij-bestaand-verband"]
        assert (option.excluded, option.verdict) == (True, "minder-passend")
        assert option.reasons[0].effect == "sluit-uit"
        assert option.better_when


def test_what_nothing_is_known_of_cannot_be_told_yet_and_names_the_questions(
    content: Content, assessment_of: Make
) -> None:
    for option in options_of(advice_on(content, assessment_of())).values():
        assert option.verdict == "nog-niet-te-zeggen", option.option
        assert option.depends_on and option.reasons_open


# Any initiative: answers, situation, municipalities and choices.
NAMES = [f"{letter}{number}" for letter in "mb" for number in range(1, 11)]
ANSWERS = st.dictionaries(st.sampled_from(NAMES), st.one_of(st.integers(1, 5), st.just("weet-niet")), max_size=20)


def contexts(content: Content) -> st.SearchStrategy[dict[str, Any]]:
    """Any situation that the menus can hold."""
    parts: dict[str, st.SearchStrategy[Any]] = {}
    for name, question in content.context.items():
        ids = st.sampled_from(sorted(question.answers)) if question.answers else st.nothing()
        match question.kind:
            case "choice":
                parts[name] = ids
            case "choices":
                parts[name] = st.lists(ids, min_size=1, max_size=3, unique=True)
            case "named-choice":
                parts[name] = ids.map(lambda kind: {"kind": kind, "name": "de samenwerking"})
            case "dated-choices":
                parts[name] = st.lists(ids, min_size=1, max_size=3, unique=True).map(
                    lambda found: [{"source": source, "until": 2027} for source in found]
                )
            case "date":
                parts[name] = st.just("2027-01-01")
    return st.fixed_dictionaries({}, optional=parts)


def choices(content: Content) -> st.SearchStrategy[dict[str, Any]]:
    """Any choices from the card."""
    return st.fixed_dictionaries(
        {},
        optional={
            name: st.fixed_dictionaries(
                {},
                optional={
                    part: st.lists(st.sampled_from(sorted(component.options)), max_size=3, unique=True)
                    for part in ("options", "considering")
                },
            )
            for name, component in content.components.items()
        },
    )


def drawn(content: Content, data: st.DataObject) -> dict[str, Any]:
    """The parts of any initiative without its choices."""
    return {
        "answers": data.draw(ANSWERS),
        "context": data.draw(contexts(content)),
        "municipalities": data.draw(st.integers(0, 10)),
    }


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_every_verdict_follows_from_its_reasons_and_all_of_them_are_told(
    content: Content, assessment_of: Make, data: st.DataObject
) -> None:
    assessment = assessment_of(**drawn(content, data), choices=data.draw(choices(content)))
    rules_of = {name: option.rules for name, option in menus_on(content, ON).options.items()}
    for option in options_of(advice_on(content, assessment)).values():
        held = [(trace.effect, trace.because) for trace in option.rules if trace.truth]
        *reasons, last = option.reasons
        assert sorted(held) == sorted((reason.effect, reason.text) for reason in reasons)
        assert last.effect == "plek"
        effects = [effect for effect, _ in held]
        assert (option.reasons_for, option.reasons_against) == (effects.count("sterk"), effects.count("tegen"))
        assert option.score == option.reasons_for - option.reasons_against + option.place_effect
        standing = [
            (rule.effect, False if trace.expired else trace.truth)
            for rule, trace in zip(rules_of[option.option], option.rules, strict=True)
        ]
        assert option.verdict == by_the_book(Fraction(option.place_effect), standing)
        assert bool(option.better_when) is (option.verdict == "minder-passend")
        assert all(text.strip() and "{" not in text for text in option.better_when)


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_a_card_lists_what_most_speaks_for_first_and_what_is_impossible_last(
    content: Content, assessment_of: Make, data: st.DataObject
) -> None:
    for card in advice_on(content, assessment_of(**drawn(content, data))).components:
        menu = list(content.components[card.component].options)
        order = [
            (option.excluded, -option.score, option.reasons_against, menu.index(option.option))
            for option in card.options
        ]
        assert order == sorted(order)
        assert {option.option for option in card.options} == set(menu)


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_a_verdict_never_depends_on_what_was_chosen(content: Content, assessment_of: Make, data: st.DataObject) -> None:
    parts = drawn(content, data)
    bare = options_of(advice_on(content, assessment_of(**parts)))
    full = options_of(advice_on(content, assessment_of(**parts, choices=data.draw(choices(content)))))
    for name, option in full.items():
        assert (option.verdict, option.reasons, option.depends_on) == (
            bare[name].verdict,
            bare[name].reasons,
            bare[name].depends_on,
        )


@pytest.mark.slow
@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_the_order_in_which_things_were_written_down_does_not_change_the_advice(
    content: Content, assessment_of: Make, data: st.DataObject
) -> None:
    parts = {**drawn(content, data), "choices": data.draw(choices(content))}

    def mixed(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: mixed(value[name]) for name in data.draw(st.permutations(sorted(value)))}
        return data.draw(st.permutations(value)) if isinstance(value, list) else value

    one, other = (
        advice_on(content, assessment_of(**found))
        for found in (parts, {name: mixed(value) for name, value in parts.items()})
    )
    assert options_of(one) == options_of(other)
    assert (one.coherence, one.signals, one.open_questions) == (other.coherence, other.signals, other.open_questions)
    assert (one.steps, one.similar) == (other.steps, other.similar)


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_telling_more_about_the_situation_never_makes_a_known_rule_unknown(
    content: Content, assessment_of: Make, data: st.DataObject
) -> None:
    parts = drawn(content, data)
    told = {name: value for name, value in parts["context"].items() if data.draw(st.booleans())}
    unchanged = {"answers": parts["answers"]}
    # 'verband' may decide whether a whole axis counts, and so the place itself; it is the same in both.
    if "verband" in parts["context"]:
        told["verband"] = parts["context"]["verband"]
    less = advice_on(content, assessment_of(**unchanged, context=told))
    more = advice_on(content, assessment_of(**unchanged, **{k: parts[k] for k in ("context", "municipalities")}))
    for name, option in options_of(less).items():
        for before, after in zip(option.rules, options_of(more)[name].rules, strict=True):
            assert before.truth is None or after.truth is not None


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_telling_more_about_the_situation_never_makes_a_verdict_unknown(
    content: Content, assessment_of: Make, data: st.DataObject
) -> None:
    parts = drawn(content, data)
    told = {name: value for name, value in parts["context"].items() if data.draw(st.booleans())}
    less = assessment_of(answers=parts["answers"], context=told)
    before, after = (Outcome(content, one, ON).judgement for one in (less, assessment_of(**parts)))
    # Some answers move the place, and with it what an open question can do.
    assume(before.facts.placement.in_play == after.facts.placement.in_play)
    for name, option in before.facts.content.options.items():
        # And some make another question pointless, so that its answer does not count.
        if all(before.truth(rule) in (None, after.truth(rule)) for rule in option.rules):
            assert before.verdicts[name] == "nog-niet-te-zeggen" or after.verdicts[name] != "nog-niet-te-zeggen"
