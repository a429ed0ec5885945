"""The pictures of a report beside the typology, each made from what was found out; None where it would say nothing.

A picture tells no more than the tables may: what they withhold, it has not got either.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from poolwijzer.drawing.charts import (
    BarRow,
    Bars,
    Cell,
    Deadline,
    Dots,
    Grid,
    GridRow,
    Item,
    Road,
    ScaleRow,
    Scales,
    Stop,
    Tick,
    Zone,
)
from poolwijzer.dutch import capitalise, count_things, join_words, long_date, number
from poolwijzer.engine.over_time import Moment
from poolwijzer.engine.respondents import StatementView
from poolwijzer.engine.results import VERDICTS, AxisPlacement, Contribution, Verdict
from poolwijzer.engine.stress import BORDER
from poolwijzer.report import words
from poolwijzer.report.advice import ComponentAdvice, PlanPhase, PlanRemark, PlanStep
from poolwijzer.report.answer_words import IMPLIED
from poolwijzer.report.sections.material import Material
from poolwijzer.report.told_answers import labels_for, tell_answer, words_of

CASES = 10
"""Of how many cases it is told in how many the place stays."""
REVERSED = "omgekeerd gevraagd"
OWN_CHOICE = "Zelf bedacht"
OUTCOMES: tuple[tuple[Verdict, bool], ...] = (*((verdict, False) for verdict in VERDICTS), ("minder-passend", True))
"""Every verdict, with whether the option is impossible, the best first."""
NEAR = 2
"""Of how many phases the decisions are told: that of now and the next one."""
LONGEST_DEADLINE = 60
"""How many characters a fixed day is told in before the title of its fact has to do."""


# The axes.


def axes_chart(material: Material) -> Scales | None:
    """Both axes as bars with the levels behind them and how far each could reach; in words, without a number."""
    axes = material.content.typology.axes
    placed = material.placement.axes
    if all(place.score is None for place in placed.values()):
        return None
    told = [f"{axis.short.lower()} {words.level(placed[name], material.content)}" for name, axis in axes.items()]
    rows = tuple(_axis_row(name, placed[name], material) for name in axes)
    return Scales(
        title=capitalise(join_words(axis.short.lower() for axis in axes.values())),
        description=f"{capitalise(join_words(told, 'en'))}.",
        rows=rows,
        zones=level_zones(material),
        bars=True,
        head=("As", "Stand"),
        reach="hier kan de as ook uitkomen" if any(row.low is not None for row in rows) else "",
    )


def level_zones(material: Material) -> tuple[Zone, ...]:
    """Where each level is on the scale, from its lowest end."""
    bands, levels = material.content.typology.bands, material.content.typology.levels
    low, high = (_along(bound, material) for bound in (bands.low_below, bands.high_above))
    return (
        Zone(levels["laag"], 0.0, low),
        Zone(levels["midden"], low, high),
        Zone(levels["hoog"], high, 1.0),
    )


def _axis_row(name: str, place: AxisPlacement, material: Material) -> ScaleRow:
    label, said = material.content.typology.axes[name].short, words.level(place, material.content)
    if place.score is None:
        return ScaleRow(label, said)
    at = _along(place.score, material)
    if place.source != "antwoorden":
        remark = "uw eigen inschatting" if place.source == "eigen-inschatting" else place.because
        return ScaleRow(label, said, at, remark=remark)
    low, high = find_reach(name, material)
    span = words.span(low, high, material.content)
    remark = f"kan ook uitkomen op: {span}" if span != said else ""
    return ScaleRow(label, said, at, _along(low, material), _along(high, material), remark=remark)


def find_reach(axis: str, material: Material) -> tuple[Fraction, Fraction]:
    """From where to where an axis could come, by what is open and by the stress test; on the answer scale."""
    place, stress = material.placement.axes[axis], material.outcome.stress
    if stress is None:
        return place.low, place.high
    return min(place.low, stress.axes[axis].low), max(place.high, stress.axes[axis].high)


def _along(score: Fraction, material: Material) -> float:
    """Where a score lies on the answer scale, from its lowest point (0) to its highest (1)."""
    scale = material.content.typology.scale
    return float((score - scale.lowest) / (scale.highest - scale.lowest))


def path_chart(material: Material, moments: Sequence[Moment]) -> Scales:
    """Both axes at each measurement, one axis after the other."""
    axes = material.content.typology.axes
    rows = tuple(
        ScaleRow(
            f"{axis.short}, {long_date(moment.date) if moment.date else 'nu'}",
            words.level(place, material.content),
            None if place.score is None else _along(place.score, material),
        )
        for name, axis in axes.items()
        for moment in moments
        for place in (moment.placement.axes[name],)
    )
    return Scales(
        title="De assen door de tijd",
        description=f"De stand van {join_words([axis.short.lower() for axis in axes.values()], 'en')} bij elke meting.",
        rows=rows,
        zones=level_zones(material),
        bars=True,
        head=("As en meting", "Stand"),
    )


# The answers.


def answers_chart(material: Material, axis: str) -> Scales | None:
    """Every statement of an axis with what was answered, who else answered what, and the hands.

    What is withheld has no dot. The mean of many stands where the tables round it to.
    """
    place = material.placement.axes[axis]
    if place.because or not any(entry.answer is not None or _view(entry, material) for entry in place.contributions):
        return None
    rows = tuple(_answer_row(entry, material) for entry in place.contributions)
    short = material.content.typology.axes[axis].short.lower()
    number_of = count_things(len(rows), "stelling", "stellingen")
    turned = sum(entry.reversed for entry in place.contributions)
    asked = f", waarvan {turned} omgekeerd gevraagd" if turned else ""
    return Scales(
        title=f"De antwoorden over {short}",
        description=f"Wat is geantwoord op {number_of} over {short}{asked}.",
        rows=rows,
        ticks=_ticks([entry.statement for entry in place.contributions], material),
        head=("Stelling", "Antwoord"),
        dot="het antwoord dat telt" if any(row.at is not None for row in rows) else "",
        others="respondenten: hoe groter, hoe meer" if any(row.others for row in rows) else "",
        hands="handen in de groep: hoe hoger, hoe meer" if any(row.hands for row in rows) else "",
    )


def _ticks(statements: list[str], material: Material) -> tuple[Tick, ...]:
    """The points of the scale in its words; in numbers where the statements have several."""
    scale = material.content.typology.scale
    said = {tuple(sorted(words_of(name, material.outcome).items())) for name in statements}
    told = dict(next(iter(said))) if len(said) == 1 else {}
    return tuple(Tick(told.get(point, str(point)), _along(Fraction(point), material)) for point in scale.points())


def _view(entry: Contribution, material: Material) -> StatementView | None:
    """What may be told of who else answered a statement; nothing where its answer is withheld."""
    found = material.outcome.respondents
    view = found.statements.get(entry.statement) if found and not entry.withheld else None
    return view if view is not None and view.counts is not None else None


def _answer_row(entry: Contribution, material: Material) -> ScaleRow:
    view = _view(entry, material)
    counts = view.counts or () if view else ()
    by_hand = view is not None and view.source == "handen"
    points = material.content.typology.scale.points()
    others = () if by_hand else tuple(zip(points, counts, strict=False))
    told = None if entry.withheld or entry.answer is None else words.nearest_half(entry.answer)
    remarks = (REVERSED if entry.reversed else "", IMPLIED.rstrip(".") if entry.implied_by else "")
    return ScaleRow(
        label=material.sentences.statement(entry.statement),
        said=tell_answer(entry, material.outcome),
        at=None if told is None else _along(told, material),
        others=tuple(Dots(_along(Fraction(point), material), count) for point, count in others if count),
        hands=counts if by_hand else (),
        remark="; ".join(filter(None, remarks)),
    )


# The respondents.


def respondents_chart(material: Material, axis: str = "") -> Bars | None:
    """How many gave each answer to each statement, or to those of an axis, where that may be told."""
    found = material.outcome.respondents
    views = found.statements.items() if found else ()
    told = [(name, view) for name, view in views if view.counts and axis in ("", view.axis)]
    if not told:
        return None
    all_by_hand = all(view.source == "handen" for _, view in told)
    scales = {id(labels): labels.words for name, _ in told for labels in (labels_for(name, material.outcome),)}
    points = material.content.typology.scale.points()
    parts = (
        f"{point}: {join_words(list(dict.fromkeys(named[point] for named in scales.values() if point in named)), 'of')}"
        for point in points
    )
    number_of = count_things(len(told), "stelling", "stellingen")
    return Bars(
        title="Hoeveel handen elk antwoord kreeg" if all_by_hand else "Hoe vaak elk antwoord is gegeven",
        description=f"Bij {number_of} hoe vaak elk antwoord is gegeven{', met handen' if all_by_hand else ''}.",
        parts=tuple(part.removesuffix(": ") for part in parts),
        rows=tuple(_respondents_row(name, view, not all_by_hand, material) for name, view in told),
        head="Stelling",
        behind="Hoe eensgezind",
        ordered=len(points),
    )


def _respondents_row(name: str, view: StatementView, say_how: bool, material: Material) -> BarRow:
    how = " (handen)" if view.source == "handen" else " (samen besproken)" if view.joint else ""
    agreed = words.agreed(view.agreement) if view.agreement is not None else ""
    return BarRow(f"{material.sentences.statement(name)}{how if say_how else ''}", view.counts or (), agreed)


# The options.


def options_chart(material: Material, component: str = "") -> Grid | None:
    """The options of each component, or of one, under their verdicts, with what was chosen."""
    cards = [card for card in material.advice.components if component in ("", card.component) and card.options]
    if not cards:
        return None
    seen = {(option.verdict, option.excluded) for card in cards for option in card.options}
    columns = [outcome for outcome in OUTCOMES if outcome in seen]
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


# The road.


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
            Deadline(_deadline(entry, material), long_date(entry.span.latest))
            for entry in found.deadlines
            if entry.span
        ),
    )


def _deadline(entry: PlanRemark, material: Material) -> str:
    """A fixed day in a line: the title of its fact where its text is long, or else its first sentence."""
    if entry.fact and len(entry.text) > LONGEST_DEADLINE:
        return capitalise(material.facts.title(entry.fact))
    return entry.text.split(". ")[0].rstrip(".")


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


# How firm.


def firmness_chart(material: Material) -> Bars | None:
    """In how many of ten cases, with answers that are slightly different, the initiative comes out where.

    None where nothing was tested, and where it nearly always comes out at the same place: a whole bar would say that it
    is certain, and a sentence says it better.
    """
    found, content = material.outcome.stress, material.content
    if found is None or not (elsewhere := int(number(CASES * found.changed, 0))):
        return None
    in_play = material.placement.in_play
    here = in_play[0] if len(in_play) == 1 else BORDER
    stays = 1 - found.changed
    rest = {name: share for name, share in found.shares.items() if name not in (here, BORDER)}
    between = found.shares[BORDER] - (stays if here == BORDER else 0)
    others = {content.typology.quadrants[name].title: share for name, share in rest.items()}
    others["tussen twee andere plekken" if here == BORDER else "tussen twee plekken"] = between
    title = words.headline(material.placement, content)
    same = f"dezelfde plek ({title if len(in_play) == 1 else title[:1].lower() + title[1:]})"
    counts = {same: CASES - elsewhere}
    counts |= {name: count for name, count in _whole(others, elsewhere).items() if count}
    told = join_words([f"{times} keer {_on(name)}" for name, times in counts.items()], "en")
    return Bars(
        title=f"Waar u uitkomt als enkele antwoorden net anders zijn, in {CASES} gevallen",
        description=(
            f"Zijn enkele antwoorden net anders, dan komt u in {CASES} gevallen {told} uit; "
            "dit zegt niet of uw antwoorden goed zijn."
        ),
        parts=tuple(counts),
        rows=(BarRow("De plek", tuple(counts.values()), content.typology.stress.words[found.clarity]),),
        behind="Hoe vast",
    )


def _on(place: str) -> str:
    return place if place.startswith("tussen ") else f"op {place}"


def _whole(shares: dict[str, Fraction], total: int) -> dict[str, int]:
    """A total divided by shares in whole numbers: who loses most by rounding down gets the rest."""
    all_of_it = sum(shares.values(), Fraction()) or Fraction(1)
    exact = {name: total * share / all_of_it for name, share in shares.items()}
    counts = {name: int(value) for name, value in exact.items()}
    left = total - sum(counts.values())
    for name in sorted(exact, key=lambda one: counts[one] - exact[one])[:left]:
        counts[name] += 1
    return counts
