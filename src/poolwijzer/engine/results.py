"""What the engine finds, as immutable values. Scores and shares are exact; they are rounded when written.

Named tuples: as typed and immutable as frozen dataclasses, and defined in a fifth of the time, at every start.
"""

from fractions import Fraction
from typing import Literal, NamedTuple, get_args

from poolwijzer.validation import Exact

Level = Literal["laag", "midden", "hoog"]
Status = Literal["definitief", "voorlopig", "onbekend"]
AxisSource = Literal["antwoorden", "eigen-inschatting", "vaste-waarde"]
Verdict = Literal["past-goed", "kan", "nog-niet-te-zeggen", "minder-passend"]
Standing = Literal["gekozen", "overwogen"]
PhaseStatus = Literal["gedaan", "nu", "straks"]
FindingKind = Literal["conflict", "wringt", "mist", "leeg", "aandacht", "versterkt"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""What fits best first."""


class Contribution(NamedTuple):
    """What one statement adds to its axis, so that the score can be redone by hand."""

    statement: str
    status: Literal["beantwoord", "weet-niet", "open", "telt-niet"]
    answer: Exact | None
    """As given, on the answer scale; the mean where many answered."""
    reversed: bool
    counted: Exact | None
    """After reversal."""
    weight: Exact
    low: Exact
    high: Exact
    """What it could count at least and at most, given who has not answered."""
    contribution: Exact | None
    """Its part of the score: weight times counted, over the weights of all that was answered."""
    note: str
    joint: bool
    """Whether the group answered it together."""
    respondents: int
    municipalities: int
    withheld: bool = False
    """Whether what was answered is not told, since it could point at persons. It counts by the mean of all on its axis
    that is withheld, and has no answer of its own."""
    implied_by: str | None = None
    """The statement from which the answer follows, where nobody gave one."""
    agreed: bool = True
    """Whether the group settled on its answer; not where the answer was taken from a count of hands."""


class UncountedAnswer(NamedTuple):
    """What was answered to a statement that does not count for the place."""

    statement: str
    status: Literal["beantwoord", "weet-niet", "open", "telt-niet"]
    """`telt-niet`: an earlier answer makes it pointless."""
    answer: Exact | None
    """As given, on the answer scale; the mean where many answered."""
    note: str
    joint: bool
    """Whether the group answered it together."""
    respondents: int
    municipalities: int
    withheld: bool = False
    """Whether what was answered is not told, since it could point at persons."""
    agreed: bool = True
    """As for a statement that counts."""


class BlockAnswers(NamedTuple):
    """What was answered in a block of statements that do not count for the place."""

    asked: int
    """How many of its statements belong to this initiative, answered or not."""
    answered: int
    settled: int | None
    """How many are answered so high that they are settled; None where the block does not say from when."""
    answers: tuple[UncountedAnswer, ...]

    @property
    def share(self) -> Fraction:
        """The part of what is asked that is settled, from 0 to 1."""
        return Fraction(self.settled or 0, self.asked) if self.asked else Fraction()


class Held(NamedTuple):
    """An answer on the situation that holds the place down, whatever the statements say."""

    question: str
    answer: str
    axis: str
    keeps_low: bool
    """Whether the low side of the axis stays in play at every score."""


class AxisPlacement(NamedTuple):
    """The place on one axis, on the answer scale; coverage is a share from 0 to 1."""

    score: Exact | None
    low: Exact
    high: Exact
    level: Level | None
    coverage: Exact
    status: Status
    source: AxisSource | None
    asked: int
    answered: int
    missing_facets: tuple[str, ...]
    municipality_coverage: Exact | None
    without_list: bool
    """Whether municipalities answered apart, and no list tells how many did not."""
    divided: bool
    because: str
    contributions: tuple[Contribution, ...]


class Placement(NamedTuple):
    """Where an initiative stands in the typology."""

    axes: dict[str, AxisPlacement]
    in_play: tuple[str, ...]
    """One quadrant, two on a border, four in the middle; none without a place on both axes."""
    nearest: str | None
    divided: bool
    """Whether the municipalities are, on the axis for which the typology says so."""
    status: Status
    source: Literal["antwoorden", "eigen-inschatting"] | None
    estimate: dict[str, Exact]
    """The group's own estimate, before the questions."""
    held: Held | None = None
    older_questions: bool = False
    """Whether it rests on answers to questions of before, while statements that count now are not answered."""
    blocks: dict[str, BlockAnswers] = {}
    """Per block what was answered that does not count."""
    retired: tuple[UncountedAnswer, ...] = ()
    """Answers to statements that are asked no more."""
    dots: tuple[dict[str, Exact], ...] = ()
    """Where each person in the room put their own dot, before the questions; they never place the initiative."""

    @property
    def kept_low(self) -> frozenset[str]:
        """The axes of which the low side stays in play at every score."""
        return frozenset({self.held.axis} if self.held and self.held.keeps_low else ())

    @property
    def uncounted(self) -> tuple[UncountedAnswer, ...]:
        """All that was answered, or could be, and does not count for the place."""
        return (*(entry for block in self.blocks.values() for entry in block.answers), *self.retired)
