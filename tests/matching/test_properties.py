"""What holds of every matching, whatever is offered and asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from poolwijzer.matching.matching import match_capacity
from poolwijzer.matching.values import Assignment, Offer, Request, Rules
from tests.matching.market_strategies import MONDAY, RULES, offers, requests
from tests.matching.plainly import best_score, cut_both, find_arcs, greedy_hours, score_of


@given(offers(), requests(), RULES)
def test_nobody_gives_more_than_it_offers_or_gets_more_than_it_asks(
    given: list[Offer], asked: list[Request], rules: Rules
) -> None:
    matching = match_capacity(given, asked, rules)
    assert [one.offer for one in matching.offers] == given
    assert [one.request for one in matching.requests] == asked
    for used in matching.offers:
        theirs = [one for one in matching.assignments if one.offer == used.offer]
        assert 0 <= sum(one.hours for one in theirs) == used.hours <= used.offer.hours
    for met in matching.requests:
        assert 0 <= sum(one.hours for one in met.assignments) == met.hours <= met.request.hours
        assert (met.unmet is None) == (met.missing == 0)


@given(offers(), requests(), RULES)
def test_hours_go_only_where_expertise_and_days_are_the_same(
    given: list[Offer], asked: list[Request], rules: Rules
) -> None:
    for one in match_capacity(given, asked, rules).assignments:
        assert one.offer.expertise == one.request.expertise
        assert rules.own or one.offer.municipality != one.request.municipality
        for part in one.parts:
            assert part.hours > 0
            assert max(one.offer.first, one.request.first) <= part.first <= part.last
            assert part.last <= min(one.offer.last, one.request.last)


@given(offers(), requests(), RULES)
def test_hours_that_lie_evenly_are_not_given_all_on_one_day(
    given: list[Offer], asked: list[Request], rules: Rules
) -> None:
    matching = match_capacity(given, asked, replace(rules, offered="evenly"))
    for offer in given:
        by_days: dict[tuple[date, date], int] = {}
        for one in matching.assignments:
            for part in one.parts if one.offer == offer else ():
                by_days[part.first, part.last] = by_days.get((part.first, part.last), 0) + part.hours
        for (first, last), hours in by_days.items():
            assert hours * _days(offer.first, offer.last) < offer.hours * _days(first, last) + _days(
                offer.first, offer.last
            )


@given(offers(2, 3, ("recht",)), requests(2, 4, ("recht",)), RULES)
def test_the_answer_is_the_best_of_all_ways_that_there_are(
    given: list[Offer], asked: list[Request], rules: Rules
) -> None:
    assume(len(find_arcs(given, asked, *cut_both(given, asked, rules), rules)) <= 8)
    matching = match_capacity(given, asked, rules)
    assert score_of(matching, asked) == best_score(given, asked, rules)
    assert not matching.unproven and not matching.undrawn


@given(offers(3, 2, ("recht",)), requests(3, 3, ("recht",)), RULES)
def test_the_answer_is_the_best_of_all_ways_for_three_and_three(
    given: list[Offer], asked: list[Request], rules: Rules
) -> None:
    assume(len(find_arcs(given, asked, *cut_both(given, asked, rules), rules)) <= 9)
    assert score_of(match_capacity(given, asked, rules), asked) == best_score(given, asked, rules)


@given(offers(10), requests(10), RULES)
def test_it_never_meets_less_than_who_takes_what_is_there(
    given: list[Offer], asked: list[Request], rules: Rules
) -> None:
    by_kind = [
        ([one for one in given if one.expertise == kind], [one for one in asked if one.expertise == kind])
        for kind in ("recht", "techniek")
    ]
    greedy = sum(greedy_hours(*both, rules) for both in by_kind)
    assert match_capacity(given, asked, rules).hours >= greedy


@given(offers(), requests(), RULES, st.randoms(use_true_random=False))
def test_the_order_of_the_lists_changes_nothing(
    given: list[Offer], asked: list[Request], rules: Rules, random: Random
) -> None:
    before = match_capacity(given, asked, rules)
    random.shuffle(given)
    random.shuffle(asked)
    after = match_capacity(given, asked, rules)
    assert _sorted(after.assignments) == _sorted(before.assignments)
    assert after.shortages == before.shortages
    assert {one.request.name: one for one in after.requests} == {one.request.name: one for one in before.requests}


@given(offers(8), requests(8), RULES, st.integers(0, 6), st.sampled_from(["recht", "techniek"]))
def test_one_hour_more_meets_one_more_just_where_a_shortage_is_told(
    given: list[Offer], asked: list[Request], rules: Rules, day: int, kind: str
) -> None:
    rules = replace(rules, asked="anywhere")
    before = match_capacity(given, asked, rules)
    on = MONDAY + timedelta(day)
    after = match_capacity([*given, Offer("Elders", kind, 1, on, on)], asked, rules)
    told = any(one.expertise == kind and one.first <= on <= one.last for one in before.shortages)
    assert after.hours - before.hours == told


@given(offers(8), requests(8), RULES)
def test_no_more_hours_than_a_shortage_tells_would_help(given: list[Offer], asked: list[Request], rules: Rules) -> None:
    rules = replace(rules, asked="anywhere")
    before = match_capacity(given, asked, rules)
    for one in before.shortages:
        many = [*given, Offer("Elders", one.expertise, 10_000, one.first, one.last)]
        assert 1 <= match_capacity(many, asked, rules).hours - before.hours <= one.hours


@given(offers(), requests(), RULES)
def test_what_is_short_is_told_of_a_request_too(given: list[Offer], asked: list[Request], rules: Rules) -> None:
    matching = match_capacity(given, asked, rules)
    for met in matching.requests:
        for stretch in met.unmet.helps if met.unmet else ():
            assert 0 < stretch.hours <= met.missing
            days = {stretch.first + timedelta(at) for at in range(_days(stretch.first, stretch.last))}
            short = {
                one.first + timedelta(at)
                for one in matching.shortages
                if one.expertise == met.request.expertise
                for at in range(_days(one.first, one.last))
            }
            assert days <= short


def _days(first: date, last: date) -> int:
    return (last - first).days + 1


def _sorted(assignments: tuple[Assignment, ...]) -> list[Assignment]:
    return sorted(assignments, key=repr)
