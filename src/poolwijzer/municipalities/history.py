"""Municipalities that are no more, and which have their area now.

Read only when a name or code is not one of today: the table is three times as long as that of today.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from poolwijzer.dutch import join_words, long_date
from poolwijzer.municipalities.names import fold_name, index_by_name
from poolwijzer.municipalities.table import Municipality, read_rows, without_addition

# What the source adds to keep namesakes apart, as people write it out.
_PROVINCES = {
    "F": "Friesland",
    "Gld": "Gelderland",
    "L": "Limburg",
    "NB": "Noord-Brabant",
    "NH": "Noord-Holland",
    "U": "Utrecht",
    "ZH": "Zuid-Holland",
}


class Former(NamedTuple):
    """A municipality that is no more.

    Attributes:
        name: Its name, with an addition where another has or had the same.
        since: The first day without it.
        heirs: The municipalities of today with its area, in the order of the table; what went to which is not known.
        at_once: Whether its area went to these heirs on that day, and not by way of others that are gone too.
    """

    name: str
    since: date
    heirs: tuple[Municipality, ...]
    at_once: bool

    def tell(self) -> str:
        """Say what became of it."""
        names = [heir.name for heir in self.heirs]
        if self.at_once and len(names) == 1:
            return f"{self.name} hoort sinds {long_date(self.since)} bij {names[0]}."
        gone = f"{self.name} is sinds {long_date(self.since)} geen gemeente meer."
        if self.at_once:
            return f"{gone} Het gebied is verdeeld over {join_words(names)}."
        return f"{gone} Het gebied hoort nu bij {join_words(names, 'of')}."


def find_former(name: str) -> tuple[Former, ...]:
    """The former municipalities with this folded name, or with this code as `as_code` gives it."""
    return _index().get(name, ())


@cache
def list_former_names() -> tuple[tuple[str, str], ...]:
    """The names of all former municipalities without additions, folded and as they are written."""
    names = {without_addition(name) for name, _, _ in _table().values()}
    return tuple((fold_name(name), name) for name in sorted(names))


@cache
def _index() -> dict[str, tuple[Former, ...]]:
    found: dict[str, dict[str, Former]] = {}
    for code, (name, since, into) in _table().items():
        former = Former(name, since, _heirs(code), all(heir.lower() in index_by_name() for heir in into))
        short = without_addition(name)
        addition = name.removeprefix(f"{short} (").removesuffix(")")
        for key in {code.lower(), *map(fold_name, (name, short, f"{short} {_PROVINCES.get(addition, '')}"))}:
            found.setdefault(key, {})[code] = former
    return {key: tuple(ones.values()) for key, ones in found.items()}


def _heirs(code: str) -> tuple[Municipality, ...]:
    """Who has the area of a code today, followed through all mergers since."""
    if today := index_by_name().get(code.lower()):
        return (today,)
    return tuple(dict.fromkeys(heir for into in _table()[code][2] for heir in _heirs(into)))


@cache
def _table() -> dict[str, tuple[str, date, tuple[str, ...]]]:
    """For every code that is no more: the name, the first day without it, and the codes that got the area."""
    found: dict[str, tuple[str, date, tuple[str, ...]]] = {}
    for code, name, since, into in read_rows("gemeente-voormalig.csv"):
        earlier = found[code][2] if code in found else ()
        found[code] = (name, date.fromisoformat(since), (*earlier, into))
    return found
