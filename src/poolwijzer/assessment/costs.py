"""What an initiative costs and how that is shared, as its file says it. Every figure is a setting; none is assumed.

The keys go by the ids that the options of the menu card have. Figures that no source gives (the fixed part, the
measure of size, the strips of each) have no default: as long as they are not set, what needs them is not calculated.
"""

from collections.abc import Mapping
from datetime import date as day
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal, Self, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)

from poolwijzer.assessment.payers import EVERYBODY as EVERYBODY
from poolwijzer.assessment.payers import (
    IN_YEARS,
    by_official_name,
    each_payer_once,
    find_in_deduction,
    find_in_shares,
    find_in_years,
    payer_meant,
    under_names,
)
from poolwijzer.assessment.payers import MUNICIPALITIES as MUNICIPALITIES
from poolwijzer.municipalities import fold_name, official_name
from poolwijzer.validation import Bool, Date, Fault, Model, Text, Whole
from poolwijzer.validation.amounts import Money, Quantity, Ratio, Rise, Share, Weight

Value = TypeVar("Value")
Number = TypeVar("Number", Decimal, Fraction)
KeyKind = Literal[
    "gemeenten-naar-inwoners",
    "vaste-basis-plus-opslag",
    "gelijke-delen",
    "cofinanciering-per-opdracht",
    "vast-aantal-dagen",
    "betalen-naar-gebruik",
    "inbreng-in-natura",
    "gewichten",
]
"""The keys, by the id of the option of the menu card; `gewichten` is a free one."""
RestKind = Literal["gelijke-delen", "gemeenten-naar-inwoners", "naar-rato"]
Year = Annotated[Whole, Field(ge=2000, le=2200)]
_BY_KIND: dict[KeyKind, frozenset[str]] = {
    "gemeenten-naar-inwoners": frozenset(),
    "vaste-basis-plus-opslag": frozenset({"base", "sizes", "weights"}),
    "gelijke-delen": frozenset(),
    "cofinanciering-per-opdracht": frozenset({"assignments", "rest"}),
    "vast-aantal-dagen": frozenset({"days", "price", "rest"}),
    "betalen-naar-gebruik": frozenset({"use", "price", "unit", "rest"}),
    "inbreng-in-natura": frozenset({"hours", "price", "rest"}),
    "gewichten": frozenset({"weights"}),
}
_FOR_ALL = frozenset({"kind", "least", "most", "most_per_inhabitant"})


def _above_zero(value: Number) -> Number:
    if not value:
        raise Fault("Dit getal moet meer dan nul zijn.", "Vul het in, of haal het weg.")
    return value


ByMunicipality = Annotated[dict[Text, Value], BeforeValidator(by_official_name)]
"""Something for each municipality, by its name."""


Price = Annotated[Money, AfterValidator(_above_zero)]
"""An amount above zero."""
Size = Annotated[Quantity, AfterValidator(_above_zero)]
"""A number above zero."""


def _by_year(amounts: Any) -> Any:
    if isinstance(amounts, dict) and not amounts:
        raise Fault("Hier staat geen bedrag.", "Schrijf een bedrag, of per jaar een: {2024: 900.000, 2025: 950.000}.")
    return amounts


Amounts = Annotated[Money | Annotated[dict[Year, Money], Field(min_length=1)], BeforeValidator(_by_year)]
"""The same amount every year, or one for each year."""


class Post(Model, description="Een post: wat het kost."):
    """Something that is paid for."""

    what: Text = Field(description="Waarvoor het is, zoals personeel.")
    amount: Amounts = Field(description="Het bedrag per jaar, of een bedrag voor elk jaar: {2024: …, 2025: …}.")
    demand: Bool = Field(
        default=False, description="true als deze kosten meegaan met de vraag, zoals inhuur. Zonder: vaste kosten."
    )
    indexing: Rise | None = Field(
        default=None, description="Hoeveel dit elk jaar stijgt, zoals 3,5%. Gaat voor op indexing van costs."
    )


class Income(Model, description="Geld van anderen, dat van de kosten afgaat."):
    """Money of others that is taken off the costs."""

    source: Text = Field(alias="from", description="Van wie het komt: rijk, fonds of een eigen woord.")
    amount: Amounts = Field(description="Het bedrag per jaar, of een bedrag voor elk jaar.")
    deduct_from: Annotated[Text, BeforeValidator(payer_meant)] = Field(
        default=EVERYBODY,
        alias="for",
        description="Wiens bijdrage het verlaagt: iedereen (naar rato), gemeenten, of een naam uit shares.",
    )


class SizeClass(Model, description="Een grootteklasse, voor de opslag."):
    """A class of sizes, for the surcharge."""

    up_to: Annotated[Whole, Field(ge=1)] | None = Field(
        default=None, description="Tot en met hoeveel inwoners. De laatste klasse heeft geen grens."
    )
    weight: Weight = Field(description="Hoe zwaar een gemeente in deze klasse telt.")


