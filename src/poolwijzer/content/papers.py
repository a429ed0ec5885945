"""The papers of the next step, as `vervolg.yaml` gives them: fixed text with fields, in the order in which it stands.

Code fills the fields from the file of an initiative; every sentence stands in the menus.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

from poolwijzer.content.claims import Lasting
from poolwijzer.rules.conditions import When
from poolwijzer.validation import Bool, Fault, Model, PlainText, Slug, Text, Whole

Made = Literal[
    "beslispunten",
    "beslissers",
    "argumenten",
    "kanttekeningen",
    "valkuilen",
    "stappen",
    "feiten",
    "voorbeelden",
    "keuzes",
    "gemeenten",
    "begroting",
    "begroting-kort",
    "bijdragen",
    "bronnen",
]
"""What is found in the file and the menus: what is decided in the place, and who decides; arguments for and against,
pitfalls and first steps of the place; facts that are told at the top of a report; documents of others; and for an annex
all choices and agreements, the municipalities if they are too many for the text, the budget with who pays it (in short
on a page of its own), what each municipality contributes, and the sources of what was told."""
Figures = Literal["posten", "geen-posten", "bijdragen", "geen-bijdragen"]
"""What the costs in a file say: what it costs, or not; what each municipality pays, or not."""


class _OneOrMore:
    """In YAML one thing will do without a list."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_listed, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        whole = handler(core)
        return {"anyOf": [whole["items"], whole]}


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


class Conditional(Model):
    """Something that stands in a paper in some situations only."""

    groups: tuple[Slug, ...] = Field(
        default=(), description="De groepen fasen waarin dit er staat, uit eerste-stappen.yaml. Zonder: alle."
    )
    when: When | None = Field(
        default=None, description="Wanneer dit er staat. Onbekend is niet. Zonder voorwaarde altijd."
    )
    unless: When | None = Field(default=None, description="Wanneer dit er niet staat. Onbekend telt niet.")
    settled: Bool | None = Field(
        default=None,
        description="true als dit er alleen staat bij één plek die zeker genoeg is; false bij elke andere.",
    )
    costs: Figures | None = Field(
        default=None,
        description="Wat het bestand van de kosten weet als dit er staat: posten (wat het kost), bijdragen (wat elke "
        "gemeente betaalt), geen-posten of geen-bijdragen. Zonder: altijd.",
    )


class PlaceText(PlainText, description="Wat een stuk zegt bij een plek."):
    """What a paper says of a place; empty is what it says otherwise. In YAML a plain text will do."""

    text: Text = Field(description="De tekst.")
    without_body: str = Field(default="", description="De tekst als er geen samenwerking boven de gemeenten is.")
    behind: str = Field(default="", description="De tekst op een grens, achter die van een andere plek en 'of'.")
    groups: dict[Slug, Text] = Field(default={}, description="De tekst in een groep fasen, uit eerste-stappen.yaml.")


class PlaceTexts(Model, description="Wat een stuk zegt per plek. Op een grens staan beide er, met 'of' ertussen."):
    """What a paper says by the place: on a border both, joined by *of*."""

    places: dict[Slug, PlaceText] = Field(description="Per plek de tekst.")
    middle: Text = Field(description="De tekst als het initiatief in het midden staat.")
    unknown: Text = Field(description="De tekst als de plek nog niet bekend is.")


class PaperText(PlainText, Conditional, description="Een zin of een deel van een zin in een stuk."):
    """A text with fields, the text of a fact on the day, or what goes with the place. A plain text will do."""

    text: str = Field(default="", description="De tekst, met velden als {thema}.")
    fact: Slug | None = Field(default=None, description="Het id van een feit: dan staat de tekst van die dag er.")
    by_place: PlaceTexts | None = Field(default=None, description="De tekst die bij de plek hoort.")
    source: Slug | None = Field(default=None, description="Het id van de bron die erachter moet staan.")
    if_known: Bool = Field(default=False, description="true als dit wegvalt zolang een van de velden niet bekend is.")
    known: Slug | None = Field(default=None, description="Nog een veld dat bekend moet zijn; anders valt dit weg.")
    otherwise: str = Field(default="", description="Wat er staat zolang een van de velden niet bekend is.")

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if sum(map(bool, (self.text, self.fact, self.by_place))) != 1:
            raise Fault("Hier hoort één tekst.", "Schrijf text: …, fact: … of by_place: …")
        return self


