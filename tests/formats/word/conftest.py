"""What tests of the Word document start from: its parts, templates like the shipped one, and an office to open it."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from xml.etree.ElementTree import canonicalize

import pytest

from poolwijzer.formats.archive import pack_parts
from poolwijzer.formats.word.template import make_template
from tests.an_office import an_office, convert_all


def parts_of(data: bytes) -> dict[str, bytes]:
    """What is in a Word document, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def canonical(data: bytes) -> dict[str, str | bytes]:
    """The same, with what is XML in its canonical form: it may be written in many ways."""
    return {
        name: canonicalize(part.decode()) if name.endswith((".xml", ".rels")) else part
        for name, part in parts_of(data).items()
    }


@pytest.fixture(scope="session")
def template_with() -> Callable[..., bytes]:
    """Makes a template of the shipped one: each pair is what to replace in it, and by what, in every part."""

    def made(*changes: tuple[str, str], add: dict[str, bytes] | None = None) -> bytes:
        parts = parts_of(make_template())
        for old, new in changes:
            assert any(old.encode() in part for part in parts.values()), old
            parts = {name: part.replace(old.encode(), new.encode()) for name, part in parts.items()}
        return pack_parts({**parts, **(add or {})}, date(2026, 11, 1))

    return made


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, str], bytes]:
    """Opens a Word document in LibreOffice and gives what that makes of it: `docx` again, or `pdf`."""
    opened = an_office(tmp_path_factory.mktemp("office"))
    return lambda data, to: opened(data, ".docx", to)


@pytest.fixture(scope="session")
def print_all(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[bytes]], list[bytes]]:
    """Opens Word documents in LibreOffice, and gives each as a PDF."""
    home = tmp_path_factory.mktemp("office")
    return lambda documents: convert_all(home, documents, ".docx", "pdf")
