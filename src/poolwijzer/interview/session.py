"""Beginning and ending a conversation: the terminal it needs, the file it goes on with, and the last words."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things
from poolwijzer.interview.autosave import SUFFIX, AutoSave
from poolwijzer.interview.conversation import LiveConversation
from poolwijzer.interview.presenter import Presenter
from poolwijzer.interview.route import list_parts
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.closing import EndPage
from poolwijzer.interview.stop_signals import take_stop_signals
from poolwijzer.problems import InputError, Problem, did_you_mean, quote

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class InterviewOptions:
    """How someone wants to have a conversation."""

    file: Path | None
    on: date
    route: Route = field(default_factory=Route)
    minutes: int | None = None
    beamer: bool = False


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
        script = Script(content, options.on)
        state = _first_state(path, options, script)
        begun = time.monotonic()

        def minutes_spent() -> float:
            return (time.monotonic() - begun) / 60

        conversation = LiveConversation(script, state, presenter, saves, minutes_spent, options.minutes, options.beamer)
        with take_stop_signals(), presenter.session():
            _run(conversation)
    finally:
        saves.release()


def _run(conversation: LiveConversation) -> None:
    try:
        conversation.run()
    except (KeyboardInterrupt, EOFError):
        # The terminal may be gone too.
        with contextlib.suppress(OSError):
            conversation.presenter.say(_last_words(conversation))
        raise KeyboardInterrupt from None
    conversation.presenter.say(_last_words(conversation))


def _last_words(conversation: LiveConversation) -> str:
    saves = conversation.saves
    if saves.path is None:
        return "Er is niets bewaard: er was nog geen naam."
    if conversation.unsaved and conversation.state.assessment is not None:
        try:
            rescued = saves.rescue(conversation.state.assessment)
        except InputError as error:
            return f"Uw laatste antwoorden konden niet worden bewaard. {error}"
        return f"In {saves.path} kon niet worden geschreven. Uw antwoorden staan nu in {rescued}."
    lines = [f"Uw antwoorden staan in {saves.path}."]
    if conversation.report:
        lines.append(f"Het verslag staat in {saves.path.with_name(conversation.report)}.")
    lines.append(f"Verder gaan: poolwijzer assess {_as_argument(saves.path)}")
    return "\n".join(lines)


def _as_argument(path: Path) -> str:
    text = str(path)
    return f'"{text}"' if " " in text else text


def _with_suffix(file: Path | None) -> Path | None:
    """The file as it is meant: a new one gets a suffix when it has none."""
    if file is None or file.exists() or file.suffix.lower() in SUFFIXES:
        return file
    return file.with_name(f"{file.name}{SUFFIX}")


def _first_state(path: Path | None, options: InterviewOptions, script: Script) -> State:
    if path is None or not path.exists():
        return script.begin(None, options.route)
    reading = read_assessment(path, script.content)
    state = script.begin(reading.assessment, options.route)
    said = " ".join([_resumed(state, script), *map(_in_a_sentence, reading.remarks)])
    return replace(state, said=said)


def _in_a_sentence(remark: Problem) -> str:
    place = f"Regel {remark.line}: " if remark.line else ""
    return f"{place}{remark.message} {remark.hint}".strip()


def _resumed(state: State, script: Script) -> str:
    asked = [step for step in script.steps(state) if step.counts]
    answered = sum(step.answer is not None for step in asked)
    name = state.assessment.initiative.name if state.assessment else ""
    begin = f"Verder met {name}: {answered} van de {count_things(len(asked), 'vraag is', 'vragen zijn')} al beantwoord."
    here = script.step(state)
    open_here = not isinstance(here, EndPage) and here.is_open(state)
    return f"{begin} Hieronder staat de eerste open vraag." if open_here else begin
