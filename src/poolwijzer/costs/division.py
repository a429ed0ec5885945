"""Who pays what: the costs of an initiative, over those who pay, for every year."""

from __future__ import annotations

from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.budget import NOTHING, find_income, find_posts, list_years, split_net
from poolwijzer.costs.keys import share_pot
from poolwijzer.costs.members import find_members, nobody
from poolwijzer.costs.values import Division, Need, YearDivision


def divide_costs(costs: Costs, initiative: Initiative) -> Division:
    """Who pays what, to the cent. What cannot be known yet is no amount but a need.

    Args:
        costs: as the file says them.
        initiative: for its municipalities; inhabitants of the file's own go before those of the table.
    """
    years = tuple(_divide_year(costs, initiative, year) for year in list_years(costs))
    needs = tuple(dict.fromkeys(need for one in years for need in one.needs))
    return Division(years, costs.key, needs)


def _divide_year(costs: Costs, initiative: Initiative, year: int | None) -> YearDivision:
    posts, income = find_posts(costs, year), find_income(costs, year)
    total = sum((one.amount for one in posts), NOTHING)
    others, pot, surplus = split_net(costs, total, income)
    net = pot + sum((one.amount for one in others), NOTHING)
    whole = YearDivision(year, posts, income, total, net, surplus, others, pot)
    members = find_members(initiative, costs, year)
    needs: tuple[Need, ...] = () if posts else (Need("posts"),)
    if not members:
        needs += (nobody(initiative, costs),)
    if costs.key is None:
        needs += (Need("key"),)
    if needs:
        return whole._replace(needs=needs)
    assert costs.key is not None
    shared = share_pot(costs.key, pot, members, total=total, year=year)
    return whole._replace(payments=shared.payments, needs=shared.needs)
