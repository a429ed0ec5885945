"""The ways into the menus: by kind, by component, by the alphabet, and by searching."""

from __future__ import annotations

from collections.abc import Iterable

from editions.site.home import MENU
from editions.site.pages import Group, Link, Page, fill_template
from editions.site.things import KINDS, Thing, address_of, all_things, title_of
from poolwijzer.content.content import Content
from poolwijzer.content.wording import fill_names
from poolwijzer.dutch import fold_text, sorting_key
from poolwijzer.report.sentences import names_in

EVERYTHING = Link("Alles van A tot Z", "a-z.html")
SEARCH = Link("Zoeken", "zoeken.html")
BY_NAME = ("praktijk", "feit", "begrip", "bron")
"""Kinds of which a list goes by the alphabet; of the others the order of the menus says something."""
QUOTES = "'‘"


def make_menu_page(content: Content) -> Page:
    """The way into the menus: every kind of thing, and every option by component."""
    names = names_in(None, content)
    components = [
        {
            "id": name,
            "link": _link(("component", name), content),
            "question": fill_names(card.question, names),
            "options": _links((("optie", option) for option in card.options), content),
        }
        for name, card in content.components.items()
    ]
    kinds = [(kind, len(found)) for kind in KINDS.values() if (found := kind.found(content))]
    body = fill_template("menu.html", kinds=kinds, components=components, everything=EVERYTHING)
    return Page(MENU.address, MENU.title, body)


def make_index_page(kind_name: str, content: Content) -> Page:
    """Everything of one kind; options by component."""
    kind = KINDS[kind_name]
    if kind_name == "optie":
        groups = [
            Group(card.title, _links((("optie", option) for option in card.options), content))
            for card in content.components.values()
        ]
    else:
        links = _links(((kind_name, name) for name in kind.found(content)), content)
        groups = [Group("", tuple(sorted(links, key=_sorted_by)) if kind_name in BY_NAME else links)]
    body = fill_template("index.html", about=kind.about, groups=groups, root="../")
    return Page(kind.index, kind.many, body, above=(MENU,))


def make_everything_page(content: Content) -> Page:
    """Everything in the menus by its first letter; words of the glossary also under their other names."""
    entries = [(_link(thing, content), thing[0]) for thing in all_things(content) if thing[0] != "bron"]
    for name, term in content.terms.items():
        entries += [(Link(also, address_of(("begrip", name))), "begrip") for also in term.also]
    letters: dict[str, list[tuple[Link, str]]] = {}
    for link, kind in sorted(entries, key=lambda one: _sorted_by(one[0])):
        first = fold_text(link.title.lstrip(QUOTES))[:1].upper()
        letters.setdefault(first if first.isalpha() else "0-9", []).append((link, KINDS[kind].one))
    body = fill_template("everything.html", letters=letters, sources=KINDS["bron"].index)
    return Page(EVERYTHING.address, EVERYTHING.title, body, above=(MENU,))


def make_search_page() -> Page:
    """Where the search of every page leads; without a script it leads on."""
    return Page(SEARCH.address, SEARCH.title, fill_template("search.html", everything=EVERYTHING))


def _link(thing: Thing, content: Content) -> Link:
    return Link(title_of(thing, content), address_of(thing))


def _links(things: Iterable[Thing], content: Content) -> tuple[Link, ...]:
    return tuple(_link(thing, content) for thing in things)


def _sorted_by(link: Link) -> tuple[tuple[int, str], ...]:
    return sorting_key(link.title.lstrip(QUOTES))
