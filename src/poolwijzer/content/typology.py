"""The typology: scale, axes, bands and quadrants, as `typologie.yaml` gives them."""

from fractions import Fraction
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from poolwijzer.content.changes import MenuChange
from poolwijzer.content.claims import Claim, Lasting, Sourced
from poolwijzer.content.renames import Renamed
from poolwijzer.content.scale import FARTHEST_POINT, MOST_POINTS, Scale, Share
from poolwijzer.rules.conditions import When
from poolwijzer.validation import Bool, Exact, Fault, Model, Slug, Text, Whole

Side = Literal["laag", "hoog"]
Level = Literal["laag", "midden", "hoog"]
Clarity = Literal["duidelijk", "waarschijnlijk", "op-de-grens"]
MOST_RUNS = 10_000
LEAST_PRIVACY: dict[str, Fraction | int] = {
    "spread_from": 5,
    "role_from": 3,
    "anonymous_from": 5,
    "own_mark_coverage": Fraction(2, 3),
    "agreement_from": 8,
}
"""Under these bounds answers come out that were not meant to. They stand in code, so that no menus can loosen them;
the shipped menus say the same."""
_MOST_PEOPLE = 1000


class Bands(Model, description="De grenzen tussen laag, midden en hoog."):
    """Below `low_below` a score is low, above `high_above` high; between them it is in the middle."""

    low_below: Exact = Field(description="Onder dit getal is een score laag.")
    high_above: Exact = Field(description="Boven dit getal is een score hoog.")

    @model_validator(mode="after")
    def _right_order(self) -> Self:
        if self.low_below > self.high_above:
            raise Fault("'low_below' mag niet hoger zijn dan 'high_above'.")
        return self


class Coverage(Model, description="Het deel van de stellingen dat beantwoord moet zijn."):
    """The share of the asked statements that must be answered, from 0 to 1."""

    definitive: Share = Field(description="Het deel voor een uitkomst, van 0 tot 1.")
    provisional: Share = Field(description="Het deel voor een voorlopige uitkomst, van 0 tot 1.")


class DividedBounds(Model, description="Wanneer de gemeenten verdeeld heten."):
    """When municipalities are called divided: enough of them, with enough on both sides."""

    axis: Slug | None = Field(
        default=None, description="De as waarop verdeelde gemeenten het initiatief verdeeld maken. Zonder: elke as."
    )
    municipalities: Annotated[Whole, Field(ge=4, le=_MOST_PEOPLE)] = Field(description="Vanaf hoeveel gemeenten.")
    high_share: Share = Field(description="Het deel van de gemeenten dat hoog moet zijn.")
    low_share: Share = Field(description="Het deel van de gemeenten dat laag moet zijn.")
    first_action: "Action" = Field(description="De eerste stap.")
    other_actions: "tuple[Action, ...]" = Field(default=(), description="De eerste stap in andere groepen fasen.")
    sentence: str = Field(
        default="", description="De zin die zegt hoeveel gemeenten waar staan, met {hoog}, {midden} en {laag}."
    )
    sentence_elsewhere: str = Field(
        default="", description="De zin voor een andere as, met {as}, {hoog}, {midden} en {laag}."
    )


def _from(name: str) -> Any:
    return Field(ge=LEAST_PRIVACY[name], le=_MOST_PEOPLE)


def _enough_answered(share: Fraction) -> Fraction:
    """A bound that is no whole number, which not every pydantic takes for one."""
    least = LEAST_PRIVACY["own_mark_coverage"]
    if share < least:
        raise Fault(f"Dit deel is te laag: het moet minstens {least} zijn.", f"Schrijf een getal vanaf {least}.")
    return share


class HandsBounds(Model, description="Wanneer de handen van een groep uiteengaan."):
    """When the hands of a group are divided: no answer has enough of those that chose one, or both sides have."""

    majority_above: Share = Field(
        default=Fraction(1, 2), description="Boven welk deel van de handen een antwoord het heeft gewonnen."
    )
    side_share: Share = Field(
        default=Fraction(1, 4), description="Het deel dat aan elke kant van het midden genoeg is voor twee kampen."
    )


