"""A long table: a row for every statement of every initiative, for who calculates with answers.

Its rows are flat: what stands under a header in a table stands under the same name in JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from poolwijzer.content.content import Content
from poolwijzer.tables.outputs.cells import WITH_RESPONDENTS, Kind, OutputColumn
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.outputs.problem_texts import tell_problems
from poolwijzer.tables.outputs.respondent_columns import SAFE
from poolwijzer.tables.outputs.statement_texts import statement_texts
from poolwijzer.tables.row import Row

LongRow = dict[str, Any]
"""By header; a date is a date, a list a list."""
_ABOUT = ("id", "name", "region", "date")


def long_columns(context: TableContext) -> tuple[OutputColumn, ...]:
    """Every column, in order."""
    content = context.content
    scale, least = content.typology.scale, content.typology.privacy.spread_from
    point, points = "punt op de antwoordschaal", f"{scale.lowest} t/m {scale.highest}"
    enough = f"Vanaf {least} gemeenten of handen."
    told: tuple[tuple[str, Kind, str, int, str, str], ...] = (
        ("file", "text", "Het bestand waar dit uit komt.", 36, "", ""),
        ("status", "word", "Of het initiatief te gebruiken was.", 8, "", "goed, let-op, fout"),
        ("initiative.id", "text", "Het id van het initiatief.", 24, "", ""),
        ("initiative.name", "text", "De naam van het initiatief.", 36, "", ""),
        ("initiative.region", "text", "De regio, zoals de groep die noemt.", 24, "", ""),
        ("initiative.date", "date", "De dag waarop dit is ingevuld.", 12, "", ""),
        ("statement", "word", "Het id van de stelling.", 10, "", ", ".join(content.every_statement)),
        ("statement.text", "text", "De tekst van de stelling, voor een groep die samen antwoordt.", 60, "", ""),
        (
            "axis",
            "word",
            "De as waarvoor de stelling telt. Leeg als zij niet telt voor de plek.",
            14,
            "",
            _axes(content),
        ),
        (
            "reversed",
            "yes-no",
            "Of een hoog antwoord laag telt. De getallen hier zijn zoals er geantwoord is.",
            9,
            "",
            "",
        ),
        (
            "answer_status",
            "word",
            "Of er een antwoord is. telt-niet: een ander antwoord maakt deze stelling overbodig.",
            12,
            "",
            "beantwoord, weet-niet, open, telt-niet",
        ),
        (
            "source",
            "word",
            "Wat telt: het antwoord van de groep, dat van de respondenten, of wat volgt uit een ander antwoord. "
            "Bij handen telt nog niets.",
            13,
            "",
            "samen, respondenten, handen, volgt",
        ),
        ("answer", "whole", "Wat de groep samen antwoordde.", 8, point, points),
        ("agreed", "yes-no", "Of de groep dat antwoord afsprak. nee: het komt van de meeste handen.", 8, "", ""),
        ("of", "word", "Van wie de volgende getallen zijn.", 13, "", "respondenten, handen"),
        ("n", "whole", "Hoeveel respondenten of handen.", 8, "personen", "vanaf 1"),
        ("municipalities", "whole", "Hoeveel gemeenten apart antwoordden.", 12, "gemeenten", "vanaf 0"),
        ("mean", "number", f"Het gemiddelde: van respondenten over gemeenten. {enough} {SAFE}", 10, point, points),
        ("lowest", "number", "De laagste gemeente. Leeg als mean leeg is.", 10, point, points),
        ("highest", "number", "De hoogste gemeente. Leeg als mean leeg is.", 10, point, points),
        (
            "talking_point",
            "yes-no",
            "Of er aan beide kanten van het midden geantwoord is. Leeg als mean leeg is.",
            12,
            "",
            "",
        ),
        (
            "agreement",
            "number",
            f"De eensgezindheid (A van Van der Eijk). Vanaf {content.typology.privacy.agreement_from} respondenten.",
            10,
            "",
            "-1 t/m 1",
        ),
        (
            "votes",
            "wholes",
            "De handen voor elk punt van de schaal, van laag naar hoog; een laatste getal is voor weet niet.",
            12,
            "handen",
            "vanaf 0",
        ),
        ("problems", "lines", "Wat er mis is met een initiatief dat niet te gebruiken is.", 60, "", ""),
    )
    return tuple(
        OutputColumn(header, (header,), kind, meaning, width, unit=unit, range=span, since=WITH_RESPONDENTS)
        for header, kind, meaning, width, unit, span in told
    )


def _axes(content: Content) -> str:
    return ", ".join(content.typology.axes)


def long_rows(context: TableContext) -> Callable[[Row], Iterator[LongRow]]:
    """What gives a row for every statement of a row.

    There is one without a statement of what could not be used, so that it is told.
    """
    texts = statement_texts(context.content)
    empty = dict.fromkeys(column.header for column in long_columns(context))

    def of_row(row: Row) -> Iterator[LongRow]:
        initiative: Any = row["initiative"] or {}
        about = {f"initiative.{name}": initiative.get(name) or None for name in _ABOUT}
        if day := about["initiative.date"]:
            about["initiative.date"] = date.fromisoformat(day)
        shared = {**empty, "file": row["file"], "status": row["status"], **about}
        if row["given"] is None:
            yield {**shared, "problems": tell_problems(row["problems"])}
            return
        unagreed = set(row["given"]["unagreed"])
        for one in row.get("statements", ()):
            name, answer = one["statement"], one["answer"]
            yield {
                **shared,
                **one,
                "status": row["status"],
                "statement.text": texts.get(name),
                "answer_status": one["status"],
                "agreed": None if answer is None else name not in unagreed,
                "problems": [],
            }

    return of_row
