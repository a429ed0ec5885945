"""The budget of a year: what it costs, what others give, and what is left for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from poolwijzer.assessment import costs as given
from poolwijzer.assessment.costs import EVERYBODY, MUNICIPALITIES, Amounts, Costs
from poolwijzer.costs.rounding import apportion, round_money
from poolwijzer.costs.values import Income, OtherPayment, Post

NOTHING = Decimal("0.00")


def find_posts(costs: Costs, year: int | None) -> tuple[Post, ...]:
    """What it costs this year, with the yearly rise; without posts what the assignments cost."""
    if not costs.posts and costs.key and costs.key.assignments:
        asked = [one for one in costs.key.assignments if one.year in (None, year)]
        return tuple(Post(one.what or one.municipality, one.amount, demand=True) for one in asked)
    return tuple(Post(one.what, _in_year(one, costs, year), one.demand) for one in costs.posts)


def find_income(costs: Costs, year: int | None) -> tuple[Income, ...]:
    """What others give this year."""
    return tuple(Income(one.source, _amount(one.amount, year), one.deduct_from) for one in costs.income)


def split_net(
    costs: Costs, total: Decimal, income: Sequence[Income]
) -> tuple[tuple[OtherPayment, ...], Decimal, Decimal]:
    """What each other pays, what the municipalities pay together, and how much more others give than it costs.

    Money for everybody lowers the contribution of all in proportion to their shares, as in Drenthe.
    """
    general = sum((one.amount for one in income if one.deduct_from == EVERYBODY), NOTHING)
    surplus = max(general - total, NOTHING)
    names = [name for name in costs.shares if name != MUNICIPALITIES]
    shares = [costs.shares[name] for name in names]
    parts = apportion(total - general + surplus, [*shares, 1 - sum(shares, Fraction())], [*names, MUNICIPALITIES])
    left = dict(zip([*names, MUNICIPALITIES], parts, strict=True))
    for one in income:
        if one.deduct_from != EVERYBODY:
            surplus += max(one.amount - left[one.deduct_from], NOTHING)
            left[one.deduct_from] = max(left[one.deduct_from] - one.amount, NOTHING)
    pot = left.pop(MUNICIPALITIES)
    return tuple(OtherPayment(name, amount) for name, amount in left.items()), pot, surplus


def list_years(costs: Costs) -> Iterator[int | None]:
    """The years of the budget; None where it names none."""
    yield from sorted(costs.years) if costs.years else (None,)


def _in_year(post: given.Post, costs: Costs, year: int | None) -> Decimal:
    rise = costs.indexing if post.indexing is None else post.indexing
    if isinstance(post.amount, dict) or not rise or year is None:
        return _amount(post.amount, year)
    return round_money(Fraction(post.amount) * (1 + rise) ** (year - min(costs.years)))


def _amount(amount: Amounts, year: int | None) -> Decimal:
    if isinstance(amount, Decimal):
        return amount
    assert year is not None  # who gives an amount for each year gives years
    return amount[year]
