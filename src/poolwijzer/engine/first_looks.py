"""What to look at first on a card: what most speaks for now. No choice; the others stand below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from poolwijzer.content.claims import Rule
from poolwijzer.content.component import Component
from poolwijzer.engine.facts import PlacedFacts
from poolwijzer.engine.verdicts import OptionJudgement

MOST = 3
"""How many options one looks at first; of a short card at most half of them."""


class FirstLook(NamedTuple):
    """An option to look at first."""

    option: OptionJudgement
    speaks_for: Rule | None
    speaks_against: Rule | None

    @property
    def by_place_alone(self) -> bool:
        """Whether nothing but the place speaks for it."""
        return self.speaks_for is None and self.option.place_effect > 0


def first_of(options: int) -> int:
    """How many of a card of so many options one looks at first."""
    return min(MOST, options // 2)


def find_first_looks(
    component: Component, card: Sequence[OptionJudgement], facts: PlacedFacts
) -> tuple[FirstLook, ...] | None:
    """The options of a card to look at first, in its order: none where for none of them anything speaks now.

    None where there is nothing to say of it: the card is too short, or the menus keep silent of it here.
    """
    quiet = component.look_first_silent_when
    most = first_of(len(card))
    if not most or (quiet is not None and quiet.truth(facts) is True):
        return None
    fitting = [option for option in card if option.verdict != "minder-passend"][:most]
    if all(not option.reasons_for and option.place_effect <= 0 for option in fitting):
        return ()
    return tuple(FirstLook(option, _first(option, "sterk"), _first(option, "tegen")) for option in fitting)


def _first(option: OptionJudgement, effect: str) -> Rule | None:
    return next((rule for rule in option.reasons if rule.effect == effect), None)
