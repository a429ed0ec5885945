"""The columns of a table of outcomes: English dotted headers, of which those of an answer can be read again.

Which columns there are hangs on the menus and on what was asked, never on the rows, for these stream by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from poolwijzer.dutch import number
from poolwijzer.engine.results import VERDICTS
from poolwijzer.engine.stress import BORDER
from poolwijzer.municipalities import split_names
from poolwijzer.tables.lists import BETWEEN
from poolwijzer.tables.outputs.cells import WITH_RESPONDENTS, Cell, Kind, OutputColumn, list_text
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.outputs.costs_columns import costs_columns
from poolwijzer.tables.outputs.given_columns import given_columns
from poolwijzer.tables.outputs.long_columns import long_columns
from poolwijzer.tables.outputs.problem_texts import tell_problems
from poolwijzer.tables.outputs.respondent_columns import respondent_columns
from poolwijzer.tables.row import InitiativeRow

_OUTCOMES = re.compile(
    r"file|status|signals|strengths|problems|remarks|unknown_answers"
    r"|initiative\.(?:population|municipality_codes|provinces|res_regions)"
    r"|(?:placement|verdicts|costs|stress|respondents)\.[a-z0-9._-]+"
)


HIDDEN = "Is een gemiddelde op deze as leeg om de privacy? Dan telt elk antwoord van respondenten hier als de score."


def table_columns(context: TableContext) -> tuple[OutputColumn, ...]:
    """Every column, in order; of a long table its own."""
    if context.long:
        return long_columns(context)
    return (
        *_file(),
        *_initiative(),
        *_placement(context),
        *respondent_columns(context.content),
        OutputColumn(
            "signals", ("signals",), "list", "De aandachtspunten die gelden.", 36, range="ids uit aandachtspunten"
        ),
        OutputColumn(
            "strengths", ("strengths",), "list", "Wat voor dit initiatief pleit.", 36, range="ids uit aandachtspunten"
        ),
        *(column for name in context.content.components for column in _choice(name, context)),
        *_verdicts(context),
        *costs_columns(),
        *(_stress(context) if context.with_stress else ()),
        *given_columns(context.content),
        OutputColumn("problems", ("problems",), "lines", "Wat er mis is met dit initiatief.", 60, read=tell_problems),
        OutputColumn("remarks", ("remarks",), "lines", "Wat verder opvalt bij het lezen.", 60, read=tell_problems),
    )


def is_outcome(header: str) -> bool:
    """Whether a header is that of an outcome, and so no answer of anybody: left out where our table is read again."""
    return _OUTCOMES.fullmatch(header.strip().lower()) is not None


def _file() -> Iterator[OutputColumn]:
    """Where a row comes from, and whether it could be used."""
    yield OutputColumn(
        "file",
        ("file",),
        meaning="Het bestand waar dit uit komt, met de rij of regel erachter als daar meer in staat.",
        width=36,
    )
    yield OutputColumn(
        "status",
        ("status",),
        "word",
        "Of het te gebruiken was. let-op: een deel van de respondenten telt niet mee.",
        8,
        range="goed, let-op, fout",
    )


def _initiative() -> Iterator[OutputColumn]:
    """Which initiative it is."""
    yield OutputColumn("initiative.id", ("initiative", "id"), meaning="Het id van het initiatief.", width=24)
    yield OutputColumn("initiative.name", ("initiative", "name"), meaning="De naam van het initiatief.", width=36)
    yield OutputColumn(
        "initiative.region", ("initiative", "region"), meaning="De regio, zoals de groep die noemt.", width=24
    )
    yield OutputColumn(
        "initiative.date", ("initiative", "date"), "date", "De dag waarop dit is ingevuld.", 12, read=date.fromisoformat
    )
    yield OutputColumn(
        "initiative.municipalities",
        ("initiative",),
        "list",
        "De gemeenten die meedoen. Achter een eigen gemeente staat in csv, xlsx en ods haar aantal inwoners.",
        40,
        read=itemgetter("municipalities"),
        written=_municipalities,
    )
    yield OutputColumn(
        "initiative.municipality_codes",
        ("initiative", "municipality_codes"),
        "list",
        "De CBS-codes van deze gemeenten, in dezelfde volgorde. Een eigen gemeente heeft er geen.",
        24,
        range="GM0000 t/m GM9999",
        since=WITH_RESPONDENTS,
    )
    yield OutputColumn(
        "initiative.provinces",
        ("initiative", "provinces"),
        "list",
        "De provincies waar deze gemeenten in liggen.",
        20,
        since=WITH_RESPONDENTS,
    )
    yield OutputColumn(
        "initiative.res_regions",
        ("initiative", "res_regions"),
        "list",
        "De RES-regio's waar deze gemeenten bij horen.",
        20,
        since=WITH_RESPONDENTS,
    )
    yield OutputColumn(
        "initiative.population",
        ("initiative", "population"),
        "whole",
        "De inwoners van deze gemeenten samen.",
        12,
        unit="inwoners",
        range="vanaf 1",
    )


def _placement(context: TableContext) -> Iterator[OutputColumn]:
    typology = context.content.typology
    places, scale = ", ".join(typology.quadrants), _scale_range(context)
    yield OutputColumn(
        "placement.in_play",
        ("placement", "in_play"),
        "list",
        "De plek. Op een grens zijn het er twee, in het midden alle vier.",
        24,
        range=places,
    )
    yield OutputColumn(
        "placement.nearest",
        ("placement", "nearest"),
        "word",
        "De plek die het dichtst bij ligt.",
        20,
        range=places,
    )
    yield OutputColumn("placement.divided", ("placement", "divided"), "yes-no", "Of de gemeenten verdeeld zijn.", 10)
    states = "definitief, voorlopig, onbekend"
    yield OutputColumn("placement.status", ("placement", "status"), "word", "Hoe vast de plek staat.", range=states)
    yield OutputColumn(
        "placement.source",
        ("placement", "source"),
        "word",
        "Waar de plek op rust.",
        18,
        range="antwoorden, eigen-inschatting",
    )
    point, share = "punt op de antwoordschaal", "0 t/m 1"
    parts: tuple[tuple[str, Kind, str, str, str, int], ...] = (
        ("score", "number", "De score op deze as.", point, scale, 1),
        ("low", "number", f"De score als alles wat openstaat het laagste antwoord krijgt. {HIDDEN}", point, scale, 1),
        ("high", "number", f"De score als alles wat openstaat het hoogste antwoord krijgt. {HIDDEN}", point, scale, 1),
        ("level", "word", "De band van de score.", "", "laag, midden, hoog", 1),
        ("coverage", "number", "Welk deel van de gevraagde stellingen een antwoord heeft.", "deel", share, 1),
        (
            "municipality_coverage",
            "number",
            "Welk deel van de gemeenten op deze as antwoordde. Leeg als niemand apart antwoordde.",
            "deel",
            share,
            WITH_RESPONDENTS,
        ),
    )
    for axis, known in typology.axes.items():
        for name, kind, meaning, unit, span, since in parts:
            yield OutputColumn(
                f"placement.axes.{axis}.{name}",
                ("placement", "axes", axis, name),
                kind,
                meaning,
                10,
                about=known.title,
                unit=unit,
                range=span,
                since=since,
                family=f"placement.axes.<as>.{name}",
            )


def _scale_range(context: TableContext) -> str:
    """The points of the answer scale, from the lowest to the highest."""
    scale = context.content.typology.scale
    return f"{scale.lowest} t/m {scale.highest}"


def _choice(component: str, context: TableContext) -> Iterator[OutputColumn]:
    meanings = {
        "options": "Wat de groep koos bij dit onderdeel.",
        "considering": "Wat de groep nog overweegt.",
        "other": "Een eigen keuze, in eigen woorden.",
    }
    for name, meaning in meanings.items():
        yield OutputColumn(
            f"choices.{component}.{name}",
            ("choices", component, name),
            "list",
            meaning,
            28,
            about=context.content.components[component].title,
            range="" if name == "other" else "ids van opties",
            family=f"choices.<onderdeel>.{name}",
        )


def _verdicts(context: TableContext) -> Iterator[OutputColumn]:
    for name, option in context.content.options.items():
        yield OutputColumn(
            f"verdicts.{name}",
            ("verdicts", name),
            "word",
            "Of deze optie past.",
            16,
            about=option.title,
            range=", ".join(VERDICTS),
            family="verdicts.<optie>",
        )


def _stress(context: TableContext) -> Iterator[OutputColumn]:
    yield OutputColumn(
        "stress.clarity", ("stress", "clarity"), "word", "Hoe vast de plek is in de doorrekeningen. Met --stress."
    )
    share = "deel van de doorrekeningen"
    yield OutputColumn(
        "stress.changed",
        ("stress", "changed"),
        "number",
        "In welk deel van de doorrekeningen de plek verandert. Met --stress.",
        10,
        unit=share,
        range="0 t/m 1",
    )
    for name in (*context.content.typology.quadrants, BORDER):
        yield OutputColumn(
            f"stress.shares.{name}",
            ("stress", "shares", name),
            "number",
            "In welk deel van de doorrekeningen dit de plek is. Met --stress.",
            10,
            about=context.content.typology.quadrants[name].title if name != BORDER else "op een grens",
            unit=share,
            range="0 t/m 1",
            family="stress.shares.<plek>",
        )


def _municipalities(initiative: InitiativeRow) -> Cell:
    """The names, with the inhabitants of those that no table knows, so that they can be read again."""
    own, names = initiative["own_municipalities"], initiative["municipalities"]
    cell = list_text(f"{name} ({number(own[name], 0)})" if name in own else name for name in names)
    # One name that would be taken for two.
    return f"{cell}{BETWEEN}" if len(names) == 1 and len(list(split_names(cell))) > 1 else cell
