"""The typology to point at: the group's own estimate, moved with the arrow keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from poolwijzer.content.content import Content
from poolwijzer.content.typology import Axis
from poolwijzer.drawing.canvas import HEIGHT, LOWEST, SIGNS, draw_canvas
from poolwijzer.dutch import number
from poolwijzer.interview.commands import Event, Reply
from poolwijzer.interview.keys import KEYS, foot_of, meaning_of, names_at, small
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import Block, Line, Screen
from poolwijzer.report.dots import count_dots
from poolwijzer.report.grid_names import name_of
from poolwijzer.report.typology import Standing, draw_quadrants

STEP = Fraction(1, 2)
"""How far an arrow key moves the mark, on the answer scale."""
FOOT = ("move", "onward", "dots", "explain", "back")
"""What one needs here; all other keys stand behind `?`."""
NO_DOTS = "Voor de stip van iedereen is er nu geen tijd."


class PointScreen(Screen):
    """A mark that moves over the typology; it begins in the middle, or where it was put before."""

    def __init__(self, question: InterviewQuestion, around: Surroundings, content: Content) -> None:
        """The menus say what to draw."""
        self.question = question
        self.around = around
        self.content = content
        scale = content.typology.scale
        middle = Fraction(scale.lowest + scale.highest, 2)
        self.place = {axis: question.place.get(axis, middle) for axis in content.typology.axes}

    def resume(self, before: PointScreen) -> None:
        """Go on with the mark where it was when this question was last shown, unless it was answered since."""
        if before.question.place == self.question.place:
            self.place = dict(before.place)

    def press(self, key: str) -> Event | None:
        """What a key asks for; None where it moved the mark."""
        meaning = meaning_of(small(key), names_at(self.question))
        self.message = NO_DOTS if small(key) == "d" and not self.question.asks_dots else ""
        if meaning in ("onward", "pick"):
            return Reply(dict(self.place))
        if meaning != "move":
            self.message = self.message if meaning else self.message or layout.no_key(key)
            return KEYS[meaning].asks if meaning else None
        for name, axis in self.content.typology.axes.items():
            if way := _way(axis, key):
                scale = self.content.typology.scale
                moved = self.place[name] + way * STEP
                self.place[name] = min(max(moved, Fraction(scale.lowest)), Fraction(scale.highest))
        return None

    def lines(self, width: int, height: int) -> list[Line]:
        """The whole screen."""
        head = layout.head(self.question.progress, self.around, width)
        said = layout.message(self.message or self.around.said, width)
        names = names_at(self.question)
        keys = layout.keys_line([foot_of(name, "point") for name in FOOT if name in names], width)
        title = layout.text(self.question.title, width - 2, layout.STRONG, 2)
        title += layout.text(self.question.memory, width - 2, layout.QUIET, 2) if self.question.memory else []
        stand = layout.text(self._stand(), width - 2, "", 2)
        room = height - len(head) - len(said) - len(keys) - len(title) - len(stand)
        picture = rows_that_fit(
            lambda rows: draw_marks(self.content, self.place, self.question.dots, width, rows), room
        )
        marked = next(index for index, line in enumerate(picture) if len(line) > 1 and line[1][1])
        parts = layout.Parts(head, [], [*title, *stand], Block(picture, marked, marked), [], said, keys)
        return layout.arranged(parts, height)

    def _stand(self) -> str:
        """Where the mark is, by the name of that point too, and how many dots there are."""
        scores = [f"{axis.short}: {number(self.place[name])}" for name, axis in self.content.typology.axes.items()]
        called, dots = name_of(self.place, self.content), len(self.question.dots)
        words = [*([f"Plek {called}"] if called else []), *scores, *([count_dots(dots)] if dots else [])]
        return " · ".join(words)


def draw_marks(
    content: Content, place: Mapping[str, Fraction], dots: Sequence[Mapping[str, Fraction]], width: int, rows: int
) -> list[Line]:
    """The typology with the group's own mark, if there is one, and with everyone's dot."""
    standing: list[Standing] = [("uw schatting", "eigen-inschatting", place)] if place else []
    drawing = draw_quadrants(content, standing, (), "", dots)
    sign = SIGNS["eigen-inschatting"]
    lines: list[Line] = []
    for row in draw_canvas(drawing, width, rows).split("\n"):
        before, mark, after = row.partition(sign)
        lines.append([("", before), ("class:mark", mark), ("", after)])
    return lines


def rows_that_fit(draw: Callable[[int], list[Line]], room: int) -> list[Line]:
    """A drawing as high as there is room for; the lowest there is where that does not fit either."""
    heights = (draw(rows) for rows in range(HEIGHT, LOWEST, -1))
    return next((picture for picture in heights if len(picture) <= room), None) or draw(LOWEST)


def _way(axis: Axis, key: str) -> int:
    """Up (1), down (-1) or not (0): the way an arrow key moves on an axis."""
    sides = {"horizontal": ("right", "left"), "vertical": ("up", "down")}[axis.direction]
    if key not in sides:
        return 0
    high = {"top": "up", "bottom": "down"}.get(axis.high_side, axis.high_side)
    return 1 if key == high else -1
