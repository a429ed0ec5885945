"""The columns of a table of outcomes with what respondents said, as far as the bounds of privacy let it be told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poolwijzer.content.content import Content
from poolwijzer.tables.outputs.cells import WITH_RESPONDENTS, OutputColumn
from poolwijzer.tables.outputs.statement_texts import statement_texts

SAFE = "Leeg als op die as bij een andere stelling te weinig gemeenten antwoordden."


def respondent_columns(content: Content) -> Iterator[OutputColumn]:
    """Every one of them, in the order of the menus."""
    yield _column("number", "whole", "Hoeveel respondenten meetellen.", unit="respondenten", range="vanaf 1")
    yield _column(
        "municipalities", "whole", "Hoeveel gemeenten apart antwoordden.", unit="gemeenten", range="vanaf 0", width=12
    )
    yield _column(
        "coverage",
        "number",
        "Welk deel van de gemeenten van het initiatief apart antwoordde. Leeg zonder lijst van gemeenten.",
        unit="deel",
        range="0 t/m 1",
    )
    texts = statement_texts(content)
    scale, least = content.typology.scale, content.typology.privacy.spread_from
    point, points = "punt op de antwoordschaal", f"{scale.lowest} t/m {scale.highest}"
    for name, statement in content.statements.items():
        if statement.own is None:
            continue
        mean = f"Het gemiddelde over gemeenten van wat respondenten antwoordden. Vanaf {least} gemeenten. {SAFE}"
        yield _column("mean", "number", mean, name, about=texts[name], unit=point, range=points)
        number = "Hoeveel respondenten deze stelling beantwoordden."
        yield _column("n", "whole", number, name, about=texts[name], unit="respondenten", range="vanaf 1")


def _column(name: str, kind: Any, meaning: str, statement: str = "", *, width: int = 10, **more: Any) -> OutputColumn:
    within = f"{statement}." if statement else ""
    return OutputColumn(
        f"respondents.{within}{name}",
        ("respondents", "statements", statement, name) if statement else ("respondents", name),
        kind,
        meaning,
        width,
        since=WITH_RESPONDENTS,
        family=f"respondents.<stelling>.{name}" if statement else "",
        **more,
    )
