"""`poolwijzer strips`: the card of strips and its ledger, one module a command."""

from poolwijzer.cli.group import lazy_group

app = lazy_group(__name__, "Houd bij wie welke strippen gebruikt, en bekijk wat er over is.")
