"""How often real initiatives chose an option: told beside it as evidence, and never counted in a verdict."""

from __future__ import annotations

from typing import NamedTuple

from poolwijzer.content.content import Content


class Frequency(NamedTuple):
    """How many of the cases that are known to have filled in a component chose one of its options."""

    cases: int
    chosen: int


def find_frequency(option: str, content: Content) -> Frequency | None:
    """How often an option was chosen; None where no case tells anything of its component."""
    component = content.component_of[option]
    known = [case.choices[component] for case in content.cases.values() if case.choices.get(component)]
    return Frequency(len(known), sum(option in chosen for chosen in known)) if known else None
