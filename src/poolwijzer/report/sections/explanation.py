"""*Uitleg*: the score so that it can be redone by hand, and the trace of every rule."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from poolwijzer.dutch import number
from poolwijzer.engine.results import AxisPlacement, OptionAdvice, RuleTrace
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.place import answer_words
from poolwijzer.report.words import VERDICT_WORDS

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
    for card in material.advice.components:
        for option in card.options:
            parts.append(Section(f"uitleg-{option.option}", option.title, tuple(_option(option, material))))
    for name, traces in material.advice.signal_rules.items():
        title = f"Aandachtspunt: {material.content.signals[name].title}"
        parts.append(Section(f"uitleg-{name}", title, tuple(_rules(traces))))
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
                answer_words(entry, material),
                turned,
                counted,
                number(entry.weight, 2),
                product,
            )
        )
    head = ("Stelling", "Antwoord", "Omgekeerd", "Telt als", "Gewicht", "Gewicht x telt als")
    yield Table("Elke stelling met haar bijdrage", head, tuple(rows), right=frozenset({3, 4, 5}))
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


def _option(option: OptionAdvice, material: Material) -> Iterator[Block]:
    quadrants = material.content.typology.quadrants
    fits = ", ".join(f"{quadrants[name].title} {fit}" for name, fit in option.fit_by_quadrant.items())
    yield Labelled(
        (
            ("Basis per plek", Line(fits)),
            ("Basis hier", Line(str(option.base_fit))),
            ("Regels samen", Line(number(option.adjustment, 0))),
            ("Oordeel", Line(VERDICT_WORDS[option.verdict])),
        )
    )
    yield from _rules(option.rules)


def _rules(traces: tuple[RuleTrace, ...]) -> Iterator[Block]:
    if traces:
        rows = tuple(
            (
                trace.effect,
                TRUTH[trace.truth] + (" (verlopen)" if trace.expired else ""),
                trace.when,
                "; ".join(trace.facts),
                trace.because,
            )
            for trace in traces
        )
        yield Table("Elke regel", ("Werking", "Uitkomst", "Als", "Wat bekend is", "Reden"), rows)
