"""How the report of a session begins: who was there, where all came out, what struck, and what people want next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from poolwijzer.compare.choices import find_standings
from poolwijzer.drawing.model import Drawing, MarkerKind
from poolwijzer.dutch import capitalise, count_things, join_words
from poolwijzer.report import words
from poolwijzer.report.excerpt import BROUGHT_BACK, excerpt
from poolwijzer.report.many import NO_RANKING
from poolwijzer.report.model import Beside, Block, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.overview_drawing import draw_many
from poolwijzer.report.sections import own_words
from poolwijzer.report.typed_lines import join_sentences
from poolwijzer.report.typology import Standing, draw_quadrants
from poolwijzer.workshop.proceedings.group_page import LONG_NEED, estimate_in_words
from poolwijzer.workshop.proceedings.minutes import Minutes, SessionMinutes

MOST_WITH_ESTIMATES, MOST_NAMED = 4, 8
"""Of so many groups the drawing holds their own estimates too; and of so many all names stand in its legend."""
SHORT_CELL, MOST_LINES = 40, 12
"""So many letters stand on a line of the table of groups, about; and so many lines leave room below it."""
ESTIMATED = "eigen inschatting"
MOST_SHARED = 5
"""So many options are told that more groups chose."""


def who_was_there(minutes: SessionMinutes) -> Section:
    """Which groups discussed which initiative, with how many people, and where that came out."""
    if not minutes.groups:
        return Section("zaal", "Wie er waren", (Paragraph(Line("Er zijn nog geen groepen.")),))
    initiatives = {one.group.plan.initiative for one in minutes.groups}
    groups = count_things(len(minutes.groups), "groep", "groepen")
    about = count_things(len(initiatives), "initiatief", "initiatieven")
    verb = "besprak" if len(minutes.groups) == 1 else "bespraken"
    said = f"{capitalise(groups)} {verb} {about}."
    if minutes.people:
        seated = "zat" if minutes.people == 1 else "zaten"
        said += f" Er {seated} {count_things(minutes.people, 'deelnemer', 'deelnemers')} aan tafel."
    rows = [_row(one) for one in minutes.groups]
    head: tuple[str, ...] = ("Nr.", "Groep", "Initiatief", "Deelnemers", "Plek")
    if not minutes.people:
        head, *rows = [(*row[:3], row[4]) for row in (head, *rows)]
    table = Table("De groepen", head, tuple(rows), frozenset({3}) if minutes.people else frozenset())
    return Section("zaal", "Wie er waren", (Paragraph(Line(said)), table))


def _row(one: Minutes) -> tuple[str, ...]:
    people = str(one.group.plan.people) if one.group.plan.people else ""
    about = f"{one.initiative} ({one.region})" if one.region else one.initiative
    return str(one.number), one.label, about, people, _place(one)


def _place(one: Minutes) -> str:
    """The place in words, with whether that is sure; or why there is none."""
    if one.material is None or not one.has_said:
        return "nog niet ingevuld" if one.group.reading == "whole" else "nog niet bekend"
    placement = one.material.placement
    if not placement.in_play:
        return "nog geen plek"
    sure = ESTIMATED if _on_estimate(one) else ""
    sure = sure or ("voorlopig" if placement.status == "voorlopig" else "")
    return f"{words.headline(placement, one.material.content)}{f' ({sure})' if sure else ''}"


def places(minutes: SessionMinutes) -> Section:
    """The typology with all groups in it: of few beside the words, so that both stand on the first page."""
    told = tuple(_told_of_places(minutes))
    if not any(one.material and one.material.placement.in_play for one in minutes.groups):
        drawn: tuple[Block, ...] = told
    elif _is_long(minutes):
        drawn = (_drawing(minutes), *told)
    else:
        drawn = (Beside(told, (_drawing(minutes),)),)
    ranking = (Paragraph(Line(NO_RANKING), "sterk"),) if len(minutes.groups) > 1 else ()
    return Section("plekken", "De plekken in het assenstelsel", (*ranking, *drawn))


def _is_long(minutes: SessionMinutes) -> bool:
    """Whether the table of groups leaves no room for the drawing on the same page."""
    lines = sum(max(map(ceil, (len(cell) / SHORT_CELL for cell in _row(one)))) for one in minutes.groups)
    return len(minutes.groups) > MOST_NAMED or lines > MOST_LINES


def _told_of_places(minutes: SessionMinutes) -> Iterator[Block]:
    """What groups thought before, and which of them have no place yet."""
    guessed = ((one.label, estimate_in_words(one.material)) for one in minutes.groups if one.material)
    if rows := tuple((label, Line(told)) for label, told in guessed if told):
        yield Paragraph(Line("Zo schatten groepen het vooraf:"))
        yield Labelled(rows)
    without = [one.label for one in minutes.groups if not (one.material and one.material.placement.in_play)]
    if without and len(without) == len(minutes.groups):
        yield Paragraph(Line("Nog geen groep heeft een plek."))
        return
    if without:
        verb = "heeft" if len(without) == 1 else "hebben"
        yield Paragraph(Line(f"Nog geen plek {verb}: {join_words(without)}."), "let-op")
    yield from (Paragraph(Line(remark), "stil") for remark in minutes.content.typology.remarks)


def _drawing(minutes: SessionMinutes) -> Drawing:
    """Each group by its number; with few of them also their own estimates, and everybody's dots without a name."""
    groups, content = minutes.groups, minutes.content
    title = f"De plekken van {count_things(len(groups), 'groep', 'groepen')}"
    told = "; ".join(f"{one.label}: {_place(one)}" for one in groups)
    axes = [one.material.placement.axes if one.material and one.material.placement.in_play else {} for one in groups]
    if len(groups) > MOST_NAMED:
        labels = [f"{one.label} ({ESTIMATED})" if _on_estimate(one) else one.label for one in groups]
        nouns = ("groep", "groepen")
        return draw_many(content, labels, axes, title=title, description=f"{told}.", nouns=nouns).drawing
    with_estimates = len(groups) <= MOST_WITH_ESTIMATES
    # Where a group put itself is no outcome: it has a mark of its own, or its name says so.
    standing: list[Standing] = [
        (
            f"{one.label} ({ESTIMATED})" if _on_estimate(one) else one.label,
            "genummerd",
            {} if with_estimates and _on_estimate(one) else {name: place.score for name, place in on.items()},
        )
        for one, on in zip(groups, axes, strict=True)
    ]
    if with_estimates:
        # With a letter in it, so that each can be told from the others; a ring of one alone needs none.
        kind: MarkerKind = "eigen-inschatting" if len(groups) == 1 else "eerder"
        standing += [
            (f"eigen inschatting vooraf van {one.label}", kind, one.material.placement.estimate)
            for one in groups
            if one.material and one.material.placement.estimate
        ]
    dots = [dot for one in groups if one.material for dot in one.material.placement.dots]
    drawn = draw_quadrants(content, standing, (), f"{told}.", dots)
    return replace(drawn, title=title, noun="groep", nouns="groepen")


