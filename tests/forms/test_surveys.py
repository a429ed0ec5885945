"""Surveys for other programs: what these import, and that what they export is read without a map."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from docx import Document

from poolwijzer.assessment.model import Response
from poolwijzer.content.content import Content
from poolwijzer.forms.limesurvey import COLUMNS
from poolwijzer.forms.questionnaire import BASIS_QUESTION, NAMED_QUESTION, ROLE_QUESTION
from poolwijzer.forms.survey_questions import SURVEY_QUESTION
from poolwijzer.problems import InputError
from tests.forms.asking import ask, written
from tests.tables.test_reading import only, remarks

Rows = list[dict[str, str]]
ANSWERS: tuple[dict[str, int | None], ...] = ({"m2": 4, "m6": 1, "b9": 5}, {"m2": 2, "m6": None, "b9": 3})
"""Of two respondents; None is *weet niet*."""
KEPT = {"id": "1", "submitdate": "2026-11-20 10:11:12", "lastpage": "3", "startlanguage": "nl", "seed": "7"}
"""What LimeSurvey puts in front of the answers."""


@pytest.fixture(scope="module")
def structure(content: Content) -> Rows:
    """The rows of the survey for LimeSurvey."""
    text = written(ask(content), "limesurvey").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter="\t"))


class Exported:
    """A column of LimeSurvey's export of a survey: how it is called, and what a code in it says in full."""

    def __init__(self, question: dict[str, str], sub: dict[str, str] | None, choices: dict[str, str]) -> None:
        self.code = sub["name"] if sub else question["name"]
        self.header = f"{question['name']}[{sub['name']}]" if sub else question["name"]
        self.full_header = f"{question['text']} [{sub['text']}]" if sub else question["text"]
        self.choices = {"Y": "Ja", "N": "Nee"} if question["type/scale"] == "Y" else choices


def columns_of(structure: Rows) -> Iterator[Exported]:
    """The columns, as the documentation of the export has them: one a question, or one a row of a table."""
    questions = [place for place, row in enumerate(structure) if row["class"] == "Q"]
    for place in questions:
        end = next((n for n in range(place + 1, len(structure)) if structure[n]["class"] in ("Q", "G")), len(structure))
        below = structure[place + 1 : end]
        choices = {row["name"]: row["text"] for row in below if row["class"] == "A"}
        subs = [row for row in below if row["class"] == "SQ"]
        for sub in (*subs,) or (None,):
            yield Exported(structure[place], sub, choices)


def export(structure: Rows, *, full: bool, headers: str, given: list[dict[str, str]]) -> str:
    """What LimeSurvey exports of respondents who gave these codes or texts."""
    columns = list(columns_of(structure))
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow([*KEPT, *(getattr(column, headers) for column in columns)])
    for number, one in enumerate(given, start=1):
        said = [one.get(column.code, "") for column in columns]
        if full:
            said = [column.choices.get(text, text) for text, column in zip(said, columns, strict=True)]
        writer.writerow([*(KEPT | {"id": str(number)}).values(), *said])
    return file.getvalue()


def codes_of(structure: Rows, content: Content) -> list[dict[str, str]]:
    """What the two respondents gave, in the codes of the survey."""
    names = {column.code: column.choices for column in columns_of(structure)}["gemeente"]
    towns = [next(code for code, name in names.items() if name == town) for town in ("Emmen", "Assen")]
    return [
        {"gemeente": town, **{name: "wn" if value is None else str(value) for name, value in answers.items()}}
        for town, answers in zip(towns, ANSWERS, strict=True)
    ]


def answers_of(responses: tuple[Response, ...]) -> list[dict[str, int | None]]:
    return [{name: answer.known for name, answer in one.answers.items() if answer.given} for one in responses]


def test_limesurvey_gets_every_statement_as_a_row_of_a_table_under_its_id(content: Content, structure: Rows) -> None:
    asked = ask(content)
    assert tuple(structure[0]) == COLUMNS
    codes = [column.header for column in columns_of(structure)]
    assert codes[:4] == ["gemeente", "role", "basis", "named"]
    assert [f"s1[{one.id}]" for one in asked.groups[0].questions] == [code for code in codes if code.startswith("s1")]
    assert "t1[m2comment]" in codes
    kinds = {row["name"]: row["type/scale"] for row in structure if row["class"] == "Q"}
    assert (kinds["gemeente"], kinds["s1"], kinds["t1"], kinds["named"]) == ("!", "F", "Q", "Y")
    assert all(len(row["name"]) <= 5 for row in structure if row["class"] == "A")


