"""The program's commands, and what holds for all of them."""

from __future__ import annotations

from typing import Annotated

import typer

from poolwijzer.cli.group import lazy_group

COMMANDS = {
    "assess": "poolwijzer.cli.assess:assess",
    "advise": "poolwijzer.cli.advise:advise",
    "next": "poolwijzer.cli.next_step:next_step",
    "handout": "poolwijzer.cli.handout:handout",
    "form": "poolwijzer.cli.form:form",
    "merge": "poolwijzer.cli.merge.command:merge",
    "batch": "poolwijzer.cli.batch.command:batch",
    "compare": "poolwijzer.cli.compare:compare",
    "costs": "poolwijzer.cli.costs:costs",
    "match": "poolwijzer.cli.match:match",
    "cases": "poolwijzer.cli.cases:cases",
    "schema": "poolwijzer.cli.schema:schema",
    "strips": "poolwijzer.cli.strips:app",
    "workshop": "poolwijzer.cli.workshop:app",
    "tables": "poolwijzer.cli.tables:app",
    "menu": "poolwijzer.cli.menu:app",
    "report": "poolwijzer.cli.report:report",
    "completion": "poolwijzer.cli.completion.command:completion",
}
"""Every command, or group of commands, as the help lists them. A new one is a module and a line here."""
app = lazy_group(
    "Poolwijzer helpt gemeenten kiezen of en hoe zij mensen en kennis delen voor de energietransitie.",
    COMMANDS,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},  # of every command below it too
)


@app.callback(invoke_without_command=True)
def poolwijzer(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Toon de versie van het programma en van de menu's.")
    ] = False,
) -> None:
    """Zonder opdracht: een keuzemenu, of de uitleg waar niemand kan kiezen."""
    if version:
        _show_version()
    elif context.invoked_subcommand is None:
        from poolwijzer.cli.assess import start

        if not start():
            typer.echo(context.get_help())


def _show_version() -> None:
    from poolwijzer.cli.boundary import mistakes_told, read_menus
    from poolwijzer.cli.settings.chosen import chosen_menus, list_files, told_settings
    from poolwijzer.problems import harmless
    from poolwijzer.version import __version__

    with mistakes_told():
        content = read_menus(chosen_menus(None))
        typer.echo(f"poolwijzer {__version__}")
        typer.echo(f"menu's {content.version} ({content.hash})")
        if next(list_files(), None):
            for line in told_settings():
                typer.echo(harmless(line))
