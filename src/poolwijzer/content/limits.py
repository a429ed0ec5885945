"""How much menus may ask for: bounds that lie within the scale, and no more of anything than a person could use."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from poolwijzer.content.content import Content
from poolwijzer.content.locations import Located, Steps, steps_to
from poolwijzer.dutch import number
from poolwijzer.problems import Problem
from poolwijzer.rules.conditions import KINDS, Condition

MOST_PARTS = 500
"""Of one list or group."""
MOST_IN_ONE = 100
"""Parts of one condition."""
MOST_CONDITIONS = 10_000
"""Of all menus together, each part of one counted: every advice looks at all of them."""
LONGEST_TEXT = 5_000
"""In characters. What reads well is far shorter; `menu check` asks for that."""
_CONDITIONS = frozenset(KINDS)
_SHORTER = "Maak hem korter, of verdeel hem."
_FEWER = "Haal er een aantal weg, of voeg ze samen."


def find_excess(content: Content, files: Located) -> list[Problem]:
    """Everything of which the menus have too much; `files` is the tree of all menu files."""
    return [files.locate(loc, key=True).problem(message, hint) for loc, message, hint in _excess(content)]


def _excess(content: Content) -> Iterator[tuple[Steps, str, str]]:
    yield from _off_scale(content)
    conditions = 0
    for model, node in content.models:
        if model.__class__ in _CONDITIONS:
            parts = _count_parts(model)
            if parts > MOST_IN_ONE:
                message = f"Deze voorwaarde heeft {number(parts)} delen. Het zijn er hoogstens {MOST_IN_ONE}."
                yield steps_to((node,)), message, _FEWER
            before, conditions = conditions, conditions + parts
            if before <= MOST_CONDITIONS < conditions:
                message = f"Deze menu's hebben samen meer dan {number(MOST_CONDITIONS)} voorwaarden."
                yield steps_to((node,)), message, _FEWER
            continue
        for field, value in model:
            if isinstance(value, dict | tuple) and len(value) > MOST_PARTS:
                message = f"Hier staan {number(len(value))} delen. Het zijn er hoogstens {MOST_PARTS}."
                yield steps_to((node, field)), message, _FEWER
            for loc, text in _texts(value, field):
                if len(text) > LONGEST_TEXT:
                    message = (
                        f"Deze tekst is te lang: {number(len(text))} tekens. Hier passen er {number(LONGEST_TEXT)}."
                    )
                    yield steps_to((node, *loc)), message, _SHORTER


def _texts(value: object, field: str) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, str):
        yield (field,), value
    elif isinstance(value, dict | tuple):
        for step, text in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(text, str):
                yield (field, step), text


def _off_scale(content: Content) -> Iterator[tuple[Steps, str, str]]:
    """Numbers on the answer scale that lie beyond its ends."""
    typology = content.typology
    scale = typology.scale
    found: list[tuple[Steps, Fraction]] = [
        (("typologie", "bands", name), getattr(typology.bands, name)) for name in ("low_below", "high_above")
    ]
    for name, axis in typology.axes.items():
        if axis.absent:
            found.append((("typologie", "axes", name, "absent", "score"), axis.absent.score))
    for loc, value in found:
        if not scale.lowest <= value <= scale.highest:
            message = f"Het getal {number(value)} ligt niet op de schaal."
            yield loc, message, f"Neem een getal van {scale.lowest} tot en met {scale.highest}."


def _count_parts(condition: Condition) -> int:
    return 1 + sum(map(_count_parts, condition.parts()))
