"""`poolwijzer completion`: the script with which a shell completes what is typed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class ShellChoice(StrEnum):
    """The shells that can be completed in."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"
    powershell = "powershell"


def completion(
    shell: Annotated[
        ShellChoice,
        typer.Argument(metavar="SHELL", help="Uw opdrachtvenster.", show_default=False, show_choices=True),
    ],
) -> None:
    """Toon het script waarmee de Tab-toets aanvult. Bovenin staat hoe u het aanzet."""
    from poolwijzer.cli.completion.scripts import make_script

    typer.echo(make_script(shell), nl=False)
