"""`poolwijzer tables`: what a table was understood to say, and what its own words mean, one module a command."""

from poolwijzer.cli.group import lazy_group

app = lazy_group(
    "Kijk wat Poolwijzer van een tabel begrijpt.",
    {
        "check": "poolwijzer.cli.tables.check:check",
        "map": "poolwijzer.cli.tables.map:map_table",
        "columns": "poolwijzer.cli.tables.columns:columns",
    },
    no_args_is_help=True,
)
