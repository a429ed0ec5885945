"""An initiative that turns up in the room."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.workshop.lead.added import RoomStep, tell_added, with_initiative
from poolwijzer.workshop.plan import MOST_GROUPS, GroupPlan, RoomInitiative
from tests.workshop.a_room import PLAN


def test_an_initiative_gets_a_group_and_no_other_loses_its_own() -> None:
    plan = with_initiative(PLAN, RoomInitiative(name="Pool Zeeland", votes=12), ("groep-1", "groep-2", "groep-3"))
    assert plan.initiatives["pool-zeeland"].votes == 12
    assert {group.initiative for group in plan.groups.values()} == set(plan.initiatives)
    for name in ("groep-1", "groep-2", "groep-3"):
        assert plan.groups[name] == PLAN.groups[name]
    told = tell_added(PLAN, plan, ["werkbladen/groep-5.pdf"])
    assert told == "Pool Zeeland staat erbij, voor Groep 5. Om af te drukken: werkbladen/groep-5.pdf."


def test_two_of_one_name_are_two_initiatives() -> None:
    plan = with_initiative(PLAN, RoomInitiative(name="Flexteam Drenthe"), ())
    assert "flexteam-drenthe-2" in plan.initiatives
    assert tell_added(PLAN, plan, []).startswith("Flexteam Drenthe staat erbij, voor Groep")


def test_one_for_which_nobody_comes_is_written_down_without_a_group() -> None:
    plan = with_initiative(PLAN, RoomInitiative(name="Stil", votes=0), PLAN.groups)
    assert plan.groups == PLAN.groups
    assert tell_added(PLAN, plan, []).startswith("Stil staat erbij, nog zonder groep.")


def test_where_every_group_is_taken_it_waits_without_one() -> None:
    full = {f"groep-{n}": GroupPlan(name=f"Groep {n}", initiative="kennisring-zuid") for n in range(1, MOST_GROUPS + 1)}
    before = PLAN.model_copy(update={"groups": full})
    plan = with_initiative(before, RoomInitiative(name="Erbij", votes=20), full)
    assert plan.groups == full


@settings(max_examples=30)
@given(
    st.text(min_size=1, max_size=30).filter(str.strip),
    st.none() | st.integers(0, 500),
    st.sets(st.sampled_from(list(PLAN.groups))),
)
def test_whatever_it_is_called_groups_that_began_stay_as_they_are(
    name: str, votes: int | None, begun: set[str]
) -> None:
    plan = with_initiative(PLAN, RoomInitiative(name=name, votes=votes), begun)
    assert all(plan.groups[one] == PLAN.groups[one] for one in begun)
    assert {group.initiative for group in PLAN.groups.values()} <= {group.initiative for group in plan.groups.values()}


@pytest.mark.parametrize(
    ("ref", "text", "wrong"),
    [
        ("name", " ", True),
        ("name", "Pool", False),
        ("name", "x" * 20_000, True),
        ("region", "", False),
        ("votes", "", False),
        ("votes", "12", False),
        ("votes", "1000", True),
        ("votes", "veel", True),
        ("votes", "²", True),
    ],
)
def test_what_is_typed_of_it_is_looked_at(ref: str, text: str, wrong: bool) -> None:
    assert bool(RoomStep(ref).objection(text)) == wrong
