"""What stands before things on the sheets, so that somebody can take over quickly what was ticked: `f1`, `4`."""

from __future__ import annotations

from functools import lru_cache
from string import ascii_lowercase

from poolwijzer.content.component import Component, Option
from poolwijzer.content.content import Content
from poolwijzer.content.scale import ScaleLabels


def in_groups(component: Component) -> dict[str, dict[str, Option]]:
    """The options of a component in the order of the sheet: under the title of their group, or under none."""
    groups: dict[str, dict[str, Option]] = {}
    for name, option in component.options.items():
        groups.setdefault(component.groups.get(option.group or "", ""), {})[name] = option
    return groups


@lru_cache(maxsize=4)
def component_letters(content: Content) -> dict[str, str]:
    """A letter for each component, of its name where that is free; with more than there are letters, two."""
    taken: dict[str, str] = {}
    for name, component in sorted(content.components.items(), key=lambda item: item[1].order):
        ours = [sign for sign in (*component.title.lower(), *ascii_lowercase) if sign in ascii_lowercase]
        two = (f"{one}{other}" for one in ascii_lowercase for other in ascii_lowercase)
        taken[name] = next(sign for sign in (*ours, *two) if sign not in taken.values())
    return taken


@lru_cache(maxsize=4)
def option_codes(content: Content) -> dict[str, str]:
    """What stands before each option: the letter of its component and its number there."""
    letters = component_letters(content)
    return {
        option: f"{letters[name]}{number}"
        for name, component in content.components.items()
        for number, option in enumerate((one for group in in_groups(component).values() for one in group), 1)
    }


def point_keys(labels: ScaleLabels, of: int | None) -> dict[int, str]:
    """What stands above the box of each point, and what one types for it: its number, or that of municipalities.

    Empty for a point that cannot be with so few municipalities.
    """
    words = labels.points(of)
    if words is labels.words or not of or not labels.counting:
        return {point: str(point) for point in words}
    return {point: str(counts[-1]) for point, counts in labels.counting.counts(of).items()}
