"""What does not go into the frozen program, though something that goes in would like to have it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

SOURCES = "sources.txt"
"""In the folder of the work: every file that went in."""
EXCLUDED = [
    # The program reaches no network, and keeps no database. What checksums it makes, Python can by itself.
    "ssl", "_ssl", "_hashlib", "sqlite3", "ftplib", "smtplib", "imaplib", "xmlrpc",
    # It draws no windows, and reads lines by other means; one of these is under a licence that ours does not suit.
    "tkinter", "_tkinter", "curses", "_curses", "readline", "PIL.ImageTk", "PIL.ImageQt", "PIL._imagingtk",
    # For who develops.
    "setuptools", "pkg_resources", "_distutils_hack", "distutils", "pip", "pytest", "unittest", "doctest", "pdb",
    "lib2to3", "test", "numpy.f2py", "numpy.testing", "numpy.distutils", "PyInstaller",
    # A library of pictures is only asked how large a PNG is; one of numbers only holds rows of them.
    "PIL._avif", "PIL._webp", "PIL._imagingft", "PIL._imagingcms", "PIL.AvifImagePlugin", "PIL.WebPImagePlugin",
    "numpy.random", "numpy.fft", "numpy.polynomial", "lxml.objectify",
    # Libraries of the extras that stay outside (tables in Parquet), and what others use where it happens to be there.
    "pyarrow", "pandas", "scipy", "matplotlib", "IPython", "dask", "distributed", "psutil", "babel", "attr", "attrs",
    "charset_normalizer", "requests",
]  # fmt: skip

NEVER_RUN = {
    "zipimport", "lxml", "lxml.doctestcompare", "PIL.Image", "filelock._read_write", "filelock._async_read_write",
}  # fmt: skip
"""Modules that ask for one of these when they are imported, but that nobody imports, or that do without."""
_ASKS = re.compile(r"^excluded module named (\S+) - imported by (.*)$", re.MULTILINE)


def find_missed(warnings: str) -> list[str]:
    """What is left out though a module that goes in cannot be imported without it.

    Args:
        warnings: What PyInstaller found missing.
    """
    return [
        f"{asking} asks for {name}"
        for name, importers in _ASKS.findall(warnings)
        for asking in re.findall(r"(\S+) \(top-level\)", importers)
        if asking not in NEVER_RUN
    ]


def of_browser(module: str) -> bool:
    """Whether a module is for the browser edition, where Python has other neighbours."""
    return f"{module}.".startswith("poolwijzer.browser.")


def without_symbols(binaries: Iterable[tuple[str, str, str]], work: Path) -> list[tuple[str, str, str]]:
    """The same libraries for Linux, without the names that only a debugger reads: they save a tenth of the download.

    Those in a folder `*.libs` were laid out anew by who made the wheel, and do not survive it.
    """
    strip = shutil.which("strip")
    folder = work / "stripped"
    found = []
    for name, origin, kind in binaries:
        if strip and kind in ("BINARY", "EXTENSION") and ".libs" not in Path(origin).parent.name:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run([strip, "--strip-unneeded", "-o", str(target), origin], check=True)
            shutil.copymode(origin, target)
            origin = str(target)
        found.append((name, origin, kind))
    return found
