"""Initiatives in which many respondents answered, and what of their answers may be told, worked out anew."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from random import Random
from statistics import mean
from typing import Any

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content

TOWNS = ("Assen", "Emmen", "Meppel", "Hoogeveen", "Coevorden", "Westerveld", "Tynaarlo")


def many_respondents(content: Content, number: int, seed: int = 1, towns: int = 7, **parts: Any) -> Assessment:
    """So many respondents of these towns, who leave out a statement now and then or do not know."""
    random = Random(seed)
    statements = [name for name, one in content.statements.items() if one.own]
    responses = [
        {
            "id": f"r{index}",
            "organisation": {"kind": "gemeente", "name": TOWNS[index % towns]},
            "basis": random.choice(("namens-organisatie", "eigen-beeld")),
            "answers": {name: answer for name in statements if (answer := _drawn(random)) is not None},
        }
        for index in range(number)
    ]
    about = {"id": "proef", "name": "Proef", "municipalities": list(TOWNS)}
    return Assessment.model_validate({"poolwijzer": 1, "initiative": about, "responses": responses, **parts})


def _drawn(random: Random) -> int | str | None:
    return random.choice((1, 2, 3, 4, 5, 5, "weet-niet", None))


def means_by_hand(assessment: Assessment, least: int = 5) -> dict[str, tuple[int, float | None]]:
    """Per statement how many answered, and the mean over municipalities where enough of these did.

    Of a municipality the newest answer on its behalf counts, else the mean of its people.
    """
    said: dict[str, dict[str, list[tuple[bool, int]]]] = defaultdict(lambda: defaultdict(list))
    for one in assessment.responses:
        for name, answer in one.answers.items():
            if isinstance(answer.value, int):
                said[name][one.organisation.name].append((one.basis == "namens-organisatie", answer.value))
    found = {}
    for name, towns in said.items():
        of_towns = []
        for answers in towns.values():
            on_behalf = [value for behalf, value in answers if behalf]
            of_towns.append(Fraction(on_behalf[-1]) if on_behalf else mean(Fraction(value) for _, value in answers))
        people = sum(map(len, towns.values()))
        found[name] = (people, round(float(mean(of_towns)), 4) if len(towns) >= least else None)
    return found
