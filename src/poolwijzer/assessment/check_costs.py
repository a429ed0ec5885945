"""Whether the costs in a file hang together: their municipalities, their years and who pays.

The model refuses most of this too, for whoever builds one. Here each is told at the value that it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from typing import Any

from poolwijzer.assessment.mismatch import Loc, MenuMismatch, as_group, as_list, key_of
from poolwijzer.assessment.payers import IN_YEARS, find_in_deduction, find_in_shares, find_in_years
from poolwijzer.dutch import short_percentage
from poolwijzer.problems import did_you_mean, quote
from poolwijzer.validation import Fault
from poolwijzer.validation.amounts import read_share

COSTS: Loc = ("costs",)
_BY_MUNICIPALITY = ("weights", "days", "use", "hours")


def find_in_costs(costs: dict[str, Any], listed: list[Any]) -> Iterator[MenuMismatch]:
    """Everything among the costs that does not hang together.

    Args:
        costs: as typed.
        listed: the municipalities of the initiative, as typed.
    """
    keys = _keys(costs)
    maps = _maps(costs, keys)
    yield from _twice(maps)
    yield from _outside_list(maps, keys, listed)
    yield from _outside_years(costs, keys)
    yield from _payers(costs)
    yield from _parts_of_a_whole(costs, keys)


_Groups = list[tuple[Loc, dict[str, Any]]]
"""Parts of the costs, with the place of each among these."""


def _keys(costs: dict[str, Any]) -> _Groups:
    """Every key: of the costs, of the card of strips, and those to compare with."""
    strips = as_group(as_group(costs, "strips"), "key")
    found: _Groups = [(("key",), as_group(costs, "key")), (("strips", "key"), strips)]
    others = enumerate(as_list(costs, "compare"))
    found += [(("compare", at), one) for at, one in others if isinstance(one, dict)]
    return [(loc, key) for loc, key in found if key]


def _maps(costs: dict[str, Any], keys: _Groups) -> _Groups:
    """Where something is said for each municipality."""
    found = [((*loc, word), as_group(key, word)) for loc, key in keys for word in _BY_MUNICIPALITY]
    found.append((("members",), as_group(costs, "members")))
    found.append((("last_year", "contributions"), as_group(as_group(costs, "last_year"), "contributions")))
    return [(loc, values) for loc, values in found if values]


def _twice(maps: _Groups) -> Iterator[MenuMismatch]:
    """A municipality that stands twice in what is said for each: by another name, or by its code."""
    for loc, values in maps:
        seen: dict[str, str] = {}
        for name in values:
            if (first := seen.setdefault(key_of(name), name)) != name:
                message = f"De gemeente {quote(first)} staat hier twee keer: ook als {quote(name)}."
                here = (*COSTS, *loc)
                yield MenuMismatch((*here, name), message, "Haal er een weg.", key=True, covers=(here,))


def _outside_list(maps: _Groups, keys: _Groups, listed: list[Any]) -> Iterator[MenuMismatch]:
    """Municipalities that do not take part: their figures would change nothing."""
    named = list(_named(maps, keys))
    if not named:
        return
    names = [one.get("name") or one.get("code") if isinstance(one, dict) else one for one in listed]
    known = {key_of(name): name for name in names if isinstance(name, str)}
    for loc, name, key in named:
        if isinstance(name, str) and name and known and key_of(name) not in known:
            message = f"De gemeente {quote(name)} doet niet mee: zij staat niet in initiative.municipalities."
            seek = partial(_meant, name, list(known.values()))
            yield MenuMismatch((*COSTS, *loc), message, key=key, seek=seek)


def _meant(name: str, known: list[str]) -> str:
    return did_you_mean(name, known) or "Haal haar hier weg, of zet haar in die lijst."


def _named(maps: _Groups, keys: _Groups) -> Iterator[tuple[Loc, Any, bool]]:
    """Where the costs name a municipality that has to take part, and whether it is the key of a value."""
    for loc, values in maps:
        # What was paid before can be of who left since.
        if loc[0] != "last_year":
            yield from (((*loc, name), name, True) for name in values)
    for loc, key in keys:
        for index, one in enumerate(as_list(key, "assignments")):
            given = one.get("municipality") if isinstance(one, dict) else None
            yield (*loc, "assignments", index, "municipality"), given, False


def _outside_years(costs: dict[str, Any], keys: _Groups) -> Iterator[MenuMismatch]:
    """Amounts and assignments of years that are not among those of the costs, and years without an amount."""
    years = [str(year) for year in as_list(costs, "years")]
    for part, word in (("posts", "what"), ("income", "from")):
        for index, one in enumerate(as_list(costs, part)):
            amounts = as_group(one, "amount")
            here: Loc = (*COSTS, part, index, "amount")
            what = one.get(word) if isinstance(one, dict) else None
            for year, fault in find_in_years(str(what), amounts, years) if amounts else ():
                if year is None:
                    yield MenuMismatch(here, *fault.briefly(), covers=(COSTS,))
                elif re.fullmatch("[0-9]{4}", year):
                    yield MenuMismatch((*here, year), *fault.briefly(), key=True, covers=(COSTS,))
    for loc, key in keys:
        for index, one in enumerate(as_list(key, "assignments")):
            asked = one.get("year") if isinstance(one, dict) else None
            if isinstance(asked, str) and asked.isdigit() and asked not in years:
                message = f"Deze opdracht is in {asked}, en dat staat niet in years."
                here = (*COSTS, *loc, "assignments", index, "year")
                yield MenuMismatch(here, message, IN_YEARS, covers=(COSTS,))


def _payers(costs: dict[str, Any]) -> Iterator[MenuMismatch]:
    """Money that lowers the contribution of who does not pay."""
    for index, one in enumerate(as_list(costs, "income")):
        payer = one.get("for") if isinstance(one, dict) else None
        if isinstance(payer, str) and payer and (fault := find_in_deduction(payer, as_group(costs, "shares"))):
            yield MenuMismatch((*COSTS, "income", index, "for"), *fault.briefly(), covers=(COSTS,))


def _parts_of_a_whole(costs: dict[str, Any], keys: _Groups) -> Iterator[MenuMismatch]:
    """Shares that are more than all of it, or do not add up to it where those of the municipalities are among them."""
    shares = as_group(costs, "shares")
    total = _total(shares)
    if total is not None and (fault := find_in_shares(total, shares)):
        yield MenuMismatch((*COSTS, "shares"), *fault.briefly(), covers=(COSTS,))
    for loc, key in keys:
        weights = as_group(key, "weights")
        if weights and all(isinstance(one, str) and one.strip().endswith("%") for one in weights.values()):
            total = _total(weights)
            if total is not None and total != 1:
                message = f"De gewichten zijn samen {short_percentage(total, 2)}, en niet 100%."
                hint = "Verander een deel. Of schrijf getallen zonder procentteken: die hoeven samen niets te zijn."
                yield MenuMismatch((*COSTS, *loc, "weights"), message, hint)


def _total(shares: dict[str, Any]) -> Fraction | None:
    try:
        return sum(map(read_share, shares.values()), Fraction()) if shares else None
    except Fault:
        return None
