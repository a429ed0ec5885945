"""What a condition may ask of an initiative.

The engine answers; the conditions only know this protocol, so that they can be tested without menus or files.
"""

from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Literal, NamedTuple, Protocol


class Hidden(Enum):
    """An answer that does not count, because an earlier answer makes its question pointless."""

    HIDDEN = "hidden"


HIDDEN = Hidden.HIDDEN

ContextValue = str | frozenset[str] | Fraction | date
"""One answer's id, a set of ids, a number (from a map) or a date."""

Measure = Literal["number", "population", "largest_share"]
RefKind = Literal["statement", "context", "municipalities", "axis", "quadrant", "component", "responses"]


class Ref(NamedTuple):
    """What is not known yet: the thing to ask about, by kind and id."""

    kind: RefKind
    id: str


class Facts(Protocol):
    """All that is known of one initiative; `None` is unknown."""

    def axis(self, axis: str) -> Fraction | None:
        """The score on an axis, on the answer scale."""

    def in_play(self) -> tuple[str, ...]:
        """The quadrants in play; empty without a placement."""

    def statement(self, statement: str) -> Fraction | Hidden | None:
        """The answer as given, not reversed; the mean where many answered."""

    def context(self, question: str) -> ContextValue | Hidden | None:
        """The answer to a context question, or what a map makes of it."""

    def context_source(self, question: str) -> str:
        """The context question that settles this one: itself, or the one a map reads from."""

    def municipalities(self, measure: Measure) -> Fraction | None:
        """A figure derived from the list of municipalities; unknown when the list is empty."""

    def divided(self, axis: str) -> bool:
        """Whether the municipalities are divided on this axis."""

    def role_difference(self, statement: str) -> Fraction | None:
        """The largest difference between the means of two roles; unknown without two roles."""

    def chosen(self, option: str) -> bool | None:
        """Whether an option is chosen; unknown while its component has no entry."""

    def choice(self, component: str) -> tuple[str, ...] | None:
        """What was chosen for a component; unknown while it has no entry."""

    def component_of(self, option: str) -> str:
        """The component an option belongs to."""
