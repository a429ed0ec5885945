"""Checks the menus before they travel in a wheel, and writes them as data: a start then reads no YAML.

An editable install has the same data, beside the code; git knows it not. A wheel also gets pages for `man`, made from
the help: pip and pipx put them where `man` looks.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ReadyMenusHook(BuildHookInterface[Any]):
    """Writes the data into the package, from where hatchling takes it along."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, str(Path(self.root, "src")))
        from poolwijzer.content.make_ready import make_ready
        from poolwijzer.problems import InputError

        try:
            make_ready()
        except InputError as error:  # every mistake in the menus, each at its file and line
            sys.exit(str(error))
        if version != "editable":
            from poolwijzer.cli.man import write_pages

            pages = write_pages(Path(self.root, "build", "man"))
            build_data["shared_data"] = {str(page): f"share/man/man1/{page.name}" for page in pages}
