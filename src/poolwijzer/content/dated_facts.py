"""Facts of law, tax, money and dates, as `feiten.yaml` gives them: each once, with the text that holds on a day."""

from datetime import date
from itertools import pairwise
from typing import Self

from pydantic import Field, model_validator

from poolwijzer.content.claims import Effect, Sourced
from poolwijzer.rules.conditions import When
from poolwijzer.validation import Bool, Date, Fault, Model, Slug, Text

LONG_AGO = 6
"""In months: what was looked at longer ago may have changed."""


def looked_at_long_ago(checked_on: date, on: date) -> bool:
    """Whether more than `LONG_AGO` months lie between two days."""
    months = (on.year - checked_on.year) * 12 + on.month - checked_on.month
    return (months, on.day) > (LONG_AGO, checked_on.day)


class FactStage(Model, description="Wat een feit in een bepaalde tijd zegt."):
    """The text of a fact from one day until another, both included. Without days it holds always."""

    text: Text = Field(description="De tekst.")
    note: str = Field(default="", description="De tekst zonder u of wij, voor een stuk aan een bestuur.")
    valid_from: Date | None = Field(default=None, alias="from", description="De eerste dag, als 2027-01-01.")
    valid_until: Date | None = Field(default=None, alias="until", description="De laatste dag, als 2026-12-31.")
    effect: Effect | None = Field(default=None, description="Wat het dan doet in een regel die het feit noemt.")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.valid_from and self.valid_until and self.valid_from > self.valid_until:
            raise Fault("'from' ligt na 'until'. Zo geldt deze tekst nooit.", "Zet de vroegste dag bij 'from'.")
        return self

    def holds(self, on: date) -> bool:
        """Whether this is the text on a day."""
        return not ((self.valid_from and on < self.valid_from) or (self.valid_until and on > self.valid_until))


class DatedFact(Sourced, description="Een feit, met de tekst per periode."):
    """A fact that options, signals and the road map refer to. On a day on which no stage holds it is silent."""

    title: str = Field(default="", description="Waar het over gaat, in enkele woorden. Zo verwijst een verslag ernaar.")
    stages: tuple[FactStage, ...] = Field(min_length=1, description="De teksten, elk met haar tijd.")
    legal: Bool = Field(default=False, description="true als een jurist of fiscalist dit moet toetsen.")
    notice: Bool = Field(default=False, description="true als het bovenaan een verslag staat dat het raakt.")
    detail: Bool = Field(default=False, description="true als het alleen in een volledig verslag staat.")
    unknown: Bool = Field(default=False, description="true als een deel niet is vast te stellen.")
    when: When | None = Field(default=None, description="Wanneer het feit een verslag raakt zonder dat iets het noemt.")
    remark: str = Field(default="", description="Een opmerking voor wie de menu's onderhoudt.")

    @model_validator(mode="after")
    def _no_overlap(self) -> Self:
        ordered = sorted(self.stages, key=lambda stage: stage.valid_from or date.min)
        for before, after in pairwise(ordered):
            if before.valid_until is None or after.valid_from is None or after.valid_from <= before.valid_until:
                raise Fault("Op een dag gelden twee teksten van dit feit.", "Zet 'from' na 'until' van de vorige.")
        return self

    def stage(self, on: date) -> FactStage | None:
        """What it says on a day; None where it is silent."""
        return None if self.expired(on) else next((stage for stage in self.stages if stage.holds(on)), None)

    def is_old(self, on: date) -> bool:
        """Whether somebody should look at it again: that is planned before a day, or the last time is long ago."""
        return bool(
            (self.check_by and self.check_by < on) or (self.checked_on and looked_at_long_ago(self.checked_on, on))
        )


class DatedFacts(Model, description="De feiten: recht, belasting, geld en datums."):
    """All facts, by id."""

    facts: dict[Slug, DatedFact] = Field(alias="feiten", description="De feiten, elk met een eigen id.")
