"""What a script calls for money: who pays what, from an initiative with costs, and who has which strips left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from poolwijzer.given import as_assessment, as_date, as_menus, as_path

if TYPE_CHECKING:
    from poolwijzer.costs.strips.lines import LedgerLine
    from poolwijzer.costs.strips.values import StripYear
    from poolwijzer.costs.values import Division
    from poolwijzer.given import AnyAssessment, AnyDate, AnyMenus, AnyPath
    from poolwijzer.strips.ledger import Ledger


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


def read_ledger(path: AnyPath) -> Ledger:
    """The ledger of strips, whatever lines of it cannot be read: `problems` tells those, and copies beside it.

    Raises:
        InputError: there is no such file, or it is no ledger.
    """
    from poolwijzer.strips.read import read_ledger as read

    return read(as_path("path", path))


def add_strips(path: AnyPath, lines: Iterable[LedgerLine]) -> tuple[LedgerLine, ...]:
    """Add lines to a ledger, all or none, also while others add; a ledger that is not there is made.

    Args:
        path: the ledger.
        lines: with an empty `id`. A line that has the id of another in `corrects` stands in the place of that one.

    Returns:
        The lines with their ids, once they are on the disk.

    Raises:
        InputError: it cannot be written, or a line does not fit; nothing was added then.
    """
    from poolwijzer.strips.append import append_lines

    return append_lines(as_path("path", path), tuple(lines))


def balance_strips(
    assessment: AnyAssessment,
    ledger: Ledger | Iterable[LedgerLine],
    menus: AnyMenus | None = None,
    on: AnyDate | None = None,
) -> StripYear | None:
    """Which strips everybody may use, has used and has left on a day, in the year of that day.

    Args:
        assessment: what `load` gave, or a dict of the shape of a file.
        ledger: what `read_ledger` gave, or lines.
        menus: the menus; the shipped ones if none are given.
        on: the day of the balance; see `usual_date` for what it is if none is given.

    Returns:
        The year, with a balance for each municipality; what is not set is a need. None where the file says nothing of
        costs.

    Raises:
        InputError: with every problem in it.
    """
    from poolwijzer.costs.strips.balance import balance_strips as balance
    from poolwijzer.strips.ledger import Ledger

    given = as_assessment(assessment, as_menus(menus))
    day = as_date(on)
    lines = ledger.lines if isinstance(ledger, Ledger) else tuple(ledger)
    return None if given.costs is None else balance(given.costs, given.initiative, lines, day.year, day)
