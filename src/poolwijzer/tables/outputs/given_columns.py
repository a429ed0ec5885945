"""The columns of a table of outcomes with what a group said itself, so that the table can be read as initiatives again.

Whatever is free text stays in the files: a table of outcomes goes from hand to hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.assessment.check import DOTS
from poolwijzer.content.content import Content
from poolwijzer.content.questions import ContextQuestion
from poolwijzer.report.grid_names import tell_dot
from poolwijzer.tables.outputs.cells import WITH_GIVEN, WITH_RESPONDENTS, Kind, OutputColumn, list_text
from poolwijzer.tables.outputs.statement_texts import question_texts, statement_texts
from poolwijzer.tables.row import GivenRow, Row

_LISTS = ("choices", "dated-choices")


def given_columns(content: Content) -> Iterator[OutputColumn]:
    """Every one of them, in the order of the menus."""
    scale = content.typology.scale
    point, points = "punt op de antwoordschaal", f"{scale.lowest} t/m {scale.highest}"
    texts, questions = statement_texts(content), question_texts(content)
    yield _column("questions", _key("questions"), "word", "Welke lijst er gevraagd is.", 10, range="kort, volledig")
    for name, question in content.context.items():
        yield from _context(name, question, questions[name])
    for axis, known in content.typology.axes.items():
        yield _column(
            f"estimate.{axis}",
            partial(_part, "estimate", axis),
            "number",
            "Waar de groep zichzelf plaatste op deze as, voor de vragen.",
            10,
            about=known.title,
            unit=point,
            range=points,
            family="estimate.<as>",
        )
    yield _column(
        f"estimate.{DOTS}",
        lambda given: list(_dots(given["estimate"], content)),
        "list",
        "De stip van ieder: de letters gaan van links naar rechts, de cijfers van onder naar boven.",
        16,
    )
    for name in content.every_statement:
        yield _column(
            f"answers.{name}",
            partial(_part, "answers", name),
            "answer",
            "Wat de groep samen antwoordde op deze stelling.",
            10,
            about=texts[name],
            unit=point,
            range=f"{points}, of {UNKNOWN}",
            family="answers.<stelling>",
        )
    for name in content.every_statement:
        yield _column(
            f"answers.{name}.votes",
            partial(_part, "votes", name),
            "wholes",
            "De handen voor elk punt van de schaal, van laag naar hoog; een laatste getal is voor weet niet.",
            12,
            about=texts[name],
            unit="handen",
            range="vanaf 0",
            family="answers.<stelling>.votes",
        )
    for name in content.every_statement:
        yield _column(
            f"answers.{name}.agreed",
            partial(_agreed, name),
            "word",
            "Of de groep dit antwoord afsprak: false als het alleen van de meeste handen komt, anders leeg.",
            10,
            about=texts[name],
            range="false",
            family="answers.<stelling>.agreed",
            since=WITH_RESPONDENTS,
        )
    yield _column(
        "unknown_answers",
        lambda given: [name for name, value in given["answers"].items() if value == UNKNOWN],
        "list",
        "Op welke stellingen de groep weet niet antwoordde.",
        16,
        range="ids van stellingen",
        since=WITH_RESPONDENTS,
    )


def _agreed(name: str, given: GivenRow) -> str | None:
    """Something only where an answer was taken from hands, so that it is not taken for settled when read again."""
    return "false" if name in given["unagreed"] else None


def _context(name: str, question: ContextQuestion, about: str) -> Iterator[OutputColumn]:
    kind: Kind = "list" if question.kind in _LISTS else "date" if question.kind == "date" else "text"
    answers = "" if question.kind == "date" else ", ".join(question.answers)
    read = {"list": _answers, "date": _day, "text": _answer}[kind]
    family = "context.<vraag>"
    meaning = "Wat de groep antwoordde op deze vraag over de situatie."
    yield _column(f"context.{name}", _about(name, read), kind, meaning, 20, about=about, range=answers, family=family)
    if question.kind == "named-choice":
        yield _column(f"context.{name}.name", _about(name, _name), "text", "Hoe die organisatie heet.", 24, about=about)
        also = "Een tweede organisatie die meedoet en niet meetelt."
        yield _column(f"context.{name}.also", _about(name, _also), "text", also, 24, about=about)
        number = "Of het één organisatie is of meer."
        told = "enkelvoud, meervoud"
        yield _column(f"context.{name}.number", _about(name, _number), "word", number, 12, about=about, range=told)


def _column(
    header: str,
    value: Callable[..., Any],
    kind: Kind,
    meaning: str,
    width: int,
    *,
    since: int = WITH_GIVEN,
    **more: Any,
) -> OutputColumn:
    def of_row(row: Row) -> Any:
        given: GivenRow | None = row["given"]
        return None if given is None else value(given)

    return OutputColumn(header, of_row, kind, meaning, width, since=since, **more)


def _key(name: str) -> Callable[[GivenRow], Any]:
    return lambda given: given[name]  # type: ignore[literal-required]


def _part(key: str, name: str, given: GivenRow) -> Any:
    return given[key].get(name)  # type: ignore[literal-required]


def _about(question: str, read: Callable[[Any], Any]) -> Callable[[GivenRow], Any]:
    return lambda given: read(given["context"].get(question))


def _dots(estimate: dict[str, Any], content: Content) -> Iterator[str]:
    """Everyone's own dot by its name; between the points of the grid by its numbers."""
    for dot in estimate.get(DOTS, ()):
        yield tell_dot(dict(zip(content.typology.axes, map(Fraction, map(str, dot)), strict=False)), content)


def _answer(value: Any) -> str | None:
    """One answer, with a name or not."""
    if isinstance(value, dict):
        return str(value["kind"])
    if isinstance(value, list):
        return list_text(map(_source, value))
    return None if value is None else str(value)


def _answers(value: Any) -> list[str] | None:
    """Several answers, with a year to them or not."""
    if value is None or isinstance(value, str):
        return value if value is None else [value]
    return list(map(_source, value))


def _day(value: Any) -> date | str | None:
    """A day; another text, as menus of before may have asked for, stays one."""
    try:
        return None if value is None else date.fromisoformat(value)
    except (TypeError, ValueError):
        return str(value)


def _source(value: Any) -> str:
    """Who pays, with the last year if that is known."""
    return f"{value['source']} ({value['until']})" if isinstance(value, dict) else str(value)


def _name(value: Any) -> str | None:
    return str(value["name"]) if isinstance(value, dict) else None


def _also(value: Any) -> str | None:
    return str(value["also"]) if isinstance(value, dict) else None


def _number(value: Any) -> str | None:
    number = value["number"] if isinstance(value, dict) else None
    return None if number is None else str(number)
