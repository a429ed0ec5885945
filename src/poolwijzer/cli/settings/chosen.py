"""What counts of the settings: an option goes before an environment variable, then the folder, then one's own home.

Only commands look here, and what is used from Python never: a library is steered by who calls it alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from poolwijzer.problems import InputError

if TYPE_CHECKING:
    from poolwijzer.cli.settings.file import Setting
    from poolwijzer.problems import Problem

NAME = "poolwijzer.toml"
OFF = "POOLWIJZER_NO_SETTINGS"
"""The environment variable that leaves them unread, such as for scripts in folders of others."""
_remarks: list[Problem] = []


def find_setting(key: str) -> Setting | None:
    """What is set under a key: in the folder where somebody works, else in their home; None where that is nothing.

    Raises:
        InputError: a file cannot be used.
    """
    for path, shown, of_folder in list_files():
        from poolwijzer.cli.settings.file import read_settings

        if found := read_settings(path, shown, of_folder=of_folder).get(key):
            return found
    return None


def list_files() -> Iterator[tuple[Path, str, bool]]:
    """The files there are, the first one foremost: the file, its name in messages, and whether it is of the folder."""
    if os.environ.get(OFF):
        return
    home = os.path.join(os.path.expanduser("~"), NAME)  # noqa: PTH111, PTH118 - pathlib would cost every start
    has_home, here = os.path.lexists(home), os.path.lexists(NAME)
    if here and not (has_home and os.path.samestat(os.lstat(home), os.lstat(NAME))):
        yield Path(NAME), NAME, True
    if has_home:
        yield Path(home), f"~/{NAME}", False


def chosen_menus(given: Path | None) -> Path | None:
    """The own folder of menus of a command: as given, else None where the environment names one, else as set.

    Raises:
        InputError: what is set is no folder.
    """
    from poolwijzer.content.folders import VARIABLE, find_fault

    if given or os.environ.get(VARIABLE):
        return given
    found = find_setting("menus")
    if found is None:
        return None
    folder: Path = found.value
    if fault := find_fault(folder):
        raise InputError(found.place.problem(fault, f"Controleer de naam van de map achter menus in {NAME}."))
    where = f"de map {found.value}" if folder.name else "deze map"
    remark(found, f"De menu's komen ook uit {where}.")
    return folder


def chosen_style() -> Path | None:
    """The house style that is set, for a command that was given none.

    Raises:
        InputError: there is no such file.
    """
    found = find_setting("style")
    if found is None:
        return None
    style: Path = found.value
    if not os.path.isfile(style):  # noqa: PTH113 - that of pathlib stumbles over a name that is too long
        hint = f"Controleer de naam van het bestand achter style in {NAME}."
        raise InputError(found.place.problem("De huisstijl is hier niet te vinden.", hint))
    remark(found, f"De huisstijl is {found.value}.")
    return style


def chosen_minutes() -> int | None:
    """How long a conversation may take, for who did not say."""
    found = find_setting("minutes")
    if found is None:
        return None
    remark(found, f"Het gesprek duurt {found.value} minuten.")
    minutes: int = found.value
    return minutes


def remark(found: Setting, message: str) -> None:
    """Say what comes from the folder where somebody works: they may not know that it is set there."""
    from poolwijzer.cli.boundary import tell

    if found.of_folder:
        _remarks.append(found.place.problem(message))
        tell(_remarks[-1:])


def remark_again() -> None:
    """Say once more what screens, which came in its place at once, left nobody time to read."""
    from poolwijzer.cli.boundary import tell

    tell(_remarks)


def tell_setting(key: str) -> str:
    """What counts of an option that nobody gives, for its help; empty where nothing was set, or it cannot be used."""
    with suppress(InputError):
        if found := _find_counting(key):
            return f"[nu {found[0]}, {found[1]}]"
    return ""


def told_settings() -> Iterator[str]:
    """A line for everything that is set, as *menus = mijn-menus (uit poolwijzer.toml:3)*.

    Raises:
        InputError: a file cannot be used.
    """
    from poolwijzer.cli.dutch_typer import SETTINGS

    for key in SETTINGS:
        if found := _find_counting(key):
            yield f"{key} = {found[0]} ({found[1]})"


def _find_counting(key: str) -> tuple[str, str] | None:
    """What counts of an option that nobody gives, and where it comes from, both to be shown."""
    from poolwijzer.content.folders import VARIABLE
    from poolwijzer.problems import harmless

    if key == "menus" and os.environ.get(VARIABLE):
        return harmless(os.environ[VARIABLE]), f"uit {VARIABLE}"
    found = find_setting(key)
    return (harmless(str(found.value)), found.origin) if found else None
