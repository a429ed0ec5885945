"""A file held against a model: every misfit told once, in Dutch, at its own place."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Annotated, Any, Literal, Self, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Discriminator, Field, Tag, TypeAdapter, ValidationError, model_validator
from pydantic_core import core_schema

from poolwijzer.municipalities import UnknownRegion
from poolwijzer.problems import InputError
from poolwijzer.validation import Bool, Date, Exact, Fault, Model, Slug, Whole, validate
from poolwijzer.validation.annotations import list_fields
from poolwijzer.validation.sentences import tell_error
from poolwijzer.yamlfile import parse_document


class Colour(Enum):
    RED = "rood"
    GREEN = "groen"


class Answer(Model):
    value: Whole | Literal["weet-niet"]
    note: str = ""
    votes: tuple[Annotated[Whole, Field(ge=0)], ...] | None = None


class Score(Model):
    axis: Slug
    at_least: Exact | None = None
    above: Exact | None = None

    @model_validator(mode="after")
    def _some_bound(self) -> Self:
        if self.at_least is self.above is None:
            raise Fault("Er staat geen grens bij {axis}.", "Zet er {at_least} bij.")
        return self


class AllOf(Model):
    all: Annotated[tuple[When, ...], Field(min_length=1)]


def _kind(value: Any) -> str | None:
    return next((key for key in ("axis", "all") if key in value), None) if isinstance(value, dict) else None


When = Annotated[
    Annotated[Score, Tag("axis")] | Annotated[AllOf, Tag("all")],
    Discriminator(
        _kind,
        custom_error_type="condition",
        custom_error_message="Deze voorwaarde begint niet met een bekend woord.",
    ),
]


class Sheet(Model):
    title: str
    size: Annotated[Whole, Field(ge=1, le=5)] = 1
    sure: Bool = False
    score: Exact | None = None
    weight: Annotated[Exact, Field(gt=0)] | None = None
    day: Date | None = None
    role: Literal["ambtelijk", "bestuurlijk"] | None = None
    colour: Colour | None = None
    answers: dict[Slug, Whole | Literal["weet-niet"] | Answer] = {}
    names: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=2)] = ("x",)
    when: When | None = None
    limit: Exact | Date | None = None
    from_: str | None = Field(default=None, alias="from")
    parts: tuple[Sheet, ...] = ()


def problems_with(text: str, model: type[BaseModel] = Sheet) -> list[str]:
    with pytest.raises(InputError) as caught:
        validate(model, parse_document(text.encode(), "f"))
    return [str(problem) for problem in caught.value.problems]


def read(text: str) -> Sheet:
    return validate(Sheet, parse_document(text.encode(), "f"))


def test_a_good_file_becomes_typed_values() -> None:
    sheet = read(
        "title: ' x '\nsize: 03\nsure: true\nscore: 1/3\nday: 2023-11-01\nrole: ambtelijk\ncolour: rood\n"
        "answers: {m1: 4, m2: weet-niet, m3: {value: 2, votes: [0, 1]}}\nfrom: y\nlimit: 2024-01-01\n"
        "when: {all: [{axis: motivatie, at_least: 3.5}]}\nparts: [{title: z}]\n"
    )
    assert sheet.title == " x "
    assert (sheet.size, sheet.sure, sheet.score) == (3, True, Fraction(1, 3))
    assert sheet.day == datetime.date(2023, 11, 1)
    assert sheet.limit == datetime.date(2024, 1, 1)
    assert sheet.colour is Colour.RED
    assert sheet.answers == {"m1": 4, "m2": "weet-niet", "m3": Answer(value=2, votes=(0, 1))}
    assert sheet.from_ == "y"
    assert isinstance(sheet.when, AllOf)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("title: x\nsize: 6\n", "f:2:7:", ["'6'", "hoogstens 5"]),
        ("title: x\nsize: 0\n", "f:2:7:", ["'0'", "minstens 1"]),
        ("title: x\nsize: 3.5\n", "f:2:7:", ["heel getal", "'3.5'"]),
        ("title: x\nsize: vijf\n", "f:2:7:", ["heel getal", "'vijf'"]),
        ("title: x\nsize:\n", "f:2:6:", ["staat niets", "haal de regel weg"]),
        ("title: x\nsure: ja\n", "f:2:7:", ["true of false", "'ja'"]),
        ("title: x\nscore: 3,5\n", "f:2:8:", ["'3,5'", "Schrijf 3.5, met een punt"]),
        ("title: x\nscore: 1/0\n", "f:2:8:", ["een getal", "'1/0'"]),
        ("title: x\nweight: 0\n", "f:2:9:", ["hoger dan 0"]),
        ("title: x\nweight: -0.5\n", "f:2:9:", ["'-0.5'", "hoger dan 0"]),
        ("title: x\nday: 2026\n", "f:2:6:", ["alleen het jaar '2026'", "2026-01-31"]),
        ("title: x\nday: 2023-02-30\n", "f:2:6:", ["'2023-02-30' bestaat niet"]),
        ("title: x\nday: 1-11-2023\n", "f:2:6:", ["Schrijf 2023-11-01"]),
        ("title: x\nrole: ambtelyk\n", "f:2:7:", ["'ambtelyk'", "Bedoelde u ambtelijk?"]),
        ("title: x\nrole: zzz\n", "f:2:7:", ["'zzz'", "ambtelijk, bestuurlijk"]),
        ("title: x\nrole: [a]\n", "f:2:7:", ["één woord"]),
        ("title: x\ncolour: blauw\n", "f:2:9:", ["'blauw'", "rood, groen"]),
        ("title: [x]\n", "f:1:8:", ["tekst, geen lijst"]),
        ("title: {x: y}\n", "f:1:8:", ["tekst, geen groep"]),
        ("title:\n", "f:1:7:", ["staat niets"]),
        ("title: x\nnames: a\n", "f:2:8:", ["hoort een lijst", "streepje"]),
        ("title: x\nnames: []\n", "f:2:8:", ["mag niet leeg zijn"]),
        ("title: x\nnames: [a, b, c]\n", "f:2:8:", ["hoogstens 2 delen"]),
        ("title: x\nnames: [A b]\n", "f:2:9:", ["'A b'", "kleine letters"]),
        ("title: x\nanswers: tekst\n", "f:2:10:", ["groep van namen"]),
        ("title: x\nanswers: m1:4\n", "f:2:10:", ["spatie na elke dubbele punt"]),
        ("title: x\nanswers: {M1: 4}\n", "f:2:11:", ["'M1'", "kleine letters"]),
        ("title: x\nzork: 1\n", "f:2:1:", ["Onbekend woord 'zork'"]),
        ("title: x\nfrom_: 1\n", "f:2:1:", ["Onbekend woord 'from_'", "Bedoelde u from?"]),
        ("title: x\nparts:\n  - titl: y\n", "f:3:5:", ["Onbekend woord 'titl'", "Bedoelde u title?"]),
        ("title: x\nparts:\n  - size: 1\n", "f:3:5:", ["ontbreekt 'title'"]),
        ("size: 1\n", "f:1:1:", ["ontbreekt 'title'"]),
        ("- a\n", "f:1:1:", ["groep van namen"]),
        ("title: x\nwhen: {foo: 1}\n", "f:2:7:", ["bekend woord"]),
        ("title: x\nwhen: {axis: a}\n", "f:2:7:", ["geen grens bij {axis}.", "Zet er {at_least} bij."]),
        ("title: x\nwhen: {axis: a, at_leest: 3}\n", "f:2:17:", ["'at_leest'", "Bedoelde u at_least?"]),
        ("title: x\nwhen: {axis: a, zork: 3}\n", "f:2:17:", ["Dit kan hier staan: axis, at_least, above"]),
        ("title: x\nwhen: {all: [{all: [{axis: a, above: b}]}]}\n", "f:2:38:", ["een getal", "'b'"]),
        ("title: x\nlimit: straks\n", "f:2:8:", ["'straks'"]),
    ],
)  # fmt: skip
def test_a_misfit_is_one_line_at_its_place(text: str, place: str, words: list[str]) -> None:
    lines = problems_with(text)
    assert len(lines) == 1, lines
    assert lines[0].startswith(place), lines[0]
    for word in words:
        assert word in lines[0]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("vijf", ["heel getal", "'vijf'", "'weet-niet'"]),
        ("weetniet", ["Bedoelde u weet-niet?"]),
        ("[1]", ["heel getal, geen lijst"]),
        ("{valu: 3}", ["Onbekend woord 'valu'", "Bedoelde u value?"]),
        ("{}", ["ontbreekt 'value'"]),
        ("{value: 7.5}", ["heel getal", "'7.5'", "'weet-niet'"]),
        ("{value: 3, votes: [1, -1]}", ["'-1'", "minstens 0"]),
        ("{value: 3, note: [a]}", ["tekst, geen lijst"]),
    ],
)
def test_of_several_readings_only_the_likeliest_is_told(answer: str, words: list[str]) -> None:
    (line,) = problems_with(f"title: x\nanswers:\n  m1: {answer}\n")
    assert line.startswith("f:3:")
    for word in words:
        assert word in line


def test_all_problems_are_told_in_the_order_of_the_file() -> None:
    lines = problems_with("zork: 1\nsize: 9\nparts: [{titl: y}, 3]\nanswers: {m1: x, m2: 9.5}\n")
    places = [tuple(map(int, line.split(":")[1:3])) for line in lines]
    assert places == sorted(places)
    assert len(lines) == 7


def test_a_list_with_a_bad_part_is_not_called_empty() -> None:
    assert len(problems_with("title: x\nnames: [A]\n")) == 1


def test_the_keys_of_a_place_are_found_through_unions_lists_and_dictionaries() -> None:
    assert list_fields(Sheet, ["answers", "m1", "Answer"]) == ["value", "note", "votes"]
    assert list_fields(Sheet, ["when", "axis"]) == ["axis", "at_least", "above"]
    assert list_fields(Sheet, ["when", "all", "all", 0, "axis"]) == ["axis", "at_least", "above"]
    assert "from" in list_fields(Sheet, ["parts", 0])
    assert list_fields(Sheet, ["title"]) == []
    assert list_fields(Sheet, ["nee", "x"]) == []


def test_models_can_be_built_from_python_values() -> None:
    sheet = Sheet(title="x", size=2, sure=True, score=Fraction(1, 3), day=datetime.date(2026, 1, 1))
    assert sheet.score == Fraction(1, 3)
    exact: TypeAdapter[Fraction] = TypeAdapter(Exact)
    for value in (3.7, Decimal("3.7"), "3.7", Fraction(37, 10)):
        assert exact.validate_python(value) == Fraction(37, 10)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Bool, "True"), (Bool, "yes"), (Bool, 1), (Bool, "1"), (Bool, ["true"]),
        (Whole, "1_000"), (Whole, "1e3"), (Whole, " 4"), (Whole, "4.0"), (Whole, "+4"), (Whole, "٤"),
        (Whole, True), (Whole, 4.0), (Whole, "9" * 5000), (Whole, ""),
        (Exact, "1e3"), (Exact, "nan"), (Exact, float("inf")), (Exact, True), (Exact, "1/0"), (Exact, "1/00"),
        (Exact, "½"), (Exact, ""), (Exact, "1.2/3"), (Exact, Decimal("NaN")),
        (Date, "20230101"), (Date, "2023-W01-1"), (Date, datetime.datetime(2023, 1, 1)), (Date, 0),  # noqa: DTZ001
        (Date, "2023-01-01T00:00"), (Date, ""),
        (Slug, "A"), (Slug, "a_b"), (Slug, "-a"), (Slug, "a--b"), (Slug, "a\n"), (Slug, ""), (Slug, "é"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_value_is_refused(kind: Any, value: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


def test_an_exact_number_is_written_as_a_float_of_four_decimals() -> None:
    assert Sheet(title="x", score=Fraction(2, 3)).model_dump()["score"] == 0.6667
    assert '"score":0.6667' in Sheet(title="x", score=Fraction(2, 3)).model_dump_json()


def test_a_date_beside_an_exact_number_is_written_as_a_date() -> None:
    assert '"limit":"2026-01-31"' in Sheet(title="x", limit=datetime.date(2026, 1, 31)).model_dump_json()


def test_the_schema_speaks_the_words_of_json_schema() -> None:
    properties = Sheet.model_json_schema()["$defs"]["Sheet"]["properties"]
    assert properties["size"] == {"default": 1, "maximum": 5, "minimum": 1, "title": "Size", "type": "integer"}
    assert properties["score"]["anyOf"][0] == {"type": ["number", "string"]}
    assert properties["sure"]["type"] == "boolean"


def test_a_model_does_not_change_after_it_is_made() -> None:
    with pytest.raises(ValidationError):
        Sheet(title="x").title = "y"


def test_an_error_of_another_room_explains_itself() -> None:
    unknown = UnknownRegion("Deze streek bestaat niet.", "Kijk op de kaart.")
    assert tell_error("value_error", "x", {"error": unknown}) == (unknown.message, unknown.hint)
    assert tell_error("our_own", "x", {"hint": "Kies axis of all."}, "Fout.") == ("Fout.", "Kies axis of all.")
    message, _ = tell_error("value_error", "x", {"error": ValueError("English words")})
    assert message == "De waarde 'x' past hier niet."


@pytest.mark.parametrize("kind", get_args(core_schema.ErrorType))
@pytest.mark.parametrize("value", ["x", None, ["x"], {"x": "y"}, 3])
def test_every_error_that_pydantic_knows_is_told_in_dutch(kind: str, value: object) -> None:
    message, hint = tell_error(kind, value, {}, "Input should be a valid English sentence")
    assert message.endswith(".")
    assert "Input" not in message + hint
    assert "should" not in message + hint


scalars = st.none() | st.text(max_size=5) | st.sampled_from(["3", "3,5", "weet-niet", "2026", "true", "x"])
keys = st.sampled_from([*Sheet.model_fields, "value", "votes", "axis", "all", "titel", "m1", "[key]"])
data = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5), max_leaves=25
)


class Plain:
    """A source that knows no places."""

    def __init__(self, data: Any) -> None:
        self.data = data
        self.document = parse_document(b"a: 1", "f")

    def locate(self, loc: Any, key: bool = False) -> Any:
        assert all(isinstance(step, str | int) for step in loc)
        return self.document.locate(loc, key)


@given(data)
def test_any_data_fits_or_is_told_in_dutch(data: Any) -> None:
    try:
        validate(Sheet, Plain(data))
    except InputError as error:
        assert error.problems
        for problem in error.problems:
            assert str(problem).startswith("f:")
            assert "should" not in problem.message
            assert "Value error" not in problem.message
