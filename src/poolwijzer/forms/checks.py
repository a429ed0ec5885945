"""What has to be right before a form is made, whoever asks for it: what is promised, and that there is a question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.dutch import long_date
from poolwijzer.forms.questionnaire import Questionnaire
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.typed_text import sanitize_text


def tidy_organisation(name: str) -> str:
    """The name of who gathers the answers, on one line."""
    return sanitize_text(" ".join(name.split()))


def check_promise(
    organisation: str, delete_on: date | None, on: date, *, called: tuple[str, str], sign: str
) -> Iterator[Problem]:
    """What is wrong with who gathers the answers and until when, which every respondent is told.

    Args:
        organisation: Its name, tidied.
        delete_on: The last day; None if none was said.
        on: The day on which the form is made.
        called: What messages call these two.
        sign: What stands between such a name and its value.
    """
    who, until = called
    if not organisation:
        message = "Wie de antwoorden verzamelt, staat er niet bij. Wie antwoordt, moet dat weten."
        yield Problem(who, message, f'Schrijf het zo: {who}{sign}"Gemeente Assen".')
    example = f"Schrijf het zo: {until}{sign}{on.year + 1}-01-31."
    if delete_on is None:
        message = "Wanneer u de antwoorden verwijdert, staat er niet bij. Wie antwoordt, moet dat weten."
        yield Problem(until, message, example)
    elif delete_on <= on:
        message = f"Deze dag ligt niet na {long_date(on)}. Dan moeten de antwoorden al weg zijn."
        yield Problem(until, message, f"Kies een latere dag. {example}")


def check_asked(made: Questionnaire, path: str) -> list[Problem]:
    """What of the initiative is not known, so that who answers has to type it.

    Raises:
        InputError: there is nothing to ask of this kind of respondent.
    """
    body = made.form.of == "verband"
    if not made.questions:
        message = "Er is niets te vragen aan "
        message += "de bestaande samenwerking: dit initiatief heeft er geen." if body else "gemeenten."
        hint = (
            "Vul bij context: verband in welke dat is, of maak een vragenlijst voor gemeenten."
            if body
            else "Kijk de menu's na."
        )
        raise InputError(Problem(path, message, hint))
    if made.organisations:
        return []
    what, key = (
        ("de naam van de bestaande samenwerking", "context: verband") if body else ("de gemeenten", "municipalities")
    )
    message = f"In dit bestand {'ontbreekt' if body else 'ontbreken'} {what}."
    return [Problem(path, message, f"Wie antwoordt, typt de naam zelf. Vul liever eerst {key} in.")]
