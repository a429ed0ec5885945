"""The columns of a table of outcomes with what an initiative costs, and what its municipalities pay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from poolwijzer.assessment.costs import KeyKind
from poolwijzer.costs.values import NeedKind
from poolwijzer.tables.outputs.cells import WITH_COSTS, Kind, OutputColumn

_FIRST = "Bij meer jaren: in het eerste jaar."
_ANY = "elk bedrag; onder 0 krijgt zij geld"
_INDICATION = "Een indicatie, zonder btw."


def costs_columns() -> Iterator[OutputColumn]:
    """Every one of them; the same whatever the menus are."""
    yield _column("key", "word", "Hoe de gemeenten hun deel verdelen.", 26, range=", ".join(get_args(KeyKind)))
    yield _column("years", "wholes", "De jaren waarvoor de kosten gelden.", 14, range="2000 t/m 2200")
    yield _amount("total", f"Wat het in een jaar kost. {_FIRST}")
    yield _amount("income", f"Wat anderen in een jaar geven, zoals het Rijk. Het gaat van de kosten af. {_FIRST}")
    yield _amount("municipalities", f"Wat de gemeenten samen in een jaar betalen. {_FIRST} {_INDICATION}")
    what = "per inwoner betalen in een jaar."
    yield _amount("per_inhabitant", f"Wat de gemeenten samen {what} {_FIRST} {_INDICATION}")
    yield _amount(
        "lowest_per_inhabitant", f"Wat de gemeente betaalt die per inwoner het minst betaalt. {_FIRST}", span=_ANY
    )
    yield _amount(
        "highest_per_inhabitant", f"Wat de gemeente betaalt die per inwoner het meest betaalt. {_FIRST}", span=_ANY
    )
    missing = "Wat er nog nodig is voor een verdeling, met het woord uit het bestand."
    yield _column("needs", "list", missing, 20, range=", ".join(get_args(NeedKind)))


def _amount(name: str, meaning: str, span: str = "vanaf 0") -> OutputColumn:
    # Who brings more in kind than its part gets money, which is below zero.
    return _column(name, "number", meaning, 14, unit="euro", range=span)


def _column(name: str, kind: Kind, meaning: str, width: int, **more: Any) -> OutputColumn:
    return OutputColumn(f"costs.{name}", ("costs", name), kind, meaning, width, since=WITH_COSTS, **more)
