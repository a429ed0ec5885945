"""The same budget by every key."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from poolwijzer.assessment.costs import Costs, Key, KeyKind, Post
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.budget import NOTHING, find_posts, list_years
from poolwijzer.costs.division import divide_costs
from poolwijzer.costs.values import Division, Member, Need, Payment, YearDivision

if TYPE_CHECKING:
    from poolwijzer.costs.changes import Change

Origin = Literal["own", "given", "strips", "general", "example"]
"""Where a key comes from: the one of the file, one that it gives to compare with, that of its card of strips, one that
needs no figures, or a base that was nobody's."""
EXAMPLE_BASES = (Fraction(1, 10), Fraction(1, 4), Fraction(1, 2))
"""Fixed parts to show where the file has none; nobody agreed to them, so whoever shows them says so."""
BASED: KeyKind = "vaste-basis-plus-opslag"
REFERENCE: KeyKind = "gemeenten-naar-inwoners"


class KeyCase(NamedTuple):
    """The budget by one key.

    Attributes:
        place: Which it is of those that go by the same name, as they differ in figures alone; 1 is the first.
    """

    key: Key
    origin: Origin
    division: Division
    place: int = 1

    def payment(self, year: int, name: str) -> Payment | None:
        """What a municipality pays in the year at this place; None where it takes no part."""
        return next((one for one in self.division.years[year].payments if one.member.name == name), None)


class KeyComparison(NamedTuple):
    """The same budget by each key that there are figures for.

    Attributes:
        cases: Of each key that can be calculated; the file's own first.
        lacking: Of each that cannot yet, with its needs.
    """

    cases: tuple[KeyCase, ...]
    lacking: tuple[KeyCase, ...]

    @property
    def own(self) -> KeyCase | None:
        """The key that the file has, where it can be calculated."""
        return next((one for one in self.cases if one.origin == "own"), None)

    @property
    def reference(self) -> KeyCase | None:
        """What the others are held against: the own key, or else the one by inhabitants."""
        return self.own or next((one for one in self.cases if one.key.kind == REFERENCE), None)

    @property
    def needs(self) -> tuple[Need, ...]:
        """What no key can do without: what it costs, and who takes part."""
        if self.cases:
            return ()
        wanted = [set(one.division.needs) for one in self.lacking]
        shared = set.intersection(*wanted) if wanted else set()
        return tuple(need for need in self.lacking[0].division.needs if need in shared)

    @property
    def years(self) -> tuple[YearDivision, ...]:
        """The years, for what is the same by every key."""
        return (*self.cases, *self.lacking)[0].division.years

    def changes(self, case: KeyCase, year: int) -> "tuple[Change, ...]":
        """What each contributes by the reference and by another key, in the year at this place."""
        from poolwijzer.costs.changes import Change  # an advice lays no keys side by side

        before = {} if self.reference is None else self.reference.division.years[year].contributions
        return tuple(
            Change(name, before.get(name), amount) for name, amount in case.division.years[year].contributions.items()
        )

    def range_of(self, member: Member, year: int) -> tuple[Fraction, Fraction]:
        """The least and the most that an inhabitant of a municipality comes to by these keys, in euros."""
        found = [one.payment(year, member.name) for one in self.cases]
        amounts = [one.per_inhabitant for one in found if one]
        return min(amounts), max(amounts)


def compare_keys(costs: Costs, initiative: Initiative) -> KeyComparison:
    """Share the same costs by every key. Bounds of the file's own key hold for each that has none itself.

    What a key cannot do without is taken from the file or not at all; only the fixed part of a base with a surcharge
    is tried with several parts where the file has none.
    """
    same = _with_posts(costs)
    cases: list[KeyCase] = []
    named: Counter[tuple[KeyKind, Fraction | None, bool]] = Counter()
    for key, origin in _keys(costs):
        name = key.kind, key.base, origin == "strips"
        named[name] += 1
        division = divide_costs(same.model_copy(update={"key": key}), initiative)
        cases.append(KeyCase(key, origin, division, named[name]))
    done = tuple(one for one in cases if one.division.complete)
    return KeyComparison(done, tuple(one for one in cases if not one.division.complete))


def _with_posts(costs: Costs) -> Costs:
    """The costs with what the assignments cost as a post, where that is all that it costs: so it is by any key."""
    if costs.posts or not (costs.key and costs.key.assignments):
        return costs
    totals = {year: sum((one.amount for one in find_posts(costs, year)), NOTHING) for year in list_years(costs)}
    amount = totals[None] if None in totals else {year: total for year, total in totals.items() if year is not None}
    return costs.model_copy(update={"posts": (Post(what=costs.key.kind, amount=amount, demand=True),)})


def _keys(costs: Costs) -> Iterator[tuple[Key, Origin]]:
    own = costs.key
    seen: list[Key] = []
    if own and not (own.kind == BASED and own.base is None):
        seen.append(own)
        yield own, "own"
    strips = costs.strips.key if costs.strips else None
    more: list[tuple[Key, Origin]] = [(one, "given") for one in costs.compare]
    if strips:
        more.append((strips, "strips"))
    for key, origin in more:
        if (bounded := _bounded(key, own)) not in seen:
            seen.append(bounded)
            yield bounded, origin
    known = {one.kind for one in seen}
    for kind in get_args(KeyKind):
        if kind == BASED and kind not in known:
            yield from ((key, "example") for key in _based(own))
        elif kind not in known:
            yield _bounded(bare_key(kind), own), "general"


def bare_key(kind: KeyKind) -> Key:
    """A key of which nothing is said but its kind. Nothing in that can be wrong, so nothing is validated."""
    return Key.model_construct(kind=kind)


def _based(own: Key | None) -> Iterator[Key]:
    """A base with a surcharge by several fixed parts, by the measure of size that the file has."""
    key = own if own and own.kind == BASED else _bounded(bare_key(BASED), own)
    yield from (key.model_copy(update={"base": base}) for base in EXAMPLE_BASES)


def _bounded(key: Key, own: Key | None) -> Key:
    """A key with the least and the most of the file's own, where it has none itself."""
    if own is None or (key.least, key.most, key.most_per_inhabitant) != (None, None, None):
        return key
    return key.model_copy(update={"least": own.least, "most": own.most, "most_per_inhabitant": own.most_per_inhabitant})
