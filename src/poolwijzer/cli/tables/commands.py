"""What can be done with tables, put together."""

import typer

from poolwijzer.cli.tables.check import check
from poolwijzer.cli.tables.columns import columns
from poolwijzer.cli.tables.map import map_table

app = typer.Typer(rich_markup_mode=None)
app.command("check")(check)
app.command("map")(map_table)
app.command("columns")(columns)