def test_limesurvey_keeps_no_addresses_and_says_what_becomes_of_the_answers(structure: Rows) -> None:
    settings = {row["name"]: row["text"] for row in structure if row["class"] in ("S", "SL")}
    assert {settings[name] for name in ("ipaddr", "refurl", "savetimings")} == {"N"}
    assert "Wij verwijderen de antwoorden op 30 juni 2027." in settings["surveyls_welcometext"]


@pytest.mark.parametrize("full", [True, False])
def test_what_limesurvey_exports_of_it_is_read_without_a_map(content: Content, structure: Rows, full: bool) -> None:
    given = codes_of(structure, content)
    given[0] |= {"role": "bestu", "basis": "namen", "named": "Y", "m2comment": "zie de brief"}
    table = export(structure, full=full, headers="header", given=given)
    responses = only(table, content, "respondents").responses
    assert [one.organisation.name for one in responses] == ["Emmen", "Assen"]
    assert answers_of(responses) == list(ANSWERS)
    first = responses[0]
    assert first.named
    assert (first.role, first.basis) == ("bestuurlijk", "namens-organisatie")
    assert first.answers["m2"].note == "zie de brief"


def test_with_whole_questions_as_headers_limesurvey_is_read_too(content: Content, structure: Rows) -> None:
    given = codes_of(structure, content)
    table = export(structure, full=True, headers="full_header", given=given)
    assert answers_of(only(table, content, "respondents").responses) == list(ANSWERS)


def test_names_are_no_formulas_and_no_markup_in_limesurvey(content: Content) -> None:
    text = written(ask(content, name="{sys.exit} <script>"), "limesurvey").decode("utf-8-sig")
    assert "(sys.exit) ‹script›" in text
    assert "<script" not in text


def test_microsoft_forms_gets_numbered_questions_with_lettered_answers(content: Content) -> None:
    asked = ask(content)
    lines = [one.text for one in Document(io.BytesIO(written(asked, "microsoft-forms"))).paragraphs]
    place = lines.index("1. Namens welke gemeente antwoordt u?")
    assert lines[place + 1 : place + 5] == ["A. Assen", "B. Emmen", "C. Hoogeveen", "2. Wat is uw functie?"]
    place = lines.index(f"5. {asked.questions[0].text}")
    assert lines[place + 1 : place + 7] == [
        f"{letter}. {words}" for letter, (_, words) in zip("ABCDEF", asked.questions[0].answers, strict=True)
    ]
    assert written(asked, "microsoft-forms") == written(asked, "microsoft-forms")


def test_what_microsoft_forms_exports_of_it_is_read_without_a_map(content: Content) -> None:
    questions = {one.id: one for one in ask(content).questions}
    headers = ["ID", "Begintijd", "Voltooiingstijd", "E-mail", "Naam", SURVEY_QUESTION]
    headers += [ROLE_QUESTION, BASIS_QUESTION, NAMED_QUESTION]
    headers += [questions[name].text for name in ANSWERS[0]]
    about = ["secretaris", "namens mijn gemeente", "ja"]
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(headers)
    for number, (town, answers) in enumerate(zip(("Emmen", "Assen"), ANSWERS, strict=True), start=1):
        words = [dict(questions[name].answers)[str(value or "weet-niet")] for name, value in answers.items()]
        writer.writerow([number, "11-20-26 10:00:00", "11-20-26 10:09:00", "anonymous", "", town, *about, *words])
    table = file.getvalue()
    responses = only(table, content, "respondents").responses
    assert answers_of(responses) == list(ANSWERS)
    assert [(one.organisation.name, one.role, one.basis, one.named) for one in responses] == [
        ("Emmen", "secretaris", "namens-organisatie", True),
        ("Assen", "secretaris", "namens-organisatie", True),
    ]
    assert not any("niet bekend" in remark for remark in remarks(table, content, "respondents"))


@pytest.mark.parametrize(("kind", "program"), [("limesurvey", "LimeSurvey"), ("microsoft-forms", "Microsoft Forms")])
def test_the_body_gets_no_survey_but_a_file(content: Content, kind: str, program: str) -> None:
    with pytest.raises(InputError) as error:
        written(ask(content, "verband"), kind)
    assert f"Een vragenlijst voor {program} is er alleen voor gemeenten." in str(error.value)
