"""What is wrong, as the page tells it: for who has buttons there, and no command line."""

from __future__ import annotations

import re

from poolwijzer.problems import Problem

_COUNTS = "Kies bij 'Meer keuzes' dat een rij aantallen per antwoord is."
_HERE = {
    "Installeer de nieuwste versie.": "Zoek een nieuwere uitgave van Poolwijzer.",
    ", en noem de map.": ", en kies de map.",
    ", en noem het bestand": ", en kies het bestand",
    "Zet erbij: --rows counts.": _COUNTS,
    "Kies --rows counts.": _COUNTS,
    "Kies --rows respondents.": "Kies bij 'Meer keuzes' dat een rij een respondent is.",
    " Is elke rij een initiatief? Kies dan --rows initiatives.": "",  # nothing here takes such a table
    "Zet de naam dan in initiative.municipalities.": "Zet de naam dan in het gesprek bij 'Welke gemeenten doen mee?'.",
    "Met --agree telt een": "Met 'Neem bij getelde handen het antwoord van de meesten', bij 'Meer keuzes', telt een",
    "Met poolwijzer merge BESTAND --delete-expired haalt u ze eruit.": (
        "Bij 'Antwoorden van anderen' haalt u ze eruit, bij 'Meer keuzes'."
    ),
    ", of geef met --date een latere dag.": ".",
}
"""Parts of what a hint says on a command line, and what it says here."""
_COMMAND = re.compile(r"(?<![\w-])--[a-z]|poolwijzer [a-z]+ [A-Za-z]|poolwijzer [a-z]+ [a-z]+\.")
ONLY_THERE = "Dat kan alleen met het programma dat u installeert."


def tell_problem(problem: Problem, where: str) -> dict[str, str]:
    """A problem as the page shows it; of what takes a command it says so."""
    hint = problem.hint
    for there, here in _HERE.items():
        hint = hint.replace(there, here)
    if _COMMAND.search(hint):
        hint = f"{hint} {ONLY_THERE}"
    return {"where": "Meer keuzes" if where.startswith("--") else where, "message": problem.message, "hint": hint}
