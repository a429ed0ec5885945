"""What can be done with a session of groups, put together."""

import typer

app = typer.Typer(rich_markup_mode=None)
