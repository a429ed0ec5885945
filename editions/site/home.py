"""The pages around the program: what it is and for whom, three ways to get it, and the examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import file_digest
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from editions.site.pages import Link, Page, fill_template
from editions.site.written import README, Repository, find_lead
from poolwijzer.dutch import number
from poolwijzer.yamlfile import read_document

GET = Link("Hoe krijg ik het?", "downloaden.html")
MENU = Link("De menukaart", "menukaart.html")
PYTHON = "Met Python"
EXAMPLES = Link("Voorbeelden", "voorbeelden.html")
MEGABYTE = 1_000_000
LEADS = ("", "Wanneer gebruikt u het?", "Wat krijgt u?")
AFTER = ("Wat het niet is", "Uw gegevens blijven bij u", "Waar het vandaan komt")
"""Parts of the README that the home page shows, by how they begin."""
ABOUT = {
    "klein": "zonder PDF: afdrukken als PDF doet uw browser zelf",
    "poolwijzer.html": "met PDF",
    "windows": "voor Windows",
    "macos-arm64": "voor de Mac, met een chip van Apple",
    "macos-x86_64": "voor de Mac, met een chip van Intel",
    "linux": "voor Linux",
}
"""What tells files of an edition apart, by what is in their names."""


class Download(NamedTuple):
    """A file that is ready to be downloaded."""

    path: Path
    size: int
    digest: str
    about: str
    """What it is beside the others, in a few words."""

    @property
    def address(self) -> str:
        """Where it stands on the site."""
        return f"download/{self.path.name}"

    @property
    def megabytes(self) -> str:
        """Its size for people."""
        return number(round(self.size / MEGABYTE, 1))

    @property
    def bytes(self) -> str:
        """Its size to the byte."""
        return number(self.size)


class Edition(NamedTuple):
    """A way to get the program: where its files are built, and by what command."""

    folder: str
    pattern: str
    command: str


BROWSER = Edition("build/browser", "*.html", "make browser")
PROGRAM = Edition("build/frozen", "*.zip", "make frozen")
Downloads = Mapping[Edition, tuple[Download, ...]]


def find_downloads(root: Path, edition: Edition) -> tuple[Download, ...]:
    """The files of an edition, the smallest first; empty where they were not built."""
    found = (path for path in (root / edition.folder).glob(edition.pattern) if path.is_file())
    return tuple(sorted((_download(path) for path in found), key=lambda one: (one.size, one.path.name)))


def _download(path: Path) -> Download:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    about = next((words for part, words in ABOUT.items() if part in path.name), "")
    return Download(path, path.stat().st_size, digest, about)


def make_home(repository: Repository, downloads: Downloads) -> Page:
    """What it is, for whom, and three ways to get it.

    Raises:
        ValueError: the README lacks a part that this page is made of.
    """
    parts, after = ([_part(lead, repository) for lead in leads] for leads in (LEADS, AFTER))
    body = fill_template("home.html", parts=parts, after=after, menu=MENU, **_ways(downloads, short=True))
    subtitle = "Keuzehulp voor gemeenten die samen mensen of kennis inzetten"
    return Page("index.html", "Poolwijzer", body, subtitle=subtitle)


def _part(lead: str, repository: Repository) -> Markup:
    found = find_lead(repository.text(README), lead)
    if not found:
        raise ValueError(f"README.md has no part that begins with {lead!r}: the home page of the site shows it")
    return repository.render(README, found).body


def make_downloads(repository: Repository, downloads: Downloads) -> Page:
    """The three ways, the files that are here, and what the README says of them."""
    said, python = (_below_lead(lead, repository) for lead in (GET.title, PYTHON))
    body = fill_template("downloads.html", said=said, python=python, **_ways(downloads, short=False))
    return Page(GET.address, GET.title, body, kind="Uitleg")


def _below_lead(lead: str, repository: Repository) -> Markup:
    """What the README says under a bold lead, where the lead is a heading; empty where it says nothing."""
    found = find_lead(repository.text(README), lead)
    return repository.render(README, found.removeprefix("**").partition("**")[2]).body


def _ways(downloads: Downloads, *, short: bool) -> dict[str, Any]:
    """What the template of the three ways asks for."""
    return {"downloads": downloads, "browser": BROWSER, "program": PROGRAM, "get": GET, "short": short}


class _Example(NamedTuple):
    address: str
    name: str
    note: str


def make_examples(repository: Repository) -> Page:
    """Every example, to look at or to begin with."""
    body = fill_template("examples.html", examples=[*_examples(repository)])
    return Page(EXAMPLES.address, EXAMPLES.title, body, kind="Uitleg")


def _examples(repository: Repository) -> Iterator[_Example]:
    for path in sorted((repository.root / "examples").glob("*.yaml")):
        told = read_document(path).data["initiative"]
        address = repository.copy(path.relative_to(repository.root).as_posix())
        yield _Example(address, told["name"], told.get("note", ""))
