"""Whether the menus hold everything the engine counts on. Each problem stands where something has to be added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from poolwijzer.content.claims import Rule
from poolwijzer.content.content import Content
from poolwijzer.content.dated_facts import DatedFact
from poolwijzer.content.locations import Located, Steps
from poolwijzer.content.typology import Clarity, Level, Side
from poolwijzer.dutch import join_words
from poolwijzer.problems import Problem


def find_gaps(content: Content, files: Located) -> list[Problem]:
    """Everything that is missing where the menus must cover all cases."""
    problems = []
    for loc, message, missing in _gaps(content):
        if missing:
            where = files.locate(loc, key=True)
            hint = f"Voeg toe: {join_words(missing, 'en')}."
            problems.append(Problem(where.path, message, hint, where.line, where.column))
    return problems


def _gaps(content: Content) -> Iterator[tuple[Steps, str, list[str]]]:
    typology = content.typology
    yield ("typologie", "levels"), "Niet elk niveau heeft een naam.", _absent(get_args(Level), typology.levels)
    loc: Steps = ("typologie", "stress", "words")
    message = "Niet elke uitkomst heeft woorden voor hoe vast de plek staat."
    yield loc, message, _absent(get_args(Clarity), typology.stress.words)
    points = [str(point) for point in typology.scale.points()]
    for name, labels in typology.scale.labels.items():
        loc = ("typologie", "scale", "labels", name, "words")
        yield loc, "Niet elk punt van de schaal heeft woorden.", _absent(points, map(str, labels.words))
    for name, axis in typology.axes.items():
        loc = ("typologie", "axes", name, "ends")
        yield loc, "Niet elk uiteinde heeft een naam.", _absent(get_args(Side), axis.ends)
    for name, quadrant in typology.quadrants.items():
        cells = content.first_steps.cells.get(name, {}) if content.first_steps else {}
        groups = content.first_steps.groups if content.first_steps else ()
        # What a place says itself counts wherever it has no cell.
        missing = [] if quadrant.actions else _absent(groups, cells) if content.first_steps else ["actions"]
        loc = ("eerste-stappen", "cells", name) if cells else ("typologie", "quadrants", name)
        of_group = "Niet elke groep fasen heeft hier eerste stappen."
        yield loc, of_group if content.first_steps else "Deze plek heeft geen eerste stappen.", missing
    for name, fact in content.dated_facts.items():
        loc = ("feiten", "feiten", name)
        undated = [] if fact.checked_on else ["checked_on"]
        yield loc, "Bij een feit hoort de dag waarop het is nagekeken.", undated
    for component, card in content.components.items():
        for name, option in card.options.items():
            loc = ("componenten", component, "options", name, "fit")
            yield loc, "Bij fit staat niet elke plek.", _absent(typology.quadrants, option.fit)
            for index, point in enumerate(option.legal):
                loc = ("componenten", component, "options", name, "legal", index)
                undated = [] if point.checked_on or point.fact else ["checked_on"]
                yield loc, "Bij een punt van recht of belasting hoort de dag waarop het is nagekeken.", undated
            for index, rule in enumerate(option.rules):
                if rule.fact in content.dated_facts:
                    loc = ("componenten", component, "options", name, "rules", index)
                    yield from _unsaid(rule, content.dated_facts[rule.fact], loc)


def _unsaid(rule: Rule, fact: DatedFact, loc: Steps) -> Iterator[tuple[Steps, str, list[str]]]:
    """What a rule has to say itself, because the fact it refers to does not at every time."""
    own = rule.effect if "effect" in rule.model_fields_set else None
    effects = [stage.effect or own for stage in fact.stages]
    yield loc, "Niet elke tekst van het feit zegt wat deze regel dan doet.", ["effect"] if None in effects else []
    lacks = "tegen" in effects and not rule.better_when
    yield loc, "Het feit pleit hier in een bepaalde tijd tegen de optie.", ["better_when"] if lacks else []


def _absent(needed: Iterable[str], given: Iterable[str]) -> list[str]:
    known = set(given)
    return [name for name in needed if name not in known]
