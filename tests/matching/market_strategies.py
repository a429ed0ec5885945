"""Small markets that hypothesis draws: a few municipalities, two expertises, and days of one week."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from poolwijzer.matching.values import Offer, Request, Rules

MONDAY = date(2027, 3, 1)
MUNICIPALITIES = ("Assen", "Emmen", "Meppel")
SPREADS = st.sampled_from(["evenly", "anywhere"])


def rows(
    most: int, hours: int, kinds: tuple[str, ...]
) -> st.SearchStrategy[list[tuple[str, str, int, date, date, str]]]:
    """What an offer and a request are made from."""
    days = st.lists(st.integers(0, 6), min_size=2, max_size=2).map(sorted)
    one = st.tuples(st.sampled_from(MUNICIPALITIES), st.sampled_from(kinds), st.integers(1, hours), days)
    return st.lists(one, max_size=most).map(
        lambda drawn: [
            (who, kind, hours, MONDAY + timedelta(first), MONDAY + timedelta(last), str(at))
            for at, (who, kind, hours, (first, last)) in enumerate(drawn)
        ]
    )


def offers(
    most: int = 6, hours: int = 30, kinds: tuple[str, ...] = ("recht", "techniek")
) -> st.SearchStrategy[list[Offer]]:
    """Offers."""
    return rows(most, hours, kinds).map(lambda drawn: [Offer(*one) for one in drawn])


def requests(
    most: int = 6, hours: int = 30, kinds: tuple[str, ...] = ("recht", "techniek")
) -> st.SearchStrategy[list[Request]]:
    """Requests."""
    return rows(most, hours, kinds).map(lambda drawn: [Request(*one) for one in drawn])


PRIORITIES = st.dictionaries(st.sampled_from(MUNICIPALITIES), st.integers(0, 2))
RULES = st.builds(Rules, priority=PRIORITIES, offered=SPREADS, asked=SPREADS, own=st.booleans())
