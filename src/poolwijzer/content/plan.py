"""The step plan, as `stappenplan.yaml` gives it: phases, who is involved, decisions in order, and how long it took."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from poolwijzer.content.claims import Claim, Sourced
from poolwijzer.rules.conditions import When
from poolwijzer.validation import Date, Fault, Model, Slug, Text, Whole


class PlannedStep(Sourced):
    """A step or a decision: what, who, when in time, and in which situation it belongs to the plan."""

    what: Text
    who: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """Ids of parties."""
    time: str = ""
    when: When | None = None
    because: str = ""
    """Why the step is in the plan; every step with a condition says so."""

    @model_validator(mode="after")
    def _reason(self) -> Self:
        if self.when is not None and not self.because:
            raise Fault("Bij een stap met 'when' hoort because.", "Zeg waarom deze stap dan in het plan staat.")
        return self


class Caution(Claim):
    """Something to watch. In YAML a plain text will do."""

    when: When | None = None


class Months(Model):
    """A span of months. Where only the months of a case are known and not the days, least and most differ."""

    least: Annotated[Whole, Field(ge=0, le=1200)]
    most: Annotated[Whole, Field(ge=0, le=1200)]

    @model_validator(mode="after")
    def _right_order(self) -> Self:
        if self.least > self.most:
            raise Fault("'least' mag niet hoger zijn dan 'most'.")
        return self


class Took(Claim):
    """How long it took in a real case; with `months` it counts for the calendar. In YAML a plain text will do."""

    months: Months | None = None
    case: Slug | None = None
    when: When | None = None


class AfterStart(Sourced):
    """Something that comes so many months after the work has begun."""

    text: Text
    months: Months
    when: When | None = None


class Phase(Sourced):
    """A part of the plan."""

    title: Text
    order: Whole
    what: Text
    now_when: When | None = None
    """In which situation an initiative is in this phase."""
    involved: tuple[Slug, ...] = ()
    """Ids of parties."""
    steps: dict[Slug, PlannedStep] = {}
    decisions: dict[Slug, PlannedStep] = {}
    """In the order in which they are taken."""
    watch: tuple[Caution, ...] = ()
    took: tuple[Took, ...] = ()
    after_start: tuple[AfterStart, ...] = ()


class Deadline(Sourced):
    """A day that lies fixed; told as long as it is ahead."""

    date: Date
    text: Text
    when: When | None = None


class Sentences(Model):
    """What is said around the plan."""

    indication: Text
    """Said with every date that is counted."""
    late: Text
    """Said where a phase would have had to begin before the date of the advice."""
    started: Text
    """Said where the start date has passed and the work has not begun, as far as is known."""
    phase_unknown: Text
    money_until: Text
    """`{bron}` is a source of money, `{jaar}` the last year in which it is certain."""


class Plan(Model):
    """The whole plan."""

    start: Slug
    """The phase in which the work begins: dates are counted back from it, and onward."""
    sentences: Sentences
    parties: dict[Slug, Claim]
    phases: dict[Slug, Phase]
    took: tuple[Took, ...] = ()
    """How long the whole way took."""
    deadlines: dict[Slug, Deadline] = {}
