"""Where a conversation begins: with a new initiative, where an earlier one stopped, or with a new measurement."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import get_args

from poolwijzer.assessment.read import read_assessment
from poolwijzer.assessment.remarks import against_hands
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things
from poolwijzer.interview.again import measure_again, why_not_again
from poolwijzer.interview.commands import Side
from poolwijzer.interview.drafts import Drafts
from poolwijzer.interview.progress import count_minutes, tell_answered, tell_left_out
from poolwijzer.interview.route import list_parts
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.end import EndPage
from poolwijzer.interview.steps.placing import KeyQuestionStep
from poolwijzer.interview.steps.step import Refused
from poolwijzer.problems import InputError, Problem, did_you_mean, quote

_BELOW = "U gaat verder bij de eerste open vraag."
NO_FILE = "Een nieuwe meting begint met een bestand dat er al is."


@dataclass(frozen=True)
class InterviewOptions:
    """How someone wants to have a conversation."""

    file: Path | None
    on: date
    route: Route = field(default_factory=Route)
    beamer: bool = False
    again: bool = False
    """Whether the initiative in the file is measured anew."""


def check_part(part: str | None, content: Content) -> None:
    """Refuse a part of the conversation that does not exist.

    Raises:
        InputError: naming the parts there are.
    """
    known = list_parts(content)
    if part is not None and part not in known:
        hint = did_you_mean(part, known) or f"Kies uit: {', '.join(known)}."
        raise InputError(Problem("--part", f"Het onderdeel {quote(part)} bestaat niet.", hint))


def first_state(path: Path | None, options: InterviewOptions, script: Script, spent: int = 0) -> State:
    """The first state, with what there is to say: about the file, and about the minutes that were spent before."""
    if path is None or not path.exists():
        if options.again:
            raise InputError(Problem("--again", NO_FILE, "Zo: poolwijzer assess plan.yaml --again"))
        return script.begin(None, options.route)
    reading = read_assessment(path, script.content)
    why = why_not_again(path, reading.assessment, options.on) if options.again else ""
    clock = f"De klok gaat verder bij {count_minutes(spent)}." if spent else ""
    if options.again and not why:
        state = measure_again(reading.assessment, options.route, script)
        about = [state.said]
    else:
        state = script.begin(reading.assessment, options.route)
        about = [why, _resumed(state, script)]
    # The group saw its hands when it agreed on another answer.
    known = {remark.message for remark in against_hands(reading.assessment.answers, (), script.content)}
    remarks = [_in_a_sentence(remark) for remark in reading.remarks if remark.message not in known]
    about += [clock, tell_left_out(options.route), *(remarks if len(remarks) == 1 else [])]
    # More would push the answers off a small screen.
    to_read = tuple(remarks) if len(remarks) > 1 else ()
    return replace(state, said=" ".join(filter(None, about)), remarks=to_read)


def _in_a_sentence(remark: Problem) -> str:
    place = f"Regel {remark.line}: " if remark.line else ""
    return f"{place}{remark.message} {remark.hint}".strip()


def where_typing_stopped(state: State, script: Script, drafts: Drafts) -> tuple[State, Side | None]:
    """The field with what was typed and not entered, if it is asked for here; and which line beside a step it is."""
    newest = drafts.newest()
    key, _, side = newest[0].partition("#") if newest else ("", "", "")
    step = next((step for step in script.steps(state) if step.key == key), None)
    found = next((known for known in get_args(Side) if known == side), None)
    if step is None or (side and found is None):
        return state, None
    try:
        if found:
            step.side_line(found)
    except Refused:
        return state, None
    said = " ".join([state.said.replace(_BELOW, ""), "Hieronder staat wat u nog niet had ingevoerd."])
    # Who was answering the key question had seen the place.
    shown = state.place_shown or key == KeyQuestionStep.place_key
    return replace(state, at=key, said=" ".join(said.split()), place_shown=shown), found


def _resumed(state: State, script: Script) -> str:
    steps = script.steps(state)
    name = state.assessment.initiative.name if state.assessment else ""
    begin = f"Verder met {name}: {tell_answered(steps)}"
    walks = state.route.everything or state.route.part
    new = [] if walks else [step for step in steps if step.in_a_row and step.ref in state.route.renewed]
    if new:
        statements = count_things(len(new), "nieuwe stelling", "nieuwe stellingen")
        begin = f"{begin} Eerst {'komt' if len(new) == 1 else 'komen'} er {statements}."
    here = script.step(state)
    open_here = not isinstance(here, EndPage) and here.is_open(state)
    return f"{begin} {_BELOW}" if open_here and not new else begin
