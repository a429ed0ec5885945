"""Reading a file with requests, offers and rules, with every problem at its line and column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from poolwijzer.assessment.model import FORMAT
from poolwijzer.dutch import join_some
from poolwijzer.matching.reading.entries import Entry
from poolwijzer.matching.reading.file import KIND, MatchingFile, check_order, participant_name
from poolwijzer.matching.reading.row_of_priority import RowOfPriority
from poolwijzer.municipalities import UnknownMunicipality, known_municipality
from poolwijzer.problems import Fault, InputError, Problem, in_order, quote
from poolwijzer.validation import WHOLE, validate
from poolwijzer.yamlfile import Document, decode_text, parse_document
from poolwijzer.yamlfile.reader import read_meant

_START = "Begin met de regels 'poolwijzer: 1' en 'kind: matching'."
_OTHER = "Is het geen gemeente? Zet de naam dan ook bij organisations."
_MOST_NAMED = 5


class FileRead(NamedTuple):
    """What a file says."""

    path: str
    file: MatchingFile
    entries: tuple[Entry, ...]
    document: Document

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """What is worth saying of how it was read."""
        return self.document.remarks

    def tell_idle(self, row: RowOfPriority, entries: Sequence[Entry]) -> Iterator[Problem]:
        """What the file says and nothing comes of.

        Args:
            row: Who goes first.
            entries: All requests and offers, also those of tables.
        """
        there = {one.municipality for one in entries}
        asking = {one.municipality for one in entries if one.asked}
        for place, name in enumerate(self.file.others):
            if name not in there:
                message = f"{name} vraagt niets en biedt niets aan."
                yield self.document.locate(["organisations", place]).problem(message)
        if self.file.period and not self._uses_period() and all(one.place.path == self.path for one in entries):
            message = "Elke regel heeft zelf een periode. Daarom doet period hier niets."
            yield self.document.locate(["period"], key=True).problem(message)
        for number, group in enumerate(self.file.rules.priority):
            where = self.document.locate(["rules", "priority", number])
            if idle := [name for name in group.municipalities if self._official(name) not in asking]:
                message = f"Deze gemeenten gaan voor, maar vragen niets: {join_some(idle, _MOST_NAMED)}."
                yield where.problem(message)
            if not row.groups[number].members:
                yield where.problem("In deze groep zit niemand die iets vraagt. Zij doet niets.")
        if row.groups and len(row.groups[0].members) == len(asking):
            message = "Iedereen die iets vraagt, gaat voor. Daarom doet priority hier niets."
            yield self.document.locate(["rules", "priority"], key=True).problem(message)
        joined = [name for name in self.file.rules.joined if self._official(name) not in there]
        if joined:
            message = f"Deze namen bij joined vragen niets en bieden niets aan: {join_some(joined, _MOST_NAMED)}."
            yield self.document.locate(["rules", "joined"], key=True).problem(message)

    def _official(self, name: str) -> str:
        return participant_name(name, self.file.others)

    def _uses_period(self) -> bool:
        rows = (*self.file.requests, *self.file.offers)
        return any(one.start is None or one.until is None for one in rows)


def parse_matching_file(raw: bytes, path: str, *, json: bool = False) -> FileRead:
    """Read a file from its bytes.

    Args:
        raw: The bytes.
        path: How messages call it.
        json: Whether it is JSON; else it is YAML.

    Raises:
        InputError: with every problem in it.
    """
    document = _parse_json(raw, path) if json else parse_document(raw, path)
    data = document.data
    if not isinstance(data, dict) or data.get("kind") != KIND:
        hint = _START
        if isinstance(data, dict) and "initiative" in data:
            hint = f"Dit is een initiatief. Vraag en aanbod staan in een eigen bestand. {_START}"
        raise InputError(document.locate(["kind"]).problem("Dit is geen bestand met vraag en aanbod.", hint))
    number = data.get("poolwijzer")
    if isinstance(number, str) and WHOLE.fullmatch(number) and int(number) > FORMAT:
        message = f"Dit bestand is gemaakt met een nieuwere Poolwijzer (format {quote(number)}; deze kent {FORMAT})."
        raise InputError(document.locate(["poolwijzer"]).problem(message, "Installeer de nieuwste versie."))
    file = validate(MatchingFile, document)
    problems = list(_wrong_organisations(file, document))
    entries = list(_entries(file, document, problems))
    problems += _wrong_rules(file, document)
    if problems:
        raise InputError(in_order(problems))
    return FileRead(path, file, tuple(entries), document)


def _parse_json(raw: bytes, path: str) -> Document:
    from poolwijzer.yamlfile.jsontext import parse_json_text  # only for who writes JSON

    text = decode_text(raw, path)
    return read_meant(text, path, lambda meant: parse_json_text(text, meant, path, 1), json=True)


def _wrong_organisations(file: MatchingFile, document: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, name in enumerate(file.others):
        where = document.locate(["organisations", place])
        if known_municipality(name):
            hint = "Haal haar hier weg: gemeenten en hun inwoners kent Poolwijzer al."
            yield where.problem(f"{name} is een gemeente.", hint)
        elif name.casefold() in seen:
            yield where.problem(f"{name} staat hier twee keer.", "Haal er een weg.")
        seen.add(name.casefold())


def _entries(file: MatchingFile, document: Document, problems: list[Problem]) -> Iterator[Entry]:
    for key, rows in (("requests", file.requests), ("offers", file.offers)):
        for place, row in enumerate(rows):
            where = document.locate([key, place])
            name = ""
            try:
                name = participant_name(row.municipality, file.others)
            except UnknownMunicipality as error:
                at = document.locate([key, place, "municipality"])
                problems.append(at.problem(error.message, f"{error.hint} {_OTHER}".strip()))
            first = row.start or (file.period.start if file.period else None)
            last = row.until or (file.period.until if file.period else None)
            if first is None or last is None:
                lacks = " en ".join(word for word, day in (("from", first), ("until", last)) if day is None)
                problems.append(where.problem(f"Hier ontbreekt {lacks}.", "Zet het erbij, of geef period bovenaan."))
                continue
            try:
                check_order(first, last)
            except Fault as fault:
                problems.append(where.problem(fault.message, fault.hint))
            expertise = " ".join(row.expertise.split())
            if not expertise:
                problems.append(document.locate([key, place, "expertise"]).problem("Hier staat geen deskundigheid."))
            note = row.note.strip()
            yield Entry(key == "requests", name, expertise, row.hours, first, last, note, where.problem(""))


def _wrong_rules(file: MatchingFile, document: Document) -> Iterator[Problem]:
    named: list[tuple[list[str | int], str, bool]] = [
        (["rules", "priority", number, "municipalities", place], name, False)
        for number, group in enumerate(file.rules.priority)
        for place, name in enumerate(group.municipalities)
    ]
    named += [(["rules", "joined", name], name, True) for name in file.rules.joined]
    for loc, name, key in named:
        try:
            participant_name(name, file.others)
        except UnknownMunicipality as error:
            yield document.locate(loc, key=key).problem(error.message, f"{error.hint} {_OTHER}".strip())
