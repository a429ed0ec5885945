"""Conditions as the menus write them: one key says what is looked at, the others what must hold.

Three-valued after Kleene: `True`, `False`, or `None` where something is not known. `unknowns` names what would
have to be known to settle a condition; for a settled condition it is empty.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Self

from pydantic import Discriminator, Field, Tag, model_validator

from poolwijzer.rules.facts import HIDDEN, Facts, Measure, Ref
from poolwijzer.validation import Date, Exact, Fault, Model, Slug

Truth = bool | None


class Condition(Model):
    """One condition on an initiative."""

    key: ClassVar[str]

    def truth(self, facts: Facts) -> Truth:
        """True, false, or None when the facts do not settle it."""
        raise NotImplementedError

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        """What would settle this condition; nothing if it is settled."""
        raise NotImplementedError

    def parts(self) -> "tuple[Condition, ...]":
        """The conditions inside this one."""
        return ()


class Bounds(Condition):
    """A number held against bounds, on the scale of what is looked at."""

    at_least: Exact | None = None
    at_most: Exact | None = None
    above: Exact | None = None
    below: Exact | None = None

    @model_validator(mode="after")
    def _some_bound(self) -> Self:
        if all(bound is None for bound in (self.at_least, self.at_most, self.above, self.below)):
            raise Fault("Er staat geen grens bij.", "Zet er at_least, at_most, above of below bij.")
        return self

    def holds_for(self, value: Fraction | None) -> Truth:
        """Whether the number lies within the bounds; unknown for an unknown number."""
        if value is None:
            return None
        return not (
            (self.at_least is not None and value < self.at_least)
            or (self.at_most is not None and value > self.at_most)
            or (self.above is not None and value <= self.above)
            or (self.below is not None and value >= self.below)
        )


class AxisIs(Bounds):
    """The score on an axis."""

    key = "axis"
    axis: Slug

    def truth(self, facts: Facts) -> Truth:
        return self.holds_for(facts.axis(self.axis))

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        if self.truth(facts) is None:
            yield Ref("axis", self.axis)


class InQuadrant(Condition):
    """True if every quadrant in play is listed, false if none is, else unknown."""

    key = "quadrant"
    quadrant: Annotated[tuple[Slug, ...], Field(min_length=1)]

    def truth(self, facts: Facts) -> Truth:
        in_play = facts.in_play()
        listed = sum(quadrant in self.quadrant for quadrant in in_play)
        if not in_play or 0 < listed < len(in_play):
            return None
        return listed > 0

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        if self.truth(facts) is None:
            yield Ref("quadrant", "")


class StatementIs(Bounds):
    """The answer to a statement, as given. A hidden statement makes this false."""

    key = "statement"
    statement: Slug

    def truth(self, facts: Facts) -> Truth:
        value = facts.statement(self.statement)
        return False if value is HIDDEN else self.holds_for(value)

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        if self.truth(facts) is None:
            yield Ref("statement", self.statement)


class ContextIs(Condition):
    """The answer to a context question, or to a map from one."""

    key = "context"
    context: Slug
    is_: Slug | None = Field(default=None, alias="is")
    one_of: tuple[Slug, ...] | None = None
    includes: Slug | None = None
    at_least: Exact | Date | None = None
    at_most: Exact | Date | None = None

    @model_validator(mode="after")
    def _some_demand(self) -> Self:
        if not self.named_answers() and self.at_least is None and self.at_most is None:
            raise Fault(
                "Er staat niet bij welk antwoord het moet zijn.",
                "Zet er is, one_of, includes, at_least of at_most bij.",
            )
        return self

    def named_answers(self) -> tuple[str, ...]:
        """The ids of the answers this condition speaks of."""
        return (
            *((self.is_,) if self.is_ else ()),
            *(self.one_of or ()),
            *((self.includes,) if self.includes else ()),
        )

    def truth(self, facts: Facts) -> Truth:
        value = facts.context(self.context)
        if value is None:
            return None
        if value is HIDDEN:
            return False
        if isinstance(value, str | frozenset):
            given = {value} if isinstance(value, str) else value
            return (
                (self.is_ is None or given == {self.is_})
                and (self.one_of is None or bool(given.intersection(self.one_of)))
                and (self.includes is None or self.includes in given)
                and self.at_least is None
                and self.at_most is None
            )
        if self.named_answers():
            return False
        return _not_before(value, self.at_least) and _not_before(self.at_most, value)

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        if self.truth(facts) is None:
            yield Ref("context", facts.context_source(self.context))


def _not_before(late: Fraction | date | None, early: Fraction | date | None) -> bool:
    if late is None or early is None:
        return True
    if isinstance(late, date) or isinstance(early, date):
        return isinstance(late, date) and isinstance(early, date) and late >= early
    return late >= early


class MunicipalitiesAre(Bounds):
    """A figure of the list of municipalities: their number, inhabitants, or the largest one's share (0 to 1)."""

    key = "municipalities"
    municipalities: Measure

    def truth(self, facts: Facts) -> Truth:
        return self.holds_for(facts.municipalities(self.municipalities))

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        if self.truth(facts) is None:
            yield Ref("municipalities", "")


