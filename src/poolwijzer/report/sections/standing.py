"""*Waar u staat en waarom*: how firm the place is, what weighed most on each axis, who differs, and what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from poolwijzer.dutch import capitalise, join_words
from poolwijzer.engine.placement import quadrants_at
from poolwijzer.engine.respondents import Respondents
from poolwijzer.report import words
from poolwijzer.report.answer_pictures import answers_chart
from poolwijzer.report.answer_words import block_sentence, why_provisional
from poolwijzer.report.dots import tell_dots
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section
from poolwijzer.report.pictures import firmness_chart
from poolwijzer.report.sections.certainty import clarity, what_moves_it
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.over_time import when
from poolwijzer.report.sections.place import middle, most_telling, pulls_up
from poolwijzer.report.sections.respondents import ROLES, count_respondents
from poolwijzer.report.sections.statements import refer_to_statement, statement_number
from poolwijzer.report.vote_words import tell_hands

ID, TITLE = "onderbouwing", "Waar u staat en waarom"
FAR = 1
"""How many points apart two roles answered when it is told."""
MOST_ROLES = 3
"""How many statements on which roles differ are named."""


def standing(material: Material) -> Section:
    """What the place rests on; what the outcome card told already is not told again."""
    parts = [
        Section("vooraf", "Wat u vooraf dacht", tuple(_before(material))),
        Section("wie-antwoordde", "Wie antwoordde", tuple(_who(material))),
        Section("sinds-de-vorige-keer", "Sinds de vorige keer", tuple(_since(material))),
    ]
    axes = material.content.typology.axes.items()
    parts += [Section(f"as-{name}", axis.title, tuple(_axis(name, material))) for name, axis in axes]
    return Section(ID, TITLE, tuple(_place(material)), tuple(part for part in parts if part.blocks))


def _place(material: Material) -> Iterator[Block]:
    for sentence in _cautions(material):
        if told := material.said.rest(sentence):
            yield Paragraph(Line(told), "let-op")
    stress, chart = material.outcome.stress, firmness_chart(material)
    said = [
        clarity(material),
        material.sentences.stress(stress) if stress and not chart else "",
        what_moves_it(material),
        *material.content.typology.remarks,
    ]
    if text := " ".join(filter(None, map(material.said.rest, said))):
        yield Paragraph(Line(text))
    if chart:
        yield chart
    titles = {name: material.content.questions.blocks[name].title for name in _settled(material)}
    if titles:
        yield Labelled(tuple((title, Line(block_sentence(name, material.outcome))) for name, title in titles.items()))


def _cautions(material: Material) -> Iterator[str]:
    """What a reader has to know before the rest: who is missing, and what makes the place provisional."""
    outcome = material.outcome
    yield from words.who_is_missing(material.placement, material.assessment, material.left_out, outcome.mode)
    yield from words.who_waits(outcome.uncounted)
    yield from why_provisional(outcome, material.sentences)
    yield from material.sentences.what_does_not_count()
    yield from material.advice.remarks


def _before(material: Material) -> Iterator[Block]:
    """Where each person put their own dot before the questions, beside the group's mark and what came out."""
    placement, content = material.placement, material.content
    if not placement.dots:
        return
    yield Paragraph(Line(" ".join(tell_dots(placement, content))))
    if placement.source == "antwoorden" and len(placement.estimate) == len(placement.axes):
        levels = [
            f"{words.place_title(axis, content)} {words.level_at(score, content)}"
            for axis, score in placement.estimate.items()
        ]
        where = words.places_title(quadrants_at(placement.estimate, content), content)
        yield Paragraph(Line(f"Samen schatte u vooraf: {join_words(levels, 'en')}. Dat is '{where}'."))


def _settled(material: Material) -> Iterator[str]:
    """The blocks that tell how much is settled."""
    for name, texts in material.content.questions.blocks.items():
        found = material.placement.blocks[name]
        if found.settled is not None and found.answered >= texts.show_from:
            yield name


