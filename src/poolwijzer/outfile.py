"""The one owner of writing files: whole or not at all, and never over something that should stay.

Writers give bytes and know nothing of files. `plan_outputs` is asked before any work is done, `write_whole`
at the end.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO

from poolwijzer.problems import InputError, Problem

PATIENCE = 2.0
"""Seconds to go on trying when another program, such as Word or OneDrive, holds the file."""

_PAUSE = 0.1

Content = bytes | Callable[[BinaryIO], None]
"""What goes into a file: its bytes, or something that writes them into it, for what is too large to hold."""

# A name as every system would see it, or the device and number of a file.
_Mark = str | tuple[int, int]
_OTHER_NAME = "Kies een andere naam."
_NOT_ORDINARY = ("Dit is geen gewoon bestand.", _OTHER_NAME)

_REASONS = {
    errno.EACCES: ("Hier mag u niet schrijven.", "Kies een andere map."),
    errno.EPERM: ("Hier mag u niet schrijven.", "Kies een andere map."),
    errno.EROFS: ("Hier mag u niet schrijven.", "Kies een andere map."),
    errno.ENOSPC: ("De schijf is vol.", "Maak ruimte vrij of kies een andere schijf."),
    errno.EDQUOT: ("Uw schijfruimte is op.", "Maak ruimte vrij of kies een andere schijf."),
    errno.EFBIG: ("Het bestand is te groot voor deze schijf.", "Kies een andere schijf."),
    errno.ENAMETOOLONG: ("De naam is te lang.", "Kies een kortere naam."),
    errno.ENOENT: ("Deze map is er niet en kan niet gemaakt worden.", "Kies een andere map."),
    errno.ENOTDIR: ("Een deel van het pad is een bestand en geen map.", "Kies een andere map."),
    errno.EEXIST: ("Een deel van het pad is een bestand en geen map.", "Kies een andere map."),
    errno.EINVAL: ("Deze naam mag niet op deze computer.", _OTHER_NAME),
    errno.ELOOP: ("Deze koppeling verwijst naar zichzelf.", _OTHER_NAME),
}


def plan_outputs(outputs: Sequence[Path], inputs: Sequence[Path], force: bool) -> None:
    """Check that every output may be written, before anything is.

    Names that differ in capitals alone count as one file on every system, because they are one on Windows
    and most Macs, and a script should do the same everywhere. Folders that don't exist yet are fine:
    `write_whole` makes them.

    Args:
        outputs: The files to be written.
        inputs: The files that are read; never written over, whatever `force` says.
        force: Whether existing outputs may be replaced.

    Raises:
        InputError: With one problem for every output that may not be written.
    """
    problems = []
    read = {mark for source in inputs for mark in _marks(source)}
    planned: set[_Mark] = set()
    names = {_name_mark(_real(output)) for output in outputs}
    for output in outputs:
        marks = _marks(output)
        found: tuple[str, str] | None
        if marks & read:
            found = ("Dit bestand wordt ook gelezen en wordt daarom niet vervangen.", _OTHER_NAME)
        elif marks & planned:
            found = ("Dit bestand staat twee keer in de opdracht.", "Geef elke uitvoer een eigen naam.")
        else:
            found = _objection(output, names, force)
        planned |= marks
        if found:
            problems.append(Problem(str(output), *found))
    if problems:
        raise InputError(problems)


def _objection(output: Path, names: set[str], force: bool) -> tuple[str, str] | None:
    """Say why one output may not be written beside the others, and what to do; None if it may."""
    try:
        if output.is_dir():
            return ("Dit is een map.", "Geef de naam van een bestand.")
        if output.exists():
            if not output.is_file():
                return _NOT_ORDINARY
            return None if force else ("Dit bestand bestaat al.", "Gebruik --force of kies een andere naam.")
        folders = _real(output).parents
        nearest = next((folder for folder in folders if folder.exists()), None)
        # A folder that is still to be made cannot be another output too.
        if any(_name_mark(folder) in names and not folder.exists() for folder in folders):
            return _REASONS[errno.ENOTDIR]
    except OSError as error:
        return _reason(error)
    if nearest is None:
        # A drive that Windows doesn't know.
        return _REASONS[errno.ENOENT]
    return None if nearest.is_dir() else _REASONS[errno.ENOTDIR]


def _marks(path: Path) -> set[_Mark]:
    """Give what tells that two paths stand for one file, whether it exists or not."""
    marks: set[_Mark] = {_name_mark(_real(path))}
    with contextlib.suppress(OSError, ValueError):
        found = path.stat()
        # Some disks number no files.
        if found.st_ino:
            marks.add((found.st_dev, found.st_ino))
    return marks


def _name_mark(path: Path) -> str:
    return unicodedata.normalize("NFC", str(path)).casefold()


def _real(path: Path) -> Path:
    """Follow links as far as they lead; unlike `Path.resolve`, a loop is no error on any Python."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:
        # No name for a file at all, which writing will tell.
        return path.absolute()


