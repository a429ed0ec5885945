"""`poolwijzer workshop`: a session of several groups, from its folder to its papers, one module a command."""

from poolwijzer.cli.group import lazy_group

app = lazy_group(
    "Bereid een werksessie met groepen voor, leid de sessie, en maak er verslag van.",
    {
        "init": "poolwijzer.cli.workshop.init:init",
        "run": "poolwijzer.cli.workshop.run:run",
        "enter": "poolwijzer.cli.workshop.enter:enter",
        "plenary": "poolwijzer.cli.workshop.plenary:plenary",
        "report": "poolwijzer.cli.workshop.report:report",
        "archive": "poolwijzer.cli.workshop.archive:archive",
    },
    no_args_is_help=True,
)
