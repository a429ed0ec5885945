"""What groups wrote themselves where a list was too short: it goes to the archive only after a yes, text by text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content


class OwnText(NamedTuple):
    """A text, and under what it was written."""

    text: str
    about: str
    """The component that it was chosen for, or that it is something people want next."""
    groups: tuple[str, ...]
    """Who wrote it, by what they are called."""


def find_texts(groups: Iterable[tuple[str, Assessment]], content: Content) -> tuple[OwnText, ...]:
    """Every text that would need a yes, in the order of the groups; the same text is asked about once.

    Args:
        groups: What each is called, and what it saved.
        content: The menus.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for label, assessment in groups:
        for about, text in _texts_of(assessment, content):
            found.setdefault((text, about), []).append(label)
    return tuple(OwnText(text, about, tuple(dict.fromkeys(who))) for (text, about), who in found.items())


def is_of_the_menus(need: str, content: Content) -> bool:
    """Whether what people want next was picked from the list of the menus."""
    return need in content.questions.conversation.needs.values()


def _texts_of(assessment: Assessment, content: Content) -> Iterator[tuple[str, str]]:
    for name, choice in assessment.choices.items():
        component = content.components.get(name)
        yield from ((component.title if component else name, text) for text in choice.other)
    moments = (assessment.needs, *(earlier.needs for earlier in assessment.measurements))
    for needs in moments:
        yield from (("Waar is behoefte aan", need) for need in needs if not is_of_the_menus(need, content))
