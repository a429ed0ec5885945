"""Where a conversation is, and which way it goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.questions import Extra


@dataclass(frozen=True)
class Route:
    """Which way the conversation goes."""

    full: bool = False
    """Also the *verdieping*: everything that twenty minutes have no room for."""
    everything: bool = False
    """Also what was answered before."""
    part: str | None = None
    """Only this part."""
    menu_first: bool | None = None
    """Whether the menu card comes before the statements; None while that was not asked."""
    card_again: bool | None = None
    """Whether the card is looked at again after the statements, where it came first; None while that was not asked."""
    others: tuple[str, ...] | None = None
    """The components to go past beside those that come first here; None while that was not asked."""
    renewed: frozenset[str] = frozenset()
    """Statements that came since the file was made: they are asked first."""
    why: str = ""
    """What is said with each of these."""
    left_out: frozenset[Extra] = frozenset()
    """What there is no time for."""
    minutes: int | None = None
    """How long it may take, where that is not what the menus say."""

    room: Literal["", "looks-on", "plenary"] = ""
    """Who sees the screen: while a whole room looks on, no place is shown; in a plenary it is, to who may not know."""

    @property
    def unplanned(self) -> bool:
        """Whether it takes as long as it takes: the deepening does, unless someone said how long."""
        return self.full and self.minutes is None


@dataclass(frozen=True)
class State:
    """Where the conversation is, and what was answered."""

    assessment: Assessment | None
    at: str
    """The key of the step that is shown."""
    route: Route
    seen: frozenset[str] = frozenset()
    """The keys of the steps that were left in this session, answered or not."""
    said: str = ""
    """What the last command has to say: what an answer changed, or why it was not taken."""
    remarks: tuple[str, ...] = ()
    """What there is to tell of the file before anything is asked, where that is more than goes with a question."""
    stopped: bool = False
    place_shown: bool = False
    """Whether the group has seen together where it stands: until then nothing tells a place, or a change of it."""
    jumped: tuple[str, str] | None = None
    """From which step the group went to which one of the end, by their keys: going back there leads to the first."""
    before: State | None = field(default=None, repr=False, compare=False)
    """As it was before the last answer, to go back to."""