class IsDivided(Condition):
    """The municipalities are divided on an axis."""

    key = "divided"
    divided: Slug

    def truth(self, facts: Facts) -> Truth:
        return facts.divided(self.divided)

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        return iter(())


class RolesDiffer(Bounds):
    """The largest difference between the means of two roles on one statement."""

    key = "difference"
    difference: Annotated[str, Field(pattern="^roles$")]
    statement: Slug

    def truth(self, facts: Facts) -> Truth:
        value = facts.statement(self.statement)
        return False if value is HIDDEN else self.holds_for(facts.role_difference(self.statement))

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        if self.truth(facts) is None:
            yield Ref("responses", self.statement)


class IsChosen(Condition):
    """An option is chosen; considering it is not choosing it."""

    key = "chosen"
    chosen: Slug

    def truth(self, facts: Facts) -> Truth:
        return facts.chosen(self.chosen)

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        if self.truth(facts) is None:
            yield Ref("component", facts.component_of(self.chosen))


class AllOf(Condition):
    """Every condition holds."""

    key = "all"
    all: Annotated[tuple["When", ...], Field(min_length=1)]

    def parts(self) -> tuple[Condition, ...]:
        return self.all

    def truth(self, facts: Facts) -> Truth:
        truths = [part.truth(facts) for part in self.all]
        return False if False in truths else None if None in truths else True

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        if self.truth(facts) is None:
            for part in self.all:
                yield from part.unknowns(facts)


class AnyOf(Condition):
    """At least one condition holds."""

    key = "any"
    any: Annotated[tuple["When", ...], Field(min_length=1)]

    def parts(self) -> tuple[Condition, ...]:
        return self.any

    def truth(self, facts: Facts) -> Truth:
        truths = [part.truth(facts) for part in self.any]
        return True if True in truths else None if None in truths else False

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        if self.truth(facts) is None:
            for part in self.any:
                yield from part.unknowns(facts)


class NotSo(Condition):
    """A condition does not hold."""

    key = "not"
    not_: "When" = Field(alias="not")

    def parts(self) -> tuple[Condition, ...]:
        return (self.not_,)

    def truth(self, facts: Facts) -> Truth:
        inner = self.not_.truth(facts)
        return None if inner is None else not inner

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        return self.not_.unknowns(facts)


_KINDS: tuple[type[Condition], ...] = (
    AxisIs,
    InQuadrant,
    ContextIs,
    MunicipalitiesAre,
    IsDivided,
    RolesDiffer,  # before StatementIs: it names a statement too
    StatementIs,
    IsChosen,
    AllOf,
    AnyOf,
    NotSo,
)
_KEYS = tuple(kind.key for kind in _KINDS)


def _kind_of(value: Any) -> str | None:
    if isinstance(value, Condition):
        return value.key
    if isinstance(value, dict):
        for key in _KEYS:
            if key in value:
                return key
    return None


When = Annotated[
    Annotated[AxisIs, Tag("axis")]
    | Annotated[InQuadrant, Tag("quadrant")]
    | Annotated[ContextIs, Tag("context")]
    | Annotated[MunicipalitiesAre, Tag("municipalities")]
    | Annotated[IsDivided, Tag("divided")]
    | Annotated[RolesDiffer, Tag("difference")]
    | Annotated[StatementIs, Tag("statement")]
    | Annotated[IsChosen, Tag("chosen")]
    | Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[NotSo, Tag("not")],
    Discriminator(
        _kind_of,
        custom_error_type="condition",
        custom_error_message=f"Deze voorwaarde begint niet met een bekend woord. Kies een van: {', '.join(_KEYS)}.",
    ),
]


def walk(condition: Condition) -> Iterator[Condition]:
    """The condition itself and every one inside it."""
    yield condition
    for part in condition.parts():
        yield from walk(part)
