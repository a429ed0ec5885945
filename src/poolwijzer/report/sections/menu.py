"""The menu card: per component the options in order of fit, with verdict and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.dutch import join_words
from poolwijzer.engine.practice import Frequency
from poolwijzer.report.advice import ComponentAdvice, OptionAdvice, Question, Reason
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Line, Paragraph, Section
from poolwijzer.report.sections.material import Material
from poolwijzer.report.words import STANDING_WORDS, verdict_words

EVERY = "Elke optie heeft voor en tegen. U kiest."
IN_PART = "U ziet hier wat u koos, en wat nu telt. De rest staat onder Andere keuzes. U kiest."
OF_COSTS = "Bij sommige opties staat wat zij zouden kosten."
TO_SET = "Is daarvoor nog iets nodig? Zet dat in het bestand, onder costs."
FOR = {"sterk": "Want", "tegen": "Maar", "past": "Verder"}
AGAINST = {"sluit-uit": "Kan niet", "tegen": "Want", "sterk": "Maar", "past": "Verder"}
"""What a reason does for the verdict, in a word before it."""


def menu_card(material: Material) -> Section:
    """Every component with its options judged, for reference; those that do not come first in this phase stand last."""
    cards = material.advice.components
    parts = [
        Section(f"menu-{card.component}", card.title, (Paragraph(Line(card.question), "stil"), *_cards(card, material)))
        for card in cards
        if len(card.aside) < len(card.options)
    ]
    lead = IN_PART if any(card.aside for card in cards) else EVERY
    told: list[Block] = [Paragraph(Line(lead))]
    costs = [one.costs for card in cards for one in card.options if one.costs]
    if costs:
        indication = next((one.indication for one in costs if one.indication), "")
        missing = TO_SET if any(one.missing for one in costs) else ""
        said = " ".join(filter(None, (OF_COSTS, indication, missing)))
        told.append(Paragraph(Line(said), "stil"))
    if others := tuple(block for card in cards for block in _aside(card, material)):
        parts.append(Section("menu-andere-keuzes", "Andere keuzes", others))
    return Section("menukaart", "De menukaart", tuple(told), tuple(parts))


def _cards(card: ComponentAdvice, material: Material) -> Iterator[Block]:
    return (option_card(option, material) for option in card.options if option.option not in card.aside)


def _aside(card: ComponentAdvice, material: Material) -> Iterator[Block]:
    """The options that do not come first in this group of phases."""
    if options := [option for option in card.options if option.option in card.aside]:
        yield Paragraph(Line(card.title), "sterk")
        yield from (option_card(option, material) for option in options)


def _questions(asked: tuple[Question, ...]) -> str:
    """Questions within a sentence."""
    return join_words([f"'{question.text.removesuffix('.')}'" for question in asked], "en")


def option_card(option: OptionAdvice, material: Material) -> Card:
    """One option with its verdict and what is said of it."""
    return Card(
        title=option.title,
        badge=option.verdict,
        verdict=verdict_words(option.verdict, option.excluded),
        standing=STANDING_WORDS[option.standing],
        blocks=tuple(_full(option, material)),
    )


def _full(option: OptionAdvice, material: Material) -> Iterator[Block]:
    component = material.content.components[material.content.component_of[option.option]]
    entry = component.options[option.option]
    if group := component.groups.get(option.group or ""):
        yield Labelled((("Gaat over", Line(group)),))
    yield Paragraph(material.line(entry.summary, entry))
    if option.costs:
        yield Labelled((("Kosten", Line(option.costs.text)),))
    yield Paragraph(Line("Waarom dit oordeel"), "sterk")
    yield from _verdict(option, option.reasons, material)
    for label, claims in (("Voor", entry.pros), ("Tegen", entry.cons), ("Nodig", entry.preconditions)):
        yield Paragraph(Line(label), "sterk")
        yield Bullets(material.claims(claims))
    # What the report has a chapter for stands in there.
    if legal := [line for line in material.claims(entry.legal) if material.said.rest(line.text)]:
        yield Paragraph(Line("Recht en belasting"), "sterk")
        yield Bullets(tuple(legal))
        material.facts.note_points(entry.legal)
    if entry.examples:
        yield Paragraph(Line("Voorbeelden"), "sterk")
        yield Bullets(tuple(material.line(example.text, example) for example in entry.examples))


def _verdict(option: OptionAdvice, told: Sequence[Reason], material: Material) -> Iterator[Block]:
    """The verdict in a line, the reasons, the place, what could still change it, and how often it was chosen."""
    if option.explanation:
        yield Paragraph(Line(_explained(option, material)))
    *reasons, place = told
    labels = AGAINST if option.verdict == "minder-passend" else FOR
    if reasons:
        yield Labelled(tuple((labels[one.effect], _reason(one, material)) for one in reasons))
    yield Paragraph(Line(place.text))
    yield from _conditions(option, material)
    if option.chosen_elsewhere:
        yield Paragraph(Line(_chosen_elsewhere(option.chosen_elsewhere)), "stil")


def _explained(option: OptionAdvice, material: Material) -> str:
    """What the verdict says, with what would change it."""
    if option.better_when:
        return f"{option.explanation} Wordt passender als {'; als '.join(option.better_when)}."
    if option.verdict == "nog-niet-te-zeggen":
        return f"{option.explanation} Dit hangt af van: {_questions(option.depends_on)}."
    return option.explanation


def _reason(reason: Reason, material: Material) -> Line:
    return material.notes.line(_told(reason, material), reason)


def _told(reason: Reason, material: Material) -> str:
    """A reason in its own words, or where a fact that is it is told."""
    return material.facts.refer(reason.text, reason.fact)


def _conditions(option: OptionAdvice, material: Material) -> Iterator[Block]:
    if option.depends_on and option.verdict != "nog-niet-te-zeggen":
        yield Labelled((("Hangt af van", Line(_questions(option.depends_on))),))
    rules, on = material.content.options[option.option].rules, material.outcome.on
    for rule in rules:
        if rule.expired(on):
            yield Paragraph(Line(material.dated(material.sentences.fill(rule.because), rule.last_day(on))), "let-op")
    if option.better_when and not option.explanation:
        yield Labelled((("Wordt passender als", Line("; ".join(option.better_when))),))


def _chosen_elsewhere(found: Frequency) -> str:
    if found.cases == 1:
        return f"Het ene bekende initiatief koos dit{'' if found.chosen else ' niet'}."
    if not found.chosen:
        return f"Geen van de {found.cases} bekende initiatieven koos dit."
    return (
        f"Van de {found.cases} bekende initiatieven {'koos' if found.chosen == 1 else 'kozen'} er {found.chosen} dit."
    )
