"""An initiative as its file describes it. What is missing is unknown; nothing is filled in here."""

from fractions import Fraction
from typing import Annotated, Any, Final, Literal, Self, cast

from pydantic import (
    Field,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PlainSerializer,
    model_serializer,
    model_validator,
)
from pydantic_core import CoreSchema

from poolwijzer.municipalities import find_municipality, known_municipality
from poolwijzer.validation import Bool, Date, Exact, Fault, Model, Slug, Text, Whole

FORMAT = 1
"""The number of the file format. Every new key raises it; older files are read forever."""
UNKNOWN: Final = "weet-niet"

QuestionList = Literal["kort", "volledig"]


class MenusUsed(Model):
    """The menus a file was answered with; written by the program."""

    version: Text
    hash: Text


class Participant(Model):
    """A municipality: from the table (then it has a code), or a name with a population of one's own."""

    name: Text
    population: Annotated[Whole, Field(ge=1)] | None = None
    code: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _looked_up(cls, value: Any) -> Any:
        # A code stands for the whole municipality, so that what is written can be read again as the same one.
        given = value.get("code") if isinstance(value, dict) else value
        if not isinstance(given, str):
            return value
        found = find_municipality(given)
        return {"name": found.name, "population": found.population, "code": found.code}

    @model_validator(mode="after")
    def _of_known_size(self) -> Self:
        if self.population is None:
            raise Fault("Bij een eigen gemeente hoort een aantal inwoners.", "Schrijf {name: …, population: 30000}.")
        return self

    @model_serializer(mode="plain")
    def _as_written(self) -> Any:
        return self.name if self.code else {"name": self.name, "population": self.population}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "minLength": 1}, super().__get_pydantic_json_schema__(schema, handler)]}


def _as_number(value: Fraction) -> int | float | str:
    """A number as a file writes it without losing anything: 3, 3.5 or 11/3."""
    if value.denominator == 1:
        return int(value)
    return float(value) if Fraction(str(float(value))) == value else str(value)


Estimate = dict[Slug, Annotated[Exact, PlainSerializer(_as_number)]]
"""Where the group puts itself on an axis, on the answer scale."""


class Initiative(Model):
    """What the initiative is. The id is written once and never changes."""

    id: Slug
    name: Text
    region: str = ""
    municipalities: tuple[Participant, ...] = ()
    date: Date | None = None
    note: str = ""
    """Said in every report, such as who filled this in."""


class Answer(Model):
    """An answer to a statement: a point on the scale, or `weet-niet`."""

    value: Whole | Literal["weet-niet"]
    note: str = ""
    votes: tuple[Annotated[Whole, Field(ge=0)], ...] | None = None
    """Hands counted for each point of the scale, lowest first."""

    @model_validator(mode="wrap")
    @classmethod
    def _plain(cls, value: Any, read: ModelWrapValidatorHandler[Self]) -> Self:
        # A bare answer is nearly always one of six words, and nothing in it can change: it is made once.
        if value.__class__ is str and value in _BARE:
            return cast(Self, _BARE[value])
        answer = read({"value": value} if isinstance(value, str | int) else value)
        if value.__class__ is str and len(_BARE) < _MOST_BARE:
            _BARE[value] = answer
        return answer

    @model_serializer(mode="plain")
    def _as_written(self) -> Any:
        if not self.note and self.votes is None:
            return self.value
        votes = {} if self.votes is None else {"votes": list(self.votes)}
        return {"value": self.value, **({"note": self.note} if self.note else {}), **votes}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        whole = super().__get_pydantic_json_schema__(schema, handler)
        return {"anyOf": [{"type": "integer"}, {"const": UNKNOWN}, whole]}

    @property
    def known(self) -> int | None:
        """The point on the scale; None for *weet niet*."""
        return self.value if isinstance(self.value, int) else None


_BARE: dict[str, Answer] = {}
_MOST_BARE = 64
Answers = dict[Slug, Answer]


class Organisation(Model):
    """On whose behalf a respondent answers."""

    kind: Literal["gemeente", "verband"]
    name: Text

    @model_validator(mode="after")
    def _official_name(self) -> Self:
        # A municipality that is not in the table keeps its name: it may be an initiative's own.
        if self.kind == "gemeente" and (found := known_municipality(self.name)):
            object.__setattr__(self, "name", found.name)
        return self


class Response(Model):
    """One respondent's answers."""

    id: Slug
    organisation: Organisation
    role: Literal["ambtelijk", "secretaris", "bestuurlijk"] | None = None
    basis: Literal["namens-organisatie", "eigen-beeld"] = "eigen-beeld"
    named: Bool = False
    date: Date | None = None
    questions: QuestionList | None = None
    answers: Answers = {}


class NamedChoice(Model):
    """A choice with the name it goes by, article included: *de provincie Drenthe*."""

    kind: Slug
    name: str = ""


class DatedChoice(Model):
    """Money that is certain, until and including a year."""

    source: Slug
    until: Annotated[Whole, Field(ge=2000, le=2200)] | None = None


ContextAnswer = str | NamedChoice | tuple[str | DatedChoice, ...]
Context = dict[Slug, ContextAnswer]


class KeyQuestion(Model):
    """The group's own answer to the key question."""

    answer: str = ""


class Choice(Model):
    """What was chosen for a component, what is being considered, and why."""

    options: tuple[Slug, ...] = ()
    considering: tuple[Slug, ...] = ()
    other: tuple[Text, ...] = ()
    consideration: str = ""


class Agreement(Model):
    """Who does what, and when."""

    what: Text
    who: str = ""
    when: str = ""


class Highlights(Model):
    """What a group brings back to the plenary: how it went, what struck, eye-openers, whether it was worthwhile."""

    course: str = ""
    striking: str = ""
    eye_opener: str = ""
    worthwhile: str = ""


class Measurement(Model):
    """An earlier measurement of the same initiative."""

    date: Date
    menus: MenusUsed | None = None
    questions: QuestionList | None = None
    context: Context = {}
    estimate: Estimate = {}
    answers: Answers = {}
    responses: tuple[Response, ...] = ()


class Assessment(Model):
    """One initiative's file as a value. The file itself is the newest measurement."""

    poolwijzer: Annotated[Whole, Field(ge=1)]
    menus: MenusUsed | None = None
    initiative: Initiative
    questions: QuestionList | None = None
    context: Context = {}
    estimate: Estimate = {}
    answers: Answers = {}
    responses: tuple[Response, ...] = ()
    key_question: KeyQuestion = Field(default_factory=KeyQuestion)
    choices: dict[Slug, Choice] = {}
    agreements: tuple[Agreement, ...] = ()
    highlights: Highlights = Field(default_factory=Highlights)
    needs: tuple[Text, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    own: dict[str, Any] = {}

    def chosen(self) -> frozenset[str]:
        """Every option that is chosen; considering is not choosing."""
        return frozenset(option for choice in self.choices.values() for option in choice.options)
