"""What can be done with a session of groups, put together."""

import typer

from poolwijzer.cli.workshop.archive import archive

app = typer.Typer(rich_markup_mode=None)
app.command("archive")(archive)
