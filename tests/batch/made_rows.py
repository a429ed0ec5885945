"""Rows of many initiatives, made by the engine itself: for holding overviews and their drawings against."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.outcome import Outcome
from poolwijzer.problems import Problem
from poolwijzer.tables.row import Row, make_bad_row, make_row

ON = date(2026, 11, 1)
KINDS = ("Regio", "Energiepool", "Warmteteam", "Samenwerking")
PLACES = ("Noord", "Élan", "Twente", "Groene Hart", "Kop van Noord-Holland", "'s-Hertogenbosch", "Ĳssel & Vecht")


def made_rows(number: int, content: Content, seed: int = 1) -> Iterator[Row]:
    """Initiatives all over the typology; some have too few answers, some only an estimate, some no body."""
    random = Random(seed)
    for index in range(1, number + 1):
        assessment = Assessment.model_validate(_initiative(index, random, content))
        yield make_row(f"map/bestand-{index}.yaml", Outcome(content, assessment, ON))


def unreadable(number: int) -> Iterator[Row]:
    """Files with one problem, two, and so on."""
    for index in range(1, number + 1):
        path = f"map/kapot-{index}.yaml"
        wrong = Problem(path, "Dit antwoord staat er twee keer.", "Haal er een weg.", 12, 5)
        yield make_bad_row(path, [wrong] * index)


def _initiative(index: int, random: Random, content: Content) -> dict[str, Any]:
    about = {axis: random.gauss(3, 1) for axis in content.typology.axes}
    known = random.random()
    answers: dict[str, Any] = {
        name: _answer(6 - about[statement.axis] if statement.reversed else about[statement.axis], random)
        for name, statement in content.statements.items()
        if statement.short and statement.axis
    }
    kind = "geen" if random.random() < 0.1 else "provincie"
    body = {"kind": kind} if kind == "geen" else {"kind": kind, "name": "de provincie Voorbeeld"}
    return {
        "poolwijzer": 1,
        "initiative": {
            "id": f"initiatief-{index}",
            "name": f"{random.choice(KINDS)} {random.choice(PLACES)} {index}",
            "region": random.choice(("Voorbeeldregio Noord", "Voorbeeldregio Zuid", "")),
            "municipalities": [{"name": f"Proefdorp {number}", "population": 20000} for number in range(4)],
        },
        "questions": "kort",
        "context": {"verband": body},
        "answers": answers if known > 0.15 else dict(list(answers.items())[: random.randint(0, 4)]),
        "estimate": {axis: random.randint(1, 5) for axis in about} if known < 0.08 else {},
        "choices": {
            name: _choice(list(component.options), random)
            for name, component in content.components.items()
            if random.random() < 0.6
        },
    }


def _answer(about: float, random: Random) -> int | str:
    return "weet-niet" if random.random() < 0.05 else round(min(5, max(1, random.gauss(about, 0.8))))


def _choice(options: list[str], random: Random) -> dict[str, list[str]]:
    chosen = random.sample(options, random.randint(0, 2))
    return {
        "options": chosen,
        "considering": [option for option in random.sample(options, 2) if option not in chosen],
        "other": ["Iets van onszelf"] if random.random() < 0.1 else [],
    }
