"""Costs of an initiative, and hours that are asked and offered, as nobody would type them: made, shared and matched."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, get_args

from fuzz.mutation import as_yaml, mutate, mutate_data
from fuzz.odd import odd_text, odd_value
from fuzz.oracle import check_that
from fuzz.program import DATE, run
from poolwijzer.assessment.costs import KeyKind
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.costs.division import divide_costs
from poolwijzer.costs.values import Division
from poolwijzer.given import shipped
from poolwijzer.matching.matching import match_capacity
from poolwijzer.matching.reading.gather import Source, gather_hours
from poolwijzer.matching.values import Offer, Request

NAMES = ("Assen", "De Wolden", "Westerveld", "[bold]Dorp[/bold]", "=1+1")
AMOUNTS = ("0", "0,01", "1.600.000", "€ 30.000,-", "9 ton", "1,6 miljoen", "0,87", "12345678901,23", "-5", "1,600")
SHARES = ("0", "1/3", "25%", "0,5", "2/3", "100%", "7/11")
YEARS = (2026, 2027, 2028, 2030)
OUTPUTS = (".md", ".html", ".svg", ".xlsx", ".csv", ".json", ".docx", ".pdf")


def costs_input(random: Random) -> bytes:
    """An initiative with costs, of which most parts fit each other, and some are odd."""
    names = random.sample(NAMES, random.randint(1, len(NAMES)))
    listed = [
        name if name[0] not in "[=" else {"name": name, "population": random.choice((1, 9_000))} for name in names
    ]
    costs = _costs(random, names)
    data: Any = {"poolwijzer": 2, "initiative": {"id": "proef", "name": "Proef", "municipalities": listed}}
    if random.random() < 0.4:
        costs = mutate_data(random, costs)
    data |= {"costs": costs, "answers": {"m2": 4}}
    made = as_yaml(data, random)
    return mutate(random, made, (made,)) if random.random() < 0.2 else made


def _costs(random: Random, names: Sequence[str]) -> dict[str, Any]:
    years = random.sample(YEARS, random.choice((0, 0, 1, 2, 4)))

    def amount() -> Any:
        one = random.choice(AMOUNTS[:8] if random.random() < 0.97 else AMOUNTS)
        return {year: random.choice(AMOUNTS[:8]) for year in years} if years and random.random() < 0.3 else one

    def what() -> str:
        return odd_text(random, 2).replace("\ud800", "") if random.random() < 0.2 else random.choice(("team", "inhuur"))

    posts = [{"what": what(), "amount": amount(), "demand": random.random() < 0.5} for _ in range(random.randint(1, 3))]
    costs: dict[str, Any] = {"years": years, "posts": posts, "key": _key(random, names)}
    optional: dict[str, Any] = {
        "income": [{"from": what(), "amount": amount(), "for": random.choice(("gemeenten", "iedereen"))}],
        "shares": {random.choice(("provincie", "rijk", "[red]", "=1+1")): random.choice(SHARES)},
        "indexing": random.choice(("0", "2%", "7,25%")),
        "members": {
            random.choice(names): {random.choice(("from", "until")): random.choice((2026, 2027, "2028-02-29"))}
        },
        "last_year": {
            "year": 2025,
            "amount": "9 ton",
            "contributions": {random.choice(names): random.choice(AMOUNTS[:8])},
        },
        "compare": [_key(random, names) for _ in range(random.randint(0, 3))],
        "strips": {
            "price": random.choice(AMOUNTS[2:7]),
            "hours": random.choice((1, 100, "7,5")),
            "joint": random.choice(SHARES),
            "carry_over": random.choice(SHARES),
            "step": random.choice(("0,5", 1, "0,01")),
        },
    }
    return costs | {word: value for word, value in optional.items() if random.random() < 0.4}


def _key(random: Random, names: Sequence[str]) -> Any:
    kind = random.choice(get_args(KeyKind))

    def each() -> dict[str, Any]:
        return {name: random.choice((0, 1, "7,5", 900)) for name in names if random.random() < 0.95}

    job = {"municipality": random.choice(names), "what": "x", "amount": random.choice(AMOUNTS[:8])}
    rest = {"price": random.choice((1, 95, "0,01", "9 ton")), "rest": random.choice(("naar-rato", "gelijke-delen"))}
    words: dict[str, dict[str, Any]] = {
        "vaste-basis-plus-opslag": {"base": random.choice(SHARES)},
        "cofinanciering-per-opdracht": {"assignments": [job] * random.choice((0, 1, 3))},
        "vast-aantal-dagen": {"days": random.choice((each(), 0, 12)), **rest},
        "betalen-naar-gebruik": {"use": each(), **rest},
        "inbreng-in-natura": {"hours": each(), **rest},
        "gewichten": {"weights": each()},
    }
    bounds = {
        word: random.choice(AMOUNTS) for word in ("least", "most", "most_per_inhabitant") if random.random() < 0.2
    }
    return {"kind": kind, **words.get(kind, {}), **bounds} if random.random() < 0.9 else kind


def try_costs(data: bytes, random: Random) -> bool:
    """What is read is shared to the cent, and every command on it tells or refuses."""
    Path("plan.yaml").write_bytes(data)
    reading = parse_assessment(data, "plan.yaml", shipped())
    costs, initiative = reading.assessment.costs, reading.assessment.initiative
    if costs is None:
        return False
    _check_sums(divide_costs(costs, initiative))
    without = [word for one in costs.income[:1] for word in ("--without", one.source)]
    leaving = [word for one in initiative.municipalities[:1] for word in ("--leaving", one.name)]
    asked = random.choice(((), (), ("--compare-keys",), without, leaving, ("--demand", random.choice(SHARES))))
    more = ("-o", f"uit{random.choice(OUTPUTS)}") if random.random() < 0.3 else random.choice(((), ("--json",)))
    status = run("costs", "plan.yaml", *asked, *more, *DATE)
    # A picture of nothing is refused.
    check_that(status == 0 or asked or more[-1:] == ("uit.svg",), "costs that can be read are refused")
    other = random.random()
    if other < 0.1:
        of_one = ["--municipality", leaving[1]] if leaving else []
        run("next", "plan.yaml", "--paper", random.choice(("begroting", "raadsvoorstel")), *of_one, *DATE)
    elif other < 0.2:
        run("advise", "plan.yaml", *random.choice((("--json",), ())), *DATE)
    elif other < 0.5 and leaving:
        said = ("--municipality", leaving[1], "--product", "inkoopacties", random.choice(("--hours", "--strips")), "3")
        check_that(run("strips", "add", "plan.yaml", *said, *DATE) == 0, "a line that fits is refused")
        run("strips", random.choice(("show", "report")), "plan.yaml", *DATE)
    return True


def _check_sums(division: Division) -> None:
    for year in division.years:
        others = sum((one.amount for one in year.others), Decimal())
        income = sum((one.amount for one in year.income), Decimal())
        check_that(others + year.pot == year.net, "others and municipalities are not all that is shared")
        check_that(year.total - income == year.net - year.surplus, "what it costs is not what is paid")
        borne = sum((one.amount + (one.in_kind or 0) for one in year.payments), Decimal())
        check_that(year.needs or borne == year.pot, "the parts of the municipalities are not their whole")


def matching_input(random: Random) -> bytes:
    """Hours that are asked and offered, as a file or a table; a few rows, some of them odd."""
    rows = [_row(random) for _ in range(random.randint(1, 12))]
    if random.random() < 0.5:
        return _table(random, rows)
    data: Any = {"poolwijzer": 1, "kind": "matching", "requests": [], "offers": []}
    for row in rows:
        data["requests" if row.pop("soort") == "vraag" else "offers"].append(row)
    if random.random() < 0.5:
        data["period"] = {"from": "2027-01-01", "until": "2027-12-31"}
    if random.random() < 0.5:
        group = random.choice(({"up_to": 30_000}, {"municipalities": ["Assen"]}, {"joined_since": "2026-01-01"}))
        data["rules"] = {
            "priority": [group],
            "offered": random.choice(("gelijk", "vrij")),
            "own": random.random() < 0.5,
        }
        data["rules"] |= {"joined": {"Assen": "2026-02-01"}} if "joined_since" in group else {}
    if random.random() < 0.4:
        data = mutate_data(random, data)
    made = as_yaml(data, random)
    return mutate(random, made, (made,)) if random.random() < 0.2 else made


def _row(random: Random) -> dict[str, Any]:
    start = date(2027, 1, 1) + timedelta(random.randrange(200))
    return {
        "municipality": random.choice(NAMES[:3] if random.random() < 0.97 else NAMES),
        "expertise": random.choice(("jurist", "Jurist", "[red]data", odd_text(random, 1).replace("\ud800", ""))),
        "hours": random.choice((1, 8, 120, "1.200", 7)),
        "from": start.isoformat(),
        "until": (start + timedelta(random.choice((0, 30, 200)))).isoformat(),
        "soort": random.choice(("vraag", "aanbod")),
    }


def _table(random: Random, rows: Sequence[dict[str, Any]]) -> bytes:
    headers = ["gemeente", "expertise", "uren", "van", "tot en met", "soort"]
    cells = [[str(one) for one in row.values()] for row in rows]
    for _ in range(random.choice((0, 0, 1, 4))):
        row = random.choice([headers, *cells])
        row[random.randrange(len(row))] = random.choice((odd_text(random, 2), str(odd_value(random))))
    file = io.StringIO()
    csv.writer(file, delimiter=random.choice(";,\t")).writerows([headers, *cells])
    return file.getvalue().encode(random.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252")), "replace")


def try_matching(data: bytes, random: Random) -> bool:
    """No request gets more than it asks, and no offer gives more than it has, in whatever way it is told."""
    name = "uren.yaml" if b"poolwijzer" in data[:200] else "uren.csv"
    Path(name).write_bytes(data)
    hours = gather_hours([Source(Path(name))])
    offers, requests = hours.offered(), hours.asked()
    matching = match_capacity(offers, requests, hours.rules)
    given: Counter[Request | Offer] = Counter()
    for one in matching.assignments:
        given.update({one.request: one.hours, one.offer: one.hours})
    # Two rows that say the same are equal.
    asked, offered = (Counter[Request | Offer]() for _ in range(2))
    for row in requests:
        asked[row] += row.hours
    for lent in offers:
        offered[lent] += lent.hours
    check_that(
        all(hours <= (asked if isinstance(one, Request) else offered)[one] for one, hours in given.items()),
        "more hours than there are",
    )
    to = ("-o", f"uit{random.choice(OUTPUTS)}") if random.random() < 0.3 else random.choice(((), ("--json",)))
    check_that(run("match", name, *to, *DATE) < 2, "hours that can be matched are refused")
    return True
