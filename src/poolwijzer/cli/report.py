"""`poolwijzer report`: what belongs to reports but is no report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from poolwijzer.cli.boundary import mistakes_told
from poolwijzer.cli.options import Force
from poolwijzer.problems import InputError, Problem, harmless

report = typer.Typer(add_completion=False, rich_markup_mode=None, help="Het sjabloon voor verslagen in Word.")


@report.callback()
def about() -> None:
    """Het sjabloon voor verslagen in Word."""


@report.command("template")
def template(
    output: Annotated[
        Path,
        typer.Argument(metavar="UITVOER", help="Waar het sjabloon komt, zoals huisstijl.docx.", show_default=False),
    ],
    force: Force = False,
) -> None:
    """Schrijf het sjabloon voor Word naar een bestand."""
    with mistakes_told():
        from poolwijzer.formats.word.template import make_template
        from poolwijzer.outfile import plan_outputs, write_whole

        if output.suffix.lower() != ".docx":
            message = "Een sjabloon is een Word-document."
            raise InputError(Problem(str(output), message, "Kies een naam die eindigt op .docx."))
        plan_outputs([output], [], force)
        went_to = write_whole(output, make_template())
        typer.echo(harmless(f"Geschreven: {went_to}"), err=True)
