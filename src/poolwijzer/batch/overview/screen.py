"""A batch on a screen: a line for each initiative, and how many stand where. The overview in a file tells more."""

from __future__ import annotations

from datetime import date

from poolwijzer.batch.overview.collection import Overview
from poolwijzer.batch.overview.distribution import describe_places
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, join_words, long_date
from poolwijzer.report.many import NO_RANKING, in_menu_order, score_in_words
from poolwijzer.report.model import Block, Line, Paragraph, Report, Section, Table
from poolwijzer.report.typed_text import sanitize
from poolwijzer.report.words import place_title, places_title


def build_screen(overview: Overview, content: Content, on: date) -> Report:
    """The table of a batch, by name."""
    axes = [place_title(name, content) for name in content.typology.axes]
    rows = tuple(
        (
            one.label,
            places_title(in_menu_order(one.kept.in_play, content), content),
            " | ".join(score_in_words(one.kept.axes.get(name)) for name in content.typology.axes),
        )
        for one in overview.by_name
    )
    blocks: list[Block] = []
    if rows:
        blocks = [
            Table(f"Scores: {join_words(axes, 'en')}", ("Initiatief", "Plek", "Scores"), rows),
            Paragraph(Line(describe_places(overview, content))),
            Paragraph(Line(NO_RANKING)),
        ]
    if overview.failures:
        told = count_things(len(overview.failures), "bestand is", "bestanden zijn")
        blocks.append(Paragraph(Line(f"{told} niet te gebruiken. Hierboven staat waarom."), "let-op"))
    return sanitize(
        Report(
            title=count_things(len(overview), "initiatief", "initiatieven"),
            subtitle=f"Advies van {long_date(on)}",
            sections=(Section("tabel", "", tuple(blocks)),),
            date=on,
        )
    )
