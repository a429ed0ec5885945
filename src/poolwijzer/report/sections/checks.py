"""*Laat dit toetsen*: every point of law, tax, money and dates once, with the choices it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from poolwijzer.content.claims import Claim
from poolwijzer.dutch import count_things, join_words
from poolwijzer.engine.touched_facts import facts_named_in
from poolwijzer.report.model import Labelled, Line, Section
from poolwijzer.report.sections.material import Material

MOST_POINTS = 8
"""Of so many options the points stand in the report itself."""
MOST_TITLES = 3
"""So many choices are named with a point; of more only the number."""


def checks(material: Material) -> Section:
    """The points of the options that were chosen or considered; of the whole card in a whole report."""
    points, facts = _points_and_facts(material)
    material.facts.note_points(claim for claim, _ in points.values())
    touched = set(material.advice.touched)
    if material.whole:  # the card behind the report refers to all of these
        touched |= {
            fact for option in material.content.options.values() for fact in facts_named_in(option, material.content)
        }
    return material.facts.chapter(
        [fact for fact in material.content.dated_facts if fact in touched],
        {fact: _of(titles) for fact, titles in facts.items()},
        islice(_rows(points.values(), material), MOST_POINTS),
    )


def more_checks(material: Material) -> Section:
    """The points of options for which the chapter has no room: whoever chose that much looks them up."""
    rows = tuple(_rows(_points_and_facts(material)[0].values(), material))
    return Section("toetsen-per-optie", "Laat ook dit toetsen", (Labelled(rows),) if rows else ())


def _points_and_facts(material: Material) -> tuple[dict[str, tuple[Claim, list[str]]], dict[str, list[str]]]:
    """By text the points of law that are no facts, and by id the facts, each with the options it belongs to."""
    facts: dict[str, list[str]] = {}
    points: dict[str, tuple[Claim, list[str]]] = {}
    for name, option in material.content.options.items():
        if material.outcome.facts.standing(name) is None and not material.whole:
            continue
        for claim in option.legal:
            if claim.fact:
                facts.setdefault(claim.fact, []).append(option.title)
            else:
                points.setdefault(material.fill(claim.text), (claim, []))[1].append(option.title)
    return points, facts


def _of(titles: list[str]) -> str:
    """To which choices a point belongs, in a sentence."""
    named = join_words([f"'{title}'" for title in titles], "en")
    return f"Geldt bij {named if len(titles) <= MOST_TITLES else count_things(len(titles), 'optie', 'opties')}."


def _rows(points: Iterable[tuple[Claim, list[str]]], material: Material) -> Iterator[tuple[str, Line]]:
    """The points of law that are no facts, under the choices they belong to."""
    under: dict[str, list[Claim]] = {}
    for claim, titles in points:
        under.setdefault("; ".join(titles), []).append(claim)
    for title, claims in under.items():
        lines = [material.line(told, one) for one in claims if (told := material.said.rest(material.fill(one.text)))]
        notes = tuple(dict.fromkeys(note for line in lines for note in line.notes))
        if lines:
            yield title, Line(" ".join(line.text for line in lines), notes, any(line.derived for line in lines))
