"""A group of commands, of which each is a module that is read when it is asked for."""

from __future__ import annotations

from collections.abc import MutableMapping
from importlib import import_module
from typing import ClassVar

import typer
from typer._click.core import Command
from typer.core import TyperGroup


class LazyGroup(TyperGroup):
    """Its commands are made when they are first asked for: the start of every other command would pay for them."""

    module: ClassVar[str]
    """Where its commands stand, as `app`."""
    _made: MutableMapping[str, Command]

    @property
    def commands(self) -> MutableMapping[str, Command]:
        """Every command of the group, by name."""
        if not self._made:
            inner = import_module(self.module).app
            self._made = dict(typer.main.get_group(inner).commands)
        return self._made

    @commands.setter
    def commands(self, given: MutableMapping[str, Command]) -> None:
        self._made = dict(given)


def lazy_group(package: str, help: str) -> typer.Typer:
    """The group of the commands in a package, whose module `commands` puts them together."""
    kind = type("Group", (LazyGroup,), {"module": f"{package}.commands"})
    return typer.Typer(cls=kind, rich_markup_mode=None, no_args_is_help=True, help=help)
