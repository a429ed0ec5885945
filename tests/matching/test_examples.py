"""Matchings that can be followed by hand."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from poolwijzer.matching.matching import match_capacity
from poolwijzer.matching.values import Matching, Offer, Request, Rules, Shortage, Stretch, Unmet
from poolwijzer.problems import InputError

JANUARY, FEBRUARY, MARCH = ((date(2027, month, 1), date(2027, month + 1, 1) - timedelta(1)) for month in (1, 2, 3))
SPRING = JANUARY[0], MARCH[1]


def offer(who: str, hours: int, days: tuple[date, date] = JANUARY, kind: str = "warmte") -> Offer:
    return Offer(who, kind, hours, *days)


def request(who: str, hours: int, days: tuple[date, date] = JANUARY, kind: str = "warmte") -> Request:
    return Request(who, kind, hours, *days)


def match(offers: list[Offer], requests: list[Request], rules: Rules | None = None) -> Matching:
    return match_capacity(offers, requests, rules or Rules())


def pairs(matching: Matching) -> list[tuple[str, str, int]]:
    return sorted((one.offer.municipality, one.request.municipality, one.hours) for one in matching.assignments)


def test_who_asks_what_one_other_can_give_gets_it_of_that_one() -> None:
    matching = match([offer("Assen", 60), offer("Emmen", 40)], [request("Meppel", 40), request("Hoogeveen", 60)])
    assert pairs(matching) == [("Assen", "Hoogeveen", 60), ("Emmen", "Meppel", 40)]
    assert matching.hours == 100 and not matching.shortages and not matching.unproven and not matching.undrawn
    assert all(one.unmet is None for one in matching.requests)


def test_the_most_hours_go_before_the_fewest_pairs() -> None:
    # One pair of 50 would do for Meppel alone, but then Aa en Hunze, which can be met in January only, gets nothing.
    offers = [offer("Assen", 50), offer("Emmen", 50, FEBRUARY)]
    requests = [request("Meppel", 100, (JANUARY[0], FEBRUARY[1])), request("Aa en Hunze", 30)]
    matching = match(offers, requests)
    assert matching.hours == 100
    assert len(matching.assignments) == 2


def test_hours_of_an_offer_lie_evenly_over_its_days_unless_the_rules_say_otherwise() -> None:
    offers, requests = [offer("Assen", 90, SPRING)], [request("Emmen", 90)]
    evenly = match(offers, requests)
    assert evenly.hours == 31  # 31 of the 90 days
    assert evenly.assignments[0].parts == (Stretch(*JANUARY, 31),)
    assert evenly.offers[0].left == 59
    assert match(offers, requests, Rules(offered="anywhere")).hours == 90


def test_hours_that_are_asked_evenly_are_met_on_the_days_that_others_have_them() -> None:
    offers, requests = [offer("Assen", 90)], [request("Emmen", 90, SPRING)]
    assert match(offers, requests).hours == 90
    assert match(offers, requests, Rules(asked="evenly")).hours == 31


def test_who_goes_first_is_met_before_others_and_that_costs_no_hours() -> None:
    offers, requests = [offer("Assen", 50)], [request("Emmen", 50), request("Westerveld", 50)]
    for first in ("Emmen", "Westerveld"):
        matching = match(offers, requests, Rules(priority={first: 0}))
        assert pairs(matching) == [("Assen", first, 50)]
        (lacking,) = [one.unmet for one in matching.requests if one.unmet]
        assert lacking == Unmet("scarce", 50, 50, (Stretch(*JANUARY, 50),))


def test_nobody_is_lent_its_own_people_unless_the_rules_say_so() -> None:
    offers, requests = [offer("Assen", 50)], [request("Assen", 50)]
    matching = match(offers, requests)
    assert matching.hours == 0
    assert matching.requests[0].unmet == Unmet("only_own", helps=(Stretch(*JANUARY, 50),))
    assert match(offers, requests, Rules(own=True)).hours == 50


def test_two_that_both_give_and_ask_change_with_each_other() -> None:
    matching = match([offer("Assen", 50), offer("Emmen", 50)], [request("Assen", 50), request("Emmen", 50)])
    assert pairs(matching) == [("Assen", "Emmen", 50), ("Emmen", "Assen", 50)]


def test_it_is_told_why_hours_are_not_met() -> None:
    offers = [offer("Assen", 50), offer("Meppel", 10, kind="recht")]
    requests = [
        request("Emmen", 20, kind="communicatie"),
        request("Emmen", 20, MARCH),
        request("Meppel", 20, kind="recht"),
        request("Emmen", 80),
    ]
    matching = match(offers, requests)
    assert [one.unmet.why if one.unmet else "" for one in matching.requests] == [
        "no_expertise",
        "other_period",
        "only_own",
        "scarce",
    ]
    assert [one.missing for one in matching.requests] == [20, 20, 20, 30]
    assert matching.shortages == (
        Shortage("communicatie", *JANUARY, 20),
        Shortage("recht", *JANUARY, 20),
        Shortage("warmte", *JANUARY, 30),
        Shortage("warmte", *MARCH, 20),
    )


def test_an_hour_more_helps_where_it_frees_an_hour_of_another_month() -> None:
    # Emmen can take its hours in February too, and then leaves those of January to Meppel.
    offers = [offer("Assen", 40)]
    requests = [request("Emmen", 40, (JANUARY[0], FEBRUARY[1])), request("Meppel", 40)]
    matching = match(offers, requests, Rules(priority={"Emmen": 0}))
    assert pairs(matching) == [("Assen", "Emmen", 40)]
    assert matching.shortages == (Shortage("warmte", JANUARY[0], FEBRUARY[1], 40),)


def test_of_equal_ways_the_same_one_is_chosen_every_time() -> None:
    names = ["Assen", "Emmen", "Meppel", "Hoogeveen"]
    offers, requests = [offer(f"van {name}", 40) for name in names], [request(name, 40) for name in names]
    first = match(offers, requests)
    assert pairs(match(offers[::-1], requests[::-1])) == pairs(first)
    assert len(first.assignments) == 4 and not first.undrawn


def test_rows_that_are_the_same_count_twice() -> None:
    matching = match([offer("Assen", 40)] * 2, [request("Emmen", 40)] * 2)
    assert matching.hours == 80
    assert [one.hours for one in matching.offers] == [one.hours for one in matching.requests] == [40, 40]


def test_nothing_offered_and_nothing_asked_is_no_matching() -> None:
    assert match([], []) == Matching(Rules(), (), ())
    assert match([offer("Assen", 40)], []).offers[0].left == 40
    assert [one.unmet for one in match([], [request("Emmen", 40)]).requests] == [
        Unmet("no_expertise", helps=(Stretch(*JANUARY, 40),))
    ]


@pytest.mark.parametrize("wrong", [offer("Assen", 0), offer("Assen", -1), offer("Assen", 1, JANUARY[::-1])])
def test_no_hours_and_no_period_are_refused(wrong: Offer) -> None:
    with pytest.raises(ValueError, match="no hours"):
        match([wrong], [])


def test_a_large_market_is_made_better_in_parts_and_says_that_it_is_not_proven() -> None:
    kinds = [(f"G{at}", 8 * (1 + at * 7 % 23)) for at in range(18)]
    offers = [offer(f"van {who}", hours, SPRING) for who, hours in kinds]
    requests = [request(who, hours + 8 * (at % 3 - 1), SPRING) for at, (who, hours) in enumerate(kinds) if hours > 8]
    matching = match(offers, requests)
    assert matching.unproven == ("warmte",)
    assert matching.hours == min(sum(one.hours for one in offers), sum(one.hours for one in requests))
    assert pairs(match(offers[::-1], requests[::-1])) == pairs(matching)


def test_without_the_library_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    with pytest.raises(InputError, match=r'pip install "poolwijzer\[matching\]"'):
        match([], [])


def test_the_solver_says_nothing_of_itself(tmp_path: Path) -> None:
    # What it writes would stand before the JSON of a command. It tells its name once in a process: this is a new one.
    program = (
        "from datetime import date\n"
        "from poolwijzer.matching.matching import match_capacity\n"
        "from poolwijzer.matching.values import Offer, Request, Rules\n"
        "days = date(2027, 1, 1), date(2027, 1, 31)\n"
        "match_capacity([Offer('A', 'x', 5, *days)], [Request('B', 'x', 5, *days)], Rules())\n"
    )
    result = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, check=True)
    assert (result.stdout, result.stderr) == (b"", b"")
