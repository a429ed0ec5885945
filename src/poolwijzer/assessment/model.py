"""An initiative as its file describes it. What is missing is unknown; nothing is filled in here."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, time
from datetime import date as day
from fractions import Fraction
from typing import Annotated, Any, Literal, Self, cast

from pydantic import (
    Field,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    WrapSerializer,
    model_serializer,
    model_validator,
)
from pydantic_core import CoreSchema

from poolwijzer.assessment.answer import USUAL_POINTS, Answers
from poolwijzer.assessment.costs import Costs
from poolwijzer.dutch import is_plural
from poolwijzer.municipalities import UnknownMunicipality, fold_name, known_municipality
from poolwijzer.validation import Bool, Date, Exact, Fault, Model, Moment, Slug, Text, Whole

FORMAT = 2
"""The newest file format. What a release adds to files raises it once; older files are read forever."""
LONG_AGO = datetime(1, 1, 1)  # noqa: DTZ001 - all are compared without offset
"""Before every answer that says when it was given."""

QuestionList = Literal["kort", "volledig"]


def order_of(moment: day) -> datetime:
    """What to sort moments by: a day counts as its beginning, and a time with an offset as that instant in UTC."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    with suppress(OverflowError):  # in the first and last hours of the calendar an offset shifts nothing
        moment = moment if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.replace(tzinfo=None)


class MenusUsed(Model, description="De menu's waarmee dit is ingevuld. Dat schrijft het programma."):
    """The menus a file was answered with; written by the program."""

    version: Text = Field(description="De versie van de menu's.")
    hash: Text = Field(description="De controlesom van de menu's.")


class _UnknownParticipant(UnknownMunicipality):
    """In a file there can be thousands, and pydantic asks for the text of each."""

    def __str__(self) -> str:
        return self._text


class Participant(Model, description="Een eigen gemeente, met haar aantal inwoners."):
    """A municipality: from the table (then it has a code), or a name with a population of one's own."""

    name: Text = Field(description="De naam van de gemeente.")
    population: Annotated[Whole, Field(ge=1)] | None = Field(default=None, description="Het aantal inwoners.")
    code: str | None = Field(default=None, description="De CBS-code.")

    @model_validator(mode="wrap")
    @classmethod
    def _looked_up(cls, value: Any, read: ModelWrapValidatorHandler[Self]) -> Self:
        # A code stands for the whole municipality, so that what is written can be read again as the same one.
        given = value.get("code") if isinstance(value, dict) else value
        if isinstance(given, str) and not (isinstance(value, dict) and value.keys() - cls.model_fields.keys()):
            if not (found := known_municipality(given)):
                raise _UnknownParticipant(given)
            known = {"name": found.name, "population": found.population, "code": found.code}
            if value is not given:
                return read(known)
            # Nothing in it can change: it is made once for each municipality.
            if found.code not in _TAKING_PART:
                _TAKING_PART[found.code] = read(known)
            return cast(Self, _TAKING_PART[found.code])
        participant = read(value)
        if participant.population is None:
            raise Fault("Bij een eigen gemeente hoort een aantal inwoners.", "Schrijf {name: …, population: 30000}.")
        return participant

    @model_serializer(mode="plain")
    def _as_written(self) -> Any:
        return self.name if self.code else {"name": self.name, "population": self.population}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        whole = super().__get_pydantic_json_schema__(schema, handler)
        fields = whole["properties"]
        fields["population"] = {"type": "integer", "minimum": 1, "description": fields["population"]["description"]}
        fields["code"] = {"type": "string", "minLength": 1, "description": fields["code"]["description"]}
        kinds = [{"required": ["name", "population"]}, {"required": ["code"]}]
        whole = {key: part for key, part in whole.items() if key != "required"} | {"anyOf": kinds}
        return {"anyOf": [{"type": "string", "minLength": 1}, whole]}


_TAKING_PART: dict[str, Participant] = {}


def _as_number(value: Fraction) -> int | float | str:
    """A number as a file writes it without losing anything: 3, 3.5 or 11/3."""
    if value.denominator == 1:
        return int(value)
    return float(value) if Fraction(str(float(value))) == value else str(value)


