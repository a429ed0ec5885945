"""Whether what the places give one option of a component, they take from another: else a whole card goes up or down."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from poolwijzer.content.component import Component
from poolwijzer.content.content import Content
from poolwijzer.content.locations import Steps
from poolwijzer.dutch import join_words
from poolwijzer.engine.verdicts import NEUTRAL_FIT
from poolwijzer.menucard.checks.repair import ReducedFiles
from poolwijzer.problems import Problem

RULE = "Wat een plek de ene optie geeft, neemt zij van een andere. Dan telt elke plek op tot het aantal opties."
OWN_OPTION = "Uw eigen optie maakt dat scheef; dat mag."
OWN_HIDING = "U haalde een optie weg. Dat maakt het scheef; dat mag."


def find_skewed_fits(content: Content, files: ReducedFiles, own: Path | None) -> Iterator[Problem]:
    """Components of which some place does not sum to the number of options; of an own folder those that it made so."""
    for name, card in content.components.items():
        loc: Steps = ("componenten", name)
        if any(out[:2] == loc for out in files.out):
            continue  # what does not fit was left out, and is told already
        size = len(card.options)
        sums = [sum(_fits(card, quadrant)) for quadrant in content.typology.quadrants]
        if any(total != size for total in sums):
            told = join_words([str(total) for total in (sums if len(set(sums)) > 1 else sums[:1])], "en")
            are = "er is 1 optie" if size == 1 else f"er zijn {size} opties"
            message = f"De plekken tellen hier op tot {told}, {are}."
            yield _mistake(message, loc, files) if own is None else _remark(message, loc, card, files, own)


def _fits(card: Component, quadrant: str) -> Iterator[int]:
    # An option that says nothing of a place is a mistake of its own.
    return (option.fit.get(quadrant, NEUTRAL_FIT) for option in card.options.values())


def _mistake(message: str, loc: Steps, files: ReducedFiles) -> Problem:
    return files.locate((*loc, "options"), key=True).problem(message, RULE)


def _remark(message: str, loc: Steps, card: Component, files: ReducedFiles, own: Path) -> Problem:
    places = (files.locate((*loc, "options", option), key=True) for option in card.options)
    where = next((place for place in places if own in Path(place.path).parents), None)
    if where is None:
        return files.locate((*loc, "options"), key=True).problem(message, OWN_HIDING)
    return where.problem(message, OWN_OPTION)
