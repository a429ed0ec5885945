"""What may complete the name that is being typed, below the field it is typed in."""

from __future__ import annotations

from prompt_toolkit.document import Document

from poolwijzer.assessment.participants import NameCompletion, complete_names, last_name
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import Line
from poolwijzer.interview.screens.text_field import TextField

_MOST = 8
"""How many show at once."""


class NameOffers:
    """The completions of a name, and which of them stands in the field now."""

    def __init__(self, field: TextField) -> None:
        """None, as long as nothing was typed in the field."""
        self._field = field
        self.forget()

    def forget(self) -> None:
        """Offer nothing for what stands in the field now."""
        self._offered: tuple[NameCompletion, ...] = ()
        self._at: int | None = None
        self._typed = self._field.document
        """What the field was before a completion was put in."""

    def renew(self) -> None:
        """Offer what completes the name before the cursor; nothing for one that is whole."""
        self.forget()
        before = self._typed.text_before_cursor
        found = tuple(complete_names(before))
        self._offered = () if [one.text for one in found] == [last_name(before)] else found

    def leave(self) -> bool:
        """Put back what was typed, and offer nothing more; whether there was anything to leave."""
        if not self._offered:
            return False
        if self._at is not None:
            self._field.replace(self._typed, "complete")
        self.forget()
        return True

    def step(self, by: int) -> None:
        """Put the next completion in the field, or after the last one what was typed."""
        if not self._offered:
            return
        places = len(self._offered) + 1
        at = ((0 if self._at is None else self._at + 1) + by) % places
        self._at = at - 1 if at else None
        before, after = self._typed.text_before_cursor, self._typed.text_after_cursor
        if self._at is not None:
            before = before[: len(before) - len(last_name(before))] + self._offered[self._at].text
        self._field.replace(Document(before + after, len(before)), "complete")

    def lines(self, width: int) -> list[Line]:
        """Some of them, with the one that stands in the field."""
        first = max(0, (self._at or 0) - _MOST + 1)
        shown = self._offered[first : first + _MOST]
        widest = max((len(one.text) for one in shown), default=0)
        lines: list[Line] = []
        for index, one in enumerate(shown, first):
            pointer, style = ("▸", layout.POINTED) if index == self._at else (" ", "")
            label = f" {pointer} {one.text.ljust(widest)}  "
            lines.append([(style, label[:width]), (layout.QUIET, one.meaning[: max(width - len(label), 0)])])
        return lines
