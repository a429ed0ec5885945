"""`poolwijzer menu`: looking through the menus and keeping them, one module a command."""

from poolwijzer.cli.group import lazy_group

app = lazy_group(__name__, "Bekijk de menu's, controleer ze en maak eigen menu's.")
