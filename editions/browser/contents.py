"""What the page says of what is in it: each part with its version, its licence and where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from editions.browser.parts import PYTHON, Parts


class Content(NamedTuple):
    """A part of the page."""

    name: str
    version: str
    licence: str
    """As SPDX names it, where its maker does."""
    source: str
    """Where it comes from."""
    sha256: str
    text: str
    """The licence, where that came along."""


def list_contents(parts: Parts, own: Path, *, small: bool) -> list[Content]:
    """All parts, our own first."""
    wheels = [path for path in parts.wheels if not small or not path.name.startswith("typst-")]
    return [_of_wheel(own), *_of_npm(parts), *map(_of_wheel, wheels)]


def _of_wheel(path: Path) -> Content:
    with ZipFile(path) as wheel:
        names = wheel.namelist()
        about = BytesParser().parsebytes(wheel.read(next(name for name in names if name.endswith("/METADATA"))))
        kept = [name for name in names if ".dist-info/" in name and "licen" in name.lower() and name[-1] != "/"]
        text = "\n\n".join(wheel.read(name).decode("utf-8", "replace") for name in sorted(kept))
    licence = about["License-Expression"] or about["License"] or _of_classifiers(about)
    return Content(about["Name"], about["Version"], licence, _address(about), _hash(path), text)


def _of_classifiers(about: Message) -> str:
    found = (line.rpartition(" :: ")[2] for line in about.get_all("Classifier", []) if line.startswith("License"))
    return ", ".join(found)


def _address(about: Message) -> str:
    urls = dict(line.split(", ", 1) for line in about.get_all("Project-URL", []))
    wanted = ("source", "source code", "repository", "homepage")
    known = {name.lower(): url for name, url in urls.items()}
    return next((known[name] for name in wanted if name in known), about["Home-page"] or "")


def _of_npm(parts: Parts) -> Iterator[Content]:
    for name in ("pyodide", "preact", "htm"):
        folder = parts.modules / name
        about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        text = folder / "LICENSE"
        source = str(about["repository"]["url"] if isinstance(about["repository"], dict) else about["repository"])
        source = source.removeprefix("git+").removesuffix(".git")
        main = {"pyodide": "pyodide.asm.wasm", "preact": "dist/preact.mjs", "htm": "dist/htm.module.js"}[name]
        told = text.read_text(encoding="utf-8") if text.is_file() else ""
        yield Content(name, about["version"], about["license"], source, _hash(folder / main), told)
    stdlib = parts.modules / "pyodide" / "python_stdlib.zip"
    yield Content("Python", PYTHON, "PSF-2.0", "https://github.com/python/cpython", _hash(stdlib), "")


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
