"""Who pays, however the name is typed: one name for each municipality, one word for all, and one for everybody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from poolwijzer.municipalities import fold_name, official_name
from poolwijzer.problems import Fault, quote

MUNICIPALITIES = "gemeenten"
"""What the municipalities together are called among those who pay."""
EVERYBODY = "iedereen"


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


def under_names(values: dict[str, Any], names: Mapping[str, str]) -> None:
    """Put what stands for a municipality of one's own under the name that it has in the list.

    Args:
        values: by municipality.
        names: of those of one's own, by their folded name.
    """
    listed = {names.get(fold_name(name), name): value for name, value in values.items()}
    values.clear()
    values.update(listed)