ExactNumber = Annotated[Exact, PlainSerializer(_as_number)]


class Estimate(Model, extra="allow", description="De eigen inschatting van de groep per as, en de stip van ieder."):
    """Where the group puts itself, before the questions: a place on the answer scale under each axis."""

    __pydantic_extra__: dict[str, ExactNumber] = Field(init=False)
    dots: tuple[tuple[ExactNumber, ...], ...] = Field(
        default=(), description="De stip van ieder: een getal voor elke as, in de volgorde van de menu's."
    )
    """Everyone's own, which is no estimate of the group."""

    @property
    def places(self) -> dict[str, Fraction]:
        """The group's own mark, by axis; empty where it set none."""
        return dict(self.__pydantic_extra__)

    def __bool__(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.__pydantic_extra__ or self.dots)

    @model_serializer(mode="plain")
    def _as_written(self) -> dict[str, Any]:
        # The group's own mark first, which is what places it.
        numbers = {axis: _as_number(place) for axis, place in self.places.items()}
        dots = [list(map(_as_number, dot)) for dot in self.dots]
        return {**numbers, "dots": dots} if dots else numbers


class Initiative(Model, description="Wat het initiatief is."):
    """What the initiative is. The id is written once and never changes."""

    id: Slug = Field(description="Het id. Verander het nooit meer.")
    name: Text = Field(description="De naam van het initiatief.")
    region: str = Field(default="", description="De regio.")
    municipalities: tuple[Participant, ...] = Field(
        default=(), description="De gemeenten: een naam, een CBS-code, of een naam met een aantal inwoners."
    )
    date: Date | None = Field(default=None, description="De dag waarop dit is ingevuld, als 2026-01-31.")
    note: str = Field(default="", description="Een zin die in elk verslag komt.")


class Organisation(Model, description="Van wie het antwoord komt."):
    """On whose behalf a respondent answers."""

    kind: Literal["gemeente", "verband"] = Field(description="gemeente, verband of anders.")
    name: Text = Field(description="De naam van de organisatie.")

    @model_validator(mode="after")
    def _official_name(self) -> Self:
        # A municipality that is not in the table keeps its name: it may be an initiative's own.
        if self.kind == "gemeente" and (found := known_municipality(self.name)):
            object.__setattr__(self, "name", found.name)
        return self


class Response(Model, description="De antwoorden van één respondent."):
    """One respondent's answers."""

    id: Slug = Field(description="Het id van de respondent.")
    organisation: Organisation
    role: Literal["ambtelijk", "secretaris", "bestuurlijk"] | None = Field(
        default=None, description="ambtelijk, secretaris of bestuurlijk."
    )
    basis: Literal["namens-organisatie", "eigen-beeld"] = Field(
        default="eigen-beeld", description="namens-organisatie of eigen-beeld."
    )
    named: Bool = Field(default=False, description="true als de naam van de gemeente genoemd mag worden.")
    date: Moment | None = Field(
        default=None, description="De dag van het antwoord, als 2026-01-31. De tijd mag erbij: 2026-01-31T09:30."
    )
    questions: QuestionList | None = Field(default=None, description="De lijst die is gevraagd: kort of volledig.")
    delete_on: Date | None = Field(
        default=None, description="De dag waarop dit antwoord weg moet zijn, zoals aan de respondent is beloofd."
    )
    answers: Answers = Field(default={}, description="De antwoorden op de stellingen.")

    @property
    def age(self) -> datetime:
        """When it was given, to order by; no day at all is the oldest."""
        return LONG_AGO if self.date is None else order_of(self.date)


def fold_body(name: str) -> str:
    """What tells a body from another: its name however it is written, with its article or without."""
    return re.sub("^(?:de|het|t) ", "", fold_name(name))


def counted_responses(responses: Sequence[Response], initiative: Initiative) -> Sequence[Response]:
    """Those of the body, and of the municipalities that the initiative lists; without a list, of all municipalities."""
    if not responses:
        return responses
    from poolwijzer.assessment.many import ManyResponses  # it stands on this module

    listed = {municipality.name for municipality in initiative.municipalities}
    if not listed:
        return responses

    def counts(organisation: Organisation) -> bool:
        return organisation.kind != "gemeente" or organisation.name in listed

    if isinstance(responses, ManyResponses):
        return responses.of(counts)
    return tuple(one for one in responses if counts(one.organisation))


