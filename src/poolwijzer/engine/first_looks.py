"""What to look at first on a card: what most speaks for now. No choice; the others stand below."""

from collections.abc import Sequence
from typing import NamedTuple

from poolwijzer.content.claims import Rule
from poolwijzer.engine.facts import PlacedFacts
from poolwijzer.engine.first_steps import card_part
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
        return self.speaks_for is None


def first_of(options: int) -> int:
    """How many of a card of so many options one looks at first."""
    return min(MOST, options // 2)


def find_first_looks(
    component: str, card: Sequence[OptionJudgement], facts: PlacedFacts
) -> tuple[FirstLook, ...] | None:
    """The options of a card to look at first, in its order; none where nothing speaks for those on top.

    One for which nothing speaks stands on top only because more speaks against the rest, and is left out. None where it
    is not told: the card is too short, or is not among those that come first in this group of phases.
    """
    most, part = first_of(len(card)), card_part(facts)
    if not most or (part is not None and component not in part.components):
        return None
    top = [option for option in card if option.verdict != "minder-passend"][:most]
    spoken_for = [option for option in top if option.reasons_for or option.place_effect > 0]
    return tuple(FirstLook(option, _first(option, "sterk"), _first(option, "tegen")) for option in spoken_for)


def _first(option: OptionJudgement, effect: str) -> Rule | None:
    return next((rule for rule in option.reasons if rule.effect == effect), None)
