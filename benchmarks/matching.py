"""What matching 200 requests with 200 offers takes beside the bare solver, in twenty expertises, ten and one.

Periods are whole months, or begin and end on any day, which cuts hours in many more pieces.

Processor time of the whole, from offers and requests to what came of them, over the time of it that the solver took to
solve the programs that it was given: what is read, cut, written as programs, checked and explained may take a fifth of
that more. It is a report, not a test. Needs the extra `matching`.
"""

import random
import sys
import time
from datetime import date, timedelta
from statistics import median
from typing import Any

from poolwijzer.matching.matching import match_capacity
from poolwijzer.matching.values import Offer, Request, Rules

try:
    import highspy
except ImportError:
    sys.exit('For this the solver is needed: pip install "poolwijzer[matching]".')

GOAL = 1.2
MANY = 200
RUNS = {(20, False): 3, (10, False): 3, (10, True): 3, (1, False): 1, (1, True): 1}
"""By the number of expertises, and whether periods begin and end on any day."""
MONTHS = [date(2027 + at // 12, at % 12 + 1, 1) for at in range(19)]


class Clock:
    """Counts the time that the solver takes."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._run = highspy.Highs.run

    def run(self, solver: Any) -> Any:
        """Solve, and count."""
        start = time.process_time()
        try:
            return self._run(solver)
        finally:
            self.seconds += time.process_time() - start


def draw(kinds: int, seed: int, *, odd: bool) -> tuple[list[Offer], list[Request]]:
    """Offers and requests of 40 municipalities, of one to six months."""
    drawn = random.Random(seed)

    def row(at: int) -> tuple[str, str, int, date, date, str]:
        if odd:
            start = MONTHS[0] + timedelta(drawn.randrange(365))
            end, hours = start + timedelta(drawn.randint(20, 180)), drawn.randint(20, 480)
            return f"Gemeente {drawn.randrange(40)}", f"{drawn.randrange(kinds)}", hours, start, end, str(at)
        first = drawn.randrange(12)
        last = MONTHS[first + drawn.randint(1, 6)] - timedelta(1)
        hours = 8 * drawn.randint(5, 60)
        return f"Gemeente {drawn.randrange(40)}", f"{drawn.randrange(kinds)}", hours, MONTHS[first], last, str(at)

    return [Offer(*row(at)) for at in range(MANY)], [Request(*row(at)) for at in range(MANY)]


def measure(kinds: int, *, odd: bool) -> None:
    """One line of the table."""
    ratios, seconds = [], []
    for number in range(RUNS[kinds, odd]):
        offers, requests = draw(kinds, number, odd=odd)
        clock.seconds = 0.0
        start = time.process_time()
        matching = match_capacity(offers, requests, Rules())
        whole = time.process_time() - start
        ratios.append(whole / clock.seconds)
        seconds.append(whole)
    ratio = median(ratios)
    when, met = "odd days" if odd else "months", "yes" if ratio <= GOAL else "NO"
    print(
        f"{kinds:>11}  {when:>8}  {ratio:>5.2f} x  {GOAL:>4} x  {met:>4}  {median(seconds):>7.1f}"
        f"  {len(matching.assignments):>11}  {len(matching.unproven)} of {kinds}",
        flush=True,
    )


clock = Clock()
setattr(highspy.Highs, "run", lambda solver: clock.run(solver))  # noqa: B010 - its types let nothing be put there
print(f"{MANY} requests and {MANY} offers against the bare solver, processor time")
print(" expertises      when    ratio    goal   met  seconds  assignments  not proven the fewest")
for of, any_day in RUNS:
    measure(of, odd=any_day)
