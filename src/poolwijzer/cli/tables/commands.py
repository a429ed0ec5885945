"""What can be done with tables, put together."""

import typer

app = typer.Typer(rich_markup_mode=None)
