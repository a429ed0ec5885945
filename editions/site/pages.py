"""What a page of the site is, and the frame around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from re import sub
from typing import NamedTuple

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from markupsafe import Markup

from poolwijzer.dutch import long_date
from poolwijzer.formats.html.writer import templates

HERE = Path(__file__).parent


class Link(NamedTuple):
    """Where something leads, from the root of the site."""

    title: str
    address: str


class Group(NamedTuple):
    """Links under a title, as in the navigation."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Page:
    """A page without its frame."""

    address: str
    """From the root of the site; also what keeps it apart."""
    title: str
    body: Markup
    subtitle: str = ""
    language: str = "nl"
    kind: str = ""
    """What sort of page it is, for who searches."""
    names: tuple[str, ...] = ()
    """What else it is called."""
    above: tuple[Link, ...] = ()
    """The pages that it belongs to."""
    contents: tuple[tuple[str, str], ...] = ()
    """The anchors of its parts, with their titles."""
    backlinks: tuple[Group, ...] = field(default=())
    """What leads here, by kind."""

    @property
    def root(self) -> str:
        """The way from this page to the root of the site."""
        return "../" * self.address.count("/")

    @property
    def words(self) -> str:
        """All that it says, in one line."""
        return plain_words(self.body)


def plain_words(markup: str) -> str:
    """What markup says without its notes, in one line: inline tags part no words, the others do."""
    text = sub(r'<a class="noot".*?</a>', "", markup)
    text = sub(r"</?(?:a|b|em|strong|code|span)\b[^>]*>", "", text)
    return " ".join(unescape(sub(r"<[^>]*>", " ", text)).split())


@dataclass(frozen=True)
class Frame:
    """What stands around every page."""

    navigation: tuple[Group, ...]
    version: str
    menus: str
    checked: str
    """Until when law, money and dates were checked, in a sentence."""
    credit: str
    on: date

    @property
    def day(self) -> str:
        """The day on which dated facts are told, in words."""
        return long_date(self.on)

    def render(self, page: Page) -> str:
        """A page in full."""
        return fill_template("frame.html", page=page, frame=self, root=page.root)


@cache
def environment() -> Environment:
    """The templates of the reports, and those of the site."""
    html = templates()
    assert html.loader is not None
    return html.overlay(loader=ChoiceLoader([FileSystemLoader(HERE / "templates"), html.loader]))


def fill_template(name: str, **values: object) -> Markup:
    """A template of the site with these values, which it escapes."""
    return Markup(environment().get_template(name).render(**values))


def render_redirect(old: str, new: str, title: str) -> str:
    """A page that leads on to where something stands now."""
    return fill_template("redirect.html", target="../" * old.count("/") + new, title=title)
