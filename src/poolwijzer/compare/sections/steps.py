"""One initiative over time: what came and went from each measurement to the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from poolwijzer.compare.sections.choices import OWN
from poolwijzer.compare.sections.signals import signal_title
from poolwijzer.compare.sheet import Sheet
from poolwijzer.compare.values import ChoiceChange, Step
from poolwijzer.dutch import count_things
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Section
from poolwijzer.report.words import OUTCOMES, verdict_words

NO_CHOICES = (
    "Van een meting binnen een bestand zijn de keuzes niet bewaard. Wat er aan keuzes veranderde, is niet bekend."
)
WITHOUT_CHOICES = "De aandachtspunten zijn hier bepaald zonder de keuzes, omdat die niet van elke meting bekend zijn."


def steps(sheet: Sheet) -> Section:
    """What came and went; in short only since the measurement before the newest."""
    found = sheet.found.steps if sheet.full else sheet.found.steps[-1:]
    parts = tuple(Section(f"stap-{step.now}", _title(step, sheet), tuple(_step(step, sheet))) for step in found)
    bare = any(not one.whole for one in sheet.found.subjects)
    blocks = (Paragraph(Line(WITHOUT_CHOICES), "stil"),) if parts and bare else ()
    return Section("stappen", "Wat er kwam en ging", blocks, parts)


def _title(step: Step, sheet: Sheet) -> str:
    before, now = sheet.found.subjects[step.before - 1], sheet.found.subjects[step.now - 1]
    return f"Van {before.label} naar {now.label}"


def _step(step: Step, sheet: Sheet) -> Iterator[Block]:
    rows = [*_choices(step, sheet), *_signals(step, sheet)]
    if rows:
        yield Labelled(tuple((label, Line(text)) for label, text in rows))
    if step.choices is None:
        yield Paragraph(Line(NO_CHOICES), "stil")
    if step.verdicts:
        yield Paragraph(Line(f"Het oordeel over {count_things(len(step.verdicts), 'optie', 'opties')} veranderde."))
        if sheet.full:
            yield Labelled(tuple(_verdicts(step, sheet)))
    elif not rows:
        yield Paragraph(Line("Hier kwam en ging verder niets."))


def _choices(step: Step, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """What became of choices, each kind of change in a line."""
    changes = step.choices or ()
    sorts = {
        "Nu gekozen": [change for change in changes if change.now == "gekozen"],
        "Nu overwogen": [change for change in changes if change.now == "overwogen"],
        "Niet meer gekozen": [change for change in changes if change.now is None and change.before == "gekozen"],
        "Niet meer overwogen": [change for change in changes if change.now is None and change.before == "overwogen"],
    }
    for label, found in sorts.items():
        if found:
            yield label, "; ".join(_chosen(change, sheet) for change in found)


def _chosen(change: ChoiceChange, sheet: Sheet) -> str:
    if change.option is not None:
        return sheet.content.options[change.option].title
    return f"{change.text} ({OWN} bij {sheet.content.components[change.component].title})"


def _signals(step: Step, sheet: Sheet) -> Iterator[tuple[str, str]]:
    for label, effect, found in (
        ("Nieuw aandachtspunt", "aandacht", step.signals_came),
        ("Geen aandachtspunt meer", "aandacht", step.signals_went),
        ("Nieuw sterk punt", "sterk", step.signals_came),
        ("Geen sterk punt meer", "sterk", step.signals_went),
    ):
        titles = [signal_title(name, sheet) for name, kind in found if kind == effect]
        if titles:
            yield label, "; ".join(titles)


def _verdicts(step: Step, sheet: Sheet) -> Iterator[tuple[str, Line]]:
    """Which verdict became which, each with the options of which that holds."""
    for before, now in product(OUTCOMES, repeat=2):
        titles = [
            sheet.content.options[change.option].title
            for change in step.verdicts
            if (change.before, change.now) == (before, now)
        ]
        if titles:
            yield f"Van '{verdict_words(*before)}' naar '{verdict_words(*now)}'", Line(f"{'; '.join(titles)}.")
