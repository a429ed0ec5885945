"""The shipped menus as one file of data, written when the program is built: a start with them then reads no YAML.

Whoever builds has checked them. The data count only with the very YAML they were made from; else YAML is read, which
also tells what is wrong.
"""

import hashlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from pydantic_core import from_json

from poolwijzer.content.folders import list_yaml
from poolwijzer.problems import InputError

READY = Path(__file__).with_name("ready-menus.json")


class ReadyMenus(NamedTuple):
    """Menus that were checked before."""

    data: dict[str, Any]
    """The merged data of all files, as YAML gives them."""
    hash: str
    """Of the menus: see `Content.hash`."""
    hidden: frozenset[str]


def write_ready(menus: ReadyMenus, folder: Path, path: Path = READY) -> None:
    """Keep checked menus beside the program, with what tells whether they are still those of this folder."""
    told = {"hash": menus.hash, "hidden": sorted(menus.hidden), "menus": menus.data}
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    # Another start may be reading it.
    new = path.with_suffix(".new")
    new.write_bytes(_stamp(folder, body) + b"\n" + body + b"\n")
    new.replace(path)


def read_ready(folder: Path, path: Path = READY) -> ReadyMenus | None:
    """The menus of a folder as they were kept; None where that cannot be, or where a byte of either changed."""
    try:
        stamp, _, body = path.read_bytes().removesuffix(b"\n").partition(b"\n")
        if stamp != _stamp(folder, body):
            return None
    except (OSError, InputError):
        return None
    told = from_json(body)  # a third of the work of `json`
    return ReadyMenus(told["menus"], told["hash"], frozenset(told["hidden"]))


def _stamp(folder: Path, body: bytes) -> bytes:
    """A hash over the names and bytes of all menu files, and the data that were made from them."""
    told = hashlib.blake2b(body)  # half the work of SHA-256
    folders = sorted(path.name for path in folder.iterdir() if path.is_dir())  # one that is misnamed is a mistake
    told.update(json.dumps(folders).encode())
    for path in list_yaml(folder):
        found = path.read_bytes()
        told.update(json.dumps([path.relative_to(folder).as_posix(), len(found)]).encode() + found)
    return told.hexdigest().encode()
