"""What strips are used for: the activities of the menu card, or something in own words."""

from __future__ import annotations

import re

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import fold_text
from poolwijzer.problems import Problem, did_you_mean, quote

ACTIVITIES = "activiteiten"
"""The component of the menu card whose options are products."""
_ASIDE = r" *\([^)]*\)"


def product_ids(content: Content) -> tuple[str, ...]:
    """The products of the menu card, by their ids and in its order; none where menus of one's own have no such part."""
    component = content.components.get(ACTIVITIES)
    return tuple(component.options) if component else ()


def find_product(text: str, content: Content) -> str:
    """The id of the product that somebody means by its id or its title; else what was typed, on one line."""
    typed = " ".join(text.split())
    for name in product_ids(content):
        title = fold_text(content.options[name].title)
        if fold_text(typed) in (name, title, re.sub(_ASIDE, "", title)):
            return name
    return typed


def tell_unknown_product(product: str, assessment: Assessment, content: Content) -> Problem | None:
    """What to say of a product in own words; nothing where it stands on the menu card, or the group chose it itself."""
    known = product_ids(content)
    choice = assessment.choices.get(ACTIVITIES)
    own = {fold_text(one) for one in choice.other} if choice else set()
    if product in known or fold_text(product) in own or not known:
        return None
    # A title that says what its id says is no other thing to mean.
    titles = [title for name in known if fold_text(title := content.options[name].title) != name]
    meant = did_you_mean(product, [*known, *titles]) or "Zie de menukaart: poolwijzer menu list"
    return Problem("--product", f"{quote(product)} staat niet op de menukaart. Het telt als eigen woorden.", meant)
