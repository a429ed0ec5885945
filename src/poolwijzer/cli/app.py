"""The program's commands, and what holds for all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from poolwijzer.cli.advise import advise
from poolwijzer.cli.assess import assess, start
from poolwijzer.cli.batch.command import batch
from poolwijzer.cli.boundary import mistakes_told, read_menus
from poolwijzer.cli.cases import cases
from poolwijzer.cli.compare import compare
from poolwijzer.cli.costs import costs
from poolwijzer.cli.form import form
from poolwijzer.cli.handout import handout
from poolwijzer.cli.match import match
from poolwijzer.cli.menu import app as menu
from poolwijzer.cli.merge.command import merge
from poolwijzer.cli.next_step import next_step
from poolwijzer.cli.report import report
from poolwijzer.cli.schema import schema
from poolwijzer.cli.strips import app as strips
from poolwijzer.cli.tables import app as tables
from poolwijzer.cli.workshop import app as workshop
from poolwijzer.version import __version__

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Poolwijzer helpt gemeenten kiezen of en hoe zij mensen en kennis delen voor de energietransitie.",
)
COMMANDS: dict[str, Callable[..., None] | typer.Typer] = {
    "assess": assess,
    "advise": advise,
    "next": next_step,
    "handout": handout,
    "form": form,
    "merge": merge,
    "batch": batch,
    "compare": compare,
    "costs": costs,
    "strips": strips,
    "workshop": workshop,
    "match": match,
    "tables": tables,
    "menu": menu,
    "cases": cases,
    "report": report,
    "schema": schema,
}
"""Every command, or group of commands, as the help lists them. A new one is a module and a line here."""
for name, command in COMMANDS.items():
    if isinstance(command, typer.Typer):
        app.add_typer(command, name=name)
    else:
        app.command(name)(command)


@app.callback(invoke_without_command=True)
def poolwijzer(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Toon de versie van het programma en van de menu's.")
    ] = False,
) -> None:
    """Zonder opdracht: een keuzemenu, of de uitleg waar niemand kan kiezen."""
    if version:
        with mistakes_told():
            _show_version()
    elif context.invoked_subcommand is None and not start():
        typer.echo(context.get_help())


def _show_version() -> None:
    content = read_menus()
    typer.echo(f"poolwijzer {__version__}")
    typer.echo(f"menu's {content.version} ({content.hash})")
