"""What can be done with tables, put together."""

import typer

from poolwijzer.cli.tables.check import check
from poolwijzer.cli.tables.columns import columns

app = typer.Typer(rich_markup_mode=None)
app.command("check")(check)
app.command("columns")(columns)
