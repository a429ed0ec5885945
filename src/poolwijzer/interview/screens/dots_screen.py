"""Everyone's own dot, typed as it is called out: the typology stays in view, with the dots that were typed so far."""

from __future__ import annotations

from collections.abc import Callable

from poolwijzer.content.content import Content
from poolwijzer.interview.presenter import Surroundings, TextCheck
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.field_lines import PROMPT, rows_of_field
from poolwijzer.interview.screens.layout import Block, Line
from poolwijzer.interview.screens.point_screen import draw_marks, rows_that_fit
from poolwijzer.interview.screens.text_screen import TextScreen
from poolwijzer.report.dots import count_dots
from poolwijzer.report.grid_names import dot_called

_MOST_ROWS = 3
"""Of the field: the typology keeps the rest."""


class DotsScreen(TextScreen):
    """A field over the typology."""

    def __init__(
        self,
        question: InterviewQuestion,
        around: Surroundings,
        content: Content,
        check: TextCheck,
        text: str,
        keep: Callable[[str], None],
    ) -> None:
        """The menus say what to draw; all else is as at any field."""
        super().__init__(question, around, check, text, keep)
        self._content = content

    def lines(self, width: int, height: int) -> list[Line]:
        """The whole screen."""
        head = layout.head(self.question.progress, self.around, width)
        said = layout.message(self.message or self.around.said, width)
        keys = layout.keys_line(self._keys(), width)
        called = (dot_called(word, self._content) for word in self.text.split())
        dots = tuple(dot for dot in called if dot is not None)
        title = " · ".join([self.question.title, *([count_dots(len(dots))] if dots else [])])
        self._field.room = width - len(PROMPT) - 1
        rows, cursor = rows_of_field(self._field)
        self._field.page = min(_MOST_ROWS, len(rows))
        field, _ = self._scroll.window(rows, cursor, self._field.page)
        asked = [
            *layout.text(title, width, layout.STRONG),
            *layout.text(self.question.lead, width, layout.QUIET),
            *field,
        ]
        room = height - sum(map(len, (head, said, keys, asked)))
        picture = rows_that_fit(lambda rows: draw_marks(self._content, self.question.place, dots, width, rows), room)
        return layout.arranged(layout.Parts(head, [], asked, Block(picture), [], said, keys), height)
