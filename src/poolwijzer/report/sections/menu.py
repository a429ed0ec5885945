"""The menu card: per component the options in order of fit, with verdict and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poolwijzer.content.claims import Claim
from poolwijzer.content.menu import Option
from poolwijzer.dutch import long_date
from poolwijzer.engine.results import ComponentAdvice, OptionAdvice
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Line, Paragraph, Section
from poolwijzer.report.sections.material import Material
from poolwijzer.report.words import STANDING_WORDS, VERDICT_WORDS

AHEAD = "De sleutelvraag gaat hier voor. De menukaart is een vooruitblik. U mag er nu al in kiezen."
FIRST = "De menukaart is hier het belangrijkste advies. Elke optie heeft voor en tegen. U kiest."
SIGNS = {"sterk": "Voor", "past": "Past", "plek": "Plek", "tegen": "Tegen", "sluit-uit": "Kan niet"}
"""What a reason does, in a word before it."""


def menu_card(material: Material) -> Section:
    """Every component with its options judged."""
    lead = Paragraph(Line(FIRST if material.advice.menu_first else AHEAD))
    parts = tuple(
        Section(f"menu-{card.component}", card.title, tuple(_component(card, material)))
        for card in material.advice.components
    )
    return Section("menukaart", "De menukaart", (lead,), parts)


def _component(card: ComponentAdvice, material: Material) -> Iterator[Block]:
    yield Paragraph(Line(card.question), "stil")
    if card.consideration:
        yield Labelled((("Uw afweging", Line(card.consideration)),))
    component = material.content.components[card.component]
    for option in card.options:
        entry = component.options[option.option]
        group = component.groups.get(option.group or "", "")
        yield Card(
            title=option.title,
            badge=option.verdict,
            verdict="kan nu niet" if option.excluded else VERDICT_WORDS[option.verdict],
            standing=STANDING_WORDS[option.standing],
            blocks=tuple(_full(option, entry, group, material) if material.full else _short(option)),
        )
    other = "; ".join(card.other) or "…"
    yield Paragraph(Line(f"Anders, namelijk: {other}"), "gewoon" if card.other else "stil")


def _short(option: OptionAdvice) -> Iterator[Block]:
    """What decided the verdict, and beside it what speaks against that."""
    first = option.reasons[0]
    opposing = "tegen" if first.effect in ("sterk", "past", "plek") else "sterk"
    shown = [first, *[reason for reason in option.reasons[1:] if reason.effect == opposing][:1]]
    yield Labelled(tuple((SIGNS[reason.effect], Line(reason.text)) for reason in shown))
    yield from _conditions(option)


def _full(option: OptionAdvice, entry: Option, group: str, material: Material) -> Iterator[Block]:
    if group:
        yield Paragraph(Line(group), "stil")
    yield Paragraph(material.notes.line(entry.summary, entry))
    yield Paragraph(Line("Waarom dit oordeel"), "sterk")
    yield Labelled(tuple((SIGNS[reason.effect], material.notes.line(reason.text, reason)) for reason in option.reasons))
    yield from _conditions(option)
    for label, claims in (("Voor", entry.pros), ("Tegen", entry.cons), ("Nodig", entry.preconditions)):
        yield Paragraph(Line(label), "sterk")
        yield Bullets(_claims(claims, material))
    yield from _legal(entry.legal, material)
    if entry.examples:
        yield Paragraph(Line("Voorbeelden"), "sterk")
        yield Bullets(tuple(material.notes.line(example.text, example) for example in entry.examples))


def _conditions(option: OptionAdvice) -> Iterator[Block]:
    if option.depends_on:
        rows = tuple(("Hangt af van", Line(question.text)) for question in option.depends_on)
        yield Labelled(rows)
    for reason in option.lapsed:
        yield Paragraph(Line(f"Niet meer zeker, want de datum is voorbij: {reason}"), "let-op")
    if option.better_when:
        yield Labelled((("Wordt passender als", Line("; ".join(option.better_when))),))


def _claims(claims: Iterable[Claim], material: Material) -> tuple[Line, ...]:
    return tuple(material.notes.line(_dated(claim, material), claim) for claim in claims)


def _dated(claim: Claim, material: Material) -> str:
    if claim.valid_until is not None and claim.expired(material.advice.date):
        return f"{claim.text} {material.content.typology.expired.replace('{datum}', long_date(claim.valid_until))}"
    return claim.text


def _legal(claims: tuple[Claim, ...], material: Material) -> Iterator[Block]:
    """Points of law and tax, always with the advice to have them checked."""
    if not claims:
        return
    yield Paragraph(Line("Recht en belasting"), "sterk")
    yield Bullets(_claims(claims, material))
    checked = min((claim.checked_on for claim in claims if claim.checked_on), default=None)
    date = long_date(checked) if checked else long_date(material.advice.date)
    yield Paragraph(Line(material.content.typology.legal.replace("{datum}", date)), "let-op")
