"""The program that is installed without Python, because Python is inside it: what is different there.

It is built by `editions/frozen/`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

INSIDE = "--inside"
"""The first argument of a process that the program starts of itself, for some work of its own."""


def is_frozen() -> bool:
    """Whether this is that program: what is outside it, such as pip, is then of no use to it."""
    return bool(getattr(sys, "frozen", False))


def own_command(home: str) -> list[str]:
    """What starts one of our functions in a process of its own; `home` is `module:function`."""
    if is_frozen():
        return [sys.executable, INSIDE, home]
    module, _, function = home.partition(":")
    return python_command(f"import sys; from {module} import {function}; sys.exit({function}(*sys.argv[1:]))")


def python_command(code: str) -> list[str]:
    """What runs code in a Python of its own.

    Nothing is imported from the folder one happens to be in, and no library says what only a developer understands.
    """
    return [sys.executable or "", "-P", "-W", "ignore", "-c", code]


def outside_environment() -> dict[str, str]:
    """The variables for a program of others: it finds its own libraries, and not those that came with us."""
    environment = dict(os.environ)
    if is_frozen() and sys.platform == "linux":
        # Who starts us (the bootloader of PyInstaller) keeps what was there.
        before = environment.pop("LD_LIBRARY_PATH_ORIG", "")
        environment.pop("LD_LIBRARY_PATH", None)
        if before:
            environment["LD_LIBRARY_PATH"] = before
    return environment


@contextmanager
def own_libraries_hidden() -> Iterator[None]:
    """On Windows: let a program of others that is started meanwhile look for its libraries where it always does."""
    if sys.platform == "win32" and is_frozen():
        import ctypes

        # The bootloader named our own folder here, and a process hands that on to those that it starts.
        ctypes.windll.kernel32.SetDllDirectoryW(None)
        try:
            yield
        finally:
            ctypes.windll.kernel32.SetDllDirectoryW(getattr(sys, "_MEIPASS", None))
    else:
        yield


def how_to_install(extra: str) -> str:
    """How to come by a library that comes with an extra of the package."""
    if sys.platform == "emscripten":
        return "Dat kan niet in de browser, maar wel met de Poolwijzer die in Python is geïnstalleerd."
    if is_frozen():
        return "Dat kan alleen met de Poolwijzer die in Python is geïnstalleerd."
    return f'Installeer het zo: pip install "poolwijzer[{extra}]".'
