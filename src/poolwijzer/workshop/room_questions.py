"""Asking who is in the room, line by line, until the division is right: the first step of a session."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, join_words, long_date
from poolwijzer.interview.steps.context import read_day
from poolwijzer.interview.steps.step import Refused
from poolwijzer.problems import Fault
from poolwijzer.workshop.division import divide, without_group
from poolwijzer.workshop.plan import MOST_GROUPS, USUAL_SIZE, GroupPlan, RoomInitiative
from poolwijzer.workshop.room import (
    make_initiative,
    name_initiatives,
    phases_of,
    read_line,
    read_people,
    read_phase,
    same_initiative,
)

Ask = Callable[[], str]
"""Gives the next line that somebody types."""
Say = Callable[[str], None]
USUAL_TITLE = "Werksessie"
WHICH = "Welke initiatieven zijn er in de zaal?"
HOW = "Noem ze één voor één. Enter zonder tekst is klaar. Een - haalt de laatste weg."
TOO_MANY = "Zoveel groepen kan niet: zoveel mensen zijn er niet. Het aantal groepen wordt {}."
DAY = "Op welke dag is het? Enter: vandaag, {}."
RIGHT = (
    "Klopt dit? Enter: ja. Wilt u meer of minder groepen? Typ dan hoeveel.\n"
    "Werken er groepen op papier? Typ dan hun nummers zo: papier 3 4."
)
LATER = "Namen en de rest verandert u straks in workshop.yaml. Stoppen kan met Ctrl-C."
LARGE = USUAL_SIZE + USUAL_SIZE // 2
"""More people than this round one table do not hear each other."""
Value = TypeVar("Value")


@dataclass(frozen=True)
class Room:
    """What was told of the room, with the groups."""

    title: str
    initiatives: dict[str, RoomInitiative]
    groups: dict[str, GroupPlan]
    on: date | None = None
    """The day, where that was asked."""


class RoomQuestions:
    """Asks in lines; what cannot be is said, and asked again."""

    def __init__(self, content: Content, ask: Ask, say: Say) -> None:
        """With what gives a line, and what shows one; both may raise KeyboardInterrupt and EOFError."""
        self._content = content
        self._ask = ask
        self._say = say
        self.found: list[RoomInitiative] = []
        """The initiatives as they are told, also where somebody stops before the end."""

    def run(
        self,
        title: str | None = None,
        people: int | None = None,
        number: int | None = None,
        today: date | None = None,
    ) -> Room:
        """Ask for everything that is not known yet.

        Args:
            title: What the session is called.
            people: How many people there are.
            number: How many groups are wanted.
            today: The usual day of the session, where that is not known yet: it is prepared before that.
        """
        if title is None:
            title = self._until(f"Hoe heet de sessie? Enter: {USUAL_TITLE}.", read_line) or USUAL_TITLE
        on = self._until(DAY.format(long_date(today)), lambda typed: _read_day(typed, today)) if today else None
        initiatives = self._initiatives()
        if people is None:
            people = self._people(initiatives)
        return Room(title, initiatives, self._groups(initiatives, people, number), on)

    def _initiatives(self) -> dict[str, RoomInitiative]:
        self._say(f"\n{WHICH}\n{HOW}")
        found = self.found
        while True:
            name = self._until(f"\nInitiatief {len(found) + 1}: hoe heet het?", read_line)
            if name == "-":
                self._say(f"Weggehaald: {found.pop().name}" if found else "Er is nog geen initiatief.")
            elif name:
                one = self._initiative(name)
                if same_initiative(one, name_initiatives(found)):
                    self._say("Dit initiatief staat er al. Het kan straks wel meer groepen krijgen.")
                else:
                    found.append(one)
            elif found:
                return name_initiatives(found)
            else:
                self._say("Noem er minstens één. Stoppen kan met Ctrl-C.")

    def _initiative(self, name: str) -> RoomInitiative:
        region = self._until("Welke regio? Enter: weet ik niet.", read_line)
        phase = self._phase()
        votes = self._until(
            "Hoeveel mensen komen hiervoor? Enter: niet geteld.", lambda typed: read_people(typed, at_least=0)
        )
        return make_initiative(name, region, phase, votes)

    def _phase(self) -> str | None:
        phases = phases_of(self._content)
        if not phases:
            return None
        names = list(phases)
        listed = ", ".join(f"{number} {phases[name]}" for number, name in enumerate(names, 1))

        def read(typed: str) -> str | None:
            by_number = {str(number): name for number, name in enumerate(names, 1)}
            return by_number.get(typed.strip()) or read_phase(typed, self._content)

        return self._until(f"Hoe ver is het? {listed}. Enter: weet ik niet.", read)

    def _people(self, initiatives: Mapping[str, RoomInitiative]) -> int | None:
        votes = [one.votes for one in initiatives.values() if one.votes is not None]
        known = sum(votes)
        counted = known if len(votes) == len(initiatives) else 0
        usual = f"Enter: {counted}." if counted else "Enter: weet ik niet."
        people = self._until(f"\nHoeveel mensen zijn er samen? {usual}", read_people) or counted or None
        if people and people < known:
            self._say(f"U telde er net {known} bij de initiatieven. De indeling gaat uit van {people}.")
        return people

    def _groups(
        self, initiatives: Mapping[str, RoomInitiative], people: int | None, number: int | None
    ) -> dict[str, GroupPlan]:
        groups = divide(initiatives, people, number)
        while True:
            self._say("\n".join(["", "Dit is de indeling:", *tell_groups(groups, initiatives)]))
            wanted = self._until(RIGHT, partial(self._read_wanted, len(groups)))
            if wanted is None:
                return groups
            if isinstance(wanted, frozenset):
                groups = {
                    name: group.model_copy(update={"on_paper": at in wanted})
                    for at, (name, group) in enumerate(groups.items(), 1)
                }
                continue
            groups = divide(initiatives, people, wanted)
            if len(groups) != wanted:
                self._say(TOO_MANY.format(len(groups)))

    @staticmethod
    def _read_wanted(groups: int, typed: str) -> int | frozenset[int] | None:
        """How many groups are wanted, or the numbers of those that work on paper; None where all is right."""
        said = typed.strip().lower()
        if said in ("", "ja", "j"):
            return None
        if said in ("nee", "n"):
            raise Fault(f"Typ hoeveel groepen u wilt, van 1 tot en met {MOST_GROUPS}.", LATER)
        if found := re.fullmatch("papier((?:[ ,]+[0-9]{1,2})*)", said):
            numbers = frozenset(map(int, re.findall("[0-9]+", found[1])))
            if not numbers <= set(range(1, groups + 1)):
                raise Fault("Die groep is er niet.", f"Er zijn groepen 1 tot en met {groups}.")
            return numbers
        if not said.isdecimal() or not 1 <= int(said) <= MOST_GROUPS:
            raise Fault("Dit begrijp ik niet.", f"Druk op Enter, of typ een getal van 1 tot en met {MOST_GROUPS}.")
        return int(said)

    def _until(self, question: str, read: Callable[[str], Value]) -> Value:
        """Ask until what is typed can be read."""
        while True:
            self._say(question)
            try:
                return read(self._ask())
            except Fault as fault:
                self._say(f"{fault.message[:1].upper()}{fault.message[1:]} {fault.hint}".rstrip())


def _read_day(typed: str, today: date) -> date:
    try:
        return date.fromisoformat(read_day(typed.strip())) if typed.strip() else today
    except Refused as refusal:
        raise Fault(str(refusal)) from None


def tell_groups(groups: Mapping[str, GroupPlan], initiatives: Mapping[str, RoomInitiative]) -> Iterator[str]:
    """The groups, one a line, and what there is to say of them."""
    for group in groups.values():
        people = f", {count_things(group.people, 'persoon', 'mensen')}" if group.people else ""
        paper = ", op papier" if group.on_paper else ""
        yield f"{group.name}: {initiatives[group.initiative].name}{people}{paper}"
    if left := without_group(initiatives, groups):
        yield f"Nog zonder groep: {join_words([initiatives[name].name for name in left])}."
    if any((group.people or 0) > LARGE for group in groups.values()):
        more = "Neem er meer groepen bij." if len(groups) < MOST_GROUPS else "Maak er twee sessies van."
        yield f"Er zijn groepen van meer dan {LARGE} mensen. {more}"
