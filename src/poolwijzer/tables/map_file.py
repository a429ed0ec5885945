"""Reading a map, with every problem at its line and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.assessment.model import FORMAT, Response
from poolwijzer.content.content import Content
from poolwijzer.municipalities import UnknownMunicipality, find_municipality
from poolwijzer.problems import InputError, Problem, did_you_mean, in_order, quote
from poolwijzer.tables.document import Rows
from poolwijzer.tables.map_index import ROLES_IN_SHAPES, find_target, header_as
from poolwijzer.tables.paths import strip_annotation
from poolwijzer.tables.table_map import LEAVE_OUT, TableMap
from poolwijzer.tables.vocabulary import Meaning, Vocabulary
from poolwijzer.tables.words import said_as
from poolwijzer.validation import WHOLE, validate
from poolwijzer.yamlfile import LocatedDocument, read_document

KIND = "table-map"
_TARGETS = "Noem een stelling zoals m2, of gemeente, role, basis, date, id of leave-out."
_NO_MAP = "Maak er een met: poolwijzer tables map TABEL -o koppeling.yaml."


def read_map(path: Path, content: Content) -> TableMap:
    """Read a map.

    Args:
        path: The file.
        content: The menus, for the statements and the scale.

    Raises:
        InputError: with every problem in it.
    """
    return build_map(read_document(path), content)


def build_map(document: LocatedDocument, content: Content) -> TableMap:
    """The same of a document that was read.

    Raises:
        InputError: with every problem in it.
    """
    data = document.data
    if not isinstance(data, dict) or "kind" not in data or data["kind"] != KIND:
        raise InputError(document.locate(["kind"]).problem("Dit bestand is geen koppeling.", _NO_MAP))
    number = data.get("poolwijzer")
    if isinstance(number, str) and WHOLE.fullmatch(number) and int(number) > FORMAT:
        message = f"Deze koppeling is gemaakt met een nieuwere Poolwijzer (format {quote(number)}; deze kent {FORMAT})."
        raise InputError(document.locate(["poolwijzer"]).problem(message, "Installeer de nieuwste versie."))
    table_map = validate(TableMap, document).read_from(document)
    if problems := list(_Check(table_map, content).problems()):
        raise InputError(in_order(problems))
    return table_map


class _Check:
    """What a map says, held against the menus."""

    def __init__(self, table_map: TableMap, content: Content) -> None:
        self._map = table_map
        kinds: tuple[Rows, ...] = (table_map.rows,) if table_map.rows else ("respondents", "initiatives")
        self._vocabularies = [Vocabulary(content, rows) for rows in kinds]
        points = map(str, content.typology.scale.points())
        self._answers = (*points, UNKNOWN, LEAVE_OUT)
        self._scale = content.typology.scale

    def problems(self) -> Iterator[Problem]:
        yield from self._columns()
        yield from self._words("answers", self._map.answers.items(), self._answers)
        yield from self._words("roles", self._map.roles.items(), (*_words_of("role"), LEAVE_OUT))
        yield from self._words("bases", self._map.bases.items(), (*_words_of("basis"), LEAVE_OUT))
        yield from self._organisations()

    def _columns(self) -> Iterator[Problem]:
        headers: dict[str, str] = {}
        taken: dict[str, str] = {}
        for key in self._map.columns:
            said = self._map.column(key)
            before = headers.setdefault(header_as(key), key)
            if before != key:
                message = f"De kop {quote(key)} staat er twee keer: ook als {quote(before)}."
                yield self._map.problem(message, "Haal een van de twee weg.", "columns", key)
                continue
            loc = ("columns", key) if isinstance(self._map.columns[key], str) else ("columns", key, "to")
            if said.to in ROLES_IN_SHAPES and self._map.shape != "wide":
                if (other := taken.setdefault(said.to, key)) != key:
                    message = f"De kolom {quote(key)} is dezelfde als {quote(other)}: {said.to}."
                    yield self._map.problem(message, "Zet bij een van de twee: leave-out.", *loc)
                continue
            meaning = self._target(said.to)
            if meaning is None:
                if said_as(said.to) != said_as(LEAVE_OUT):
                    hint = self._meant(said.to)
                    yield self._map.problem(f"Poolwijzer kent {quote(said.to)} niet.", hint, *loc)
                elif said.answers or said.reversed:
                    message = f"De kolom {quote(key)} telt niet mee. Wat hier staat, doet niets."
                    yield self._map.problem(message, "Haal dit weg, of zeg bij 'to' welke stelling het is.", *loc)
                continue
            where = str(meaning) if not meaning.part else f"{meaning}[{meaning.part}]"
            other = taken.setdefault(where, key)
            # Below one another a statement can stand in more words than one.
            if other != key and not (self._map.shape == "long" and meaning.leaf.kind == "answer"):
                message = f"De kolom {quote(key)} is dezelfde als {quote(other)}: {said.to}."
                yield self._map.problem(message, "Zet bij een van de twee: leave-out.", *loc)
            if (said.answers or said.reversed) and meaning.leaf.kind != "answer":
                message = f"'answers' en 'reversed' horen bij een stelling, en {quote(said.to)} is er geen."
                hint = "Gebruik voor functies 'roles', en voor namen 'organisations'."
                yield self._map.problem(message, hint, *loc)
            yield from self._words("columns", said.answers.items(), self._answers, key, "answers")

    def _target(self, to: str) -> Meaning | None:
        found = (find_target(to, vocabulary) for vocabulary in self._vocabularies)
        return next(filter(None, found), None)

    def _meant(self, to: str) -> str:
        content = self._vocabularies[0].content
        names = (*content.statements, "gemeente", LEAVE_OUT, *self._vocabularies[0].suggestions())
        return did_you_mean(to, names) or _TARGETS

    def _words(
        self, group: str, said: Iterable[tuple[str, str]], known: tuple[str, ...], *inside: str
    ) -> Iterator[Problem]:
        for words, meaning in said:
            if meaning.strip().lower() not in known:
                what = "geen antwoord" if known is self._answers else "geen woord dat hier kan staan"
                message = f"{quote(meaning)} is {what}."
                hint = did_you_mean(meaning, known)
                if not hint:
                    scale = self._scale
                    first = f"Kies {scale.lowest} tot en met {scale.highest}, {UNKNOWN} of {LEAVE_OUT}."
                    hint = first if known is self._answers else f"Kies uit: {', '.join(known)}."
                yield self._map.problem(message, hint, group, *inside, words)

    def _organisations(self) -> Iterator[Problem]:
        for name, who in self._map.organisations.items():
            if isinstance(who, str) and said_as(who) != said_as(LEAVE_OUT):
                try:
                    find_municipality(who)
                except UnknownMunicipality as error:
                    hint = f"{error.hint} Is het geen gemeente? Schrijf dan: {{kind: verband, name: …}}."
                    yield self._map.problem(error.message, hint.strip(), "organisations", name)


def _words_of(field: str) -> tuple[str, ...]:
    """The words that can stand in a field of a response."""
    return get_args(strip_annotation(Response.model_fields[field].annotation))
