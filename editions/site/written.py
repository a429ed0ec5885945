"""The pages of the repository that are written by hand, and where each stands on the site."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from editions.site.markdown import Written, parser, render_markdown
from editions.site.pages import Group, Link, Page, plain_words
from editions.site.things import KINDS

INDEX = "docs/README.md"
"""Lists the pages by what people want to do; it is also the navigation of the site."""
README = "README.md"
ENGLISH = ("docs/commands.md", "docs/architecture.md")
"""So is all that lies at the top of the repository, but for the README."""
ON_IN_ENGLISH = "\n---\n"
"""Behind this line the README goes on in English."""
FEWEST = 3
"""A page of fewer chapters needs no contents."""
REST = "Meer"
"""Where a page stands that the index does not name."""
FOLDERS = {
    "docs": "inhoud.html",
    "examples": "voorbeelden.html",
    "menus": "menukaart.html",
    "menus/componenten": KINDS["component"].index,
    "menus/praktijk": KINDS["praktijk"].index,
}
COPIED = re.compile(r"(?:menus|examples|LICENSES)/.+|LICENSE|[^/]+\.(?:toml|cff|yml)")
"""What a page may link to as a file."""
SOURCES = ("Source", "Repository", "source", "repository")
"""What the address of the source may be called among those of the project."""


class WrittenPage(NamedTuple):
    """A page of the site, and what its chapters say: anchor, title and words."""

    page: Page
    parts: tuple[tuple[str, str, str], ...]


class Repository:
    """The files of the repository, with where each stands on the site."""

    def __init__(self, root: Path) -> None:
        """The repository in a folder."""
        self.root = root
        self.copied: set[str] = set()
        """The files that pages link to, from the root."""
        self.pages = [path.relative_to(root).as_posix() for path in (*root.glob("*.md"), *root.glob("docs/*.md"))]
        self.pages.sort()
        self._source = find_source_address(root)

    def text(self, path: str) -> str:
        """What a file says."""
        return (self.root / path).read_text(encoding="utf-8")

    def locate(self, path: str) -> str | None:
        """Where a file or folder stands on the site, or else where the source is; None where that is not known.

        Raises:
            LookupError: there is no such file.
        """
        if not (self.root / path).exists():
            raise LookupError(path)
        if path in self.pages:
            return address_of_page(path)
        if path in FOLDERS:
            return FOLDERS[path]
        if COPIED.fullmatch(path) and (self.root / path).is_file():
            return self.copy(path)
        return self._source or None

    def copy(self, path: str) -> str:
        """The address of a file that goes along as it is."""
        self.copied.add(path)
        return f"bestanden/{path}{'' if '.' in Path(path).name else '.txt'}"

    def render(self, path: str, text: str | None = None, root: str = "", language: str = "nl") -> Written:
        """A page, or a part of one, as markup."""
        return render_markdown(self.text(path) if text is None else text, path, self.locate, root, language)

    def written(self, path: str) -> WrittenPage:
        """A page of the repository as one of the site."""
        language = "en" if path in ENGLISH or ("/" not in path and path != README) else "nl"
        text, line, rest = self.text(path).partition(ON_IN_ENGLISH if path == README else "\0")
        made = self.render(path, text, language=language)
        body, contents, parts = made.body, made.contents, made.parts
        if line:
            more = self.render(path, rest, language="en")
            body += Markup('<hr>\n<div lang="en">\n{}</div>\n').format(more.body)
            contents, parts = (*contents, *more.contents), (*parts, *more.parts)
        title = "Leesmij" if path == README else made.title
        listed = contents if len(contents) >= FEWEST else ()
        page = Page(address_of_page(path), title, body, language=language, kind="Uitleg", contents=listed)
        return WrittenPage(page, parts)


def address_of_page(path: str) -> str:
    """Where a page of the repository stands on the site."""
    named = {INDEX: "inhoud.html", README: "leesmij.html"}
    return named.get(path, f"{Path(path).stem.lower()}.html")


def find_source_address(root: Path) -> str:
    """Where the source is published, as `pyproject.toml` says; empty where that is not known yet."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = next((address for name in SOURCES if (address := project.get("urls", {}).get(name))), "")
    return "" if (urlsplit(found).hostname or "").endswith("example.org") else str(found).removesuffix(".git")


def read_navigation(repository: Repository) -> tuple[Group, ...]:
    """The groups of the index with their links; a page that it does not name comes last."""
    groups = list[tuple[str, list[Link]]]()
    tokens = parser().parse(repository.text(INDEX))
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            groups.append((tokens[at + 1].content, []))
        elif token.type == "inline" and groups and tokens[at - 2].type == "list_item_open":
            groups[-1][1].extend(_first_link(token.content, repository))
    named = {link.address for _, links in groups for link in links} | {address_of_page(INDEX)}
    left = [path for path in repository.pages if address_of_page(path) not in named]
    rest = tuple(Link(_title(repository.text(path)), address_of_page(path)) for path in left)
    found = tuple(Group(title, tuple(links)) for title, links in groups)
    return (*found, Group(REST, rest)) if rest else found


def _first_link(text: str, repository: Repository) -> Iterator[Link]:
    if match := re.match(r"\[([^\]]+)\]\(([^)]+)\)", text):
        address = repository.render(INDEX, match[0]).body
        if found := re.search(r'href="([^"]+)"', address):
            yield Link(match[1].replace("`", ""), found[1])


def _title(text: str) -> str:
    match = re.search(r"(?m)^# (.+)$", text)
    return match[1] if match else "Zonder titel"


def find_lead(text: str, lead: str) -> str:
    """The part of the README under a bold lead or a heading, until the next one; empty where there is none.

    The part that has the lead `""` is what comes before the first.
    """
    begins = re.compile(r"(?m)^(?:\*\*[^*\n]+\*\*|#{2,6} .+$|---$)")
    starts = [*begins.finditer(text)]
    if not lead:
        return text[: starts[0].start()].partition("\n")[2].strip()
    for at, match in enumerate(starts):
        if plain_words(match[0]).strip("*# .:") == lead:
            end = starts[at + 1].start() if at + 1 < len(starts) else len(text)
            return text[match.start() : end].strip()
    return ""
