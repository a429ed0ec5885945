"""The steps about the initiative itself: its name, and who take part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from poolwijzer.assessment.model import FORMAT, Assessment, Initiative
from poolwijzer.assessment.participants import HOW_TO_ADD, read_names, write_names
from poolwijzer.dutch import make_slug
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.steps.body_names import propose_names_anew
from poolwijzer.interview.steps.step import InterviewStep, Refused, clean_line
from poolwijzer.municipalities import UnknownMunicipality, split_names
from poolwijzer.outcome import Outcome

FEW = 3
"""Up to so many municipalities are named one by one."""


class NameStep(InterviewStep):
    """The name, with which the file begins; its id stays as it is, however the name changes."""

    kind = "name"
    stage = "initiatief"
    title = "Hoe heet het initiatief?"
    label = "Naam"
    in_form = True

    def __init__(self, outcome: Outcome | None, on: date) -> None:
        super().__init__(outcome)
        self.on = on
        self.answer = outcome.assessment.initiative.name if outcome else None

    def put_answer(self, value: object) -> Assessment:
        name = clean_line(value)
        if not name:
            why = "Geef het initiatief eerst een naam" if self.answer is None else "Een initiatief heeft een naam nodig"
            raise Refused(f"{why}. Al het andere mag u overslaan.")
        if self.answer is not None:
            return _with_initiative(self.assessment, name=name)
        initiative = Initiative(id=make_slug(name), name=name, date=self.on)
        return Assessment(poolwijzer=FORMAT, initiative=initiative, questions="kort")


class MunicipalitiesStep(InterviewStep):
    """Who take part: names, and regions that stand for all of theirs."""

    kind = "municipalities"
    stage = "initiatief"
    title = "Welke gemeenten doen mee?"
    lead = "Typ namen, met komma's ertussen. Een provincie of RES-regio vult al haar gemeenten in."
    label = "Gemeenten"
    in_form = True

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.answer = write_names(self.assessment.initiative.municipalities) or None

    def summarise(self) -> str:
        names = split_names(self.answer or "")
        many = len(names) > FEW
        return f"{len(names)} gemeenten, van {names[0]} tot en met {names[-1]}" if many else self.answer or ""

    def ask(self) -> InterviewQuestion:
        return replace(super().ask(), names=True)

    def put_answer(self, value: object) -> Assessment:
        line = clean_line(value)
        if wrong := tuple(dict.fromkeys(filter(None, map(_unknown, split_names(line))))):
            raise Refused(_tell(wrong))
        found = read_names(line)
        region = self.assessment.initiative.region or found.region
        changed = _with_initiative(self.assessment, municipalities=found.participants, region=region)
        return propose_names_anew(changed, self.assessment, self.content)


def _unknown(name: str) -> tuple[str, str] | None:
    """What is wrong with a name, and what to do; None if nothing is wrong."""
    try:
        read_names(name)
    except UnknownMunicipality as unknown:
        return unknown.message, unknown.hint
    return None


def _tell(wrong: Sequence[tuple[str, str]]) -> str:
    """A line for every name, and below that once what is to be done about more of them."""
    hints = [hint.replace(HOW_TO_ADD, "").strip() for _, hint in wrong]
    often = [hint for hint in dict.fromkeys(hints) if hints.count(hint) > 1]
    lines = (
        message if hint in often else f"{message} {hint}".rstrip()
        for (message, _), hint in zip(wrong, hints, strict=True)
    )
    how = [HOW_TO_ADD] if any(HOW_TO_ADD in hint for _, hint in wrong) else []
    return "\n".join([*lines, *filter(None, often), *how])


def _with_initiative(assessment: Assessment, **parts: Any) -> Assessment:
    return assessment.model_copy(update={"initiative": assessment.initiative.model_copy(update=parts)})
