"""The statements and context questions, as `vragen.yaml` gives them."""

from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from poolwijzer.content.scale import ShareBound
from poolwijzer.content.typology import Action
from poolwijzer.rules.conditions import When
from poolwijzer.validation import Bool, Date, Exact, Fault, Model, Slug, Text, Whole

AskedOf = Literal["gemeente", "verband"]
WHO: tuple[AskedOf, ...] = ("gemeente", "verband")
"""Who can be asked: the municipalities, and the existing body."""
ASKED_WORDS: dict[AskedOf, str] = {"gemeente": "gemeenten", "verband": "de bestaande samenwerking"}
Form = Literal["joint", "own", "body"]
AskedAt = Literal["start", "menu", "later"]
Stage = Literal["initiatief", "inschatting", "stellingen", "plek", "menu", "afronden"]
"""A part of the conversation that has its own planned time."""
Extra = Literal["keuzes", "afwegingen", "terugkoppeling", "stippen"]
"""What a conversation can do without where there is little time, in this order: the choices side by side, why they were
made, what a group brings back, and everyone's own dot."""


class Wording(Model, description="De tekst van een stelling, met de woorden van de schaal erbij."):
    """A statement in one form, and the scale labels that go with it."""

    text: Text = Field(description="De tekst.")
    scale: Slug = Field(description="Het id van de woorden bij de schaal.")


class ImpliedBy(Model, description="Een andere stelling waaruit dit antwoord volgt."):
    """What was done implies the wish: from this answer on, a statement without one of its own counts as that point."""

    statement: Slug = Field(description="Het id van de andere stelling.")
    at_least: Whole = Field(description="Vanaf dit antwoord volgt het, en als dit antwoord telt het.")


class ShareWord(ShareBound, description="Een woord voor het deel dat vastligt."):
    """A word for a share from 0 to 1, up to a bound; the last one has none."""

    word: Text = Field(description="Het woord.")


class Block(Model, description="Een groep stellingen die niet meetellen voor de plek."):
    """Statements that are no part of an axis: they feed rules, signals and the report."""

    title: Text = Field(description="De titel.")
    introduction: str = Field(default="", description="De zin boven de vragen.")
    ask_when: When | None = Field(default=None, description="Wanneer ze gevraagd worden. Zonder voorwaarde altijd.")
    """Decides asking, not reading: an answer that stands there counts in rules."""
    silent: Bool = Field(default=False, description="true als een ontbrekend antwoord niets openlaat.")
    show_from: Annotated[Whole, Field(ge=1)] = Field(
        default=1, description="Vanaf hoeveel antwoorden het blok in het verslag staat."
    )
    solid_from: Whole | None = Field(default=None, description="Vanaf welk antwoord iets vastligt.")
    words: tuple[ShareWord, ...] = Field(default=(), description="De woorden voor het deel dat vastligt.")
    sentence: str = Field(default="", description="De zin in het verslag, met {gevraagd}, {aantal} en {woord}.")
    sentence_one: str = Field(default="", description="Dezelfde zin als er één ding vastligt.")

    @model_validator(mode="after")
    def _words_for_all(self) -> Self:
        if (self.solid_from is None) == bool(self.words):
            raise Fault("'solid_from' en 'words' horen bij elkaar.", "Zet beide, of geen van beide.")
        if self.words and not self.words[-1].is_open:
            raise Fault("Het laatste woord heeft een grens.", "Haal die weg: het laatste woord is voor al het andere.")
        return self

    def word(self, share: Fraction) -> str:
        """The word for the share that is settled, from 0 to 1."""
        return next(entry.word for entry in self.words if entry.fits(share))


class Retired(Model, description="Een stelling die niet meer gevraagd wordt."):
    """A statement of before: its answers are read and shown, but do not count."""

    text: Text = Field(description="De tekst waarmee zij gevraagd werd.")
    was: tuple[Text, ...] = Field(default=(), description="Andere teksten die zij had.")
    scale: Slug = Field(description="Het id van de woorden bij de schaal.")
    instead: Text = Field(description="Waar dit nu gevraagd wordt, als zin.")


