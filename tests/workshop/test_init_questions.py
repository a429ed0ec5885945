"""The first step of a session: who is in the room, asked in lines until the division is right."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.content.content import Content
from poolwijzer.dutch import LONGEST_SLUG
from poolwijzer.problems import Fault
from poolwijzer.workshop.plan import RoomInitiative, WorkshopPlan
from poolwijzer.workshop.room import make_initiative, name_initiatives, read_initiative, write_initiative
from poolwijzer.workshop.room_questions import Room, RoomQuestions
from tests.workshop.a_room import DAY

LINE = st.text(max_size=40)


def talk(content: Content, *lines: str, title: str | None = None, number: int | None = None) -> tuple[Room, str]:
    waiting, said = list(lines), list[str]()
    room = RoomQuestions(content, lambda: waiting.pop(0), said.append).run(title, number=number)
    assert not waiting
    return room, "\n".join(said)


def test_it_asks_the_question_of_the_workshop_and_divides_the_room(content: Content) -> None:
    room, said = talk(content, "Onze dag", "Flexteam", "Drenthe", "4", "24", "Kring", "", "", "12", "", "", "")
    assert "Welke initiatieven zijn er in de zaal?" in said
    assert room.title == "Onze dag"
    assert room.initiatives["flexteam"] == RoomInitiative(name="Flexteam", region="Drenthe", phase="draait", votes=24)
    assert [(group.initiative, group.people) for group in room.groups.values()] == [
        ("flexteam", 12),
        ("flexteam", 12),
        ("kring", 12),
    ]
    assert "Groep 3: Kring, 12 mensen" in said


@pytest.mark.parametrize(
    ("typed", "on"),
    [
        (("",), date(2026, 11, 30)),
        (("10 december 2026",), DAY),
        (("10-12-2026",), DAY),
        (("morgen", "2026-12-10"), DAY),
    ],
)
def test_the_day_of_the_session_is_asked_where_it_is_not_known(
    content: Content, typed: tuple[str, ...], on: date
) -> None:
    waiting, said = ["", *typed, "Pool", "", "", "9 mensen", "", "", ""], list[str]()
    room = RoomQuestions(content, lambda: waiting.pop(0), said.append).run(today=date(2026, 11, 30))
    assert room.on == on
    assert room.groups["groep-1"].people == 9
    assert "Op welke dag is het? Enter: vandaag, 30 november 2026." in said
    assert ("'morgen' is geen datum. Schrijf bijvoorbeeld 1-1-2027." in said) == (len(typed) > 1)


def test_groups_without_a_laptop_are_told_with_the_division(content: Content) -> None:
    room, said = talk(
        content, "", "Pool", "", "", "24", "Kring", "", "", "12", "", "", "nee", "papier 4", "papier 2, 3", ""
    )
    assert [group.on_paper for group in room.groups.values()] == [False, True, True]
    assert "Groep 3: Kring, 12 mensen, op papier" in said
    assert "Typ hoeveel groepen u wilt, van 1 tot en met 16." in said
    assert "Die groep is er niet. Er zijn groepen 1 tot en met 3." in said


def test_what_cannot_be_is_said_and_asked_again(content: Content) -> None:
    room, said = talk(
        content, "", "", "Flexteam", "", "zes", "verkenen", "2", "tien", "10", "", "", "nee", "99", "1", ""
    )
    assert "Noem er minstens één." in said
    assert "De fase 'verkenen' is er niet. Bedoelde u verkennen?" in said
    assert "'tien' is geen aantal mensen. Schrijf een heel getal, zoals 12." in said
    assert said.count("Dit begrijp ik niet.") == 1
    assert said.count("van 1 tot en met 16.") == 2
    assert room.title == "Werksessie"
    assert room.initiatives["flexteam"].phase == "verkennen"


def test_the_last_initiative_can_be_taken_away_and_none_is_there_twice(content: Content) -> None:
    first = ("Flexteam", "Noord", "", "")
    room, said = talk(
        content, "-", *first, "Vergissing", "", "", "", "-", "FLEXTEAM", "noord", "", "", "", "", "", title="A"
    )
    assert "Er is nog geen initiatief." in said
    assert "Weggehaald: Vergissing" in said
    assert "Dit initiatief staat er al." in said
    assert list(room.initiatives) == ["flexteam"]


def test_another_number_of_groups_divides_anew_and_more_than_can_be_is_said(content: Content) -> None:
    room, said = talk(content, "Flexteam", "", "", "3", "", "", "2", "5", "", title="A")
    assert "Zoveel groepen kan niet: zoveel mensen zijn er niet. Het aantal groepen wordt 3." in said
    assert [group.people for group in room.groups.values()] == [1, 1, 1]
    assert "Groep 2: Flexteam, 1 persoon" in said


def test_an_initiative_without_a_group_is_told_and_so_are_large_groups(content: Content) -> None:
    _, said = talk(content, "Een", "", "", "40", "Twee", "", "", "4", "", "", "", title="A", number=1)
    assert "Nog zonder groep: Twee." in said
    assert "Er zijn groepen van meer dan 18 mensen. Neem er meer groepen bij." in said


def test_fewer_people_than_were_counted_is_said(content: Content) -> None:
    _, said = talk(content, "Een", "", "", "40", "", "12", "", title="A")
    assert "U telde er net 40 bij de initiatieven. De indeling gaat uit van 12." in said


@given(st.lists(LINE.filter(str.strip), min_size=1, max_size=12))
def test_whatever_initiatives_are_called_each_has_an_id_of_its_own(names: list[str]) -> None:
    room: list[RoomInitiative] = []
    for name in names:
        one = make_initiative(name, "", None, None)
        if one.name.casefold() not in {other.name.casefold() for other in room}:
            room.append(one)
    try:
        named = name_initiatives(room)
    except Fault:  # the same but for accents
        return
    assert list(named.values()) == room
    assert all(0 < len(name) <= LONGEST_SLUG for name in named)
    WorkshopPlan.model_validate(
        {"poolwijzer": 2, "kind": "workshop", "title": "A", "date": "2026-12-10", "initiatives": named}
    )


def test_names_that_give_the_same_id_get_a_number(content: Content) -> None:
    named = name_initiatives([make_initiative(name, "", None, None) for name in ("Team A!", "Team A?", "🚀", "🎈")])
    assert list(named) == ["team-a", "team-a-2", "initiatief", "initiatief-2"]


@given(LINE)
def test_an_option_is_read_or_its_mistake_is_told(content: Content, text: str) -> None:
    try:
        found = read_initiative(text, content)
    except Fault as fault:
        assert fault.message
        assert fault.hint
    else:
        assert found.name


@pytest.mark.parametrize("text", ["A", "A; B", "A; ; draait", "A; ; ; 0", "A; B; idee; 12"])
def test_an_initiative_is_written_as_it_is_given(content: Content, text: str) -> None:
    assert write_initiative(read_initiative(text, content)) == text


@pytest.mark.parametrize("phase", ["draait", "In uitvoering", " DRAAIT "])
def test_a_phase_may_be_given_by_its_id_or_by_its_words(content: Content, phase: str) -> None:
    assert read_initiative(f"A;B;{phase}", content).phase == "draait"
