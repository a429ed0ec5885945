"""The file of a new session with what may be changed in it, for who opens it in a text editor."""

from __future__ import annotations

import textwrap

from poolwijzer.content.content import Content
from poolwijzer.dutch import join_words
from poolwijzer.workshop.plan import MOST_GROUPS, WorkshopPlan
from poolwijzer.workshop.plan_file import dump_plan, phases_of

TOP = """\
# Een werksessie met groepen. Verander gerust wat hier staat. Achter een # staat uitleg: die leest het programma niet.
# Laat de namen voor de dubbele punt staan.
"""
ABOVE = {
    "title": "De titel, de dag (als 2026-01-31) en waar het is (place). Die komen op de dia's en in het verslag.",
    "minutes": (
        "Hoeveel minuten elk deel duurt: de inleiding, het initiatief bespreken, samen analyseren, en de plenaire "
        "afsluiting."
    ),
    "initiatives": (
        "De initiatieven in de zaal. Elk begint met een id. Verander dat niet meer. De rest mag: name, region, phase "
        "en votes (hoeveel mensen ervoor komen)."
    ),
    "groups": (
        f"De groepen, hooguit {MOST_GROUPS}. Het id is ook de naam van het bestand. Verander dat niet meer. name, "
        "people (hoeveel mensen) en on_paper: true (werkt op papier) mag u veranderen."
    ),
}
"""What stands above the keys of the plan."""
PHASES = "Bij phase kiest u uit: {phases}."
BREADTH = 116
"""In letters, of a line of explanation."""


def write_new_plan(plan: WorkshopPlan, content: Content) -> bytes:
    """The file of a plan with short comments; it reads as the same plan."""
    lines = [TOP]
    for line in dump_plan(plan).decode("utf-8").splitlines(keepends=True):
        key = line.partition(":")[0]
        lines += _comment(key, content) if key in ABOVE else []
        lines.append(line)
    return "".join(lines).encode("utf-8")


def _comment(key: str, content: Content) -> list[str]:
    words = [ABOVE[key]]
    if key == "initiatives" and (phases := phases_of(content)):
        words.append(PHASES.replace("{phases}", join_words(phases, "of")))
    return ["\n", *(f"# {line}\n" for text in words for line in textwrap.wrap(text, BREADTH))]
