"""What surveys of other programs share."""

from __future__ import annotations

from poolwijzer.forms.questionnaire import Questionnaire
from poolwijzer.problems import InputError, Problem

SURVEY_QUESTION = "Namens welke gemeente antwoordt u?"
"""As the reader of tables knows it."""


def refuse_body(questionnaire: Questionnaire, program: str) -> None:
    """Refuse a survey for the existing body: its export could not be told from that of municipalities.

    Raises:
        InputError: it is one.
    """
    if questionnaire.form.of == "verband":
        message = f"Een vragenlijst voor {program} is er alleen voor gemeenten."
        raise InputError(
            Problem("--for", message, "Maak voor de bestaande samenwerking een bestand, zoals -o vragenlijst.html.")
        )
