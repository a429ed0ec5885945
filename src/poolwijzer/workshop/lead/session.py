"""Leading a session from its beginning to its last words, or telling once where it is."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

from poolwijzer.content.content import Content
from poolwijzer.interview.presenter import Presenter
from poolwijzer.interview.stop_signals import take_stop_signals
from poolwijzer.viewer import has_desktop, open_with_system
from poolwijzer.workshop.lead.course import Course, held_parts
from poolwijzer.workshop.lead.kept import claim_session, read_course
from poolwijzer.workshop.lead.leader import Leader
from poolwijzer.workshop.lead.seen import Seen, see
from poolwijzer.workshop.lead.watch import Watch

LAST_WORDS = "De werksessie is gestopt. Wat de groepen bewaarden, staat in {}."


def lead_session(folder: Path, content: Content, presenter: Presenter, on: date, *, again: bool = False) -> None:
    """Lead the session in a folder until somebody stops.

    It goes on where it was earlier that day, or begins: so it does `again`, if that is asked for.

    Raises:
        InputError: there is no plan in it or it cannot be used, or somebody else leads the session.
        KeyboardInterrupt: someone pressed Ctrl-C, or the program was told to stop.
    """
    watch = Watch(folder, content, on)
    claim = claim_session(folder)
    opener = open_with_system if has_desktop(os.environ) else None
    try:
        with take_stop_signals(), presenter.session(), watch:
            leader = Leader(watch, content, presenter, on, opener, again=again)
            try:
                _lead(leader)
            except EOFError:
                raise KeyboardInterrupt from None
            presenter.say(LAST_WORDS.format(folder))
    finally:
        claim.release()


def _lead(leader: Leader) -> None:
    if leader.presenter.keeps_lines:
        from poolwijzer.workshop.lead.on_screens import lead_on_screens

        lead_on_screens(leader)
    else:
        from poolwijzer.workshop.lead.by_lines import lead_by_lines

        lead_by_lines(leader)


def look_once(folder: Path, content: Content, on: date) -> tuple[Course, Seen, float]:
    """Where the session in a folder is: its course, what was seen, and the moment of that in seconds.

    Raises:
        InputError: there is no plan in it, or it cannot be used.
    """
    seen, now = see(folder, content, on), time.time()
    found = read_course(folder, on, now)
    return found or Course(held_parts(seen.session.plan.minutes)[0]), seen, now
