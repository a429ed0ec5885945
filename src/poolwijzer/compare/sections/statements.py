"""The answers: where they differ most, where they are the same, and what not everyone answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from string import ascii_uppercase

from poolwijzer.compare.sections.grids import answers_grid
from poolwijzer.compare.sheet import Sheet
from poolwijzer.compare.values import StatementCompared
from poolwijzer.dutch import capitalise, count_things, join_words
from poolwijzer.engine.results import Contribution
from poolwijzer.report import words
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.texts import table_of
from poolwijzer.report.told_answers import tell_answer, tell_plainly

MOST_IN_SHORT, MOST = 3, 5
"""How many statements a short report and an ordinary one tell."""
NONE_ANSWERED_TWICE = "Er is geen stelling die door twee of meer is beantwoord."
NO_DIFFERENCE = "Er is geen stelling waarop de antwoorden verschillen."
DIFFERENT = {
    "initiatives": "De grootste verschillen",
    "groups": "Hier kijken de groepen verschillend naar",
    "time": "Welke antwoorden het meest veranderden",
}
ALIKE = {
    "initiatives": "Waar de antwoorden gelijk zijn",
    "groups": "Hier antwoorden de groepen hetzelfde",
    "time": "Welke antwoorden gelijk bleven",
}
TALK = "Laat elke groep vertellen waar haar antwoord op berust. Vraag niet wie gelijk heeft."
UNKNOWN = "-"


def statements(sheet: Sheet) -> Section:
    """What to look at in the answers; over time a short report leaves it to the path."""
    kind = sheet.found.kind
    parts = [
        Section("verschillen", DIFFERENT[kind], (*_different(sheet), *_count_not_by_all(sheet))),
        Section("gelijk", ALIKE[kind], tuple(_alike(sheet))),
        Section("niet-door-allen", "Niet door allen beantwoord", tuple(_not_by_all(sheet))),
        *(_all_answers(sheet) if sheet.whole else ()),
    ]
    shown = parts if sheet.full or kind != "time" else []
    return Section("antwoorden", "De antwoorden", (), tuple(part for part in shown if part.blocks))


def _different(sheet: Sheet) -> Iterator[Block]:
    differing = sheet.found.most_different()
    if not differing:
        both = any(entry.spread is not None for entry in sheet.found.statements)
        yield Paragraph(Line(NO_DIFFERENCE if both else NONE_ANSWERED_TWICE))
        return
    groups = sheet.found.kind == "groups"
    most = len(differing) if groups and sheet.whole else MOST if sheet.full else MOST_IN_SHORT
    shown = differing[:most]
    if groups:
        yield from _to_talk_about(shown, sheet)
    else:
        yield from _side_by_side("Antwoord per stelling", shown, sheet, drawn=sheet.full)
    if left := len(differing) - len(shown):
        yield Paragraph(
            Line(f"Op nog {count_things(left, 'stelling', 'stellingen')} verschillen de antwoorden."), "stil"
        )


def _to_talk_about(entries: Sequence[StatementCompared], sheet: Sheet) -> Iterator[Block]:
    """Statements on which groups differ: who said what, and what shows which answer is right."""
    yield Paragraph(Line(TALK))
    for entry in entries:
        yield Paragraph(Line(sheet.statement(entry.statement)), "sterk")
        rows = [(answer, sheet.who(numbers)) for answer, numbers in by_answer(entry, sheet).items()]
        rows.append(("Kijk samen naar", sheet.filled(sheet.content.statements[entry.statement].evidence)))
        if entry.agreement is not None:
            rows.append(("Hoe eensgezind", words.agreed(entry.agreement)))
        yield Labelled(tuple((label, Line(text)) for label, text in rows))


def by_answer(entry: StatementCompared, sheet: Sheet) -> dict[str, list[int]]:
    """Who gave each answer, from the lowest that was given up; last who gave none."""
    found: dict[str, list[int]] = {}
    numbered = [
        (one.answer if one and one.counted is not None else None, number, one)
        for number, one in enumerate(entry.entries, 1)
    ]
    for _, number_of, one in sorted(numbered, key=lambda item: (item[0] is None, item[0] or 0, item[1])):
        found.setdefault(_in_words(one, number_of, sheet), []).append(number_of)
    return found


def _alike(sheet: Sheet) -> Iterator[Block]:
    alike = sheet.found.alike()
    if not alike:
        return
    if not sheet.full:
        yield Paragraph(Line(f"Op {count_things(len(alike), 'stelling', 'stellingen')} zijn de antwoorden gelijk."))
        return
    yield Bullets(tuple(Line(_same(entry, sheet)) for entry in alike))


def _same(entry: StatementCompared, sheet: Sheet) -> str:
    answered = [number for number, one in enumerate(entry.entries, 1) if one and one.counted is not None]
    told = {_in_words(entry.entries[number - 1], number, sheet) for number in answered}
    if len(told) > 1:  # groups of unlike size count otherwise: what they have in common is the word
        told = {_in_words(entry.entries[number - 1], number, sheet, plainly=True) for number in answered}
    by = "" if len(answered) == sheet.size else f" (beantwoord door {sheet.who(answered)})"
    return f"{sheet.statement(entry.statement)} Antwoord: {join_words(sorted(told), 'of')}{by}."


def _not_by_all(sheet: Sheet) -> Iterator[Block]:
    """What somebody answered and somebody else did not; over time the path tells that."""
    lines = [
        Line(f"{sheet.statement(entry.statement)} Geen antwoord: {sheet.who(without)}.")
        for entry, without in _without_answer(sheet)
    ]
    if lines and (sheet.whole or sheet.found.kind == "groups"):
        yield Bullets(tuple(lines))


def _count_not_by_all(sheet: Sheet) -> Iterator[Block]:
    """How many those are, where they are not named."""
    count = len(_without_answer(sheet))
    if count and not sheet.whole and sheet.found.kind != "groups":
        verb = "is" if count == 1 else "zijn"
        said = f"{count_things(count, 'stelling', 'stellingen')} {verb} niet door {sheet.every} beantwoord."
        yield Paragraph(Line(said), "stil")


def _without_answer(sheet: Sheet) -> list[tuple[StatementCompared, list[int]]]:
    """Statements that somebody answered, with who did not."""
    if sheet.found.kind == "time" or not sheet.full:
        return []
    values = ((entry, enumerate(entry.counted(), 1)) for entry in sheet.found.statements)
    found = [(entry, [number for number, value in counted if value is None]) for entry, counted in values]
    return [(entry, without) for entry, without in found if 0 < len(without) < sheet.size]


def _all_answers(sheet: Sheet) -> Iterator[Section]:
    for name, axis in sheet.content.typology.axes.items():
        entries = [entry for entry in sheet.found.statements if entry.axis == name]
        if entries:
            title = f"Alle antwoorden op {axis.short.lower()}"
            yield Section(f"alle-{name}", title, tuple(_side_by_side(title, entries, sheet)))


def _side_by_side(
    caption: str, entries: Sequence[StatementCompared], sheet: Sheet, *, drawn: bool = False
) -> Iterator[Block]:
    """The answers in a table or drawn as one: a statement a row, or with many to compare, one of those a row."""
    if sheet.many:
        letters = [_letter(index) for index in range(len(entries))]
        yield Labelled(
            tuple((letter, Line(sheet.statement(one.statement))) for letter, one in zip(letters, entries, strict=True))
        )
        rows = tuple(
            (sheet.numbered(number), *(_short(one.entries[number - 1]) for one in entries))
            for number in range(1, sheet.size + 1)
        )
        yield Table(caption, (capitalise(sheet.noun), *letters), rows, frozenset(range(1, len(entries) + 1)))
    else:
        yield from sheet.heads_explained()
        grid = answers_grid(caption, entries, partial(_said, sheet=sheet), sheet)
        right = frozenset() if sheet.few else frozenset(range(1, sheet.size + 1))
        yield grid if drawn else replace(table_of(grid), right=right)
    if not sheet.few:
        yield Paragraph(Line(_scale(sheet)), "stil")


def _said(entry: StatementCompared, number: int, sheet: Sheet) -> str:
    """What one of them answered, in words where there is room for them."""
    one = entry.entries[number - 1]
    return _in_words(one, number, sheet) if sheet.few else _short(one)


def _letter(index: int) -> str:
    """A to Z, and from there on A2 and so on."""
    turn, place = divmod(index, len(ascii_uppercase))
    return f"{ascii_uppercase[place]}{turn + 1 if turn else ''}"


def _in_words(entry: Contribution | None, number: int, sheet: Sheet, *, plainly: bool = False) -> str:
    """What one of them answered, by its number."""
    if entry is None:
        return "niet gevraagd"
    if entry.status == "telt-niet":
        return "telt niet mee"
    return (tell_plainly if plainly else tell_answer)(entry, sheet.found.subjects[number - 1].outcome)


def _short(entry: Contribution | None) -> str:
    return UNKNOWN if entry is None or entry.counted is None or entry.answer is None else words.halves(entry.answer)


def _scale(sheet: Sheet) -> str:
    """What the ends of the scale mean."""
    scale = sheet.content.typology.scale
    ends = [
        f"{point} is {join_words((_quoted(labels.words[point]) for labels in scale.labels.values()), 'of')}"
        for point in (scale.lowest, scale.highest)
    ]
    return f"{'; '.join(ends)}. {UNKNOWN} is niet bekend."


def _quoted(text: str) -> str:
    return f"'{text}'"