PaperTexts = Annotated[tuple[PaperText, ...], _OneOrMore()]
"""One text or more. In YAML one will do without a list."""


class PaperRow(Conditional, description="Een regel met een label ervoor."):
    """A short value with a label before it."""

    label: Text = Field(description="Het label.")
    text: PaperTexts = Field(min_length=1, description="Wat erachter staat.")


class PaperTableRow(Conditional, description="Een rij van een tabel."):
    """A row of a table. What a cell may hold and does not, is said in the words of the table."""

    cells: tuple[PaperTexts, ...] = Field(min_length=1, description="De cellen, van links naar rechts.")


class PaperTable(Model, description="Een tabel."):
    """Rows under a head."""

    caption: Text = Field(description="Het opschrift.")
    head: tuple[Text, ...] = Field(min_length=1, description="De koppen van de kolommen.")
    empty: str = Field(default="", description="Wat er in een cel staat waarvoor niets bekend is.")
    rows: tuple[PaperTableRow, ...] = Field(min_length=1, description="De rijen.")

    @model_validator(mode="after")
    def _as_broad_as_its_head(self) -> Self:
        if any(len(row.cells) != len(self.head) for row in self.rows):
            raise Fault("Niet elke rij heeft evenveel cellen als de kop.", "Geef elke rij een cel per kolom.")
        return self


class PaperBlock(
    PlainText, Conditional, description="Een deel van een stuk: lopende tekst, een lijst, regels of een tabel."
):
    """A part of a section: exactly one of these."""

    text: PaperTexts = Field(default=(), description="Lopende tekst. De zinnen staan achter elkaar.")
    items: tuple[PaperText, ...] = Field(default=(), description="Een lijst.")
    points: tuple[PaperText, ...] = Field(default=(), description="Een genummerde lijst.")
    rows: tuple[PaperRow, ...] = Field(default=(), description="Regels met een label ervoor.")
    table: PaperTable | None = Field(default=None, description="Een tabel.")
    part: Slug | None = Field(default=None, description="Het id van een deel dat stukken delen, uit parts.")
    made: Made | None = Field(default=None, description="Wat uit het bestand en de menu's wordt gehaald.")
    otherwise: str = Field(default="", description="Wat er staat als dit leeg is.")
    most: Annotated[Whole, Field(ge=1)] | None = Field(
        default=None, description="Hoeveel van items of points er hooguit staan. Daarna komt more."
    )
    more: str = Field(default="", description="Wat er staat in plaats van wat er boven most is.")

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        kinds = (self.text, self.items, self.points, self.rows, self.table, self.part, self.made)
        if sum(map(bool, kinds)) != 1:
            raise Fault("Een deel is één ding.", "Schrijf text, items, points, rows, table, part of made.")
        return self


class PaperSection(Conditional, description="Een onderdeel van een stuk, met een kop."):
    """A titled part of a paper."""

    title: Text = Field(description="De kop.")
    blocks: tuple[PaperBlock, ...] = Field(min_length=1, description="De delen, in de volgorde van het stuk.")
    annex: Bool = Field(default=False, description="true als dit in de bijlage staat, achter het stuk.")


class PaperReason(Conditional, description="Een reden waarom een stuk nu past, of niet gemaakt kan worden."):
    """Why a paper fits now, or cannot be made."""

    because: Text = Field(description="De reden, als zin voor de lezer.")


class Paper(Model, description="Een stuk voor de volgende stap."):
    """A paper that is made from the file of an initiative."""

    title: Text = Field(description="De titel.")
    about: Text = Field(description="Waar het stuk voor is, in een zin.")
    fits: tuple[PaperReason, ...] = Field(min_length=1, description="De redenen waarom het nu past. Een is genoeg.")
    otherwise: Text = Field(description="Waarom het nu niet past, als geen van die redenen klopt.")
    pages: Annotated[Whole, Field(ge=1, le=10)] = Field(default=2, description="Op hoeveel bladzijden het moet passen.")
    senseless: tuple[PaperReason, ...] = Field(default=(), description="De redenen waarom het niet gemaakt kan worden.")
    unsettled: str = Field(default="", description="Wat erbij staat zolang er niet één plek is die zeker genoeg is.")
    sections: dict[Slug, PaperSection] = Field(min_length=1, description="De onderdelen, elk onder een eigen id.")


