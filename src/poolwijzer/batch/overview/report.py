"""The overview of a batch: where every initiative stands, how they are distributed, and what returns among them.

It compares situations and is no ranking: initiatives go by name, and nothing is sorted by a score.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.batch.overview.choices_by_place import choices_by_place
from poolwijzer.batch.overview.collection import Overview
from poolwijzer.batch.overview.distribution import describe_places, distribution
from poolwijzer.batch.overview.estimates import estimates
from poolwijzer.batch.overview.frequencies import choices, signals
from poolwijzer.batch.overview.measurements import count_measurements, measurements
from poolwijzer.batch.overview.name_list import initiatives, list_unread
from poolwijzer.batch.overview.own_texts import own_texts
from poolwijzer.batch.overview.together import together
from poolwijzer.batch.overview.unanswered import unanswered
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, long_date, number
from poolwijzer.report.many import NO_RANKING
from poolwijzer.report.model import Block, Depth, Labelled, Line, Paragraph, Report, Section
from poolwijzer.report.overview_drawing import draw_many
from poolwijzer.report.sections.closing import describe_method, name_versions
from poolwijzer.report.typed_text import sanitize

__all__ = ["NO_RANKING", "Overview", "build_overview"]


def build_overview(overview: Overview, content: Content, on: date, version: str, depth: Depth = "gewoon") -> Report:
    """Everything an overview says, as one value.

    Args:
        overview: what was gathered.
        content: the menus that every initiative was held against.
        on: the date of the advice.
        version: the program's version, for the account of how this was made.
        depth: `gewoon`; `volledig` also names every signal and every option, and what levels could become; `kort` and
            `bestuur` leave out the choices and most of what the menus can learn.
    """
    whole, full = depth == "volledig", depth in ("gewoon", "volledig")
    drawing, squares = draw_many(
        content,
        [one.label for one in overview.by_name],
        [one.kept.axes for one in overview.by_name],
        title="Alle initiatieven in het assenstelsel",
        description=describe_places(overview, content),
    )
    found = [Section("typologie", "Waar elk initiatief staat", (drawing,))]
    if len(overview):
        found = [
            distribution(overview, content),
            *found,
            initiatives(overview, squares, content, whole=whole),
            signals(overview, content, whole=whole),
            *([choices(overview, content, whole=whole)] if full else []),
            *_learned(overview, content, whole=whole, full=full),
        ]
    sections = (_in_short(overview, content, on), *found, list_unread(overview), _made_how(content, on, version))
    return sanitize(
        Report(
            title=f"Overzicht van {count_things(len(overview), 'initiatief', 'initiatieven')}",
            subtitle=f"Samenwerken aan menskracht en denkkracht, {long_date(on)}",
            sections=tuple(section for section in sections if section.blocks or section.parts),
            date=on,
        )
    )


def _learned(overview: Overview, content: Content, *, whole: bool, full: bool) -> Iterator[Section]:
    """What the menus can learn of all initiatives together."""
    if full:
        yield choices_by_place(overview, content, whole=whole)
        yield own_texts(overview, content, whole=whole)
    yield unanswered(overview, content, whole=whole, short=not full)
    if full:
        yield estimates(overview, content)
    yield measurements(overview, content, whole=whole, short=not full)
    if full:
        yield together(overview, content, whole=whole)


def _in_short(overview: Overview, content: Content, on: date) -> Section:
    rows = [("Datum", long_date(on)), ("Initiatieven", number(len(overview), 0))]
    number_of, copies = count_measurements(overview)
    if number_of > len(overview):
        verb = "telt" if len(overview) == 1 else "tellen"
        rows.append(("Metingen", f"{number(number_of, 0)}, waarvan er hier {number(len(overview), 0)} {verb}"))
    if copies:
        rows.append(("Kopieën", count_things(copies, "bestand", "bestanden")))
    if overview.failures:
        rows.append(("Niet te lezen", count_things(len(overview.failures), "bestand", "bestanden")))
    if estimated := sum(one.kept.estimated for one in overview.by_name):
        rows.append(("Op eigen inschatting", count_things(estimated, "initiatief", "initiatieven")))
    blocks: list[Block] = [
        Paragraph(Line(NO_RANKING), "let-op"),
        Labelled(tuple((label, Line(text)) for label, text in rows)),
    ]
    if len(overview):
        blocks += [Paragraph(Line(remark)) for remark in content.typology.remarks]
        order = "De initiatieven staan op naam. Het nummer van een initiatief is zijn plaats in die lijst."
        blocks.append(Paragraph(Line(order)))
    else:
        blocks.append(Paragraph(Line("Er is nog geen initiatief om te vergelijken.")))
    return Section("kort", "In het kort", tuple(blocks))


def _made_how(content: Content, on: date, version: str) -> Section:
    rows = (("Datum van het advies", long_date(on)), ("Gemaakt met", name_versions(content, version)))
    lines = (
        describe_method(content),
        "De overzichten tellen alleen. Waar elk punt op rust, staat in het verslag van het initiatief zelf.",
    )
    return Section(
        "verantwoording",
        "Hoe dit is gemaakt",
        (
            *(Paragraph(Line(line)) for line in lines),
            Labelled(tuple((label, Line(text)) for label, text in rows)),
            Paragraph(Line(content.typology.credit), "stil"),
        ),
    )