class Contradiction(Model, description="Twee stellingen die samen vragen oproepen als beide hoog zijn."):
    """Two statements that both answered high call for a talk; reversal does not count here."""

    statements: tuple[Slug, Slug] = Field(description="De ids van de twee stellingen.")
    text: Text = Field(description="De opmerking.")


class Contradictions(Model, description="Wat opvalt aan de antwoorden zelf. Het verandert geen antwoord en geen plek."):
    """What stands out in the answers as they were given: only answers of one's own, none that follows from another."""

    most: Annotated[Whole, Field(ge=1)] = Field(default=2, description="Hoeveel opmerkingen er hooguit komen.")
    same_from: Annotated[Whole, Field(ge=2)] = Field(
        default=5,
        description="Vanaf hoeveel antwoorden op een as het opvalt dat zij alle het laagst of het hoogst zijn.",
    )
    same: str = Field(default="", description="De zin als alle antwoorden op een as gelijk zijn, met {as}.")
    both_from: Whole = Field(description="Vanaf welk antwoord beide stellingen van een paar hoog zijn.")
    pairs: tuple[Contradiction, ...] = Field(default=(), description="De paren, in de volgorde van de opmerkingen.")


class Statement(Model, description="Een stelling, bij een as of in een blok."):
    """A diagnostic statement, answered on the scale of the typology: on one axis, or in a block that does not count."""

    axis: Slug | None = Field(default=None, description="De as waarvoor de stelling telt.")
    facet: Slug | None = Field(default=None, description="Het onderwerp binnen de as.")
    block: Slug | None = Field(default=None, description="Het blok van de stelling, als zij niet meetelt.")
    implied_by: ImpliedBy | None = Field(
        default=None, description="De stelling waaruit het antwoord volgt zolang het ontbreekt."
    )
    stands_in: Slug | None = Field(
        default=None, description="De vervallen stelling waarvan regels het antwoord lezen zolang dit ontbreekt."
    )
    was: tuple[Text, ...] = Field(default=(), description="Vroegere teksten. Tabellen kennen die als kop.")
    added: Date | None = Field(default=None, description="De dag waarop deze stelling erbij kwam, als 2026-11-28.")
    ask_when: When | None = Field(
        default=None, description="Wanneer deze stelling van een blok gevraagd wordt en telt. Zonder voorwaarde altijd."
    )
    short: Bool = Field(default=False, description="true voor een stelling op de korte lijst.")
    reversed: Bool = Field(default=False, description="true als een hoog antwoord juist laag telt.")
    weight: Annotated[Exact, Field(gt=0, le=100)] = Field(
        default=Fraction(1), description="Hoe zwaar de stelling telt. Gewoon is 1."
    )
    asked_of: tuple[AskedOf, ...] = Field(
        min_length=1, description="Aan wie dit gevraagd wordt: gemeente, verband, of beide."
    )
    joint: Wording = Field(description="De vorm voor een groep die samen antwoordt.")
    own: Wording | None = Field(default=None, description="De vorm voor één gemeente.")
    body: Wording | None = Field(default=None, description="De vorm voor de bestaande samenwerking zelf.")
    evidence: Text = Field(description="Welk bewijs bij het antwoord hoort.")
    if_higher: str = Field(default="", description="Wat het antwoord hoger zou maken. Maakt de zin af: als …")
    """What would raise the answer as given, as a fact or step; completes *als …*."""
    if_lower: str = Field(default="", description="Wat het antwoord lager zou maken. Maakt de zin af: als …")

    def asked_as(self, municipalities: int | None) -> Wording:
        """How the group is asked, with so many municipalities (None: unknown): one alone by the form of its own."""
        return self.own if municipalities == 1 and self.own else self.joint

    @model_validator(mode="after")
    def _has_one_home(self) -> Self:
        if (self.axis is None) == (self.block is None) or (self.axis is None) != (self.facet is None):
            raise Fault(
                "Een stelling hoort bij een as, met een facet, of bij een blok.", "Zet axis en facet, of alleen block."
            )
        return self

    @model_validator(mode="after")
    def _counts_where_it_says(self) -> Self:
        if self.block and (self.short or self.reversed or self.implied_by):
            raise Fault(
                "Een stelling in een blok telt niet mee voor de plek.", "Haal short, reversed en implied_by weg."
            )
        if self.axis and self.ask_when:
            raise Fault("'ask_when' is voor een stelling in een blok.", "Bij een as zegt 'absent' wanneer zij wegvalt.")
        return self

    @model_validator(mode="after")
    def _worded_for_all(self) -> Self:
        if ("gemeente" in self.asked_of) != (self.own is not None):
            raise Fault("De vorm 'own' hoort bij een stelling voor gemeenten.", "Zet beide, of geen van beide.")
        if ("verband" in self.asked_of) != (self.body is not None):
            raise Fault(
                "De vorm 'body' hoort bij een stelling met 'verband' in 'asked_of'.", "Zet beide, of geen van beide."
            )
        return self


