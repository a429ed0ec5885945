"""The menu card: per component the options in order of fit, with verdict and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poolwijzer.content.claims import Claim
from poolwijzer.dutch import long_date
from poolwijzer.report.advice import ComponentAdvice, OptionAdvice
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Line, Paragraph, Section
from poolwijzer.report.sections.material import Material
from poolwijzer.report.words import STANDING_WORDS, VERDICT_WORDS

AHEAD = "Beantwoord eerst de sleutelvraag. De menukaart komt daarna."
FIRST = "De menukaart is hier het belangrijkste advies. Elke optie heeft voor en tegen. U kiest."
IN_PART = "U ziet hier wat u koos, en wat nu telt. De rest staat onder Andere keuzes. U kiest."
SIGNS = {"sterk": "Voor", "past": "Past", "plek": "Plek", "tegen": "Tegen", "sluit-uit": "Kan niet"}
"""What a reason does, in a word before it."""


def menu_card(material: Material) -> Section:
    """Every component with its options judged."""
    lead = [Paragraph(Line(FIRST if material.advice.menu_first else AHEAD))]
    if any(card.aside for card in material.advice.components):
        lead = [Paragraph(Line(IN_PART))]
    parts = [
        Section(f"menu-{card.component}", card.title, tuple(_component(card, material)))
        for card in material.advice.components
        if len(card.aside) < len(card.options) or card.other
    ]
    others = [block for card in material.advice.components for block in _aside(card, material)]
    if others:
        parts.append(Section("menu-andere-keuzes", "Andere keuzes", tuple(others)))
    return Section("menukaart", "De menukaart", tuple(lead), tuple(parts))


def _aside(card: ComponentAdvice, material: Material) -> Iterator[Block]:
    """The options that do not come first in this group of phases: in a line each, in the whole report in full."""
    options = [option for option in card.options if option.option in card.aside]
    if not options:
        return
    yield Paragraph(Line(card.title), "sterk")
    if material.whole:
        yield from (option_card(option, material) for option in options)
    else:
        yield Bullets(tuple(Line(f"{option.title} ({verdict_words(option)})") for option in options))


def _component(card: ComponentAdvice, material: Material) -> Iterator[Block]:
    yield Paragraph(Line(card.question), "stil")
    if card.consideration:
        yield Labelled((("Uw afweging", Line(card.consideration)),))
    for option in card.options:
        if option.option not in card.aside:
            yield option_card(option, material)
    other = "; ".join(card.other) or "…"
    yield Paragraph(Line(f"Anders, namelijk: {other}"), "gewoon" if card.other else "stil")


def option_card(option: OptionAdvice, material: Material) -> Card:
    """One option with its verdict and what is said of it."""
    return Card(
        title=option.title,
        badge=option.verdict,
        verdict=verdict_words(option),
        standing=STANDING_WORDS[option.standing],
        blocks=tuple(_full(option, material) if _in_full(option, material) else _short(option, material)),
    )


def _in_full(option: OptionAdvice, material: Material) -> bool:
    """Whether an option is told with everything: what fits well or was chosen; the rest in the whole report only."""
    return material.whole or (material.full and (option.verdict == "past-goed" or option.standing is not None))


def verdict_words(option: OptionAdvice) -> str:
    """The verdict as a reader sees it."""
    return "kan nu niet" if option.excluded else VERDICT_WORDS[option.verdict]


def _short(option: OptionAdvice, material: Material) -> Iterator[Block]:
    """What decided the verdict, and beside it what speaks against that."""
    first = option.reasons[0]
    opposing = "tegen" if first.effect in ("sterk", "past", "plek") else "sterk"
    shown = [first, *[reason for reason in option.reasons[1:] if reason.effect == opposing][:1]]
    yield Labelled(tuple((SIGNS[reason.effect], material.notes.line(reason.text, reason)) for reason in shown))
    yield from _conditions(option, material)


def _full(option: OptionAdvice, material: Material) -> Iterator[Block]:
    component = material.content.components[material.content.component_of[option.option]]
    entry = component.options[option.option]
    if group := component.groups.get(option.group or ""):
        yield Labelled((("Gaat over", Line(group)),))
    yield Paragraph(material.line(entry.summary, entry))
    yield Paragraph(Line("Waarom dit oordeel"), "sterk")
    yield Labelled(tuple((SIGNS[reason.effect], material.notes.line(reason.text, reason)) for reason in option.reasons))
    yield from _conditions(option, material)
    for label, claims in (("Voor", entry.pros), ("Tegen", entry.cons), ("Nodig", entry.preconditions)):
        yield Paragraph(Line(label), "sterk")
        yield Bullets(_claims(claims, material))
    yield from _legal(entry.legal, material)
    if entry.examples:
        yield Paragraph(Line("Voorbeelden"), "sterk")
        yield Bullets(tuple(material.line(example.text, example) for example in entry.examples))


def _conditions(option: OptionAdvice, material: Material) -> Iterator[Block]:
    if option.depends_on:
        rows = tuple(("Hangt af van", Line(question.text)) for question in option.depends_on)
        yield Labelled(rows)
    rules, on = material.content.options[option.option].rules, material.outcome.on
    told = rules if material.whole or option.standing else material.outcome.judgement.option(option.option).lapsed
    for rule in told:
        if rule.expired(on):
            yield Paragraph(Line(material.dated(material.sentences.fill(rule.because), rule.last_day(on))), "let-op")
    if option.better_when:
        yield Labelled((("Wordt passender als", Line("; ".join(option.better_when))),))


def _claims(claims: Iterable[Claim], material: Material) -> tuple[Line, ...]:
    return tuple(material.line(claim.text, claim) for claim in claims)


def _legal(claims: tuple[Claim, ...], material: Material) -> Iterator[Block]:
    """Points of law and tax, always with the advice to have them checked."""
    if not claims:
        return
    yield Paragraph(Line("Recht en belasting"), "sterk")
    yield Bullets(_claims(claims, material))
    checked = min(claim.checked_on for claim in claims if claim.checked_on)
    yield Paragraph(Line(material.content.typology.legal.replace("{datum}", long_date(checked))), "let-op")
