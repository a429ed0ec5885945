"""The options that are not judged the same everywhere, and what decided that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.compare.sheet import Sheet
from poolwijzer.compare.values import VerdictCompared
from poolwijzer.dutch import capitalise, count_things
from poolwijzer.engine.results import Verdict
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.sentences import SentenceMaker
from poolwijzer.report.words import OUTCOMES, verdict_sentence, verdict_words


def verdicts(sheet: Sheet) -> Section:
    """The options whose verdict differs; everything in the whole report. Over time the steps tell it."""
    title = "Waar het oordeel over een optie verschilt"
    if sheet.found.kind == "time":
        return Section("oordelen", title)
    differing = [entry for entry in sheet.found.verdicts if entry.differs]
    total = len(sheet.found.verdicts)
    same = total - len(differing)
    told = f"Van de {count_things(total, 'optie', 'opties')} krijgen er {same} bij {sheet.all} hetzelfde oordeel."
    blocks: list[Block] = [Paragraph(Line(told))]
    if any(not one.placement.in_play for one in sheet.found.subjects):
        blocks.append(Paragraph(Line("Zonder plek is een oordeel nog onzeker."), "let-op"))
    if not sheet.full:
        return Section("oordelen", title, tuple(blocks))
    shown = sheet.found.verdicts if sheet.whole else differing
    found = []
    for name, component in sheet.content.components.items():
        if entries := [entry for entry in shown if entry.component == name]:
            found.append((name, component.title, entries))
    if not sheet.whole:
        tables = [_table(component, entries, sheet) for _, component, entries in found]
        return Section("oordelen", title, (*blocks, *sheet.explained(), *tables))
    parts = [
        Section(f"oordelen-{name}", component, tuple(_component(entries, sheet))) for name, component, entries in found
    ]
    return Section("oordelen", title, (*blocks, *sheet.explained()), tuple(parts))


def _component(entries: Sequence[VerdictCompared], sheet: Sheet) -> Iterator[Block]:
    yield _table("Het oordeel per optie", entries, sheet)
    if not sheet.many:
        for entry in entries:
            if entry.differs:
                yield Paragraph(Line(f"Waarom: {sheet.content.options[entry.option].title}"), "sterk")
                yield Labelled(tuple(_reasons(entry, sheet)))


def _table(caption: str, entries: Sequence[VerdictCompared], sheet: Sheet) -> Table:
    """Of a few the verdict under each name; of more who got which verdict."""
    titles = [sheet.content.options[entry.option].title for entry in entries]
    if sheet.few:
        told = [[verdict_words(*outcome) for outcome in entry.outcomes] for entry in entries]
        head = ("Optie", *sheet.heads())
    else:
        used = [outcome for outcome in OUTCOMES if any(outcome in entry.outcomes for entry in entries)]
        told = [[_who(entry, outcome, sheet) for outcome in used] for entry in entries]
        head = ("Optie", *(capitalise(verdict_words(*outcome)) for outcome in used))
    return Table(caption, head, tuple((one, *cells) for one, cells in zip(titles, told, strict=True)))


def _who(entry: VerdictCompared, outcome: tuple[Verdict, bool], sheet: Sheet) -> str:
    numbers = [number for number, found in enumerate(entry.outcomes, 1) if found == outcome]
    return sheet.who(numbers) if numbers else ""


def _reasons(entry: VerdictCompared, sheet: Sheet) -> Iterator[tuple[str, Line]]:
    """For each what decided the verdict most."""
    for one in sheet.found.subjects:
        judged = one.judgement.option(entry.option)
        rule = judged.leading
        reason = SentenceMaker(one.outcome).reason(rule) if rule else None
        said = f"{capitalise(verdict_words(judged.verdict, judged.excluded))}."
        yield one.label, sheet.notes.line(f"{said} {reason.text if reason else verdict_sentence(judged)}", reason)
