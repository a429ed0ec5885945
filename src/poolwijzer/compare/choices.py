"""The choices of all for each component: what the menus offer, and what somebody added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.compare.values import ChoiceCompared, ComponentCompared, Subject
from poolwijzer.content.content import Content
from poolwijzer.engine.results import Standing
from poolwijzer.report.typed_text import sanitize_text


class Chosen(NamedTuple):
    """An option of a component, or a text that somebody added there."""

    component: str
    option: str | None
    text: str


def compare_components(subjects: Sequence[Subject], content: Content) -> Iterator[ComponentCompared]:
    """Each component that somebody filled in, in the order of the menus."""
    standings = [find_standings(one.assessment, content) for one in subjects]
    order = list(dict.fromkeys(chosen for found in standings for chosen in found))
    for component, entry in content.components.items():
        filled = tuple(
            number for number, one in enumerate(subjects, 1) if one.whole and component in one.assessment.choices
        )
        offered = [Chosen(component, option, "") for option in entry.options]
        added = [chosen for chosen in order if chosen.component == component and chosen.option is None]
        choices = (_compared(chosen, standings) for chosen in (*offered, *added))
        if filled:
            kept = tuple(choice for choice in choices if choice.chosen or choice.considering)
            yield ComponentCompared(component, filled, kept)


def _compared(chosen: Chosen, standings: Sequence[dict[Chosen, Standing]]) -> ChoiceCompared:
    def who(standing: Standing) -> tuple[int, ...]:
        return tuple(number for number, found in enumerate(standings, 1) if found.get(chosen) == standing)

    return ChoiceCompared(chosen.option, chosen.text, who("gekozen"), who("overwogen"))


def find_standings(assessment: Assessment, content: Content) -> dict[Chosen, Standing]:
    """What somebody chose or considers; what was added counts as chosen. What the menus do not hold is left out."""
    found: dict[Chosen, Standing] = {}
    for component, choice in assessment.choices.items():
        offered = content.components[component].options if component in content.components else {}
        for option in choice.considering:
            if option in offered:
                found[Chosen(component, option, "")] = "overwogen"
        for option in choice.options:
            if option in offered:
                found[Chosen(component, option, "")] = "gekozen"
        if offered:
            found |= {
                Chosen(component, None, sanitize_text(" ".join(text.split()))): "gekozen" for text in choice.other
            }
    return found
