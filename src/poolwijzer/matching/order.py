"""An order that does not depend on the list, and a lot that is drawn from names and so always falls the same way."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from poolwijzer.matching.values import Offer, Request

LOTS = 1 << 16
"""So many lots there are; of so many two sums are hardly ever alike, so that the least is one of its kind."""


def in_order(given: Sequence[Offer] | Sequence[Request]) -> list[int]:
    """The places of what was given, by all that is known of it: the same order for the same in another order."""
    return sorted(range(len(given)), key=lambda at: _tell(given[at]))


def name_all(given: Sequence[Offer] | Sequence[Request]) -> list[str]:
    """For each, in order, a name that no other has: of two that are the same the second is told so."""
    seen: dict[str, int] = {}
    names = []
    for one in given:
        name = repr(_tell(one))
        seen[name] = seen.get(name, 0) + 1
        names.append(f"{name} {seen[name]}")
    return names


def draw_lot(*names: str) -> int:
    """A lot for what has these names, from 1 to `LOTS`. An alphabet would favour the same ones every time."""
    drawn = blake2b("\n".join(names).encode(errors="surrogatepass"), digest_size=4).digest()
    return 1 + int.from_bytes(drawn) % LOTS


def _tell(one: Offer | Request) -> tuple[str, str, int, int, int, str]:
    return one.municipality, one.expertise, one.first.toordinal(), one.last.toordinal(), one.hours, one.name
