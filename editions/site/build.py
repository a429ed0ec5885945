"""Makes the whole site in a folder: every page once, then what leads to what, then the files."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from editions.site import home, indexes
from editions.site.check import find_broken
from editions.site.home import BROWSER, PROGRAM, Downloads, find_downloads
from editions.site.links import Links
from editions.site.pages import HERE, Frame, Group, Link, Page, environment, render_redirect
from editions.site.reports import make_report
from editions.site.search import write_index
from editions.site.things import KINDS, Thing, address_of, all_things, find_redirects, title_of
from editions.site.written import Repository, WrittenPage, read_navigation
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.formats.house_style import PLAIN
from poolwijzer.formats.html.colours import FORCED, colours_of, variables
from poolwijzer.formats.html.part import render_part
from poolwijzer.report.facts import say_checked
from poolwijzer.version import __version__

MENU_GROUP = "De menukaart"
"""The group of the index that also has the pages of the menus."""
ASSETS = HERE / "assets"
MARK = "zoekgegevens.js"
"""A file by which a folder is known for a site."""
COPIES = ("zoeken.js", "icoon.svg")


class Built(NamedTuple):
    """What was made."""

    folder: Path
    pages: int
    downloads: Downloads


def build_site(root: Path, folder: Path, on: date, content: Content | None = None) -> Built:
    """Make the site of a repository anew.

    Args:
        root: The repository.
        folder: Where the site comes; what stood there before goes.
        on: The day on which dated facts are told.
        content: Other menus than those of the program.

    Raises:
        ValueError: a page cannot stand on the site, or leads nowhere; all that leads nowhere is told at once.
    """
    if _holds_something_else(folder):
        raise ValueError(f"{folder} holds something that is no site: name another folder")
    content = content or load_menus(None)
    repository = Repository(root)
    downloads = {edition: find_downloads(root, edition) for edition in (BROWSER, PROGRAM)}
    written = [repository.written(path) for path in repository.pages]
    things = [*_thing_pages(content, on)]
    others = [
        home.make_home(repository, downloads),
        home.make_downloads(repository, downloads),
        home.make_examples(repository),
        indexes.make_menu_page(content),
        indexes.make_everything_page(content),
        indexes.make_search_page(),
        *(indexes.make_index_page(kind.name, content) for kind in KINDS.values() if kind.found(content)),
    ]
    frame = Frame(
        _navigation(repository, content),
        __version__,
        content.version,
        say_checked(content),
        content.typology.credit,
        on,
    )
    pages = [*others, *(one.page for one in written), *things]
    if folder.is_dir():
        shutil.rmtree(folder)
    for page in pages:
        _write(folder / page.address, frame.render(page))
    _write_rest(folder, content, things, written, repository, downloads)
    if wrong := find_broken(folder):
        raise ValueError("\n".join(wrong))
    return Built(folder, len(pages), downloads)


def _thing_pages(content: Content, on: date) -> Iterator[Page]:
    """The page of everything in the menus, and on each what leads to it."""
    links, made, leading = Links(content), dict[Thing, Page](), dict[Thing, list[Thing]]()
    for thing in all_things(content):
        page_links = links.start(thing, "../")
        report = make_report(thing, content, on)
        body = Markup(render_part(page_links.report(report)))
        kind, name = thing
        names = (name, *content.terms[name].also) if kind == "begrip" else (name,)
        above = (home.MENU, Link(KINDS[kind].many, KINDS[kind].index))
        if kind == "optie":
            component = ("component", content.component_of[name])
            above = (home.MENU, Link(title_of(component, content), address_of(component)))
        made[thing] = Page(
            address_of(thing),
            title_of(thing, content),
            body,
            subtitle=report.subtitle,
            kind=KINDS[kind].one,
            names=names,
            above=above,
        )
        for led_to in page_links.led_to:
            leading.setdefault(led_to, []).append(thing)
    for thing, page in made.items():
        yield replace(page, backlinks=tuple(_backlinks(leading.get(thing, ()), made)))


def _backlinks(things: Iterable[Thing], made: dict[Thing, Page]) -> Iterator[Group]:
    found = tuple(things)
    for kind in KINDS.values():
        if own := tuple(Link(made[one].title, made[one].address) for one in found if one[0] == kind.name):
            yield Group(kind.many, own)


def _navigation(repository: Repository, content: Content) -> tuple[Group, ...]:
    """The index, with the pages that only the site has where they belong."""
    groups = read_navigation(repository)
    kinds = (Link(kind.many, kind.index) for kind in KINDS.values() if kind.found(content))
    first, *others = groups
    begin = first._replace(links=(home.GET, *first.links))
    return (
        begin,
        *(
            group._replace(links=(*dict.fromkeys((home.MENU, indexes.EVERYTHING, *kinds, *group.links)),))
            if group.title == MENU_GROUP
            else group
            for group in others
        ),
    )


def _holds_something_else(folder: Path) -> bool:
    return folder.exists() and not (folder / MARK).is_file() and (not folder.is_dir() or any(folder.iterdir()))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_rest(
    folder: Path,
    content: Content,
    things: list[Page],
    written: list[WrittenPage],
    repository: Repository,
    downloads: Downloads,
) -> None:
    _write(folder / MARK, write_index(things, written, content))
    _write(folder / "stijl.css", write_style())
    for name in COPIES:
        shutil.copyfile(ASSETS / name, folder / name)
    titles = {page.address: page.title for page in things}
    for old, new in find_redirects(content).items():
        _write(folder / old, render_redirect(old, new, titles[new]))
    for path in sorted(repository.copied):
        target = folder / repository.copy(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(repository.root / path, target)
    for one in (one for found in downloads.values() for one in found):
        target = folder / one.address
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(one.path, target)


def write_style() -> str:
    """The look of the reports, and what a site has besides."""
    light, dark = colours_of(PLAIN)
    colours = (
        f":root {{ {variables(light)} }}",
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {variables(dark)} }} }}",
        f"@media (forced-colors: active) {{ :root {{ {variables(FORCED)} }} }}",
    )
    sheet = str(environment().globals["sheet"])
    return "\n".join((*colours, sheet, (ASSETS / "site.css").read_text(encoding="utf-8")))
