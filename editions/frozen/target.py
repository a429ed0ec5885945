"""For which system the frozen program is built, and what it is called there."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

PROGRAM = "poolwijzer"
"""What the program itself is called, in its folder."""
SYSTEMS = {"win32": "windows", "darwin": "macos", "linux": "linux"}
MACHINES = {"amd64": "x86_64", "aarch64": "arm64"}
"""What we call a processor that systems call differently."""
IDENTITY = "POOLWIJZER_SIGN_IDENTITY"
"""The variable that says who signs, on macOS; without it the program is unsigned."""
_ICON = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256"><rect width="256" height="256" rx="40"
fill="#154273"/><path d="M128 36v184M36 128h184" stroke="#fff" stroke-width="12"/><circle cx="180" cy="76" r="30"
fill="#ffb612"/></svg>"""
"""The two axes, and a place high on both."""
_FACTS = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('041304B0', [
      StringStruct('FileDescription', 'Poolwijzer'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('LegalCopyright', 'EUPL-1.2'),
      StringStruct('OriginalFilename', '{program}.exe'),
      StringStruct('ProductName', 'Poolwijzer'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [0x0413, 1200])])
  ]
)
"""
"""What Windows shows of a program, in Dutch (0413) and Unicode (04B0, 1200)."""


def full_name(version: str = "") -> str:
    """What the folder and the download are called: `poolwijzer-0.1.0-windows-x86_64`."""
    machine = platform.machine().lower()
    return f"{PROGRAM}-{version or own_version()}-{SYSTEMS[sys.platform]}-{MACHINES.get(machine, machine)}"


def own_version() -> str:
    """Of the program that is built."""
    from poolwijzer.version import __version__

    return __version__


def mac_identity() -> str | None:
    """Who signs the program on macOS, if anybody."""
    return os.environ.get(IDENTITY) or None if sys.platform == "darwin" else None


def write_version_facts(folder: Path, version: str = "") -> Path:
    """The file from which Windows knows the name and the version of the program."""
    version = version or own_version()
    numbers = tuple([*(int(part) for part in version.split(".")[:3] if part.isdigit()), 0, 0, 0, 0][:4])
    path = folder / "version-facts.txt"
    path.write_text(_FACTS.format(numbers=numbers, version=version, program=PROGRAM), encoding="utf-8")
    return path


def write_icon(folder: Path) -> Path:
    """The picture of the program, of which PyInstaller makes what Windows wants."""
    import typst

    drawing = folder / "icon.svg"
    drawing.write_text(_ICON, encoding="utf-8")
    page = b'#set page(width: 256pt, height: 256pt, margin: 0pt, fill: none)\n#image("icon.svg")'
    source = folder / "icon.typ"
    source.write_bytes(page)
    made = folder / "icon.png"
    typst.compile(str(source), output=str(made), format="png", ppi=72.0)
    return made
