"""What the program answers a shell: lines of a value, a tab and what it means, in the order in which to show them.

A value that ends in a slash goes on. Nothing is ever said of what is wrong: somebody is in the middle of typing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from poolwijzer.cli.completion.words import fit_for_bash, split_bash_line, unquote

if TYPE_CHECKING:
    from typer._click.core import Context

    from poolwijzer.cli.group import LazyGroup

VARIABLE = "_POOLWIJZER_COMPLETE"
"""Names the shell that asks."""
LINE = "_POOLWIJZER_LINE"
"""The words so far, one a line; of bash the line itself, up to the cursor."""
WORD = "_POOLWIJZER_WORD"
"""What bash takes for the word that is typed: it begins anew at a colon or an equals sign."""
Suggestion = tuple[str, str]
"""A value, and what it means in a few words."""


def answer() -> None:
    """Answer the shell that asked, on standard output."""
    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - until the program ends
    said = b""
    with suppress(Exception, KeyboardInterrupt, SystemExit):
        said = "".join(f"{line}\n" for line in _lines()).encode("utf-8", "surrogateescape")
    with suppress(OSError):
        sys.stdout.buffer.write(said)
        sys.stdout.buffer.flush()


def _lines() -> Iterator[str]:
    shell, line = os.environ[VARIABLE], os.environ.get(LINE, "")
    if shell == "bash":
        words, typed = split_bash_line(line)
        begun = unquote(typed)
    else:
        if shell == "fish":
            line = line.removesuffix("\n")  # which ends the last word too
        *words, begun = line.split("\n")
        begun = unquote(begun) if shell == "fish" else begun
    for value, meaning in suggest(words[1:], begun):
        if any(sign in value for sign in "\t\n\r\0"):
            continue
        if shell == "bash":
            yield fit_for_bash(value, typed, os.environ.get(WORD, ""))
        else:
            yield f"{value}\t{' '.join(meaning.split())}"


def suggest(words: list[str], begun: str) -> list[Suggestion]:
    """What a word that was begun can become, behind the words of a command before it.

    Args:
        words: What stands before it, without the name of the program.
        begun: The beginning of the word; empty where a new one begins.
    """
    import typer
    from typer._click.core import Parameter
    from typer._click.shell_completion import _resolve_context, _resolve_incomplete
    from typer.core import TyperOption

    from poolwijzer.cli.app import app
    from poolwijzer.cli.dutch_typer import typer_in_dutch
    from poolwijzer.cli.group import LazyGroup

    typer_in_dutch()
    program = typer.main.get_command(app)
    context = _resolve_context(program, {}, "poolwijzer", words)
    found, value = _resolve_incomplete(context, [*words], begun)
    if isinstance(found, Parameter):
        if isinstance(found, TyperOption) and value == begun:  # parsing stops at an option without its value
            context = _resolve_context(program, {}, "poolwijzer", words[:-1])
        from poolwijzer.cli.completion.values import suggest_values  # a command needs no such choice

        before = begun.removesuffix(value) if value != begun else ""
        return [(before + one, meaning) for one, meaning in suggest_values(context, found, value)]
    if isinstance(found, LazyGroup) and (context._protected_args or context.args):
        return []  # behind a command that there is not
    if isinstance(found, LazyGroup) and not begun.startswith("-"):
        return list(_commands(found, begun))
    return list(_options(context, begun))


def _commands(group: LazyGroup, begun: str) -> Iterator[Suggestion]:
    # Those that cannot be meant are not read: that would take most of the time.
    begun = begun.lower()
    return ((name, group.told(name).partition("\n\n")[0]) for name in group.homes if name.startswith(begun))


def _options(context: Context, begun: str) -> Iterable[Suggestion]:
    """The options that can still be given, the long name of each where nobody typed a short one."""
    from typer._click.core import ParameterSource
    from typer.core import TyperOption

    for option in context.command.get_params(context):
        given = context.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
        if isinstance(option, TyperOption) and not option.hidden and (option.multiple or not given):
            names = [name for name in option.opts if name.startswith(begun.lower())]
            yield from ((name, option.help or "") for name in (names if begun else option.opts[-1:]))
