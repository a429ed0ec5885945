"""What each choice of an option means, in a few words."""

from __future__ import annotations

from poolwijzer.cli.schema_kinds import KINDS

_MEANINGS = {
    "bestuur": "Een notitie voor het bestuur.",
    "gewoon": "Alles wat u nodig hebt.",
    "kort": "Het belangrijkste.",
    "volledig": "Alles, met de berekening.",
    "a3": "Groot papier.",
    "a4": "Gewoon papier.",
    "docx": "Word.",
    "pdf": "PDF.",
    "excel": "Voor een Nederlandse Excel.",
    "standard": "Met komma's en punten.",
    "gemeente": "Elke gemeente antwoordt zelf.",
    "verband": "De bestaande samenwerking antwoordt.",
    "initiatives": "Een rij per initiatief, of verschillende initiatieven.",
    "respondents": "Een rij per respondent.",
    "counts": "Een rij per stelling, met getelde handen.",
    "groups": "Groepen die hetzelfde initiatief bespraken.",
    "time": "Metingen van hetzelfde initiatief.",
    "skip": "Sla verborgen rijen over.",
    "count": "Tel verborgen rijen mee.",
    "bash": "Linux, en Git Bash.",
    "zsh": "macOS.",
    "fish": "fish.",
    "powershell": "Windows.",
}
_OF_ONE = {
    ("questions", "kort"): "De korte lijst met stellingen.",
    ("questions", "volledig"): "Alle stellingen.",
}
_OF_ONE |= {("kind", kind.value): found.about for kind, found in KINDS.items()}
"""Of choices that mean something else in one place: the name of the parameter, and the choice."""


def tell_choice(parameter: str, choice: str) -> str:
    """What a choice means; empty where its name says it all.

    Args:
        parameter: The name of the option or argument.
        choice: What is typed.
    """
    return _OF_ONE.get((parameter, choice)) or _MEANINGS.get(choice, "")
