"""Where all stand in the typology: drawn, by place, and in a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from poolwijzer.compare.sections.grids import axes_grid
from poolwijzer.compare.sheet import Sheet
from poolwijzer.compare.values import Subject
from poolwijzer.drawing.model import Drawing
from poolwijzer.dutch import capitalise, count_things, join_words
from poolwijzer.engine.results import AxisPlacement, Placement
from poolwijzer.report import words
from poolwijzer.report.dots import tell_dots
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.overview_drawing import draw_many
from poolwijzer.report.sections.place import earlier
from poolwijzer.report.sections.robustness import TITLE
from poolwijzer.report.typology import Standing, draw_quadrants

IN_ORDER = "Elk nummer staat voor een naam, en de nummers volgen het alfabet."
SURE = {"definitief": "genoeg", "voorlopig": "voorlopig", "onbekend": "te weinig"}
"""Whether there are answers enough for a place, in a word."""


def places(sheet: Sheet) -> Section:
    """The typology with all in it, and where each stands."""
    return Section("plekken", "De plek in het assenstelsel", tuple(_places(sheet)))


def _places(sheet: Sheet) -> Iterator[Block]:
    found = sheet.found
    if found.kind == "groups":
        yield from _agreed(sheet)
    if sheet.many and found.kind != "time":
        yield _by_place(sheet)
    drawing, squares = _drawing(sheet)
    yield drawing
    for remark in sheet.content.typology.remarks:
        yield Paragraph(Line(remark), "stil")
    if absent := [number for number, one in enumerate(found.subjects, 1) if not one.placement.in_play]:
        verb = "heeft" if len(absent) == 1 else "hebben"
        yield Paragraph(Line(f"Nog geen plek {verb}: {sheet.who(absent)}."), "let-op")
    if dots := _dots(sheet):
        yield dots
    if found.kind != "time":  # over time the path tells all this
        if sheet.full and not sheet.many:
            yield axes_grid(sheet)
        yield _table(sheet, squares) if sheet.full else _short_table(sheet, squares)


def _dots(sheet: Sheet) -> Table | None:
    """Where each person put their own dot before the questions, of everyone who has any; None without."""
    head = ("Meting" if sheet.found.kind == "time" else capitalise(sheet.noun), "Stippen vooraf")
    rows = tuple(
        (
            one.label if sheet.found.kind == "time" else sheet.numbered(number_of),
            " ".join(tell_dots(one.placement, sheet.content)),
        )
        for number_of, one in enumerate(sheet.found.subjects, 1)
        if one.placement.dots
    )
    return Table("De stip van ieder, vooraf", head, rows) if rows else None


def _agreed(sheet: Sheet) -> Iterator[Block]:
    """Whether groups agree on the place, and on each axis."""
    by_place = in_places(sheet)
    if len(by_place) == 1:
        yield Paragraph(Line(f"{capitalise(sheet.all)} komen op dezelfde plek uit: {next(iter(by_place))}."), "sterk")
    else:
        yield Paragraph(Line("De groepen komen op verschillende plekken uit."), "sterk")
    rows = [
        (axis.short, _span([one.placement.axes[name] for one in sheet.found.subjects], sheet))
        for name, axis in sheet.content.typology.axes.items()
    ]
    yield Labelled(tuple((label, Line(text)) for label, text in rows))


def _span(axes: list[AxisPlacement], sheet: Sheet) -> str:
    """Which levels groups came to on an axis, the lowest first."""
    placed = sorted((axis for axis in axes if axis.score is not None), key=lambda axis: axis.score or 0)
    if not placed:
        return "nog onbekend"
    levels = list(dict.fromkeys(words.level(axis, sheet.content) for axis in placed))
    without = f" Bij {count_things(len(axes) - len(placed), 'groep', 'groepen')} is dit nog onbekend."
    return f"{join_words(levels, 'en')}.{without if len(placed) < len(axes) else ''}"


def _by_place(sheet: Sheet) -> Labelled:
    return Labelled(tuple((place, Line(sheet.who(numbers))) for place, numbers in in_places(sheet).items()))


def in_places(sheet: Sheet) -> dict[str, list[int]]:
    """Who is in each place, the places in the order of the menus."""
    quadrants = list(sheet.content.typology.quadrants)
    found: dict[tuple[str, ...], list[int]] = {}
    for number_of, one in enumerate(sheet.found.subjects, 1):
        in_play = tuple(sorted(one.placement.in_play, key=quadrants.index))
        found.setdefault(in_play, []).append(number_of)
    order = sorted(found, key=lambda in_play: (not in_play, len(in_play), [quadrants.index(name) for name in in_play]))
    return {words.places_title(in_play, sheet.content): found[in_play] for in_play in order}


def _drawing(sheet: Sheet) -> tuple[Drawing, dict[int, str]]:
    """The typology with everyone in it, numbered, or as a path over time; and by number the squares to look in."""
    if sheet.found.kind == "time":
        return _path(sheet), {}
    subjects, title = sheet.found.subjects, f"De plekken van {count_things(sheet.size, sheet.noun, sheet.nouns)}"
    if sheet.many:
        return draw_many(
            sheet.content,
            [one.label for one in subjects],
            [one.placement.axes for one in subjects],
            title=title,
            description=IN_ORDER,
            nouns=(sheet.noun, sheet.nouns),
        )
    told = "; ".join(f"{place}: {sheet.who(who)}" for place, who in in_places(sheet).items())
    standing: list[Standing] = [(one.label, "genummerd", _scores(one.placement)) for one in subjects]
    drawn = draw_quadrants(sheet.content, standing, (), f"{told}.")
    return replace(drawn, title=title, noun=sheet.noun, nouns=sheet.nouns), {}


def _path(sheet: Sheet) -> Drawing:
    newest = sheet.found.subjects[-1]
    name = newest.assessment.initiative.name
    now: Standing = (f"{name}, {newest.label}", "initiatief", _scores(newest.placement))
    told = [f"{one.label}: {words.headline(one.placement, sheet.content)}" for one in sheet.found.subjects]
    standing = [now, *earlier(sheet.found.path)]
    in_play, dots = newest.placement.in_play, newest.placement.dots
    drawn = draw_quadrants(sheet.content, standing, in_play, f"{'; '.join(told)}.", dots)
    return replace(drawn, title=f"De weg van {name}")


def _scores(placement: Placement) -> dict[str, Fraction | None]:
    return {name: axis.score for name, axis in placement.axes.items()}


def _short_table(sheet: Sheet, squares: dict[int, str]) -> Table:
    axes = sheet.content.typology.axes
    rows = tuple(
        (
            sheet.numbered(number_of),
            *([squares.get(number_of, "")] if squares else []),
            f"{words.headline(one.placement, sheet.content)}{_remark(one)}",
            join_words([words.level(one.placement.axes[name], sheet.content) for name in axes], "en"),
        )
        for number_of, one in enumerate(sheet.found.subjects, 1)
    )
    levels = capitalise(join_words([axis.short.lower() for axis in axes.values()], "en"))
    head = (capitalise(sheet.noun), *(["Vak"] if squares else []), "Plek", levels)
    return Table("De plekken", head, rows)


def _remark(one: Subject) -> str:
    told = [
        *(["voorlopig"] if one.placement.status == "voorlopig" else []),
        *(["verdeeld"] if one.placement.divided else []),
    ]
    return f" ({', '.join(told)})" if told else ""


def _table(sheet: Sheet, squares: dict[int, str]) -> Table:
    axes, subjects = sheet.content.typology.axes, sheet.found.subjects
    divided = any(one.placement.divided for one in subjects)
    levels = {axis.short: name for name, axis in axes.items()} if sheet.many else {}  # of few a picture tells these
    head = (
        capitalise(sheet.noun),
        *(["Vak"] if squares else []),
        "Plek",
        *levels,
        "Antwoorden",
        TITLE,
        *(["Gemeenten verdeeld"] if divided else []),
    )
    rows = tuple(
        (
            sheet.numbered(number_of),
            *([squares.get(number_of, "")] if squares else []),
            words.headline(one.placement, sheet.content),
            *(words.level(one.placement.axes[name], sheet.content) for name in levels.values()),
            _sure(one.placement),
            _clarity(one, sheet),
            *(["ja" if one.placement.divided else ""] if divided else []),
        )
        for number_of, one in enumerate(subjects, 1)
    )
    return Table("De plekken", head, rows)


def _clarity(one: Subject, sheet: Sheet) -> str:
    found = one.outcome.stress
    return sheet.content.typology.stress.words[found.clarity] if found else "niet te zeggen"


def _sure(placement: Placement) -> str:
    status = SURE[placement.status]
    if placement.source == "eigen-inschatting":
        return f"{status}: eigen inschatting"
    answered, total = words.count_answered(placement)
    return f"{status}: {answered} van {total}" if total else status
