"""Running a screen on a terminal: the one place that turns keys into presses and lines into a picture."""

from __future__ import annotations

import gc
from asyncio import get_running_loop

from prompt_toolkit.application import Application
from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.renderer import CPR_Support
from prompt_toolkit.styles import Style

from poolwijzer.interview.commands import Event
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.keyboard import ESCAPE_DELAY, Keyboard
from poolwijzer.interview.screens.layout import Screen
from poolwijzer.interview.stop_signals import raise_if_stopped

STYLE = Style.from_dict(
    {
        "quiet": "",
        "strong": "bold",
        "said": "bold",
        "pointed": "bold",
        "key": "bold",
        "mark": "bold reverse",
        "gekozen": "bold reverse",
        "overwogen": "reverse",
    }
)
"""No colours: whoever looks chose those of the terminal, and any other is unreadable on somebody's background."""

BREATH = 0.2
"""Seconds that a screen stands there before we clear up: somebody reads now, and later a key would wait for it."""


def run(screen: Screen) -> Event:
    """Show a screen until a key asks for something.

    Raises:
        KeyboardInterrupt: someone pressed Ctrl-C, or the program was told to stop.
        EOFError: the terminal is gone, or someone pressed Ctrl-D.
    """
    raise_if_stopped()
    output = get_app_session().output
    shown = output.get_size()

    def drawn() -> FormattedText:
        size = output.get_size()
        lines = layout.drawn(screen, size.columns, size.rows)
        return FormattedText([part for line in lines for part in (*line, ("", "\n"))][:-1])

    def clear_when_resized(application: Application[Event]) -> None:
        # A terminal that changes size moves lines about, so that nobody knows where they are now.
        nonlocal shown
        if output.get_size() != shown:
            shown = output.get_size()
            application.renderer.clear()

    control = FormattedTextControl(drawn, show_cursor=screen.typing)
    application: Application[Event] = Application(
        layout=Layout(Window(control, always_hide_cursor=not screen.typing)),
        key_bindings=Keyboard(screen).bindings(),
        style=STYLE,
        erase_when_done=True,
        before_render=clear_when_resized,
        refresh_interval=screen.tick,
    )

    def take_esc() -> None:
        # One that came in behind the key that ended the last screen: nobody waits for the rest of it but here.
        if not application.is_done:
            application.key_processor.feed_multiple(application.input.flush_keys())
            application.key_processor.process_keys()

    def begin() -> None:
        get_running_loop().call_later(ESCAPE_DELAY, take_esc)
        # Every screen that was leaves thousands of objects that hold each other.
        get_running_loop().call_later(BREATH, gc.collect)

    application.ttimeoutlen = ESCAPE_DELAY
    # A screen begins at the top and is as high as the terminal: to ask where the cursor is would cost a round trip to a
    # far terminal for every question, and a second where it gives no answer.
    application.renderer.cpr_support = CPR_Support.NOT_SUPPORTED
    output.erase_screen()
    output.cursor_goto(0, 0)
    return application.run(pre_run=begin)
