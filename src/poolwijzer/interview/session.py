"""Holding a conversation: the terminal it needs, the file it goes on with, and whatever breaks it off."""

from __future__ import annotations

import contextlib
import gc
import os
from pathlib import Path

from poolwijzer.content.content import Content
from poolwijzer.interview.autosave import SUFFIX, AutoSave
from poolwijzer.interview.beginning import InterviewOptions, first_state, where_typing_stopped
from poolwijzer.interview.clock import Clock
from poolwijzer.interview.conversation import LiveConversation
from poolwijzer.interview.drafts import Drafts
from poolwijzer.interview.last_words import last_words
from poolwijzer.interview.plain_input import can_move_cursor
from poolwijzer.interview.presenter import Presenter
from poolwijzer.interview.record import Record
from poolwijzer.interview.reports import Reports
from poolwijzer.interview.script import Script
from poolwijzer.interview.stop_signals import take_stop_signals, was_stopped
from poolwijzer.viewer import has_desktop, open_with_system

SUFFIXES = (".yaml", ".yml")


def make_presenter(content: Content, plain: bool) -> Presenter:
    """What asks: screens, or lines where the cursor cannot move."""
    if plain or not can_move_cursor():
        from poolwijzer.interview.plain import PlainPresenter

        return PlainPresenter(content)
    from poolwijzer.interview.screens.terminal import TerminalPresenter

    return TerminalPresenter(content)


def converse(options: InterviewOptions, content: Content, presenter: Presenter) -> None:
    """Hold a conversation, from the file or a new one to the last words.

    Raises:
        InputError: the file cannot be used, or someone else is busy with it.
        KeyboardInterrupt: someone pressed Ctrl-C, or the program was told to stop; all answers are kept.
    """
    path = _with_suffix(options.file)
    saves = AutoSave(path, Path())
    try:
        script, drafts = Script(content, options.on), Drafts(path)
        clock = Clock(0.0 if options.again else drafts.minutes or 0.0)
        first = first_state(path, options, script, int(clock.minutes()))
        # A new measurement begins at its beginning: what was typed waits in its own field.
        state, side = (first, None) if options.again else where_typing_stopped(first, script, drafts)
        conversation = LiveConversation(
            Record(script, state, saves, drafts, clock, options.beamer),
            presenter,
            Reports(open_with_system if has_desktop(os.environ) and options.route.room != "looks-on" else None),
            begin_beside=side,
        )
        gc.freeze()  # what is there now stays: who clears up between two questions need not go through it
        with take_stop_signals(), presenter.session():
            _run(conversation)
    finally:
        saves.release()


def _run(conversation: LiveConversation) -> None:
    try:
        conversation.run()
    except (KeyboardInterrupt, EOFError, OSError) as error:
        # The terminal may be gone too.
        with contextlib.suppress(OSError):
            conversation.presenter.say(last_words(conversation, broken_off=True))
        if isinstance(error, OSError) and not was_stopped():
            raise
        raise KeyboardInterrupt from None
    conversation.presenter.say(last_words(conversation))


def _with_suffix(file: Path | None) -> Path | None:
    """The file as it is meant: a new one gets a suffix when it has none."""
    if file is None or file.exists() or file.suffix.lower() in SUFFIXES:
        return file
    return file.with_name(f"{file.name}{SUFFIX}")
