"""What a line from paper makes of an initiative, and finding what is meant by a word or a number on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.dutch import fold_text, join_some
from poolwijzer.interview.steps.step import Refused
from poolwijzer.problems import did_you_mean, quote

MOST_NAMED = 8
"""How many things a message names that can be meant."""


class Taken(NamedTuple):
    """The initiative with what was typed, and how that was understood."""

    assessment: Assessment
    told: str


def find_named(typed: str, named: Mapping[str, str]) -> str:
    """The id of what is meant: by its id, its words, the beginning of these, or a part that no other has.

    Args:
        typed: What somebody typed.
        named: The words of everything there is, by id.

    Raises:
        Refused: there is no such thing, or more than one can be meant.
    """
    said = fold_text(typed.strip())
    words = {name: fold_text(label) for name, label in named.items()}
    for name, label in words.items():
        if said in (fold_text(name), label):
            return name
    if said:
        for fits in (
            [name for name, label in words.items() if label.startswith(said)],
            [name for name, label in words.items() if said in label],
        ):
            if len(fits) == 1:
                return fits[0]
            if fits:
                several = join_some([named[name] for name in fits], MOST_NAMED)
                raise Refused(f"{quote(typed)} kan meer zijn: {several}. Schrijf het verder uit.")
    choose = f"Kies uit: {join_some(list(named.values()), MOST_NAMED)}."
    raise Refused(f"{quote(typed)} staat er niet bij. {did_you_mean(typed, named.values()) or choose}")


def find_numbered(typed: str, named: Mapping[str, str]) -> str:
    """The same, also by its number in the list.

    Raises:
        Refused: as `find_named`, or there is no such number.
    """
    if re.fullmatch("[0-9]{1,3}", typed.strip()):
        at = int(typed)
        if not 1 <= at <= len(named):
            raise Refused(f"Nummer {at} is er niet. Kies 1 tot en met {len(named)}.")
        return list(named)[at - 1]
    return find_named(typed, named)


def part_head(typed: str) -> tuple[str, str]:
    """What stands before the first colon and behind it; without a colon nothing stands before."""
    head, colon, rest = typed.partition(":")
    return (head.strip(), rest.strip()) if colon else ("", typed.strip())
