"""Trying inputs, one by one, each in an empty folder and bounded in time and memory."""

import faulthandler
import os
import resource
import shutil
import signal
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any, NamedTuple
from zlib import crc32

from fuzz.kinds import KINDS
from fuzz.oracle import Found, check_problems
from fuzz.program import SECONDS
from poolwijzer.problems import InputError

MEMORY = 4 * 1024**3


class TooSlow(BaseException):
    """An input takes too long. No `Exception`, because the program catches those in a batch."""


class Told(NamedTuple):
    """What became of one input."""

    number: int
    data: bytes
    status: str
    """read, refused or found."""
    why: str = ""


class Tried(NamedTuple):
    """What became of some inputs of a kind."""

    kind: str
    read: int
    refused: int
    found: list[Told]
    seconds: float
    """Of processor time."""


def start_worker(folder: Path) -> None:
    """Bound what one input may take of the memory, and work in a folder where nothing is."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.chdir(mkdtemp(dir=folder))


def try_some(kind: str, seed: int, numbers: range) -> Tried:
    """Make and try the inputs of these numbers."""
    start, told = time.process_time(), []
    for number in numbers:
        told.append(try_one(kind, KINDS[kind].make(Random(f"{seed}/{kind}/{number}")), number))
    counted = Counter(one.status for one in told)
    found = [one for one in told if one.status == "found"]
    return Tried(kind, counted["read"], counted["refused"], found, time.process_time() - start)


def try_one(kind: str, data: bytes, number: int = 0) -> Told:
    """Hold one input against what always holds."""
    for path in Path().iterdir():
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    now = Path.cwd().with_name(f"{Path.cwd().name}-{kind}-{number}")
    now.write_bytes(data)  # what a worker that died was doing
    try:
        with _bounded():
            read = KINDS[kind].run(data, Random(crc32(data)))
        return Told(number, data, "read" if read else "refused")
    except InputError as error:
        try:
            check_problems(error.problems, least=1)
        except Found as found:
            return Told(number, data, "found", str(found))
        return Told(number, data, "refused")
    except KeyboardInterrupt:
        raise
    except BaseException:  # also what a library in another language raises
        return Told(number, data, "found", traceback.format_exc())
    finally:
        now.unlink()


@contextmanager
def _bounded() -> Iterator[None]:
    def stop(*_: Any) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    # For what never comes back to Python: a pipe that waits, a loop in a library.
    faulthandler.dump_traceback_later(12 * SECONDS, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
