"""What stands above the columns of a table with requests and offers: words in Dutch and in English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from poolwijzer.dutch import join_some
from poolwijzer.problems import Problem, did_you_mean, quote
from poolwijzer.tables.columns import clean_cell, column_letters, name_column
from poolwijzer.tables.words import fold_words

Field = Literal[
    "municipality", "expertise", "hours", "asked", "offered", "from", "until", "period", "kind", "note", "nothing"
]
_WORDS: dict[Field, str] = {
    "municipality": "gemeente|gemeenten|gemeentenaam|naam gemeente|organisatie|municipality|organisation|organization"
    "|gemeente of organisatie|wie",
    "expertise": "expertise|deskundigheid|functie|profiel|specialisme|kennis|rol|vakgebied|discipline|soort werk"
    "|gevraagde expertise|aangeboden expertise|skill|role|wat",
    "hours": "uren|uur|aantal uren|aantal uur|uren totaal|totaal uren|totaal aantal uren|hours|uren in periode",
    "asked": "gevraagd|uren gevraagd|gevraagde uren|vraag uren|uren vraag|nodig|uren nodig|hours requested"
    "|hours needed|requested|requested hours",
    "offered": "aangeboden|uren aangeboden|aangeboden uren|aanbod uren|uren aanbod|beschikbaar|uren beschikbaar"
    "|beschikbare uren|hours offered|offered|available|hours available|offered hours",
    "from": "van|vanaf|van datum|vanaf datum|start|startdatum|begin|begindatum|eerste dag|ingangsdatum|from|start date"
    "|first day",
    "until": "tot|tot en met|t m|tm|t m datum|tot datum|einde|eind|einddatum|laatste dag|until|to|end|end date"
    "|last day",
    "period": "periode|period|wanneer|looptijd",
    "kind": "soort|type|kind|vraag of aanbod|aanbod of vraag|vraag aanbod|soort regel|request or offer",
    "note": "toelichting|opmerking|opmerkingen|omschrijving|note|notes|remark|remarks|bijzonderheden",
    "nothing": "nr|nummer|volgnummer|id|regel",
}
_FIELDS: dict[str, Field] = {word: field for field, words in _WORDS.items() for word in words.split("|")}
DAYS: tuple[Field, ...] = ("from", "until", "period")
"""Those in which days stand."""
SHOWN: dict[Field, str] = {
    "municipality": "gemeente",
    "expertise": "expertise",
    "hours": "uren",
    "from": "van",
    "until": "tot en met",
    "kind": "soort",
}
"""The word that messages ask for."""
_ASKED = frozenset(
    ("vraag", "vragen", "gevraagd", "aanvraag", "aanvragen", "request", "requests", "requested", "zoekt", "gezocht")
)
_OFFERED = frozenset(("aanbod", "aangeboden", "aanbieding", "offer", "offers", "offered", "biedt", "beschikbaar"))
_PER = frozenset(("per", "week", "maand", "dag"))
_UNTIL_ALONE = frozenset(("tot", "tot datum", "until", "to"))
_MOST_NAMED = 12


def field_of(header: str) -> Field | None:
    """What a header stands for; None if it is not known."""
    return _FIELDS.get(fold_words(header))


def kind_of(words: str) -> bool | None:
    """Whether words say that something is a request; None where they say nothing of it."""
    folded = fold_words(words)
    return True if folded in _ASKED else False if folded in _OFFERED else None


def words_of_kind(*, asked: bool) -> frozenset[str]:
    """The words that say that something is a request, or that it is an offer."""
    return _ASKED if asked else _OFFERED


def kind_in_name(name: str) -> bool | None:
    """The same of the name of a file or a sheet, in which it is one of the words."""
    found = {kind for word in fold_words(name).split() if len(word) > 1 and (kind := kind_of(word)) is not None}
    return found.pop() if len(found) == 1 else None


class Columns:
    """Where what stands in a table."""

    def __init__(self, path: str, row: int, cells: Sequence[str]) -> None:
        """Read the headers in a row of a table."""
        self._path = path
        self._row = row
        self.headers = [clean_cell(cell) for cell in cells]
        self.places: dict[Field, int] = {}
        self._doubles: list[tuple[int, int]] = []
        self._unknown: list[int] = []
        for place, header in enumerate(self.headers):
            field = field_of(header)
            if field is None:
                if header:
                    self._unknown.append(place)
            elif field in self.places:
                self._doubles.append((self.places[field], place))
            else:
                self.places[field] = place

    def cell(self, field: Field, cells: Sequence[str]) -> str:
        """What stands in a row for a field; empty where the table has no such column."""
        place = self.places.get(field)
        return clean_cell(cells[place]) if place is not None and place < len(cells) else ""

    def number(self, field: Field) -> int | None:
        """The number of its column, from 1; None where the table has none."""
        place = self.places.get(field)
        return None if place is None else place + 1

    def problems(self, *, with_period: bool, kind_known: bool) -> Iterator[Problem]:
        """What the table cannot be read without.

        Args:
            with_period: Whether a period is known for rows that have none.
            kind_known: Whether it is known if rows are requests or offers.
        """
        for first, second in self._doubles:
            named = f"{name_column(first + 1, self.headers[first])} en {name_column(second + 1, self.headers[second])}"
            message = f"Deze kolommen zeggen hetzelfde: {named}."
            yield Problem(self._path, message, "Geef een van de twee een andere kop.", self._row, second + 1)
        if "hours" not in self.places and not {"asked", "offered"} & self.places.keys():
            yield self._missing("hours", "met de uren")
        elif "hours" in self.places and {"asked", "offered"} & self.places.keys():
            message = "Deze tabel heeft een kolom met uren, en ook kolommen met gevraagde of aangeboden uren."
            yield Problem(self._path, message, "Laat een van de twee weg.", self._row, self.number("hours"))
        if "municipality" not in self.places:
            yield self._missing("municipality", "met de gemeente")
        if "expertise" not in self.places:
            yield self._missing("expertise", "met de deskundigheid")
        if not with_period and "period" not in self.places:
            ends: tuple[tuple[Field, str], ...] = (("from", "met de eerste dag"), ("until", "met de laatste dag"))
            for end, what in ends:
                if end not in self.places:
                    yield self._missing(end, what, "Of geef er een bestand bij met period.")
        if "hours" in self.places and not kind_known and "kind" not in self.places:
            message = "In deze tabel is niet te zien wat vraag is, en wat aanbod."
            hint = "Voeg een kolom 'soort' toe met vraag of aanbod. Of gebruik --requests en --offers."
            yield Problem(self._path, message, hint, self._row)

    def _missing(self, field: Field, what: str, more: str = "") -> Problem:
        hint = f"Zet boven die kolom: {SHOWN[field]}."
        named = [self.headers[place] for place in self._unknown]
        if field == "hours" and any(_PER & set(fold_words(header).split()) for header in named):
            hint = "Reken de uren eerst om: Poolwijzer telt uren over de hele periode. Noem die kolom: uren."
        return Problem(self._path, f"Er is geen kolom {what}.", f"{hint} {more}".strip(), self._row)

    def remarks(self) -> Iterator[Problem]:
        """What of the headers does not count, or counts in a way that needs saying."""
        if self._unknown:
            named = join_some([quote(self.headers[place]) for place in self._unknown], _MOST_NAMED)
            message = f"Deze kolommen kent Poolwijzer niet. Zij tellen niet mee: {named}."
            hint = did_you_mean(fold_words(self.headers[self._unknown[0]]), _FIELDS)
            yield Problem(self._path, message, hint, self._row, self._unknown[0] + 1)
        until = self.places.get("until")
        if until is not None and fold_words(self.headers[until]) in _UNTIL_ALONE:
            message = f"De dag in kolom {column_letters(until + 1)} ({quote(self.headers[until])}) telt zelf ook mee."
            yield Problem(self._path, message, "Schrijf als kop 'tot en met'.", self._row, until + 1)
        if "period" in self.places and {"from", "until"} & self.places.keys():
            column = name_column(self.places["period"] + 1, self.headers[self.places["period"]])
            message = f"{column[:1].upper()}{column[1:]} telt alleen waar geen eerste en laatste dag staat."
            yield Problem(self._path, message, "", self._row, self.number("period"))