def _axis(name: str, material: Material) -> Iterator[Block]:
    """Every answer as a dot, which of them weighed most, and what the group wrote with those."""
    place = material.placement.axes[name]
    if place.because:
        if told := material.said.rest(f"{place.because} De stellingen over deze as tellen daarom niet mee."):
            yield Paragraph(Line(told))
        return
    telling = most_telling(place, middle(material)) if place.source == "antwoorden" else []
    if chart := answers_chart(material, name):
        yield replace(
            chart, rows=tuple(replace(row, label=f"{at}. {row.label}") for at, row in enumerate(chart.rows, 1))
        )
    notes = [
        (f"Bij stelling {statement_number(entry.statement, material)}", entry.note) for entry in telling if entry.note
    ]
    if notes:
        yield Labelled(tuple((label, Line(note)) for label, note in notes))
    pulls = {statement_number(one.statement, material): pulls_up(one, middle(material)) for one in telling}
    up, down = (sorted((number for number, way in pulls.items() if way is side), key=int) for side in (True, False))
    short = words.place_title(name, material.content)
    pulled = [
        f"stelling {join_words(numbers, 'en')} {'trok' if len(numbers) == 1 else 'trokken'} {short} het meest {way}"
        for numbers, way in ((up, "omhoog"), (down, "omlaag"))
        if numbers
    ]
    if pulled:
        yield Paragraph(Line(f"{capitalise(join_words(pulled, 'en'))}."))


def _who(material: Material) -> Iterator[Block]:
    """How many answered, and on what municipalities, roles and the body differ, by the numbers of the statements."""
    found = material.outcome.respondents
    if found is None:
        return
    lines = [sentence for axis, view in found.axes.items() if (sentence := material.sentences.divided(axis, view))]
    lines += _differences(found, material)
    yield Paragraph(Line(count_respondents(found, material)))
    if lines:
        yield Bullets(tuple(map(Line, lines)))


def _differences(found: Respondents, material: Material) -> Iterator[str]:
    texts, views = material.content.typology.respondents, found.statements.items()
    divided = [(name, view) for name, view in views if view.talking_point]
    hands = {name: view.vote for name, view in divided if view.vote and texts.talking_point_hands}
    gaps = [name for name, view in views if view.body is not None and view.body.differs]
    for name, vote in hands.items():
        told = f"{refer_to_statement(name, material)} ({tell_hands(vote, name, material.outcome)})"
        yield f"{texts.talking_point_hands} {told}."
    for begin, names in (
        (texts.talking_point, [name for name, _ in divided if name not in hands]),
        (material.fill(texts.gap), gaps),
    ):
        if told := join_words(list(_by_axis(names, material)), "en"):
            yield f"{begin.rstrip('.:')}: {told}."
    far = sorted(filter(None, (_roles(name, material) for name in _axes_of(material))), reverse=True)
    yield from (told for _, told in far[:MOST_ROLES])


def _roles(name: str, material: Material) -> tuple[Fraction, str] | None:
    """How far the roles that differ most on a statement are apart, and in words; nothing where that is little."""
    found = material.outcome.respondents
    view = found.statements.get(name) if found else None
    roles = sorted(view.roles, key=lambda role: role.mean) if view else []
    if len(roles) < 2 or roles[-1].mean - roles[0].mean <= FAR:
        return None
    low, high = (f"{ROLES[role.role]} ({words.halves(role.mean)})" for role in (roles[0], roles[-1]))
    about = capitalise(refer_to_statement(name, material))
    return roles[-1].mean - roles[0].mean, f"{about}: {high} antwoordden hoger dan {low}."


def _by_axis(names: list[str], material: Material) -> Iterator[str]:
    """Statements by their numbers, an axis at a time; of those that do not count nothing is said here."""
    axes = _axes_of(material)
    for axis in material.content.typology.axes:
        if numbers := [statement_number(name, material) for name in names if axes.get(name) == axis]:
            yield f"stelling {join_words(numbers, 'en')} over {words.place_title(axis, material.content)}"


def _axes_of(material: Material) -> dict[str, str]:
    placed = material.placement.axes.items()
    return {entry.statement: axis for axis, place in placed for entry in place.contributions}


def _since(material: Material) -> Iterator[Block]:
    """What became of each axis since the measurement before; all of the path stands behind the report."""
    if len(path := material.outcome.path) < 2:
        return
    told = []
    for axis, found in path[-1].changes.items():
        if found.change is not None:
            way = "ging omhoog" if found.change > 0 else "ging omlaag" if found.change < 0 else "bleef gelijk"
            told.append(f"{words.place_title(axis, material.content)} {way}")
    before = words.headline(path[-2].placement, material.content)
    now = words.headline(material.placement, material.content)
    moved = "De plek bleef gelijk." if before == now else f"Toen was de plek '{before}'."
    change = f" {capitalise(join_words(told, 'en'))}." if told else ""
    yield Paragraph(Line(f"Er is ook gemeten op {when(path[-2])}. {moved}{change}"))