class Assignment(Model, description="Een opdracht van een gemeente."):
    """A piece of work that one municipality asks for."""

    municipality: Annotated[Text, AfterValidator(official_name)] = Field(description="De gemeente.")
    what: str = Field(default="", description="Wat de opdracht is.")
    amount: Money = Field(description="Wat de opdracht kost.")
    year: Year | None = Field(default=None, description="In welk jaar. Zonder: elk jaar.")


class Key(Model, description="De verdeelsleutel: hoe de gemeenten hun deel verdelen."):
    """How the municipalities share what is theirs."""

    kind: KeyKind = Field(description="Welke sleutel, met de woorden van de menukaart.")
    base: Share | None = Field(default=None, description="Welk deel iedereen gelijk betaalt, zoals 10%.")
    sizes: tuple[SizeClass, ...] = Field(
        default=(), description="Grootteklassen voor de opslag. Zonder: het aantal inwoners."
    )
    weights: ByMunicipality[Weight] = Field(default={}, description="Per gemeente hoe zwaar zij telt.")
    assignments: tuple[Assignment, ...] = Field(default=(), description="De opdrachten.")
    days: Quantity | ByMunicipality[Quantity] | None = Field(
        default=None, description="Hoeveel dagen elke gemeente krijgt: een getal, of een getal per gemeente."
    )
    use: ByMunicipality[Quantity] = Field(default={}, description="Per gemeente hoeveel zij afneemt.")
    unit: str = Field(default="", description="Waarin de afname is geteld, zoals uren.")
    hours: ByMunicipality[Quantity] = Field(default={}, description="Per gemeente hoeveel uren zij inbrengt.")
    price: Price | None = Field(default=None, description="De prijs van een dag, een uur of een andere eenheid.")
    rest: RestKind = Field(
        default="naar-rato",
        description="Hoe het deel wordt verdeeld dat niet op prijs en aantal rust: naar-rato van wat ieder zo betaalt, "
        "gelijke-delen of gemeenten-naar-inwoners.",
    )
    least: Money | None = Field(default=None, description="Wat een gemeente per jaar ten minste betaalt.")
    most: Money | None = Field(default=None, description="Wat een gemeente per jaar ten hoogste betaalt.")
    most_per_inhabitant: Money | None = Field(
        default=None, description="Wat een gemeente per inwoner per jaar ten hoogste betaalt."
    )

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"kind": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler, /) -> dict[str, Any]:
        whole = super().__get_pydantic_json_schema__(core, handler)
        return {"anyOf": [{"type": "string", "enum": list(get_args(KeyKind))}, whole]}

    @model_validator(mode="after")
    def _of_its_kind(self) -> Self:
        defaults = {name: field.default for name, field in type(self).model_fields.items()}
        # What is written out again as nothing says nothing.
        said = {name for name in self.model_fields_set if getattr(self, name) != defaults[name]}
        if strange := sorted(said - _BY_KIND[self.kind] - _FOR_ALL):
            known = sorted(_BY_KIND[self.kind])
            hint = f"Hier passen wel: {', '.join(known)}." if known else "Haal dit weg, of kies een andere sleutel."
            raise Fault(f"Bij de sleutel {self.kind} hoort geen {strange[0]}.", hint)
        if self.least is not None and self.most is not None and self.least > self.most:
            raise Fault("Het minste bedrag is hoger dan het hoogste.", "Kijk least en most na.")
        if self.sizes and self.weights:
            raise Fault("De opslag heeft twee maten.", "Schrijf sizes of weights, niet allebei.")
        self._growing_classes()
        return self

    def _growing_classes(self) -> None:
        bounds = [one.up_to for one in self.sizes]
        if not bounds:
            return
        known = [bound for bound in bounds[:-1] if bound is not None]
        if bounds[-1] is not None or len(known) != len(bounds) - 1:
            raise Fault("Alleen de laatste grootteklasse heeft geen grens.", "Geef de andere een up_to.")
        if sorted(set(known)) != known:
            raise Fault("De grootteklassen lopen niet op.", "Zet ze van klein naar groot.")


def _first_day(value: Any) -> Any:
    return f"{value}-01-01" if _is_year(value) else value


def _last_day(value: Any) -> Any:
    return f"{value}-12-31" if _is_year(value) else value


def _is_year(value: Any) -> bool:
    return (
        isinstance(value, int | str) and not isinstance(value, bool) and len(str(value)) == 4 and str(value).isdigit()
    )


def _as_day(value: day | None) -> str | None:
    return None if value is None else value.isoformat()


_DAY_OR_YEAR = WithJsonSchema(
    {"anyOf": [{"type": "string", "format": "date"}, {"type": "integer", "minimum": 1000, "maximum": 9999}]}
)


