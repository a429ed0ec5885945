"""Answers as a survey tool codes them: A1 to A5, or the numbers of choices.

What a code means stands in the survey and not in the table. So codes are read only where all of them together leave no
doubt, never the other way round, and it is always told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from poolwijzer.dutch import join_some, join_words
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.tables.columns import clean_cell, name_column
from poolwijzer.tables.grid import GridRow
from poolwijzer.tables.headers import Heading
from poolwijzer.tables.surveys import KEPT_BY_QUALTRICS
from poolwijzer.tables.table_map import ColumnMap, TableMap
from poolwijzer.tables.words import fold_words

_LETTERED = re.compile(r"(?P<letters>AO?)(?P<number>[0-9]{1,3})")
_NUMBERED = re.compile(r"-?[0-9]{1,4}")
_ENOUGH_OF_QUALTRICS = 3
_LOOKED_AT = 1000
"""Rows among which the first answer is sought."""
_READS = "Poolwijzer leest {} tot en met {} als {} tot en met {}"
_HOW = "Vraag het programma om volledige antwoorden. Of schrijf in een koppeling bij answers wat het betekent."


def settle_codes(
    rows: Iterable[GridRow],
    path: str,
    header: Sequence[str],
    heading: Heading,
    points: range,
    table_map: TableMap | None,
) -> Iterator[GridRow]:
    """The rows with points for codes, where answers are codes; all other rows come as they are, one by one.

    Coded rows are held until the last was seen. Texts that come back are kept once.

    Args:
        rows: Those that count.
        path: How messages call the table.
        header: Its headers.
        heading: What they mean; its remarks grow.
        points: Of the scale.
        table_map: What codes mean, where somebody wrote that down.

    Raises (while they are read):
        InputError: some of the codes may mean anything.
    """
    coming = iter(rows)
    places = [place for place, meaning in heading.meanings.items() if meaning.leaf.kind == "answer"]
    seen: list[GridRow] = []
    first = ""
    for row in coming:
        seen.append(row)
        first = next((text for place in places if (text := _cell(row, place))), "")
        if first or len(seen) == _LOOKED_AT:
            break
    told = {fold_words(text) for text in _of_map(table_map)}
    of_qualtrics = len(KEPT_BY_QUALTRICS.intersection(map(fold_words, header))) >= _ENOUGH_OF_QUALTRICS
    code = _LETTERED if _LETTERED.fullmatch(first) else _NUMBERED if of_qualtrics else None
    if code is None or not code.fullmatch(first):
        yield from chain(seen, coming)
        return
    kept: dict[str, str] = {}
    held = [row._replace(cells=[kept.setdefault(cell, cell) for cell in row.cells]) for row in chain(seen, coming)]
    codes = _list_codes(held, places, code, told)
    _check(path, codes, heading, points, code)
    if code is _NUMBERED:
        message = f"De antwoorden zijn getallen. Poolwijzer leest {points[0]} als het laagste antwoord van de schaal,"
        message += f" en {points[-1]} als het hoogste."
        heading.remarks.append(Problem(path, message))
        yield from held
        return
    named = sorted({text for found in codes.values() for text in found}, key=_number)
    start = re.sub(r"[0-9]+$", "", named[0]) if named else "A"
    zeros = max((len(text) - len(start) for text in named), default=1)
    ends = [f"{start}{point:0{zeros}d}" for point in (points[0], points[-1])]
    heading.remarks.append(Problem(path, f"{_READS.format(*ends, points[0], points[-1])}."))
    for row in held:
        for place in places:
            text = _cell(row, place)
            if fold_words(text) not in told and (found := _LETTERED.fullmatch(text)):
                row.cells[place] = str(int(found["number"]))
        yield row


def _cell(row: GridRow, place: int) -> str:
    return clean_cell(row.cells[place]) if place < len(row.cells) else ""


def _number(text: str) -> int:
    return int(re.sub("[^0-9-]", "", text))


def _of_map(table_map: TableMap | None) -> Iterator[str]:
    """Every text of which a map says which answer it is."""
    if table_map is not None:
        yield from (*table_map.answers, *table_map.nothing)
        for column in table_map.columns.values():
            if isinstance(column, ColumnMap):
                yield from column.answers


def _list_codes(
    rows: Sequence[GridRow], places: Sequence[int], code: re.Pattern[str], told: set[str]
) -> dict[int, list[str]]:
    """By column every code in it, in the order in which they come."""
    found: dict[int, dict[str, None]] = {place: {} for place in places}
    for row in rows:
        for place in places:
            text = _cell(row, place)
            if text and (code.fullmatch(text) or _NUMBERED.fullmatch(text)) and fold_words(text) not in told:
                found[place][text] = None
    return {place: list(texts) for place, texts in found.items()}


def _check(path: str, codes: dict[int, list[str]], heading: Heading, points: range, code: re.Pattern[str]) -> None:
    """Refuse codes that are beyond the scale: then the others may stand for anything as well.

    Raises:
        InputError: there are some.
    """
    problems = []
    for place, texts in codes.items():
        other = [
            text
            for text in texts
            if _number(text) not in points or (code is _LETTERED and not _LETTERED.fullmatch(text))
        ]
        if other:
            usual = [text for text in texts if text not in other]
            where = name_column(place + 1, heading.columns[place].header)
            named = join_some([*map(quote, sorted(other, key=_number))], 6)
            beside = f" naast {join_words(map(quote, sorted(usual, key=_number)))}" if usual else ""
            message = f"In {where} staan codes die niet op de schaal passen: {named}{beside}."
            message += " Poolwijzer raadt niet wat zij betekenen."
            problems.append(Problem(path, message, _HOW, None, place + 1))
    if problems:
        raise InputError(problems)
