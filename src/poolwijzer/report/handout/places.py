"""The sheet with the empty typology, to hang on a wall and to put stickers on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from poolwijzer.content.typology import Quadrant
from poolwijzer.drawing.model import Drawing
from poolwijzer.report.axes import WAYS, across_and_down
from poolwijzer.report.grid_names import grid_names
from poolwijzer.report.handout.model import Sheet
from poolwijzer.report.handout.situation import Situation
from poolwijzer.report.typology import draw_quadrants

TITLE = "Waar staat u?"
DESCRIPTION = "Het lege assenstelsel, met ruimte voor stickers in de vier plekken."
STICK = (
    "Plak elk een sticker waar u het initiatief nu ziet. Zet daarna samen één kruis. "
    "Noem een plek met de letter en het cijfer, zoals {example}."
)


def places_sheet(situation: Situation) -> Sheet:
    """The four places with their key questions, and names along both sides."""
    drawing = _draw(situation)
    about = (STICK.replace("{example}", grid_names(situation.content).examples()[0]), " ".join(_ways(situation)))
    remarks = map(situation.fill, situation.content.typology.remarks)
    return Sheet(TITLE, tuple(filter(None, (*about, *remarks))), ((drawing,),))


def _ways(situation: Situation) -> Iterator[str]:
    """What it means to stand further along an axis."""
    for _, axis in across_and_down(situation.content):
        if axis.more and not (situation.without_body and axis.absent):
            yield f"{WAYS[axis.high_side]}: {situation.fill(axis.more, inside=True)}."


def _draw(situation: Situation) -> Drawing:
    quadrants = situation.content.typology.quadrants
    drawn = draw_quadrants(situation.content, (), (), DESCRIPTION)
    # Both are made of the quadrants of the menus, in that order.
    asked = zip(drawn.fields, quadrants.values(), strict=True)
    fields = tuple(replace(field, key_question=_question(quadrant, situation)) for field, quadrant in asked)
    return replace(drawn, title="Het assenstelsel", fields=fields, border="", blank=True)


def _question(quadrant: Quadrant, situation: Situation) -> str:
    without = quadrant.without_body.plain_question if situation.without_body else ""
    return situation.fill(without or quadrant.plain_question)
