"""Own menus in the page: from a folder or a zip, with the same checks as on the command line, and back."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from poolwijzer.browser.files.places import INCOMING, MENUS, close, opened, plain_name, tell, told_below
from poolwijzer.content.files import MOST_BYTES, MOST_FILES
from poolwijzer.content.folders import FOLDERS, SUFFIXES
from poolwijzer.content.read import load_menus
from poolwijzer.infile import leads_out, open_file
from poolwijzer.problems import InputError, Problem, quote

if TYPE_CHECKING:
    from poolwijzer.browser.desk import Desk


def tell_menus(desk: Desk) -> dict[str, Any]:
    """Which menus are in use, and what is to be said of them."""
    folder = desk.menus
    return {
        "own": folder.name if folder else "",
        "version": desk.content.version,
        "hash": desk.content.hash,
        "remarks": tell(desk.content.remarks, folder.parent) if folder else [],
    }


def begin(desk: Desk, name: str) -> dict[str, Any]:
    """An empty folder of this name in which the page lays the files of a folder, and how much may come there."""
    shutil.rmtree(_place(desk, ""), ignore_errors=True)
    folder = _place(desk, name)
    folder.mkdir(parents=True)
    return {"folder": str(folder), "files": MOST_FILES, "bytes": MOST_BYTES, "suffixes": list(SUFFIXES)}


def _place(desk: Desk, name: str) -> Path:
    """Where other menus come: never where those are that are in use."""
    beside = "2" if desk.menus and desk.menus.parent.name == "1" else "1"
    return desk.folder / MENUS / beside / (plain_name(name) if name else "")


def take_folder(desk: Desk, name: str) -> dict[str, Any]:
    """Use the menus in the folder that `begin` gave; those that were in use stay so where these cannot be used.

    Raises:
        InputError: with every problem in these menus.
    """
    return _use(desk, _place(desk, name))


def take_zip(desk: Desk, name: str) -> dict[str, Any]:
    """Use the menus in a zip that the page laid at `opening.place_for`.

    Raises:
        InputError: it cannot be unpacked, or with every problem in these menus.
    """
    came = desk.folder / INCOMING / plain_name(name)
    with told_below(came.parent):
        files = _unpacked(came)
    folder = Path(begin(desk, PurePosixPath(came.name).stem)["folder"])
    for place, data in files.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(data)
    return _use(desk, folder)


def use_shipped(desk: Desk) -> dict[str, Any]:
    """Go back to the menus that come with the program."""
    desk.content, desk.menus = load_menus(), None
    _let_go(desk)
    return tell_menus(desk)


def _use(desk: Desk, folder: Path) -> dict[str, Any]:
    with told_below(folder.parent):
        content = load_menus(folder)
    desk.content, desk.menus = content, folder
    _let_go(desk)
    return tell_menus(desk)


def _let_go(desk: Desk) -> None:
    """A conversation goes on from its file: it was held with other menus."""
    try:
        desk.file = opened(desk)
    except InputError:
        desk.file = None
    close(desk)


def _unpacked(path: Path) -> dict[PurePosixPath, bytes]:
    """The menu files in a zip, by where they stand below the folder that it holds.

    Raises:
        InputError: it is broken, too large, or a name in it leads elsewhere.
    """
    from poolwijzer.forms.returned.packages import unpack

    with open_file(path) as file:
        found = unpack(str(path), file, MOST_BYTES)
    for one in found:
        if leads_out(one.name):
            message = f"In dit zip-bestand staat een naam die naar een andere map leidt: {quote(one.name)}."
            raise InputError(Problem(str(path), message, "Maak het zip-bestand opnieuw, van de map met menu's alleen."))
    files = {PurePosixPath(one.name.replace("\\", "/")): one.data for one in found}
    menus = {place: data for place, data in files.items() if place.suffix.lower() in SUFFIXES}
    if not menus:
        hint = "Zet er de map met menu's in, met bestanden die eindigen op .yaml."
        raise InputError(Problem(str(path), "In dit zip-bestand staat geen menubestand.", hint))
    tops = {place.parts[0] for place in menus}
    packed_in = next(iter(tops)) if len(tops) == 1 and not tops & set(FOLDERS) else ""
    if packed_in and all(len(place.parts) > 1 for place in menus):
        return {PurePosixPath(*place.parts[1:]): data for place, data in menus.items()}
    return menus