def _on_estimate(one: Minutes) -> bool:
    """Whether a group stands where it put itself, and not where its answers put it."""
    return one.material is not None and one.material.placement.source == "eigen-inschatting"


def striking(minutes: SessionMinutes) -> Section:
    """What struck the groups and opened their eyes, and what more of them chose."""
    blocks: list[Block] = []
    rows = []
    for one in minutes.groups:
        said = one.typed.highlights if one.typed else None
        news = [getattr(said, name) for name in own_words.NEWS] if said else []
        if told := join_sentences([excerpt(text, BROUGHT_BACK) for text in news if text]):
            rows.append((one.label, Line(told)))
    if rows:
        blocks.append(Labelled(tuple(rows)))
    if shared := _shared(minutes):
        blocks += [Paragraph(Line("Dit kozen meer groepen:")), shared]
    return Section("opvallend", "Wat opviel", tuple(blocks))


def _shared(minutes: SessionMinutes) -> Labelled | None:
    """The options that more than one group chose, those of most groups first."""
    options = minutes.content.options
    chosen: Counter[str] = Counter()
    for one in minutes.groups:
        standings = find_standings(one.typed, minutes.content) if one.typed else {}
        chosen.update(entry.option for entry, standing in standings.items() if entry.option and standing == "gekozen")
    order = list(options)
    most = sorted(
        (name for name, times in chosen.items() if times > 1), key=lambda one: (-chosen[one], order.index(one))
    )
    rows = tuple((options[name].title, Line(f"{chosen[name]} groepen")) for name in most[:MOST_SHARED])
    return Labelled(rows) if rows else None


def wanted(minutes: SessionMinutes) -> Section:
    """What people want next, counted by group."""
    rows = tuple(
        (excerpt(one.text, LONG_NEED), str(len(one.groups)), join_words(group.label for group in one.groups))
        for one in minutes.wanted()
    )
    table = Table("Waar is behoefte aan?", ("Waaraan", "Groepen", "Welke"), rows, frozenset({1}))
    return Section("behoefte", "Wat mensen hierna willen", (table,) if rows else ())
