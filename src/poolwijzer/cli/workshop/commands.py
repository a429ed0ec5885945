"""What can be done with a session of groups, put together."""

import typer

from poolwijzer.cli.workshop.archive import archive
from poolwijzer.cli.workshop.enter import enter
from poolwijzer.cli.workshop.init import init
from poolwijzer.cli.workshop.plenary import plenary
from poolwijzer.cli.workshop.report import report
from poolwijzer.cli.workshop.run import run

app = typer.Typer(rich_markup_mode=None)
app.command("init")(init)
app.command("run")(run)
app.command("enter")(enter)
app.command("plenary")(plenary)
app.command("report")(report)
app.command("archive")(archive)
