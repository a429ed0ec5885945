"""Every step and its answer in a few words: for the lines of a form, and for the overview to jump from."""

from __future__ import annotations

from collections.abc import Mapping

from poolwijzer.assessment.model import UNKNOWN, Answer, Choice
from poolwijzer.content.content import Content
from poolwijzer.content.wording import filled
from poolwijzer.dutch import capitalised, joined, number
from poolwijzer.engine.advice import names_in
from poolwijzer.interview.answers import given
from poolwijzer.interview.script import Script, State
from poolwijzer.interview.steps import Step
from poolwijzer.municipalities import split_names
from poolwijzer.report.sections.closing import HIGHLIGHTS

FEW = 3
"""Up to so many municipalities are named one by one."""
ANSWERED, OPEN = "●", "○"


def overview(state: State, script: Script) -> tuple[tuple[str, str], ...]:
    """Of every step its key, and a line for it: whether it was answered, what it asks, and what was said."""
    names = names_in(state.assessment, script.content)
    return tuple((step.key, _line(step, state, script.content, names)) for step in script.steps(state))


def _line(step: Step, state: State, content: Content, names: Mapping[str, str]) -> str:
    answer = in_short(given(step, state.assessment), step, content)
    mark = "  " if step.kind in ("place", "end", "order") else f"{ANSWERED if answer else OPEN} "
    if step.kind == "statement":
        # The answer first: the statement is long.
        return f"{mark}{(answer or '…').ljust(2)} {filled(content.statements[step.ref].joint.text, names)}"
    return f"{mark}{_title(step, content)}{f': {answer}' if answer else ''}"


def _title(step: Step, content: Content) -> str:
    match step.kind:
        case "component":
            return content.components[step.ref].title
        case "consideration":
            return f"Afweging bij {content.components[step.ref].title.lower()}"
        case "agreement":
            return f"Afspraak: {label(step).lower()}"
        case "highlight":
            return f"Hoogtepunt: {HIGHLIGHTS[step.ref].lower()}"
        case "until":
            return f"Tot en met welk jaar: {content.context[step.ref].answers[step.field].label}"
    return _TITLES.get(step.kind) or label(step)


_TITLES = {
    "order": "Waarmee begint u?",
    "estimate": "Uw eigen inschatting",
    "place": "Waar u staat",
    "key-question": "Antwoord op de sleutelvraag",
    "need": "Behoefte",
    "end": "Klaar",
}


def label(step: Step) -> str:
    """A line of a form, or of the overview, in a word or two."""
    match step.kind:
        case "name":
            return "Naam"
        case "municipalities":
            return "Gemeenten"
        case "context":
            return capitalised(step.ref.replace("-", " "))
        case "context-name":
            return "Naam daarvan"
        case "agreement":
            return {"what": "Wat", "who": "Wie", "when": "Wanneer"}[step.field]
    return step.key


def in_short(answer: object, step: Step, content: Content) -> str:
    """An answer in a few words, for a form or an overview; empty where there is none."""
    match answer:
        case None:
            return ""
        case Answer(value=value):
            return content.typology.scale.unknown if value == UNKNOWN else str(value)
        case Choice():
            options = content.options
            chosen = [options[name].title for name in answer.options if name in options] + list(answer.other)
            considered = [options[name].title for name in answer.considering if name in options]
            return "; ".join([*chosen, *([f"overwogen: {joined(considered)}"] if considered else [])])
        case dict():
            axes = content.typology.axes
            return ", ".join(f"{axes[axis].short.lower()} {number(at)}" for axis, at in answer.items() if axis in axes)
    if step.kind == "municipalities":
        names = split_names(str(answer))
        return str(answer) if len(names) <= FEW else f"{len(names)} gemeenten, van {names[0]} tot en met {names[-1]}"
    if step.kind == "context":
        labels = content.context[step.ref].answers
        names = answer if isinstance(answer, tuple) else (str(answer),)
        return joined([labels[name].label if name in labels else name for name in names])
    return str(answer)
