"""A line to type, and a short list to pick from: questionary's prompts, with our words for all that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import questionary
from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import has_completions
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.shortcuts import print_formatted_text

from poolwijzer.assessment.participants import complete_names, last_name
from poolwijzer.interview.commands import EscapedLine, TypedLine
from poolwijzer.interview.presenter import Surroundings, TextCheck
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import Line
from poolwijzer.interview.screens.list_screen import form_lines
from poolwijzer.interview.screens.runner import STYLE, prepare_application
from poolwijzer.problems import harmless

TEXT_KEYS = (("Enter", "verder"), ("Esc", "terug, overzicht of stoppen"))
NAME_KEYS = (("Tab", "aanvullen"), *TEXT_KEYS)
ASIDE_KEYS = (("Enter", "bewaren"), ("Esc", "terug"))


class Names(Completer):
    """Names of municipalities and regions, for the last name on the line."""

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        typed = last_name(document.text_before_cursor)
        for found in complete_names(document.text_before_cursor):
            yield Completion(found.text, start_position=-len(typed), display_meta=found.meaning)


def write(
    question: InterviewQuestion, around: Surroundings, check: TextCheck, text: str | None = None
) -> TypedLine | EscapedLine:
    """Ask for one line of text. Letters and arrows stay text; Esc asks for the way out.

    Args:
        question: The question.
        around: What stands around it.
        check: What is wrong with a text; it can only be entered when nothing is.
        text: What the line begins with, where it is not the answer there was.

    Raises:
        KeyboardInterrupt: someone pressed Ctrl-C.
        EOFError: the terminal is gone.
    """
    clear()
    _print(_above(question, around))
    prompt = questionary.text(
        "›",
        default=question.text if text is None else text,
        qmark="",
        style=STYLE,
        validate=lambda typed: check(typed) or True,
        validate_while_typing=False,
        completer=Names() if question.names else None,
        complete_while_typing=question.names,
        key_bindings=_text_keys(),
        bottom_toolbar=lambda: FormattedText([part for line in _below(question) for part in (*line, ("", "\n"))][:-1]),
        erase_when_done=True,
    )
    prepare_application(prompt.application)
    answer = prompt.unsafe_ask()
    return answer if isinstance(answer, EscapedLine) else TypedLine(answer)


def pick(title: str, choices: Sequence[str], at: int = 0) -> int | None:
    """Let someone pick from a list, which begins at one of them; None if they went back.

    Raises:
        KeyboardInterrupt: someone pressed Ctrl-C.
        EOFError: the terminal is gone.
    """
    clear()
    few = len(choices) < 10
    room = _width() - 6
    shown = [
        questionary.Choice(
            label if len(label) <= room else f"{label[: room - 1]}…",
            value=index,
            shortcut_key=str(index + 1) if few else None,
        )
        for index, label in enumerate(map(harmless, choices))
    ]
    prompt = questionary.select(
        title,
        choices=shown,
        default=shown[at],
        qmark="",
        pointer="▸",
        instruction="(↑↓ of een cijfer, dan Enter; Esc terug)" if few else "(↑↓, dan Enter; Esc terug)",
        use_shortcuts=few,
        use_jk_keys=False,
        use_emacs_keys=False,
        style=STYLE,
        erase_when_done=True,
    )
    bindings = prompt.application.key_bindings
    assert isinstance(bindings, KeyBindings)

    @bindings.add(Keys.Escape, eager=True)
    @bindings.add(Keys.Left, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=None)

    prepare_application(prompt.application)
    answer: int | None = prompt.unsafe_ask()
    return answer


def _text_keys() -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add(Keys.Escape, eager=True, filter=~has_completions)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=EscapedLine(event.current_buffer.text))

    @bindings.add(Keys.Escape, eager=True, filter=has_completions)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.cancel_completion()

    @bindings.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        # A line is one line; what was pasted over more lines stays, with spaces between.
        event.current_buffer.insert_text(" ".join(event.data.split()))

    return bindings


def _above(question: InterviewQuestion, around: Surroundings) -> list[Line]:
    width = _width()
    lines = [*layout.head(question.progress, around, width), []]
    if around.said:
        lines += [*layout.text(around.said, width, layout.SAID), []]
    lines += form_lines(question, width)
    lines += layout.text(question.title, width, layout.STRONG)
    if question.lead:
        lines += layout.text(question.lead, width, layout.QUIET)
    return lines


def _below(question: InterviewQuestion) -> list[Line]:
    return layout.keys_line(NAME_KEYS if question.names else ASIDE_KEYS if question.aside else TEXT_KEYS, _width())


def _width() -> int:
    return max(get_app_session().output.get_size().columns - 1, 20)


def clear() -> None:
    """Empty the screen."""
    output = get_app_session().output
    output.erase_screen()
    output.cursor_goto(0, 0)
    output.flush()


def say(words: str) -> None:
    """Print something that stays on the screen."""
    for paragraph in words.split("\n"):
        _print(layout.text(paragraph, _width()))


def _print(lines: list[Line]) -> None:
    print_formatted_text(FormattedText([part for line in lines for part in (*line, ("", "\n"))]), style=STYLE, end="")