class Privacy(Model, description="Vanaf hoeveel antwoorden iets getoond mag worden. Strenger mag, soepeler niet."):
    """From how many on something may be shown. Menus can be stricter than `LEAST_PRIVACY`, never looser."""

    spread_from: Annotated[Whole, _from("spread_from")] = Field(
        description="Vanaf hoeveel gemeenten de spreiding getoond wordt."
    )
    """Municipalities, for counts, the lowest and the highest."""
    role_from: Annotated[Whole, _from("role_from")] = Field(
        description="Vanaf hoeveel personen een functie apart getoond wordt."
    )
    """Persons; also the smallest group that may be left over beside what is shown."""
    anonymous_from: Annotated[Whole, _from("anonymous_from")] = Field(
        description="Vanaf hoeveel respondenten een anoniem verslag kan."
    )
    """Respondents, for a report without roles and notes."""
    own_mark_coverage: Annotated[Share, AfterValidator(_enough_answered)] = Field(
        description="Welk deel een gemeente beantwoord moet hebben voor een eigen plek."
    )
    agreement_from: Annotated[Whole, _from("agreement_from")] = Field(
        default=8, description="Vanaf hoeveel respondenten de eensgezindheid wordt berekend."
    )
    """Respondents, for Van der Eijk's measure of agreement."""

    @property
    def is_stricter(self) -> bool:
        """Whether these menus show less than they might."""
        return any(getattr(self, name) > least for name, least in LEAST_PRIVACY.items())


class RespondentBounds(Model, description="Wat opvalt als velen antwoord gaven."):
    """What stands out where many answered, and the words for it."""

    gap_above: Annotated[Exact, Field(ge=0, le=FARTHEST_POINT)] = Field(
        default=Fraction(1), description="Vanaf welk verschil op de schaal dat gemeld wordt."
    )
    """On the answer scale, between the body and the municipalities."""
    gap: str = Field(
        default="", description="De zin bij een groot verschil tussen de bestaande samenwerking en gemeenten."
    )
    talking_point: str = Field(default="", description="De zin voor een stelling waarover men verschilt.")
    """Goes before the statement."""
    talking_point_hands: str = Field(
        default="", description="De zin na een stelling waarover de groep verschilt, voor de getelde handen."
    )
    """Goes between the statement and how often each answer was given; without it these read as forms do."""
    hands: HandsBounds = Field(default_factory=HandsBounds)


class StressBounds(Model, description="Hoe vast de plek staat: wat er per ronde schuift, en de woorden ervoor."):
    """How much the stress test disturbs in a run, and from which share of the runs on a place is clear."""

    runs: Annotated[Whole, Field(ge=1, le=MOST_RUNS)] = Field(default=1000, description="Het aantal rondes.")
    weight_change: Annotated[Exact, Field(ge=0, lt=1)] = Field(
        default=Fraction(1, 4), description="Hoeveel een gewicht hooguit verandert, als deel."
    )
    step_share: Share = Field(default=Fraction(1, 5), description="Het deel van de antwoorden dat een stap opschuift.")
    """The share of the answers that move by one point, half of them up and half down."""
    shift: Annotated[Exact, Field(ge=0, le=MOST_POINTS)] = Field(
        default=Fraction(1, 2),
        description="Hoe ver alle antwoorden op een as samen schuiven, als standaardafwijking.",
    )
    range_share: Share = Field(
        default=Fraction(9, 10), description="Het deel van de rondes dat het getoonde gebied omvat."
    )
    """The share of the runs that the shown range holds, as many left out below as above."""
    clear_from: Share = Field(
        default=Fraction(9, 10), description="Vanaf welk deel van de rondes de plek stevig staat."
    )
    likely_from: Share = Field(
        default=Fraction(2, 3), description="Vanaf welk deel van de rondes de plek redelijk stevig staat."
    )
    words: dict[Clarity, Text] = Field(
        default={
            "duidelijk": "staat stevig",
            "waarschijnlijk": "staat redelijk stevig",
            "op-de-grens": "kan nog verschuiven",
        },
        description="De woorden per punt of uitkomst.",
    )
    place_sentences: dict[Clarity, Text] = Field(
        default={}, description="De zin onder de tekening, per uitkomst. Zonder: het woord."
    )
    """Apart from the words, since own menus may have words that are no verb, such as *duidelijk*."""
    sentence: str = Field(
        default="", description="De zin met {x} van de 10 gevallen, of met {aantal} en {totaal} rondes."
    )
    """Says of how many cases in ten (`{x}`), or in how many runs (`{aantal}`) of all (`{totaal}`) the place changes."""
    sentence_never: str = Field(default="", description="De zin als {x} op 0 afrondt. Zonder: 'sentence'.")
    sentence_always: str = Field(default="", description="De zin als {x} op 10 afrondt. Zonder: 'sentence'.")
    """Only instead of a `sentence` with `{x}`: one with the runs themselves is right for every number."""

    @model_validator(mode="after")
    def _right_order(self) -> Self:
        if self.likely_from > self.clear_from:
            raise Fault("'likely_from' mag niet hoger zijn dan 'clear_from'.")
        return self


class Absent(Model, description="Wanneer er op deze as niets te vragen valt. De stellingen vallen dan weg."):
    """When an axis has nothing to ask about: its statements are skipped and it gets this score."""

    when: When = Field(description="De voorwaarde.")
    score: Exact = Field(description="De vaste score op de as.")
    because: Text = Field(description="De reden, als zin voor de lezer.")


