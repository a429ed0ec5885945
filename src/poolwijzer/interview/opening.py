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
from poolwijzer.dutch import counted
from poolwijzer.interview.answers import given
from poolwijzer.interview.conversation import Conversation
from poolwijzer.interview.face import Face
from poolwijzer.interview.keeping import SUFFIX, Keeper
from poolwijzer.interview.script import Script, State
from poolwijzer.interview.steps import Route, parts
from poolwijzer.interview.stopping import told_to_stop
from poolwijzer.problems import InputError, Problem, did_you_mean, quoted

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Wish:
    """How someone wants to have a conversation."""

    file: Path | None
    on: date
    route: Route = field(default_factory=Route)
    minutes: int | None = None
    beamer: bool = False
    plain: bool = False


def need_terminal() -> None:
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
    known = parts(content)
    if part is not None and part not in known:
        hint = did_you_mean(part, known) or f"Kies uit: {', '.join(known)}."
        raise InputError(Problem("--part", f"Het onderdeel {quoted(part)} bestaat niet.", hint))


def face_for(content: Content, plain: bool) -> Face:
    """What asks: screens, or lines where the cursor cannot move."""
    if plain or os.environ.get("TERM", "dumb" if os.name == "posix" else "") in ("dumb", "unknown"):
        from poolwijzer.interview.plain import PlainFace

        return PlainFace(content)
    from poolwijzer.interview.screens.terminal import TerminalFace

    return TerminalFace(content)


def converse(wish: Wish, content: Content, face: Face) -> None:
    """Hold a conversation, from the file or a new one to the last words.

    Raises:
        InputError: the file cannot be used, or someone else is busy with it.
        KeyboardInterrupt: someone pressed Ctrl-C, or the program was told to stop; all answers are kept.
    """
    path = _named(wish.file)
    keeper = Keeper(path, Path())
    try:
        script = Script(content, wish.on)
        state = _first_state(path, wish, script)
        begun = time.monotonic()
        conversation = Conversation(
            script,
            state,
            face,
            keeper,
            lambda: (time.monotonic() - begun) / 60,
            minutes=wish.minutes,
            beamer=wish.beamer,
        )
        with told_to_stop(), face.session():
            _run(conversation, keeper, face)
    finally:
        keeper.release()


def _run(conversation: Conversation, keeper: Keeper, face: Face) -> None:
    try:
        conversation.run()
    except (KeyboardInterrupt, EOFError):
        # The terminal may be gone too.
        with contextlib.suppress(OSError):
            face.say(_last_words(conversation, keeper))
        raise KeyboardInterrupt from None
    face.say(_last_words(conversation, keeper))


def _last_words(conversation: Conversation, keeper: Keeper) -> str:
    if keeper.path is None:
        return "Er is niets bewaard: er was nog geen naam."
    if conversation.unkept and conversation.state.assessment is not None:
        try:
            rescued = keeper.rescue(conversation.state.assessment)
        except InputError as error:
            return f"Uw laatste antwoorden konden niet worden bewaard. {error}"
        return f"In {keeper.path} kon niet worden geschreven. Uw antwoorden staan nu in {rescued}."
    lines = [f"Uw antwoorden staan in {keeper.path}."]
    if conversation.report:
        lines.append(f"Het verslag staat in {keeper.path.with_name(conversation.report)}.")
    lines.append(f"Verder gaan: poolwijzer assess {_as_argument(keeper.path)}")
    return "\n".join(lines)


def _as_argument(path: Path) -> str:
    text = str(path)
    return f'"{text}"' if " " in text else text


def _named(file: Path | None) -> Path | None:
    """The file as it is meant: a new one gets a suffix when it has none."""
    if file is None or file.exists() or file.suffix.lower() in SUFFIXES:
        return file
    return file.with_name(f"{file.name}{SUFFIX}")


def _first_state(path: Path | None, wish: Wish, script: Script) -> State:
    if path is None or not path.exists():
        return script.begin(None, wish.route)
    reading = read_assessment(path, script.content)
    state = script.begin(reading.assessment, wish.route)
    said = " ".join(
        [_resumed(state, script), *(f"{remark.message} {remark.hint}".strip() for remark in reading.remarks)]
    )
    return replace(state, said=said)


def _resumed(state: State, script: Script) -> str:
    asked = [step for step in script.steps(state) if step.kind not in ("place", "order", "end")]
    answered = sum(given(step, state.assessment) is not None for step in asked)
    name = state.assessment.initiative.name if state.assessment else ""
    begin = f"Verder met {name}: {answered} van de {counted(len(asked), 'vraag is', 'vragen zijn')} al beantwoord."
    here = script.step(state)
    open_here = here.kind != "end" and script.is_open(here, state)
    return f"{begin} Hieronder staat de eerste open vraag." if open_here else begin
