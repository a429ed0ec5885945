"""What is told of whom a new line is about, right after it was written."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.costs.strips.values import StripBalance
from poolwijzer.dutch import short_number
from poolwijzer.report.strips.material import StripMaterial
from poolwijzer.report.strips.signals import tell_signal
from poolwijzer.report.strips.words import tell_strips


def tell_balances(line: LedgerLine, material: StripMaterial) -> Iterator[str]:
    """What whom a line is about has left, in a sentence each; nothing while there is no balance."""
    if not material.known:
        return
    if line.kind == "joint":
        joint = material.year.joint
        yield f"Voor iedereen samen: {short_number(joint.used)} van {tell_strips(joint.share)} gebruikt."
        return
    for balance in material.year.balances:
        if balance.municipality in (line.municipality, line.to):
            yield tell_balance(balance)
            if balance.signal:
                yield f"Tijd voor een goed gesprek. {tell_signal(balance)}"


def tell_balance(one: StripBalance) -> str:
    """What a municipality used and has left."""
    if one.member is None:
        return f"{one.municipality} doet in dit jaar niet mee. Het gebruik is nu {tell_strips(one.used)}."
    if one.available < 0:
        return f"{one.municipality} gaf {tell_strips(-one.available)} meer weg dan zij had."
    used = f"{one.municipality}: {short_number(one.used)} van {tell_strips(one.available)} gebruikt"
    planned = f", en {short_number(one.planned)} gepland" if one.planned else ""
    left = f"nog {short_number(one.left)} over" if one.left >= 0 else f"{short_number(-one.left)} te veel"
    return f"{used}{planned}, {left}."