class Axis(Model, description="Een as van de typologie."):
    """One axis of the typology."""

    title: Text = Field(description="De titel.")
    short: Text = Field(description="De korte naam.")
    question: Text = Field(description="De vraag aan de groep.")
    direction: Literal["horizontal", "vertical"] = Field(
        description="De richting in de tekening: horizontal of vertical."
    )
    high_side: Literal["right", "left", "top", "bottom"] = Field(
        description="De kant waar hoog staat: right, left, top of bottom."
    )
    ends: dict[Side, Text] = Field(description="De namen van de uiteinden laag en hoog.")
    facets: dict[Slug, Text] = Field(description="De onderwerpen van de as, elk met een naam.")
    more: str = Field(default="", description="Wat hoger betekent; maakt de zin af: Naar rechts: … of Naar boven: …")
    """For who points out a place; without it the short name with *hoger*."""
    rises_when: Text = Field(description="Maakt de zin af: Wordt passender als …, waar een hogere score helpt.")
    falls_when: Text = Field(description="Maakt de zin af: Wordt passender als …, waar een lagere score helpt.")
    absent: Absent | None = Field(default=None, description="Wanneer er op deze as niets te vragen valt.")

    @model_validator(mode="after")
    def _side_fits(self) -> Self:
        sides = {"horizontal": ("right", "left"), "vertical": ("top", "bottom")}[self.direction]
        if self.high_side not in sides:
            raise Fault(f"Bij direction: {self.direction} hoort high_side: {sides[0]} of {sides[1]}.")
        return self


class Action(Sourced, description="Een stap: wat, wie en wanneer."):
    """A step to take: what, who, and when."""

    what: Text = Field(description="Wat er moet gebeuren.")
    note: str = Field(default="", description="Hetzelfde zonder u of wij, voor een stuk aan een bestuur.")
    who: str = Field(default="", description="Wie het doet.")
    when: str = Field(default="", description="Wanneer.")
    because: str = Field(default="", description="De reden, als zin voor de lezer.")
    mentions: Slug | None = Field(
        default=None, description="Het id van een vraag: wat daarop is gekozen, staat achter deze stap."
    )
    with_body: Bool = Field(
        default=False, alias="verband", description="true als deze stap wegvalt zonder samenwerking boven de gemeenten."
    )
    groups: tuple[Slug, ...] = Field(
        default=(), description="De groepen fasen waarin deze stap telt, uit eerste-stappen.yaml. Zonder: alle."
    )


class WithoutBody(Model, description="De teksten als er geen samenwerking boven de gemeenten is."):
    """What a place says where there is no existing body; what is empty stays as it is."""

    plain_question: str = Field(default="", description="De sleutelvraag in gewone woorden.")
    plain_question_in: dict[Slug, Text] = Field(
        default={}, description="De sleutelvraag in een groep fasen, per groep."
    )
    summary: str = Field(default="", description="Een korte uitleg in een of twee zinnen.")
    summary_in: dict[Slug, Text] = Field(default={}, description="De uitleg in een groep fasen, per groep.")
    support: str = Field(default="", description="Welke steun hierbij past.")


class Quadrant(Sourced, description="Een van de vier plekken."):
    """One of the four places, with its key question and what to do there."""

    title: Text = Field(description="De titel.")
    place: dict[Slug, Side] = Field(description="Aan welke kant van elke as deze plek ligt: laag of hoog.")
    key_question: Text = Field(description="De sleutelvraag, in de woorden van de workshop.")
    plain_question: Text = Field(description="De sleutelvraag in gewone woorden.")
    plain_question_in: dict[Slug, Text] = Field(
        default={},
        description="De sleutelvraag in een groep fasen uit eerste-stappen.yaml, per groep. Zonder: 'plain_question'.",
    )
    decision: str = Field(
        default="", description="Vroeger: wat een bestuur besluit. Dat staat nu in eerste-stappen.yaml."
    )
    summary: Text = Field(description="Een korte uitleg in een of twee zinnen.")
    summary_in: dict[Slug, Text] = Field(
        default={}, description="De uitleg in een groep fasen uit eerste-stappen.yaml, per groep. Zonder: 'summary'."
    )
    menu_first: Bool = Field(default=False, description="true als de menukaart hier het belangrijkste advies is.")
    without_body: WithoutBody = Field(default_factory=WithoutBody)
    actions: tuple[Action, ...] = Field(
        default=(), description="Vroeger: de eerste stappen. Die staan nu in eerste-stappen.yaml."
    )
    pitfalls: tuple[Claim, ...] = Field(
        default=(), description="Vroeger: de valkuilen. Die staan nu in eerste-stappen.yaml."
    )
    involve: tuple[Text, ...] = Field(description="Wie erbij betrokken moet worden.")
    support: Lasting = Field(description="Welke steun hierbij past.")