def write_whole(path: Path, data: Content) -> Path:
    """Write a file whole or not at all, and make the folders it needs.

    A link stays a link: what it points to is replaced. A replaced file keeps its permissions.

    Args:
        path: The file to write; what is there is replaced.
        data: The whole content, or what writes it piece by piece.

    Returns:
        Where the content went: `path`, or a file beside it (`rapport.herstel.md`) when another program kept
        holding `path`. The caller then says so.

    Raises:
        InputError: Writing failed; what was there is still there, and nothing else is left behind.
    """
    with refusing(path), open_whole(path) as whole:
        _fill(whole.file, data)
        return whole.finish()


@contextlib.contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Tell what the system refuses in this context as a problem of this file.

    Raises:
        InputError: It refused something.
    """
    try:
        yield
    except (OSError, ValueError) as error:
        raise refusal(path, error) from error


class WholeFile:
    """A file on its way to its place, which nobody sees before it is whole."""

    def __init__(self, path: Path, target: Path, file: BinaryIO, temporary: Path) -> None:
        self.file = file
        """Takes the content."""
        self._path = path
        self._target = target
        self._temporary = temporary

    def finish(self) -> Path:
        """Put it in its place, and give where that is, as `write_whole` does."""
        _settle(self.file)
        self.file.close()
        target = self._target
        written = target if _replaced(self._temporary, target) else _put_beside(self._temporary, target)
        keep_folder(target.parent)
        if written == target:
            return self._path
        # The name as the user gave it, unless a link led elsewhere.
        beside = self._path.with_name(written.name)
        return beside if _real(beside) == written else written


@contextlib.contextmanager
def open_whole(path: Path) -> Iterator[WholeFile]:
    """Begin a file that is written bit by bit, and is there once it is finished: `write_whole` in parts.

    Raises:
        InputError: What is there now is no file that can be replaced.
        OSError: The system refuses it.
        ValueError: It has no name that the system takes.
    """
    target = _real(path)
    if target.exists() and not target.is_file():
        raise InputError(Problem(str(path), *_NOT_ORDINARY))
    target.parent.mkdir(parents=True, exist_ok=True)
    with _open_beside(target) as (file, temporary):
        yield WholeFile(path, target, file, temporary)


def write_beside(path: Path, data: Content) -> Path:
    """Write a file beside another that has to stay as it is: `plan.herstel.yaml`, numbered if need be.

    Returns:
        Where the content went.

    Raises:
        InputError: Writing failed; nothing is left behind.
    """
    try:
        with _temporary_beside(path, data) as temporary:
            written = _put_beside(temporary, path)
        keep_folder(path.parent)
    except (OSError, ValueError) as error:
        raise refusal(path, error) from error
    return written


def write_quickly(path: Path, data: bytes) -> bool:
    """Write a small file that only its owner can read, whole or not at all, as often as a key is pressed.

    It waits neither for the disk nor for another program that holds the file: a next time follows soon.

    Returns:
        Whether it was written; what was there is still there otherwise.
    """
    try:
        with _temporary_beside(path, data, mode=0o600, settled=False) as temporary:
            temporary.replace(path)
    except (OSError, ValueError):
        return False
    return True


@contextlib.contextmanager
def _temporary_beside(target: Path, data: Content, *, mode: int | None = None, settled: bool = True) -> Iterator[Path]:
    """Write the content to a file as `_open_beside` gives it. Settled, it is on the disk itself."""
    with _open_beside(target, mode) as (file, temporary):
        _fill(file, data)
        if settled:
            _settle(file)
        file.close()
        yield temporary


@contextlib.contextmanager
def _open_beside(target: Path, mode: int | None = None) -> Iterator[tuple[BinaryIO, Path]]:
    """Open a file of its own in the same folder, gone afterwards unless it was moved.

    It gets these permissions, or those of the file it replaces.
    """
    temporary = temporary_name(target)
    # Never readable for more people than the file it replaces, not even for a moment.
    if mode is None and target.exists():
        mode = stat.S_IMODE(target.stat().st_mode)

    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, 0o666 if mode is None else mode)

    try:
        with open(temporary, "xb", opener=opener) as file:
            if mode is not None:
                # Some disks, such as a USB stick, know no permissions.
                with contextlib.suppress(OSError):
                    temporary.chmod(mode)
            yield file, temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _fill(file: BinaryIO, data: Content) -> None:
    if callable(data):
        data(file)
    else:
        file.write(data)


def _settle(file: BinaryIO) -> None:
    """Have what was written on the disk itself, so that it survives a power cut."""
    file.flush()
    os.fsync(file.fileno())


def temporary_name(target: Path) -> Path:
    """A new name in the same folder for what is on its way to a file; `clear_broken_off` knows it."""
    return target.with_name(f"{_temporary_start(target)}{os.urandom(8).hex()}.tmp")


def _temporary_start(target: Path) -> str:
    """How the names begin of what is on its way to a file; short, whatever the name of that."""
    return f".poolwijzer-{zlib.crc32(os.fsencode(target.name)):08x}-"


def clear_broken_off(path: Path) -> None:
    """Take away what writing a file left when the program was killed; only for who alone writes it."""
    target = _real(path)
    with contextlib.suppress(OSError):
        for left in list(target.parent.iterdir()):
            if left.name.startswith(_temporary_start(target)) and left.suffix == ".tmp":
                left.unlink()


def _replaced(temporary: Path, target: Path) -> bool:
    """Put the new file in the place of the old one; False if another program keeps holding that."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            temporary.replace(target)
        except PermissionError:
            if time.monotonic() >= deadline:
                return False
            time.sleep(_PAUSE)
        else:
            return True


