"""A first draft of a map, from what a table shows: what is understood stands there, and the rest is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, NamedTuple

from poolwijzer.assessment.model import FORMAT
from poolwijzer.content.content import Content
from poolwijzer.municipalities import known_municipality
from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.answer_rows import AnswerRows
from poolwijzer.tables.columns import clean_cell, column_letters, read_cells
from poolwijzer.tables.document import Rows
from poolwijzer.tables.grid import Grid
from poolwijzer.tables.headers import ColumnUse, Headers, Heading
from poolwijzer.tables.map_index import ROLES_IN_SHAPES, find_target, header_as
from poolwijzer.tables.not_answers import values_of_no_answer
from poolwijzer.tables.reader import TableOptions, open_table, vocabulary_for
from poolwijzer.tables.shapes.find import names_shape
from poolwijzer.tables.shapes.places import Head, Places
from poolwijzer.tables.surveys import is_mail_column
from poolwijzer.tables.table_map import LEAVE_OUT, Shape, TableMap
from poolwijzer.tables.unknown_headers import HeaderHints
from poolwijzer.tables.vocabulary import MUNICIPALITY, Meaning, Vocabulary
from poolwijzer.tables.words import plain_header

_LONGEST_KEY = 400
"""In characters; a longer header is named by the letters of its column."""
_OF_A_PERSON = ("organisation", "role", "basis", "named")
"""What only a respondent has, and no initiative."""
_ROLES = {
    "respondent": "wie er antwoordt",
    "statement": "op welke stelling",
    "answer": "het antwoord",
}
"""What the columns are by which answers below one another are told apart."""
_WORDS_OF = {"role": "roles", "basis": "bases"}


class DraftColumn(NamedTuple):
    """A column as a draft has it."""

    where: str
    """Such as `kolom B` or `rij 5`; empty if it is in no one place."""
    key: str
    """How the map names it."""
    to: str
    why: str
    """In Dutch: what it was understood to be."""
    asks: bool = False
    """Whether somebody should look at it."""


class MapDraft(NamedTuple):
    """What a draft says; how it is written stands elsewhere."""

    path: str
    rows: Rows
    shape: Shape | None
    """How the answers stand, where not in a row for each respondent."""
    sheet: str
    sheet_chosen: bool
    headers: tuple[int, ...]
    """The rows of the headers."""
    headers_found: bool
    """Whether these were recognised."""
    columns: tuple[DraftColumn, ...]
    answers: tuple[tuple[str, int], ...]
    """Texts that are no answer we know, with how often each was given."""
    words: dict[str, tuple[tuple[str, int], ...]]
    """By the key of a map, such as `roles`: the words that are none of those we know."""
    organisations: tuple[tuple[str, int], ...]
    """Names that are no municipality."""
    skip: dict[str, tuple[str, ...]]
    skipped: int
    """How many rows do not count now for what is in `skip`."""

    @property
    def questions(self) -> int:
        """How much of it somebody should look at."""
        words = sum(map(len, self.words.values()))
        return sum(one.asks for one in self.columns) + len(self.answers) + words + len(self.organisations)

    def as_map(self) -> TableMap:
        """The map that it is as it stands."""
        return TableMap(
            poolwijzer=FORMAT,
            kind="table-map",
            rows=self.rows,
            shape=self.shape,
            sheet=self.sheet if self.sheet_chosen else "",
            headers=() if self.headers_found else self.headers,
            columns={one.key: one.to for one in self.columns},
            skip=self.skip or None,
        )


def draft_map(
    name: str,
    file: BinaryIO,
    suffix: str,
    rows: Rows | None,
    content: Content,
    options: TableOptions = TableOptions(),  # noqa: B008 - it never changes
) -> MapDraft:
    """A first draft for a table.

    Args:
        name: The table as messages call it.
        file: Its bytes; can be read again from their beginning.
        suffix: What its name ends on.
        rows: What a row is; without it an initiative where the table names these, and else a respondent.
        content: The menus.
        options: What of it is read.

    Raises:
        InputError: it is no table, or nothing stands in it.
    """
    options = options._replace(guess=True)
    table = open_table(name, file, suffix, Vocabulary(content, rows or "respondents"), options)
    grid, header = table.grid, table.header
    vocabulary = vocabulary_for(header, content, rows or "respondents")
    heading = Headers(name, header.number, vocabulary, made=grid.headers_made).read(header.cells, leniently=True)
    if rows is None and _names_initiatives(heading):
        return draft_map(name, file, suffix, "initiatives", content, options)
    rows = rows or "respondents"
    hints = HeaderHints(vocabulary)
    # What belongs to other menus is understood by the table itself, and a map knows only these.
    ours = Vocabulary(content, rows)
    found = _columns(heading, hints, content, grid.places)
    columns = tuple(one for one in found if one.to in (LEAVE_OUT, *ROLES_IN_SHAPES) or find_target(one.to, ours))
    headers = [plain_header(clean_cell(cell)) for cell in header.cells]
    organisation = heading.column_of("organisation.name", of_respondent=True)
    known = values_of_no_answer(headers, organisation) if vocabulary.of_respondents else {}
    draft = MapDraft(
        path=name,
        rows=rows,
        shape=grid.places.shape if grid.places else None,
        sheet=grid.sheet,
        sheet_chosen=bool(options.sheet),
        headers=grid.header_rows or (header.number,),
        headers_found=any(use.reason != "unknown" for use in heading.uses),
        columns=columns,
        answers=(),
        words={},
        organisations=(),
        skip={
            headers[place]: tuple(sorted(values, key=lambda text: (len(text), text)))
            for place, values in sorted(known.items())
        },
        skipped=0,
    )
    # What the words below these columns are, shows when they are read as the draft has them.
    grid, header, below, index = open_table(name, file, suffix, vocabulary, options._replace(map=draft.as_map()))
    heading = Headers(name, header.number, vocabulary, index, made=grid.headers_made).read(header.cells, leniently=True)
    hidden = options.hidden == "count"
    answered = AnswerRows(replace(grid, rows=below), header, heading, vocabulary, hidden=hidden, index=index)
    return _with_words(draft, grid, heading, answered)


def _names_initiatives(heading: Heading) -> bool:
    """Whether a table tells more of initiatives than of who answered."""
    of_each = any(meaning.of_respondent and meaning.path[0] in _OF_A_PERSON for meaning in heading.meanings.values())
    return not of_each and heading.column_of("initiative.name") is not None


def _columns(heading: Heading, hints: HeaderHints, content: Content, places: Places | None) -> Iterator[DraftColumn]:
    """What each column stands for, with a name of its own in the map."""
    before: dict[str, str] = {}
    taken = {_target(meaning, heading) for meaning in heading.meanings.values()}
    uses = {use.number: use for use in heading.uses}
    for number in range(1, heading.width + 1):
        use = uses.get(number)
        head = places.head(number) if places else Head(_letters(number), use.header if use else "")
        if not head.text:
            continue  # nothing of it stands in the table
        to, why, asks = head.role, _ROLES.get(head.role, ""), bool(head.role) and not names_shape(head.text)
        if not head.role and use is not None:
            to, why, asks = _understood(use, heading, hints, content)
            if places and use.meaning and use.meaning.leaf.kind == "votes":
                to = str(use.meaning.path[1])  # a table of counts names the statement
        if not to or (asks and to in taken and not head.role):
            to = LEAVE_OUT
        taken.add(to)
        same = header_as(head.text)
        by_header = same not in before and len(head.text) <= _LONGEST_KEY
        if before.setdefault(same, to) == to and not by_header and len(head.text) <= _LONGEST_KEY:
            continue  # one line goes for all columns that are called so
        if not by_header and (places is not None and not head.where):
            continue  # no letters name it
        key = " ".join(head.text.split()) if by_header else f"[{column_letters(number)}]"
        yield DraftColumn(head.where, key, to, why, asks)


def _letters(number: int) -> str:
    return f"kolom {column_letters(number)}"


def _understood(use: ColumnUse, heading: Heading, hints: HeaderHints, content: Content) -> tuple[str, str, bool]:
    """What a column is, in Dutch why, and whether somebody should look at it."""
    if use.meaning is not None:
        return _target(use.meaning, heading), _why(use, use.meaning, content), False
    if use.reason == "tool":
        kept = "alleen om dubbele antwoorden te vinden" if is_mail_column(use.header) else "van het enquêteprogramma"
        return LEAVE_OUT, kept, False
    if use.reason == "outcome":
        return LEAVE_OUT, "een uitkomst van Poolwijzer", False
    if use.reason == "double":
        return LEAVE_OUT, "zegt hetzelfde als een andere kolom", False
    found = hints.statement(use.header)
    if found is None:
        return LEAVE_OUT, f"niet begrepen. {hints.hint(use.header)}".strip(), True
    text = f"lijkt op {found.id}: {found.text}"
    if found.sure:
        return found.id, f"{text} Klopt dat? Zet anders: {LEAVE_OUT}", True
    return LEAVE_OUT, f"{text} Zet dan: {found.id}. Vraagt zij het omgekeerde? {{to: {found.id}, reversed: true}}", True


def _target(meaning: Meaning, heading: Heading) -> str:
    """How a map names what a column stands for, as short as it can be."""
    path = str(meaning)
    if meaning.of_respondent and path == "organisation.name" and heading.of_municipalities:
        return MUNICIPALITY
    if meaning.part:
        return f"{path}[{meaning.part}]"
    return path.removeprefix("answers.") if meaning.leaf.kind == "answer" else path


def _why(use: ColumnUse, meaning: Meaning, content: Content) -> str:
    if use.reason == "moment":
        return "het moment van elk antwoord"
    if meaning.leaf.kind == "votes":
        return "de handen bij deze stelling"
    if meaning.leaf.kind != "answer":
        return "een toelichting" if meaning.path[-1] == "note" else ""
    if meaning.leaf.of not in content.statements:
        return "een vroegere stelling; zij telt niet meer mee"
    return "een vroegere tekst van deze stelling" if use.reason == "former" else "stelling"


def _with_words(draft: MapDraft, grid: Grid, heading: Heading, rows: AnswerRows) -> MapDraft:
    """The draft with every word in the table that is not understood, with how often it stands there."""
    answers: Counter[str] = Counter()
    words: dict[str, Counter[str]] = {}
    names: Counter[str] = Counter()
    organisation = heading.column_of("organisation.name", of_respondent=True)
    kind = heading.column_of("organisation.kind", of_respondent=True)
    seen, filled, wrong = 0, set[int](), list[Problem]()
    unnamed_places = frozenset(heading.unnamed)
    for line in rows:
        if not line.cells:
            wrong += line.problems
            continue
        seen += 1
        row = read_cells(heading.columns, line.cells)
        for place in (*unnamed_places, *range(heading.width, len(line.cells))):
            if place < len(line.cells) and clean_cell(line.cells[place]):
                filled.add(place)
        for place, odd in heading.odd_answers.items():
            if odd and isinstance(row[place], str) and row[place] in odd:
                answers[row[place]] += 1
        for place, odd in heading.odd_words.items():
            text = clean_cell(line.cells[place]) if place < len(line.cells) else ""
            key = _WORDS_OF.get(str(heading.meanings[place])) if place in heading.meanings else None
            if key and text in odd:
                words.setdefault(key, Counter())[text] += 1
        name = row[organisation] if organisation is not None else None
        of_municipality = kind is None or row[kind] in (None, MUNICIPALITY)
        if name and of_municipality and known_municipality(name) is None:
            names[name] += 1
    passed_over = sum(map(len, rows.no_answers.values()))
    if not seen and not passed_over:
        hint = "Kijk of dit het goede bestand is."
        raise InputError(wrong or [Problem(grid.path, "Onder de kop van deze tabel staat niets.", hint)])
    unnamed = [
        DraftColumn(_letters(place + 1), f"[{column_letters(place + 1)}]", LEAVE_OUT, "zonder kop", asks=True)
        for place in sorted(filled)
    ]
    return draft._replace(
        columns=(*draft.columns, *unnamed),
        answers=tuple(sorted(answers.items(), key=lambda one: (-one[1], one[0]))),
        words={key: tuple(sorted(found.items(), key=lambda one: (-one[1], one[0]))) for key, found in words.items()},
        organisations=tuple(sorted(names.items(), key=lambda one: (-one[1], one[0]))),
        skipped=len(rows.no_answers.get("map", ())),
    )
