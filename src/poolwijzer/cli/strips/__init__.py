"""`poolwijzer strips`: the card of strips and its ledger, one module a command."""

from poolwijzer.cli.group import lazy_group

app = lazy_group(
    "Houd bij wie welke strippen gebruikt, en bekijk wat er over is.",
    {
        "add": "poolwijzer.cli.strips.add:add",
        "show": "poolwijzer.cli.strips.show:show",
        "report": "poolwijzer.cli.strips.report:report",
        "merge": "poolwijzer.cli.strips.merge:merge",
    },
    no_args_is_help=True,
)
