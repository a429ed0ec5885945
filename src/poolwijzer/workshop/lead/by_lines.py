"""Leading a session line by line: for a screen reader, and a terminal whose cursor cannot move.

What is new is said when it comes, and nothing else: who listens hears no clock tick.
"""

from __future__ import annotations

from threading import Event, Lock, Thread

from poolwijzer.interview.plain_input import take_lines
from poolwijzer.workshop.lead.leader import Leader
from poolwijzer.workshop.lead.told import tell_all, tell_news

TICK = 1.0
TYPED = {"": "enter", "t": "left", "terug": "left", "pauze": "space", "k": "space", "stop": "q", "uitleg": "?"}
"""What is typed for a key that cannot be typed in a line."""
HOW = "Enter verder, t terug, k klok stil, + of - een minuut, s alles, een nummer voor een groep, ? uitleg, q stoppen"
SAY_ALL = "s"


class _News:
    """Says what is new for as long as nobody is doing something else."""

    def __init__(self, leader: Leader) -> None:
        self._leader = leader
        self._told = leader.view()
        self._over = Event()
        self.quiet = Lock()
        """Held while something else is on the screen."""
        Thread(target=self._go_on, daemon=True).start()

    def stop(self) -> None:
        self._over.set()

    def tell(self) -> None:
        """What is new by now; only who holds `quiet` may ask."""
        view = self._leader.view()
        lines = list(tell_news(self._told, view))
        self._told = view
        if lines:
            self._leader.presenter.say("\n".join(lines))

    def _go_on(self) -> None:
        while not self._over.wait(TICK):
            with self.quiet:
                self.tell()


def lead_by_lines(leader: Leader) -> None:
    """Say where the session is and what is new, and take a line for a key, until somebody stops.

    Raises:
        KeyboardInterrupt: someone pressed Ctrl-C, or the program was told to stop.
        EOFError: there is nobody to type any more.
    """
    say = leader.presenter.say
    say("\n".join(tell_all(leader.view())))
    news = _News(leader)
    try:
        while True:
            say(f"({HOW})")
            typed = (take_lines() or [""])[0]
            with news.quiet:
                if typed.lower() == SAY_ALL:
                    say("\n".join(tell_all(leader.view())))
                    continue
                ask = leader.press(TYPED.get(typed.lower(), typed))
                if ask == "stop":
                    return
                if ask is not None:
                    leader.obey(ask)
                elif not leader.said and len(typed) > 1:
                    leader.said = f"'{typed}' kan hier niet."
                if leader.said:
                    say(leader.said)
                news.tell()
    finally:
        news.stop()
