"""`poolwijzer menu`: looking through the menus and keeping them, one module a command."""

from poolwijzer.cli.group import lazy_group

app = lazy_group(
    "Bekijk de menu's, controleer ze en maak eigen menu's.",
    {
        "list": "poolwijzer.cli.menu.options:list_options",
        "show": "poolwijzer.cli.menu.show:show",
        "search": "poolwijzer.cli.menu.search:search",
        "doubts": "poolwijzer.cli.menu.doubts:doubts",
        "check": "poolwijzer.cli.menu.check:check",
        "init": "poolwijzer.cli.menu.init:init",
        "diff": "poolwijzer.cli.menu.diff:diff",
    },
    no_args_is_help=True,
)
