"""Respondents and counts out of a table, each respondent under an id that stays the same in next month's export."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import blake2b
from typing import BinaryIO

from poolwijzer.assessment.model import Response
from poolwijzer.dutch import make_slug
from poolwijzer.forms.returned.arrivals import Counted, Received
from poolwijzer.forms.returned.gate import Gate
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.tables.document import Rows, TableDocument, parse_row
from poolwijzer.tables.reader import TableOptions, read_table
from poolwijzer.tables.words import fold_words

USUAL_ROWS: Rows = "respondents"
_LONGEST = 40
_NO_NUMBER = (
    "Deze tabel heeft geen nummer per respondent, en niet van elke rij een tijdstip. Verbetert u later zo'n rij, dan "
    "komt zij er als nieuwe respondent bij.",
    "Zet er een kolom id in, met voor elke respondent een eigen woord of nummer.",
)
_USED = ("poolwijzer", "menus", "answers", "responses")
_NOT_TAKEN = "Uit deze tabel komen alleen de respondenten. Wat zij over het initiatief zelf zegt, is niet overgenomen."


@dataclass(frozen=True)
class TableRoad:
    """How tables are read.

    Attributes:
        rows: What a row is; None for what the map says, else a respondent.
        options: What of a table is read.
        survey: A name for the survey, so that its numbers are not taken for those of another survey.
        delete_on: When the answers must be gone, where the table does not say.
    """

    rows: Rows | None = None
    options: TableOptions = TableOptions()  # noqa: RUF009 - it never changes
    survey: str = ""
    delete_on: date | None = None

    @property
    def kind(self) -> Rows:
        """What a row is."""
        mapped = self.options.map.rows if self.options.map else None
        return self.rows or mapped or USUAL_ROWS

    def check(self, named: str) -> None:
        """Refuse what holds no answers of others; `named` is where that was said.

        Raises:
            InputError: rows are initiatives, or an answer is to be taken of what are no counts.
        """
        if self.kind == "initiatives":
            message = "Hier is elke rij een initiatief. Samenbrengen kan alleen antwoorden van anderen."
            raise InputError(Problem(named, message, "Kies respondents of counts voor wat een rij is."))
        if self.options.agree and self.kind != "counts":
            raise InputError(
                Problem("--agree", "Dit kan alleen bij een tabel met aantallen.", "Zet erbij: --rows counts.")
            )


def take_table(gate: Gate, name: str, file: BinaryIO, suffix: str, road: TableRoad) -> None:
    """Take what a table says.

    Args:
        gate: Decides what fits.
        name: How messages call the table.
        file: Its bytes; can be read again from their beginning.
        suffix: What its name ends on.
        road: How it is read.
    """
    try:
        for document in read_table(name, file, suffix, road.kind, gate.content, road.options):
            gate.remark(document.remarks)
            if road.kind == "counts":
                gate.counted.append(_counts(gate, document))
            else:
                _take_document(gate, document, road)
    except InputError as error:
        gate.refuse(error.problems)


def _counts(gate: Gate, document: TableDocument) -> Counted:
    reading = parse_row(_of_this_initiative(gate, document), gate.content)
    return Counted(reading.assessment.answers, document.path)


def _take_document(gate: Gate, document: TableDocument, road: TableRoad) -> None:
    """Take the respondents of one initiative in a table, if it is this one."""
    if document.data is None:
        gate.refuse(document.problems)
        return
    other = _other_initiative(gate, document)
    if other:
        message = f"Deze rijen gaan over een ander initiatief: {quote(other)}."
        gate.refuse(Problem(document.path, message, "Zij zijn niet overgenomen.", document.row))
        return
    if beside := document.data.keys() - {"poolwijzer", "initiative", "responses", "menus"}:
        gate.remark([Problem(document.path, f"{_NOT_TAKEN} Het gaat om: {', '.join(sorted(beside))}.")])
    reading = parse_row(_of_this_initiative(gate, document), gate.content, spare_any=True)
    gate.refuse(reading.left_out)
    kept = document.without(set(reading.rejected))
    keys = (*kept.response_keys, *[""] * (len(kept.response_rows) - len(kept.response_keys)))
    ids = _Ids(road.survey)
    responses = list(ids.given(list(zip(keys, reading.assessment.responses, strict=True))))
    if ids.by_content:
        gate.remark([Problem(document.path, *_NO_NUMBER)])
    for response, row in zip(responses, kept.response_rows, strict=True):
        if response.delete_on is None and road.delete_on:
            response = response.model_copy(update={"delete_on": road.delete_on})
        gate.take(Received(response, document.path, row))


def _other_initiative(gate: Gate, document: TableDocument) -> str:
    """What another initiative is called that the rows are about; empty if they name this one, or none."""
    given, here = document.data.get("initiative", {}), gate.assessment.initiative
    if "initiative.id" in document.columns:
        return "" if given.get("id") == here.id else str(given.get("id"))
    if "initiative.name" in document.columns:
        name = str(given.get("name"))
        return "" if fold_words(name) == fold_words(here.name) else name
    return ""


def _of_this_initiative(gate: Gate, document: TableDocument) -> TableDocument:
    """The rows as those of this initiative, with its own municipalities."""
    data = {key: value for key, value in document.data.items() if key in _USED}
    return replace(document, data={**data, "initiative": gate.initiative})


class _Ids:
    """Gives each respondent of a table an id that does not hang on the number of its row.

    A word of the table's own stays as it is. A number, or the code of a survey tool, says who it is within one survey:
    with the organisation, and the name of the survey if that was given, it makes an id. Without a number that is the
    organisation with the moment of sending, to the second or the minute; and without that everything that was answered.
    """

    def __init__(self, survey: str) -> None:
        self._survey = survey
        self.by_content = False
        """Whether an id hangs on the answers, so that a corrected row is taken for a new respondent."""

    def given(self, respondents: list[tuple[str, Response]]) -> Iterator[Response]:
        """The responses under their ids."""
        moments = Counter(_moment(response) for key, response in respondents if not key)
        taken: Counter[str] = Counter()
        names: defaultdict[str, set[str]] = defaultdict(set)
        for key, response in respondents:
            names[key].add(_organisation(response))
        for key, response in respondents:
            slug = make_slug(key)[:_LONGEST] if key else ""
            if slug and not slug.isdecimal() and slug == key and len(names[key]) == 1 and not self._survey:
                name = slug
            elif key:
                name = self._made(response, key, _organisation(response))
            elif isinstance(response.date, datetime) and moments[_moment(response)] == 1:
                name = self._made(response, *_moment(response))
            else:
                self.by_content = True
                name = self._made(response, _content(response))
            # Rows that say the same in everything are of different people, and in every export as many.
            taken[name] += 1
            yield response.model_copy(update={"id": name if taken[name] == 1 else f"{name}-{taken[name]}"})

    def _made(self, response: Response, *of: str) -> str:
        """An id out of what tells who this is, that begins with the organisation for who reads the file."""
        digest = blake2b(json.dumps([self._survey, *of]).encode(), digest_size=5).hexdigest()
        start = make_slug(response.organisation.name)[:_LONGEST].strip("-")
        return f"{start}-{digest}" if start else f"r-{digest}"


def _organisation(response: Response) -> str:
    return f"{response.organisation.kind} {response.organisation.name}"


def _moment(response: Response) -> tuple[str, str]:
    return _organisation(response), response.age.isoformat()


def _content(response: Response) -> str:
    whole = response.model_dump(mode="json", exclude_defaults=True, exclude={"id", "delete_on"})
    return json.dumps(whole, sort_keys=True, ensure_ascii=False)
