"""`poolwijzer tables`: what a table was understood to say, and what its own words mean, one module a command."""

from poolwijzer.cli.group import lazy_group

app = lazy_group(__name__, "Kijk wat Poolwijzer van een tabel begrijpt.")
