"""`poolwijzer tables`: what a table was understood to say, and what its own words mean, one module a command."""

from poolwijzer.cli.group import lazy_group

app = lazy_group(__name__, "Bekijk wat Poolwijzer van een tabel begrijpt, en leg vast wat de woorden erin betekenen.")
