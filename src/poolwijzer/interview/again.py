"""A new measurement of an initiative whose file is there: where it begins, or why there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from poolwijzer.assessment.again import begin_measurement, find_hindrance
from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.write import record_menus
from poolwijzer.dutch import long_date
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.problems import InputError, Problem


def measure_again(assessment: Assessment, route: Route, script: Script) -> State:
    """The first state of a new measurement: at the first question, with all of them open.

    Nothing is written before something is answered, so that who only had a look leaves the file as it was.
    """
    anew = record_menus(begin_measurement(assessment, script.on), script.content)
    # Choices and agreements stay, and are to be looked at again.
    state = script.begin(anew, replace(route, everything=True))
    said = (
        f"Nieuwe meting van {assessment.initiative.name}. Bij elke vraag ziet u het antwoord van {_day(assessment)}. "
        "Uw bestand verandert pas bij uw eerste antwoord."
    )
    return replace(state, said=said)


def why_not_again(path: Path, assessment: Assessment, on: date) -> str:
    """Why the measurement that stands in the file goes on instead; empty where there can be a new one.

    Raises:
        InputError: the date in the file has to be settled first.
    """
    match find_hindrance(assessment, on):
        case None:
            return ""
        case "nothing":
            return "Er is nog niets gemeten. Een nieuwe meting kan als er antwoorden zijn."
        case "same-day":
            return "Deze meting is van vandaag. U verbetert haar, en er komt geen nieuwe."
        case "no-date":
            message = "Hier staat niet wanneer dit is ingevuld. Een nieuwe meting kan pas als u dat erbij zet."
            hint = "Schrijf onder initiative de dag van de eerste meting, zoals date: 2025-11-01."
        case "later-date":
            message = f"Deze meting is van {_day(assessment)}. Een nieuwe meting is van een latere dag."
            hint = "Verander date onder initiative, of geef met --date een latere dag."
        case "twice":
            message = f"Hier staat al een eerdere meting van {_day(assessment)}."
            hint = "Geef elke meting een eigen date."
    raise InputError(Problem(str(path), message, hint))


def _day(assessment: Assessment) -> str:
    return long_date(assessment.initiative.date) if assessment.initiative.date else ""
