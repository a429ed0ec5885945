"""Reading the menus: the shipped ones as a build made them ready, all others from YAML."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from poolwijzer.content.central import Central
from poolwijzer.content.content import Content, join_parts
from poolwijzer.content.folders import find_own_menus, find_shipped_menus
from poolwijzer.content.ready import READY, read_ready
from poolwijzer.content.unread import Unread
from poolwijzer.problems import InputError, in_order


def load_menus(own: Path | None = None, base: Path | None = None) -> Content:
    """All menus that count: the shipped ones, or an own folder laid over them.

    Args:
        own: an own folder; else the one in `POOLWIJZER_MENUS`; else none.
        base: what an own folder lies over, other than the shipped menus.

    Raises:
        InputError: with every problem found, each at its file, line and column.
    """
    own = find_own_menus(own)
    if not own:
        return _load_base(base or find_shipped_menus())
    from poolwijzer.content.complete import load_complete
    from poolwijzer.content.files import read_menu_files
    from poolwijzer.content.limits import find_excess
    from poolwijzer.content.retired_mentions import retired_remarks

    files = read_menu_files(own, base)
    content = load_complete(files)
    if problems := find_excess(content, files):
        raise InputError(in_order(problems))
    return replace(content, remarks=tuple(in_order([*files.remarks, *retired_remarks(content, files)])))


@cache
def _load_base(base: Path) -> Content:
    """Menus without an own folder over them: part of the program, and so read once a process."""
    return (read_ready_content(base) if base == find_shipped_menus() else None) or read_folder(base)


def read_folder(base: Path) -> Content:
    """Menus from the YAML of one folder.

    Raises:
        InputError: with every problem found, each at its file, line and column.
    """
    from poolwijzer.content.complete import load_complete
    from poolwijzer.content.files import read_base_files

    return load_complete(read_base_files(base))


def read_ready_content(folder: Path, path: Path = READY) -> Content | None:
    """The menus of a folder as a build made them ready; None where they are not, or not any more."""
    ready = read_ready(folder, path)
    if ready is None:
        return None
    names = {field.alias or name for name, field in Central.model_fields.items()}
    central = {name: part for name, part in ready.data.items() if name in names}
    aside = Unread({name: part for name, part in ready.data.items() if name not in names}, folder)
    try:
        return join_parts(Central.model_validate(central), aside, ready.hash, ready.hidden)
    except ValidationError:  # made by other code than this
        return None
