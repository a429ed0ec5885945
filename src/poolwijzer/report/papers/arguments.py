"""What speaks for the choices in a paper: a reason of the group itself, else one of the menus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from poolwijzer.content.claims import Sourced
from poolwijzer.content.component import Option
from poolwijzer.content.papers import Papers
from poolwijzer.dutch import join_words
from poolwijzer.outcome import Outcome
from poolwijzer.report.papers.fields import PaperFields
from poolwijzer.report.papers.voice import choose_text, in_voice, inside_sentence
from poolwijzer.report.typed_lines import split_considerations

MOST_ARGUMENTS = 5
LONGEST_REASON, MOST_TOGETHER = 180, 3
"""How many characters a reason of the group may have to stand among the arguments, and for how many choices together;
an annex has room for all."""


class Told(NamedTuple):
    """A text, and the sources that say so; what is our own inference has none."""

    text: str
    sources: tuple[str, ...] = ()


class Argument(NamedTuple):
    """What speaks for a choice."""

    component: str
    told: Told
    own: bool
    """Whether it is the reason that the group gives itself."""


def tell(text: str, claim: Sourced) -> Told:
    """A text of a claim, with its sources if these say so."""
    return Told(text, () if claim.basis == "afgeleid" else claim.sources)


def find_arguments(fields: PaperFields) -> list[Argument]:
    """For what was chosen: its title, and why the group chose it, else a reason that holds, else an advantage of it.

    As many as there is room for: of every component one before a second of any; in the order of the card.
    """
    found = [one for name in fields.outcome.content.components for one in _of_component(name, fields)]
    return choose_some(found)


def _of_component(name: str, fields: PaperFields) -> Iterator[Argument]:
    facts, component = fields.outcome.facts, fields.outcome.content.components[name]
    chosen, given = facts.chosen_in(name), fields.assessment.choices.get(name)
    if given and facts.filled_in(name):
        reasons = [" ".join(reason.split()) for reason in split_considerations(given.consideration)]
        titles = [*map(fields.title, chosen), *given.other]
        if 0 < len(titles) <= MOST_TOGETHER and all(map(in_voice, titles)) and _can_be_told(reasons, fields):
            yield Argument(name, Told(f"{_join_titles(titles)}: {' '.join(reasons)}"), own=True)
            return
    for option in chosen:
        if reason := _reason_for(component.options[option], fields.outcome):
            said = fields.fill(inside_sentence(reason.text), inside=True)
            yield Argument(name, reason._replace(text=f"{fields.title(option)}: {said}"), own=False)


def _can_be_told(reasons: list[str], fields: PaperFields) -> bool:
    """Whether reasons of the group can stand in a paper: in whole sentences, short, and of no municipality alone."""
    why = " ".join(reasons)
    whole = all(one[:1].isupper() and one.endswith((".", "!", "?")) for one in reasons)
    named = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", why) for name in fields.municipalities)
    return whole and len(why) <= LONGEST_REASON and in_voice(why) and not named


def _join_titles(titles: list[str]) -> str:
    return join_words([*titles[:1], *map(inside_sentence, titles[1:])])


def choose_some(found: list[Argument]) -> list[Argument]:
    """As many as there is room for: of every component one before a second of any; in their order."""
    seen, turns = dict[str, int](), []
    for place, one in enumerate(found):
        turn = seen[one.component] = seen.get(one.component, 0) + 1
        turns.append((turn, place))
    return [found[place] for place in sorted(place for _, place in sorted(turns)[:MOST_ARGUMENTS])]


def _reason_for(option: Option, outcome: Outcome) -> Told | None:
    rules = [rule for rule in option.rules if rule.effect == "sterk" and outcome.judgement.truth(rule)]
    for rule in rules:
        if text := choose_text(rule.because, rule.note):
            return tell(text, rule)
    return next((tell(text, one) for one in option.pros if (text := choose_text(one.text, one.note))), None)


def list_open_choices(fields: PaperFields, papers: Papers) -> list[str]:
    """The components without a choice, in a sentence."""
    content, facts = fields.outcome.content, fields.outcome.facts
    empty = [name for name in content.components if not facts.filled_in(name)]
    if not empty:
        return []
    named = (papers.fields.get(f"keuze-{name}") for name in empty)
    words = [
        field.name if field else content.components[name].title.lower()
        for name, field in zip(empty, named, strict=True)
    ]
    few = len(content.components) - len(empty) < 2
    return [papers.to_choose.replace("{lijst}", ", ".join(words)), *([papers.few_chosen] if few else [])]
