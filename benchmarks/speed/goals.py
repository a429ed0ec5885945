"""What is asked of the speed: every goal has a row on the page, in this order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """A ratio that may not be passed.

    `uncounted` says why no instructions are counted for it; where that is empty they are what decides, wherever they
    can be counted.
    """

    id: str
    what: str
    against: str
    bound: float
    unit: str
    uncounted: str = ""
    at_least: bool = False

    def holds(self, ratio: float) -> bool:
        """Whether a ratio is within the goal."""
        return ratio >= self.bound if self.at_least else ratio <= self.bound


BARE = "typer, yaml, pydantic en rich inladen, en dezelfde menu's en hetzelfde bestand lezen met PyYAML in C"

GOALS = (
    Goal("help", "`poolwijzer --help`", "een Typer-programma van twee lege opdrachten, `--help`", 1.2, "ms"),
    Goal("advise", "`poolwijzer advise BESTAND --json`", BARE, 1.2, "ms"),
    Goal("assess", "de eerste vraag van `assess` op het scherm", "hetzelfde, en questionary inladen", 1.3, "ms"),
    Goal("stress", "een stresstest van 1.000 keer", "de vergelijking van `advise`", 0.05, "ms"),
    Goal(
        "batch",
        "`batch` naar een tabel, per bestand, op één kern",
        "dezelfde bestanden lezen met PyYAML in C",
        1.3,
        "ms",
    ),
    Goal(
        "cores",
        "`batch` van 20.000 bestanden op twee kernen",
        "op één kern, beide met de start erbij",
        1.7,
        "s",
        uncounted="Twee kernen doen samen niet minder werk. Zij zijn alleen eerder klaar.",
        at_least=True,
    ),
    Goal(
        "memory",
        "geheugen van `batch` bij 10.000 bestanden",
        "bij 100 bestanden",
        1.5,
        "MB",
        uncounted="Dit gaat over geheugen.",
    ),
    Goal(
        "pdf",
        "een nieuw verslag als PDF, in een programma dat al loopt, processortijd",
        "alleen typst, met hetzelfde nieuwe document",
        1.2,
        "ms",
        uncounted="Tellen duurt hier minuten per verslag. De processortijd is van alle kernen samen.",
    ),
    Goal(
        "pdf-memory",
        "geheugen na 50 verschillende PDF's in één programma",
        "na één PDF",
        1.3,
        "MB",
        uncounted="Dit gaat over geheugen.",
    ),
    Goal(
        "word",
        "een verslag in Word, processortijd",
        "hetzelfde verslag als HTML",
        4.0,
        "ms",
        uncounted="Dit doel gaat over processortijd, en de pixels van de tekeningen maakt typst.",
    ),
    Goal(
        "compare",
        "`compare` van 300 initiatieven als bladzijde, processortijd per initiatief",
        "van 30 initiatieven",
        1.5,
        "ms",
        uncounted="Tellen duurt hier minuten per keer. Processortijd hangt minder af van wat er nog draait.",
    ),
)