class Middle(Model, description="Beide assen in het midden."):
    """Both axes in the middle: no quadrant, and one first step in each group of phases."""

    title: Text = Field(description="De titel.")
    summary: Text = Field(description="Een korte uitleg in een of twee zinnen.")
    plain_question: str = Field(default="", description="De vraag waar de groep zelf antwoord op geeft.")
    plain_question_in: dict[Slug, Text] = Field(
        default={}, description="Die vraag in een groep fasen uit eerste-stappen.yaml, per groep."
    )
    first_action: Action = Field(description="De eerste stap.")
    other_actions: tuple[Action, ...] = Field(default=(), description="De eerste stap in andere groepen fasen.")


class Typology(Model, description="De typologie: schaal, assen, grenzen en plekken."):
    """Everything that placing an initiative rests on. All numbers stand here, none in code."""

    version: Text = Field(description="De versie van de menu's. Die staat in elk verslag.")
    scale: Scale
    bands: Bands
    coverage: Coverage = Field(description="Hoeveel er beantwoord moet zijn.")
    divided: DividedBounds
    privacy: Privacy
    respondents: RespondentBounds = Field(
        default_factory=RespondentBounds, description="Wat opvalt als velen antwoord gaven."
    )
    stress: StressBounds = Field(default_factory=StressBounds)
    levels: dict[Level, Text] = Field(description="De namen van laag, midden en hoog.")
    axes: dict[Slug, Axis] = Field(min_length=2, max_length=2, description="De twee assen.")
    quadrants: dict[Slug, Quadrant] = Field(min_length=4, max_length=4, description="De vier plekken.")
    middle: Middle
    every_quadrant: tuple[Action, ...] = Field(default=(), description="Stappen die bij elke plek horen.")
    remarks: tuple[Text, ...] = Field(default=(), description="Zinnen die bij elke plek staan.")
    method: tuple[Text, ...] = Field(description="De zinnen over de werkwijze, in elk verslag.")
    """Said in every report about how sure this is; `{laag}` and `{hoog}` are the bounds of the bands."""
    own_estimate: Text = Field(description="De zin bij een eigen inschatting.")
    legal: Text = Field(description="De zin boven de punten van recht en belasting.")
    """Said once, of all points of law and tax together."""
    facts_checked: Text = Field(
        default="Stand van de feiten: {datum}. Sommige regels kunnen inmiddels anders zijn.",
        description="De zin die zegt tot wanneer de feiten zijn nagekeken, met {datum}.",
    )
    """Said in every report; `{datum}` is the oldest day on which anything it tells was checked."""
    facts_old: Text = Field(
        default="Deze stand is van {datum}. Controleer of hij nog klopt.",
        description="De zin bij feiten die opnieuw nagekeken moeten worden, met {datum}.",
    )
    """Said once in a chapter with such facts."""
    expired: Text = Field(description="De zin bij wat verlopen is, met {datum}.")
    """Said of what ran out; `{datum}` is its last day."""
    background: tuple[Claim, ...] = Field(
        default=(), description="Waar het onderwerp vandaan komt. Alleen in een volledig verslag."
    )
    credit: Text = Field(description="Waar dit vandaan komt.")
    changes: tuple[MenuChange, ...] = Field(default=(), description="Wat er per versie veranderde, de oudste eerst.")
    renamed: Renamed = Field(default_factory=Renamed, description="Oude ids met de nieuwe ids.")

    @model_validator(mode="after")
    def _four_places(self) -> Self:
        if "dots" in self.axes:
            raise Fault("Een as kan niet 'dots' heten.", "Zo heten de stippen in het bestand van een initiatief.")
        directions = sorted(axis.direction for axis in self.axes.values())
        if directions != ["horizontal", "vertical"]:
            raise Fault("De ene as moet horizontal zijn en de andere vertical.")
        places: dict[tuple[Side, ...], str] = {}
        for name, quadrant in self.quadrants.items():
            if set(quadrant.place) != set(self.axes):
                raise Fault(
                    f"Plek '{name}' noemt bij 'place' niet precies de twee assen.",
                    f"Noem {' en '.join(self.axes)}.",
                )
            other = places.setdefault(tuple(quadrant.place[axis] for axis in self.axes), name)
            if other != name:
                raise Fault(f"De plekken '{other}' en '{name}' hebben dezelfde 'place'.", "Geef elk een eigen plek.")
        return self

    def quadrant_at(self, sides: dict[str, Side]) -> str:
        """The quadrant on these sides of the axes."""
        return next(name for name, quadrant in self.quadrants.items() if quadrant.place == sides)
