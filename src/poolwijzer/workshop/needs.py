"""What people want next: who of all groups asked for what, the same on slides and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from poolwijzer.content.content import Content
from poolwijzer.dutch import fold_text

Who = TypeVar("Who")


class Need(NamedTuple, Generic[Who]):
    """Something that people may want next."""

    text: str
    """As the menus have it, or else as it was typed first."""
    listed: bool
    """Whether the menus name it."""
    groups: tuple[Who, ...]
    """Who asked for it."""


def count_needs(said: Iterable[tuple[Who, Iterable[str]]], content: Content) -> tuple[Need[Who], ...]:
    """All that the menus name, in their order and also where nobody asked for it, then what was typed.

    A group counts once for each thing, and capitals and accents make no other thing.

    Args:
        said: Each group with what it wants.
        content: The menus.
    """
    texts = {fold_text(label): label for label in content.questions.conversation.needs.values()}
    listed = len(texts)
    groups: dict[str, list[Who]] = {folded: [] for folded in texts}
    for who, needs in said:
        for folded, need in ((fold_text(need), need) for need in needs):
            texts.setdefault(folded, need)
            asked = groups.setdefault(folded, [])
            if not any(one is who for one in asked):
                asked.append(who)
    return tuple(Need(texts[folded], at < listed, tuple(asked)) for at, (folded, asked) in enumerate(groups.items()))
