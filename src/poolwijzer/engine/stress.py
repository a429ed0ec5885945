"""The stress test: how often the place would be another one, had the answers and weights been slightly different.

After the uncertainty and sensitivity analysis of the OECD/JRC Handbook on Constructing Composite Indicators (2008):
everything that was a choice or could be mistaken is disturbed at once, many times over. In each run

- every weight is multiplied by a number between 1 - `weight_change` and 1 + `weight_change`, all equally likely;
- of the answers, a share `step_share` moves by one point, up or down;
- all answers on an axis are shifted together by one draw with standard deviation `shift` (the sum of twelve uniform
  draws, less six: nearly normal, and made by adding only, so that every system finds the same);
- one statement is left out, each in turn, and in one run of each round none;
- what is missing is left out, put at the lowest and put at the highest, in turn and on each axis apart.

Answers are held to the scale, after reversal. All amounts stand in the menus. It is no chance that the outcome is
right: it says how much the outcome hangs on these choices.
"""

import json
import random
from collections.abc import Callable
from fractions import Fraction
from hashlib import sha256
from typing import NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.typology import Clarity, StressBounds
from poolwijzer.engine.leave_out import Removal, counted_answers, find_removals
from poolwijzer.engine.placement import place
from poolwijzer.engine.results import AxisPlacement, Level, Placement
from poolwijzer.validation import Exact

BORDER = "grens"
"""Stands beside the quadrants for the runs with several of them in play."""
LEVELS: tuple[Level, ...] = ("laag", "midden", "hoog")
NOISE = 1e-9
"""Far below any change of a score, far above float noise: on a band stays on it."""
DECIMALS = 4
WAYS = 3
"""What is missing is left out, put lowest, or put highest."""

_Moving = tuple[int, float, float, float, float, float]
"""An answer: its number among those left out in turn, its lowest weight and what may be added to that, and its value
one down, as given and one up."""
_Missing = tuple[float, float, float]
"""No answer: its lowest weight, what may be added to that, and the end of the scale that it is put at."""
_Draw = Callable[[], float]


class Reach(NamedTuple):
    """How far the score on one axis went, on the answer scale, to four decimals."""

    low: Exact
    high: Exact
    """Between these lies the share of the runs that the menus ask for (`range_share`)."""
    lowest: Exact
    highest: Exact


class Stress(NamedTuple):
    """What the runs came to. Shares are parts of the runs, from 0 to 1."""

    runs: int
    seed: int
    shares: dict[str, Exact]
    """Per quadrant the runs in which it alone is in play, and the rest at `grens`. Together 1."""
    changed: Exact
    """The share in which other quadrants are in play than in the placement."""
    changed_runs: int
    clarity: Clarity
    """By the share in which the place stays; on a border it is never clear."""
    axes: dict[str, Reach]
    removal: Removal | None
    """The answer that the place hangs on most; exact."""


def run_stress_test(
    assessment: Assessment, content: Content, placement: Placement | None = None, runs: int | None = None
) -> Stress | None:
    """Disturb a placement many times, always in the same way for the same answers and menus.

    Args:
        assessment: What was answered; used where no placement is given.
        content: The menus, with the amounts.
        placement: That of the assessment, if there is one already.
        runs: How many; by default what the menus say.

    Returns:
        None without a place, or where an axis rests on the group's own estimate: to disturb a number that nobody
        tested with amounts of our own would look like a test of it.
    """
    placed = placement or place(assessment, content)
    if not placed.in_play or any(axis.source == "eigen-inschatting" for axis in placed.axes.values()):
        return None
    bounds = content.typology.stress
    runs = runs or bounds.runs
    seed = choose_seed(placed, content)
    scores = _Runs(placed, content).scores(runs, random.Random(seed).random)
    kept = placed.kept_low
    levels = list(zip(*(_levels(found, content, axis in kept) for axis, found in scores.items()), strict=True))
    now = {axis: LEVELS.index(place.level) for axis, place in placed.axes.items() if place.level}
    here = tuple(min(level, 1) if axis in kept else level for axis, level in now.items())
    changed = runs - levels.count(here)
    counts = {quadrant: levels.count(_at(quadrant, content)) for quadrant in content.typology.quadrants}
    counts[BORDER] = runs - sum(counts.values())
    return Stress(
        runs=runs,
        seed=seed,
        shares={name: Fraction(count, runs) for name, count in counts.items()},
        changed=Fraction(changed, runs),
        changed_runs=changed,
        clarity=_clarity(len(placed.in_play) > 1, Fraction(runs - changed, runs), bounds),
        axes={axis: _reach(found, bounds.range_share) for axis, found in scores.items()},
        removal=next(iter(find_removals(placed, content)), None),
    )


def choose_seed(placement: Placement, content: Content) -> int:
    """A number from all that counts: answers, weights, bands, scale and amounts. Names and notes do not."""
    typology = content.typology
    what = [
        [typology.scale.lowest, typology.scale.highest, typology.bands.low_below, typology.bands.high_above],
        [value for name, value in typology.stress if name not in ("words", "sentence")],
        *(
            [axis, place.source, place.score]
            + [[e.statement, e.weight, e.counted, e.low, e.high] for e in place.contributions]
            for axis, place in placement.axes.items()
        ),
        *sorted(placement.kept_low),
    ]
    return int.from_bytes(sha256(json.dumps(what, default=str).encode()).digest()[:4])


