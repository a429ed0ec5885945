"""A page for each group: its place and what that rests on, its answer, its choices, what it takes along, agreements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from poolwijzer.dutch import capitalise, count_things, join_words
from poolwijzer.report import words
from poolwijzer.report.dots import where_they_stand
from poolwijzer.report.excerpt import BROUGHT_BACK, CUT, LONGEST, excerpt
from poolwijzer.report.leaving_out import add_more
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section
from poolwijzer.report.sections import own_words
from poolwijzer.report.sections.certainty import clarity
from poolwijzer.report.sections.importance import LEAVES
from poolwijzer.report.sections.material import Material
from poolwijzer.report.texts import texts_of
from poolwijzer.report.typed_text import sanitize_line
from poolwijzer.workshop.proceedings.minutes import Minutes

OWN_ESTIMATE = "De plek rust op een eigen inschatting van de groep. Die is niet getoetst."
MORE = "Hier is ingekort. Het hele antwoord staat in het verslag van de groep."
LONG_ANSWER, LONG_HIGHLIGHT, LONG_NEED = 1200, 600, 100
"""How many characters a page repeats of what a group said, where there is room: its answer to the key question, each
of the four things that it takes along, and each thing that it wants next.
"""
MOST_AGREEMENTS, MOST_NEEDS = 6, 8


def _shortens(what: str) -> int:
    """How soon something of a page is shortened: all that is long is, before anything leaves."""
    return LEAVES[what] + len(LEAVES)


def group_page(one: Minutes) -> Section:
    """The page of a group; what there is no room for on paper leaves by the order of all reports."""
    blocks = tuple(_beginning(one))
    parts: tuple[Section, ...] = ()
    if one.material is not None and one.has_said:
        parts = (
            _key_question(one, one.material),
            _choices(one.material),
            _highlights(one),
            _agreements(one),
        )
    page = Section(
        id=f"groep-{one.number}",
        title=f"{one.label}: {one.initiative}",
        blocks=blocks,
        parts=tuple(part for part in parts if part.blocks),
        begins="one-page",
    )
    cut = any(CUT in text for text in texts_of((page,)))
    return add_more(page, MORE) if cut else page


def _beginning(one: Minutes) -> Iterator[Block]:
    """Who sat there, about what, and where that stands; what is missing first."""
    if one.trouble:
        yield Paragraph(Line(one.trouble), "let-op")
    people = one.group.plan.people
    rows = [
        ("Initiatief", ", ".join(filter(None, (one.initiative, one.region)))),
        ("Aan tafel", count_things(people, "deelnemer", "deelnemers") if people else ""),
    ]
    if one.material is not None and one.has_said:
        rows += _place(one.material)
    yield Labelled(tuple((label, Line(text)) for label, text in rows if text))


def _place(material: Material) -> Iterator[tuple[str, str]]:
    """Where it stands, what that rests on, and what the group thought before."""
    placement, content = material.placement, material.content
    axes = content.typology.axes.items()
    levels = [f"{axis.short.lower()} {words.level(placement.axes[name], content)}" for name, axis in axes]
    place = f"{words.headline(placement, content)}."
    yield "Plek", f"{place} {capitalise(join_words(levels))}." if placement.in_play else place
    # The menus say this to the group itself, and the page is for everyone.
    rests_on = words.certainty(placement, content).replace(content.typology.own_estimate, OWN_ESTIMATE)
    yield "Berust op", " ".join(filter(None, (rests_on, clarity(material))))
    before = estimate_in_words(material)
    dots = where_they_stand(placement.dots, content) if placement.dots else ""
    yield "Vooraf", " ".join(filter(None, (before and f"De groep schatte: {before}.", dots)))


def estimate_in_words(material: Material) -> str:
    """Where a group put itself before the questions; empty where it did not."""
    told = [
        f"{axis.short.lower()} {words.level_at(score, material.content)}"
        for name, axis in material.content.typology.axes.items()
        if (score := material.placement.estimate.get(name)) is not None
    ]
    return join_words(told)


def _key_question(one: Minutes, material: Material) -> Section:
    """The key question in plain words, and the answer of the group: long where there is room for that."""
    rows = [("Sleutelvraag", Line(question)) for question in material.advice.asked]
    answer = one.typed.key_question.answer if one.typed else ""
    long, short = excerpt(answer, LONG_ANSWER), excerpt(answer, LONGEST)
    rows.append(("Antwoord van de groep", Line(long or "nog niet gegeven")))
    shorter = (*(line for _, line in rows[:-1]), Line(short or "nog niet gegeven"))
    shortens = (*(0 for _ in rows[:-1]), 0 if short == long else _shortens("opbrengst"))
    block = Labelled(tuple(rows), tuple(0 for _ in rows), shorter, shortens)
    return Section("sleutelvraag", "De sleutelvraag", (block,) if answer or len(rows) > 1 else ())


def _choices(material: Material) -> Section:
    """What was chosen of each component and why: the reasons shorter, then those of later ones, then later ones go."""
    roomy = replace(material, depth="gewoon")
    rows: list[tuple[str, Line]] = []
    leaves, shorter, shortens = [], [], []
    for name, component in material.content.components.items():
        if told := own_words.choice_with_reason(name, roomy, whole=True):
            first = len(rows) < own_words.FIRST_CHOICES
            brief = own_words.choice_with_reason(name, material)
            short = brief if first else own_words.choice_line(name, material) or brief
            rows.append((component.title, Line(told)))
            leaves.append(0 if first else LEAVES["meer-keuzes"])
            shorter.append(Line(short))
            shortens.append(0 if short == told else _shortens("redenen"))
    block = Labelled(tuple(rows), tuple(leaves), tuple(shorter), tuple(shortens))
    return Section("keuzes", "Wat is gekozen, en waarom", (block,) if rows else ())


def _highlights(one: Minutes) -> Section:
    """The four questions of the end, and what the group wants next."""
    rows: list[tuple[str, Line]] = []
    leaves, shorter, shortens = [], [], []
    for name, question in own_words.HIGHLIGHTS.items():
        if text := getattr(one.typed.highlights, name) if one.typed else "":
            long, short = excerpt(text, LONG_HIGHLIGHT), excerpt(text, BROUGHT_BACK)
            what = "opbrengst" if name in own_words.NEWS else "beleving"
            rows.append((question, Line(long)))
            leaves.append(LEAVES[what])
            shorter.append(Line(short))
            shortens.append(0 if short == long else _shortens(what))
    if told := _needs(one):
        rows.append(("Waar is behoefte aan", Line(told)))
        leaves.append(LEAVES["beleving"])
        shorter.append(Line(told))
        shortens.append(0)
    block = Labelled(tuple(rows), tuple(leaves), tuple(shorter), tuple(shortens))
    return Section("opbrengst", "Wat de groep meeneemt", (block,) if rows else ())


def _agreements(one: Minutes) -> Section:
    """Who does what, and when; of many the first, since all of them stand on a page of their own."""
    made = one.typed.agreements if one.typed else ()
    lines = [Line(_agreement(*(entry.what, entry.who, entry.when))) for entry in made[:MOST_AGREEMENTS]]
    if left := len(made) - len(lines):
        lines.append(Line(f"En nog {count_things(left, 'afspraak', 'afspraken')}. Zie 'Alle afspraken'."))
    first = own_words.FIRST_AGREEMENTS
    leaves = tuple(0 if index < first else LEAVES["meer-afspraken"] for index in range(len(lines)))
    return Section("afspraken-groep", "Afspraken", (Bullets(tuple(lines), leaves=leaves),) if lines else ())


def _agreement(what: str, who: str, when: str) -> str:
    said = own_words.who_does_what(what, who, when)
    if len(said) <= LONGEST:
        return said
    parts = (excerpt(part, most) for part, most in zip((what, who, when), own_words.PARTS, strict=True))
    return own_words.who_does_what(*parts)


def _needs(one: Minutes) -> str:
    """What the group wants next, in a line; empty where it said nothing of that."""
    said = [excerpt(sanitize_line(text), LONG_NEED) for text in (one.typed.needs if one.typed else ())]
    more = len(said) - MOST_NEEDS
    return "; ".join([*said[:MOST_NEEDS], *([f"en nog {more}"] if more > 0 else [])])
