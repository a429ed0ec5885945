"""Pages on places and what to do there: the four places with their drawing, first steps, and the road map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from editions.site.telling import Teller, labelled
from poolwijzer.content.content import Content
from poolwijzer.content.first_steps import Cell
from poolwijzer.content.plan import PlannedStep
from poolwijzer.content.typology import Action
from poolwijzer.dutch import capitalise, join_words, long_date
from poolwijzer.menucard.option_page import FIT_WORDS
from poolwijzer.report.model import Block, Bullets, Line, Paragraph, Report, Section
from poolwijzer.report.typology import draw_quadrants

DECIDES = "Het college besluit:"


def make_place_page(content: Content, name: str, on: date) -> Report:
    """One of the four places: where it is, its key question, and what it says of every option."""
    tell, place = Teller(content, on), content.typology.quadrants[name]
    axes = content.typology.axes
    sides = [
        (axes[axis].title, Line(f"{side}: {tell.fill(axes[axis].ends[side])}")) for axis, side in place.place.items()
    ]
    drawn = draw_quadrants(content, (), {name}, f"De plek {place.title} is aangewezen.")
    questions = [("Sleutelvraag", Line(tell.fill(place.plain_question)))]
    if place.key_question != place.plain_question:
        questions.append(("In de woorden van de workshop", Line(place.key_question)))
    about = [("Wie u erbij betrekt", Line(join_words(place.involve, "en")))]
    about.append(("Wat u nu kunt doen", Line(f"Eerste stappen: {place.title}")))
    about.append(("Welke steun past", tell.say(place.support.text, place.support)))
    return tell.report(
        place.title,
        f"{name}, een van de vier plekken",
        Section("plek", "", (Paragraph(tell.say(place.summary, place)), *labelled([*questions, *about]))),
        Section("tekening", "Waar deze plek is", (*labelled(sides), drawn)),
        Section("opties", "Wat deze plek van de opties zegt", (), tuple(_fits(name, content))),
    )


def _fits(name: str, content: Content) -> Iterator[Section]:
    for fit, words in sorted(FIT_WORDS.items(), reverse=True):
        rows = []
        for card in content.components.values():
            titles = [option.title for option in card.options.values() if option.fit.get(name) == fit]
            if titles:
                rows.append((card.title, Line("; ".join(titles))))
        if rows:
            yield Section(f"past-{fit}", words, labelled(rows))


def make_steps_page(content: Content, name: str, on: date) -> Report:
    """The first steps in a place, per group of phases, with what a board decides and the pitfalls."""
    tell, place = Teller(content, on), content.typology.quadrants[name]
    steps = tell.content.first_steps
    assert steps is not None, "without first steps no page of these is asked for"
    parts = [
        Section(group, _group_title(group, content), tuple(_cell(cell, tell)))
        for group, cell in steps.cells[name].items()
    ]
    intro = Section("plek", "", (Paragraph(Line(f"Dit hoort bij de plek {place.title}.")),))
    return tell.report(f"Eerste stappen: {place.title}", f"{name}, naar hoe ver het werk is", intro, *parts)


def _group_title(group: str, content: Content) -> str:
    steps = content.first_steps
    answers = content.context[steps.source].answers if steps else {}
    labels = [answers[name].label for name in (steps.groups.get(group, ()) if steps else ()) if name in answers]
    return f"{capitalise(group)}: {join_words(labels, 'of')}" if labels else capitalise(group)


def _cell(cell: Cell, tell: Teller) -> Iterator[Block]:
    yield Bullets(tuple(_action(one, tell) for one in cell.actions), numbered=True)
    if cell.decisions:
        yield Paragraph(Line(DECIDES), "sterk")
        yield Bullets(tuple(Line(tell.fill(text)) for text in cell.decisions))
    if cell.pitfalls:
        yield Paragraph(Line("Valkuilen"), "sterk")
        yield from tell.claims(cell.pitfalls)


def _action(one: Action, tell: Teller) -> Line:
    parts = [one.what, one.because, f"Wie: {one.who}." if one.who else "", f"Wanneer: {one.when}." if one.when else ""]
    return tell.say(" ".join(part for part in parts if part), one)


def make_phase_page(content: Content, name: str, on: date) -> Report:
    """A phase of the road map: what happens, who does what, what is decided, and how long it took."""
    tell = Teller(content, on)
    plan = tell.content.plan
    assert plan is not None, "without a plan no page of a phase is asked for"
    phase = plan.phases[name]
    now = [("U zit in deze fase als", Line(tell.when(phase.now_when)))] if phase.now_when else []
    involved = [plan.parties[one].text for one in phase.involved if one in plan.parties]
    return tell.report(
        phase.title,
        f"{name}, een fase van het stappenplan",
        Section("fase", "", (Paragraph(tell.say(phase.what, phase)), *labelled(now))),
        Section("wie", "Wie meedoet", (Bullets(tuple(Line(tell.fill(one)) for one in involved)),) if involved else ()),
        Section("stappen", "Stappen", tuple(_planned(phase.steps.values(), tell))),
        Section("besluiten", "Besluiten, op volgorde", tuple(_planned(phase.decisions.values(), tell))),
        Section("let-op", "Waar u op let", tell.claims(phase.watch)),
        Section("duur", "Hoelang het duurde", tell.claims(phase.took)),
        Section("na", "Na de start", tell.claims(phase.after_start)),
    )


def _planned(steps: Iterable[PlannedStep], tell: Teller) -> Iterator[Block]:
    plan = tell.content.plan
    lines = []
    for step in steps:
        parties = [plan.parties[one].text for one in step.who if plan and one in plan.parties]
        who = f"Wie: {tell.fill(join_words(parties, 'en'))}." if parties else ""
        when = f"Wanneer: {step.time}." if step.time else ""
        only = f"{step.because} (Als: {tell.when(step.when)}.)" if step.when else step.because
        fact = tell.content.dated_facts.get(step.fact or "")
        see = f"Zie ook: {fact.title}." if fact else ""
        lines.append(tell.say(" ".join(filter(None, (step.what, who, when, only, see))), step))
    if lines:
        yield Bullets(tuple(lines), numbered=True)


def make_deadline_page(content: Content, name: str, on: date) -> Report:
    """A day that lies fixed, with what is told of it on the day of the site."""
    tell = Teller(content, on)
    written = content.plan.deadlines[name] if content.plan else None
    assert written is not None, "without a plan no page of a day is asked for"
    now = tell.content.plan.deadlines.get(name) if tell.content.plan else None
    told = now.text if now else written.text
    about = content.dated_facts.get(written.fact or "")
    rows = [("De dag", Line(long_date(written.date)))]
    rows += [("Voor wie", Line(tell.when(written.when)))] if written.when else []
    rows += [("Feit", Line(about.title))] if about else []
    said = (Paragraph(tell.say(told, now or written)),) if told else ()
    return tell.report(
        name.replace("-", " ").capitalize(),
        f"{name}, een dag die vastligt",
        Section("dag", "", (*said, *labelled(rows))),
    )