Number = Literal["enkelvoud", "meervoud"]
"""Whether a name stands for one organisation or for more."""


class NamedChoice(Model, description="Een keuze met een naam."):
    """A choice with the name it goes by, article included: *de provincie Drenthe*."""

    kind: Slug = Field(description="Het id van het antwoord.")
    name: str = Field(default="", description="De naam, met het lidwoord: de provincie Drenthe.")
    number: Number | None = Field(
        default=None, description="enkelvoud of meervoud, voor de werkwoorden. Zonder volgt het uit de naam."
    )
    also: str = Field(
        default="", description="Een tweede samenwerking die meedoet. Staat in het verslag en telt niet mee."
    )

    @property
    def plural(self) -> bool:
        """Whether it goes with verbs in the plural."""
        return is_plural(self.name) if self.number is None else self.number == "meervoud"


class DatedChoice(Model, description="Een bron van geld, met het laatste jaar."):
    """Money that is certain, until and including a year."""

    source: Slug = Field(description="Het id van de bron van het geld.")
    until: Annotated[Whole, Field(ge=2000, le=2200)] | None = Field(
        default=None, description="Het laatste jaar waarin het geld zeker is."
    )


ContextAnswer = str | NamedChoice | tuple[str | DatedChoice, ...]
Context = dict[Slug, ContextAnswer]


class KeyQuestion(Model, description="Het eigen antwoord op de sleutelvraag."):
    """The group's own answer to the key question."""

    answer: str = Field(default="", description="Het antwoord van de groep.")


class Choice(Model, description="Wat de groep koos bij een component."):
    """What was chosen for a component, what is being considered, and why."""

    options: tuple[Slug, ...] = Field(default=(), description="De opties die de groep koos.")
    considering: tuple[Slug, ...] = Field(default=(), description="De opties die de groep nog overweegt.")
    other: tuple[Text, ...] = Field(default=(), description="Een eigen keuze, in eigen woorden.")
    consideration: str = Field(default="", description="Waarom.")


class Agreement(Model, description="Een afspraak: wie doet wat, en wanneer."):
    """Who does what, and when."""

    what: Text = Field(description="Wat er is afgesproken.")
    who: str = Field(default="", description="Wie het doet.")
    when: str = Field(default="", description="Wanneer.")


class Highlights(Model, description="Wat de groep meeneemt."):
    """What a group brings back to the plenary: how it went, what struck, eye-openers, whether it was worthwhile."""

    course: str = Field(default="", description="Hoe het ging.")
    striking: str = Field(default="", description="Wat opviel.")
    eye_opener: str = Field(default="", description="Een eyeopener.")
    worthwhile: str = Field(default="", description="Of het de moeite waard was.")


class Measurement(Model, description="Een eerdere meting."):
    """An earlier measurement of the same initiative."""

    date: Date = Field(description="De dag van de meting, als 2026-01-31.")
    menus: MenusUsed | None = Field(
        default=None, description="De menu's waarmee dit is ingevuld. Dat schrijft het programma."
    )
    questions: QuestionList | None = Field(default=None, description="De lijst die is gevraagd: kort of volledig.")
    context: Context = Field(default={}, description="De antwoorden op de vragen over de situatie.")
    estimate: Estimate = Field(default_factory=Estimate)
    answers: Answers = Field(default={}, description="De antwoorden, elk met een eigen id.")
    responses: tuple[Response, ...] = Field(default=(), description="De antwoorden van wie apart antwoordde.")
    key_question: KeyQuestion = Field(default_factory=KeyQuestion)
    highlights: Highlights = Field(default_factory=Highlights)
    needs: tuple[Text, ...] = Field(default=(), description="Waar de groep toen behoefte aan had.")

    @property
    def tells(self) -> bool:
        """Whether it holds what the group said beside its answers, which files of before have only once."""
        return bool(self.key_question.answer or self.needs) or self.highlights != Highlights()


