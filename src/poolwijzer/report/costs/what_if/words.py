"""The words for more and less, for a scenario and for a key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from poolwijzer.content.content import Content
from poolwijzer.costs.changes import Change, Way
from poolwijzer.costs.comparison import KeyCase
from poolwijzer.costs.scenarios import Scenario
from poolwijzer.dutch import count_things, join_some, join_words, number
from poolwijzer.report.costs.account import tell_share
from poolwijzer.report.costs.beside import NONE
from poolwijzer.report.costs.last_year import tell_difference
from poolwijzer.report.costs.material import money
from poolwijzer.report.costs.what_if.material import WhatIf
from poolwijzer.report.costs.words import key_title, money_of

WAYS: dict[Way, str] = {"more": "betaalt meer", "less": "betaalt minder", "same": "betaalt evenveel"}
_WAYS_OF_MANY: dict[Way, str] = {"more": "betalen meer", "less": "betalen minder", "same": "betalen evenveel"}
MOST_NAMES = 6


def tell_more(change: Change) -> str:
    """How much more or less, in a table: *€ 20,00 meer*."""
    return NONE if change.more is None else tell_difference(change.more)


def told(amount: Decimal | None) -> str:
    """An amount in a table, where it is known."""
    return NONE if amount is None else money(amount)


def tell_ways(changes: Iterable[Change]) -> Iterator[str]:
    """In a sentence for each direction how many municipalities pay more or less, and which."""
    names: dict[Way, list[str]] = {"more": [], "less": [], "same": []}
    for one in changes:
        if one.way is not None:
            names[one.way].append(one.name)
    for way, who in names.items():
        if who:
            verb = WAYS[way] if len(who) == 1 else _WAYS_OF_MANY[way]
            named = f": {join_some(who, MOST_NAMES)}" if way != "same" or len(who) <= MOST_NAMES else ""
            yield f"{count_things(len(who), 'gemeente', 'gemeenten')} {verb}{named}."


def tell_other_years(what_if: WhatIf) -> Iterator[str]:
    """Which years are not told, and on a screen where they are."""
    others = [str(one.year) for at, one in enumerate(what_if.years) if at not in what_if.told]
    if others and what_if.narrow:
        yield f"Ook {join_words(others)} ziet u met --depth volledig, of in een rekenblad (-o .xlsx)."
    elif others:
        yield f"Dit gaat over {what_if.years[what_if.at].year}. Er zijn ook bedragen voor {join_words(others)}."


def scenario_title(scenario: Scenario) -> str:
    """A scenario in few words: *zonder Rijk, Assen doet niet mee*."""
    parts = []
    if scenario.without:
        parts.append(f"zonder {money_of(*scenario.without)}")
    if scenario.leaving:
        verb = "doet" if len(scenario.leaving) == 1 else "doen"
        parts.append(f"{join_some(scenario.leaving, 3)} {verb} niet mee")
    if scenario.demand != 1:
        parts.append(f"{tell_share(scenario.demand)} van de vraag")
    return ", ".join(parts)


def case_title(case: KeyCase, content: Content) -> str:
    """A key in the comparison: its name, with its fixed part, and where it comes from if that is not plain."""
    title = key_title(case.key.kind, content)
    if case.key.base is not None:
        title += f", vaste basis {tell_share(case.key.base)}"
    if case.place > 1:
        title += f" ({case.place})"
    return f"{title} (zoals de strippen)" if case.origin == "strips" else title


def people(count: int) -> str:
    """Inhabitants in a table."""
    return number(count, 0)
