"""What in the menus gets old: facts whose text changes soon or stops, and what somebody has to look at again.

All of it is worth a remark and no mistake: time passes without anybody having done something wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from poolwijzer.content.claims import Sourced
from poolwijzer.content.content import Content
from poolwijzer.content.dated_facts import DatedFact, looked_at_long_ago
from poolwijzer.content.folders import FOLDERS
from poolwijzer.content.locations import Steps, steps_to
from poolwijzer.dutch import capitalise, count_things, long_date
from poolwijzer.menucard.checks.findings import MenuFinding

SOON = 90
"""In days: what changes within them has to be looked at now."""


def find_changing_facts(content: Content, on: date) -> Iterator[MenuFinding]:
    """Facts whose text changes within `SOON` days, or that fall silent at some time without another text."""
    for name, fact in content.dated_facts.items():
        for index, stage in enumerate(fact.stages):
            last = min(filter(None, (stage.valid_until, fact.valid_until)), default=None)
            if last and last < date.max:
                loc: Steps = ("feiten", "feiten", name, "stages", index)
                yield from _after(name, fact, last + timedelta(days=1), on, loc)


def _after(name: str, fact: DatedFact, day: date, on: date, loc: Steps) -> Iterator[MenuFinding]:
    """What is worth telling of the day after a stage."""
    left = (day - on).days
    ahead = f"over {count_things(left, 'dag', 'dagen')}" if 0 < left <= SOON else ""
    if fact.stage(day) is None:
        when = f"{ahead} zwijgt dit feit ({long_date(day)})" if ahead else f"dit feit zwijgt vanaf {long_date(day)}"
        yield MenuFinding(loc, f"{name}: {when}.", "Schrijf een tekst voor daarna, of laat het zo.", remark=True)
    elif ahead:
        message = f"{name}: {ahead} verandert deze tekst ({long_date(day)})."
        yield MenuFinding(loc, message, "Kijk na of de tekst voor daarna klopt.", remark=True)


def find_old_claims(content: Content, on: date) -> Iterator[MenuFinding]:
    """What should have been looked at again before a day, and what was last looked at long ago.

    Each fact is told by its name; of all else in a file only how much there is of it.
    """
    facts = {id(fact): name for name, fact in content.dated_facts.items()}
    old: dict[Steps, list[tuple[date, Steps]]] = {}
    for model, node in content.models:
        if not isinstance(model, Sourced):
            continue
        name = facts.get(id(model), "")
        if model.check_by and model.check_by < on:
            message = f"dit moest uiterlijk {long_date(model.check_by)} weer zijn nagekeken."
            yield _old(steps_to((node, "check_by")), f"{name}: {message}" if name else capitalise(message))
        elif model.checked_on and looked_at_long_ago(model.checked_on, on):
            loc = steps_to((node, "checked_on"))
            if name:
                yield _old(loc, f"{name}: dit is voor het laatst nagekeken op {long_date(model.checked_on)}.")
            else:
                file = loc[: 2 if loc[0] in FOLDERS else 1]
                old.setdefault(file, []).append((model.checked_on, loc))
    for found in old.values():
        day, loc = min(found)
        points = count_things(len(found), "punt", "punten")
        yield _old(
            loc, f"In dit bestand: {points} langer dan een half jaar niet nagekeken, het oudste van {long_date(day)}."
        )


def _old(loc: Steps, message: str) -> MenuFinding:
    return MenuFinding(loc, message, "Kijk het na. Zet dan een nieuwe dag bij checked_on en bij check_by.", remark=True)


def find_unused_facts(content: Content, on: date) -> Iterator[MenuFinding]:
    """Facts that nothing refers to, and that do not say themselves when they belong to a report."""
    used = {fact for model, _ in content.models for fact in _named(model.__dict__)}
    for name, fact in content.dated_facts.items():
        if name not in used and fact.when is None:
            hint = "Verwijs ernaar met fact: …, geef het een 'when', of haal het weg."
            yield MenuFinding(("feiten", "feiten", name), f"{name}: niets noemt dit feit.", hint, True, True)


def _named(fields: dict[str, object]) -> tuple[str, ...]:
    """The facts that a part of the menus refers to."""
    found = fields.get("facts")
    one = fields.get("fact")
    return (*((one,) if isinstance(one, str) else ()), *(found if isinstance(found, tuple) else ()))
