"""The hands at statements, as they are found in a table of counts, with what is wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from poolwijzer.assessment.answer import MOST_HANDS, UNKNOWN
from poolwijzer.dutch import join_some, number
from poolwijzer.problems import MOST_PROBLEMS, Problem, quote
from poolwijzer.tables.answers import AnswerReader, answer_reader
from poolwijzer.tables.columns import clean_cell, name_column
from poolwijzer.tables.shapes.places import Spot
from poolwijzer.tables.shapes.table import MOST_UNKNOWN, ShapedTable
from poolwijzer.tables.shapes.words import COUNT, is_total
from poolwijzer.tables.values import WITH_ZEROS
from poolwijzer.tables.words import fold_words, said_as

_TOTALS = "Totalen en gemiddelden tellen niet mee:"
_WHOLE = re.compile(r"[0-9]{1,12}")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[. ][0-9]{3})+")


@dataclass
class Counted:
    """The hands at one statement."""

    text: str
    """As it stands in the table."""
    spot: Spot
    hands: dict[str, int] = field(default_factory=dict)
    """By the answer: a point as text, or that it is not known."""


class HandsTable:
    """Statements with their hands, as they are found in a table."""

    def __init__(self, table: ShapedTable) -> None:
        """Begin with nothing."""
        self._table = table
        content = table.vocabulary.content
        self._content = content
        self.points = [str(point) for point in content.typology.scale.points()]
        self.found: dict[str, Counted] = {}
        self.problems: list[Problem] = []
        self._readers: dict[str, AnswerReader] = {}
        self._left_out: dict[str, list[str]] = {}

    def answer(self, statement: str, text: str) -> str:
        """The point that a head says, or that it is not known; empty if it is no answer."""
        reader = self._readers.get(statement)
        if reader is None:
            reader = self._readers[statement] = answer_reader(statement, ("joint", "own", "body"), self._content)
        mapped = self._table.index.answers.get(said_as(text))
        read = reader(mapped or text) if text else None
        return read if isinstance(read, str) and (read in self.points or read == UNKNOWN) else ""

    def add(self, statement: str, text: str, spot: Spot) -> Counted | None:
        """A statement with a row or column of its own; a problem if it was there before."""
        before = self.found.get(statement)
        if before is None:
            self.found[statement] = counted = Counted(text, spot)
            return counted
        message = f"{spot.name} staat er twee keer: ook als {before.spot.name[:1].lower()}{before.spot.name[1:]}."
        self.tell(message, "Haal een van de twee weg, of tel ze op.", spot.row, spot.column)
        return None

    def count(self, counted: Counted, answer: str, cell: str, row: int, column: int) -> None:
        """The hands in a cell; an empty one is none."""
        text = clean_cell(cell)
        if not text:
            return
        text = found[1] if (found := WITH_ZEROS.fullmatch(text)) else text
        text = re.sub("[. ]", "", text) if _THOUSANDS.fullmatch(text) else text
        if not _WHOLE.fullmatch(text):
            hint = "Zet er een heel getal, van 0 of meer."
            if "%" in text or "," in text or "." in text:
                hint = "Percentages en gemiddelden zijn geen aantallen. Zet er hoeveel mensen dit antwoord gaven."
            self.tell(f"In {name_column(column, '')} staat {quote(text)}. Dat is geen aantal.", hint, row, column)
        elif counted.hands.get(answer, 0) + int(text) > MOST_HANDS:
            message = f"In {name_column(column, '')} staan meer dan {number(MOST_HANDS, 0)} handen."
            self.tell(message, "Kijk of dit een aantal is.", row, column)
        else:
            counted.hands[answer] = counted.hands.get(answer, 0) + int(text)

    def leave_out(self, text: str, kind: str, row: int, column: int) -> None:
        """What is no statement and no answer: a total, or what nobody knows; a problem if it may be a statement."""
        if is_total(text) or fold_words(text) in COUNT:
            self._left_out.setdefault(_TOTALS, []).append(text)
        elif problem := self._table.unknown(text, kind, row, column):
            self.problems.append(problem)
        else:
            self._left_out.setdefault("Dit kent Poolwijzer niet. Het telt niet mee:", []).append(text)

    def leave_out_answer(self, text: str, row: int, column: int) -> None:
        """What stands among the answers and is none: a total. Of anything else hands would be lost: that is wrong."""
        if is_total(text) or fold_words(text) in COUNT or self._table.known(text):
            self._left_out.setdefault(_TOTALS, []).append(text)
        else:
            hint = "Is dat 'weet niet'? Noem het dan zo, of zeg het in de koppeling bij answers. Haal het anders weg."
            self.tell(f"Het antwoord {quote(text)} is niet bekend.", hint, row, column)

    def tell(self, message: str, hint: str, row: int, column: int | None = None, shared: str = "") -> None:
        """A problem at a cell; `shared` is what others are told, where the message repeats what somebody typed."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(self._table.path, message, hint, row, column, shared))

    def tell_left_out(self) -> None:
        """Say what does not count."""
        for message, texts in self._left_out.items():
            self._table.remark(f"{message} {join_some([*map(quote, dict.fromkeys(texts))], MOST_UNKNOWN)}.")


def name_statement(text: str) -> str:
    """How a message calls a statement."""
    return f"Stelling {quote(text)}"
