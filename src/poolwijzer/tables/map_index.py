"""A map as the reader of a table looks things up in it, however these are capitalised or spaced."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from poolwijzer.problems import Problem, did_you_mean, quote
from poolwijzer.tables.columns import column_letters
from poolwijzer.tables.table_map import LEAVE_OUT, ColumnMap, Organisation, TableMap
from poolwijzer.tables.vocabulary import MUNICIPALITY, Meaning, Vocabulary
from poolwijzer.tables.words import plain_header, said_as

_LETTERS = re.compile(r"\[([A-Z]{1,3})\]")
_PART = re.compile(r"(context\.[a-z0-9-]+)\[([a-z0-9-]+)\]")
_ORGANISATION = "organisation.name"
ROLES_IN_SHAPES = ("respondent", "statement", "answer", "count")
"""What a column can be in a table where each row is an answer; it is used before the headers are read."""


class MappedColumn(NamedTuple):
    """What a map says of a column."""

    key: str
    """How the map names the column."""
    said: ColumnMap

    @property
    def left_out(self) -> bool:
        """Whether it counts for nothing."""
        return said_as(self.said.to) == said_as(LEAVE_OUT)


class MapIndex:
    """What a map says, by the words of a table. One that says nothing is as good as none."""

    def __init__(self, table_map: TableMap | None = None) -> None:
        """Look up once what will be asked of every cell."""
        self.map = table_map or TableMap(poolwijzer=1, kind="table-map")
        self._headers: dict[str, str] = {}
        self._letters: dict[str, str] = {}
        for key in self.map.columns:
            letters = _LETTERS.fullmatch(key.strip())
            if letters:
                self._letters[letters[1]] = key
            else:
                self._headers.setdefault(header_as(key), key)
        self.answers = by_words(self.map.answers)
        self.roles = by_words(self.map.roles)
        self.bases = by_words(self.map.bases)
        self.organisations = {said_as(name): who for name, who in self.map.organisations.items()}
        self.nothing = frozenset(map(said_as, self.map.nothing))
        self._met: set[str] = set()
        """The keys of columns that were looked up so far and are there."""

    def column(self, place: int, header: str) -> MappedColumn | None:
        """What it says of a column: by its letters first, then by its header."""
        key = self._letters.get(column_letters(place + 1)) or (self._headers.get(header_as(header)) if header else None)
        if not key:
            return None
        self._met.add(key)
        return MappedColumn(key, self.map.column(key))

    @property
    def width(self) -> int:
        """Up to which column it names columns by their letters; 0 if it names none so."""
        return max(map(_number_of, self._letters), default=0)

    def knows(self, header: str) -> bool:
        """Whether it says something of a column with this header."""
        return bool(header) and header_as(header) in self._headers

    def unmet(self, headers: list[str], vocabulary: Vocabulary, *, made: bool) -> tuple[list[Problem], list[Problem]]:
        """What it says of columns that a table does not have.

        Args:
            headers: Those of the table.
            vocabulary: What a map can name.
            made: Whether these stand nowhere in the table. Then what was looked up in it tells what is there; and a
                statement that is not there was answered by nobody, which is no mistake.

        Returns:
            What is wrong, since a statement would be missing; and what is worth a remark.
        """
        there = {header_as(header) for header in headers if header}
        letters = {column_letters(place) for place in range(1, len(headers) + 1)}
        wrong, remarks = [], []
        for key in self.map.columns:
            by_letters = _LETTERS.fullmatch(key.strip())
            if key in self._met if made else by_letters[1] in letters if by_letters else header_as(key) in there:
                continue
            meaning = find_target(self.map.column(key).to, vocabulary)
            if meaning is not None and meaning.leaf.kind == "answer" and made:
                message = f"{quote(key)} staat niet in de tabel. Niemand antwoordde op stelling {meaning.leaf.of}."
                remarks.append(self.map.problem(message, "", "columns", key))
            elif meaning is not None and meaning.leaf.kind == "answer":
                message = f"De kolom {quote(key)} staat niet in de tabel. Zij is stelling {meaning.leaf.of}."
                hint = did_you_mean(key, filter(None, headers)) or "Verander de kop hier, of haal de regel weg."
                wrong.append(self.map.problem(message, hint, "columns", key))
            elif not MappedColumn(key, self.map.column(key)).left_out:
                message = f"De kolom {quote(key)} staat niet in de tabel."
                hint = did_you_mean(key, filter(None, headers))
                remarks.append(self.map.problem(message, hint, "columns", key))
        return wrong, remarks

    def organisation(self, name: str) -> Organisation | str | None:
        """Who a name in the table stands for, if it says so."""
        return self.organisations.get(said_as(name))


def find_target(to: str, vocabulary: Vocabulary) -> Meaning | None:
    """What a map means with the name of a target; None if that is nothing, or if it is to be left out."""
    if said_as(to) == said_as(LEAVE_OUT):
        return None
    if said_as(to) == MUNICIPALITY and vocabulary.of_respondents:
        return vocabulary.meaning(_ORGANISATION)
    part = _PART.fullmatch(to.strip())
    if part and (asked := vocabulary.meaning(part[1])) and asked.leaf.kind == "context":
        return asked._replace(part=part[2]) if part[2] in vocabulary.content.context[asked.leaf.of].answers else None
    for name in (to, f"answers.{to}"):
        if found := vocabulary.meaning(name) or vocabulary.meaning(vocabulary.renamed(name)):
            return found
    return None


def of_municipalities(to: str) -> bool:
    """Whether a target says of what kind its organisations are, too."""
    return said_as(to) == MUNICIPALITY


def _number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def header_as(header: str) -> str:
    """What two headers share that are the same."""
    return said_as(plain_header(header))


def by_words(said: Mapping[str, str]) -> dict[str, str]:
    """What words mean, by what is the same in however these are written."""
    return {said_as(words): meaning.strip().lower() for words, meaning in said.items()}
