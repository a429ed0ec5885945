"""What comes next: the first steps of the place, what to answer first where there is none, and dates to keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from poolwijzer.dutch import capitalise
from poolwijzer.report.advice import Step
from poolwijzer.report.facts import HEADLINE
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section
from poolwijzer.report.sections.importance import LEAVES
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.own_words import who_does_what

FIRST_STEPS = 3
FOR_BOTH = "Voor beide plekken"
OF_EACH = 2
"""Of each of two places."""
MOST_NOTICES = 1
"""How many facts a page tells in full."""
ANSWER_FIRST = "Beantwoord eerst deze stellingen. Dan is een plek te bepalen."


def next_steps(material: Material) -> Section:
    """What to do first in this place, by whom and when, and on a page what is asked of boards.

    Of two places it is that of each of them. Where there is more than a page, only the first step is told here.
    """
    asked = () if material.full else tuple(asked_of_the_board(material))
    both: tuple[Section, ...] = ()
    if len(material.advice.places) > 1 and asked:  # what is asked goes for both or for neither
        both, asked = (Section("besluiten", "", asked, leaves=LEAVES["van-twee-plekken"]),), ()
    return Section("eerste-stappen", "De volgende stap", (*_steps(material), *asked), both)


def asked_of_the_board(material: Material) -> Iterator[Block]:
    """What boards decide on in this place, as far as it goes; on a border or with few answers they discuss it."""
    placement = material.placement
    places = [place for place in material.advice.places.values() if place.decisions]
    firm = len(placement.in_play) == 1 and placement.status == "definitief"
    what = "Het college besluit" if firm else "Het college bespreekt het voorstel om"
    rows = (
        (f"{what} ({place.title})" if len(places) > 1 else what, Line(f"{'; '.join(place.decisions)}."))
        for place in places
    )
    if places:
        yield Labelled(tuple(rows))


def answer_first(material: Material) -> Iterator[Block]:
    """Where there is no place yet: the statements that would give one."""
    questions = [entry.question.text for entry in material.advice.open_questions if entry.placement]
    if not material.placement.in_play and questions:
        yield Paragraph(Line(ANSWER_FIRST))
        yield Bullets(tuple(Line(question) for question in questions[:FIRST_STEPS]), numbered=True)


def dates(material: Material) -> Section:
    """The facts that nobody should miss now; on a page one of them, and what the others are about."""
    notices = [fact for fact in material.advice.notices if not material.facts.was_told(fact)]
    told, named = (notices, []) if material.full else (notices[:MOST_NOTICES], notices[MOST_NOTICES:])
    rows = [(capitalise(material.facts.title(fact)), material.facts.tell(fact, HEADLINE)) for fact in told]
    leaves = [LEAVES["datum"]] * len(rows)
    if named:
        rows.append(("Let ook op", Line("; ".join(map(material.facts.title, named)))))
        leaves.append(LEAVES["meer-datums"])
    blocks = (Labelled(tuple(rows), tuple(leaves)), *material.facts.age(HEADLINE)) if rows else ()
    return Section("let-op-datums", HEADLINE, blocks, leaves=LEAVES["datum"])


def _steps(material: Material) -> Iterator[Block]:
    advice = material.advice
    steps = advice.steps if material.placement.in_play else ()
    if steps and advice.phase_unknown:
        yield Paragraph(Line(advice.phase_unknown), "let-op")
    of_places: list[tuple[str, Line]] = []
    leaves: list[int] = []
    for title, few in _few(list(steps_by_place(steps, material))):
        found = few[:1] if material.full else few
        lines = [material.notes.line(who_does_what(step.what, step.who, step.when), step) for step in found]
        least = (0, *(LEAVES["meer-stappen"] for _ in lines[1:]))
        if title:
            of_places += [(title, line) for line in lines]
            leaves += least
        else:
            yield Bullets(tuple(lines), numbered=len(lines) > 1, leaves=least)
    if of_places:
        yield Labelled(tuple(of_places), tuple(leaves))


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
