"""Adding to a file that several people add to, at the same time if need be: under a lock, with one write at its end.

What is in the file is never changed: it can only grow. The lock is a file beside it, whose name begins with a point. On
Unix that stays, because taking it away could give two programs the lock at once; it is empty and in nobody's way.
"""

from __future__ import annotations

import contextlib
import os
import stat
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from poolwijzer.file_claim import lock_of
from poolwijzer.outfile import keep_folder, refusal
from poolwijzer.problems import InputError, Problem

PATIENCE = 20.0
"""Seconds to wait for others who add: each is done within hundredths, so this is a very long row."""
HELD = 2.0
"""Seconds to wait for another program that holds the file itself, such as a spreadsheet."""
_PAUSE = 0.1
_TRIES = 5
# No terminal becomes ours, nothing waits for who reads a pipe, and no line ends change on Windows.
_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT
_FLAGS |= sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
# What LibreOffice puts beside a file that somebody has open.
_OPEN_ELSEWHERE = ".~lock.{name}#"


def add_to_file(path: Path, compose: Callable[[bytes], bytes], largest: int) -> bytes:
    """Add to the end of a file what is composed from its content, while nobody else adds.

    It is on the disk itself when this returns. A file that is not there is made.

    Args:
        path: The file; a link is followed.
        compose: Gets all that is in it, and gives what to add; nothing is written where it raises or gives nothing.
        largest: Of how many bytes the file may be.

    Returns:
        All that is in the file now.

    Raises:
        InputError: It cannot be written, somebody has it for too long, or it is too large; it is as it was then.
    """
    try:
        target = Path(os.path.realpath(path))
        _require_ordinary(path, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        with _alone(path, target):
            for _ in range(_TRIES):
                content, stays = _added(path, target, compose, largest)
                if stays:
                    return content
    except (OSError, ValueError) as error:
        raise refusal(path, error) from error
    message = "Een ander programma zet steeds een ander bestand op deze plek."
    raise InputError(Problem(str(path), message, "Wacht tot de map klaar is met bijwerken, en probeer het opnieuw."))


def _added(path: Path, target: Path, compose: Callable[[bytes], bytes], largest: int) -> tuple[bytes, bool]:
    """What is in the file once something was added, and whether that is still the file of this name."""
    with _opened(path, target) as file:
        before = os.fstat(file).st_size
        if before > largest:
            message = "Dit bestand is te groot om er iets bij te schrijven."
            raise InputError(Problem(str(path), message, "Begin een nieuw bestand."))
        content = _read(file, before)
        if more := compose(content):
            _write(file, more, before)
        # A program that synchronises may have put another file in its place: what was added to this one is lost then.
        return content + more, target.exists() and os.path.samestat(os.fstat(file), target.stat())


def _require_ordinary(path: Path, target: Path) -> None:
    if target.is_dir():
        raise InputError(Problem(str(path), "Dit is een map.", "Geef de naam van een bestand."))
    if target.exists() and not target.is_file():
        raise InputError(Problem(str(path), "Dit is geen gewoon bestand.", "Kies een andere naam."))
    held = target.with_name(_OPEN_ELSEWHERE.format(name=target.name))
    if held.exists():
        hint = f"Sluit het daar. Is het nergens open? Haal dan het bestand {held.name} weg."
        raise InputError(Problem(str(path), "Dit bestand staat nog open in een rekenblad.", hint))


@contextlib.contextmanager
def _alone(path: Path, target: Path) -> Iterator[None]:
    """Have the lock; where a disk has no locks, the write at the end of the file has to do by itself."""
    from filelock import FileLock, Timeout

    place = lock_of(target)
    with contextlib.suppress(OSError):
        if not stat.S_ISREG(place.lstat().st_mode):
            told = "Hiermee wacht Poolwijzer op wie ook schrijft, maar dit is geen gewoon bestand."
            raise InputError(Problem(str(place), told, "Haal het weg."))
    lock = FileLock(place, timeout=PATIENCE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a disk with locks of another kind
            lock.acquire(poll_interval=0.01)
    except Timeout:
        message = "Iemand anders is al lang in dit bestand aan het schrijven."
        raise InputError(Problem(str(path), message, "Probeer het straks nog eens.")) from None
    except (OSError, ValueError, NotImplementedError):
        pass
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def _opened(path: Path, target: Path) -> Iterator[int]:
    made = not target.exists()
    file = _open_patiently(path, target)
    try:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            raise InputError(Problem(str(path), "Dit is geen gewoon bestand.", "Kies een andere naam."))
        yield file
        made = made and os.fstat(file).st_size > 0
        if made:
            keep_folder(target.parent)
    except BaseException:
        if made and not os.fstat(file).st_size:
            with contextlib.suppress(OSError):
                target.unlink()  # it was not there, and nothing came of it
        raise
    finally:
        os.close(file)


def _open_patiently(path: Path, target: Path) -> int:
    """Open a file that another program may hold for a moment, such as one that synchronises."""
    deadline = time.monotonic() + HELD
    while True:
        try:
            return os.open(target, _FLAGS, 0o666)
        except PermissionError:
            if os.name == "nt" and time.monotonic() < deadline:
                time.sleep(_PAUSE)
                continue
            if not target.exists():
                raise
            message = "In dit bestand kan nu niet worden geschreven."
            hint = "Staat het nog open in een ander programma? Sluit het daar. Kijk anders of u hier mag schrijven."
            raise InputError(Problem(str(path), message, hint)) from None


def _read(file: int, size: int) -> bytes:
    os.lseek(file, 0, os.SEEK_SET)
    pieces = []
    while size > 0 and (piece := os.read(file, size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _write(file: int, more: bytes, before: int) -> None:
    """All of it or nothing: what is half written, on a disk that is full, is taken back."""
    try:
        written = os.write(file, more)
        while written < len(more):
            written += os.write(file, more[written:])
        os.fsync(file)
    except OSError:
        with contextlib.suppress(OSError):
            os.ftruncate(file, before)
        raise
