"""Leading a session on a terminal whose cursor can move: one screen, to which everything leads back."""

from __future__ import annotations

from poolwijzer.interview.commands import Event
from poolwijzer.interview.screens.runner import run
from poolwijzer.workshop.lead.lead_screen import LeadScreen
from poolwijzer.workshop.lead.leader import Leader
from poolwijzer.workshop.lead.pressing import Ask


def lead_on_screens(leader: Leader) -> None:
    """Show the screen until somebody stops.

    Raises:
        KeyboardInterrupt: someone pressed Ctrl-C, or the program was told to stop.
        EOFError: the terminal is gone.
    """
    asked: list[Ask] = []

    def press(key: str) -> Event | None:
        ask = leader.press(key)
        screen.message = leader.said
        if ask is None:
            return None
        asked.append(ask)
        return "next"

    screen = LeadScreen(leader.view, leader.keys, press)
    while True:
        screen.message = leader.said
        run(screen)
        ask = asked.pop()
        if ask == "stop":
            return
        leader.obey(ask)
