"""What a build does with the menus: all is checked that reading them checks, and kept for every start."""

from __future__ import annotations

from pathlib import Path

from poolwijzer.content.complete import load_complete
from poolwijzer.content.files import read_base_files
from poolwijzer.content.folders import find_shipped_menus
from poolwijzer.content.ready import READY, ReadyMenus, write_ready


def make_ready(folder: Path | None = None, path: Path = READY) -> None:
    """Check menus, the shipped ones unless told otherwise, and keep them as data.

    Raises:
        InputError: with every mistake in them, each at its file, line and column.
    """
    folder = folder or find_shipped_menus()
    files = read_base_files(folder)
    content = load_complete(files)
    write_ready(ReadyMenus(files.data, content.hash, files.hidden), folder, path)


if __name__ == "__main__":
    make_ready()
