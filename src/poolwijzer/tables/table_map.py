"""What the own words of a table mean, as somebody wrote it down once: the file that `tables map` begins.

With it next month's export needs no work. What it does not name is understood as without it.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, PrivateAttr, model_validator

from poolwijzer.assessment.model import FORMAT
from poolwijzer.problems import Problem
from poolwijzer.tables.document import Rows
from poolwijzer.tables.words import LEAVE_OUT as LEAVE_OUT
from poolwijzer.validation import Bool, Model, Text, Whole
from poolwijzer.yamlfile import LocatedDocument

Shape = Literal["wide", "long", "transposed"]
"""Where the answers of a respondent stand: in a row of their own, one under another, or in a column."""
_UNNAMED = "koppeling"


class ColumnMap(Model, description="Wat een kolom betekent."):
    """What a column stands for, with words of its own."""

    to: Text = Field(description="Waar de kolom voor staat: een stelling, gemeente, role, date, of leave-out.")
    answers: dict[Text, Text] = Field(default={}, description="Per tekst in deze kolom wat zij betekent.")
    reversed: Bool = Field(
        default=False, description="true als een hoog antwoord in deze kolom een laag antwoord op de stelling is."
    )
    """Only where the survey asked the opposite of our statement, whatever way that counts."""


class Organisation(Model, description="Een organisatie zoals Poolwijzer haar kent."):
    """Who a name in the table stands for, where it is no municipality."""

    kind: Literal["gemeente", "verband"] = Field(description="gemeente of verband.")
    name: Text = Field(description="De naam.")


class TableMap(Model, description="Wat de eigen woorden van een tabel betekenen."):
    """A table's own words, and what of it does not count."""

    poolwijzer: Annotated[Whole, Field(ge=1, le=FORMAT)] = Field(description="Het formatnummer.")
    kind: Literal["table-map"] = Field(description="Altijd table-map.")
    rows: Rows | None = Field(default=None, description="Wat een rij is: initiatives, respondents of counts.")
    shape: Shape | None = Field(default=None, description="Hoe de antwoorden staan: wide, long of transposed.")
    sheet: str = Field(default="", description="Het werkblad.")
    headers: tuple[Annotated[Whole, Field(ge=1)], ...] = Field(
        default=(), description="De rijen waarin de koppen staan. Zonder zoekt Poolwijzer ze."
    )
    columns: dict[Text, ColumnMap | Text] = Field(
        default={}, description="Per kop waar de kolom voor staat. Een letter tussen haken, zoals [C], mag ook."
    )
    answers: dict[Text, Text] = Field(
        default={}, description="Per tekst welk antwoord dat is: een punt, weet-niet of leave-out."
    )
    roles: dict[Text, Text] = Field(
        default={}, description="Per functie: ambtelijk, secretaris of bestuurlijk. Leeg mag niet; zet leave-out."
    )
    bases: dict[Text, Text] = Field(default={}, description="Per tekst: namens-organisatie of eigen-beeld.")
    organisations: dict[Text, Organisation | Text] = Field(
        default={}, description="Per naam in de tabel de gemeente, of de bestaande samenwerking."
    )
    nothing: tuple[Text, ...] = Field(default=(), description="Wat in een cel niets betekent, zoals - of 999.")
    skip: dict[Text, tuple[str, ...]] | None = Field(
        default=None,
        description="Per kop bij welke waarden een rij niet meetelt: proefrijen, voorbeelden, niet af. '' is leeg.",
    )
    """Instead of what is skipped without a map; an empty one skips nothing."""
    skip_rows: tuple[Annotated[Whole, Field(ge=1)], ...] = Field(
        default=(), description="De nummers van rijen die niet meetellen."
    )

    @model_validator(mode="before")
    @classmethod
    def _without_empty_groups(cls, value: Any) -> Any:
        """A key with nothing below it says nothing, as where all that stands there is behind a sign."""
        return {key: said for key, said in value.items() if said is not None} if isinstance(value, dict) else value

    _source: LocatedDocument | None = PrivateAttr(default=None)

    def read_from(self, source: LocatedDocument) -> Self:
        """The same map, that knows where in a file each part of it stands."""
        self._source = source
        return self

    @property
    def path(self) -> str:
        """The file it was read from, as the user knows it."""
        return self._source.path if self._source else _UNNAMED

    def problem(self, message: str, hint: str, *loc: str | int) -> Problem:
        """Something about a part of it, at its place in the file."""
        if self._source is None:
            return Problem(_UNNAMED, message, hint)
        return self._source.locate(loc, key=True).problem(message, hint)

    def column(self, header: str) -> ColumnMap:
        """What it says of a column, by the header as it stands in the map."""
        said = self.columns[header]
        return said if isinstance(said, ColumnMap) else ColumnMap(to=said)
