"""What every claim in the menus carries: where it comes from and how long it holds."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from poolwijzer.rules.conditions import Truth, When, walk
from poolwijzer.rules.facts import Facts
from poolwijzer.validation import Bool, Date, Fault, Model, PlainText, Slug, Text

Basis = Literal["deck", "bron", "afgeleid"]
Effect = Literal["sterk", "past", "tegen", "sluit-uit"]


class Sourced(Model):
    """A claim with its origin: from the deck, from a source, or our own inference (`afgeleid`)."""

    basis: Basis = Field(
        default="afgeleid", description="De herkomst: deck (de workshop), bron, of afgeleid (eigen advies)."
    )
    sources: tuple[Slug, ...] = Field(default=(), description="De ids van de bronnen, uit bronnen.yaml.")
    valid_until: Date | None = Field(default=None, description="De laatste dag waarop dit geldt, als 2026-12-31.")
    check_by: Date | None = Field(default=None, description="De dag waarop dit weer nagekeken moet zijn.")
    checked_on: Date | None = Field(default=None, description="De dag waarop dit is nagekeken, als 2026-01-31.")

    @model_validator(mode="after")
    def _origin(self) -> Self:
        if self.basis != "afgeleid" and not self.sources:
            raise Fault(
                f"Hier staat 'basis: {self.basis}', maar er is geen bron genoemd.",
                "Zet er sources: [...] bij.",
            )
        return self

    def expired(self, on: date) -> bool:
        """Whether this no longer holds on a date."""
        return self.valid_until is not None and on > self.valid_until

    def last_day(self, on: date) -> date | None:
        """The last day this held, once that is past."""
        return self.valid_until if self.expired(on) else None


class Beginning(Sourced):
    """Something that may begin on a day. Before that day it is not there at all (see `menus_on`)."""

    valid_from: Date | None = Field(
        default=None, alias="from", description="De eerste dag waarop dit geldt, als 2027-01-01."
    )

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.valid_from and self.valid_until and self.valid_from > self.valid_until:
            raise Fault("'from' ligt na 'valid_until'. Zo geldt dit nooit.", "Zet de vroegste dag bij 'from'.")
        return self


class Claim(PlainText, Beginning, description="Een uitspraak met haar herkomst."):
    """One sentence. In YAML a plain text will do; it is then our own inference.

    In place of a text it may refer to a fact of `feiten.yaml`, which has the text of the day.
    """

    one_needed: ClassVar[tuple[tuple[str, ...], ...]] = (("text", "fact"),)
    text: Text = Field(default="", description="De tekst.")
    note: str = Field(default="", description="De tekst zonder u of wij, voor een stuk aan een bestuur.")
    fact: Slug | None = Field(default=None, description="Het id van een feit, in plaats van een eigen tekst.")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text and not self.fact:
            raise Fault("Hier staat geen tekst.", "Schrijf text: …, of fact: met het id van een feit.")
        return self


def _always_there(claim: Claim) -> Claim:
    if claim.fact or claim.valid_from:
        raise Fault("Hier hoort een tekst die altijd geldt.", "Schrijf text: …, zonder 'fact' en zonder 'from'.")
    return claim


Lasting = Annotated[Claim, AfterValidator(_always_there)]
"""A claim that stands alone, where nothing would be left if it were silent."""


class Dated(Beginning):
    """Something with a condition that may run out: after `valid_until` its truth is unknown.

    A rule that refers to a fact may leave its reason to it, and with that when it holds.
    """

    one_needed: ClassVar[tuple[tuple[str, ...], ...]] = (("because", "fact"),)
    when: When = Field(description="De voorwaarde.")
    because: Text = Field(default="", description="De reden, als zin voor de lezer.")
    note: str = Field(default="", description="De reden zonder u of wij, voor een stuk aan een bestuur.")
    fact: Slug | None = Field(default=None, description="Het id van een feit dat bij deze regel hoort.")
    rare: str = Field(default="", description="Waarom deze regel blijft, al geldt hij bijna nooit.")
    """Said of a rule that speaks in no plausible initiative, for `menu check --reach`."""

    @model_validator(mode="after")
    def _reason(self) -> Self:
        if not self.because and not self.fact:
            raise Fault("Bij een regel hoort because.", "Zeg in een zin waarom, of noem een feit met fact: …")
        return self

    def truth(self, facts: Facts, on: date) -> Truth:
        """Whether the condition holds on a date."""
        return None if self.expired(on) else self.when.truth(facts)


class Rule(Dated, description="Een regel: wat voor of tegen een optie pleit."):
    """A reason for or against an option. `because` is a sentence an alderman can read."""

    one_needed: ClassVar[tuple[tuple[str, ...], ...]] = (("because", "fact"), ("effect", "fact"))
    effect: Effect = Field(
        default="past",
        description="sterk (pleit ervoor), past (reden zonder gewicht), tegen (pleit ertegen) of sluit-uit (kan niet).",
    )
    better_when: str | None = Field(default=None, description="Maakt de zin af: Wordt passender als … Nodig bij tegen.")
    coded: Bool = Field(default=False, description="true als het antwoord de keuze zelf bijna noemt.")
    """Set where the answer nearly is the choice, so that a measurement of validity can leave the rule out."""

    @model_validator(mode="after")
    def _does_something(self) -> Self:
        if "effect" not in self.model_fields_set and not self.fact:
            raise Fault("Bij een regel hoort effect.", "Schrijf sterk, past, tegen of sluit-uit.")
        return self

    @model_validator(mode="after")
    def _way_out(self) -> Self:
        if self.effect == "tegen" and not self.better_when:
            raise Fault("Bij een regel met 'tegen' hoort better_when.", "Maak de zin af: Wordt passender als …")
        return self

    @model_validator(mode="after")
    def _blind_to_choices(self) -> Self:
        # Else a verdict would depend on what was chosen before.
        if any(condition.key == "chosen" for condition in walk(self.when)):
            raise Fault("Een regel van een optie mag niet naar keuzes kijken.", "Zet dit bij coherence.")
        return self
