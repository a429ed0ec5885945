"""What a step's answer is in an initiative's file: reading it, and writing it there. Later answers always stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from poolwijzer.assessment.model import (
    FORMAT,
    UNKNOWN,
    Agreement,
    Answer,
    Assessment,
    Choice,
    DatedChoice,
    Initiative,
    NamedChoice,
)
from poolwijzer.assessment.participants import read_names, write_names
from poolwijzer.content.content import Content
from poolwijzer.content.questions import ContextQuestion
from poolwijzer.dutch import MONTHS, joined, slugified
from poolwijzer.engine.results import Standing
from poolwijzer.interview.steps import Step
from poolwijzer.municipalities import UnknownMunicipality
from poolwijzer.problems import quoted

Given = str | tuple[str, ...] | dict[str, Fraction] | Answer | Choice | None
"""The answer of a step: text, ids, a place on the axes, an answer to a statement, or the choices of a component."""

EARLIEST, LATEST = 2000, 2200
_DAY = re.compile(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2}|[a-z]+)[-/. ](?P<year>\d{4})", re.IGNORECASE)


class Refused(ValueError):  # noqa: N818 - it says what happened to the answer, and is no mistake of ours
    """An answer that cannot be taken; the text says why and what will do, in Dutch."""


def given(step: Step, assessment: Assessment | None) -> Given:
    """What was answered at a step; None if nothing was."""
    if assessment is None:
        return None
    match step.kind:
        case "name":
            return assessment.initiative.name
        case "municipalities":
            return write_names(assessment.initiative.municipalities) or None
        case "context":
            return _ids(assessment.context.get(step.ref)) or None
        case "context-name":
            answer = assessment.context.get(step.ref)
            return (isinstance(answer, NamedChoice) and answer.name) or None
        case "until":
            return _until(step, assessment)
        case "estimate":
            return dict(assessment.estimate) or None
        case "statement":
            return assessment.answers.get(step.ref)
        case "key-question":
            return assessment.key_question.answer or None
        case "component":
            choice = assessment.choices.get(step.ref)
            return choice if choice and (choice.options or choice.considering or choice.other) else None
        case "consideration":
            choice = assessment.choices.get(step.ref)
            return (choice and choice.consideration) or None
        case "agreement":
            index = int(step.ref)
            found = assessment.agreements[index : index + 1]
            return (getattr(found[0], step.field) or None) if found else None
        case "highlight":
            return getattr(assessment.highlights, step.ref) or None
        case "need":
            return next(iter(assessment.needs[int(step.ref) : int(step.ref) + 1]), None)
    return None


def _ids(answer: object) -> str | tuple[str, ...]:
    items = answer if isinstance(answer, tuple) else () if answer is None else (answer,)
    ids = tuple(
        item.kind if isinstance(item, NamedChoice) else item.source if isinstance(item, DatedChoice) else str(item)
        for item in items
    )
    return ids if isinstance(answer, tuple) else "".join(ids)


def _until(step: Step, assessment: Assessment) -> str | None:
    answer = assessment.context.get(step.ref)
    for item in answer if isinstance(answer, tuple) else ():
        if isinstance(item, DatedChoice) and item.source == step.field and item.until:
            return str(item.until)
    return None


def new_assessment(name: str, on: date) -> Assessment:
    """The beginning of a file: an initiative with a name, and an id that stays as it is.

    Raises:
        Refused: there is no name.
    """
    if not name:
        raise Refused("Geef het initiatief eerst een naam. Al het andere mag u overslaan.")
    initiative = Initiative(id=slugified(name), name=name, date=on)
    return Assessment(poolwijzer=FORMAT, initiative=initiative, questions="kort")


def put(step: Step, value: object, assessment: Assessment, content: Content) -> Assessment:
    """The assessment with the answer of one step; an empty text takes an answer away.

    Raises:
        Refused: the value is no answer to this step.
    """
    writer = _WRITERS.get(step.kind)
    if writer is None:
        raise Refused("Hier is niets te beantwoorden.")
    return writer(step, value, assessment, content)


def one_line(value: object) -> str:
    """What was typed as one line that any file can hold."""
    if not isinstance(value, str):
        raise Refused("Hier hoort tekst.")
    return " ".join(value.encode("utf-8", "replace").decode("utf-8").split())


def _name(step: Step, value: object, assessment: Assessment, content: Content) -> Assessment:
    name = one_line(value)
    if not name:
        raise Refused("Een initiatief heeft een naam nodig. Al het andere mag u overslaan.")
    return _in_initiative(assessment, name=name)


def _in_initiative(assessment: Assessment, **parts: Any) -> Assessment:
    return assessment.model_copy(update={"initiative": assessment.initiative.model_copy(update=parts)})


def _municipalities(step: Step, value: object, assessment: Assessment, content: Content) -> Assessment:
    try:
        found = read_names(one_line(value))
    except UnknownMunicipality as unknown:
        raise Refused(f"{unknown.message} {unknown.hint}") from None
    region = assessment.initiative.region or found.region
    return _in_initiative(assessment, municipalities=found.participants, region=region)


def _context(step: Step, value: object, assessment: Assessment, content: Content) -> Assessment:
    question = content.context[step.ref]
    before = assessment.context.get(step.ref)
    if question.kind == "date":
        text = one_line(value)
        return _with_context(step.ref, _day(text) if text else None, assessment)
    picked = _picked(value, question)
    answer: object
    if question.kind in ("choices", "dated-choices"):
        # What was said about an answer before, such as its year, stays with it.
        details = {item.source: item for item in before or () if isinstance(item, DatedChoice)}
        answer = tuple(details.get(name, name) for name in picked) or None
    elif question.kind == "named-choice" and picked:
        name = before.name if isinstance(before, NamedChoice) and before.kind == picked[0] else ""
        answer = NamedChoice(kind=picked[0], name=name)
    else:
        answer = picked[0] if picked else None
    return _with_context(step.ref, answer, assessment)


def _picked(value: object, question: ContextQuestion) -> tuple[str, ...]:
    """The answers that were picked, in the order of the menus."""
    names = value if isinstance(value, tuple) else (value,) if value else ()
    if not all(isinstance(name, str) and name in question.answers for name in names):
        raise Refused("Dit antwoord kan hier niet. Kies uit de lijst.")
    picked = tuple(name for name in question.answers if name in names)
    most = (question.most or len(question.answers)) if question.kind in ("choices", "dated-choices") else 1
    if len(picked) > most:
        raise Refused(f"Kies er hooguit {most}.")
    if len(picked) > 1 and (alone := [question.answers[name].label for name in picked if question.answers[name].alone]):
        raise Refused(f"{quoted(joined(alone))} past niet naast een ander antwoord.")
    return picked


def _with_context(name: str, answer: object, assessment: Assessment) -> Assessment:
    context = {key: value for key, value in assessment.context.items() if key != name or answer is not None}
    if answer is not None:
        context[name] = answer  # type: ignore[assignment]
    return assessment.model_copy(update={"context": context})


def _day(text: str) -> str:
    """A day as people write it, as a file writes it.

    Raises:
        Refused: it is no day.
    """
    try:
        if found := _DAY.fullmatch(text):
            month = found["month"].lower()
            number = int(month) if month.isdigit() else _month(month)
            return date(int(found["year"]), number, int(found["day"])).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused(f"{quoted(text)} is geen datum. Schrijf bijvoorbeeld 1-1-2027.") from None


def _month(name: str) -> int:
    return next(number for number in range(1, 13) if MONTHS[number - 1].startswith(name[:3])) if _known(name) else 0


def _known(name: str) -> bool:
    return len(name) >= 3 and any(month.startswith(name) for month in MONTHS)


def _context_name(step: Step, value: object, assessment: Assessment, content: Content) -> Assessment:
    kind = _ids(assessment.context.get(step.ref))
    return _with_context(step.ref, NamedChoice(kind=str(kind), name=one_line(value)), assessment)


def _until_year(step: Step, value: object, assessment: Assessment, content: Content) -> Assessment:
    text = one_line(value)
    if text and not (text.isascii() and text.isdigit() and EARLIEST <= int(text[:9]) <= LATEST):
        raise Refused(f"{quoted(text)} is geen jaar. Schrijf bijvoorbeeld 2027.")
    answer = assessment.context.get(step.ref)
    items = answer if isinstance(answer, tuple) else ()
    dated = DatedChoice(source=step.field, until=int(text) if text else None)
    changed = tuple(
        dated if (item.source if isinstance(item, DatedChoice) else item) == step.field else item for item in items
    )
    return _with_context(step.ref, changed, assessment)


def _estimate(step: Step, value: object, assessment: Assessment, content: Content) -> Assessment:
    scale, axes = content.typology.scale, content.typology.axes
    if not isinstance(value, dict) or set(value) != set(axes):
        raise Refused("Wijs een plek aan op beide assen.")
    if not all(scale.lowest <= place <= scale.highest for place in value.values()):
        raise Refused(f"Een plek ligt tussen {scale.lowest} en {scale.highest}.")
    estimate = {axis: Fraction(value[axis]) for axis in axes}
    return assessment.model_copy(update={"estimate": estimate})


def _statement(step: Step, value: object, assessment: Assessment, content: Content) -> Assessment:
    points = content.typology.scale.points()
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value[:9])
    if value != UNKNOWN and (not isinstance(value, int) or value not in points):
        raise Refused(f"Dit antwoord kan hier niet. Kies {points[0]} tot en met {points[-1]}, of w voor weet niet.")
    before = assessment.answers.get(step.ref) or Answer(value=UNKNOWN)
    return _with_answer(step.ref, before.model_copy(update={"value": value}), assessment)


def _with_answer(statement: str, answer: Answer, assessment: Assessment) -> Assessment:
    return assessment.model_copy(update={"answers": {**assessment.answers, statement: answer}})


def with_note(step: Step, text: str, assessment: Assessment) -> Assessment:
    """A note at a statement; without an answer yet it goes with *weet niet*, so that it is kept."""
    before = assessment.answers.get(step.ref) or Answer(value=UNKNOWN)
    return _with_answer(step.ref, before.model_copy(update={"note": one_line(text)}), assessment)


def with_votes(step: Step, votes: Iterable[int], assessment: Assessment, content: Content) -> Assessment:
    """Hands counted for each answer, lowest first; the group still agrees on one value.

    Raises:
        Refused: it is not one whole number for each answer.
    """
    counts, points = tuple(votes), content.typology.scale.points()
    if len(counts) != len(points) or any(count < 0 for count in counts):
        raise Refused(f"Geef voor elk van de {len(points)} antwoorden een aantal handen.")
    before = assessment.answers.get(step.ref) or Answer(value=UNKNOWN)
    return _with_answer(step.ref, before.model_copy(update={"votes": counts}), assessment)


def _key_question(step: Step, value: object, assessment: Assessment, content: Content) -> Assessment:
    answer = assessment.key_question.model_copy(update={"answer": one_line(value)})
    return assessment.model_copy(update={"key_question": answer})


def marked(step: Step, option: str, standing: Standing | None, assessment: Assessment, content: Content) -> Assessment:
    """An option as chosen, as considered, or as neither.

    Raises:
        Refused: the component has no such option.
    """
    if option not in content.components[step.ref].options:
        raise Refused("Deze optie staat niet op de kaart.")
    choice = assessment.choices.get(step.ref) or Choice()
    lists: dict[str, tuple[str, ...]] = {}
    for field, own in (("options", "gekozen"), ("considering", "overwogen")):
        names = getattr(choice, field)
        if standing == own:
            lists[field] = names if option in names else (*names, option)
        else:
            lists[field] = tuple(name for name in names if name != option)
    return _with_choice(step.ref, choice.model_copy(update=lists), assessment)


def with_other(step: Step, text: str, assessment: Assessment) -> Assessment:
    """A choice in the group's own words; an empty text takes it away."""
    choice = assessment.choices.get(step.ref) or Choice()
    own = one_line(text)
    return _with_choice(
        step.ref, choice.model_copy(update={"other": (*([own] if own else []), *choice.other[1:])}), assessment
    )


