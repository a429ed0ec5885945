"""From an id that someone typed to what it stands for now."""

from __future__ import annotations

from collections.abc import Mapping

from poolwijzer.content.renames import find_current_id
from poolwijzer.problems import InputError, Problem, did_you_mean, quote

FEW = 12
"""Up to this many ids a message names them all."""


def resolve_id(
    given: str, kind: str, known: Mapping[str, object], renamed: Mapping[str, str], hint: str = ""
) -> tuple[str, tuple[Problem, ...]]:
    """The present id for what was typed, and a remark where it was renamed.

    Args:
        given: what was typed; capitals do not count.
        kind: what it should be, with its article, such as *De optie*.
        known: what there is, by id.
        renamed: old ids and the new ones.
        hint: what to do where nothing comes near.

    Raises:
        InputError: there is nothing of that name.
    """
    name = given.casefold()
    now = find_current_id(name, renamed, known)
    if now not in known:
        choose = hint or (f"Kies uit: {', '.join(known)}." if len(known) <= FEW else "")
        raise InputError(
            Problem(given, f"{kind} {quote(given)} bestaat niet.", did_you_mean(name, [*known, *renamed]) or choose)
        )
    if now == name:
        return now, ()
    return now, (Problem(given, f"{kind} {quote(given)} heet nu {quote(now)}."),)
