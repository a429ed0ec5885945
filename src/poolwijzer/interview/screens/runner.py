"""Running a screen on a terminal: the one place that turns keys into presses and lines into a picture."""

from __future__ import annotations

from prompt_toolkit.application import Application
from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.styles import Style

from poolwijzer.interview.commands import Event
from poolwijzer.interview.screens.layout import Screen
from poolwijzer.interview.stop_signals import raise_if_stopped

STYLE = Style.from_dict(
    {
        "quiet": "fg:ansibrightblack",
        "strong": "bold",
        "said": "fg:ansiyellow",
        "pointed": "bold",
        "key": "bold",
        "mark": "bold reverse",
        "gekozen": "bold reverse",
        "overwogen": "reverse",
    }
)
ESCAPE_DELAY = 0.05
"""Seconds to wait whether an Esc is the beginning of another key."""

_NAMES = {
    Keys.Up: "up",
    Keys.Down: "down",
    Keys.Left: "left",
    Keys.Right: "right",
    Keys.PageUp: "pageup",
    Keys.PageDown: "pagedown",
    Keys.Escape: "escape",
    Keys.ControlM: "enter",
    Keys.ControlJ: "enter",
    Keys.Tab: "enter",
    Keys.BackTab: "escape",
    Keys.Backspace: "escape",
    " ": "space",
}


def run(screen: Screen) -> Event:
    """Show a screen until a key asks for something.

    Raises:
        KeyboardInterrupt: someone pressed Ctrl-C.
        EOFError: the terminal is gone, or someone pressed Ctrl-D.
    """
    output = get_app_session().output

    def drawn() -> FormattedText:
        size = output.get_size()
        # The last column stays free: a terminal that wraps at it would shift every line.
        lines = screen.lines(max(size.columns - 1, 20), max(size.rows - 1, 8))
        return FormattedText([part for line in lines for part in (*line, ("", "\n"))])

    application: Application[Event] = Application(
        layout=Layout(Window(FormattedTextControl(drawn, show_cursor=False), always_hide_cursor=True)),
        key_bindings=_bindings(screen),
        style=STYLE,
        erase_when_done=True,
    )
    output.erase_screen()
    output.cursor_goto(0, 0)
    return prepare_application(application).run()


def prepare_application(application: Application[Event]) -> Application[Event]:
    """Make any application of prompt_toolkit quick with Esc, and silent where it would say something in English.

    Raises:
        KeyboardInterrupt: the program was told to stop meanwhile.
    """
    raise_if_stopped()
    application.ttimeoutlen = ESCAPE_DELAY
    application.renderer.cpr_not_supported_callback = lambda: None
    return application


def _bindings(screen: Screen) -> KeyBindings:
    bindings = KeyBindings()

    def done(event: KeyPressEvent, found: Event | None) -> None:
        # A key that came with others, before this one was dealt with, is for the next screen.
        if found is not None and not event.app.is_done:
            event.app.exit(result=found)

    @bindings.add(Keys.Any)
    def _(event: KeyPressEvent) -> None:
        key = event.key_sequence[0].key
        done(event, screen.press(_NAMES.get(key, event.data)))

    for special in (key for key in _NAMES if isinstance(key, Keys)):

        @bindings.add(special, eager=True)
        def _(event: KeyPressEvent) -> None:
            done(event, screen.press(_NAMES[event.key_sequence[0].key]))

    @bindings.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        done(event, screen.paste(event.data))

    @bindings.add(Keys.ControlC)
    @bindings.add(Keys.SIGINT)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt())

    @bindings.add(Keys.ControlD)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError())

    return bindings
