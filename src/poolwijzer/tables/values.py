"""From the text of a cell to what an initiative's file would hold there.

What cannot be read stays as it was typed: whoever reads the file says what is wrong with it, in the same words as for
any other file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from poolwijzer.assessment.participants import name_as_data
from poolwijzer.content.content import Content
from poolwijzer.dutch import drop_unseen, make_slug
from poolwijzer.municipalities import split_names
from poolwijzer.report.grid_names import place_called
from poolwijzer.tables.lists import BETWEEN, split_parts
from poolwijzer.tables.moments import MomentColumn
from poolwijzer.tables.paths import Leaf
from poolwijzer.tables.surveys import NO, SKIPPED, YES
from poolwijzer.tables.words import LEAVE_OUT, fold_words, index_by_words, said_as
from poolwijzer.validation.values import SLUG

CellReader = Callable[[str], Any]
"""From the text of a cell, without white space round it and never empty, to text, lists and groups; None is nothing."""

_SLUG = re.compile(SLUG)
WITH_ZEROS = re.compile(r"(-?[0-9]+)[.,]0{1,2}")
"""A whole number as a program writes it that knows only decimals: 3.0."""
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[. ][0-9]{3})+")
_DECIMAL_COMMA = re.compile(r"(-?[0-9]+),([0-9]+)")
_LENGTH_OF_DAY = len("2026-10-20")
_WITH_YEAR = re.compile(r"(.+?)\s*\(\s*(?:t/m|tot en met)?\s*([0-9]{4})\s*\)")


def cell_reader(leaf: Leaf, content: Content) -> CellReader:
    """How the cells of a column are read; answers to statements have a way of their own.

    What cannot be seen is dropped where only one of a few words, a number or a name can stand, and kept in free text.
    """
    if leaf.kind == "text":
        return lambda text: text
    if leaf.kind == "texts":
        return _pieces
    read = _reader(leaf, content)
    return lambda text: read(drop_unseen(text))


def _reader(leaf: Leaf, content: Content) -> CellReader:
    match leaf.kind:
        case "whole":
            return _whole
        case "number":
            return _number
        case "date":
            return _date
        case "truth":
            return _truth
        case "word":
            return _one_of(index_by_words((word, word) for word in leaf.words))
        case "votes":
            return lambda text: [_whole(piece) for piece in _pieces(text)]
        case "dots":
            return lambda text: [_dot(piece, content) for piece in _dots_in(text, content)]
        case "places":
            return lambda text: [name_as_data(name) for name in _names(text)]
        case "options":
            options = content.components[leaf.of].options
            return _several(_named((name, option.title) for name, option in options.items()))
        case "context":
            return _context(leaf.of, content)
        case "chosen":
            return _one_of(_answers_to(leaf.of, content))
    return lambda text: text


def respondent_id_reader(personal: Callable[[], None]) -> CellReader:
    """How the ids of respondents are read: never a name or an address.

    Args:
        personal: Called when one is met; the cell counts as empty then.
    """

    def read(text: str) -> str | None:
        text = drop_unseen(text)
        if "@" in text or len(text.split()) > 1:
            personal()
            return None
        return text if _SLUG.fullmatch(text) else make_slug(text)

    return read


def word_reader(
    known: Mapping[str, str], otherwise: Callable[[str], str | None], strange: Callable[[str], None]
) -> CellReader:
    """How the cells are read in which one of a few words stands, and any other counts as none.

    Args:
        known: What words mean, by `said_as`; those that are left out mean nothing.
        otherwise: What folded words mean that are not among them.
        strange: Called with a text that is none of these.
    """

    def read(text: str) -> str | None:
        said = known.get(said_as(text))
        if said is None:
            words = fold_words(text)
            said = otherwise(words)
            if said is None and words not in SKIPPED:
                strange(text)
        return None if said == LEAVE_OUT else said

    return read


def _context(question: str, content: Content) -> CellReader:
    asked, known = content.context[question], _answers_to(question, content)
    if asked.kind == "choices":
        return _several(known)
    if asked.kind == "dated-choices":
        return _several(known, dated=True)
    return _one_of(known, skipped=SKIPPED)


def _answers_to(question: str, content: Content) -> Mapping[str, str]:
    return _named((name, answer.label) for name, answer in content.context[question].answers.items())


def _named(names: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Ids by the words that stand for them: the id itself before any label."""
    pairs = list(names)
    return index_by_words([*((name, name) for name, _ in pairs), *((label, name) for name, label in pairs)])


def _one_of(known: Mapping[str, str], skipped: frozenset[str] = frozenset()) -> CellReader:
    def read(text: str) -> str | None:
        words = fold_words(text)
        found = known.get(words)
        return found or (None if words in skipped else text)

    return read


def _several(known: Mapping[str, str], *, dated: bool = False) -> CellReader:
    """Several ids or labels, with what a survey tool puts between them: a bar, a semicolon, a line end or a comma."""

    def meant(piece: str) -> Any:
        if found := known.get(fold_words(piece)):
            return found
        year = _WITH_YEAR.fullmatch(" ".join(piece.split())) if dated else None
        return {"source": known.get(fold_words(year[1]), year[1]), "until": year[2]} if year else None

    def read(text: str) -> list[Any] | None:
        whole = meant(text)
        # The year of the last of several is no year of all of them.
        if isinstance(whole, str) or (whole and whole["source"] in known.values()):
            return [whole]
        if fold_words(text) in SKIPPED:
            return None
        pieces = _pieces(text, ";\n,")
        if BETWEEN in text or not all(map(meant, pieces)):
            pieces = _pieces(text, BETWEEN if BETWEEN in text else ";\n")
        return [meant(piece) or piece for piece in pieces] or None

    return read


def _pieces(text: str, between: str = BETWEEN) -> list[str]:
    parts = split_parts(text) if between == BETWEEN else re.split(f"[{re.escape(between)}]", text)
    return [piece for piece in map(str.strip, parts) if piece]


def _names(text: str) -> Iterable[str]:
    return _pieces(text) if BETWEEN in text else split_names(text)


def _dots_in(text: str, content: Content) -> list[str]:
    """Dots with bars between them, or as they are called in a room: `b4 d5 c3`."""
    called = text.split()
    return called if all(place_called(name, content) for name in called) else _pieces(text)


def _dot(piece: str, content: Content) -> Any:
    """A dot by its name, or as a number for each axis: `2,5:4`."""
    if place := place_called(piece, content):
        return [str(step) for step in place.values()]
    numbers = piece.split(":")
    return [_number(part.strip()) for part in numbers] if len(numbers) > 1 else piece


def _whole(text: str) -> str:
    if found := WITH_ZEROS.fullmatch(text):
        return found[1]
    return re.sub("[. ]", "", text) if _THOUSANDS.fullmatch(text) else text


def _number(text: str) -> str:
    found = _DECIMAL_COMMA.fullmatch(text)
    return f"{found[1]}.{found[2]}" if found else text


def _date(text: str) -> str:
    """A day as a file writes it; the text itself where it is none, or where day and month could be the other way."""
    column = MomentColumn()
    column.see(text)
    found = None if column.doubtful or column.month_first else column.read(text)
    return text if found is None else found.isoformat()[:_LENGTH_OF_DAY]


def _truth(text: str) -> str:
    words = fold_words(text)
    return "true" if words in YES else "false" if words in NO else text
