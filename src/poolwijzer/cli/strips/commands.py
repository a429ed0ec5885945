"""What can be done with strips, put together."""

import typer

from poolwijzer.cli.strips.add import add
from poolwijzer.cli.strips.merge import merge
from poolwijzer.cli.strips.report import report
from poolwijzer.cli.strips.show import show

app = typer.Typer(rich_markup_mode=None)
app.command("add")(add)
app.command("show")(show)
app.command("report")(report)
app.command("merge")(merge)
