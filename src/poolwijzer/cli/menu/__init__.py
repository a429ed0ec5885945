"""`poolwijzer menu`: looking through the menus and keeping them, one module a command."""

from __future__ import annotations

from collections.abc import MutableMapping

import typer
from typer._click.core import Command
from typer.core import TyperGroup


class MenuGroup(TyperGroup):
    """Its commands are made when they are first asked for: the start of every other command would pay for them."""

    _made: MutableMapping[str, Command]

    @property
    def commands(self) -> MutableMapping[str, Command]:
        """Every command of the group, by name."""
        if not self._made:
            from poolwijzer.cli.menu.commands import app as inner

            self._made = dict(typer.main.get_group(inner).commands)
        return self._made

    @commands.setter
    def commands(self, given: MutableMapping[str, Command]) -> None:
        self._made = dict(given)


app = typer.Typer(
    cls=MenuGroup,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Bekijk de menu's, controleer ze en maak eigen menu's.",
)
