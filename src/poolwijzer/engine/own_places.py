"""Where each municipality stands itself, as numbered marks, within the bounds of privacy.

A municipality has a mark where it answered enough of what was asked of it. On an axis that is about municipalities
alone it must have a score of its own; on another, such as that of the body, which is asked other things as well, it
gets its own score on what it was asked, and the score of the initiative where it answered too little of that.

Under a number of municipalities (`spread_from`) there are no marks at all, and no scores of their own on an axis. A
single municipality without its score could be recomputed from the score of the initiative beside those of all others,
so then one more loses its own. Names stand only at municipalities whose respondents all agreed, and only if the ones
without a name are none or enough to hide among.
"""

from collections.abc import Iterable
from fractions import Fraction
from hashlib import sha256
from typing import NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.answers import own_scores
from poolwijzer.engine.placement import quadrants_at
from poolwijzer.engine.results import Placement
from poolwijzer.engine.tally import Tally, add_up
from poolwijzer.validation import Exact


class Mark(NamedTuple):
    """One municipality's own place."""

    number: int
    """From 1; by place, so that it tells nothing of the name."""
    name: str | None
    scores: dict[str, Exact]
    own: tuple[str, ...]
    """The axes on which the score is its own; elsewhere it is that of the initiative."""
    in_play: tuple[str, ...]


class OwnPlaces(NamedTuple):
    """The marks that may be shown."""

    marks: tuple[Mark, ...] | None
    """None where they are too few to show."""
    without: int | None
    """How many municipalities answered but have no mark; None beside no marks."""
    names_withheld: bool
    """Whether names were asked for and agreed to, but would give away who the others are."""


NO_PLACES = OwnPlaces(None, None, False)
"""None that may be shown."""


def find_own_places(
    assessment: Assessment,
    content: Content,
    placement: Placement,
    named: bool = False,
    tally: Tally | None = None,
) -> OwnPlaces:
    """Every municipality's own place; with names where asked for, agreed to, and safe."""
    tally = tally or add_up(assessment, content)
    towns, answering = tally["gemeente"].organisations, tally["gemeente"].answering
    privacy = content.typology.privacy
    if len(answering) < privacy.spread_from:
        return NO_PLACES
    own = _to_show(tally, content, placement)
    marked = _marked(own, placement, content)
    if len(marked) < privacy.spread_from:
        return NO_PLACES
    found = {name: _scores(name, own, placement) for name in marked}
    agreed = {name for name in found if towns[name].named} if named else set()
    hiding = len(answering) - len(agreed)
    safe = hiding == 0 or hiding >= privacy.role_from
    ordered = sorted(found, key=lambda name: (*_in_order(found[name][0], content), _digest(name)))
    marks = tuple(
        Mark(
            number=index,
            name=name if safe and name in agreed else None,
            scores=found[name][0],
            own=found[name][1],
            in_play=quadrants_at({axis: found[name][0].get(axis) for axis in placement.axes}, content),
        )
        for index, name in enumerate(ordered, 1)
    )
    return OwnPlaces(marks, len(answering) - len(marks), bool(agreed) and not safe)


Own = dict[str, dict[str, Fraction]]
"""Per axis each municipality's own score."""


def _to_show(tally: Tally, content: Content, placement: Placement) -> Own:
    """The own scores of which none that is not there can be recomputed."""
    own: Own = {}
    answers: dict[str, dict[str, int]] = {}
    for axis, place in placement.axes.items():
        asked = _of_municipalities(_asked(placement, axis), content)
        own[axis] = {} if place.source == "vaste-waarde" else own_scores(tally, content, asked)
        towns = tally["gemeente"].organisations
        counted = {name: towns[name].number(asked) for name in tally["gemeente"].answering}
        answers[axis] = {name: number for name, number in counted.items() if number}
    changed = True
    while changed:
        changed = False
        marked = _marked(own, placement, content)
        for axis, scores in own.items():
            shown = [name for name in scores if name in marked]
            if shown and len(shown) < content.typology.privacy.spread_from:
                own[axis], changed = {}, True
            elif shown and len(answers[axis].keys() - set(shown)) == 1:
                least = min(shown, key=lambda name: (answers[axis][name], _digest(name)))
                own[axis], changed = {name: scores[name] for name in shown if name != least}, True
    return own


def _marked(own: Own, placement: Placement, content: Content) -> set[str]:
    """Who has a mark: with a score of its own, also on every axis that is about municipalities alone."""
    about = [
        set(scores)
        for axis, scores in own.items()
        if placement.axes[axis].source != "vaste-waarde"
        and all("verband" not in content.statements[name].asked_of for name in _asked(placement, axis))
    ]
    anywhere = {name for scores in own.values() for name in scores}
    return anywhere.intersection(*about)


def _scores(name: str, own: Own, placement: Placement) -> tuple[dict[str, Fraction], tuple[str, ...]]:
    """One municipality's scores, and on which axes they are its own."""
    scores = {axis: place.score for axis, place in placement.axes.items() if place.score is not None}
    mine = {axis: found[name] for axis, found in own.items() if name in found}
    return {**scores, **mine}, tuple(mine)


def _asked(placement: Placement, axis: str) -> tuple[str, ...]:
    """What was asked on an axis; what follows from another answer was not asked of a municipality itself."""
    return tuple(entry.statement for entry in placement.axes[axis].contributions if not entry.implied_by)


def _of_municipalities(names: Iterable[str], content: Content) -> list[str]:
    return [name for name in names if "gemeente" in content.statements[name].asked_of]


def _in_order(scores: dict[str, Fraction], content: Content) -> tuple[Fraction, ...]:
    return tuple(scores.get(axis, Fraction()) for axis in content.typology.axes)


def _digest(name: str) -> str:
    """An order of names that is always the same and not theirs."""
    return sha256(name.encode()).hexdigest()