class _Runs:
    """A placement as plain lists of floats: what is looked at a thousand times must be quick to look at."""

    def __init__(self, placement: Placement, content: Content) -> None:
        scale, bounds = content.typology.scale, content.typology.stress
        self._lowest, self._highest = float(scale.lowest), float(scale.highest)
        self._least = float(1 - bounds.weight_change)
        self._span = float(2 * bounds.weight_change)
        self._down, self._up = float(bounds.step_share / 2), float(1 - bounds.step_share / 2)
        self._shift = float(bounds.shift)
        self._left_out = 0
        self._axes = {axis: self._prepared(place) for axis, place in placement.axes.items()}
        self._fixed = {
            axis: float(place.score or 0) for axis, place in placement.axes.items() if place.source != "antwoorden"
        }

    def scores(self, runs: int, draw: _Draw) -> dict[str, list[float]]:
        """The score on each axis in every run. The axes take turns, so that both belong to the same run."""
        found: dict[str, list[float]] = {axis: [] for axis in self._axes}
        round_size = self._left_out + 1
        for run in range(runs):
            left_out, way = run % round_size, run // round_size
            for axis, ways in self._axes.items():
                if axis in self._fixed:
                    found[axis].append(self._fixed[axis])
                else:
                    found[axis].append(self._score(*ways[way % WAYS], left_out, draw))
                    way //= WAYS
        return found

    def _prepared(self, place: AxisPlacement) -> list[tuple[list[_Moving], list[_Missing]]]:
        """Per way to treat what is missing: the answers that can move, and the numbers that stand for no answer."""
        first, several = self._left_out, len(counted_answers(place)) > 1
        without: list[_Moving] = []
        lowest: list[_Moving] = []
        highest: list[_Moving] = []
        missing = []
        for entry in place.contributions:
            least, span = float(entry.weight) * self._least, float(entry.weight) * self._span
            if entry.counted is None:
                missing.append((least, span, float(entry.low), float(entry.high)))
                continue
            # What is left out last is number one less than the round; no number at all is never left out.
            index = first + len(without) if several else -1
            for listed, value in ((without, entry.counted), (lowest, entry.low), (highest, entry.high)):
                given = float(value)
                down, up = max(self._lowest, given - 1), min(self._highest, given + 1)
                listed.append((index, least, span, down, given, up))
        self._left_out += len(without) if several else 0
        return [
            (without, []),
            (lowest, [(least, span, low) for least, span, low, _ in missing]),
            (highest, [(least, span, high) for least, span, _, high in missing]),
        ]

    def _score(self, answers: list[_Moving], missing: list[_Missing], left_out: int, draw: _Draw) -> float:
        lowest, highest = self._lowest, self._highest
        lower, upper = self._down, self._up
        # Added one by one, for `sum` rounds differently in newer versions of Python.
        shift = draw() + draw() + draw() + draw() + draw() + draw()
        shift = (shift + draw() + draw() + draw() + draw() + draw() + draw() - 6) * self._shift
        total = weights = 0.0
        for index, least, span, down, given, up in answers:
            if index == left_out:
                continue
            weight = least + span * draw()
            drawn = draw()
            value = (down if drawn < lower else up if drawn >= upper else given) + shift
            total += weight * (lowest if value < lowest else highest if value > highest else value)
            weights += weight
        for least, span, value in missing:
            weight = least + span * draw()
            total += weight * value
            weights += weight
        return total / weights


def _levels(scores: list[float], content: Content, keeps_low: bool) -> list[int]:
    """Where each score lies: 0, 1 or 2; high is like the middle where the low side stays in play."""
    bands, top = content.typology.bands, 1 if keeps_low else 2
    low, high = float(bands.low_below) - NOISE, float(bands.high_above) + NOISE
    return [0 if score < low else top if score > high else 1 for score in scores]


def _at(quadrant: str, content: Content) -> tuple[int, ...]:
    typology = content.typology
    return tuple(LEVELS.index(typology.quadrants[quadrant].place[axis]) for axis in typology.axes)


def _clarity(on_a_border: bool, stays: Fraction, bounds: StressBounds) -> Clarity:
    if on_a_border or stays < bounds.likely_from:
        return "op-de-grens"
    return "duidelijk" if stays >= bounds.clear_from else "waarschijnlijk"


def _reach(scores: list[float], share: Fraction) -> Reach:
    """As many runs left out below as above, so that at least the share lies within."""
    ordered = sorted(scores)
    beyond = min(int(len(ordered) * (1 - share) / 2), (len(ordered) - 1) // 2)
    low, high, lowest, highest = (ordered[index] for index in (beyond, -1 - beyond, 0, -1))
    return Reach(*(Fraction(round(score * 10**DECIMALS), 10**DECIMALS) for score in (low, high, lowest, highest)))