class HoldsDown(Model, description="Een antwoord dat de plek onzeker maakt, wat de stellingen ook zeggen."):
    """An answer that keeps the place provisional: the low side of an axis stays in play, whatever the mean."""

    axis: Slug = Field(description="Het id van de as.")
    unless_high: Bool = Field(default=False, description="true als een hoge score op de as toch hoog mag zijn.")
    because: Text = Field(description="De reden, als zin voor de lezer.")


class ContextAnswer(Model, description="Een antwoord waaruit men kan kiezen."):
    """An answer that can be chosen. `unknown: true` means it tells nothing (*weet niet*)."""

    label: Text = Field(description="De tekst van het antwoord.")
    unknown: Bool = Field(default=False, description="true voor een antwoord dat niets zegt, zoals weet niet.")
    alone: Bool = Field(default=False, description="true voor een antwoord dat niet naast een ander past, zoals geen.")
    holds_down: HoldsDown | None = Field(default=None, description="Wat dit antwoord met de plek doet.")
    governed_by: str = Field(default="", description="Wat er voor {bestuur} in teksten komt. Alleen bij named-choice.")
    decides: str = Field(default="", description="Wie besluit, als zin. Alleen bij named-choice.")
    decides_also_when: When | None = Field(
        default=None, description="Wanneer de zin van decides er ook staat als een ander antwoord is gekozen."
    )


class ContextQuestion(Model, description="Een vraag over de situatie van het initiatief."):
    """A question about the situation of the initiative."""

    question: Text = Field(description="De vraag aan de groep.")
    short: str = Field(default="", description="De korte naam in een formulier. Zonder: het id.")
    kind: Literal["choice", "choices", "named-choice", "dated-choices", "date"] = Field(
        description="Het soort vraag: choice, choices, named-choice, dated-choices of date."
    )
    answers: dict[Slug, ContextAnswer] = Field(default={}, description="De antwoorden, elk met een eigen id.")
    most: Annotated[Whole, Field(ge=1)] | None = Field(default=None, description="Hoeveel antwoorden er hooguit mogen.")
    fallback: str = Field(
        default="", description="Wat in teksten staat zolang er geen naam is. Alleen bij named-choice."
    )
    governed_by: str = Field(
        default="", description="Wat er voor {bestuur} in teksten komt als het antwoord dat niet zegt."
    )
    decides: str = Field(default="", description="Wie besluit, als zin, als het antwoord dat niet zegt.")
    explanation: str = Field(default="", description="Uitleg bij de vraag.")
    ask_when: When | None = Field(default=None, description="Wanneer de vraag gesteld wordt. Zonder voorwaarde altijd.")
    silent: Bool = Field(default=False, description="true als een ontbrekend antwoord niets openlaat.")
    first_action: Action | None = Field(
        default=None, description="De stap die voor alle andere gaat bij een antwoord met holds_down."
    )
    board: Bool = Field(default=False, description="Vroeger: of het antwoord in de bestuursnotitie komt.")
    moment: AskedAt = Field(default="later", description="Wanneer het gesprek dit vraagt: start, menu of later.")
    """When a conversation asks this: with the initiative, before the menu card, or when there is time for more."""
    menu_when: When | None = Field(
        default=None,
        description="Wanneer het gesprek dit toch vraagt, meteen na de plek.",
    )

    @cached_property
    def known(self) -> tuple[str, ...]:
        """The answers that say something: all but *weet niet*."""
        return tuple(name for name, answer in self.answers.items() if not answer.unknown)

    @model_validator(mode="after")
    def _has_answers(self) -> Self:
        if (self.kind == "date") == bool(self.answers):
            raise Fault("Een vraag naar een datum heeft geen antwoorden; elke andere vraag wel.")
        if (self.kind == "named-choice") != bool(self.fallback):
            raise Fault("'fallback' hoort bij kind: named-choice, en alleen daar.")
        holding = any(answer.holds_down for answer in self.answers.values())
        if holding and self.kind != "choice":
            raise Fault("'holds_down' hoort bij kind: choice, en alleen daar.")
        if self.first_action and not holding:
            raise Fault("'first_action' hoort bij een antwoord met holds_down.", "Zet holds_down bij een antwoord.")
        return self


