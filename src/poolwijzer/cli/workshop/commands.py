"""What can be done with a session of groups, put together."""

import typer

from poolwijzer.cli.workshop.archive import archive
from poolwijzer.cli.workshop.enter import enter

app = typer.Typer(rich_markup_mode=None)
app.command("enter")(enter)
app.command("archive")(archive)
