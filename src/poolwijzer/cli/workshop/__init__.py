"""`poolwijzer workshop`: a session of several groups, from its folder to its papers, one module a command."""

from poolwijzer.cli.group import lazy_group

app = lazy_group(__name__, "Bereid een werksessie met groepen voor, leid de sessie, en maak er verslag van.")