def _write_each(responses: Sequence[Response], write: SerializerFunctionWrapHandler) -> Any:
    return write(tuple(responses))  # very many are no tuple: see `ManyResponses`


class Assessment(Model, description="Het bestand van een initiatief."):
    """One initiative's file as a value. The file itself is the newest measurement."""

    poolwijzer: Annotated[Whole, Field(ge=1, le=FORMAT)] = Field(description="Het formatnummer.")
    menus: MenusUsed | None = Field(
        default=None, description="De menu's waarmee dit is ingevuld. Dat schrijft het programma."
    )
    initiative: Initiative
    questions: QuestionList | None = Field(default=None, description="De lijst die is gevraagd: kort of volledig.")
    context: Context = Field(default={}, description="De antwoorden op de vragen over de situatie.")
    estimate: Estimate = Field(default_factory=Estimate)
    answers: Answers = Field(default={}, description="De antwoorden van de groep op de stellingen.")
    responses: Annotated[tuple[Response, ...], WrapSerializer(_write_each)] = Field(
        default=(), description="De antwoorden van wie apart antwoordde."
    )
    key_question: KeyQuestion = Field(default_factory=KeyQuestion)
    choices: dict[Slug, Choice] = Field(default={}, description="De keuzes per component.")
    costs: Costs | None = Field(default=None, description="Wat het kost, en wie wat betaalt.")
    agreements: tuple[Agreement, ...] = Field(default=(), description="De afspraken.")
    highlights: Highlights = Field(default_factory=Highlights)
    needs: tuple[Text, ...] = Field(default=(), description="Waar de groep nog behoefte aan heeft.")
    measurements: tuple[Measurement, ...] = Field(default=(), description="Eerdere metingen, de oudste eerst.")
    own: dict[str, Any] = Field(default={}, description="Eigen gegevens. Het programma bewaart ze en leest ze niet.")

    @model_validator(mode="after")
    def _one_name_each(self) -> Self:
        # An own municipality answers under the name that it has in the list, and a body under one name.
        own = {fold_name(one.name): one.name for one in self.initiative.municipalities if not one.code}
        own |= {fold_name(found.name): name for name in own.values() if (found := known_municipality(name))}
        names: dict[str, dict[str, str]] = {"gemeente": own, "verband": {}}
        for response in (*self.responses, *(one for earlier in self.measurements for one in earlier.responses)):
            organisation = response.organisation
            if organisation.kind == "verband":
                name = names["verband"].setdefault(fold_body(organisation.name), organisation.name)
            else:
                name = own.get(fold_name(organisation.name), "") if own else ""
            if name and name != organisation.name:
                object.__setattr__(organisation, "name", name)
        if own and self.costs:
            self.costs.name_as_listed(own)
        return self

    @property
    def number_of_municipalities(self) -> int | None:
        """How many municipalities the initiative lists; None if it lists none, which says nothing."""
        return len(self.initiative.municipalities) or None

    def counted(self) -> Sequence[Response]:
        """The respondents who count: of the body, and of the municipalities in the list; without a list, of all."""
        return counted_responses(self.responses, self.initiative)

    def format_used(self) -> int:
        """The oldest file format that can say this."""
        moments: tuple[Assessment | Measurement, ...] = (self, *self.measurements)
        answers = [moment.answers for moment in moments]
        responses = [response for moment in moments for response in moment.responses]
        answers += [response.answers for response in responses]
        named = [one for moment in moments for one in moment.context.values() if isinstance(one, NamedChoice)]
        newer = (
            any(
                not answer.given or answer.count or not answer.agreed or len(answer.votes or ()) > USUAL_POINTS
                for given in answers
                for answer in given.values()
            )
            or any(isinstance(response.date, datetime) or response.delete_on for response in responses)
            or any(one.number or one.also for one in named)
            or any(moment.estimate.dots for moment in moments)
            or any(earlier.tells for earlier in self.measurements)
            or self.costs is not None
        )
        return 2 if newer else 1

    def chosen(self) -> frozenset[str]:
        """Every option that is chosen; considering is not choosing."""
        return frozenset(option for choice in self.choices.values() for option in choice.options)
