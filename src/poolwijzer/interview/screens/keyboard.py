"""What was pressed, and what was pasted: keys that come all at once are no keys of a person.

Not every terminal says that something is pasted. What comes in one go, with text behind the end of a line, is taken
as pasted all the same: a line of it must never answer a later question.
"""

from __future__ import annotations

import re
from asyncio import TimerHandle, get_running_loop

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPress, KeyPressEvent
from prompt_toolkit.keys import Keys

from poolwijzer.interview.commands import Event
from poolwijzer.interview.presenter import BURST
from poolwijzer.interview.screens.layout import Screen

ESCAPE_DELAY = 0.18
"""Seconds to wait whether an Esc is the beginning of another key; a slow line takes up to 150 ms over that."""

# Text behind the end of a line; or behind a tab, where no comma or end of line says that it completed a name.
_PASTED = re.compile(r"[^\r\n][\r\n]+[^\r\n]|[^\t]\t+[^\W_]")
_ENDS = "\r\n\t"
_MANY = 200
"""More signs than anybody types ahead."""

_NAMES: dict[Keys | str, str] = {
    Keys.Up: "up",
    Keys.Down: "down",
    Keys.Left: "left",
    Keys.Right: "right",
    Keys.PageUp: "pageup",
    Keys.PageDown: "pagedown",
    Keys.Escape: "escape",
    Keys.ControlM: "enter",
    Keys.ControlJ: "enter",
}
_PICKING: dict[Keys | str, str] = {
    **_NAMES,
    Keys.Tab: "enter",
    Keys.BackTab: "escape",
    Keys.Backspace: "escape",
    " ": "space",
}
_TYPING: dict[Keys | str, str] = {
    **_NAMES,
    Keys.Tab: "tab",
    Keys.BackTab: "backtab",
    Keys.Backspace: "backspace",
    Keys.Delete: "delete",
    Keys.Home: "home",
    Keys.End: "end",
    Keys.ControlA: "home",
    Keys.ControlE: "end",
    Keys.ShiftLeft: "left",
    Keys.ShiftRight: "right",
    Keys.ControlLeft: "word-left",
    Keys.ControlRight: "word-right",
    Keys.ControlW: "delete-word",
    Keys.ControlU: "delete-before",
    Keys.ControlK: "delete-after",
    Keys.ControlZ: "undo",
    Keys.ControlY: "redo",
    Keys.ControlN: "newline",
    Keys.ControlO: "editor",
    Keys.ControlHome: "text-start",
    Keys.ControlEnd: "text-end",
}


