"""Rules that never speak in so many plausible initiatives: each has a reason to stay, or goes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.content.content import Content
from poolwijzer.content.locations import Node, steps_to
from poolwijzer.menucard.checks.findings import MenuFinding
from poolwijzer.menucard.plausible import make_initiatives
from poolwijzer.outcome import Outcome
from poolwijzer.rules.conditions import Condition
from poolwijzer.rules.together import Together

INITIATIVES = 500


def find_silent_rules(content: Content, on: date) -> Iterator[MenuFinding]:
    """Every condition of the menus that holds in none of the initiatives that `make_initiatives` makes.

    What says why it stays (`rare`) is left out.
    """
    told = [
        (model.__dict__["when"], node)
        for model, node in content.models
        if isinstance(model.__dict__.get("when"), Condition) and not model.__dict__.get("rare")
    ]
    for node in _never(told, content, on):
        message = f"Deze voorwaarde geldt in geen van {INITIATIVES} verzonnen initiatieven."
        hint = "Kijk of zij nodig is. Laat zij dan staan met rare: en de reden, of haal haar weg."
        yield MenuFinding(steps_to((node, "when")), message, hint, key=True, remark=True)


def _never(told: list[tuple[Condition, Node]], content: Content, on: date) -> list[Node]:
    together = Together(condition for condition, _ in told)
    open_ = set(range(len(told)))
    for assessment in make_initiatives(INITIATIVES, content):
        truths = together.truths(Outcome(content, assessment, on).facts)
        open_ -= {at for at in open_ if truths[together.numbers[at]] is True}
        if not open_:
            break
    return [told[at][1] for at in sorted(open_)]
