"""What is kept of one initiative among many: plain data, small, and the same from every format that was read.

Keys are English and values as in `advise --json`. Scores and shares are rounded to four decimals; unknown is None.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, NotRequired

from pydantic_core import from_json
from typing_extensions import TypedDict

from poolwijzer.assessment.model import Assessment, ContextAnswer, DatedChoice
from poolwijzer.engine.response_means import hide_reach
from poolwijzer.engine.results import FindingKind, Placement, Verdict
from poolwijzer.municipalities import known_municipality
from poolwijzer.outcome import Outcome
from poolwijzer.problems import UNSHARED, Problem
from poolwijzer.report.data import make_plain
from poolwijzer.report.sentences import SentenceMaker
from poolwijzer.tables.costs_row import CostsRow, costs_row
from poolwijzer.tables.response_row import RespondentsRow, StatementRow, respondents_row, statement_rows, told_means

GOOD: Literal["goed"] = "goed"
PARTLY: Literal["let-op"] = "let-op"
WRONG: Literal["fout"] = "fout"
SEE_SCREEN = "Wie de opdracht gaf, ziet op het scherm wat er staat."


class InitiativeRow(TypedDict):
    """Which initiative it is; of one that cannot be used, as far as that is known, only its id and its name."""

    id: str
    name: str
    region: str
    date: str | None
    municipalities: list[str]
    own_municipalities: dict[str, int]
    """The inhabitants of those that no table of municipalities knows, by their names."""
    population: int | None
    """Inhabitants together; None without municipalities."""
    municipality_codes: list[str | None]
    """The codes of CBS, in the order of the municipalities; None for one that no table knows."""
    provinces: list[str]
    """Those that the municipalities lie in, each once."""
    res_regions: list[str]
    """The regions of the Regionale Energiestrategie that they belong to, each once."""


class AxisRow(TypedDict):
    """The place on one axis, on the answer scale; coverage is a share from 0 to 1."""

    score: float | None
    low: float
    high: float
    level: str | None
    coverage: float
    municipality_coverage: float | None
    """The share of the municipalities that answered on it; None where none did apart, or no list names them."""
    status: str
    source: str | None
    divided: bool


class PlacementRow(TypedDict):
    """Where it stands in the typology."""

    axes: dict[str, AxisRow]
    in_play: list[str]
    nearest: str | None
    divided: bool
    status: str
    source: str | None


class ChoiceRow(TypedDict):
    """What the group filled in for a component: ids of options, and what it wrote itself."""

    options: list[str]
    considering: list[str]
    other: list[str]


class GivenRow(TypedDict):
    """What the group said itself and its place and verdicts rest on, as a file of an initiative has it."""

    questions: str | None
    context: dict[str, Any]
    estimate: dict[str, Any]
    answers: dict[str, int | str]
    """Points, or that something is not known."""
    votes: dict[str, list[int]]
    """The hands for each point of the scale."""
    unagreed: list[str]
    """The statements whose answer nobody agreed on: it was taken from the hands."""


class FindingRow(TypedDict):
    """What stands out in the choices together."""

    kind: FindingKind
    options: list[str]
    components: list[str]


class ProblemRow(TypedDict):
    """A problem or a remark, at its place in a file, counted from 1."""

    path: str
    line: int | None
    column: int | None
    message: str
    hint: str
    shared: NotRequired[str]
    """What files for others say instead, where the message may repeat what a respondent typed."""


class Row(TypedDict):
    """One initiative of a batch. Of one that cannot be used, only the first six say something."""

    file: str
    """The input as it was named; of a table with the number of the row behind it."""
    status: Literal["goed", "let-op", "fout"]
    """`let-op`: some respondents or some of their answers could not be used, and the others count."""
    rejected: list[int]
    """The rows of its table that do not count because something is wrong with them."""
    problems: list[ProblemRow]
    remarks: list[ProblemRow]
    initiative: InitiativeRow | None
    placement: PlacementRow | None
    signals: list[str]
    """Ids of the points of attention that were raised."""
    strengths: list[str]
    """Ids of those that speak for the initiative."""
    verdicts: dict[str, Verdict]
    """Of every option of the menus."""
    choices: dict[str, ChoiceRow]
    """Per component that was filled in."""
    findings: list[FindingRow]
    given: GivenRow | None
    respondents: RespondentsRow | None
    """Who answered apart; None where nobody did."""
    costs: NotRequired[CostsRow | None]
    """What it costs; None where the file says nothing of that, and left out of what cannot be used."""
    stress: dict[str, Any] | None
    """The stress test, where it was asked for."""
    statements: NotRequired[list[StatementRow]]
    """Every statement, where that was asked for: what a long table is made of."""


def make_row(
    file: str,
    outcome: Outcome,
    *,
    remarks: Iterable[Problem] = (),
    left_out: Iterable[Problem] = (),
    rejected: Iterable[int] = (),
    with_stress: bool = False,
    with_statements: bool = False,
) -> Row:
    """What a table needs of an initiative; `left_out` is what is wrong with what was left out: rows, or answers."""
    found, means = outcome.judgement, told_means(outcome)
    rows, problems = list(rejected), list_problems(left_out)
    row = Row(
        file=file,
        status=PARTLY if rows or problems else GOOD,
        rejected=rows,
        problems=problems,
        remarks=list_problems(remarks),
        initiative=initiative_row(outcome.assessment),
        placement=placement_row(hide_reach(outcome.placement, means, outcome.content.typology.scale)),
        signals=list(found.signals),
        strengths=list(found.strengths),
        verdicts=found.verdicts,
        choices=choice_rows(outcome.assessment),
        findings=[
            FindingRow(kind=one.kind, options=list(one.options), components=list(one.components))
            for one in found.findings
        ],
        given=given_row(outcome.assessment),
        respondents=respondents_row(outcome, means),
        costs=costs_row(outcome),
        stress=make_plain(outcome.stress, SentenceMaker(outcome)) if with_stress else None,
    )
    if with_statements:
        row["statements"] = statement_rows(outcome, means)
    return row


def read_row(line: bytes) -> Row:
    """A row that was kept as a line of JSON."""
    row: Row = from_json(line)  # in half the time of Python's own
    return row


def make_bad_row(
    file: str,
    problems: Iterable[Problem],
    remarks: Iterable[Problem] = (),
    *,
    data: object = None,
    rejected: Iterable[int] = (),
) -> Row:
    """The row of an input that cannot be used; what stood out all the same is told too.

    Args:
        file: How it is called.
        problems: What is wrong with it.
        remarks: What else is worth saying.
        data: What it says, as far as that can be read: for its id and name.
        rejected: Its rows in a table.
    """
    return Row(
        file=file,
        status=WRONG,
        rejected=list(rejected),
        problems=list_problems(problems),
        remarks=list_problems(remarks),
        initiative=_named(data),
        placement=None,
        signals=[],
        strengths=[],
        verdicts={},
        choices={},
        findings=[],
        given=None,
        respondents=None,
        stress=None,
    )


def _named(data: object) -> InitiativeRow | None:
    """The id and the name of an initiative in data that were not read as one."""
    given = data.get("initiative") if isinstance(data, dict) else None
    said = {key: given.get(key) for key in ("id", "name")} if isinstance(given, dict) else {}
    texts = {key: text for key, text in said.items() if isinstance(text, str)}
    if not texts:
        return None
    return InitiativeRow(
        id=texts.get("id", ""),
        name=texts.get("name", ""),
        region="",
        date=None,
        municipalities=[],
        own_municipalities={},
        population=None,
        municipality_codes=[],
        provinces=[],
        res_regions=[],
    )


def list_problems(problems: Iterable[Problem]) -> list[ProblemRow]:
    """Problems as plain data."""
    return [_problem(problem) for problem in problems]


def _problem(problem: Problem) -> ProblemRow:
    row = ProblemRow(
        path=problem.path, line=problem.line, column=problem.column, message=problem.message, hint=problem.hint
    )
    if problem.shared:
        row["shared"] = problem.shared
    return row


def share_row(row: Row) -> Row:
    """The row for others: it repeats nothing that a respondent typed, and says where that stands."""
    told = (*row["problems"], *row["remarks"])
    if not any("shared" in problem for problem in told):
        return row
    return {**row, "problems": share_problems(row["problems"]), "remarks": share_problems(row["remarks"])}


def share_problems(problems: Iterable[ProblemRow]) -> list[ProblemRow]:
    """Problems for others."""
    return [
        ProblemRow(
            path=problem["path"],
            line=problem["line"],
            column=problem["column"],
            message=problem["shared"],
            hint=SEE_SCREEN,
        )
        if "shared" in problem
        else problem
        for problem in problems
        if problem.get("shared") != UNSHARED
    ]


def initiative_row(assessment: Assessment) -> InitiativeRow:
    """Which initiative an assessment is of."""
    initiative = assessment.initiative
    members = initiative.municipalities
    known = [found for one in members if one.code and (found := known_municipality(one.code))]
    return InitiativeRow(
        id=initiative.id,
        name=initiative.name,
        region=initiative.region,
        date=initiative.date.isoformat() if initiative.date else None,
        municipalities=[member.name for member in members],
        own_municipalities={member.name: member.population or 0 for member in members if not member.code},
        population=sum(member.population or 0 for member in members) if members else None,
        municipality_codes=[member.code for member in members],
        provinces=list(dict.fromkeys(one.province for one in known)),
        res_regions=list(dict.fromkeys(one.res_region for one in known)),
    )


def placement_row(placement: Placement) -> PlacementRow:
    """A placement without its trace."""
    return PlacementRow(
        axes={
            name: AxisRow(
                score=make_plain(axis.score),
                low=make_plain(axis.low),
                high=make_plain(axis.high),
                level=axis.level,
                coverage=make_plain(axis.coverage),
                municipality_coverage=make_plain(axis.municipality_coverage),
                status=axis.status,
                source=axis.source,
                divided=axis.divided,
            )
            for name, axis in placement.axes.items()
        },
        in_play=list(placement.in_play),
        nearest=placement.nearest,
        divided=placement.divided,
        status=placement.status,
        source=placement.source,
    )


def choice_rows(assessment: Assessment) -> dict[str, ChoiceRow]:
    """What was filled in, per component by its id, in whatever order it was written."""
    return {
        name: ChoiceRow(options=list(choice.options), considering=list(choice.considering), other=list(choice.other))
        for name, choice in sorted(assessment.choices.items())
    }


def given_row(assessment: Assessment) -> GivenRow:
    """What the group said itself, without what its respondents said, in whatever order it was written."""
    answers = sorted(assessment.answers.items())
    return GivenRow(
        questions=assessment.questions,
        context={name: _plainest(value) for name, value in sorted(assessment.context.items())},
        estimate=dict(sorted(assessment.estimate.model_dump(mode="json").items())),  # everyone's own dots among them
        answers={name: answer.value for name, answer in answers if answer.value is not None},
        votes={name: list(answer.votes) for name, answer in answers if answer.votes},
        unagreed=[name for name, answer in answers if not answer.agreed],
    )


def _plainest(value: ContextAnswer | DatedChoice) -> Any:
    """An answer to a context question in the shortest way that a file has for it."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return list(map(_plainest, value))
    return value.source if isinstance(value, DatedChoice) and value.until is None else value.model_dump()