def _with_choice(component: str, choice: Choice, assessment: Assessment) -> Assessment:
    """A component about which nothing is said has no entry."""
    said = choice != Choice()
    choices = {name: entry for name, entry in assessment.choices.items() if name != component or said}
    if said:
        choices[component] = choice
    return assessment.model_copy(update={"choices": choices})


def consider(step: Step, value: object, assessment: Assessment, content: Content) -> Assessment:
    """Why a component was filled in like this."""
    choice = assessment.choices.get(step.ref) or Choice()
    return _with_choice(step.ref, choice.model_copy(update={"consideration": one_line(value)}), assessment)


def _agreement(step: Step, value: object, assessment: Assessment, content: Content) -> Assessment:
    index, text = int(step.ref), one_line(value)
    agreements = list(assessment.agreements)
    if index >= len(agreements):
        if text and step.field == "what":
            agreements.append(Agreement(what=text))
    elif text or step.field != "what":
        agreements[index] = agreements[index].model_copy(update={step.field: text})
    else:
        del agreements[index]
    return assessment.model_copy(update={"agreements": tuple(agreements)})


def _highlight(step: Step, value: object, assessment: Assessment, content: Content) -> Assessment:
    highlights = assessment.highlights.model_copy(update={step.ref: one_line(value)})
    return assessment.model_copy(update={"highlights": highlights})


def _need(step: Step, value: object, assessment: Assessment, content: Content) -> Assessment:
    index, text = int(step.ref), one_line(value)
    needs = [*assessment.needs[:index], *([text] if text else []), *assessment.needs[index + 1 :]]
    return assessment.model_copy(update={"needs": tuple(needs)})


_Writer = Callable[[Step, object, Assessment, Content], Assessment]
_WRITERS: dict[str, _Writer] = {
    "name": _name,
    "municipalities": _municipalities,
    "context": _context,
    "context-name": _context_name,
    "until": _until_year,
    "estimate": _estimate,
    "statement": _statement,
    "key-question": _key_question,
    "consideration": consider,
    "agreement": _agreement,
    "highlight": _highlight,
    "need": _need,
}
