"""How a table was understood in one line: shown before what is in it counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from poolwijzer.dutch import count_things, join_words, number
from poolwijzer.problems import quote
from poolwijzer.tables.witness import Skipped, Witness

SKIPPED_ROWS: Mapping[Skipped, tuple[str, str]] = {
    "hidden": ("verborgen rij", "verborgen rijen"),
    "headers": ("rij met koppen", "rijen met koppen"),
    "test": ("proefrij", "proefrijen"),
    "unfinished": ("rij die niet af is", "rijen die niet af zijn"),
    "rejected": ("afgekeurde rij", "afgekeurde rijen"),
    "total": ("rij met totalen", "rijen met totalen"),
    "map": ("rij die de koppeling overslaat", "rijen die de koppeling overslaat"),
}
"""What a row that is no answer is called, by why."""


def tell_in_short(seen: Witness) -> str:
    """What was read of a table of respondents: a line, without the name of the table."""
    parts = [place_in_words(seen), who_in_words(seen)]
    if seen.heading:
        meanings = [one.meaning for one in seen.heading.uses if one.meaning]
        statements = {one.leaf.of for one in meanings if one.leaf.kind == "answer"}
        parts.append(count_things(len(statements), "stelling", "stellingen"))
        left = sum(one.meaning is None for one in seen.heading.uses)
        parts += [f"{count_things(left, 'kolom', 'kolommen')} weggelaten"] if left else []
    parts += [_uncounted(seen)]
    return f"{'; '.join(filter(None, parts))}."


def see_what_was_understood(name: str) -> str:
    """Where to see how a table was understood, for one that cannot be used."""
    table = f'"{name}"' if " " in name else name
    return f"Dit laat zien wat er wel begrepen is: poolwijzer tables check {table} --rows respondents"


def place_in_words(seen: Witness) -> str:
    """Where the headers stand."""
    if seen.grid is None or not seen.grid.header_rows:
        return ""
    rows = seen.grid.header_rows
    headers = f"koppen in rij {rows[0]}" if len(rows) == 1 else f"koppen in rij {join_words(map(str, rows))}"
    return f"werkblad {quote(seen.grid.sheet)}, {headers}" if seen.grid.sheet else headers


def who_in_words(seen: Witness) -> str:
    """How many respondents were read, and of how many municipalities."""
    people = count_things(seen.respondents, "respondent", "respondenten")
    of = [count_things(len(seen.municipalities), "gemeente", "gemeenten")] if seen.municipalities else []
    of += [count_things(len(seen.bodies), "andere organisatie", "andere organisaties")] if seen.bodies else []
    told = f"{people} uit {join_words(of)}" if of else people
    if seen.unknown:
        told += f", en {count_things(len(seen.unknown), 'naam', 'namen')} die Poolwijzer niet kent"
    return told


def rows_in_words(seen: Witness) -> list[str]:
    """Which rows count for nothing, whatever is in them: *2 dubbele*, *1 proefrij*."""
    doubles = len({one.row for one in seen.doubles if not one.counts})
    empty = len(seen.empty) + len(seen.blank)
    found = [f"{number(doubles, 0)} dubbele"] if doubles else []
    found += [count_things(len(rows), *SKIPPED_ROWS[why]) for why, rows in seen.skipped.items()]
    return [*found, *([count_things(empty, "lege rij", "lege rijen")] if empty else [])]


def _uncounted(seen: Witness) -> str:
    found = rows_in_words(seen)
    alone = len(found) == 1 and found[0].startswith("1 ")
    return f"{join_words(found)} {'telt' if alone else 'tellen'} niet mee" if found else ""


def name_rows(rows: Iterable[int], most: int = 8) -> str:
    """Rows by their numbers, those that follow each other together: *rij 3, 5 tot en met 9 en 12*."""
    runs: list[list[int]] = []
    for row in sorted(set(rows)):
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    runs = [part for run in runs for part in ([run] if len(run) > 2 else [[row] for row in run])]
    words = [str(run[0]) if len(run) == 1 else f"{run[0]} tot en met {run[-1]}" for run in runs]
    more = sum(map(len, runs[most:]))
    return f"rij {join_words([*words[:most], *([f'nog {more} andere'] if more else [])])}"
