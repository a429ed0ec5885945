"""Writing a text in an editor of one's own: the one that VISUAL or EDITOR names."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from poolwijzer.infile import read_file
from poolwijzer.interview.screens.text_field import clean_pasted
from poolwijzer.problems import InputError, quote

LARGEST = 100_000
"""More bytes than anybody writes beside a question."""
_OFTEN = 0.5
"""Seconds after which is looked again what the editor has saved so far."""
_AT_ONCE = 1.0
"""An editor that is done sooner was not waited for: it opened a window of its own."""
_AS_IT_WAS = "Uw tekst is zoals zij was."
_LOOK = "Kijk na wat er in VISUAL of EDITOR staat."
_KEYS_OF_THE_EDITOR = ("SIGINT", "SIGQUIT")


class Written(NamedTuple):
    """What was written in an editor; None where that came to nothing. And what there is to say of it, in Dutch."""

    text: str | None
    said: str = ""


class _Failed(Exception):  # noqa: N818 - of the editor, and no mistake of ours
    """The editor came to nothing; the text says why, in Dutch."""


def name_of_editor() -> str:
    """The editor that somebody chose, as a command; empty where there is none."""
    return next((found for name in ("VISUAL", "EDITOR") if (found := os.environ.get(name, "").strip())), "")


def write_in_editor(editor: str, text: str, keep: Callable[[str], None]) -> Written:
    """Open a text in an editor, and give what was saved there once that is closed.

    Args:
        editor: The command that opens it; the name of a file comes behind it.
        text: What stands in it at first.
        keep: Hears of everything that is saved meanwhile; where it comes to nothing, of the text as it was.
    """
    keep(text)
    try:
        command = _command(editor)
        # Only we can look into this folder, and what an editor leaves beside the file goes with it.
        with tempfile.TemporaryDirectory(prefix="poolwijzer-", ignore_cleanup_errors=True) as folder:
            file = Path(folder) / "notitie.txt"
            before = f"{text}\n" if text else ""
            file.touch(mode=0o600)
            file.write_bytes(before.encode("utf-8", "replace"))
            begun = time.monotonic()
            _run([*command, str(file)], file, keep)
            after = _read(file)
    except (_Failed, OSError) as error:
        keep(text)
        why = str(error) if isinstance(error, _Failed) else f"Uw editor is niet te starten. {_LOOK}"
        return Written(None, f"{why} {_AS_IT_WAS}")
    if after != clean_text(before):
        keep(after)
        return Written(after)
    at_once = time.monotonic() - begun < _AT_ONCE
    window = "Uw editor bewaarde niets. Opent hij een eigen venster? Laat hem dan wachten, zoals met code --wait."
    return Written(None, window if at_once else "")


def clean_text(text: str) -> str:
    """What was saved, cleaned as pasted text is, without empty lines around it."""
    return clean_pasted(text, several=True).strip("\n")


def _command(editor: str) -> list[str]:
    """The words of a command, of which the first was found."""
    if Path(editor).is_file():  # a path with spaces in it
        return [editor]
    windows = os.name == "nt"
    try:
        words = [word.strip('"') if windows else word for word in shlex.split(editor, posix=not windows)]
    except ValueError:
        raise _Failed(f"De opdracht voor uw editor is niet te lezen: {quote(editor)}. {_LOOK}") from None
    found = shutil.which(words[0]) if words else None
    if found is None:
        raise _Failed(f"De editor {quote(words[0] if words else editor)} is niet gevonden. {_LOOK}")
    return [found, *words[1:]]


def _run(command: list[str], file: Path, keep: Callable[[str], None]) -> None:
    """Wait until the editor is closed, and keep what it saves meanwhile: we may be told to stop."""
    seen = _stamp(file)

    def look() -> None:
        nonlocal seen
        if (now := _stamp(file)) != seen:
            seen = now
            with contextlib.suppress(_Failed):
                keep(_read(file))

    with _keys_for_the_editor(), subprocess.Popen(command) as editor:
        try:
            while editor.poll() is None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    editor.wait(_OFTEN)
                look()
        except BaseException:
            look()
            editor.terminate()
            raise
    if editor.returncode < 0:
        raise _Failed("Uw editor is afgebroken.")
    if editor.returncode:
        raise _Failed(f"Uw editor stopte met een fout ({editor.returncode}).")


def _stamp(file: Path) -> tuple[int, int]:
    with contextlib.suppress(OSError):
        found = file.stat()
        return found.st_mtime_ns, found.st_size
    return 0, 0


@contextlib.contextmanager
def _keys_for_the_editor() -> Iterator[None]:
    """Leave Ctrl-C to the editor for as long as this lasts: the terminal tells both of us."""
    known = [getattr(signal, name) for name in _KEYS_OF_THE_EDITOR if hasattr(signal, name)]
    # Not SIG_IGN: the editor would inherit that.
    before = {number: signal.signal(number, lambda *_: None) for number in known}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _read(file: Path) -> str:
    """What was saved."""
    try:
        data = read_file(file, LARGEST)
    except InputError:
        raise _Failed("Uw editor liet geen bestand met uw tekst achter.") from None
    if len(data) > LARGEST:
        raise _Failed("Wat uw editor bewaarde, is te lang. Houd het bij een paar bladzijden.")
    try:
        text = data.decode("utf-8-sig")
    except ValueError:
        text = "\0"
    if "\0" in text:
        raise _Failed("Wat uw editor bewaarde, is geen tekst. Bewaar haar als UTF-8.")
    return clean_text(text)
