"""*In het kort*: the whole advice at one glance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from poolwijzer.assessment.model import Agreement
from poolwijzer.dutch import capitalise, count_things
from poolwijzer.report import words
from poolwijzer.report.advice import Step
from poolwijzer.report.answer_words import why_provisional
from poolwijzer.report.excerpt import CHOSEN, CUT, LONGEST, REASONS, excerpt
from poolwijzer.report.facts import HEADLINE
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section
from poolwijzer.report.sections.closing import highlights
from poolwijzer.report.sections.material import Material
from poolwijzer.report.texts import texts_of

FIRST_STEPS = 3
MORE = "Meer staat in het hele verslag."
FOR_BOTH = "Voor beide plekken"
OF_EACH = 2
"""Of each of two places."""
MOST_AGREEMENTS = 3
MOST_NOTICES = 1
"""How many agreements fit on a page, and how many facts in full."""
PARTS = 120, 50, 40
"""How many characters of what, who and when, of an agreement that is too long for a page."""


def summary(material: Material) -> Section:
    """What it is, where it stands, the key question, first steps, choices, agreements; on a page also what struck."""
    opening = material.advice.opening
    first = (Paragraph(Line(opening), "let-op"),) if opening else ()
    blocks = (*first, *_place(material), *key_question(material))  # first: notes are numbered as they are read
    parts = [
        dates(material),
        Section("eerste-stappen", "Eerste stappen", tuple(_steps(material))),
        Section("keuzes", "Uw keuzes", tuple(_choices(material))),
        Section("afspraken", "Afspraken", tuple(_agreements(material))),
        *([] if material.full else [highlights(material)]),  # with more room these come at the end
    ]
    return Section("kort", "In het kort", blocks, tuple(part for part in parts if part.blocks))


def dates(material: Material) -> Section:
    """The facts that nobody should miss now, told before all that refers to them."""
    notices = [fact for fact in material.advice.notices if not material.facts.was_told(fact)]
    told, named = (notices, []) if material.full else (notices[:MOST_NOTICES], notices[MOST_NOTICES:])
    rows = [(capitalise(material.facts.title(fact)), material.facts.tell(fact, HEADLINE)) for fact in told]
    if named:  # on a page there is no room for all
        rows.append(("Ook", Line("; ".join(map(material.facts.title, named)))))
    blocks = (Labelled(tuple(rows)), *material.facts.age(HEADLINE)) if rows else ()
    return Section("let-op-datums", HEADLINE, blocks)


def more(material: Material, sections: Sequence[Section]) -> Section:
    """On a page: that the whole report says more than these parts, where a text was cut or left out."""
    typed = material.assessment.needs or any(CUT in text for text in texts_of(sections))
    left_out = typed or len(material.advice.notices) > MOST_NOTICES
    return Section("meer", "", (Paragraph(Line(MORE), "stil"),) if left_out else ())


def _place(material: Material) -> Iterator[Block]:
    content, placement = material.content, material.placement
    initiative = material.assessment.initiative
    yield Paragraph(Line(words.headline(placement, content)), "sterk")
    rows = [
        ("Regio", initiative.region),
        *((axis.short, words.level(placement.axes[name], content)) for name, axis in content.typology.axes.items()),
        # With answers enough the paragraph under the figure says all of it.
        ("Antwoorden", "" if placement.status == "definitief" else words.certainty(placement, content)),
    ]
    yield Labelled(tuple((label, Line(text)) for label, text in rows if text))
    missing = words.who_is_missing(placement, material.assessment, material.left_out, material.outcome.mode)
    for sentence in (*missing, *words.who_waits(material.outcome.uncounted)):
        yield Paragraph(Line(sentence), "let-op")
    for sentence in why_provisional(material.outcome, material.sentences):
        yield Paragraph(Line(sentence), "let-op")
    for axis in placement.axes.values():
        if axis.because:
            yield Paragraph(Line(axis.because), "let-op")
    for sentence in material.sentences.what_does_not_count():
        yield Paragraph(Line(sentence), "let-op")
    if initiative.note:
        yield Paragraph(Line(material.brief(initiative.note)), "stil")


def key_question(material: Material) -> Iterator[Block]:
    """The key question of the place, in plain words too, and what the group answers to it."""
    quadrants = material.content.typology.quadrants
    rows = []
    for name, question in material.advice.key_questions.items():
        rows.append(("Sleutelvraag", material.notes.line(question, quadrants[name])))
        rows.append(("Anders gezegd", Line(material.advice.plain_questions[name])))
    answer = material.assessment.key_question.answer
    if answer or rows:
        rows.append(("Uw antwoord", Line(material.brief(answer) or "nog niet gegeven")))
        yield Labelled(tuple(rows))


def _steps(material: Material) -> Iterator[Block]:
    advice = material.advice
    steps = advice.steps if material.placement.in_play else ()
    if steps:
        if advice.phase_unknown:
            yield Paragraph(Line(advice.phase_unknown), "let-op")
        for title, found in _few(list(steps_by_place(steps, material))):
            if title:
                yield Paragraph(Line(title), "sterk")
            yield Bullets(tuple(material.notes.line(step.what, step) for step in found), numbered=True)
    elif material.advice.open_questions:
        questions = [entry.question.text for entry in material.advice.open_questions if entry.placement]
        yield Paragraph(Line("Beantwoord eerst deze stellingen. Dan is een plek te bepalen."))
        yield Bullets(tuple(Line(question) for question in questions[:FIRST_STEPS]), numbered=True)


def steps_by_place(steps: Sequence[Step], material: Material) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """The steps in their order; between two places those of each under its name, and what comes first under none."""
    several = len(material.advice.places) > 1
    titles = {name: place.title for name, place in material.advice.places.items()} if several else {}
    begun = False
    for title, group in groupby(steps, key=lambda step: titles.get(step.quadrant or "", "")):
        yield title or (FOR_BOTH if begun else ""), tuple(group)
        begun = begun or bool(title)


def _few(parts: list[tuple[str, tuple[Step, ...]]]) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """What comes first: a few steps, or of two places a few of each."""
    if any(title for title, _ in parts):
        first = [part for part in parts[:1] if not part[0]]
        of_places = (part for part in parts if part[0] not in ("", FOR_BOTH))
        yield from ((title, steps[:OF_EACH]) for title, steps in (*first, *of_places))
    else:
        yield from ((title, steps[:FIRST_STEPS]) for title, steps in parts[:1])


def _choices(material: Material) -> Iterator[Block]:
    lines = [(card.title, _choice(name, material)) for name, card in material.content.components.items()]
    if rows := tuple((title, Line(line)) for title, line in lines if line):
        yield Labelled(rows)


def _choice(component: str, material: Material) -> str:
    """What was chosen; on a page of its own also why, which the menu card tells where there is more room."""
    choices = material.assessment.choices
    if component not in choices:
        return ""
    why = "" if material.full else choices[component].consideration
    chosen = material.brief(choice_line(component, material), CHOSEN // len(choices))
    because = material.brief(why, REASONS // len(choices))
    return _sentences((chosen, f"Afweging: {because}")) if because else chosen


def choice_line(component: str, material: Material) -> str:
    """What was chosen and considered of one component, in a line; empty where nothing was."""
    facts, options = material.outcome.facts, material.content.options
    choice = facts.assessment.choices.get(component)
    own = choice.other if choice else ()
    chosen = "; ".join([*(options[name].title for name in facts.chosen_in(component)), *own])
    considering = "; ".join(options[name].title for name in facts.considered_in(component))
    return ". ".join(part for part in (chosen, considering and f"Overwogen: {considering}") if part)


def _agreements(material: Material) -> Iterator[Block]:
    agreements = material.assessment.agreements
    shown = agreements if material.full else agreements[:MOST_AGREEMENTS]
    if shown:
        yield Bullets(tuple(Line(describe_agreement(entry, material)) for entry in shown))
    if left := len(agreements) - len(shown):
        yield Paragraph(Line(f"En nog {count_things(left, 'afspraak', 'afspraken')}. Zie het hele verslag."), "stil")


def describe_agreement(entry: Agreement, material: Material) -> str:
    """An agreement in a line; where there is only a page, with less of the what rather than without who and when."""
    said = who_does_what(entry.what, entry.who, entry.when)
    if material.full or len(said) <= LONGEST:
        return said
    return who_does_what(
        *(excerpt(part, most) for part, most in zip((entry.what, entry.who, entry.when), PARTS, strict=True))
    )


def who_does_what(what: str, who: str, when: str) -> str:
    """A step or an agreement in a line: what, who, when."""
    return _sentences((what, who and f"Wie: {who}", when and f"Wanneer: {when}"))


def _sentences(parts: Iterable[str]) -> str:
    """Parts that are not empty, each as a sentence."""
    return " ".join(part if part.endswith(("?", "!", "…")) else f"{part.rstrip('.')}." for part in parts if part)
