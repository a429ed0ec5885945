"""Who answered what, as far as may be told: counts, talking points, roles, and where each municipality stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from poolwijzer.dutch import capitalise, count_things, join_words
from poolwijzer.engine.respondents import Respondents, RoleView, StatementView
from poolwijzer.report import words
from poolwijzer.report.answer_pictures import respondents_chart
from poolwijzer.report.model import Block, Bullets, Line, Paragraph, Section, Table
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.statements import refer_to_statement, statement_text
from poolwijzer.report.told_answers import HIDDEN

ROLES = {"ambtelijk": "ambtenaren", "secretaris": "secretarissen", "bestuurlijk": "bestuurders"}
FEW = {"respondenten": "gemeenten", "handen": "handen"}
"""Of what there have to be enough, by whose answers they are."""
UNTOLD = "-"
NAMES_WITHHELD = "De namen van gemeenten staan er niet bij. Anders was te zien wie de andere gemeenten zijn."


def respondents(material: Material) -> Section:
    """What many respondents said; nothing where the group only answered together."""
    found = material.outcome.respondents
    if found is None:
        return Section("respondenten", "Wie wat antwoordde")
    blocks: list[Block] = [chart] if (chart := respondents_chart(material)) else []
    if points := tuple(_points(found, material)):
        blocks.append(Bullets(points))
    parts = []
    if turnout := tuple(_turnout(found)):
        parts.append(Section("respons", "Respons per gemeente", turnout))
    if found.statements:
        # What hands say is in the chart, and is not told twice.
        views = {name: view for name, view in found.statements.items() if view.source != "handen" or not view.counts}
        if views:
            blocks.append(_statements(views, material))
        if hidden := _hidden(found, material):
            blocks.append(Paragraph(Line(hidden), "stil"))
        roles = tuple(_roles(found, material))
        if roles:
            parts.append(Section("functies", "Per functie", roles))
        if found.places.marks:
            parts.append(Section("eigen-plekken", "Waar elke gemeente staat", tuple(_places(found, material))))
    return Section("respondenten", "Wie wat antwoordde", tuple(blocks), tuple(parts))


def _turnout(found: Respondents) -> Iterator[Block]:
    """How many respondents each municipality has: by name where that may be, else how many have so many."""
    turnout = found.turnout
    if turnout is None:
        return
    others = [_with_respondents(size, number) for size, number in turnout.others.items()]
    if turnout.silent and not turnout.silent_names:
        others.append(f"{count_things(turnout.silent, 'gemeente', 'gemeenten')} zonder antwoord")
    if turnout.named:
        rows = [(name, str(number)) for name, number in turnout.named.items()]
        rows += [(name, "nog geen") for name in turnout.silent_names]
        yield Table(
            "Hoeveel respondenten elke gemeente heeft", ("Gemeente", "Respondenten"), tuple(rows), frozenset({1})
        )
        begin = "Zonder naam:"
    else:
        begin = f"Van de {count_things(turnout.listed, 'gemeente', 'gemeenten')}:" if turnout.listed else "Er zijn"
    if others:
        yield Paragraph(Line(f"{begin} {join_words(others, 'en')}."))
    if turnout.names_withheld and not found.places.names_withheld:
        yield Paragraph(Line(NAMES_WITHHELD), "stil")


def _with_respondents(size: int, number: int) -> str:
    return f"{count_things(number, 'gemeente', 'gemeenten')} met {count_things(size, 'respondent', 'respondenten')}"


def count_respondents(found: Respondents, material: Material) -> str:
    """How many answered apart, and of how many municipalities, in a sentence."""
    if not found.respondents:
        return "De groep antwoordde samen, en telde bij sommige stellingen de handen."
    verb = "antwoordde" if found.respondents == 1 else "antwoordden"
    body = any(response.organisation.kind == "verband" for response in material.assessment.counted())
    whom = [count_things(found.municipalities, "gemeente", "gemeenten")] if found.municipalities else []
    whom += ["de bestaande samenwerking"] if body else []
    people = count_things(found.respondents, "respondent", "respondenten")
    return f"Apart {verb} {people}, uit {join_words(whom, 'en')}."


def _points(found: Respondents, material: Material) -> Iterator[Line]:
    """What to talk about: where the body sees it otherwise. Where hands are divided is told with who answered."""
    for name, view in found.statements.items():
        if view.body is not None and view.body.differs:
            gap = f"gemeenten {words.about(view.body.municipalities)}, zelf {words.about(view.body.body)}"
            yield Line(f"{capitalise(refer_to_statement(name, material))}: {gap}.")


def _statements(views: Mapping[str, StatementView], material: Material) -> Table:
    """From how many each answer comes. How often each was given, and how far they agree, is in the chart."""
    head = ("Stelling", "Aantal", "Gemeenten", "Uitersten")
    rows = [_row(name, view, material) for name, view in views.items()]
    # A column in which nothing may be told says nothing.
    kept = [index for index in range(len(head)) if any(row[index] != UNTOLD for row in rows)]
    right = frozenset(place for place, index in enumerate(kept) if head[index] in ("Aantal", "Gemeenten"))
    return Table(
        "Hoeveel respondenten antwoord gaven",
        tuple(head[index] for index in kept),
        tuple(tuple(row[index] for index in kept) for row in rows),
        right=right,
    )


def _row(name: str, view: StatementView, material: Material) -> tuple[str, ...]:
    joint = " (samen besproken)" if view.joint else ""
    hands = " (handen)" if view.source == "handen" else ""
    spread = f"{words.halves(view.spread.lowest)} tot {words.halves(view.spread.highest)}" if view.spread else UNTOLD
    towns = str(view.municipalities) if view.municipalities else UNTOLD
    return (f"{statement_text(name, material)}{joint}{hands}", str(view.respondents), towns, spread)


def _hidden(found: Respondents, material: Material) -> str:
    privacy = material.content.typology.privacy
    said = []
    if found.mode == "anonymous":
        size = privacy.anonymous_from
        said.append(f"Respondenten tellen mee per {size}, in de volgorde waarin hun antwoord kwam, en elk even zwaar.")
        said.append("Wat iets kan zeggen over een persoon of een gemeente, tonen wij niet.")
    elif few := {view.source for view in found.statements.values() if view.counts is None}:
        what = join_words([word for source, word in FEW.items() if source in few], "of")
        said.append(f"Bij minder dan {privacy.spread_from} {what} tonen wij niet hoe vaak elk antwoord is gegeven.")
    if any(view.agreement is None for view in found.statements.values()):
        said.append(f"Hoe eensgezind de antwoorden zijn, staat er vanaf {privacy.agreement_from} respondenten.")
    if found.places.names_withheld:
        said.append(NAMES_WITHHELD)
    return " ".join(said)


def _roles(found: Respondents, material: Material) -> Iterator[Block]:
    rows = [
        (statement_text(name, material), *(_role(view.roles, role) for role in ROLES))
        for name, view in found.statements.items()
        if view.roles
    ]
    if rows:
        yield Table("Gemiddeld antwoord per functie", ("Stelling", *map(str.capitalize, ROLES.values())), tuple(rows))


def _role(views: tuple[RoleView, ...], role: str) -> str:
    found = next((view for view in views if view.role == role), None)
    return f"{words.halves(found.mean)} ({found.respondents})" if found else HIDDEN


def _places(found: Respondents, material: Material) -> Iterator[Block]:
    typology = material.content.typology
    marks = found.places.marks or ()
    head = ("Nummer", "Gemeente", *(axis.short for axis in typology.axes.values()), "Plek")
    rows = tuple(
        (
            str(mark.number),
            mark.name or "zonder naam",
            *(
                words.level_at(mark.scores[axis], material.content)
                + ("" if axis in mark.own else " (van het initiatief)")
                if axis in mark.scores
                else "-"
                for axis in typology.axes
            ),
            words.places_title(mark.in_play, material.content),
        )
        for mark in sorted(marks, key=lambda mark: ((mark.name or "").casefold(), mark.number))
    )
    yield Table("De eigen plek van elke gemeente", head, rows)
    if found.places.without:
        verb = "beantwoordde" if found.places.without == 1 else "beantwoordden"
        yield Paragraph(
            Line(
                f"{count_things(found.places.without, 'gemeente', 'gemeenten')} {verb} te weinig voor een eigen plek."
            ),
            "stil",
        )
    yield Paragraph(Line("De nummers zijn geen rangorde."), "stil")
