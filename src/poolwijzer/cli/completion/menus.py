"""Ids of the menus that count for a command, each with its title: own menus go with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter

    from poolwijzer.cli.completion.answer import Suggestion
    from poolwijzer.content.content import Content


def read_content(context: Context) -> Content:
    """The menus that count, as the command before the cursor would read them."""
    from poolwijzer.cli.settings.chosen import chosen_menus
    from poolwijzer.content.read import load_menus

    named = context.params.get("menus")
    return load_menus(chosen_menus(named if isinstance(named, Path) else None))


def options(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Options of the menu card."""
    return ((name, one.title) for name, one in read_content(context).options.items())


def components(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Components of the menu card."""
    return ((name, one.title) for name, one in read_content(context).components.items())


def products(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Products on which strips can be spent."""
    from poolwijzer.strips.products import product_ids

    content = read_content(context)
    return ((name, content.options[name].title) for name in product_ids(content))


def cases(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Cases: real initiatives."""
    return ((name, one.title) for name, one in read_content(context).cases.items())


def doubts(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Doubts that one may hear."""
    return ((name, one.label) for name, one in read_content(context).doubts.items())


def papers(context: Context, parameter: Parameter, begun: str) -> Iterator[Suggestion]:
    """Papers of the next step."""
    found = read_content(context).papers
    return ((name, one.title) for name, one in (found.papers if found else {}).items())


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