def _put_beside(temporary: Path, target: Path) -> Path:
    """Put the new file beside the old one, under the first name that is free."""
    for extra in chain([""], (f"-{number}" for number in count(2))):
        beside = target.with_name(f"{target.stem}.herstel{extra}{target.suffix}")
        try:
            # Claims the name, so that nobody else's file is replaced.
            beside.touch(exist_ok=False)
        except FileExistsError:
            continue
        try:
            temporary.replace(beside)
        except OSError:
            beside.unlink()
            raise
        return beside
    raise AssertionError("numbers never run out")


def keep_folder(folder: Path) -> None:
    """Make sure that the new name survives a power cut, where the system can (Windows cannot)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def refusal(path: Path, error: OSError | ValueError) -> InputError:
    """Why the system does not write this file, in Dutch, and what to do."""
    return InputError(Problem(str(path), *_reason(error)))


def _reason(error: OSError | ValueError) -> tuple[str, str]:
    """Say in Dutch why the system refused, and what to do."""
    if not isinstance(error, OSError):
        # A zero byte, or a sign that the disk cannot write.
        return _REASONS[errno.EINVAL]
    known = _REASONS.get(error.errno or 0)
    return known or (f"Schrijven is niet gelukt (foutnummer {error.errno}).", "Probeer een andere map.")
