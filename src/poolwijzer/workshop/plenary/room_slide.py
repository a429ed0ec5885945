"""All groups in one typology, and who each number is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from poolwijzer.content.content import Content
from poolwijzer.content.typology import Axis
from poolwijzer.drawing.model import Marker, MarkerKind
from poolwijzer.drawing.room import draw_room
from poolwijzer.dutch import capitalise, join_words
from poolwijzer.engine.placement import quadrants_at
from poolwijzer.report.axes import across_and_down, on_axes
from poolwijzer.report.model import Labelled, Line
from poolwijzer.report.slides.fit import fit_line
from poolwijzer.report.slides.model import BODY_HEIGHT, FULL, GAP, SUBTITLE, Column, Slide
from poolwijzer.report.typology import draw_quadrants
from poolwijzer.workshop.plenary.legend import legend
from poolwijzer.workshop.plenary.told import GroupTold

TITLE = "Waar staan de groepen?"
KEY = "Dicht: de uitkomst. Open: de eigen inschatting vooraf."
KEY_DOTS = "Dicht: de uitkomst. Open: de eigen inschatting. Klein: ieders stip."
SHARE = 0.6
"""Of the breadth, for the drawing."""
DRAWN = SHARE * (FULL - GAP)
BESIDE = (1 - SHARE) * (FULL - GAP)


def room_slide(groups: Sequence[GroupTold], content: Content) -> Slide:
    """The drawing with the legend beside it; what of the legend found no room stands in the notes."""
    dots = [dot for told in groups if told.placement for dot in told.placement.dots]
    drawn = draw_quadrants(content, (), (), _describe(groups, content), dots)
    across, down = across_and_down(content)
    drawn = replace(
        drawn,
        title="Alle groepen in het assenstelsel",
        markers=tuple(_markers(groups, content)),
        across=replace(
            drawn.across, first=_end(drawn.across.first, across[1]), last=_end(drawn.across.last, across[1])
        ),
        down=replace(drawn.down, first=_end(drawn.down.first, down[1]), last=_end(drawn.down.last, down[1])),
    )
    drawing = draw_room(drawn, DRAWN, BODY_HEIGHT)
    whole = tuple((f"{told.number}.", Line(f"{told.title}. {capitalise(', '.join(told.place()))}.")) for told in groups)
    return Slide(
        "plekken",
        TITLE,
        KEY_DOTS if dots else KEY,
        (Column((drawing,), share=SHARE), Column(legend(groups, BESIDE, BODY_HEIGHT), share=1 - SHARE)),
        (Labelled(whole),) if groups else (),
    )


def _markers(groups: Sequence[GroupTold], content: Content) -> Iterator[Marker]:
    for told in groups:
        if placement := told.placement:
            # Where it put itself is no outcome, also not on one axis.
            came_out = placement.source != "eigen-inschatting"
            scores = {name: axis.score if came_out else None for name, axis in placement.axes.items()}
            standing: tuple[tuple[MarkerKind, dict[str, Fraction | None]], ...] = (
                ("genummerd", scores),
                ("eigen-inschatting", {name: placement.estimate.get(name) for name in placement.axes}),
            )
            for kind, found in standing:
                if at := on_axes(found, content):
                    yield Marker(told.label, kind, *at, sign=str(told.number))


def _end(words: str, axis: Axis) -> str:
    """The words at an end of an axis as far as its name: *Lage motivatie*."""
    at = words.lower().find(axis.short.lower())
    return fit_line(words if at < 0 else words[: at + len(axis.short)], DRAWN / 2, SUBTITLE, bold=False)


def _describe(groups: Sequence[GroupTold], content: Content) -> str:
    """Who stands where, and from where it came."""
    return " ".join(f"{told.title}: {', '.join(told.place())}{_came_from(told, content)}." for told in groups)


def _came_from(told: GroupTold, content: Content) -> str:
    estimate = told.placement.estimate if told.placement else {}
    if told.placement is None or len(estimate) < len(content.typology.axes):
        return ""
    titles = [content.typology.quadrants[name].title for name in quadrants_at(estimate, content)]
    return f"; eigen inschatting vooraf: {join_words(titles)}"
