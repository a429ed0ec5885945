"""Beginning and ending a conversation: the terminal it needs, the file it goes on with, and the last words."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import get_args

from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things
from poolwijzer.interview.again import measure_again, why_not_again
from poolwijzer.interview.autosave import SUFFIX, AutoSave
from poolwijzer.interview.clock import Clock
from poolwijzer.interview.commands import Side
from poolwijzer.interview.conversation import LiveConversation
from poolwijzer.interview.drafts import Drafts
from poolwijzer.interview.presenter import Presenter
from poolwijzer.interview.progress import count_minutes, tell_answered, tell_left_out
from poolwijzer.interview.record import Record
from poolwijzer.interview.reports import Reports
from poolwijzer.interview.route import list_parts
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.end import EndPage, as_argument
from poolwijzer.interview.steps.placing import KeyQuestionStep
from poolwijzer.interview.steps.step import Refused
from poolwijzer.interview.stop_signals import take_stop_signals, was_stopped
from poolwijzer.problems import InputError, Problem, did_you_mean, quote
from poolwijzer.viewer import has_desktop, open_with_system

_BELOW = "U gaat verder bij de eerste open vraag."
SUFFIXES = (".yaml", ".yml")
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


def require_terminal() -> None:
    """Say so where nobody can be asked anything.

    Raises:
        InputError: input or output is no terminal.
    """
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        hint = "Hebt u al een bestand met antwoorden? Gebruik dan: poolwijzer advise BESTAND."
        raise InputError(Problem("poolwijzer assess", "Voor een gesprek is een opdrachtvenster nodig.", hint))


def _is_terminal(stream: object) -> bool:
    with contextlib.suppress(AttributeError, ValueError):
        return bool(stream.isatty())  # type: ignore[attr-defined]
    return False


def check_part(part: str | None, content: Content) -> None:
    """Refuse a part of the conversation that does not exist.

    Raises:
        InputError: naming the parts there are.
    """
    known = list_parts(content)
    if part is not None and part not in known:
        hint = did_you_mean(part, known) or f"Kies uit: {', '.join(known)}."
        raise InputError(Problem("--part", f"Het onderdeel {quote(part)} bestaat niet.", hint))


def make_presenter(content: Content, plain: bool) -> Presenter:
    """What asks: screens, or lines where the cursor cannot move."""
    if plain or os.environ.get("TERM", "dumb" if os.name == "posix" else "") in ("dumb", "unknown"):
        from poolwijzer.interview.plain import PlainPresenter

        return PlainPresenter(content)
    from poolwijzer.interview.screens.terminal import TerminalPresenter

    return TerminalPresenter(content)


def converse(options: InterviewOptions, content: Content, presenter: Presenter) -> None:
    """Hold a conversation, from the file or a new one to the last words.

    Raises:
        InputError: the file cannot be used, or someone else is busy with it.
        KeyboardInterrupt: someone pressed Ctrl-C, or the program was told to stop; all answers are kept.
    """
    path = _with_suffix(options.file)
    saves = AutoSave(path, Path())
    try:
        script, drafts = Script(content, options.on), Drafts(path)
        clock = Clock(0.0 if options.again else drafts.minutes or 0.0)
        first = _first_state(path, options, script, int(clock.minutes()))
        # A new measurement begins at its beginning: what was typed waits in its own field.
        state, side = (first, None) if options.again else _where_typing_stopped(first, script, drafts)
        conversation = LiveConversation(
            Record(script, state, saves, drafts, clock, options.beamer),
            presenter,
            Reports(open_with_system if has_desktop(os.environ) else None),
            begin_beside=side,
        )
        with take_stop_signals(), presenter.session():
            _run(conversation)
    finally:
        saves.release()


def _run(conversation: LiveConversation) -> None:
    try:
        conversation.run()
    except (KeyboardInterrupt, EOFError, OSError) as error:
        # The terminal may be gone too.
        with contextlib.suppress(OSError):
            conversation.presenter.say(_last_words(conversation, broken_off=True))
        if isinstance(error, OSError) and not was_stopped():
            raise
        raise KeyboardInterrupt from None
    conversation.presenter.say(_last_words(conversation))


def _last_words(conversation: LiveConversation, broken_off: bool = False) -> str:
    answers, typing = _about_answers(conversation), _about_typing(conversation, broken_off)
    return "\n".join([*answers, *typing, *_to_go_on(conversation)])


def _about_answers(conversation: LiveConversation) -> Iterator[str]:
    record = conversation.record
    saves, assessment = record.saves, record.state.assessment
    if saves.path is None or assessment is None:
        yield "Er is geen antwoord bewaard: er was nog geen naam."
    elif record.unsaved:
        try:
            rescued = saves.rescue(assessment)
        except InputError as error:
            yield f"Uw laatste antwoorden konden niet worden bewaard. {error}"
        else:
            yield f"In {saves.path} kon niet worden geschreven. Uw antwoorden staan nu in {rescued}."
    else:
        yield f"Uw antwoorden staan in {saves.path}."
    yield from conversation.reports.told()


def _about_typing(conversation: LiveConversation, broken_off: bool) -> Iterator[str]:
    """What became of text that was typed and not entered."""
    drafts = conversation.record.drafts
    if (newest := drafts.newest()) is not None:
        if drafts.path is not None and drafts.kept:
            yield f"Wat u nog niet had ingevoerd, staat in {drafts.path}. Gaat u verder, dan ziet u het terug."
        else:
            yield f"Niet bewaard is wat u nog typte: {newest[1]}"
    elif broken_off and not conversation.presenter.keeps_lines:
        yield "Niet bewaard is een regel waarachter u nog geen Enter gaf."


def _to_go_on(conversation: LiveConversation) -> Iterator[str]:
    record = conversation.record
    path, drafts = record.saves.path, record.drafts
    kept = record.state.assessment is not None and not record.unsaved
    if path is not None and (kept or (drafts.newest() and drafts.kept)):
        yield f"Verder gaan: poolwijzer assess {as_argument(str(path))}"


def _with_suffix(file: Path | None) -> Path | None:
    """The file as it is meant: a new one gets a suffix when it has none."""
    if file is None or file.exists() or file.suffix.lower() in SUFFIXES:
        return file
    return file.with_name(f"{file.name}{SUFFIX}")


def _first_state(path: Path | None, options: InterviewOptions, script: Script, spent: int = 0) -> State:
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
    about += [clock, tell_left_out(options.route), *map(_in_a_sentence, reading.remarks)]
    return replace(state, said=" ".join(filter(None, about)))


def _in_a_sentence(remark: Problem) -> str:
    place = f"Regel {remark.line}: " if remark.line else ""
    return f"{place}{remark.message} {remark.hint}".strip()


def _where_typing_stopped(state: State, script: Script, drafts: Drafts) -> tuple[State, Side | None]:
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
