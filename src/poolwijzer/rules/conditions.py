"""Conditions as the menus write them: one key says what is looked at, the others what must hold.

Three-valued after Kleene: `True`, `False`, or `None` where something is not known. `unknowns` names what would
have to be known to settle a condition; for a settled condition it is empty.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, GetCoreSchemaHandler, Tag, model_validator
from pydantic_core import CoreSchema, core_schema

from poolwijzer.rules.facts import HIDDEN, ContextValue, Facts, Hidden, Measure, Ref, RefKind
from poolwijzer.validation import Date, Exact, Fault, Model, Slug

Truth = bool | None


class Condition(Model):
    """One condition on an initiative."""

    key: ClassVar[str]
    """The word in the menus by which this kind is known."""

    def truth(self, facts: Facts) -> Truth:
        """True, false, or None when the facts do not settle it."""
        raise NotImplementedError

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        """What would settle this condition; nothing if it is settled."""
        raise NotImplementedError

    def parts(self) -> "tuple[Condition, ...]":
        """The conditions inside this one."""
        return ()


class Observation(Condition):
    """A condition that looks at one thing, and only at that: what it sees there settles it.

    Its key is mostly also the field with the id of that thing.
    """

    settled_by: ClassVar[RefKind]
    """The kind of thing to ask about while it is unknown."""

    def subject(self) -> str:
        """The id of what it looks at: conditions with the same key and subject see the same."""
        return getattr(self, self.key)  # type: ignore[no-any-return]

    def see(self, facts: Facts) -> Any:
        """What it sees there: mostly the facts have a method for it with the name of the key."""
        return getattr(facts, self.key)(self.subject())

    def judge(self, seen: Any) -> Truth:
        """Whether it holds for what is seen: unknown for what is unknown, false for what is hidden."""
        if seen is None:
            return None
        return False if seen is HIDDEN else self.holds(seen)

    def holds(self, seen: Any) -> Truth:
        """Whether it holds for something that is known."""
        return bool(seen)

    def truth(self, facts: Facts) -> Truth:
        return self.judge(self.see(facts))

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        if self.truth(facts) is None:
            yield Ref(self.settled_by, self.asked(facts))

    def asked(self, facts: Facts) -> str:
        """The id of what to ask about while it is unknown."""
        return self.subject()


class Bounds(Observation):
    """A number held against bounds, on the scale of what is looked at."""

    at_least: Exact | None = Field(default=None, description="Ten minste dit.")
    at_most: Exact | None = Field(default=None, description="Ten hoogste dit.")
    above: Exact | None = Field(default=None, description="Hoger dan dit getal.")
    below: Exact | None = Field(default=None, description="Lager dan dit getal.")

    @model_validator(mode="after")
    def _some_bound(self) -> Self:
        if not self.bounds():
            raise Fault("Er staat geen grens bij.", "Zet er at_least, at_most, above of below bij.")
        return self

    def bounds(self) -> tuple[Fraction, ...]:
        """The bounds that are given."""
        return tuple(bound for bound in (self.at_least, self.at_most, self.above, self.below) if bound is not None)

    def holds(self, seen: Fraction) -> Truth:
        return not (
            (self.at_least is not None and seen < self.at_least)
            or (self.at_most is not None and seen > self.at_most)
            or (self.above is not None and seen <= self.above)
            or (self.below is not None and seen >= self.below)
        )


class AxisIs(Bounds, description="De score op een as ligt binnen grenzen."):
    """The score on an axis."""

    key = settled_by = "axis"
    axis: Slug = Field(description="Het id van de as.")


class InQuadrant(Observation, description="De plek van het initiatief."):
    """True if every quadrant in play is listed, false if none is, else unknown."""

    key = settled_by = "quadrant"
    quadrant: tuple[Slug, ...] = Field(min_length=1, description="De ids van de plekken.")

    def subject(self) -> str:
        return ""

    def see(self, facts: Facts) -> tuple[str, ...]:
        return facts.in_play()

    def holds(self, seen: tuple[str, ...]) -> Truth:
        listed = sum(quadrant in self.quadrant for quadrant in seen)
        return None if not seen or 0 < listed < len(seen) else listed > 0


class StatementIs(Bounds, description="Het antwoord op een stelling ligt binnen grenzen."):
    """The answer to a statement, as given. A hidden statement makes this false."""

    key = settled_by = "statement"
    statement: Slug = Field(description="Het id van een stelling.")


class ContextIs(Observation, description="Het antwoord op een vraag over de situatie."):
    """The answer to a context question, or to a map from one."""

    key = settled_by = "context"
    context: Slug = Field(description="Het id van een vraag, of van een vertaling naar een getal.")
    is_: Slug | None = Field(default=None, alias="is", description="Dit is het antwoord.")
    one_of: tuple[Slug, ...] | None = Field(default=None, description="Een van deze antwoorden is gegeven.")
    includes: Slug | None = Field(default=None, description="Dit antwoord is een van de gegeven antwoorden.")
    at_least: Exact | Date | None = Field(default=None, description="Ten minste dit getal, of op of na deze dag.")
    at_most: Exact | Date | None = Field(default=None, description="Ten hoogste dit getal, of op of voor deze dag.")

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

    def holds(self, seen: ContextValue) -> Truth:
        if isinstance(seen, str | frozenset):
            given = {seen} if isinstance(seen, str) else seen
            return (
                (self.is_ is None or given == {self.is_})
                and (self.one_of is None or bool(given.intersection(self.one_of)))
                and (self.includes is None or self.includes in given)
                and self.at_least is None
                and self.at_most is None
            )
        if self.named_answers():
            return False
        return _not_before(seen, self.at_least) and _not_before(self.at_most, seen)

    def asked(self, facts: Facts) -> str:
        return facts.context_source(self.context)


def _not_before(late: Fraction | date | None, early: Fraction | date | None) -> bool:
    if late is None or early is None:
        return True
    if isinstance(late, date) or isinstance(early, date):
        return isinstance(late, date) and isinstance(early, date) and late >= early
    return late >= early


class MunicipalitiesAre(Bounds, description="Een cijfer van de gemeenten ligt binnen grenzen."):
    """A figure of the list of municipalities: their number, inhabitants, or the largest one's share (0 to 1)."""

    key = settled_by = "municipalities"
    municipalities: Measure = Field(
        description="number (aantal), population (inwoners) of largest_share (deel grootste)."
    )

    def asked(self, facts: Facts) -> str:
        return ""


