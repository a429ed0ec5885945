"""Ledgers of strips as people, spreadsheets and synchronised folders may leave them."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random

from fuzz.mutation import mutate
from fuzz.odd import odd_text
from fuzz.oracle import check_problems, check_that
from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.strips.append import append_lines
from poolwijzer.strips.columns import COLUMNS
from poolwijzer.strips.merge import merge_copies
from poolwijzer.strips.read import read_ledger

_LINE = LedgerLine("", date(2027, 3, 1), municipality="Assen", product="warmteplan", hours=Fraction(99))


def ledger_input(random: Random) -> bytes:
    """Lines as the program writes them, of which some cells or some bytes are odd."""
    headers = list(COLUMNS.values())
    rows = [headers]
    for _ in range(random.choice((0, 1, 5, 20))):
        day = (date(2026, 1, 1) + timedelta(days=random.randrange(900))).isoformat()
        code = "".join(random.choices("bcdfgh", k=12))
        rows.append([code, day, "gebruik", "Assen", "warmteplan", f"{random.randrange(99)},5", *[""] * 5])
    for _ in range(random.choice((0, 1, 3, 9))):
        row = random.choice(rows[1:] or rows)
        row[random.randrange(len(row))] = odd_text(random, 2)
    if random.random() < 0.2:
        random.shuffle(headers)
    file = io.StringIO()
    csv.writer(file, delimiter=random.choice(";;;,\t")).writerows(rows)
    data = file.getvalue().encode(random.choice(("utf-8-sig", "utf-8", "utf-16", "cp1252")), "replace")
    return mutate(random, data, (data,)) if random.random() < 0.3 else data


def try_ledger(data: bytes, random: Random) -> bool:
    """Read it, add to it, and join it with another: what was there stays, and what was added is read."""
    path, other = Path("strippen.csv"), Path("strippen (1).csv")
    path.write_bytes(data)
    before = read_ledger(path)
    check_problems(before.problems)
    (added,) = append_lines(path, [_LINE])
    check_that(path.read_bytes().startswith(data), "adding changed what was there")
    after = read_ledger(path)
    check_that(after.lines[:-1] == before.lines, "a line was lost, or another came")
    check_that(after.lines[-1].says_the_same(added), "what was added says something else")
    check_that([one.number for one in after.broken] == [one.number for one in before.broken], "a broken line was lost")
    append_lines(other, [replace(_LINE, hours=Fraction(98))])
    merge_copies(other, [path])
    joined = read_ledger(other)
    check_that({one.id for one in after.lines} <= {one.id for one in joined.lines}, "joining lost a line")
    check_that(len(joined.lines) == 1 + len(after.lines), "joining counts a line twice")
    check_that(not merge_copies(other, [path]).added, "joining twice added a line")
    for file in (path, other):
        file.unlink()
        file.with_name(f".{file.name}.lock").unlink(missing_ok=True)
    return True
