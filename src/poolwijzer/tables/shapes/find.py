"""Finding out which shape a table has, and turning it into the usual one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import chain, islice

from poolwijzer.assessment.model import Participant
from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.columns import clean_cell
from poolwijzer.tables.grid import Grid
from poolwijzer.tables.header_row import LOOKED_AT, filled_rows
from poolwijzer.tables.left_out import WHY_LEFT_OUT
from poolwijzer.tables.map_index import MapIndex
from poolwijzer.tables.shapes.count_layouts import find_counts, find_voters
from poolwijzer.tables.shapes.counts import read_counts, write_counts
from poolwijzer.tables.shapes.long import HOW_TO_HEAD, find_long, guess_long, turn_long
from poolwijzer.tables.shapes.table import ShapedTable
from poolwijzer.tables.shapes.turned import find_turned, statements_below, turn_around
from poolwijzer.tables.shapes.words import ANSWER, RESPONDENT, STATEMENT
from poolwijzer.tables.vocabulary import Vocabulary
from poolwijzer.tables.words import fold_words

_COUNTS = "In deze tabel staan aantallen: hoe vaak elk antwoord gegeven is."
_CHOOSE_COUNTS = "Kies --rows counts."
_RESPONDENTS = "In deze tabel staat van elke respondent wat die antwoordde, en geen aantallen."
_CHOOSE_RESPONDENTS = "Kies --rows respondents."


def names_shape(header: str) -> bool:
    """Whether a header tells the shape of its table, whatever else it means."""
    return fold_words(header) in STATEMENT | ANSWER | RESPONDENT


def reshape(
    grid: Grid,
    vocabulary: Vocabulary,
    known: Callable[[str], bool],
    *,
    index: MapIndex,
    municipalities: tuple[Participant, ...] = (),
    count_hidden: bool = False,
    agree: bool = False,
    guess: bool = False,
) -> Grid:
    """A table in the usual shape: a respondent or an initiative in each row.

    Args:
        grid: As it was opened.
        vocabulary: What headers can stand for.
        known: Whether a header means something.
        index: What the table's own words mean, and its shape, where somebody wrote that down.
        municipalities: Those of the one initiative that counts are of.
        count_hidden: Whether hidden rows count.
        agree: Take of a count the answer that more than half of the hands are for.
        guess: Take for a column that tells the shape what only seems to be one, for who asks whether that is right.

    Returns:
        The table itself if it has the usual shape already.

    Raises:
        InputError: its rows are something else than was said, or it is of no use. Of some shapes only once its rows
            are read.
    """
    filled = filled_rows(grid)
    first = list(islice(filled, LOOKED_AT))
    table = ShapedTable(grid, first, filled, vocabulary, known, index, count_hidden)
    rows, shape = vocabulary.rows, index.map.shape
    usual = replace(grid, rows=chain(first, filled))
    if rows == "counts":
        return _counted(table, municipalities, agree=agree)
    if shape != "wide" and rows == "respondents":
        long = find_long(table) if shape != "transposed" else None
        listed = find_counts(table, all_points=True) if long is not None else None
        if long is not None and (listed is None or listed.kind != "list"):
            return turn_long(table, long)
        # What did not count of a long table and is read again has a row for each respondent already.
        if shape == "long" and not any(WHY_LEFT_OUT in row.cells for row in first):
            message = "In deze tabel zijn de kolommen met de stelling en met het antwoord niet te vinden."
            hint = f"{HOW_TO_HEAD} Of zeg in de koppeling welke kolom 'statement' is, en welke 'answer'."
            raise InputError(Problem(grid.path, message, hint, first[0].number if first else None))
    if shape is None and (layout := find_counts(table, all_points=True)):
        raise InputError(Problem(grid.path, _COUNTS, _CHOOSE_COUNTS, first[layout.header].number))
    if shape != "wide" and rows == "respondents":
        turned = find_turned(table, forced=shape == "transposed")
        if turned is not None:
            return turn_around(table, turned)
        if shape is None and (asked := statements_below(table)) is not None:
            if guess and (likely := guess_long(table, asked)) is not None:
                return turn_long(table, likely)
            message = "In deze tabel staan stellingen onder elkaar. Is elke rij één antwoord van een respondent?"
            raise InputError(Problem(grid.path, message, HOW_TO_HEAD, first[0].number))
    if rows == "initiatives" and find_long(table) is not None:
        message = "In deze tabel is elke rij een antwoord van een respondent."
        raise InputError(Problem(grid.path, message, _CHOOSE_RESPONDENTS, first[0].number))
    return usual


def _counted(table: ShapedTable, municipalities: tuple[Participant, ...], *, agree: bool) -> Grid:
    """A table of counts as one initiative.

    Raises:
        InputError: it is none, or something is wrong with its counts.
    """
    first = table.first
    if not first:
        raise InputError(Problem(table.path, "Deze tabel is leeg.", "Kijk of dit het goede bestand is."))
    layout = find_counts(table, all_points=False)
    if layout is None:
        if find_long(table) is not None or any(
            table.names_organisation(clean_cell(cell)) for row in first for cell in row.cells
        ):
            raise InputError(Problem(table.path, _RESPONDENTS, _CHOOSE_RESPONDENTS, first[0].number))
        layout = find_voters(table)
    if layout is None:
        message = "In deze tabel zijn geen aantallen per antwoord te vinden."
        hint = "Zet in elke rij een stelling, en daarachter kolommen met als kop 1, 2, 3, 4, 5 en weet niet."
        raise InputError(Problem(table.path, message, hint, first[0].number))
    hands = read_counts(table, layout)
    return write_counts(table, hands, first[layout.header].number, municipalities, agree=agree)
