"""Who is in the room: the initiatives as they are told, by somebody who types them or in the words of an option."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from itertools import chain, count

from poolwijzer.content.content import Content
from poolwijzer.dutch import LONGEST_SLUG, fold_text, join_words, make_slug, number
from poolwijzer.problems import Fault, did_you_mean, quote
from poolwijzer.workshop.plan import RoomInitiative
from poolwijzer.workshop.plan_file import PHASE

MOST_PEOPLE = 999
"""In one session; a larger number is a slip of the keyboard."""
LONGEST_NAME = 200
"""In letters, of the name of an initiative and of a region."""
SEPARATOR = ";"
PARTS = ("naam", "regio", "fase", "aantal mensen")
"""What an option tells of an initiative, in this order."""


def read_initiative(text: str, content: Content) -> RoomInitiative:
    """An initiative as an option gives it: `Naam; regio; fase; aantal mensen`, the last three if one likes.

    Raises:
        Fault: a part of it cannot be; says which.
    """
    parts = [part.strip() for part in text.split(SEPARATOR)]
    if len(parts) > len(PARTS):
        message = f"{quote(text)} heeft {len(parts)} delen. Het zijn er hooguit {len(PARTS)}: {join_words(PARTS)}."
        raise Fault(message, "Zet in een naam geen puntkomma.")
    name, region, phase, votes = (*parts, "", "", "")[: len(PARTS)]
    if not name:
        raise Fault(f"In {quote(text)} ontbreekt de naam.", 'Schrijf het zo: "Naam; regio; fase; aantal mensen".')
    try:
        return make_initiative(name, region, read_phase(phase, content), read_people(votes, at_least=0))
    except Fault as fault:
        raise Fault(f"In {quote(text)}: {fault.message}", fault.hint) from None


def write_initiative(one: RoomInitiative) -> str:
    """An initiative as an option gives it; what parts the parts becomes a comma inside them."""
    votes = "" if one.votes is None else str(one.votes)
    parts = [part.replace(SEPARATOR, ",") for part in (one.name, one.region, one.phase or "", votes)]
    while not parts[-1]:
        parts.pop()
    return f"{SEPARATOR} ".join(parts)


def make_initiative(name: str, region: str, phase: str | None, votes: int | None) -> RoomInitiative:
    """An initiative in the room.

    Raises:
        Fault: a name is too long.
    """
    return RoomInitiative(name=read_line(name), region=read_line(region), phase=phase, votes=votes)


def read_line(text: str) -> str:
    """What was typed as one line that any file can hold.

    Raises:
        Fault: it is too long.
    """
    line = " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
    if len(line) > LONGEST_NAME:
        message = f"Deze tekst heeft {number(len(line))} tekens. Het zijn er hooguit {LONGEST_NAME}."
        raise Fault(message, "Kort hem in.")
    return line


def phases_of(content: Content) -> dict[str, str]:
    """The phases of the menus, by id, as people read them."""
    question = content.questions.context.get(PHASE)
    return {name: answer.label for name, answer in question.answers.items()} if question else {}


def read_phase(text: str, content: Content) -> str | None:
    """A phase by its id or by its words; None where nothing was said.

    Raises:
        Fault: the menus know no such phase.
    """
    phases = phases_of(content)
    if not text.strip():
        return None
    meant = {fold_text(word): name for name, label in phases.items() for word in (label, name)}
    found = meant.get(fold_text(text.strip()))
    if found is None:
        choose = f"Kies uit: {', '.join(phases)}." if phases else "Laat de fase weg."
        raise Fault(f"de fase {quote(text)} is er niet.", did_you_mean(text, meant) or choose)
    return found


_PEOPLE = re.compile(r"(?<=[0-9])\s*(mensen|personen|deelnemers|man)$", re.IGNORECASE)


def read_people(text: str, *, at_least: int = 1) -> int | None:
    """A number of people; None where nothing was said.

    Raises:
        Fault: it is no such number.
    """
    typed = _PEOPLE.sub("", text.strip())
    if not typed:
        return None
    if not re.fullmatch("[0-9]{1,6}", typed):
        raise Fault(f"{quote(text)} is geen aantal mensen.", "Schrijf een heel getal, zoals 12.")
    if not at_least <= int(typed) <= MOST_PEOPLE:
        raise Fault(f"{quote(text)} mensen kan niet.", f"Kies een getal van {at_least} tot en met {MOST_PEOPLE}.")
    return int(typed)


def name_initiatives(room: Iterable[RoomInitiative]) -> dict[str, RoomInitiative]:
    """Initiatives each with an id of its own, made of its name.

    Raises:
        Fault: one is there twice.
    """
    named: dict[str, RoomInitiative] = {}
    for one in room:
        if same_initiative(one, named):
            message = f"Het initiatief {quote(one.name)} staat er twee keer in."
            raise Fault(message, "Noem het één keer. Komen er veel mensen voor, dan krijgt het meer groepen.")
        named[new_id(one.name, named)] = one
    return named


def new_id(name: str, taken: Container[str]) -> str:
    """An id for an initiative of this name, that none of the others has."""
    slug = make_slug(name)
    numbers = (f"-{number}" for number in count(2))
    ids = chain([slug], (slug[: LONGEST_SLUG - len(behind)].rstrip("-") + behind for behind in numbers))
    return next(one for one in ids if one not in taken)


def same_initiative(one: RoomInitiative, others: Mapping[str, RoomInitiative]) -> bool:
    """Whether an initiative with this name and region is there already, however it is written."""
    return (fold_text(one.name), fold_text(one.region)) in {
        (fold_text(other.name), fold_text(other.region)) for other in others.values()
    }