class Keyboard:
    """Tells a screen which keys were pressed, and what was pasted into it."""

    def __init__(self, screen: Screen) -> None:
        """For one time that the screen is shown."""
        self._screen = screen
        self._names = _TYPING if screen.typing else _PICKING
        self._burst_until = 0.0
        """Until when, on the clock of the loop, what comes in goes on with what was pasted."""
        self._ends = ""
        """Ends of lines at the end of what came in so far: they part it from what may follow."""
        self._entering: TimerHandle | None = None
        """An Enter that waits whether it was pasted."""

    def bindings(self) -> KeyBindings:
        """What prompt_toolkit does with each key: ours alone, so that none does what nobody asked for."""
        bindings = KeyBindings()
        bindings.add(Keys.Any)(self._press)
        for special in (key for key in self._names if isinstance(key, Keys)):
            bindings.add(special, eager=True)(self._press)

        @bindings.add(Keys.ControlC)
        @bindings.add(Keys.SIGINT)
        def _(event: KeyPressEvent) -> None:
            event.app.exit(exception=KeyboardInterrupt())

        @bindings.add(Keys.ControlD)
        def _(event: KeyPressEvent) -> None:
            if not self._screen.holds_text:
                event.app.exit(exception=EOFError())

        return bindings

    def _press(self, event: KeyPressEvent) -> None:
        stroke = event.key_sequence[0]
        text = _as_text(stroke)
        came = "".join([text, *self._came_with(event)]) if text else ""
        going_on = get_running_loop().time() < self._burst_until
        line = came if not self._screen.typing else re.split(f"[{_ENDS}]", came)[0]
        if text and (going_on or _PASTED.search(came)):
            self._paste(event.app, self._take(event, came), going_on)
        elif len(line) > _MANY:
            self._done(event.app, self._screen.paste(self._take(event, line)))
        elif self._names.get(stroke.key) == "enter" and self._screen.typing:
            self._hold_enter(event.app)
        elif self._entering:
            # Another key than one of text: that Enter was pressed, and this key is for what it leads to.
            self._enter(event.app)
            event.app.key_processor.feed(stroke, first=True)
        elif self._is_alt_enter(event):
            event.app.key_processor.input_queue.popleft()
            self._done(event.app, self._screen.press("alt-enter"))
        elif stroke.key != Keys.Escape or not self._with_alt(event):
            self._tell(event.app, stroke)

    def _came_with(self, event: KeyPressEvent) -> list[str]:
        """The text that came in at the same time, up to the first key that is none."""
        found = []
        for stroke in event.app.key_processor.input_queue:
            if not (text := _as_text(stroke)):
                break
            found.append(text)
        return found

    def _take(self, event: KeyPressEvent, came: str) -> str:
        """What came in at the same time as a key, taken from what is still to be dealt with."""
        for _ in range(len(came) - 1):
            event.app.key_processor.input_queue.popleft()
        return came

    def _paste(self, app: Application[Event], came: str, going_on: bool) -> None:
        came = self._ends + came if going_on else came
        pasted = came.rstrip(_ENDS)
        self._ends = came[len(pasted) :]
        self._burst_until = get_running_loop().time() + BURST
        if pasted:
            self._cancel_enter()
            self._done(app, self._screen.paste(pasted, more=going_on))

    def _hold_enter(self, app: Application[Event]) -> None:
        """Wait with an Enter until it is clear that a person pressed it."""
        loop = get_running_loop()
        self._ends, self._burst_until = "\r", loop.time() + BURST
        self._entering = loop.call_later(BURST, self._enter, app)

    def _enter(self, app: Application[Event]) -> None:
        self._cancel_enter()
        self._burst_until = 0.0
        self._done(app, self._screen.press("enter"))
        app.invalidate()

    def _cancel_enter(self) -> None:
        if self._entering:
            self._entering.cancel()
            self._entering = None

    def _is_alt_enter(self, event: KeyPressEvent) -> bool:
        """Whether this is an Esc that only is how Alt with Enter arrives, where letters are text."""
        queue, key = event.app.key_processor.input_queue, event.key_sequence[0].key
        follows = bool(queue) and queue[0].key in (Keys.ControlM, Keys.ControlJ)
        return follows and key == Keys.Escape and self._screen.typing

    def _with_alt(self, event: KeyPressEvent) -> bool:
        """Whether an Esc only is how Alt with another key arrives. Letters stay text, and command nothing."""
        queue = event.app.key_processor.input_queue
        if not queue or not (queue[0].data == "" or _as_text(queue[0]) or queue[0].key == Keys.Backspace):
            return False
        if queue[0].data == "[":  # a key that nobody knows
            while queue and not (queue[0].data.isalpha() or queue[0].data == "~"):
                queue.popleft()
            if queue:
                queue.popleft()
        elif _as_text(queue[0]) and not self._screen.typing:
            queue.popleft()
        return True

    def _tell(self, app: Application[Event], stroke: KeyPress) -> None:
        if stroke.key == Keys.BracketedPaste:
            self._done(app, self._screen.paste(stroke.data))
            return
        name = self._names.get(stroke.key) or (stroke.data if not isinstance(stroke.key, Keys) else "")
        self._done(app, self._screen.press(name) if name else None)

    def _done(self, app: Application[Event], found: Event | None) -> None:
        # A key that came with others, before this one was dealt with, is for the next screen.
        if found is not None and not app.is_done:
            app.exit(result=found)


def _as_text(stroke: KeyPress) -> str:
    """What a key is in a pasted text; empty for a key that is never pasted."""
    if isinstance(stroke.key, Keys):
        return {Keys.ControlM: "\r", Keys.ControlJ: "\n", Keys.ControlI: "\t"}.get(stroke.key, "")
    return stroke.data
