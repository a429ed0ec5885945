"""Started by a double click: the program has a window of its own, which closes when it ends.

So it waits until its last words were read. And as who double-clicks is in no folder, it goes to one where they find
what they make.
"""

from __future__ import annotations

import atexit
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from poolwijzer.interview.stop_signals import was_stopped

FOLDER = "Poolwijzer"
"""The folder with what people make, in that of their documents."""
_DOCUMENTS = re.compile(r'^XDG_DOCUMENTS_DIR="([^"\n]+)"', re.MULTILINE)
_chosen: list[Path] = []


def has_own_window() -> bool:
    """Whether the window was opened for this program alone, which only Windows tells."""
    if sys.platform != "win32":
        return False
    import ctypes

    processes = (ctypes.c_uint * 2)()
    return bool(ctypes.windll.kernel32.GetConsoleProcessList(processes, len(processes)) == 1)


def wait_at_the_end() -> None:
    """Keep the window open, whatever ends the program, until someone says that they have read it."""
    atexit.register(_wait)


def choose_folder() -> None:
    """Go to the folder with what people make; stay where we are if there can be none."""
    from tempfile import TemporaryFile

    for parent in _parents():
        folder = parent / FOLDER
        with suppress(OSError):
            folder.mkdir(exist_ok=True)
            with TemporaryFile(dir=folder):  # a folder may be there and let nothing in
                os.chdir(folder)
            _chosen[:] = [folder]
            return


def chosen_folder() -> Path | None:
    """The folder that was chosen; None for who chose theirs by being in it."""
    return _chosen[0] if _chosen else None


def _parents() -> Iterator[Path]:
    with suppress(RuntimeError):  # no home
        home = Path.home()
        if (documents := _documents(home)).is_dir():
            yield documents
        yield home
    yield Path().absolute()
    from tempfile import gettempdir

    yield Path(gettempdir())


def _documents(home: Path) -> Path:
    """The folder of documents: many have it elsewhere, such as in OneDrive, or by another name."""
    if sys.platform == "win32":
        import ctypes

        personal, longest = 5, 260  # CSIDL_PERSONAL, MAX_PATH
        found = ctypes.create_unicode_buffer(longest)
        if ctypes.windll.shell32.SHGetFolderPathW(None, personal, None, 0, found) == 0:
            return Path(found.value)
    elif sys.platform == "linux":
        with suppress(OSError, UnicodeDecodeError):
            settings = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "user-dirs.dirs"
            if named := _DOCUMENTS.search(settings.read_text(encoding="utf-8")):
                return Path(named[1].replace("$HOME", str(home)))
    return home / "Documents"


def _wait() -> None:
    if was_stopped():  # the window is gone
        return
    with suppress(OSError, ValueError, EOFError, KeyboardInterrupt):
        sys.stdout.write("\nDruk op Enter om dit venster te sluiten.")
        sys.stdout.flush()
        sys.stdin.readline()
