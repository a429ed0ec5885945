from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.workshop.division import divide, nearest_number, without_group
from poolwijzer.workshop.plan import MOST_GROUPS, USUAL_SIZE, GroupPlan, RoomInitiative


def room(*votes: int | None) -> dict[str, RoomInitiative]:
    return {f"i-{number}": RoomInitiative(name=f"I {number}", votes=vote) for number, vote in enumerate(votes, 1)}


def said(groups: dict[str, GroupPlan]) -> list[tuple[str, int | None]]:
    return [(group.initiative, group.people) for group in groups.values()]


VOTES = st.none() | st.integers(0, 60)
COMING = st.none() | st.integers(3, 60)
ROOMS = st.lists(VOTES, min_size=1, max_size=20).map(lambda votes: room(*votes))
PEOPLE = st.none() | st.integers(1, 300)
NUMBER = st.none() | st.integers(-2, 40)


@given(ROOMS, PEOPLE, NUMBER)
def test_no_group_is_empty_and_there_are_never_too_many(
    initiatives: dict[str, RoomInitiative], people: int | None, number: int | None
) -> None:
    groups = divide(initiatives, people, number)
    assert 1 <= len(groups) <= MOST_GROUPS
    assert all(group.people is None or group.people > 0 for group in groups.values())
    assert all(group.initiative in initiatives for group in groups.values())
    assert list(groups) == [f"groep-{index}" for index in range(1, len(groups) + 1)]


@given(ROOMS, st.integers(1, 300), NUMBER)
def test_everybody_has_a_seat_and_nobody_has_two(
    initiatives: dict[str, RoomInitiative], people: int, number: int | None
) -> None:
    assert sum(group.people or 0 for group in divide(initiatives, people, number).values()) == people


@given(st.lists(COMING, min_size=1, max_size=20).map(lambda votes: room(*votes)), st.integers(20, 300), NUMBER)
def test_every_initiative_has_a_group_where_there_are_enough_groups(
    initiatives: dict[str, RoomInitiative], people: int, number: int | None
) -> None:
    groups = divide(initiatives, people, number)
    left = without_group(initiatives, groups)
    assert len(groups) < len(initiatives) or not left
    assert len({group.initiative for group in groups.values()}) + len(left) == len(initiatives)


@given(st.integers(1, 20), st.integers(1, 300), NUMBER)
def test_sizes_differ_at_most_one_where_nobody_was_counted(initiatives: int, people: int, number: int | None) -> None:
    sizes = [group.people or 0 for group in divide(room(*[None] * initiatives), people, number).values()]
    assert max(sizes) - min(sizes) <= 1


@given(st.lists(st.integers(1, 60), min_size=1, max_size=10).map(lambda votes: room(*votes)), NUMBER)
def test_for_whom_more_people_come_gets_no_fewer_groups(
    initiatives: dict[str, RoomInitiative], number: int | None
) -> None:
    taken = [group.initiative for group in divide(initiatives, number=number).values()]
    by_votes = sorted(initiatives, key=lambda name: initiatives[name].votes or 0)
    numbers = [taken.count(name) for name in by_votes]
    votes = [initiatives[name].votes for name in by_votes]
    assert all(a <= b for a, b, one, other in zip(numbers, numbers[1:], votes, votes[1:], strict=False) if one != other)


@given(ROOMS, PEOPLE, NUMBER, st.data())
def test_groups_that_saved_something_stay_as_they_are_when_the_room_is_divided_anew(
    initiatives: dict[str, RoomInitiative], people: int | None, number: int | None, data: st.DataObject
) -> None:
    before = divide(initiatives, people, number)
    kept = data.draw(st.sets(st.sampled_from(sorted(before))))
    more = {**initiatives, "nieuw": RoomInitiative(name="Nieuw")}
    after = divide(more, data.draw(PEOPLE), data.draw(NUMBER), before, kept)
    assert all(after[name] == before[name] for name in kept if before[name].people)
    assert all(after[name].initiative == before[name].initiative for name in kept)
    assert len(after) <= MOST_GROUPS
    assert all(group.people is None or group.people > 0 for group in after.values())


@given(ROOMS, PEOPLE, NUMBER)
def test_dividing_the_same_room_again_changes_nothing(
    initiatives: dict[str, RoomInitiative], people: int | None, number: int | None
) -> None:
    groups = divide(initiatives, people, number)
    assert divide(initiatives, people, len(groups), groups) == groups


@pytest.mark.parametrize(
    ("votes", "people", "number", "expected"),
    [
        ((None,), None, None, [("i-1", None)]),
        ((None, None, None), 36, None, [("i-1", 12), ("i-2", 12), ("i-3", 12)]),
        ((None, None), 40, None, [("i-1", 14), ("i-1", 13), ("i-2", 13)]),
        ((24, 9, 8), None, None, [("i-1", 12), ("i-1", 12), ("i-2", 9), ("i-3", 8)]),
        ((24, 9, 1), None, None, [("i-1", 12), ("i-1", 12), ("i-2", 10)]),
        ((24, 9, 1), None, 4, [("i-1", 12), ("i-1", 12), ("i-2", 9), ("i-3", 1)]),
        ((24, 9, 0), None, None, [("i-1", 12), ("i-1", 12), ("i-2", 9)]),
        ((10, None), 22, None, [("i-1", 11), ("i-2", 11)]),
        ((20, 10), 40, 3, [("i-1", 14), ("i-1", 13), ("i-2", 13)]),
        ((None, None, None), 30, 2, [("i-1", 15), ("i-2", 15)]),
        ((3, 9), 12, 1, [("i-2", 12)]),
    ],
)
def test_a_room_is_divided_as_one_would_by_hand(
    votes: tuple[int | None, ...], people: int | None, number: int | None, expected: list[tuple[str, int | None]]
) -> None:
    assert said(divide(room(*votes), people, number)) == expected


def test_without_initiatives_there_is_nothing_to_divide() -> None:
    assert divide({}, 30) == {}


def test_a_new_initiative_gets_a_new_group_and_the_others_stay_at_their_tables() -> None:
    before = divide(room(12, 12))
    after = divide(room(12, 12, 12), before=before, kept=("groep-1",))
    assert said(after) == [("i-1", 12), ("i-2", 12), ("i-3", 12)]
    assert list(after)[:2] == list(before)


def test_a_group_keeps_its_name_and_its_paper_when_it_gets_another_initiative() -> None:
    before = {"groep-1": GroupPlan(name="Raamtafel", initiative="i-2", on_paper=True)}
    assert divide(room(5), before=before) == {
        "groep-1": GroupPlan(name="Raamtafel", initiative="i-1", on_paper=True, people=5)
    }


@given(st.integers(1, 400))
def test_groups_are_as_near_to_a_dozen_as_they_can_be(people: int) -> None:
    found = nearest_number(people)
    assert all(
        abs(people / found - USUAL_SIZE) <= abs(people / other - USUAL_SIZE) + 1e-9 for other in range(1, people + 1)
    )
