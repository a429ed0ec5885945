"""Tables of counts: how many hands each answer to a statement got, of one initiative.

A count is not an answer. It becomes the hands at a statement, and that stays open, unless somebody asks for the answer
that most hands are for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import PurePath
from typing import NamedTuple

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.assessment.model import Participant
from poolwijzer.dutch import count_things, join_some
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.tables.columns import clean_cell, name_column
from poolwijzer.tables.grid import Grid, GridRow
from poolwijzer.tables.left_out import LeftOut
from poolwijzer.tables.lists import BETWEEN, join_parts
from poolwijzer.tables.shapes.count_layouts import CountLayout
from poolwijzer.tables.shapes.hands import Counted, HandsTable, name_statement
from poolwijzer.tables.shapes.places import CountPlaces, Spot
from poolwijzer.tables.shapes.table import ShapedTable
from poolwijzer.tables.shapes.words import is_total

_MOST_TOLD = 12


class _Counts(NamedTuple):
    """A table of counts, and where what is found in it goes."""

    hands: HandsTable
    table: ShapedTable
    layout: CountLayout
    heads: Sequence[str]
    header: int
    """The row of the headers."""
    below: Iterator[GridRow]
    """The rows below them that count."""


def read_counts(table: ShapedTable, layout: CountLayout) -> HandsTable:
    """The hands in a table of counts, with what is wrong with them."""
    hands, left_out = HandsTable(table), LeftOut(table.path)
    header = table.first[layout.header]
    heads = [clean_cell(cell) for cell in header.cells]
    below = _rows_below(table, layout, left_out)
    reading = {"down": _read_down, "across": _read_across, "list": _read_list, "voters": _read_voters}[layout.kind]
    reading(_Counts(hands, table, layout, heads, header.number, below))
    table.grid.remarks.extend(left_out.remarks())
    return hands


def _rows_below(table: ShapedTable, layout: CountLayout, left_out: LeftOut) -> Iterator[GridRow]:
    """The rows below the headers that count: no headers once more, and not hidden."""
    header = table.first[layout.header]
    for row in chain(table.first[layout.header + 1 :], table.rest):
        if row.cells == header.cells:
            left_out.add("headers", row.number)
        elif row.hidden and not table.count_hidden:
            left_out.add("hidden", row.number)
        else:
            yield row


def _read_down(of: _Counts) -> None:
    hands, table, layout, heads, header, below = of
    others: dict[int, str] = {}
    for row in below:
        hands.problems += row.problems
        text = clean_cell(row.cells[layout.named]) if layout.named < len(row.cells) else ""
        statement = table.statement(text)
        if not statement:
            if text:
                hands.leave_out(text, "De stelling", row.number, layout.named + 1)
            continue
        counted = hands.add(statement, text, Spot(row.number, layout.named + 1, name_statement(text)))
        for place, head in enumerate(heads):
            if place == layout.named or not head or place >= len(row.cells):
                continue
            if answer := hands.answer(statement, head):
                if counted is not None:
                    hands.count(counted, answer, row.cells[place], row.number, place + 1)
            elif clean_cell(row.cells[place]):
                others[place] = head
    for place, head in others.items():
        hands.leave_out_answer(head, header, place + 1)


def _read_across(of: _Counts) -> None:
    hands, table, layout, heads, header, below = of
    statements: dict[int, tuple[str, Counted]] = {}
    for place, head in enumerate(heads):
        if not head or place == layout.named:
            continue
        if statement := table.statement(head):
            spot = Spot(header, place + 1, name_statement(head))
            if counted := hands.add(statement, head, spot):
                statements[place] = (statement, counted)
        else:
            hands.leave_out(head, "De kolom", header, place + 1)
    for row in below:
        hands.problems += row.problems
        text = clean_cell(row.cells[layout.named]) if layout.named < len(row.cells) else ""
        read = {place: hands.answer(one[0], text) for place, one in statements.items()}
        if not any(read.values()):
            if text:
                hands.leave_out_answer(text, row.number, layout.named + 1)
            continue
        for place, answer in read.items():
            if place < len(row.cells) and answer:
                hands.count(statements[place][1], answer, row.cells[place], row.number, place + 1)


def _read_list(of: _Counts) -> None:
    hands, table, layout, heads, _, below = of
    for row in below:
        hands.problems += row.problems
        cells = [*map(clean_cell, row.cells), *[""] * (len(heads) - len(row.cells))]
        text, said = cells[layout.named], cells[layout.answer]
        statement = table.statement(text)
        if not statement:
            if text:
                hands.leave_out(text, "De stelling", row.number, layout.named + 1)
            continue
        answer = hands.answer(statement, said)
        if not answer:
            if said and not is_total(said):
                hint = "Geef een punt van de schaal, of weet-niet."
                hands.tell(f"Het antwoord {quote(said)} kan niet.", hint, row.number, layout.answer + 1)
            continue
        counted = hands.found.get(statement) or hands.add(
            statement, text, Spot(row.number, layout.named + 1, name_statement(text))
        )
        if counted is not None:
            hands.count(counted, answer, cells[layout.count], row.number, layout.count + 1)


def _read_voters(of: _Counts) -> None:
    hands, table, _, heads, header, below = of
    statements: dict[int, tuple[str, Counted]] = {}
    for place, head in enumerate(heads):
        if statement := table.statement(head):
            if counted := hands.add(statement, head, Spot(header, place + 1, name_statement(head))):
                statements[place] = (statement, counted)
        elif head and not table.known(head):
            hands.leave_out(head, "De kolom", header, place + 1)
    voters = 0
    for row in below:
        hands.problems += row.problems
        voters += 1
        for place, (statement, counted) in statements.items():
            text = clean_cell(row.cells[place]) if place < len(row.cells) else ""
            if answer := hands.answer(statement, text):
                counted.hands[answer] = counted.hands.get(answer, 0) + 1
            elif text:
                column = name_column(place + 1, heads[place])
                message = f"In {column} staat {quote(text)}. Dat is geen antwoord."
                hint = "Geef een punt van de schaal, of weet-niet."
                hands.tell(message, hint, row.number, place + 1, f"In {column} staat iets dat geen antwoord is.")
    table.remark(
        "In deze tabel is elke rij iemand die stemde. "
        f"Poolwijzer telt de handen van {count_things(voters, 'rij', 'rijen')}."
    )


def write_counts(
    table: ShapedTable, hands: HandsTable, header: int, municipalities: Sequence[Participant], *, agree: bool
) -> Grid:
    """The counts as an initiative in a row.

    Raises:
        InputError: something is wrong with some of the counts, or there are none.
    """
    hands.tell_left_out()
    if hands.problems:
        raise InputError(hands.problems)
    shown = {name: one for name, one in hands.found.items() if any(one.hands.values())}
    if none := [quote(one.text) for name, one in hands.found.items() if name not in shown]:
        table.remark(f"Hier ging geen enkele hand omhoog: {join_some(none, _MOST_TOLD)}.")
    if not shown:
        message = "In deze tabel staat geen enkel aantal bij een stelling die Poolwijzer kent."
        raise InputError(Problem(table.path, message, "Kijk of dit het goede bestand is.", header))
    cells = {"initiative.name": PurePath(table.path).stem}
    if municipalities:
        names = [one.name if one.code else f"{one.name} ({one.population})" for one in municipalities]
        cells["initiative.municipalities"] = join_parts(names)
    agreed = {name: fullest for name, one in shown.items() if (fullest := _fullest(one.hands))} if agree else {}
    spots: dict[int, Spot] = {}
    texts: dict[int, str] = {}
    for name, one in shown.items():
        counts = [one.hands.get(point, 0) for point in hands.points]
        unknown = one.hands.get(UNKNOWN, 0)
        if name in agreed:
            cells |= {f"answers.{name}": agreed[name], f"answers.{name}.agreed": "false"}
            spots |= dict.fromkeys((len(cells) - 1, len(cells)), one.spot)
        cells[f"answers.{name}.votes"] = BETWEEN.join(map(str, [*counts, *([unknown] if unknown else [])]))
        spots[len(cells)] = one.spot
        texts[len(cells)] = one.text
    _tell_agreed(table, shown, agreed, agree=agree)
    rows = [GridRow(header, list(cells)), GridRow(header + 1, list(cells.values()))]
    return replace(table.grid, rows=iter(rows), places=CountPlaces(spots, texts), hides_column=lambda column: False)


def _fullest(hands: Mapping[str, int]) -> str:
    """The answer that more than half of the hands are for; empty if there is none."""
    fullest = max(hands, key=lambda answer: hands[answer])
    return fullest if 2 * hands[fullest] > sum(hands.values()) else ""


def _tell_agreed(table: ShapedTable, shown: Mapping[str, Counted], agreed: Mapping[str, str], *, agree: bool) -> None:
    if not agree:
        message = "Een aantal handen is geen antwoord. De stellingen blijven open; de handen staan erbij."
        hint = "Met --agree telt een antwoord dat meer dan de helft van de handen heeft."
        table.remark(message, hint=hint)
        return
    if agreed:
        named = join_some([f"{name} ({answer})" for name, answer in agreed.items()], _MOST_TOLD)
        table.remark(f"Hier telt het antwoord van meer dan de helft van de handen. Niemand sprak het af: {named}.")
    if open_ones := [name for name in shown if name not in agreed]:
        message = "Hier heeft geen antwoord meer dan de helft van de handen. Deze stellingen blijven open: "
        table.remark(f"{message}{join_some(open_ones, _MOST_TOLD)}.")
