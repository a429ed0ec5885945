"""Conditions and placeholders of the menus in Dutch words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from poolwijzer.content.content import Content
from poolwijzer.dutch import capitalise, join_words, long_date, number, percentage
from poolwijzer.rules.conditions import (
    AllOf,
    AnyOf,
    AxisIs,
    Bounds,
    Condition,
    ContextIs,
    InQuadrant,
    IsChosen,
    IsDivided,
    MunicipalitiesAre,
    NotSo,
    RolesDiffer,
    StatementIs,
)

PLACEHOLDER = re.compile(r"\{(?:(?P<name>[a-z0-9-]+)|(?P<one>[^{}|]+)\|(?P<more>[^{}|]+))\}")
"""A name to fill in, as in `{verband}`, or the forms of a verb that goes with it: `{wil|willen}`."""
VERBAND, BESTUUR = "verband", "bestuur"
PLURAL = "|"
"""What the names say beside the names: under this key stands a text if the body is more than one organisation."""
MEASURES = {
    "number": "aantal gemeenten",
    "population": "aantal inwoners",
    "largest_share": "aandeel van de grootste gemeente",
}


def fill_names(text: str, names: Mapping[str, str], *, inside: bool = False) -> str:
    """A text with its placeholders filled in once; at the start of a sentence with a capital.

    Args:
        text: of the menus.
        names: by what stands between the braces; `PLURAL` says which form of a verb goes with them.
        inside: whether the text itself stands inside a sentence, and so begins none.
    """

    def name(match: re.Match[str]) -> str:
        if match["name"] is None:
            return match["more"] if names.get(PLURAL) else match["one"]
        value = names.get(match["name"])
        if value is None:
            return match[0]
        before = text[: match.start()].rstrip()
        begins = before[-1] in ".?!" if before else not inside
        return capitalise(value) if begins else value

    return PLACEHOLDER.sub(name, text)


def names_a_body(text: str) -> bool:
    """Whether a text is about the existing body, by its name or by who governs it."""
    return f"{{{VERBAND}}}" in text or f"{{{BESTUUR}}}" in text


def describe_condition(condition: Condition, content: Content) -> str:
    """What a condition asks, such as *stelling m3 is ten hoogste 2*."""
    match condition:
        case AxisIs(axis=axis):
            return f"de score op {_axis(axis, content)} is {_bounds(condition)}"
        case InQuadrant(quadrant=quadrants):
            titles = [
                content.typology.quadrants[name].title for name in quadrants if name in content.typology.quadrants
            ]
            return f"de plek is {join_words(titles, 'of')}"
        case RolesDiffer(statement=statement):
            return f"het verschil tussen functies bij stelling {statement} is {_bounds(condition)}"
        case StatementIs(statement=statement):
            return f"het antwoord op stelling {statement} is {_bounds(condition)}"
        case ContextIs():
            return _context(condition, content)
        case MunicipalitiesAre(municipalities=measure):
            return f"het {MEASURES[measure]} is {_bounds(condition, share=measure == 'largest_share')}"
        case IsDivided(divided=axis):
            return f"de gemeenten zijn verdeeld over {_axis(axis, content)}"
        case IsChosen(chosen=option):
            title = content.options[option].title if option in content.options else option
            return f"gekozen is {title}"
        case AllOf(all=parts):
            return " en ".join(_part(part, content) for part in parts)
        case AnyOf(any=parts):
            return " of ".join(_part(part, content) for part in parts)
        case NotSo(not_=part):
            return f"niet: {_part(part, content)}"
    raise AssertionError(condition)


def _part(condition: Condition, content: Content) -> str:
    words = describe_condition(condition, content)
    return f"({words})" if isinstance(condition, AllOf | AnyOf) else words


def _axis(axis: str, content: Content) -> str:
    return content.typology.axes[axis].short.lower() if axis in content.typology.axes else axis


def _bounds(bounds: Bounds, share: bool = False) -> str:
    def shown(value: Fraction) -> str:
        return percentage(value) if share else number(value)

    return join_words(
        [
            f"{words} {shown(value)}"
            for words, value in (
                ("ten minste", bounds.at_least),
                ("hoger dan", bounds.above),
                ("ten hoogste", bounds.at_most),
                ("lager dan", bounds.below),
            )
            if value is not None
        ],
        "en",
    )


def _context(condition: ContextIs, content: Content) -> str:
    if entry := content.maps.get(condition.context):
        values = {"ten minste": condition.at_least, "ten hoogste": condition.at_most}
        found = [
            f"{words} {entry.words.get(int(value), value)}"
            for words, value in values.items()
            if isinstance(value, Fraction)
        ]
        return f"{entry.title.lower()}: {join_words(found, 'en')}"
    question = content.context.get(condition.context)
    labels = [
        question.answers[answer].label if question and answer in question.answers else answer
        for answer in condition.named_answers()
    ]
    title = question.question if question else condition.context
    if labels:
        return f"het antwoord op '{title}' is {join_words(labels, 'of')}"
    dates = {"op of na": condition.at_least, "op of voor": condition.at_most}
    words = [
        f"{word} {number(day) if isinstance(day, Fraction) else long_date(day)}" for word, day in dates.items() if day
    ]
    return f"het antwoord op '{title}' is {join_words(words, 'en')}"
