"""*Uitleg*: the score so that it can be redone by hand, and the trace of every rule."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from poolwijzer.dutch import number, percentage
from poolwijzer.engine.results import AxisPlacement
from poolwijzer.engine.stress import Stress
from poolwijzer.report import words
from poolwijzer.report.advice import OptionAdvice, RuleTrace
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.sections.material import Material
from poolwijzer.report.told_answers import tell_answer
from poolwijzer.report.words import verdict_words

TRUTH = {True: "waar", False: "niet waar", None: "onbekend"}


def explanation(material: Material) -> Section:
    """Per axis the sum, per option and signal every rule: true, false or unknown, and why."""
    typology = material.content.typology
    parts = [
        Section(
            f"uitleg-{name}",
            f"De score op {axis.short.lower()}",
            tuple(_axis(material.placement.axes[name], material)),
        )
        for name, axis in typology.axes.items()
    ]
    parts += _robustness(material)
    for card in material.advice.components:
        for option in card.options:
            parts.append(Section(f"uitleg-{option.option}", option.title, tuple(_option(option, material))))
    for name, traces in material.advice.signal_rules.items():
        title = f"Aandachtspunt: {material.content.signals[name].title}"
        parts.append(Section(f"uitleg-{name}", title, tuple(_rules(traces, material))))
    return Section("uitleg", "Uitleg: hoe dit is berekend", (), tuple(parts))


def _axis(place: AxisPlacement, material: Material) -> Iterator[Block]:
    if place.because:
        yield Paragraph(Line(f"{place.because} De score is {number(place.score or 0, 2)}."))
        return
    rows = []
    for entry in place.contributions:
        product = "" if entry.counted is None else number(entry.weight * entry.counted, 2)
        counted = "telt niet mee" if entry.counted is None else number(entry.counted, 2)
        turned = "ja" if entry.reversed else "nee"
        rows.append(
            (
                entry.statement,
                tell_answer(entry, material.outcome),
                turned,
                counted,
                number(entry.weight, 2),
                product,
                "" if entry.contribution is None else number(entry.contribution, 4),
            )
        )
    head = ("Stelling", "Antwoord", "Omgekeerd", "Telt als", "Gewicht", "Gewicht x telt als", "Bijdrage")
    yield Table("Elke stelling met haar bijdrage", head, tuple(rows), right=frozenset({3, 4, 5, 6}))
    yield Labelled(tuple((label, Line(text)) for label, text in _sums(place, material)))


def _sums(place: AxisPlacement, material: Material) -> Iterator[tuple[str, str]]:
    answered = [entry for entry in place.contributions if entry.counted is not None]
    total = sum((entry.weight * (entry.counted or 0) for entry in answered), Fraction())
    weights = sum((entry.weight for entry in answered), Fraction())
    bounds, bands = material.content.typology.coverage, material.content.typology.bands
    if weights and place.source == "antwoorden":
        yield "Score", f"{number(total, 2)} gedeeld door {number(weights, 2)} is {number(total / weights, 4)}"
    elif place.score is not None:
        yield "Score", f"{number(place.score, 2)}, de eigen inschatting"
    yield (
        "Laagste en hoogste",
        f"{number(place.low, 4)} en {number(place.high, 4)}, als wat open is het laagst of hoogst was",
    )
    yield "Dekking", f"{place.answered} van {place.asked} is {number(place.coverage, 4)}"
    yield "Genoeg vanaf", f"{number(bounds.definitive, 4)}; voorlopig vanaf {number(bounds.provisional, 4)}"
    yield "Grenzen", f"laag onder {number(bands.low_below, 2)}, hoog boven {number(bands.high_above, 2)}"


def _robustness(material: Material) -> Iterator[Section]:
    """How the runs were made, each answer left out in turn, and the steps to another place."""
    found = material.examination
    if found.stress is not None:
        yield Section(
            "uitleg-doorrekening",
            "Hoe vast staat de plek? De rondes",
            (Labelled(tuple(_runs(found.stress, material))),),
        )
    if found.removals:
        rows = tuple(
            (
                entry.statement,
                number(entry.change, 4),
                words.places_title(entry.in_play, material.content),
                "ja" if entry.moves else "nee",
            )
            for entry in found.removals
        )
        head = ("Stelling", "Verandering van de score", "Plek", "Andere plek")
        table = Table("Zonder een van de antwoorden", head, rows, right=frozenset({1}))
        yield Section("uitleg-weglaten", "Elk antwoord een keer weggelaten", (table,))
    if found.moves:
        rows = tuple(
            (
                entry.statement,
                words.places_title(move.in_play, material.content),
                str(entry.steps),
                f"{number(entry.start, 2)} naar {number(entry.end, 2)}",
            )
            for move in found.moves
            for entry in move.statements
        )
        table = Table("De minste stappen", ("Stelling", "Naar de plek", "Stappen", "Antwoord"), rows, frozenset({2}))
        yield Section("uitleg-stappen", "De minste stappen naar een andere plek", (table,))


def _runs(found: Stress, material: Material) -> Iterator[tuple[str, Line]]:
    bounds = material.content.typology.stress
    yield "Rondes", Line(number(found.runs, 0))
    yield "Gewichten", Line(f"hooguit {percentage(bounds.weight_change)} lichter of zwaarder")
    yield "Antwoorden", Line(f"{percentage(bounds.step_share)} schuift een stap op, omhoog of omlaag")
    yield "Per as en ronde", Line(f"een verschuiving met standaardafwijking {number(bounds.shift, 2)}")
    yield "Om de beurt", Line("een stelling weggelaten; wat open is weggelaten, het laagst of het hoogst")
    yield "Staat stevig vanaf", Line(f"{percentage(bounds.clear_from)} op dezelfde plek")
    yield "Staat redelijk stevig vanaf", Line(f"{percentage(bounds.likely_from)} op dezelfde plek")
    yield "Begingetal", Line(f"{found.seed}, berekend uit de antwoorden en de menu's")


def _option(option: OptionAdvice, material: Material) -> Iterator[Block]:
    quadrants = material.content.typology.quadrants
    fits = ", ".join(f"{quadrants[name].title} {fit}" for name, fit in option.fit_by_quadrant.items())
    counted = f"{option.reasons_for} voor en {option.reasons_against} tegen"
    total = f"{option.reasons_for} - {option.reasons_against}"
    place = f"{'-' if option.place_effect < 0 else '+'} {number(abs(option.place_effect), 3)}"
    rows = (
        ("Fit per plek", f"{fits} (2 spreekt ervoor, 1 zegt niets, 0 spreekt ertegen)"),
        ("De plek telt", f"{number(option.place_effect, 3)}, de helft van het gemiddelde van fit min 1"),
        ("Redenen", counted),
        ("Som", f"{total} {place} = {number(option.score, 3)}"),
        ("Oordeel", verdict_words(option.verdict, option.excluded)),
    )
    yield Labelled(tuple((label, Line(text)) for label, text in rows))
    yield from _rules(option.rules, material)


def _rules(traces: tuple[RuleTrace, ...], material: Material) -> Iterator[Block]:
    if traces:
        rows = tuple(
            (
                trace.effect,
                TRUTH[trace.truth] + (" (verlopen)" if trace.expired else ""),
                f"{trace.when}. Zwijgt nu, want {trace.silent}" if trace.silent else trace.when,
                "; ".join(trace.facts),
                material.facts.refer(trace.because, trace.fact),
            )
            for trace in traces
        )
        yield Table("Elke regel", ("Werking", "Uitkomst", "Als", "Wat bekend is", "Reden"), rows)
