"""Rules that can never or must always hold, and options that can never fit: found by running the menus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from poolwijzer.content.claims import Dated
from poolwijzer.content.component import Option
from poolwijzer.content.content import Content
from poolwijzer.content.locations import steps_to
from poolwijzer.engine.verdicts import NEUTRAL_FIT
from poolwijzer.menucard.checks.findings import MenuFinding
from poolwijzer.menucard.checks.situations import list_situations
from poolwijzer.rules.conditions import Condition
from poolwijzer.validation import Model

Firing = Literal["nooit", "altijd", "soms"]


def judge_firing(conditions: Sequence[Condition], content: Content) -> Firing | None:
    """Whether at least one of these conditions holds never, always, or depending on what is answered.

    None where that cannot be told. What stays unknown in a situation, such as a map without a number for an answer,
    counts neither way.
    """
    possible = list_situations(conditions, content)
    if possible is None:
        return None
    seen: set[bool] = set()
    for situation in possible:
        truths = [condition.truth(situation) for condition in conditions]
        if True in truths:
            seen.add(True)
        elif None not in truths:
            seen.add(False)
        if len(seen) == 2:
            return "soms"
    return "altijd" if seen == {True} else "nooit"


def find_constant_rules(content: Content, on: date) -> Iterator[MenuFinding]:
    """Rules and other conditions that can never hold, or that always do."""
    for model, node in content.models:
        for field, condition in _conditions(model):
            what = "Deze regel" if isinstance(model, Dated) else "Deze voorwaarde"
            loc = (*steps_to((node,)), field)
            match judge_firing([condition], content):
                case "nooit":
                    hint = "Geen enkel antwoord past erbij. Kijk de grenzen en de antwoorden na."
                    yield MenuFinding(loc, f"{what} kan nooit gelden.", hint)
                case "altijd":
                    hint = "Elk antwoord past erbij. Maak haar strenger, of haal haar weg."
                    yield MenuFinding(loc, f"{what} geldt altijd.", hint)


def _conditions(model: Model) -> Iterator[tuple[str, Condition]]:
    if not isinstance(model, Condition):
        yield from ((field, value) for field, value in model if isinstance(value, Condition))


def find_unreachable_options(content: Content, on: date) -> Iterator[MenuFinding]:
    """Options that stay *nu minder passend* wherever an initiative stands and whatever it answers."""
    for component, card in content.components.items():
        for name, option in card.options.items():
            if not _reachable(option, content):
                hint = "Geef bij fit één plek een 2, of maak een regel minder streng."
                loc = ("componenten", component, "options", name)
                yield MenuFinding(loc, "Deze optie kan nooit beter worden dan 'nu minder passend'.", hint, key=True)


def _reachable(option: Option, content: Content) -> bool:
    """Whether some place or reason can lift an option above what always speaks against it.

    Together the rules against it hold always, or they do not: one of them alone that always holds is a mistake that
    is told already.
    """
    if judge_firing(_with_effect(option, "sluit-uit"), content) == "altijd":
        return False
    strong = _with_effect(option, "sterk")
    if max(option.fit.values(), default=NEUTRAL_FIT) > NEUTRAL_FIT or (
        strong and judge_firing(strong, content) != "nooit"
    ):
        return True
    return judge_firing(_with_effect(option, "tegen"), content) != "altijd"


def _with_effect(option: Option, effect: str) -> list[Condition]:
    rules: Iterable[Dated] = (rule for rule in option.rules if rule.effect == effect)
    return [rule.when for rule in rules]
