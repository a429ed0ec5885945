"""What a comparison finds, as immutable values. Who is meant is told by number: from 1, as in the picture."""

from __future__ import annotations

import datetime
from typing import Literal, NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.compare.kinds import Ground, Kind
from poolwijzer.engine.judgement import Judgement
from poolwijzer.engine.over_time import Moment
from poolwijzer.engine.results import Contribution, Placement, Standing, Verdict
from poolwijzer.outcome import Outcome
from poolwijzer.validation import Exact

Effect = Literal["aandacht", "sterk"]
"""What a point of attention does: it asks for attention, or speaks for the initiative."""
Numbers = tuple[int, ...]


class Subject(NamedTuple):
    """One of what is compared: an initiative, a group, or a measurement."""

    label: str
    file: str
    """Its file, with as much of the path as it takes to tell it from the others."""
    assessment: Assessment
    outcome: Outcome
    whole: bool = True
    """Whether it is a file of its own. An earlier measurement inside a file has no choices."""

    @property
    def placement(self) -> Placement:
        """Where it stands."""
        return self.outcome.placement

    @property
    def judgement(self) -> Judgement:
        """What the menus say to it."""
        return self.outcome.judgement


class StatementCompared(NamedTuple):
    """The answers to one statement."""

    statement: str
    axis: str
    entries: tuple[Contribution | None, ...]
    """Of everyone in order; None where it was not asked."""
    spread: Exact | None
    """Highest minus lowest as they count; None where fewer than two answered."""
    both_sides: bool
    """Whether there are answers on both sides of the middle of the scale."""
    agreement: Exact | None
    """Van der Eijk's A over those who are compared, from -1 to 1; None where they are too few for it."""

    def counted(self) -> tuple[Exact | None, ...]:
        """The answers as they count."""
        return tuple(entry.counted if entry else None for entry in self.entries)


class ChoiceCompared(NamedTuple):
    """Who chose an option, and who considers it."""

    option: str | None
    """None for what somebody added beside the options."""
    text: str
    """What was added; empty for an option of the menus."""
    chosen: Numbers
    considering: Numbers


class ComponentCompared(NamedTuple):
    """The choices for one component."""

    component: str
    filled: Numbers
    """Who filled it in."""
    choices: tuple[ChoiceCompared, ...]
    """Only what somebody chose or considers, in the order of the menus; what was added comes last."""


class VerdictCompared(NamedTuple):
    """What an option means for each."""

    component: str
    option: str
    outcomes: tuple[tuple[Verdict, bool], ...]
    """Each verdict, with whether the option is impossible."""

    @property
    def differs(self) -> bool:
        """Whether the option is not judged the same everywhere."""
        return len(set(self.outcomes)) > 1


class SignalCompared(NamedTuple):
    """For whom a point of attention was raised."""

    signal: str
    effect: Effect
    raised: Numbers


class ChoiceChange(NamedTuple):
    """An option that came, went, or changed its standing."""

    component: str
    option: str | None
    text: str
    before: Standing | None
    now: Standing | None


class VerdictChange(NamedTuple):
    """An option that is judged otherwise than before."""

    option: str
    before: tuple[Verdict, bool]
    now: tuple[Verdict, bool]


class Step(NamedTuple):
    """What came and went between a measurement and the one before."""

    before: int
    now: int
    choices: tuple[ChoiceChange, ...] | None
    """None where one of the two has no choices to compare."""
    signals_came: tuple[tuple[str, Effect], ...]
    signals_went: tuple[tuple[str, Effect], ...]
    verdicts: tuple[VerdictChange, ...]


class Comparison(NamedTuple):
    """Everything that was found out by comparing."""

    kind: Kind
    ground: Ground
    date: datetime.date
    """On which all are judged."""
    subjects: tuple[Subject, ...]
    """By name; over time by date, the oldest first."""
    statements: tuple[StatementCompared, ...]
    """Every statement that somebody was asked, in the order of the menus."""
    components: tuple[ComponentCompared, ...]
    """Those that somebody filled in."""
    verdicts: tuple[VerdictCompared, ...]
    signals: tuple[SignalCompared, ...]
    """Those that were raised for someone, in the order of the menus."""
    path: tuple[Moment, ...] = ()
    """Over time: every measurement with what changed since the one before."""
    steps: tuple[Step, ...] = ()
    """Over time: what came and went."""

    def most_different(self) -> tuple[StatementCompared, ...]:
        """The statements whose answers differ, the largest difference first; equal ones as the menus have them."""
        differing = [entry for entry in self.statements if entry.spread]
        return tuple(sorted(differing, key=lambda entry: -(entry.spread or 0)))

    def alike(self) -> tuple[StatementCompared, ...]:
        """The statements that at least two answered, all with the same answer."""
        return tuple(entry for entry in self.statements if entry.spread == 0)
