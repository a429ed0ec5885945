"""What a script calls for money and hours: who pays what, who has which strips left, and who helps whom."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poolwijzer.given import as_assessment, as_date, as_menus, as_names, as_path, warn_of, wrong_type

if TYPE_CHECKING:
    from poolwijzer.costs.strips.lines import LedgerLine
    from poolwijzer.costs.strips.values import StripYear
    from poolwijzer.costs.values import Division
    from poolwijzer.given import AnyAssessment, AnyDate, AnyMenus, AnyPath
    from poolwijzer.matching.values import Matching
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

    return append_lines(as_path("path", path), _as_lines("lines", lines))


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
    lines = ledger.lines if isinstance(ledger, Ledger) else _as_lines("ledger", ledger)
    return None if given.costs is None else balance(given.costs, given.initiative, lines, day.year, day)


def match_capacity(
    given: AnyPath | Iterable[AnyPath] | Mapping[str, Any] = (),
    *,
    requests: AnyPath | Iterable[AnyPath] = (),
    offers: AnyPath | Iterable[AnyPath] = (),
) -> Matching:
    """Who helps whom: hours that are asked, met from hours that are offered.

    The same files give the same matching, in whatever order they are named. Rows of tables that cannot be used are
    left out, each with a warning.

    Args:
        given: a file with requests, offers and rules, tables, or a dict of the shape of such a file.
        requests: tables with only requests.
        offers: tables with only offers.

    Returns:
        The matching: of every request what is met, from which offers, and why not all is.

    Raises:
        InputError: with every problem in the files, or because the extra `matching` is not installed.
    """
    from poolwijzer.matching.matching import match_capacity as match
    from poolwijzer.matching.reading.gather import Source, gather_hours

    if isinstance(given, Mapping):
        sources = [Source(Path("given"), raw=_as_json(given))]
    else:
        sources = [Source(Path(name)) for name in as_names("given", given)]
    sources += [Source(Path(name), True) for name in as_names("requests", requests)]
    sources += [Source(Path(name), False) for name in as_names("offers", offers)]
    hours = gather_hours(sources)
    warn_of((*hours.remarks, *hours.left_out))
    return match(hours.offered(), hours.asked(), hours.rules)


def _as_lines(name: str, given: object) -> tuple[LedgerLine, ...]:
    from numbers import Rational

    from poolwijzer.costs.strips.lines import LedgerLine

    lines = tuple(given) if isinstance(given, Iterable) else (None,)
    amounts = (amount for one in lines if isinstance(one, LedgerLine) for amount in (one.hours, one.strips))
    if all(isinstance(one, LedgerLine) for one in lines) and all(isinstance(one, Rational | None) for one in amounts):
        return lines
    raise wrong_type(name, "regels van het soort LedgerLine, met uren of strippen als Fraction of int", given)


def _as_json(given: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(given, ensure_ascii=False, default=_isoformat).encode("utf-8", "surrogatepass")
    except (TypeError, ValueError):
        raise wrong_type("given", "een dict als in het bestand met vraag en aanbod", given) from None


def _isoformat(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"een {type(value).__name__}")
