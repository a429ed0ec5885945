"""Provinces and RES regions, and the municipalities in them."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from poolwijzer.dutch import join_words
from poolwijzer.municipalities.names import OTHER_PROVINCES, by_own_name, fold_name
from poolwijzer.municipalities.table import Municipality, list_municipalities
from poolwijzer.problems import Fault, did_you_mean, quote

_OTHER_RES_REGIONS = {
    "Fryslân": "Friesland",
    "Rivierenland": "Fruitdelta Rivierenland",
    "Rivierenland (Fruitdelta)": "Fruitdelta Rivierenland",
    "Cleantech Regio": "Stedendriehoek",
    "Stedendriehoek / Cleantech Regio": "Stedendriehoek",
    "U10": "U16",
    "U10/U16": "U16",
}
_KIND_OF_REGION = "(de )?(provincie|res regio|regio|res) "
_Field = Literal["province", "res_region"]
_KINDS: dict[_Field, str] = {"province": "provincie", "res_region": "RES-regio"}


class UnknownRegion(Fault):
    """A text that does not name a province, or a RES region, where one is asked for."""


def find_in_province(name: str) -> tuple[Municipality, ...]:
    """List the municipalities of a province, in the order of their names.

    Raises:
        UnknownRegion: There is no such province.
    """
    return _in_region(name, "province")


def find_in_res_region(name: str) -> tuple[Municipality, ...]:
    """List the municipalities of a RES region, in the order of their names.

    Raises:
        UnknownRegion: There is no such RES region.
    """
    return _in_region(name, "res_region")


def list_regions() -> tuple[tuple[str, str, int], ...]:
    """List every province and RES region: its kind in Dutch, its name, and how many municipalities it has."""
    sizes: dict[tuple[str, str], int] = {}
    for field, kind in _KINDS.items():
        for name in sorted(getattr(one, field) for one in list_municipalities()):
            sizes[kind, name] = sizes.get((kind, name), 0) + 1
    return tuple((kind, name, size) for (kind, name), size in sizes.items())


def kinds_of_region(name: str) -> list[str]:
    """What a folded name is the name of: *een provincie*, *een RES-regio*, both or neither."""
    region = _without_kind(name)
    return [f"een {kind}" for field, kind in _KINDS.items() if region in _regions(field)]


def _in_region(name: str, field: _Field) -> tuple[Municipality, ...]:
    members = _regions(field)
    found = members.get(fold_name(name)) or members.get(_without_kind(fold_name(name)))
    if found is None:
        official = sorted({getattr(one, field) for one in list_municipalities()})
        hint = did_you_mean(_without_kind(fold_name(name)), official) or f"Kies {join_words(official, 'of')}."
        raise UnknownRegion(f"{quote(name.strip())} is geen {_KINDS[field]}.", hint)
    return found


def _without_kind(name: str) -> str:
    """Take off what kind of region a folded name says it is: `provincie utrecht`."""
    return re.sub(f"^{_KIND_OF_REGION}", "", name)


@cache
def _regions(field: _Field) -> dict[str, tuple[Municipality, ...]]:
    """The municipalities of every region of one kind, by its folded names."""
    members: dict[str, list[Municipality]] = {}
    for one in list_municipalities():
        members.setdefault(getattr(one, field), []).append(one)
    found = {fold_name(name): tuple(sorted(ones, key=by_own_name)) for name, ones in members.items()}
    for other, name in (OTHER_PROVINCES if field == "province" else _OTHER_RES_REGIONS).items():
        found[fold_name(other)] = found[fold_name(name)]
    return found
