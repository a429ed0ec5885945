"""The municipality that a paper is for."""

from __future__ import annotations

from poolwijzer.dutch import join_words
from poolwijzer.municipalities import known_municipality
from poolwijzer.outcome import Outcome
from poolwijzer.problems import InputError, Problem, did_you_mean, quote

_NO_MEMBERS = "Zet in het bestand welke gemeenten meedoen, bij initiative.municipalities."


def find_member(name: str, outcome: Outcome) -> str:
    """The municipality of the initiative that was meant, by its official name; one with a name of its own by that.

    Raises:
        InputError: It is none of those that take part.
    """
    members = [one.name for one in outcome.assessment.initiative.municipalities]
    found = known_municipality(name)
    meant = (found.name if found else name).casefold().strip()
    for one in members:
        if one.casefold() == meant:
            return one
    hint = did_you_mean(name, members) or (f"Kies uit: {join_words(members, 'of')}." if members else _NO_MEMBERS)
    raise InputError(Problem("--municipality", f"{quote(name)} doet niet mee aan dit initiatief.", hint))
