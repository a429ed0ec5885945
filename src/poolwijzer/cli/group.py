"""Groups of commands, of which each is a module that is read when it is asked for."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Any, ClassVar

import typer
from typer._click.core import Command, Context
from typer._click.formatting import HelpFormatter
from typer._click.utils import make_default_short_help
from typer.core import TyperGroup

from poolwijzer.cli.dutch_typer import WORDS


class LazyGroup(TyperGroup):
    """Its commands are made when they are first asked for: the start of every other command would pay for them."""

    homes: ClassVar[Mapping[str, str]]
    """Where each command stands, by its name: a module and what it is called there."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = _OnDemand(self.homes)

    def told(self, name: str) -> str:
        """What a command does, by its own text: to make the command for that takes ten times as long."""
        home = _find(self.homes[name])
        return inspect.cleandoc((home.info.help if isinstance(home, typer.Typer) else home.__doc__) or "")

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """List the commands as Typer does, and make none of them."""
        limit = formatter.width - 6 - max(map(len, self.homes))
        with formatter.section(WORDS["Commands"]):
            formatter.write_dl([(name, make_default_short_help(self.told(name), limit)) for name in self.homes])


class _OnDemand(MutableMapping[str, Command]):
    """Commands by their names, in the order of the help."""

    def __init__(self, homes: Mapping[str, str]) -> None:
        self._found: dict[str, str | Command] = {**homes}

    def __getitem__(self, name: str) -> Command:
        found = self._found[name]
        if isinstance(found, str):
            found = self._found[name] = _make_command(name, found)
        return found

    def __setitem__(self, name: str, command: Command) -> None:
        self._found[name] = command

    def __delitem__(self, name: str) -> None:
        del self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _make_command(name: str, home: str) -> Command:
    command = _find(home)
    alone = typer.Typer(rich_markup_mode=None)
    if isinstance(command, typer.Typer):
        alone.add_typer(command, name=name)
    else:
        alone.command(name)(command)
    return typer.main.get_group(alone).commands[name]


def _find(home: str) -> Any:
    module, _, called = home.partition(":")
    return getattr(import_module(module), called)


def lazy_group(help: str, homes: Mapping[str, str], **given: Any) -> typer.Typer:
    """A group of these commands; `homes` says for each in which module it stands, and what it is called there."""
    kind = type("Group", (LazyGroup,), {"homes": homes})
    return typer.Typer(cls=kind, rich_markup_mode=None, help=help, **given)
