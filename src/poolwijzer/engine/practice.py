"""How often real initiatives chose an option: told beside it as evidence, and never counted in a verdict."""

from typing import NamedTuple

from poolwijzer.content.content import Content


class Frequency(NamedTuple):
    """How many of the cases that are known to have filled in a component chose one of its options."""

    cases: int
    chosen: int


def find_frequency(option: str, content: Content) -> Frequency | None:
    """How often an option was chosen; None where no case tells anything of it.

    That nobody chose what was added after a case was coded says nothing.
    """
    component, added = content.component_of[option], content.options[option].added
    known = [case for case in content.cases.values() if case.choices.get(component)]
    chosen = sum(option in case.choices[component] for case in known)
    if not known or (not chosen and added and any(not case.coded_on or case.coded_on < added for case in known)):
        return None
    return Frequency(len(known), chosen)
