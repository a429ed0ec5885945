"""Parts of a report on their own, for who is in the middle of a conversation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from poolwijzer.content.component import Option
from poolwijzer.content.content import Content
from poolwijzer.content.typology import Axis, Quadrant, Side
from poolwijzer.content.wording import fill_names
from poolwijzer.drawing.model import Drawing
from poolwijzer.dutch import capitalise, join_words
from poolwijzer.engine.placement import level_of
from poolwijzer.engine.results import AxisPlacement
from poolwijzer.outcome import Outcome
from poolwijzer.report import words
from poolwijzer.report.advice_words import AdviceWords
from poolwijzer.report.axes import WAYS
from poolwijzer.report.dots import tell_dots
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Report, Section
from poolwijzer.report.notes import Notes
from poolwijzer.report.sections import doubts, findings, menu, own_words, place
from poolwijzer.report.sections.certainty import how_certain, tell_place
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.over_time import over_time
from poolwijzer.report.sentences import names_in
from poolwijzer.report.typed_text import sanitize

SIDE_BY_SIDE, BETWEEN = "Uw keuzes naast elkaar", "Wat uw keuzes met elkaar doen"
NOTHING_BETWEEN = Paragraph(Line("Er is niets gevonden dat wringt, ontbreekt of elkaar versterkt."))
OWN_CHOICE = "U kiest zelf, en iets anders kan ook. Niets hoeft nu af."
AS_GUESSED = "zoals u schatte"
_OPPOSITE = {"right": "left", "left": "right", "top": "bottom", "bottom": "top"}
_CORNERS = {"right": "rechts", "left": "links", "top": "boven", "bottom": "onder"}
"""In the order in which a corner is named: *rechtsboven*."""


def where_you_stand(outcome: Outcome) -> Report:
    """The place drawn beside the group's own estimate, how firm it is, the key question, and what makes the difference.

    What a room looks at first stands first: on a small screen the drawing still fits below the title.
    """
    content, placement = outcome.content, outcome.placement
    material = Material(outcome, sanitize(outcome.assessment), "kort", Notes(content.sources))
    sections = [
        Section("tekening", "", (_drawing(material),)),
        Section("plek", "", tuple(_place(material))),
        over_time(material, outcome.path),
        Section("sleutelvraag", "", tuple(_key_questions(material))),
        *(
            Section(f"verschil-{axis}", content.typology.axes[axis].short, tuple(_difference(axis, found, material)))
            for axis, found in placement.axes.items()
            if found.source == "antwoorden"
        ),
        Section("zekerheid", "Antwoorden", tuple(_answers(material))),
    ]
    shown = tuple(section for section in sections if section.blocks)
    return sanitize(Report(words.headline(placement, content), _levels(material), shown))


def _levels(material: Material) -> str:
    """How high both axes are, and what the group thought of that."""
    stands, guesses = [], []
    for axis, found in material.placement.axes.items():
        stands.append(f"{material.content.typology.axes[axis].short.lower()} {words.level(found, material.content)}")
        estimate = material.placement.estimate.get(axis)
        guessed = estimate is not None and found.source == "antwoorden"
        guesses.append(words.level_at(estimate, material.content) if guessed and estimate is not None else "")
    right = [bool(guess) and stand.endswith(f" {guess}") for stand, guess in zip(stands, guesses, strict=True)]
    if all(right):
        return f"{capitalise(', '.join(stands))}, {AS_GUESSED}."
    told = [
        f"{stand} ({AS_GUESSED if same else f'u schatte: {guess}'})" if guess else stand
        for stand, guess, same in zip(stands, guesses, right, strict=True)
    ]
    return f"{capitalise(', '.join(told))}."


def _drawing(material: Material) -> Drawing:
    """The picture, which explains the strip between low and high only where one of the axes lies in it."""
    between = any(found.level == "midden" for found in material.placement.axes.values())
    drawn = place.picture(material)
    return drawn if between else replace(drawn, border="")


def _place(material: Material) -> Iterator[Block]:
    yield from tell_place(material)
    if dots := " ".join(tell_dots(material.placement, material.content)):
        yield Labelled((("Stippen vooraf", Line(dots)),))
    if said := how_certain(material):
        yield Paragraph(Line(said))


def _key_questions(material: Material) -> Iterator[Block]:
    rows = [("Sleutelvraag", Line(question)) for question in material.advice.asked]
    if rows:
        yield Labelled(tuple(rows))
    elif material.placement.in_play:
        yield from (Paragraph(Line(f"Eerste stap: {step.what}")) for step in material.advice.steps[:1])


def _difference(axis: str, found: AxisPlacement, material: Material) -> Iterator[Block]:
    """What weighed most, seen from where the group put itself."""
    estimate = material.placement.estimate.get(axis)
    if estimate is not None and found.level not in (None, level_of(estimate, material.content)):
        yield Paragraph(Line("Deze antwoorden maken het verschil met uw schatting:"))
        yield from place.weighed_most(found, estimate, material)
    else:
        yield from place.weighed_most(found, place.middle(material), material)


def _answers(material: Material) -> Iterator[Block]:
    yield Paragraph(Line(words.certainty(material.placement, material.content)))
    for found in material.placement.axes.values():
        if found.because:
            yield Paragraph(Line(found.because), "let-op")


def choices_side_by_side(outcome: Outcome, components: Sequence[str]) -> Report:
    """What was chosen and considered of these components and why, what that does to one another, and what is open."""
    material = Material(outcome, sanitize(outcome.assessment), "gewoon", Notes(outcome.content.sources))
    titles = {name: outcome.content.components[name].title for name in components}
    told = {name: own_words.choice_with_reason(name, material, whole=True) for name in components}
    rows = tuple((titles[name], Line(text)) for name, text in told.items() if text)
    between, more = findings.between_choices(material)
    left = f"En nog {more}: zie het verslag. " if more else ""
    sections = (
        Section("keuzes", "", (Labelled(rows),)),
        Section("samenhang", BETWEEN, (Bullets(between) if between else NOTHING_BETWEEN,)),
        Section("open", "", (*_open_components(titles, material), Paragraph(Line(f"{left}{OWN_CHOICE}"), "stil"))),
    )
    return sanitize(Report(SIDE_BY_SIDE, "", sections))


def _open_components(titles: Mapping[str, str], material: Material) -> Iterator[Labelled]:
    """Of which components nothing was chosen yet."""
    facts, choices = material.outcome.facts, material.assessment.choices
    open_ones = [name for name in titles if not (facts.chosen_in(name) or (name in choices and choices[name].other))]
    weighed = [titles[name] for name in open_ones if facts.considered_in(name)]
    empty = [titles[name] for name in open_ones if not facts.considered_in(name)]
    rows = [("Nog niets gekozen", empty), ("Alleen overwogen", weighed)]
    if told := tuple((label, Line(f"{join_words(names, 'en')}.")) for label, names in rows if names):
        yield Labelled(told)


def about_option(outcome: Outcome, option: str) -> Report:
    """Everything the menus say of one option, held against this initiative."""
    material = Material(outcome, sanitize(outcome.assessment), "volledig", Notes(outcome.content.sources))
    advice = material.advice.option(outcome.judgement.option(option))
    card = menu.option_card(advice, material)
    indication = advice.costs.indication if advice.costs else ""
    under = (Paragraph(Line(indication), "stil"),) if indication else ()
    sources = Section("bronnen", "Bronnen", (material.notes.listed(),) if material.notes else ())
    sections = (Section("optie", "", (card, *under)), material.facts.chapter(), material.facts.others(), sources)
    return sanitize(Report(card.title, "", tuple(part for part in sections if part.blocks)))


def answer_doubts(outcome: Outcome) -> Report:
    """A short reply to each doubt that was heard, and what to ask back."""
    heard = AdviceWords(outcome).objections
    sections = [
        Section(
            f"twijfel-{entry.doubt}",
            doubts.in_quotes(entry.says),
            (*doubts.reply(entry), Labelled(((doubts.ASK_BACK, Line(entry.ask_back)),))),
        )
        for entry in heard
    ]
    more = Section("meer", "", (Paragraph(Line(doubts.MORE), "stil"),))
    return sanitize(Report(doubts.TITLE, "", (*sections, more)))


def menu_page(content: Content, component: str) -> Report:
    """What the menus say of every option of one component, apart from any initiative."""
    names = names_in(None, content)
    card = content.components[component]
    sections = tuple(
        Section(
            name,
            option.title,
            (Paragraph(Line(fill_names(option.summary, names))), Labelled(_considerations(option, names))),
        )
        for name, option in card.options.items()
    )
    return sanitize(Report(card.title, fill_names(card.question, names), sections))


def _considerations(option: Option, names: Mapping[str, str]) -> tuple[tuple[str, Line], ...]:
    labelled = (("Voor", option.pros), ("Tegen", option.cons), ("Nodig", option.preconditions))
    return tuple((label, Line(fill_names(claim.text, names))) for label, claims in labelled for claim in claims)


def explain_places(content: Content, names: Mapping[str, str]) -> tuple[Section, ...]:
    """What the axes and the four places mean, for who is about to point or looks at an outcome."""
    typology = content.typology
    axes = [
        (axis.title, f"{axis.question} {WAYS[axis.high_side]}: {axis.more or f'{axis.short.lower()} is hoger'}.")
        for axis in typology.axes.values()
    ]
    places = [
        (f"{quadrant.title} ({_corner(quadrant, content)})", quadrant.plain_question)
        for quadrant in typology.quadrants.values()
    ]
    return (
        *(
            Section(name, "", (Labelled(tuple((label, Line(fill_names(text, names))) for label, text in rows)),))
            for name, rows in (("assen", axes), ("plekken", places))
        ),
        *plain_page("", *typology.remarks).sections,
    )


def _corner(quadrant: Quadrant, content: Content) -> str:
    """Where a place is in the drawing: *rechtsboven*."""
    axes = content.typology.axes
    sides = [_side(axes[axis], at) for axis, at in quadrant.place.items()]
    return "".join(_CORNERS[side] for side in sorted(sides, key=list(_CORNERS).index))


def _side(axis: Axis, at: Side) -> str:
    """The side of the drawing where an axis is low or high."""
    return axis.high_side if at == "hoog" else _OPPOSITE[axis.high_side]


def plain_page(title: str, *paragraphs: str) -> Report:
    """A page of running text; empty paragraphs are left out."""
    texts = [text for text in paragraphs if text]
    sections = [Section(f"tekst-{number}", "", (Paragraph(Line(text)),)) for number, text in enumerate(texts)]
    return sanitize(Report(title, "", tuple(sections)))