class Map(Model, description="Een getal dat uit het antwoord op een vraag volgt."):
    """A number read from the answer to a context question, such as the maturity from the phase."""

    title: Text = Field(description="De titel.")
    source: Slug = Field(alias="from", description="Het id van de vraag waaruit het getal volgt.")
    values: dict[Slug, Exact] = Field(description="Het getal bij elk antwoord.")
    words: dict[Whole, Text] = Field(description="De woorden per punt of uitkomst.")


class ExtraTime(Model, description="Iets waar een kort gesprek zonder kan."):
    """Something that a short conversation leaves out: where it belongs, what it takes, and from when there is time."""

    at_least: Whole = Field(description="Vanaf hoeveel minuten voor het hele gesprek dit erbij zit.")
    stage: Stage = Field(description="Het onderdeel van het gesprek waar het bij hoort.")
    minutes: Annotated[Exact, Field(ge=0, le=600)] = Field(
        description="Hoeveel minuten van dat onderdeel vrijkomen als het wegvalt. De rest van het gesprek krijgt die."
    )


class ConversationPlan(Model, description="Hoe het gesprek loopt."):
    """How a conversation goes: the planned minutes of each stage, in their usual order, and when that may differ."""

    minutes: dict[Stage, Annotated[Whole, Field(ge=0, le=600)]] = Field(
        default={"initiatief": 5, "inschatting": 1, "stellingen": 5, "plek": 2, "menu": 5, "afronden": 2},
        description="De geplande minuten per onderdeel.",
    )
    extras: dict[Extra, ExtraTime] = Field(
        default={},
        description="Wat wegvalt als er minder tijd is dan gepland: keuzes, afwegingen, terugkoppeling of stippen.",
    )
    """Statements are none of these: without them there is no place."""
    menu_may_come_first: When | None = Field(
        default=None, description="Wanneer het gesprek met de menukaart mag beginnen."
    )
    """Where the menu card is what people came for, such as an initiative that already runs."""
    needs: dict[Slug, Text] = Field(
        default={}, description="Waar een groep aan het eind behoefte aan kan hebben, elk met een eigen id."
    )
    """A file holds the text itself, so that another text here changes nothing that was said."""


class Questions(Model, description="De stellingen en de vragen over de situatie."):
    """Everything that is asked."""

    statements: dict[Slug, Statement] = Field(description="De stellingen, elk met een eigen id.")
    blocks: dict[Slug, Block] = Field(default={}, description="De blokken met stellingen die niet meetellen.")
    retired: dict[Slug, Retired] = Field(default={}, description="Stellingen die niet meer gevraagd worden.")
    contradictions: Contradictions | None = Field(default=None, description="Wat opvalt aan de antwoorden zelf.")
    note: Text = Field(description="De zin die staat bij elke plek voor een notitie.")
    context: dict[Slug, ContextQuestion] = Field(description="De vragen over de situatie, elk met een eigen id.")
    maps: dict[Slug, Map] = Field(default={}, description="Getallen die uit een antwoord volgen.")
    conversation: ConversationPlan = Field(default_factory=ConversationPlan)

    @model_validator(mode="after")
    def _retired_for_good(self) -> Self:
        if again := self.statements.keys() & self.retired.keys():
            name = min(again)
            raise Fault(
                f"De stelling '{name}' staat ook bij 'retired'. Oude antwoorden zouden dan iets anders betekenen.",
                "Geef de nieuwe stelling een ander id.",
            )
        return self
