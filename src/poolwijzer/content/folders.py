"""Where the menus and examples are that come with the program, and an own folder of menus beside them."""

from __future__ import annotations

import os
from pathlib import Path

from poolwijzer.problems import InputError, Problem

VARIABLE = "POOLWIJZER_MENUS"
FOLDERS = ("componenten", "praktijk")
"""In a folder of menus."""
SUFFIXES = (".yaml", ".yml")


def find_shipped_menus() -> Path:
    """The menus that come with the program."""
    return _shipped("menus")


def find_shipped_examples() -> Path:
    """The examples of initiatives that come with the program."""
    return _shipped("examples")


def _shipped(folder: str) -> Path:
    """A folder inside the installed package, else beside `src/` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / folder
    return installed if installed.is_dir() else package.parent.parent / folder


def find_own_menus(given: Path | None) -> Path | None:
    """The own folder that was asked for, by option or by environment variable.

    Raises:
        InputError: it does not exist or is no folder.
    """
    named = given or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if named and (fault := find_fault(named)):
        origin = "" if given else f" Deze map staat in de omgevingsvariabele {VARIABLE}."
        raise InputError(Problem(str(named), fault, f"Controleer de naam van de map.{origin}"))
    return named


def find_fault(folder: Path) -> str:
    """Why no menus can be in a folder, in a sentence; empty where they can."""
    if os.path.isdir(folder):  # noqa: PTH112 - that of pathlib stumbles over a name that is too long
        return ""
    what = "dit is geen map" if os.path.exists(folder) else "deze map bestaat niet"  # noqa: PTH110
    return f"De menu's zijn hier niet te vinden: {what}."


def list_yaml(folder: Path) -> list[Path]:
    """Every file with menus in a folder, by name; what is no ordinary file too, which reading tells."""
    found: list[Path] = []
    for place in (folder, *(folder / name for name in FOLDERS)):
        try:
            if place.is_dir():
                named = sorted(path for path in place.iterdir() if path.suffix.lower() in SUFFIXES)
                found += [path for path in named if path.exists() and not path.is_dir()]
        except OSError:
            hint = "Controleer of u hem mag openen."
            raise InputError(Problem(str(place), "Deze map is niet te lezen.", hint)) from None
    return found
