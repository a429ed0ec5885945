"""Dividing people in the room over groups: about a dozen round a table, and every initiative its table. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from fractions import Fraction
from itertools import count

from poolwijzer.workshop.plan import MOST_GROUPS, USUAL_SIZE, GroupPlan, RoomInitiative

FEWEST = USUAL_SIZE // 2
"""Below so many people a table, not every initiative gets one by itself."""
FEWEST_VOTES = 3
"""An initiative for which fewer people come gets a table last, when more groups are wanted than usual."""
_GROUP = "groep"
_OWN_ID = re.compile(f"{_GROUP}-([0-9]{{1,9}})")


def divide(
    initiatives: Mapping[str, RoomInitiative],
    people: int | None = None,
    number: int | None = None,
    before: Mapping[str, GroupPlan] | None = None,
    kept: Collection[str] = (),
) -> dict[str, GroupPlan]:
    """Divide the room: which groups there are, on which initiative, with how many people.

    Every initiative has a group where there are enough groups, those for which most people come first. An initiative
    for which many come gets more of them. One for which hardly anybody comes (`FEWEST_VOTES`) has a group only where
    more groups are wanted than usual, and one for which nobody comes has none. People who come for no initiative in
    particular fill the smallest tables, so that sizes differ at most one where nobody was counted. No group is empty.
    The same room gives the same groups.

    Args:
        initiatives: What is in the room, by id, with how many come for it (`votes`) where that was counted.
        people: How many people there are; None where that is not known. With votes for all it follows from those.
        number: How many groups are wanted; None for groups of about a dozen. It is brought within what can be: at
            least one and those `kept`, at most `MOST_GROUPS` and one a person.
        before: The groups as they were planned, by id, where the room is divided anew. A group stays with its
            initiative where it can, and keeps its id, its name and whether it works on paper.
        kept: The ids in `before` of groups that saved something already: they stay as they are, number of people
            included, whatever is in the room.

    Returns:
        The groups by id (`groep-1` …), in the order of their numbers, fit for `WorkshopPlan.groups`. Empty only
        without initiatives and kept groups. `without_group` tells which initiatives have none.
    """
    planned = dict(before or {})
    held = {name: group for name, group in planned.items() if name in kept}
    weights = _weights(initiatives, people)
    total = people if people is not None else _all_votes(initiatives)
    usual = _usual_number(weights, total)
    wanted = usual if number is None else number
    if total is not None:
        wanted = min(wanted, max(1, total))
    wanted = max(1, len(held), min(wanted, MOST_GROUPS))
    tables = _tables(weights, usual, wanted, Counter(group.initiative for group in held.values()))
    groups = _named(tables, planned, held)
    return _seated(groups, initiatives, total, held)


def without_group(initiatives: Mapping[str, RoomInitiative], groups: Mapping[str, GroupPlan]) -> tuple[str, ...]:
    """The ids of the initiatives that no group discusses, in the order of the room."""
    taken = {group.initiative for group in groups.values()}
    return tuple(name for name in initiatives if name not in taken)


def nearest_number(people: int | Fraction, size: int = USUAL_SIZE) -> int:
    """Into how many groups people go to be nearest to the usual size; of two equally near the smaller groups."""
    least = max(1, int(people // size))
    return min((least + 1, least), key=lambda groups: abs(Fraction(people) / groups - size))


def _all_votes(initiatives: Mapping[str, RoomInitiative]) -> int | None:
    """How many come, where that was counted of every initiative."""
    votes = [one.votes for one in initiatives.values()]
    counted = [vote for vote in votes if vote is not None]
    return sum(counted) if votes and len(counted) == len(votes) and any(counted) else None


def _weights(initiatives: Mapping[str, RoomInitiative], people: int | None) -> dict[str, Fraction]:
    """How many people to reckon with for each initiative: as counted, else an even share of the others."""
    counted = {name: Fraction(one.votes) for name, one in initiatives.items() if one.votes is not None}
    others = len(initiatives) - len(counted)
    known = sum(counted.values(), Fraction(0))
    if people is not None:
        share = max(Fraction(FEWEST_VOTES), (people - known) / max(1, others))
    else:
        share = known / len(counted) if known else Fraction(USUAL_SIZE)
    return {name: counted.get(name, share) for name in initiatives}


def _usual_number(weights: Mapping[str, Fraction], people: int | None) -> int:
    """How many groups to propose."""
    if people is None or len(set(weights.values())) > 1:
        return sum(nearest_number(weight) for weight in weights.values() if weight >= FEWEST_VOTES) or 1
    return max(nearest_number(people), min(len(weights), people // FEWEST))


def _tables(weights: Mapping[str, Fraction], usual: int, wanted: int, held: Counter[str]) -> list[str]:
    """The initiative of each table that is still to be filled: first one each, then where tables are fullest."""
    if not weights:
        return []
    coming = [name for name, weight in weights.items() if weight > 0] or list(weights)
    several = [name for name in coming if weights[name] >= FEWEST_VOTES] or coming
    tables, added = Counter({name: held[name] for name in weights}), Counter[str]()
    for made in range(held.total(), wanted):
        among = several if made < usual else coming
        name = max(among, key=lambda one: (tables[one] == 0, weights[one] / max(1, tables[one]), -tables[one]))
        tables[name] += 1
        added[name] += 1
    return [name for name in weights for _ in range(added[name])]


def _named(tables: list[str], planned: Mapping[str, GroupPlan], held: Mapping[str, GroupPlan]) -> dict[str, GroupPlan]:
    """The groups by id; a table keeps the id of a group that was planned on the same initiative."""
    free = [name for name in planned if name not in held]
    groups, unnamed = dict(held), []
    for initiative in tables:
        same = next((name for name in free if planned[name].initiative == initiative), None)
        if same is None:
            unnamed.append(initiative)
        else:
            free.remove(same)
            groups[same] = planned[same]
    new = (name for number in count(1) if (name := f"{_GROUP}-{number}") not in planned)
    for initiative in unnamed:
        name = free.pop(0) if free else next(new)
        known = planned.get(name) or GroupPlan(name=f"Groep {name.rpartition('-')[2]}", initiative=initiative)
        groups[name] = known.model_copy(update={"initiative": initiative})
    order = list(planned)
    return dict(sorted(groups.items(), key=lambda item: _place(item[0], order)))


def _place(name: str, order: list[str]) -> tuple[int, int]:
    """Where a group stands: as it was planned, else by its number."""
    found = _OWN_ID.fullmatch(name)
    return (0, order.index(name)) if name in order else (1, int(found[1]) if found else 0)


def _seated(
    groups: Mapping[str, GroupPlan],
    initiatives: Mapping[str, RoomInitiative],
    total: int | None,
    held: Mapping[str, GroupPlan],
) -> dict[str, GroupPlan]:
    """The groups with how many people sit at each table."""
    fixed = {name: group.people for name, group in held.items() if group.people is not None}
    open_ = [name for name in groups if name not in fixed]
    seats = dict.fromkeys(open_, 0)
    for name, one in initiatives.items():
        tables = [group for group in open_ if groups[group].initiative == name]
        coming = (one.votes or 0) - sum(seated for group, seated in fixed.items() if groups[group].initiative == name)
        for index, table in enumerate(tables):
            seats[table] = max(0, coming) // len(tables) + (index < max(0, coming) % len(tables))
    if total is not None:
        _level(seats, max(len(seats), total - sum(fixed.values())))
    return {name: _with_people(group, fixed.get(name) or seats.get(name)) for name, group in groups.items()}


def _with_people(group: GroupPlan, people: int | None) -> GroupPlan:
    return group.model_copy(update={"people": people or None})


def _level(seats: dict[str, int], total: int) -> None:
    """Bring the number of people at these tables to a total: the smallest are filled, the largest give way."""
    if not seats:
        return
    while sum(seats.values()) < total:
        seats[min(seats, key=lambda name: seats[name])] += 1
    while sum(seats.values()) > total or min(seats.values()) == 0:
        largest = max(reversed(seats), key=lambda name: seats[name])
        seats[largest] -= 1
        if sum(seats.values()) < total:
            seats[min(seats, key=lambda name: seats[name])] += 1
