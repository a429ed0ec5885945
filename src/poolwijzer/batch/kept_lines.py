"""The lines of a checkpoint: bytes in and out, each with a hash by which it is seen whether it is still as it was."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from pydantic_core import from_json

from poolwijzer.tables.row import Row

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_HASH = b',"hash":"'
_HEX = 64
_END = b'"}\n'


class Kept(NamedTuple):
    """What was kept of one input."""

    input: str
    """Its key; empty where it is to be judged again another time."""
    reports: tuple[str, ...]
    """The names of the files that were written of it."""
    row: Row
    files: tuple[str, ...] = ()
    """The name of the initiative's own file that was written of it."""


class KeptLines:
    """The lines of a run about the same."""

    def __init__(self, about: dict[str, Any]) -> None:
        """About what: plain data."""
        self.head = json.dumps(about, sort_keys=True).encode() + b"\n"
        """The first line."""
        self._about = sha256(self.head)
        self.mark = self.pack("", b"null")
        """Says that the outputs are being written: those that are there then are of this run."""

    def pack(self, key: str, row: bytes, reports: tuple[str, ...] = (), files: tuple[str, ...] = ()) -> bytes:
        """The line of an input; its row is a line of JSON already."""
        first = json.dumps({"input": key, "reports": reports, "files": files}).encode().removesuffix(b"}")
        said = b'%b,"row":%b' % (first, row)
        return b"%b%b%b%b" % (said, _HASH, self._hash(said), _END)

    def unpack(self, line: bytes) -> Kept | None:
        """What a line says; None where it is not as it was written."""
        at = len(line) - len(_HASH) - _HEX - len(_END)
        said, rest = line[: max(at, 0)], line[max(at, 0) :]
        if rest != _HASH + self._hash(said) + _END:
            return None
        found = from_json(said + b"}")  # in half the time of Python's own
        return Kept(found["input"], tuple(found["reports"]), found["row"], tuple(found["files"]))

    def _hash(self, said: bytes) -> bytes:
        hashed = self._about.copy()
        hashed.update(said)
        return hashed.hexdigest().encode()


def is_of_use(kept: Kept) -> bool:
    """Whether all is of the kind that we write: who knows how can give any line its hash."""
    from pydantic import ValidationError

    try:
        _kinds().validate_python(tuple(kept), strict=True)
    except ValidationError:
        return False
    return True


@cache
def _kinds() -> TypeAdapter[Any]:
    from pydantic import Field, TypeAdapter

    key = Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")]
    report = Annotated[str, Field(pattern=r"^[^/\\:]+\.[a-z]+$")]  # a name, and no way to somewhere else
    return TypeAdapter(tuple[key, tuple[report, ...], Row, tuple[report, ...]])


def is_head(line: bytes) -> bool:
    """Whether this is the first line of a run, about whatever, by whatever version of the program."""
    try:
        found = from_json(line)
    except ValueError:
        return False
    return isinstance(found, dict) and {"poolwijzer", "menus", "date", "rows"} <= found.keys()
