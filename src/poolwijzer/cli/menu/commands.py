"""What can be done with the menus, put together."""

import typer

from poolwijzer.cli.menu.check import check
from poolwijzer.cli.menu.diff import diff
from poolwijzer.cli.menu.doubts import doubts
from poolwijzer.cli.menu.init import init
from poolwijzer.cli.menu.options import list_options
from poolwijzer.cli.menu.search import search
from poolwijzer.cli.menu.show import show

app = typer.Typer(rich_markup_mode=None)
app.command("list")(list_options)
app.command("show")(show)
app.command("search")(search)
app.command("doubts")(doubts)
app.command("check")(check)
app.command("init")(init)
app.command("diff")(diff)
