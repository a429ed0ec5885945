"""The step plan, as `stappenplan.yaml` gives it: phases, who is involved, decisions in order, and how long it took."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from poolwijzer.content.claims import Beginning, Claim, Lasting, Sourced
from poolwijzer.rules.conditions import When
from poolwijzer.validation import Bool, Date, Fault, Model, Slug, Text, Whole


class PlannedStep(Beginning, description="Een stap of een besluit: wat, wie en wanneer."):
    """A step or a decision: what, who, when in time, and in which situation it belongs to the plan."""

    what: Text = Field(description="Wat er moet gebeuren.")
    without_body: str = Field(
        default="", description="Wat er moet gebeuren als er geen samenwerking boven de gemeenten is."
    )
    who: tuple[Slug, ...] = Field(min_length=1, description="De ids van de partijen die het doen.")
    time: str = Field(default="", description="Wanneer, in woorden.")
    when: When | None = Field(default=None, description="De voorwaarde.")
    because: str = Field(default="", description="De reden, als zin voor de lezer.")
    only_if_sure: Bool = Field(
        default=False, description="true als deze stap er alleen staat als de voorwaarde zeker klopt."
    )
    fact: Slug | None = Field(default=None, description="Het id van een feit dat bij deze stap hoort.")

    @model_validator(mode="after")
    def _reason(self) -> Self:
        if self.when is not None and not self.because:
            raise Fault("Bij een stap met 'when' hoort because.", "Zeg waarom deze stap dan in het plan staat.")
        return self


class Caution(Claim, description="Iets om op te letten."):
    """Something to watch. In YAML a plain text will do."""

    when: When | None = Field(default=None, description="De voorwaarde.")


MonthCount = Annotated[Whole, Field(ge=0, le=1200)]


class Months(Model, description="Een aantal maanden, van minst tot meest."):
    """A span of months. Where only the months of a case are known and not the days, least and most differ."""

    least: MonthCount = Field(description="Het minste aantal maanden.")
    most: MonthCount = Field(description="Het hoogste aantal maanden.")

    @model_validator(mode="after")
    def _right_order(self) -> Self:
        if self.least > self.most:
            raise Fault("'least' mag niet hoger zijn dan 'most'.")
        return self


class Took(Claim, description="Hoelang het in de praktijk duurde."):
    """How long it took in a real case; with `months` it counts for the calendar. In YAML a plain text will do."""

    months: Months | None = Field(default=None, description="Het aantal maanden, voor de kalender.")
    case: Slug | None = Field(default=None, description="Het id van de praktijkcase.")
    when: When | None = Field(default=None, description="De voorwaarde.")


class AfterStart(Beginning, description="Iets dat een aantal maanden na de start komt."):
    """Something that comes so many months after the work has begun."""

    text: Text = Field(description="De tekst.")
    months: Months = Field(description="Hoeveel maanden na de start.")
    when: When | None = Field(default=None, description="De voorwaarde.")


class Phase(Sourced, description="Een fase van het stappenplan."):
    """A part of the plan."""

    title: Text = Field(description="De titel.")
    order: Whole = Field(description="De plaats in de rij.")
    what: Text = Field(description="Wat er in deze fase gebeurt.")
    now_when: When | None = Field(default=None, description="Wanneer een initiatief in deze fase zit.")
    shown_when: When | None = Field(
        default=None, description="Wanneer deze fase in het plan staat. Onbekend is niet. Zonder voorwaarde altijd."
    )
    alone: Bool = Field(
        default=False, description="true als van het plan alleen deze fase telt zolang het initiatief erin zit."
    )
    involved: tuple[Slug, ...] = Field(default=(), description="De ids van de partijen die meedoen.")
    steps: dict[Slug, PlannedStep] = Field(default={}, description="De stappen, elk onder een eigen id.")
    decisions: dict[Slug, PlannedStep] = Field(
        default={}, description="De besluiten, in de volgorde waarin zij worden genomen."
    )
    watch: tuple[Caution, ...] = Field(default=(), description="Waar u op let.")
    took: tuple[Took, ...] = Field(default=(), description="Hoelang het in de praktijk duurde.")
    after_start: tuple[AfterStart, ...] = Field(default=(), description="Wat na de start komt.")


class Deadline(Beginning, description="Een dag die vastligt."):
    """A day that lies fixed; told as long as it is ahead, and after that as long as its fact says what holds now."""

    one_needed: ClassVar[tuple[tuple[str, ...], ...]] = (("text", "fact"),)
    date: Date = Field(description="De dag, als 2026-12-31.")
    text: Text = Field(default="", description="De tekst.")
    fact: Slug | None = Field(default=None, description="Het id van een feit: zijn tekst van de dag staat er dan.")
    when: When | None = Field(default=None, description="De voorwaarde.")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text and not self.fact:
            raise Fault("Hier staat geen tekst.", "Schrijf text: …, of fact: met het id van een feit.")
        return self


class Sentences(Model, description="De zinnen rond het stappenplan."):
    """What is said around the plan."""

    indication: Text = Field(description="Staat bij elke datum die is geteld.")
    late: Text = Field(description="Staat er als een fase al begonnen had moeten zijn.")
    started: Text = Field(description="Staat er als de startdatum voorbij is.")
    """Said where the start date has passed and the work has not begun, as far as is known."""
    phase_unknown: Text = Field(description="Staat er als de fase niet bekend is.")
    money_until: Text = Field(description="Staat er bij geld met een laatste jaar; {bron} en {jaar} worden ingevuld.")


class Plan(Model, description="Het stappenplan."):
    """The whole plan."""

    start: Slug = Field(description="De fase waarin het werk begint.")
    """The phase in which the work begins: dates are counted back from it, and onward."""
    sentences: Sentences = Field(description="De zinnen rond het plan.")
    parties: dict[Slug, Lasting] = Field(description="De partijen, elk onder een eigen id.")
    phases: dict[Slug, Phase] = Field(description="De fasen, elk onder een eigen id.")
    took: tuple[Took, ...] = Field(default=(), description="Hoelang de hele weg duurde.")
    deadlines: dict[Slug, Deadline] = Field(default={}, description="De dagen die vastliggen, elk onder een eigen id.")
