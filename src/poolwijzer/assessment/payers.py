"""Who pays, however the name is typed: one name for each municipality, one word for all, and one for everybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeVar

from poolwijzer.dutch import short_percentage
from poolwijzer.municipalities import fold_name, official_name
from poolwijzer.problems import Fault, quote

MUNICIPALITIES = "gemeenten"
"""What the municipalities together are called among those who pay."""
EVERYBODY = "iedereen"
IN_YEARS = "Zet het jaar in years, zoals years: [2027, 2028]."
Year = TypeVar("Year", int, str)
"""As it is read, or as it was typed."""


def by_official_name(values: Any) -> Any:
    """Names of municipalities as the table has them, so that an alias or code is the same municipality."""
    if not isinstance(values, Mapping):
        return values
    named: dict[Any, Any] = {}
    seen: set[str] = set()
    for name, value in values.items():
        official = official_name(name) if isinstance(name, str) else name
        if (key := fold_name(str(official))) in seen:
            raise Fault(f"De gemeente {official} staat hier twee keer.", "Haal er een weg.")
        seen.add(key)
        named[official] = value
    return named


def payer_meant(name: Any) -> Any:
    """Who pays, with one word for the municipalities and one for everybody, however they are typed."""
    if not isinstance(name, str):
        return name
    folded = " ".join(name.lower().split()).removeprefix("de ")
    if folded in ("gemeente", MUNICIPALITIES):
        return MUNICIPALITIES
    return EVERYBODY if folded in ("iedereen", "allen", "alle") else name


def each_payer_once(values: Any) -> Any:
    """The shares by who pays; nobody twice, however typed."""
    if not isinstance(values, Mapping):
        return values
    named: dict[Any, Any] = {}
    seen: set[str] = set()
    for name, value in values.items():
        payer = payer_meant(name)
        if payer == EVERYBODY:
            raise Fault(
                "Bij shares staat iedereen, en dat is geen betaler.", "Noem wie betaalt, zoals {provincie: 1/3}."
            )
        if (key := str(payer).strip().lower()) in seen:
            raise Fault(f"{quote(name)} staat twee keer in shares.", "Haal er een weg.")
        seen.add(key)
        named[payer] = value
    return named


def find_in_shares(total: Fraction, names: Iterable[Any]) -> Fault | None:
    """What is wrong with shares that come to this total; None where they add up.

    Args:
        total: of all of them.
        names: of who pays them, as typed.
    """
    if total > 1:
        told = f"De delen in shares zijn samen meer dan het geheel: {short_percentage(total, 2)}."
        return Fault(told, "Verlaag een deel.")
    if total != 1 and MUNICIPALITIES in map(payer_meant, names):
        hint = "Laat gemeenten weg: zij betalen de rest. Of schrijf een deel als 1/3."
        return Fault(f"De delen in shares zijn samen {short_percentage(total, 2)}, en niet 100%.", hint)
    return None


def find_in_deduction(payer: str, shares: Iterable[str]) -> Fault | None:
    """What is wrong with money that lowers the contribution of somebody; None where that one pays."""
    payers = list(dict.fromkeys([EVERYBODY, MUNICIPALITIES, *(name for name in shares if payer_meant(name) == name)]))
    if str(payer_meant(payer)).lower() in {name.lower() for name in payers}:
        return None
    message = f"Dit geld verlaagt de bijdrage van {payer}, en die betaalt niet mee."
    return Fault(message, f"Kies uit: {', '.join(payers)}.")


def find_in_years(what: str, amounts: Iterable[Year], years: Sequence[Year]) -> Iterator[tuple[Year | None, Fault]]:
    """What is wrong with amounts by year: each year too many, and None with the first one that is missing."""
    given = list(amounts)
    for year in given:
        if year not in years:
            yield year, Fault(f"Bij {what} staat een bedrag voor {year}, en dat jaar staat niet in years.", IN_YEARS)
    if missing := [year for year in years if year not in given]:
        yield None, Fault(f"Bij {what} ontbreekt een bedrag voor {missing[0]}.", "Schrijf voor elk jaar een bedrag.")


def under_names(values: dict[str, Any], names: Mapping[str, str]) -> None:
    """Put what stands for a municipality of one's own under the name that it has in the list.

    Args:
        values: by municipality.
        names: of those of one's own, by their folded name.
    """
    listed = {names.get(fold_name(name), name): value for name, value in values.items()}
    values.clear()
    values.update(listed)
