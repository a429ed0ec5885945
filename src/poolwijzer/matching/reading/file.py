"""The file with requests and offers of hours, and the rules by which they are matched."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)

from poolwijzer.assessment.model import FORMAT
from poolwijzer.assessment.payers import by_official_name
from poolwijzer.municipalities import find_municipality, official_name
from poolwijzer.problems import quote
from poolwijzer.validation import Bool, Date, Fault, Model, Text, Whole
from poolwijzer.validation.amounts import read_quantity

KIND = "matching"
MOST_HOURS = 1_000_000
"""Of one request or offer: more is surely a slip."""
_UNIT = r"\s*\b(?:uur|uren|u|hours?|h)\.?\s*$"
_HOW = "Schrijf hele uren over de hele periode, zoals 120."
_SCHEMA = {
    "anyOf": [
        {"type": "integer", "minimum": 1, "maximum": MOST_HOURS},
        {"type": "string", "pattern": r"^\s*[0-9]{1,3}(?:\.?[0-9]{3})*(?:\s*(?:uur|uren|u))?\s*$"},
    ]
}
SpreadWord = Literal["gelijk", "vrij"]


def read_hours(value: Any) -> int:
    """Hours, which are matched as whole ones: `120`, `1.200`, `120 uur`.

    Raises:
        Fault: it is a part of an hour, none, more than there can be, or no number.
    """
    text = re.sub(_UNIT, "", value) if isinstance(value, str) else value
    if isinstance(text, str) and re.search("[€a-z]", text, re.IGNORECASE):
        raise Fault(f"Hier horen uren, niet {quote(value)}.", _HOW)
    try:
        exact = read_quantity(text)
    except Fault as fault:
        # How any number is written shows decimals too, and hours have none.
        raise type(fault)(fault.message, _HOW if fault.hint.startswith("Schrijf een getal") else fault.hint) from None
    if exact.denominator != 1:
        raise Fault("Poolwijzer koppelt hele uren.", "Rond dit af op een heel uur.")
    if exact < 1:
        raise Fault("Hier hoort ten minste één uur.", "Vul de uren in, of haal deze regel weg.")
    if exact > MOST_HOURS:
        raise Fault(f"{quote(value)} uur is te veel voor één regel.", "Kijk de punten en de komma na.")
    return int(exact)


def participant_name(text: str, organisations: tuple[str, ...] = ()) -> str:
    """A municipality as the table has it, or an organisation that was named as one that takes part.

    Raises:
        Fault: it is neither.
    """
    wanted = " ".join(text.split()).casefold()
    for one in organisations:
        if " ".join(one.split()).casefold() == wanted:
            return one
    return find_municipality(text).name


Hours = Annotated[int, PlainValidator(read_hours), WithJsonSchema(_SCHEMA)]
"""A whole number of hours, over the whole period."""


class Period(Model, description="Een periode: van de eerste tot en met de laatste dag."):
    """From the first day up to the last one, both included."""

    start: Date = Field(alias="from", description="De eerste dag, als 2027-01-01.")
    until: Date = Field(description="De laatste dag, als 2027-06-30.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        check_order(self.start, self.until)
        return self


def check_order(start: datetime.date, until: datetime.date) -> None:
    """Refuse a period that ends before it begins.

    Raises:
        Fault: it does.
    """
    if start > until:
        raise Fault("Deze periode eindigt voor zij begint.", "Kijk de eerste en de laatste dag na.")


class HoursEntry(Model, description="Uren van een gemeente, in een periode."):
    """Hours of somebody in a period: what a request and an offer share."""

    municipality: Text = Field(description="De gemeente, of een naam uit organisations.")
    expertise: Text = Field(description="Welke deskundigheid, zoals jurist of projectleider.")
    hours: Hours = Field(description="Hoeveel uren, over de hele periode.")
    start: Date | None = Field(
        default=None, alias="from", description="De eerste dag. Zonder: die van period in dit bestand."
    )
    until: Date | None = Field(default=None, description="De laatste dag. Zonder: die van period in dit bestand.")
    note: str = Field(default="", description="Een toelichting. Zet hier geen namen van mensen.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.until:
            check_order(self.start, self.until)
        return self


class AskedHours(HoursEntry, description="Een vraag: een gemeente zoekt iemand."):
    """Somebody is looked for."""


class OfferedHours(HoursEntry, description="Een aanbod: een gemeente heeft iemand beschikbaar."):
    """Somebody is free."""


class PriorityGroup(Model, description="Gemeenten die voorgaan als er te weinig uren zijn."):
    """Who goes first where hours are short, by one or more measures: who fits one of these belongs to the group."""

    one_needed = (("up_to", "joined_since", "municipalities"),)

    up_to: Annotated[Whole, Field(ge=1)] | None = Field(
        default=None, description="Gemeenten tot en met zoveel inwoners."
    )
    joined_since: Date | None = Field(
        default=None, description="Gemeenten die sinds deze dag meedoen. De dagen staan bij joined."
    )
    municipalities: tuple[Annotated[Text, AfterValidator(official_name)], ...] = Field(
        default=(), description="Deze gemeenten, zoals wie nog niets kreeg."
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.up_to is None and self.joined_since is None and not self.municipalities:
            raise Fault("Hier staat niet wie voorgaat.", "Schrijf up_to, joined_since of municipalities.")
        return self


class MatchingRules(Model, description="De regels waarmee uren worden gekoppeld."):
    """What was agreed on how hours are matched."""

    priority: tuple[PriorityGroup, ...] = Field(
        default=(), description="Wie voorgaat als er te weinig uren zijn: eerst de eerste groep, dan de volgende."
    )
    joined: Annotated[dict[Text, Date], BeforeValidator(by_official_name)] = Field(
        default={}, description="Vanaf welke dag een gemeente meedoet: {Westerveld: 2026-07-01}."
    )
    offered: SpreadWord = Field(
        default="gelijk",
        description="Hoe aangeboden uren in hun periode liggen: gelijk (elke dag evenveel) of vrij (op elke dag).",
    )
    asked: SpreadWord = Field(
        default="vrij",
        description="Hoe gevraagde uren in hun periode liggen: gelijk (elke dag evenveel) of vrij (op elke dag).",
    )
    own: Bool = Field(
        default=False,
        description="true als een gemeente ook haar eigen aanbod mag krijgen. Zonder: alleen van een ander.",
    )

    @model_validator(mode="after")
    def _together(self) -> Self:
        late = any(group.joined_since for group in self.priority)
        if self.joined and not late:
            raise Fault(
                "Bij joined hoort joined_since onder priority.", "Zet daar vanaf welke dag een gemeente laat is."
            )
        if late and not self.joined:
            raise Fault(
                "Bij joined_since hoort joined: wie wanneer instapte.", "Schrijf joined: {Westerveld: 2026-07-01}."
            )
        return self


class Organisation(Model, description="Wie meedoet en geen gemeente van nu is, zoals een omgevingsdienst."):
    """Somebody who takes part and is in no table of municipalities."""

    name: Text = Field(description="De naam.")
    population: Annotated[Whole, Field(ge=1)] | None = Field(
        default=None, description="Het aantal inwoners, als een regel daarnaar vraagt."
    )

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler, /) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "minLength": 1}, super().__get_pydantic_json_schema__(core, handler)]}


class MatchingFile(Model, description="Vraag en aanbod van uren, om te koppelen."):
    """A file of kind `matching`. It may hold only rules, with the hours in tables beside it."""

    poolwijzer: Annotated[Whole, Field(ge=1, le=FORMAT)] = Field(description="Het formatnummer.")
    kind: Literal["matching"] = Field(description="Altijd matching.")
    title: str = Field(default="", description="De titel van het verslag.")
    period: Period | None = Field(
        default=None, description="De periode van elke regel die er zelf geen heeft: {from: …, until: …}."
    )
    organisations: tuple[Organisation, ...] = Field(
        default=(), description="Wie meedoet en geen gemeente van nu is, zoals een omgevingsdienst."
    )
    requests: tuple[AskedHours, ...] = Field(default=(), description="De vragen.")
    offers: tuple[OfferedHours, ...] = Field(default=(), description="Het aanbod.")
    rules: MatchingRules = Field(default_factory=MatchingRules, description="De regels.")

    @property
    def others(self) -> tuple[str, ...]:
        """The names of who takes part and is in no table of municipalities."""
        return tuple(one.name for one in self.organisations)
