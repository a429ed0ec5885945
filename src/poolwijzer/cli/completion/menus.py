"""Ids of the menus that count for a command, each with its title: own menus go with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter

    from poolwijzer.cli.completion.answer import Suggestion
    from poolwijzer.content.content import Content


def read_content(context: Context) -> Content:
    """The menus that count, as the command before the cursor would read them."""
    from poolwijzer.content.read import load_menus

    return load_menus(_own(context))


def read_plainly(context: Context) -> Any:
    """The same as plain data, for what has an id and a title: to make models of it takes most of the time of a Tab."""
    from poolwijzer.content.folders import find_own_menus, find_shipped_menus
    from poolwijzer.content.ready import read_ready

    own = find_own_menus(_own(context))
    ready = None if own else read_ready(find_shipped_menus())
    if ready:
        return ready.data
    from poolwijzer.content.files import read_menu_files

    return read_menu_files(own).data


def _own(context: Context) -> Path | None:
    from poolwijzer.cli.settings.chosen import chosen_menus

    named = context.params.get("menus")
    return chosen_menus(named if isinstance(named, Path) else None)


def options(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Options of the menu card."""
    return ((name, one["title"]) for _, component in _card(context) for name, one in component["options"].items())


def components(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Components of the menu card."""
    return ((name, one["title"]) for name, one in _card(context))


def _card(context: Context) -> list[tuple[str, Any]]:
    """The components in their order on the card."""
    return sorted(read_plainly(context)["componenten"].items(), key=lambda item: (int(item[1]["order"]), item[0]))


def products(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Products on which strips can be spent."""
    from poolwijzer.strips.products import product_ids

    content = read_content(context)
    return ((name, content.options[name].title) for name in product_ids(content))


def cases(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Cases: real initiatives."""
    return ((name, one["title"]) for name, one in read_plainly(context).get("praktijk", {}).items())


def doubts(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Doubts that one may hear."""
    return ((name, one.label) for name, one in read_content(context).doubts.items())


def papers(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Papers of the next step."""
    found = read_plainly(context).get("vervolg", {}).get("papers", {})
    return ((name, one["title"]) for name, one in found.items())


def parts(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Parts of the conversation."""
    from poolwijzer.interview.route import list_parts

    return ((name, "") for name in list_parts(read_content(context)))


def versions(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """What the menus are now."""
    content = read_content(context)
    yield content.version, "De versie van de menu's."
    yield content.hash, "De controlesom van de menu's."


def words(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """What can be sought: ids of options and statements, and terms."""
    content = read_content(context)
    yield from options(context, parameter, begun)
    yield from ((name, one.joint.text) for name, one in content.statements.items())
    yield from ((one.term, one.meaning) for one in content.terms.values())
