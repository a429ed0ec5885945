"""`poolwijzer completion`: the script with which a shell completes what is typed."""

from __future__ import annotations

from typing import Annotated

import typer

from poolwijzer.cli.completion.scripts import ShellChoice, make_script


def completion(
    shell: Annotated[
        ShellChoice,
        typer.Argument(metavar="SHELL", help="Uw opdrachtvenster.", show_default=False, show_choices=True),
    ],
) -> None:
    """Toon het script waarmee de Tab-toets aanvult. Bovenin staat hoe u het aanzet."""
    typer.echo(make_script(shell), nl=False)