class ChoicesTable(Model, description="De tabel met alle keuzes, voor een bijlage."):
    """The words of the table of all choices."""

    caption: Text = Field(description="Het opschrift.")
    component: Text = Field(description="De kop boven de componenten.")
    chosen: Text = Field(description="De kop boven wat gekozen is.")
    considering: Text = Field(description="De kop boven wat overwogen is.")
    reason: Text = Field(description="De kop boven de redenen van de groep.")
    open: Text = Field(description="Wat er staat waar nog niet gekozen is.")
    told: Text = Field(description="Wat er staat als de reden van de groep al in het stuk zelf staat.")
    agreed: Text = Field(description="De regel boven de afspraken, onder de tabel.")


class BudgetTable(Model, description="De tabel met de begroting, uit de kosten in het bestand."):
    """The words of the budget, of which the figures come from the costs of a file."""

    caption: Text = Field(description="Het opschrift.")
    post: Text = Field(description="De kop boven de posten.")
    more: Text = Field(description="De rij met de posten waar geen plaats voor is, met {n}.")
    total: Text = Field(description="De rij met wat het samen kost.")
    contribution: Text = Field(description="De rij met wat iemand bijdraagt, met {van}.")
    difference: Text = Field(description="De rij met het verschil tussen bijdragen en kosten.")
    rest: Text = Field(description="De regel onder een korte tabel, als de bijlage meer jaren of posten heeft.")


class PaperExample(Conditional, description="Een openbaar stuk van anderen om naar te kijken."):
    """A public document of others to look at; whose it is, its date and its address come from its source."""

    title: Text = Field(description="De titel.")
    source: Slug = Field(description="Het id van de bron, uit bronnen.yaml.")
    remark: str = Field(default="", description="Wat erbij gezegd moet worden.")
    papers: tuple[Slug, ...] = Field(min_length=1, description="De ids van de stukken waar het bij past.")


class PaperField(Model, description="Een veld dat uit het bestand wordt ingevuld."):
    """What a field is called, and what stands there as long as the file does not know it."""

    name: Text = Field(description="Hoe het veld heet, zoals in: Dit stuk mist nog: thema.")
    open: str = Field(default="", description="Wat er staat zolang het niet bekend is. Zonder: [in te vullen: naam].")


class Papers(Model, description="De stukken voor de volgende stap."):
    """All papers, and what they share."""

    typed: str = Field(default="", description="De regel boven een stuk waarvan de bijlage herhaalt wat mensen typten.")
    last_line: Text = Field(description="De laatste regel van elk stuk, met {datum}.")
    draft: Text = Field(description="De kop boven wat een stuk nog mist.")
    lacks: Text = Field(description="De regel die zegt wat een stuk nog mist, met {velden}.")
    early: Text = Field(description="De regel boven een stuk dat nu niet past, met {reden}.")
    to_choose: Text = Field(description="De zin over onderdelen zonder keuze, met {lijst}.")
    few_chosen: Text = Field(description="De zin daarachter als er bijna niets gekozen is.")
    doubt: Text = Field(description="De regel over een twijfel, met {twijfel} en {antwoord}.")
    always: Lasting = Field(description="De kanttekening die er altijd bij staat.")
    choices: ChoicesTable | None = Field(default=None, description="De tabel met alle keuzes, voor een bijlage.")
    budget: BudgetTable | None = Field(default=None, description="De tabel met de begroting.")
    filled: dict[Text, Text] = Field(
        default={},
        description="Wat in een beslispunt uit eerste-stappen.yaml op een open plek komt, zodra het veld bekend is.",
    )
    decisions_too: PaperTexts = Field(
        default=(), description="De beslispunten die vóór het laatste van de plek komen, elk met zijn voorwaarde."
    )
    others: Text = Field(description="De regel onder de stukken van anderen.")
    words: dict[Slug, dict[Slug, str]] = Field(
        default={}, description="Per vraag hoe een stuk een antwoord noemt, als dat anders is. Leeg is: niet noemen."
    )
    titles: dict[Slug, Text] = Field(
        default={}, description="Hoe een stuk een optie noemt, als dat anders is dan haar titel."
    )
    fields: dict[Slug, PaperField] = Field(description="De velden die een eigen naam hebben, elk onder hun id.")
    parts: dict[Slug, tuple[PaperBlock, ...]] = Field(default={}, description="De delen die stukken delen.")
    papers: dict[Slug, Paper] = Field(min_length=1, description="De stukken, elk onder een eigen id.")
    examples: tuple[PaperExample, ...] = Field(default=(), description="De stukken van anderen.")
