"""*Kijk hier eerst naar*: of each component what most speaks for now, and of the others a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poolwijzer.dutch import capitalise
from poolwijzer.engine.first_looks import FirstLook, find_first_looks
from poolwijzer.engine.verdicts import OptionJudgement
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Section
from poolwijzer.report.plan_pictures import options_chart
from poolwijzer.report.sections.choices import AGAINST, FOR, with_verdict
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.reasons import (
    SPEAKS_AGAINST,
    SPEAKS_FOR,
    Told,
    labelled,
    line_of,
    open_numbers,
    tell_claim,
    tell_lapsed,
    tell_reason,
)
from poolwijzer.report.words import verdict_words

ID, TITLE = "kijk-eerst", "Kijk hier eerst naar"
AHEAD = "Beantwoord eerst de sleutelvraag. De menukaart komt daarna."
OFFER = "Dit is geen keuze: u kiest zelf, en iets anders kan ook."
NOTHING_YET = "Over geen van de opties is nu iets te zeggen. Beantwoord eerst de open vragen hieronder."
OTHERS = "De andere opties"
NOTHING = "niets ervoor of ertegen"


def first_look(material: Material) -> Section:
    """Every component that has something to say beside what was chosen."""
    judged = any(one.verdict != "nog-niet-te-zeggen" for card in material.outcome.cards.values() for one in card)
    ahead = bool(material.advice.plain_questions) and not material.advice.menu_first
    lead: list[Block] = [Paragraph(Line((f"{AHEAD} {OFFER}" if ahead else OFFER) if judged else NOTHING_YET))]
    if chart := options_chart(material):
        lead.append(chart)
    parts = (
        Section(f"eerst-{name}", card.title, tuple(_component(name, judged, material)))
        for name, card in material.content.components.items()
    )
    told = tuple(part for part in parts if part.blocks)
    return Section(ID, TITLE, tuple(lead) if told or not judged else (), told)


def _component(name: str, judged: bool, material: Material) -> Iterator[Block]:
    card = material.outcome.cards[name]
    aside = set(material.advice.aside(name))
    looks = find_first_looks(name, card, material.outcome.facts) or ()
    first = [look for look in looks if look.option.standing is None]
    rows = [(with_verdict(look.option, material), _look(look, material)) for look in first]
    if rows:
        yield Labelled(tuple(rows))
    seen = {look.option.option for look in first}
    others = [one for one in card if one.standing is None and one.option not in seen]
    yield from _others(others, aside, judged, material)


def _look(look: FirstLook, material: Material) -> Line:
    """An option to look at first: its verdict, a reason for it and one against it."""
    found, option = look.option, material.content.options[look.option.option]
    reason = tell_reason(found, SPEAKS_FOR, option.title, material)
    speaks_for = reason or tell_claim(option.pros, option.title, material)
    against = tell_reason(found, SPEAKS_AGAINST, option.title, material)
    asked = open_numbers(found.depends_on, material) if look.by_place_alone and found.verdict == "kan" else ""
    return line_of(
        (
            labelled(FOR, speaks_for),
            labelled(AGAINST, against),
            Told(f"Zie ook {asked}.") if asked else None,
            tell_lapsed(found, material),
        ),
        material,
    )


def _others(found: Iterable[OptionJudgement], aside: set[str], judged: bool, material: Material) -> Iterator[Block]:
    """The other options in a line each: the verdict and what decides it; those with nothing to tell apart together.

    Where no option was judged yet, the picture names those already.
    """
    rows: list[tuple[str, Line]] = []
    together: dict[str, list[str]] = {}
    for one in found:
        title = material.content.options[one.option].title
        decides = None if one.option in aside else _decides(one, title, material)
        lapsed = tell_lapsed(one, material)
        if decides or lapsed:
            rows.append((with_verdict(one, material), line_of((decides, lapsed), material)))
        else:
            asked = open_numbers(one.depends_on, material)
            why = f" ({asked})" if asked else f" ({NOTHING})" if one.undisputed else ""
            together.setdefault(capitalise(verdict_words(one.verdict, one.excluded)), []).append(f"{title}{why}")
    if judged:
        rows += [(label, Line("; ".join(titles))) for label, titles in together.items()]
    if rows:
        yield Paragraph(Line(OTHERS), "sterk")
        yield Labelled(tuple(rows))


def _decides(found: OptionJudgement, title: str, material: Material) -> Told | None:
    """The reason that decides a verdict; None where no rule speaks."""
    for_, against = (SPEAKS_FOR, FOR), (SPEAKS_AGAINST, AGAINST)
    for effects, label in (against, for_) if found.verdict == "minder-passend" else (for_, against):
        if told := tell_reason(found, effects, title, material):
            return labelled(label, told)
    return None