class IsDivided(Observation, description="De gemeenten zijn verdeeld over een as."):
    """The municipalities are divided on an axis; never unknown."""

    key = "divided"
    divided: Slug = Field(description="Het id van de as.")


class RolesDiffer(Bounds, description="Functies antwoorden verschillend op een stelling."):
    """The largest difference between the means of two roles on one statement."""

    key = "difference"
    settled_by = "responses"
    difference: str = Field(pattern="^roles$", description="Schrijf hier roles.")
    statement: Slug = Field(description="Het id van een stelling.")

    def subject(self) -> str:
        return self.statement

    def see(self, facts: Facts) -> Fraction | Hidden | None:
        return HIDDEN if facts.statement(self.statement) is HIDDEN else facts.role_difference(self.statement)


class IsChosen(Observation, description="Een optie is gekozen."):
    """An option is chosen; considering it is not choosing it."""

    key = "chosen"
    settled_by = "component"
    chosen: Slug = Field(description="Het id van de optie.")

    def is_among(self, choice: Collection[str] | None) -> Truth:
        """Whether it holds where this was chosen in its component; unknown while that has no entry."""
        return None if choice is None else self.chosen in choice

    def asked(self, facts: Facts) -> str:
        return facts.component_of(self.chosen)


class Combination(Condition):
    """Conditions taken together: their truths settle it."""

    @staticmethod
    def join(truths: Sequence[Truth]) -> Truth:
        """What the truths of the parts come to."""
        raise NotImplementedError

    def truth(self, facts: Facts) -> Truth:
        return self.join([part.truth(facts) for part in self.parts()])

    def unknowns(self, facts: Facts) -> Iterator[Ref]:
        if self.truth(facts) is None:
            for part in self.parts():
                yield from part.unknowns(facts)


class AllOf(Combination, description="Alle voorwaarden gelden."):
    """Every condition holds."""

    key = "all"
    all: tuple["When", ...] = Field(min_length=1, description="De voorwaarden.")

    def parts(self) -> tuple[Condition, ...]:
        return self.all

    @staticmethod
    def join(truths: Sequence[Truth]) -> Truth:
        return False if False in truths else None if None in truths else True


class AnyOf(Combination, description="Ten minste één voorwaarde geldt."):
    """At least one condition holds."""

    key = "any"
    any: tuple["When", ...] = Field(min_length=1, description="De voorwaarden.")

    def parts(self) -> tuple[Condition, ...]:
        return self.any

    @staticmethod
    def join(truths: Sequence[Truth]) -> Truth:
        return True if True in truths else None if None in truths else False


class NotSo(Combination, description="De voorwaarde geldt niet."):
    """A condition does not hold."""

    key = "not"
    not_: "When" = Field(alias="not", description="De voorwaarde die niet geldt.")

    def parts(self) -> tuple[Condition, ...]:
        return (self.not_,)

    @staticmethod
    def join(truths: Sequence[Truth]) -> Truth:
        return None if truths[0] is None else not truths[0]


KINDS: tuple[type[Condition], ...] = (
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
_KEYS = tuple(kind.key for kind in KINDS)


def _kind_of(value: Any) -> str | None:
    if isinstance(value, Condition):
        return value.key
    if isinstance(value, dict):
        for key in _KEYS:
            if key in value:
                return key
    return None


class _ByKey:
    """Tells the kinds apart by their key.

    Pydantic's own `Discriminator` finds the kinds anew for each of dozens of fields, which every start would pay.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.tagged_union_schema(
            {kind.key: handler.generate_schema(kind) for kind in KINDS},
            _kind_of,
            custom_error_type="condition",
            custom_error_message=f"Deze voorwaarde begint niet met een bekend woord. Kies een van: {', '.join(_KEYS)}.",
        )


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
    _ByKey(),
]
"""A condition of any kind."""


def walk(condition: Condition) -> Iterator[Condition]:
    """The condition itself and every one inside it."""
    yield condition
    for part in condition.parts():
        yield from walk(part)
