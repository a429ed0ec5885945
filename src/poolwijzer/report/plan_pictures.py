"""The pictures of what can be chosen and of what comes: the options by verdict, and the road; None if of nothing."""

from __future__ import annotations

from poolwijzer.drawing.charts import (
    Cell,
    Deadline,
    Grid,
    GridRow,
    Item,
    Road,
    Stop,
)
from poolwijzer.dutch import capitalise, count_things, join_words, long_date
from poolwijzer.engine.results import Verdict
from poolwijzer.report import words
from poolwijzer.report.advice import ComponentAdvice, PlanPhase, PlanRemark, PlanStep
from poolwijzer.report.sections.material import Material

OWN_CHOICE = "Zelf bedacht"
NEAR = 2
"""Of how many phases the decisions are told: that of now and the next one."""
LONGEST_DEADLINE = 60
"""How many characters a fixed day is told in before the title of its fact has to do."""


def options_chart(material: Material, component: str = "") -> Grid | None:
    """The options of each component, or of one, under their verdicts, with what was chosen."""
    cards = [card for card in material.advice.components if component in ("", card.component) and card.options]
    if not cards:
        return None
    seen = {(option.verdict, option.excluded) for card in cards for option in card.options}
    columns = [outcome for outcome in words.OUTCOMES if outcome in seen]
    own = any(card.other for card in cards)
    chosen = sum(len(card.chosen) + len(card.other) for card in cards)
    heads = [capitalise(words.verdict_words(*outcome)) for outcome in columns]
    options = count_things(sum(len(card.options) for card in cards), "optie", "opties")
    said = f"waarvan {chosen} gekozen" if chosen else "waarvan nog geen is gekozen"
    return Grid(
        title="De opties per onderdeel",
        description=f"{options} met het oordeel erover, {said}.",
        head=("Onderdeel", *heads, *([OWN_CHOICE] if own else [])),
        rows=tuple(_component_row(card, columns, own, material) for card in cards),
    )


def _component_row(
    card: ComponentAdvice, columns: list[tuple[Verdict, bool]], own: bool, material: Material
) -> GridRow:
    cells = [
        Cell(
            tuple(
                Item(
                    f"{option.title} (overwogen)" if option.standing == "overwogen" else option.title,
                    option.standing == "gekozen",
                )
                for option in card.options
                if (option.verdict, option.excluded) == outcome
            )
        )
        for outcome in columns
    ]
    if own:
        cells.append(Cell(tuple(Item(material.brief(text), True) for text in card.other)))
    return GridRow(card.title, tuple(cells))


def road_chart(material: Material) -> Road | None:
    """The phases with where the initiative is, what is decided now and next, the months, and the fixed days."""
    found = material.advice.road_map
    if not found.phases:
        return None
    ahead = [phase for phase in found.phases if phase.status != "gedaan"][:NEAR]
    now = next((phase.title for phase in found.phases if phase.status == "nu"), "")
    where = f"; nu: {now}" if now else ""
    return Road(
        title="De weg",
        description=f"De fasen van het plan: {join_words([one.title for one in found.phases], 'en')}{where}.",
        stops=tuple(_stop(phase, phase in ahead) for phase in found.phases),
        deadlines=tuple(
            Deadline(_deadline(entry, material), _month(entry) or long_date(entry.span.latest))
            for entry in found.deadlines
            if entry.span
        ),
    )


def _deadline(entry: PlanRemark, material: Material) -> str:
    """A fixed day in a line: the title of its fact where its text is long or its month, or else its first sentence."""
    if entry.fact and (len(entry.text) > LONGEST_DEADLINE or _month(entry)):
        return capitalise(material.facts.title(entry.fact))
    return entry.text.split(". ")[0].rstrip(".")


def _month(entry: PlanRemark) -> str:
    """The month, where the text says no more than that: its first day is then no day that anybody knows."""
    month = long_date(entry.span.latest).partition(" ")[2] if entry.span else ""
    return month if month and entry.text.startswith(f"In {month} ") else ""


def _stop(phase: PlanPhase, near: bool) -> Stop:
    decisions = [step for step in phase.decisions if step.certain and step.expired is None] if near else []
    return Stop(
        label=phase.title,
        progress=phase.status or "",
        when=f"begin {words.months(phase.begins)}" if phase.begins else "",
        decisions=tuple(map(_decision, decisions)),
    )


def _decision(step: PlanStep) -> str:
    """What is decided, and by whom where that does not say it."""
    who = [name for name in step.who if name.removeprefix("de ").casefold() not in step.what.casefold()]
    return f"{step.what.rstrip('.')} ({join_words(who, 'en')})" if who else step.what.rstrip(".")
