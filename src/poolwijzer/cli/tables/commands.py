"""What can be done with tables, put together."""

import typer

from poolwijzer.cli.tables.check import check

app = typer.Typer(rich_markup_mode=None)
app.command("check")(check)
