"""A survey for LimeSurvey, as its documented *Tab Separated Value survey structure* (.txt) that it imports.

What a column of the export is called follows from the codes given here: `gemeente`, `role`, `basis`, `named`, and the
id of a statement between brackets, as in `s1[m2]`. So the export comes back without a map.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.formats.registry import Theme
from poolwijzer.forms.questionnaire import BASIS_QUESTION, ROLE_QUESTION, Question, QuestionGroup, Questionnaire
from poolwijzer.forms.survey_questions import SURVEY_QUESTION, refuse_body
from poolwijzer.forms.words import ABOUT_YOU, EVIDENCE, NOTE, Choices
from poolwijzer.municipalities import known_municipality
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.report.typed_text import sanitize_text
from poolwijzer.tables.vocabulary import MUNICIPALITY

COLUMNS = (
    *("id", "related_id", "class", "type/scale", "name", "relevance", "text", "help", "language", "validation"),
    *("mandatory", "encrypted", "other", "default", "same_default", "same_script"),
)
LANGUAGE = "nl"
THANKS = "Dank u wel. Uw antwoorden zijn verstuurd."
HOW = "Kies bij elke stelling één antwoord."
MAY_BE_EMPTY = f"{NOTE}. Dit mag leeg blijven."
_CODE = re.compile("[a-z0-9]{1,13}")
_UNKNOWN_CODE = "wn"
"""For *weet niet*: a code has five letters or digits at most."""
_LIST, _ARRAY, _TEXTS, _TRUTH = "!", "F", "Q", "Y"
"""Types of questions: a list to choose from, a table with a row for each statement, short texts, and yes or no."""
# LimeSurvey reads these as markup and as formulas; nothing that a person typed may be either.
_PLAIN = str.maketrans({"<": "‹", ">": "›", "{": "(", "}": ")", "\t": " "})


def render(questionnaire: Questionnaire, theme: Theme, on: date) -> bytes:
    """The survey, as text with tabs that begins with a byte order mark.

    Args:
        questionnaire: What is asked.
        theme: A survey has the look of where it runs.
        on: Nothing in a survey hangs on the day on which it was made.

    Raises:
        InputError: it is for the existing body, or a statement has an id that LimeSurvey does not take.
    """
    del theme, on
    refuse_body(questionnaire, "LimeSurvey")
    problems = [
        Problem(
            "menus", f"Het id {quote(one.id)} past niet in LimeSurvey.", "Daar mogen hooguit 13 letters en cijfers in."
        )
        for one in questionnaire.questions
        if not _CODE.fullmatch(one.id)
    ]
    if problems:
        raise InputError(problems)
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(questionnaire))
    return file.getvalue().encode("utf-8-sig")


def _rows(asked: Questionnaire) -> Iterator[dict[str, str]]:
    settings = {
        "sid": str(100_000 + int(asked.form.id, 16) % 900_000),
        "language": LANGUAGE,
        "format": "G",
        "anonymized": "N",
        "datestamp": "Y",
        "ipaddr": "N",
        "refurl": "N",
        "savetimings": "N",
    }
    for name, value in settings.items():
        yield {"class": "S", "name": name, "text": value}
    texts = {
        "surveyls_title": _plain(asked.title),
        "surveyls_welcometext": "<br />".join(_plain(line) for line in (*asked.opening, asked.note)),
        "surveyls_endtext": THANKS,
    }
    for name, value in texts.items():
        yield {"class": "SL", "name": name, "text": value, "language": LANGUAGE}
    yield _group(1, ABOUT_YOU)
    yield from _about_you(asked)
    number = 0
    for place, group in enumerate(asked.groups, start=1):
        yield _group(1 + place, group.title)
        for index, (answers, questions) in enumerate(_by_scale(group).items()):
            code = f"{place}{chr(ord('a') + index) if index else ''}"
            yield from _statements(code, answers, questions, number)
            number += len(questions)


def _about_you(asked: Questionnaire) -> Iterator[dict[str, str]]:
    if asked.organisations:
        yield _question(_LIST, MUNICIPALITY, SURVEY_QUESTION, mandatory=True)
        yield from _answers((_municipality_code(place, name), name) for place, name in enumerate(asked.organisations))
    else:
        yield _question("S", MUNICIPALITY, SURVEY_QUESTION, mandatory=True)
    yield _question(_LIST, "role", ROLE_QUESTION)
    yield from _answers((code[:5], words) for code, words in asked.roles)
    yield _question(_LIST, "basis", BASIS_QUESTION)
    yield from _answers((code[:5], words) for code, words in asked.bases)
    yield _question(_TRUTH, "named", asked.named)


def _municipality_code(place: int, name: str) -> str:
    """The number of Statistics Netherlands where there is one; what is made up here stands for no municipality."""
    found = known_municipality(name)
    return found.code.removeprefix("GM") if found else f"e{place}"


def _by_scale(group: QuestionGroup) -> dict[Choices, list[Question]]:
    found: dict[Choices, list[Question]] = {}
    for question in group.questions:
        found.setdefault(question.answers, []).append(question)
    return found


def _statements(code: str, answers: Choices, questions: list[Question], number: int) -> Iterator[dict[str, str]]:
    """A table of statements, and below it room for a note with each; `number` of them came before."""
    numbered = list(enumerate(questions, start=number + 1))
    evidence = (f"{place}. {_plain(one.evidence)}" for place, one in numbered if one.evidence)
    yield _question(_ARRAY, f"s{code}", HOW, help="<br />".join((f"{EVIDENCE}:", *evidence)))
    for place, one in numbered:
        yield _sub(one.id, f"{place}. {one.text}")
    yield from _answers((_UNKNOWN_CODE if point == UNKNOWN else point, words) for point, words in answers)
    yield _question(_TEXTS, f"t{code}", MAY_BE_EMPTY)
    for place, one in numbered:
        yield _sub(f"{one.id}comment", f"Bij stelling {place}")


def _group(number: int, title: str) -> dict[str, str]:
    return {"class": "G", "type/scale": str(number), "name": _plain(title), "language": LANGUAGE}


def _question(kind: str, code: str, text: str, *, help: str = "", mandatory: bool = False) -> dict[str, str]:
    return {
        "class": "Q",
        "type/scale": kind,
        "name": code,
        "relevance": "1",
        "text": _plain(text),
        "help": help,
        "language": LANGUAGE,
        "mandatory": "Y" if mandatory else "N",
        "other": "N",
    }


def _sub(code: str, text: str) -> dict[str, str]:
    return {
        "class": "SQ",
        "type/scale": "0",
        "name": code,
        "relevance": "1",
        "text": _plain(text),
        "language": LANGUAGE,
    }


def _answers(choices: Iterable[tuple[str, str]]) -> Iterator[dict[str, str]]:
    for code, words in choices:
        yield {"class": "A", "type/scale": "0", "name": code, "text": _plain(words), "language": LANGUAGE}


def _plain(text: str) -> str:
    return " ".join(sanitize_text(text).split()).translate(_PLAIN)
