"""The typology in a page: drawn in the colours of the page, so that it turns dark along with it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from poolwijzer.drawing.chart.model import Chart
from poolwijzer.drawing.model import Field, Mark, Picture
from poolwijzer.drawing.svg import Palette, draw

if TYPE_CHECKING:
    from markupsafe import Markup

MIDDLE = 0.5
"""Where the lines between the fields are."""
_COLOURS = Palette(**{field.name: f"var(--{field.name})" for field in fields(Palette)})


def drawn(picture: Picture | Chart, anchor: str, low: bool = False) -> Markup:
    """The drawing as an element of a page.

    Its title and its description get names made from an anchor, since a page may hold more than one drawing. Where
    there is little room on paper it is `low`.
    """
    from markupsafe import Markup

    # Typed text is escaped in there, so the first of each tag is that of the drawing itself.
    name, told = f"{anchor}-naam", f"{anchor}-uitleg"
    svg = draw(picture, _COLOURS, low=low).rstrip("\n")
    svg = svg.replace(' role="img"', f' role="img" aria-labelledby="{name}" aria-describedby="{told}"', 1)
    return Markup(svg.replace("<title>", f'<title id="{name}">', 1).replace("<desc>", f'<desc id="{told}">', 1))


def place_of(mark: Mark, picture: Picture) -> str:
    """In which field a mark is drawn, in words."""
    if MIDDLE in (mark.across, mark.down):
        return "op een lijn tussen de vakken"
    return next(f"in het vak {field.title}" for field in picture.fields if _lies_in(mark, field))


def numbers_in(field: Field, picture: Picture) -> list[str]:
    """The numbers that are drawn in a field, in one text; none where there are none."""
    signs = [mark.sign for mark in picture.marks if mark.kind == "genummerd" and _lies_in(mark, field)]
    return [", ".join(signs)] if signs else []


def _lies_in(mark: Mark, field: Field) -> bool:
    """Not on a line; there, `place_of` says so."""
    if MIDDLE in (mark.across, mark.down):
        return False
    return (mark.across > MIDDLE, mark.down > MIDDLE) == (bool(field.column), bool(field.row))
