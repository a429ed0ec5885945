"""The typology drawn with one initiative in it: its four quadrants, and what stands among them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import chain, count, repeat
from string import ascii_lowercase

from poolwijzer.content.content import Content
from poolwijzer.drawing.model import Drawing, Field, Marker, MarkerKind, Part
from poolwijzer.report.axes import across_and_down, border_words, first_or_last, on_axes
from poolwijzer.report.dots import cloud_of
from poolwijzer.report.grid_names import named_ruler

Standing = tuple[str, MarkerKind, Mapping[str, Fraction | None]]
"""What stands somewhere: its label, its kind, and its score on each axis, on the answer scale."""
ENDS: tuple[Part, Part] = (0, 2)


def draw_quadrants(
    content: Content,
    standing: Iterable[Standing],
    in_play: Collection[str],
    description: str,
    dots: Sequence[Mapping[str, Fraction]] = (),
) -> Drawing:
    """The four quadrants drawn, with markers where something stands; what has no score on both axes gets none.

    Args:
        content: the menus.
        standing: what stands where; earlier measurements get a letter each, in this order, and what is numbered a
            number, which it keeps where others have none.
        in_play: the quadrants to point out.
        description: what the drawing shows, in words.
        dots: where each person in the room put their own.
    """
    across, down = across_and_down(content)
    signs = {"eerder": chain(ascii_lowercase, repeat("+")), "genummerd": map(str, count(1))}
    marked = [(label, kind, scores, next(signs.get(kind, iter(())), "")) for label, kind, scores in standing]
    return Drawing(
        title="De plek in het assenstelsel",
        description=description,
        across=named_ruler(across[1], content),
        down=named_ruler(down[1], content),
        fields=tuple(
            Field(
                title=quadrant.title,
                key_question=quadrant.key_question,
                column=ENDS[first_or_last(across[1], quadrant.place[across[0]])],
                row=ENDS[first_or_last(down[1], quadrant.place[down[0]])],
                in_play=name in in_play,
            )
            for name, quadrant in content.typology.quadrants.items()
        ),
        markers=tuple(
            Marker(label, kind, *location, sign=sign)
            for label, kind, scores, sign in marked
            if (location := on_axes(scores, content)) is not None
        ),
        border=border_words(content),
        cloud=cloud_of(dots, content),
    )
