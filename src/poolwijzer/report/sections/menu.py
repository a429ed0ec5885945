"""The menu card: per component the options in order of fit, with verdict and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.dutch import count_things, join_words
from poolwijzer.engine.practice import Frequency
from poolwijzer.report.advice import ComponentAdvice, LookFirst, OptionAdvice, Question, Reason
from poolwijzer.report.model import Block, Bullets, Card, Labelled, Line, Paragraph, Section
from poolwijzer.report.sections.material import Material
from poolwijzer.report.words import STANDING_WORDS, verdict_words

AHEAD = "Beantwoord eerst de sleutelvraag. De menukaart komt daarna."
FIRST = "De menukaart is hier het belangrijkste advies. Elke optie heeft voor en tegen. U kiest."
IN_PART = "U ziet hier wat u koos, en wat nu telt. De rest staat onder Andere keuzes. U kiest."
LOOK_FIRST = "Hiervoor spreekt in uw situatie nu het meest. Het is geen keuze: de andere opties staan eronder."
NONE_FIRST = "Voor geen van deze opties spreekt nu genoeg. Kijk wat dat kan veranderen."
HOW_MANY = {1: "deze ene", 2: "deze twee", 3: "deze drie"}
FOR = {"sterk": "Want", "tegen": "Maar", "past": "Verder"}
AGAINST = {"sluit-uit": "Kan niet", "tegen": "Want", "sterk": "Maar", "past": "Verder"}
"""What a reason does for the verdict, in a word before it."""
MOST_ASKED = 3
"""How many questions are told with an option; the whole report tells all."""


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
        yield Bullets(
            tuple(Line(f"{option.title} ({verdict_words(option.verdict, option.excluded)})") for option in options)
        )


def _component(card: ComponentAdvice, material: Material) -> Iterator[Block]:
    yield Paragraph(Line(card.question), "stil")
    if card.consideration:
        yield Labelled((("Uw afweging", Line(card.consideration)),))
    if card.look_first is not None:
        yield from _first_looks(card.look_first, material)
    for option in card.options:
        if option.option not in card.aside:
            yield option_card(option, material)
    other = "; ".join(card.other) or "…"
    yield Paragraph(Line(f"Anders, namelijk: {other}"), "gewoon" if card.other else "stil")


def _first_looks(found: tuple[LookFirst, ...], material: Material) -> Iterator[Block]:
    """What most speaks for now, each with one reason for and one against."""
    if not found:
        yield Paragraph(Line(NONE_FIRST))
        return
    yield Paragraph(Line(f"Kijk eerst naar {HOW_MANY[len(found)]}"), "sterk")
    yield Paragraph(Line(LOOK_FIRST))
    options = material.content.options
    yield Labelled(tuple((options[one.option].title, _first_look(one, material)) for one in found))


def _first_look(one: LookFirst, material: Material) -> Line:
    told = [reason for reason in (one.reason_for, one.reason_against) if reason]
    text = _why_first(one, material) + (f" Maar: {_told(one.reason_against, material)}" if one.reason_against else "")
    basis = "afgeleid" if any(reason.basis == "afgeleid" for reason in told) else "bron"
    sources = tuple(dict.fromkeys(source for reason in told for source in reason.sources))
    return material.notes.line(text, Reason("sterk", text, basis, sources))


def _why_first(one: LookFirst, material: Material) -> str:
    """What speaks for an option: a reason, or the place."""
    if one.reason_for:
        return f"Want: {_told(one.reason_for, material)}"
    asked = material.sentences.questions(material.outcome.judgement.option(one.option).depends_on)
    return f"Vooral door de plek.{f' Beantwoord eerst: {_questions(asked, material)}.' if asked else ''}"


def _questions(asked: tuple[Question, ...], material: Material) -> str:
    """Some questions within a sentence: the first few, and how many more there are."""
    shown = asked if material.whole else asked[:MOST_ASKED]
    told = [f"'{question.text.removesuffix('.')}'" for question in shown]
    more = len(asked) - len(shown)
    return join_words([*told, *([count_things(more, "andere vraag", "andere vragen")] if more else [])], "en")


def option_card(option: OptionAdvice, material: Material) -> Card:
    """One option with its verdict and what is said of it."""
    return Card(
        title=option.title,
        badge=option.verdict,
        verdict=verdict_words(option.verdict, option.excluded),
        standing=STANDING_WORDS[option.standing],
        blocks=tuple(_full(option, material) if _in_full(option, material) else _short(option, material)),
    )


def _in_full(option: OptionAdvice, material: Material) -> bool:
    """Whether an option is told with everything: what fits well or was chosen; the rest in the whole report only."""
    return material.whole or (material.full and (option.verdict == "past-goed" or option.standing is not None))


def _short(option: OptionAdvice, material: Material) -> Iterator[Block]:
    """The verdict with every reason that counts."""
    yield from _verdict(option, [reason for reason in option.reasons if reason.effect != "past"], material)


def _full(option: OptionAdvice, material: Material) -> Iterator[Block]:
    component = material.content.components[material.content.component_of[option.option]]
    entry = component.options[option.option]
    if group := component.groups.get(option.group or ""):
        yield Labelled((("Gaat over", Line(group)),))
    yield Paragraph(material.line(entry.summary, entry))
    yield Paragraph(Line("Waarom dit oordeel"), "sterk")
    yield from _verdict(option, option.reasons, material)
    for label, claims in (("Voor", entry.pros), ("Tegen", entry.cons), ("Nodig", entry.preconditions)):
        yield Paragraph(Line(label), "sterk")
        yield Bullets(material.claims(claims))
    if entry.legal:
        yield Paragraph(Line("Recht en belasting"), "sterk")
        yield Bullets(material.claims(entry.legal))
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
        return f"{option.explanation} Dit hangt af van: {_questions(option.depends_on, material)}."
    return option.explanation


def _reason(reason: Reason, material: Material) -> Line:
    return material.notes.line(_told(reason, material), reason)


def _told(reason: Reason, material: Material) -> str:
    """A reason in its own words, or where a fact that is it is told."""
    return material.facts.refer(reason.text, reason.fact)


def _conditions(option: OptionAdvice, material: Material) -> Iterator[Block]:
    if option.depends_on and option.verdict != "nog-niet-te-zeggen":
        yield Labelled((("Hangt af van", Line(_questions(option.depends_on, material))),))
    rules, on = material.content.options[option.option].rules, material.outcome.on
    told = rules if material.whole or option.standing else material.outcome.judgement.option(option.option).lapsed
    for rule in told:
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
