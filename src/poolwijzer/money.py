"""What a script calls for money: who pays what, from an initiative with costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from poolwijzer.given import as_assessment, as_menus

if TYPE_CHECKING:
    from poolwijzer.costs.values import Division
    from poolwijzer.given import AnyAssessment, AnyMenus


def divide_costs(assessment: AnyAssessment, menus: AnyMenus | None = None) -> Division | None:
    """Who pays what, for every year: amounts in euros with two decimals, which add up to the cent.

    What is not set is no guess but a need: see `needs` of the division and of each year.

    Args:
        assessment: what `load` gave, or a dict of the shape of a file.
        menus: the menus; the shipped ones if none are given.

    Returns:
        The division; None where the file says nothing of costs.

    Raises:
        InputError: with every problem in it.
    """
    from poolwijzer.costs.division import divide_costs as divide

    given = as_assessment(assessment, as_menus(menus))
    return None if given.costs is None else divide(given.costs, given.initiative)
