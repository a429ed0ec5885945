"""How fast the costs of all municipalities together are shared, beside reading one file of YAML.

Every row shares a budget over every municipality there is by one key, in turn with reading the file that says so,
and shows the median of the ratios beside the goal. It is a report, not a test.
"""

import argparse
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import yaml

from poolwijzer.assessment.read import parse_assessment
from poolwijzer.costs.division import divide_costs
from poolwijzer.given import load_menus
from poolwijzer.municipalities import list_municipalities

GOAL = 1.0
NAMES = [one.name for one in list_municipalities()]
BUDGET: dict[str, Any] = {
    "posts": [{"what": "personeel", "amount": 900_000}, {"what": "inkoop", "amount": 700_000}],
    "income": [{"from": "rijk", "amount": 400_000}],
    "shares": {"provincie": "1/3"},
}
EACH = {name: 1 + at % 7 for at, name in enumerate(NAMES)}
KEYS: dict[str, dict[str, Any]] = {
    "per inhabitant": {"kind": "gemeenten-naar-inwoners"},
    "equal parts": {"kind": "gelijke-delen"},
    "fixed base": {"kind": "vaste-basis-plus-opslag", "base": "10%"},
    "with bounds": {"kind": "vaste-basis-plus-opslag", "base": "10%", "least": 1000, "most": 20_000},
    "actual use": {"kind": "betalen-naar-gebruik", "use": EACH, "price": 95, "rest": "gelijke-delen"},
    "in kind": {"kind": "inbreng-in-natura", "hours": EACH, "price": 95, "rest": "gemeenten-naar-inwoners"},
    "free weights": {"kind": "gewichten", "weights": EACH},
}


def text_of(key: dict[str, Any]) -> bytes:
    """The file of an initiative of every municipality, with these costs."""
    data = {
        "poolwijzer": 2,
        "initiative": {"id": "land", "name": "Land", "municipalities": NAMES},
        "answers": {"m2": 4},
        "costs": {**BUDGET, "key": key},
    }
    return yaml.safe_dump(data, allow_unicode=True).encode()


def seconds(work: Callable[[], object]) -> float:
    """How long the processor works on something."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measured(name: str, key: dict[str, Any], pairs: int) -> str:
    """The line of the table of one key."""
    raw, menus = text_of(key), load_menus()
    assessment = parse_assessment(raw, name, menus).assessment
    costs, initiative = assessment.costs, assessment.initiative
    assert costs is not None and divide_costs(costs, initiative).complete

    def divide() -> object:
        return divide_costs(costs, initiative)

    def read() -> object:
        return parse_assessment(raw, name, menus)

    times = [(seconds(divide), seconds(read)) for _ in range(pairs)]
    ratios = [own / bare for own, bare in times]
    own, bare = (1000 * median(column) for column in zip(*times, strict=True))
    verdict = "holds" if median(ratios) <= GOAL else "missed"
    spread = f"{min(ratios):5.2f} - {max(ratios):<5.2f}"
    return f"{name:<16}  {median(ratios):5.2f} x  {spread}  {GOAL:4.2f} x  {verdict:<6}  {own:6.1f} ms  {bare:6.1f} ms"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=30, metavar="N", help="pairs of runs a row (default 30)")
    pairs = max(parser.parse_args().pairs, 1)
    print(f"Python {sys.version.split()[0]}, costs of {len(NAMES)} municipalities, {pairs} pairs a row\n")
    print(f"{'':<16}  {'median':>7}  {'min - max':<13}  {'goal':>6}  {'':<6}  {'own':>9}  {'reference':>9}")
    for name, key in KEYS.items():
        print(measured(name, key, pairs), flush=True)


if __name__ == "__main__":
    main()
