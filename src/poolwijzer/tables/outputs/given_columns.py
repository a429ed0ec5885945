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

_LISTS = ("choices", "dated-choices")


def given_columns(content: Content) -> Iterator[OutputColumn]:
    """Every one of them, in the order of the menus."""
    scale = content.typology.scale
    point, points = "punt op de antwoordschaal", f"{scale.lowest} t/m {scale.highest}"
    texts, questions = statement_texts(content), question_texts(content)
    yield _column("questions", ("questions",), "word", "Welke lijst er gevraagd is.", 10, range="kort, volledig")
    for name, question in content.context.items():
        yield from _context(name, question, questions[name])
    for axis, known in content.typology.axes.items():
        yield _column(
            f"estimate.{axis}",
            ("estimate", axis),
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
        ("estimate",),
        "list",
        "De stip van ieder: de letters gaan van links naar rechts, de cijfers van onder naar boven.",
        16,
        read=lambda estimate: list(_dots(estimate, content)),
    )
    for name in content.every_statement:
        yield _column(
            f"answers.{name}",
            ("answers", name),
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
            ("votes", name),
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
            ("unagreed",),
            "word",
            "Of de groep dit antwoord afsprak: false als het alleen van de meeste handen komt, anders leeg.",
            10,
            read=partial(_agreed, name),
            about=texts[name],
            range="false",
            family="answers.<stelling>.agreed",
            since=WITH_RESPONDENTS,
        )
    yield _column(
        "unknown_answers",
        ("answers",),
        "list",
        "Op welke stellingen de groep weet niet antwoordde.",
        16,
        read=lambda answers: [name for name, value in answers.items() if value == UNKNOWN],
        range="ids van stellingen",
        since=WITH_RESPONDENTS,
    )


def _agreed(name: str, unagreed: list[str]) -> str | None:
    """Something only where an answer was taken from hands, so that it is not taken for settled when read again."""
    return "false" if name in unagreed else None


def _context(name: str, question: ContextQuestion, about: str) -> Iterator[OutputColumn]:
    kind: Kind = "list" if question.kind in _LISTS else "date" if question.kind == "date" else "text"
    answers = "" if question.kind == "date" else ", ".join(question.answers)
    reads: dict[Kind, Callable[[Any], Any]] = {"list": _answers, "date": _day, "text": _answer}
    family, place = "context.<vraag>", ("context", name)
    meaning = "Wat de groep antwoordde op deze vraag over de situatie."
    yield _column(
        f"context.{name}", place, kind, meaning, 20, about=about, range=answers, family=family, read=reads[kind]
    )
    if question.kind == "named-choice":
        yield _column(f"context.{name}.name", place, "text", "Hoe die organisatie heet.", 24, about=about, read=_name)
        also = "Een tweede organisatie die meedoet en niet meetelt."
        yield _column(f"context.{name}.also", place, "text", also, 24, about=about, read=_also)
        number = "Of het één organisatie is of meer."
        told = "enkelvoud, meervoud"
        yield _column(f"context.{name}.number", place, "word", number, 12, about=about, range=told, read=_number)


def _column(
    header: str, place: tuple[str, ...], kind: Kind, meaning: str, width: int, *, since: int = WITH_GIVEN, **more: Any
) -> OutputColumn:
    """A column with something of `GivenRow`, by its place in that."""
    return OutputColumn(header, ("given", *place), kind, meaning, width, since=since, **more)


def _dots(estimate: dict[str, Any], content: Content) -> Iterator[str]:
    """Everyone's own dot by its name; between the points of the grid by its numbers."""
    for dot in estimate.get(DOTS, ()):
        yield tell_dot(dict(zip(content.typology.axes, map(Fraction, map(str, dot)), strict=False)), content)


def _answer(value: Any) -> str:
    """One answer, with a name or not."""
    if isinstance(value, dict):
        return str(value["kind"])
    return list_text(map(_source, value)) if isinstance(value, list) else str(value)


def _answers(value: Any) -> list[str]:
    """Several answers, with a year to them or not."""
    return [value] if isinstance(value, str) else list(map(_source, value))


def _day(value: Any) -> date | str:
    """A day; another text, as menus of before may have asked for, stays one."""
    try:
        return date.fromisoformat(value)
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
