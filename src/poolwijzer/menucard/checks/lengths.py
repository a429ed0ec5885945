"""How long a text of the menus may be, so that it can be read out and fits a screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.content.content import Content
from poolwijzer.content.locations import Steps, steps_to
from poolwijzer.menucard.checks.findings import MenuFinding

LONGEST = 360
"""In characters, for a text that is not named below."""
LONGEST_OF = {
    "title": 120,
    "short": 30,
    "question": 160,
    "key_question": 160,
    "plain_question": 160,
    "label": 80,
    "term": 80,
    "because": 300,
    "better_when": 200,
    "rises_when": 200,
    "falls_when": 200,
    "if_higher": 200,
    "if_lower": 200,
    "evidence": 200,
    "says": 120,
    "ask_back": 160,
}
"""By the word that it stands behind."""
NOT_READ = frozenset({"url"})


def find_long_texts(content: Content, on: date) -> Iterator[MenuFinding]:
    """Texts of more characters than their place allows."""
    for model, node in content.models:
        for field, value in model:
            steps = steps_to((node, field))
            if isinstance(value, str) and field not in NOT_READ:
                yield from _too_long(value, field, steps)
            elif isinstance(value, dict | tuple):
                inner = value.items() if isinstance(value, dict) else enumerate(value)
                for step, text in inner:
                    if isinstance(text, str):
                        yield from _too_long(text, field, (*steps, step))


def _too_long(text: str, field: str, loc: Steps) -> Iterator[MenuFinding]:
    most = LONGEST_OF.get(field, LONGEST)
    if len(text) > most:
        message = f"Deze tekst is te lang: {len(text)} tekens. Hier passen er {most}."
        yield MenuFinding(loc, message, "Maak hem korter, of verdeel hem.")