class Membership(Model, description="Vanaf wanneer en tot wanneer een gemeente meedoet."):
    """From and until when a municipality takes part; a bare year is all of it."""

    start: Annotated[Date, BeforeValidator(_first_day), PlainSerializer(_as_day), _DAY_OR_YEAR] | None = Field(
        default=None, alias="from", description="De eerste dag, of het eerste jaar."
    )
    until: Annotated[Date, BeforeValidator(_last_day), PlainSerializer(_as_day), _DAY_OR_YEAR] | None = Field(
        default=None, description="De laatste dag, of het laatste jaar."
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.until and self.start > self.until:
            raise Fault("De gemeente stopt hier voor zij begint.", "Kijk from en until na.")
        return self


class LastYear(Model, description="De begroting van het jaar ervoor, om mee te vergelijken."):
    """The budget before this one, to compare with."""

    year: Year | None = Field(default=None, description="Welk jaar dat was.")
    amount: Money | None = Field(default=None, description="Wat het toen kostte.")
    contributions: ByMunicipality[Money] = Field(default={}, description="Wat elke gemeente toen betaalde.")


class Strips(Model, description="De strippenkaart."):
    """The card of strips: a right to hours for each municipality."""

    price: Price | None = Field(default=None, description="Wat een strip kost.")
    hours: Size | None = Field(default=None, description="Hoeveel uren een strip is.")
    budget: Money | None = Field(
        default=None, description="Voor welk bedrag er elk jaar strippen zijn. Zonder: alle kosten van het jaar."
    )
    hours_per_fte: Size | None = Field(
        default=None, description="Hoeveel uren per jaar iemand met een hele baan werkt aan opdrachten."
    )
    joint: Share | None = Field(default=None, description="Welk deel voor gezamenlijke producten blijft.")
    key: Key | None = Field(default=None, description="Hoe de strippen worden verdeeld. Zonder: zoals de kosten.")
    step: Size | None = Field(
        default=None, description="In welke stap strippen worden verdeeld. Zonder: hele strippen."
    )
    carry_over: Share | None = Field(
        default=None, description="Welk deel van het eigen tegoed ten hoogste meegaat naar het volgende jaar."
    )
    signal: Ratio = Field(
        default=Fraction(5, 4),
        description="Bij welk deel van het eigen tegoed het goede gesprek volgt. Zonder: 125%.",
    )


def _without_doubles(years: tuple[int, ...]) -> tuple[int, ...]:
    if len(set(years)) < len(years):
        raise Fault("Een jaar staat er twee keer in.", "Haal er een weg.")
    return years


class Costs(Model, description="Wat het kost, en wie wat betaalt."):
    """What it costs, and who pays what."""

    years: Annotated[tuple[Year, ...], AfterValidator(_without_doubles)] = Field(
        default=(), description="De jaren waarvoor dit geldt."
    )
    posts: tuple[Post, ...] = Field(default=(), description="De posten.")
    income: tuple[Income, ...] = Field(default=(), description="Geld van anderen, dat van de kosten afgaat.")
    shares: Annotated[dict[Text, Share], BeforeValidator(each_payer_once)] = Field(
        default={}, description="Wie welk deel betaalt, zoals {provincie: 1/3}. De gemeenten betalen de rest."
    )
    key: Key | None = Field(default=None, description="Hoe de gemeenten hun deel verdelen.")
    indexing: Rise | None = Field(default=None, description="Hoeveel de kosten elk jaar stijgen, zoals 3,5%.")
    members: ByMunicipality[Membership] = Field(
        default={}, description="Wie later meedoet of eerder stopt: {Assen: {from: 2025}}."
    )
    last_year: LastYear | None = Field(default=None, description="De begroting van het jaar ervoor.")
    strips: Strips | None = Field(default=None, description="De strippenkaart.")
    compare: tuple[Key, ...] = Field(default=(), description="Andere sleutels om mee te vergelijken, met hun cijfers.")

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if fault := find_in_shares(sum(self.shares.values(), Fraction()), self.shares):
            raise fault
        payers = {name.lower(): name for name in self.shares}
        for one in self.income:
            if meant := payers.get(one.deduct_from.lower()):
                object.__setattr__(one, "deduct_from", meant)
            if fault := find_in_deduction(one.deduct_from, self.shares):
                raise fault
        return self

    @model_validator(mode="after")
    def _every_year(self) -> Self:
        amounts = [*((one.what, one.amount) for one in self.posts), *((one.source, one.amount) for one in self.income)]
        for what, amount in amounts:
            for _, fault in find_in_years(what, amount, self.years) if isinstance(amount, dict) else ():
                raise fault
        for one in (asked for key in self._keys() for asked in key.assignments):
            if one.year is not None and one.year not in self.years:
                raise Fault(
                    f"De opdracht van {one.municipality} is in {one.year}, en dat staat niet in years.", IN_YEARS
                )
        return self

    def _keys(self) -> list[Key]:
        named = (self.key, self.strips.key if self.strips else None, *self.compare)
        return [key for key in named if key is not None]

    def name_as_listed(self, names: Mapping[str, str]) -> None:
        """Put figures of municipalities of one's own under the names that they have in the list.

        Args:
            names: of those of one's own, by their folded name.
        """
        groups: list[dict[str, Any]] = [self.members, *([self.last_year.contributions] if self.last_year else [])]
        for key in self._keys():
            groups += [key.weights, key.use, key.hours, *([key.days] if isinstance(key.days, dict) else [])]
            for one in key.assignments:
                object.__setattr__(one, "municipality", names.get(fold_name(one.municipality), one.municipality))
        for values in groups:
            under_names(values, names)
