"""The download: the folder of the program as a zip that is the same for the same folder, with its checksum."""

from __future__ import annotations

import hashlib
import stat
import time
import zipfile
from pathlib import Path

EARLIEST = 315532800
"""The first second of 1980: older a zip knows not."""


def pack(folder: Path, moment: int) -> Path:
    """Pack a folder beside itself, and write the SHA-256 of that beside it too.

    Args:
        folder: What the zip holds, and is called after.
        moment: When all of it was made, in seconds since 1970.

    Returns:
        The zip.
    """
    target = folder.with_name(f"{folder.name}.zip")
    when = time.gmtime(max(moment, EARLIEST))[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(folder.rglob("*"), key=lambda path: path.as_posix()):
            name = path.relative_to(folder.parent).as_posix()
            if path.is_symlink():  # the same library by its own name and by that of its folder
                _add(packed, name, when, stat.S_IFLNK | 0o777, path.readlink().as_posix().encode())
            elif path.is_file():
                runs = path.stat().st_mode & 0o100
                _add(packed, name, when, stat.S_IFREG | (0o755 if runs else 0o644), path.read_bytes())
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    target.with_name(f"{target.name}.sha256").write_text(f"{digest}  {target.name}\n", encoding="ascii", newline="\n")
    return target


def _add(packed: zipfile.ZipFile, name: str, when: tuple[int, ...], mode: int, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, when)  # type: ignore[arg-type]
    entry.create_system = 3  # Unix, which alone knows what may be run
    entry.external_attr = mode << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(entry, data)
