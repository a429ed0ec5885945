"""What was understood of a table, as a report: first what will happen, then what it rests on, then what to do.

On the screen of who has the table it repeats what respondents typed. In a file, which goes from hand to hand, it does
not: there stands where it is. Neither has addresses or names of persons, for these are never read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import PurePath
from typing import NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.dutch import capitalise, count_things, join_some, join_words, long_date, number
from poolwijzer.problems import Problem, quote
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.typed_text import sanitize
from poolwijzer.tables.columns import column_letters, name_column
from poolwijzer.tables.in_short import SKIPPED_ROWS, name_rows, place_in_words, rows_in_words, who_in_words
from poolwijzer.tables.row import SEE_SCREEN
from poolwijzer.tables.understanding.columns import left_out_blocks, other_columns, safe_header, shared_words
from poolwijzer.tables.understanding.reading import Odd, OddKind, TableUnderstanding
from poolwijzer.tables.understanding.statements import statement_blocks, word_blocks

_MOST = {True: 25, False: 200}
"""How many of a kind are listed: on a screen, and in a file."""
_KINDS: dict[OddKind, str] = {
    "unknown-name": "Namen die geen gemeente zijn",
    "no-answer": "Antwoorden die geen antwoord zijn",
    "outside": "Gemeenten die niet in de lijst staan",
    "row": "Rijen waarin iets niet klopt",
}


class Step(NamedTuple):
    """What to do next, with the command for it."""

    sentence: str
    command: str = ""


def build_understanding(
    found: TableUnderstanding, content: Content, steps: Sequence[Step], *, on_screen: bool, on: date = date.min
) -> Report:
    """Everything that is said of how a table was understood.

    Args:
        found: What was understood.
        content: The menus.
        steps: What to do next.
        on_screen: Whether it is for who has the table; else it is for others, and repeats nothing that was typed.
        on: The date, for the properties of a document.
    """
    page = _Page(found, content, on_screen)
    sections = (
        Section("kort", "", tuple(page.in_short())),
        Section("let-op", "Kijk hier eerst naar", tuple(page.attention())),
        Section("stellingen", "De stellingen", tuple(statement_blocks(found, content, on_screen))),
        Section(
            "kolommen", "De andere kolommen", (*other_columns(found, on_screen), *left_out_blocks(found, on_screen))
        ),
        Section("gemeenten", "Wie antwoordde", tuple(page.municipalities())),
        Section("initiatieven", "De initiatieven", tuple(page.initiatives())),
        Section("rijen", "Rijen die niet meetellen", tuple(page.rows())),
        Section("woorden", "Zo leest Poolwijzer de woorden", tuple(word_blocks(found, content, on_screen))),
        Section("meldingen", "Wat verder opvalt", tuple(page.remarks())),
        Section("verder", "Wat u nu kunt doen", tuple(_steps(steps))),
    )
    return sanitize(
        Report(
            title=found.path if on_screen else PurePath(found.path).name,
            subtitle="Dit begrijpt Poolwijzer van de tabel. Er is nog niets mee gedaan.",
            sections=tuple(section for section in sections if section.blocks),
            date=on,
            kind="wat er begrepen is",
        )
    )


class _Page:
    """One table, for one kind of reader."""

    def __init__(self, found: TableUnderstanding, content: Content, on_screen: bool) -> None:
        self._found = found
        self._content = content
        self._on_screen = on_screen
        self._most = _MOST[on_screen]

    def in_short(self) -> Iterator[Block]:
        found = self._found
        yield Paragraph(Line(f"{tell_verdict(found)} {_look(found)}"), "let-op" if found.needs_attention else "sterk")
        if found.problems:
            yield Bullets(tuple(Line(self._told(one)) for one in found.problems[: self._most]))
        rows = [("Gelezen", capitalise(place_in_words(found.seen)))]
        if found.rows == "respondents" and found.initiatives:
            rows += [("Gevonden", who_in_words(found.seen)), ("Telt mee", _who_counts(found))]
        if counted := _not_counted(found):
            rows += [("Telt niet mee", counted)]
        rows += [("Kolommen", _columns_in_short(found))] if found.columns else []
        if found.period:
            rows += [("Antwoorden van", _period(*found.period))]
        if (missing := _missing(found)) is not None:
            rows += [("Wie ontbreekt", missing)]
        if told := tuple((label, Line(text)) for label, text in rows if text):
            yield Labelled(told)

    def attention(self) -> Iterator[Block]:
        found = self._found
        for one in found.columns:
            if one.seems:
                what = "antwoorden" if one.seems == "answers" else "namen van gemeenten"
                where = name_column(one.number, safe_header(one, found, self._on_screen))
                yield Paragraph(Line(f"In {where} staan {what}. Toch telt zij niet mee: Poolwijzer kent de kop niet."))
        for kind, title in _KINDS.items():
            if odd := [one for one in found.odd if one.kind == kind]:
                yield Paragraph(Line(f"{title}:"), "sterk")
                yield Bullets(tuple(self._odd(odd)))

    def _odd(self, odd: Sequence[Odd]) -> Iterator[Line]:
        """What is odd in some rows; a name or an answer that returns is told once."""
        if not self._on_screen:
            shown = [(one.problem.line, one.column) for one in odd]
            places = list(dict.fromkeys(_place(line, column) for line, column in shown))
            yield Line(f"{capitalise(join_some(places, self._most))}. {SEE_SCREEN}")
            return
        same: dict[tuple[object, ...], list[Odd]] = {}
        for one in odd:
            key = (one.column, one.text) if one.text else (one.problem.message, one.problem.line)
            same.setdefault(key, []).append(one)
        for group in list(same.values())[: self._most]:
            rows = [one.problem.line for one in group if one.problem.line]
            yield Line(
                f"{capitalise(name_rows(rows))}: {self._told(group[0].problem)}"
                if rows
                else self._told(group[0].problem)
            )
        if len(same) > self._most:
            yield Line(f"En nog {number(len(same) - self._most, 0)} andere.")

    def _told(self, problem: Problem) -> str:
        told = (problem.message, problem.hint) if self._on_screen else shared_words(problem, self._found)
        return " ".join(filter(None, told))

    def municipalities(self) -> Iterator[Block]:
        for one in self._found.initiatives if len(self._found.initiatives) == 1 else ():
            if one.municipalities:
                there = sorted(one.municipalities, key=lambda town: (-town.respondents, town.name))
                shown = [f"{town.name} ({number(town.respondents, 0)})" for town in there]
                yield Paragraph(Line(f"{join_some(shown, max(self._most, 60))}."))
            if one.bodies:
                yield Paragraph(
                    Line(
                        f"Ook: {join_some([*map(quote, one.bodies)])}."
                        if self._on_screen
                        else "Ook een andere organisatie."
                    )
                )
            behalf = [town for town in one.municipalities if town.on_behalf]
            if behalf:
                towns = count_things(len(behalf), "gemeente", "gemeenten")
                yield Paragraph(
                    Line(f"Uit {towns} antwoordt iemand namens de gemeente. Dat gaat voor op een eigen beeld.")
                )
            for town in behalf:
                if len(town.on_behalf) > 1:
                    older, newest = town.on_behalf[:-1], town.on_behalf[-1]
                    yield Paragraph(Line(f"Namens {town.name} telt rij {newest}. Ouder is {name_rows(older)}."))
            if one.silent:
                silent = count_things(one.silent, "respondent", "respondenten")
                yield Paragraph(Line(f"{silent} zonder enig antwoord op een stelling."))

    def initiatives(self) -> Iterator[Block]:
        found = self._found
        if found.rows != "initiatives" and len(found.initiatives) < 2:
            return
        people = found.rows == "respondents"
        head = (
            "Initiatief",
            "Rij",
            "Respondenten" if people else "Gemeenten",
            "Stellingen",
            "Telt mee",
            *(("Wie ontbreekt",) if people else ()),
        )
        rows = tuple(
            (
                one.name or "zonder naam",
                str(one.row),
                number(one.respondents if people else len(one.listed), 0),
                number(len(one.statements), 0),
                "ja" if one.usable else "nee",
                *([join_some(one.missing, 3)] if people else []),
            )
            for one in found.initiatives[: self._most]
        )
        if rows:
            yield Table(
                count_things(len(found.initiatives), "initiatief", "initiatieven"), head, rows, frozenset((1, 2, 3))
            )
        if len(found.initiatives) > self._most:
            yield Paragraph(Line(f"En nog {number(len(found.initiatives) - self._most, 0)} andere."))

    def rows(self) -> Iterator[Block]:
        found = self._found
        told = [(capitalise(SKIPPED_ROWS[why][1]), name_rows(rows)) for why, rows in found.skipped.items()]
        if empty := [*found.seen.empty, *found.seen.blank]:
            told.append(("Lege rijen", name_rows(empty)))
        if found.replaced:
            pairs = [f"rij {row} (rij {newer} telt)" for row, newer in sorted(found.replaced.items())]
            told.append(("Dubbele", join_some(pairs, self._most)))
        if found.perhaps_doubles:
            pairs = [f"rij {row} en rij {other}" for row, other in found.perhaps_doubles]
            told.append(("Van één adres, tellen beide", join_some(pairs, self._most)))
        if told:
            yield Labelled(tuple((label, Line(capitalise(text))) for label, text in told))

    def remarks(self) -> Iterator[Block]:
        told = list(dict.fromkeys(self._told(one) for one in self._found.remarks))
        if told:
            more = [f"En nog {number(len(told) - self._most, 0)} andere."] if len(told) > self._most else []
            yield Bullets(tuple(map(Line, (*told[: self._most], *more))))


def tell_verdict(found: TableUnderstanding) -> str:
    """What will happen, in a sentence."""
    if found.problems and not found.initiatives:
        return "Deze tabel telt nu niet mee."
    if not found.usable:
        return "Niets in deze tabel telt nu mee."
    return "Niet alles telt mee." if found.needs_attention else "Poolwijzer kan deze tabel lezen."


def _look(found: TableUnderstanding) -> str:
    """Where to look after that."""
    if found.problems and not found.initiatives:
        return "Dit is waarom:"
    if not found.usable:
        return "Hieronder staat waarom."
    return "Kijk eerst naar wat hieronder staat." if found.needs_attention else "Klopt wat hieronder staat?"


def _who_counts(found: TableUnderstanding) -> str:
    towns = {town.name for one in found.initiatives for town in one.municipalities}
    people = count_things(found.respondents, "respondent", "respondenten")
    return f"{people} uit {count_things(len(towns), 'gemeente', 'gemeenten')}" if towns else people


def _not_counted(found: TableUnderstanding) -> str:
    """How many rows count for nothing, by why."""
    parts = rows_in_words(found.seen)
    if rejected := sum(len(one.rejected) for one in found.initiatives if one.usable):
        parts.append(count_things(rejected, "rij waarin iets niet klopt", "rijen waarin iets niet klopt"))
    if outside := sum(count for one in found.initiatives for _, count in one.outside):
        parts.append(f"{count_things(outside, 'respondent', 'respondenten')} van buiten de lijst")
    if lost := sum(not one.usable for one in found.initiatives):
        parts.append(count_things(lost, "initiatief", "initiatieven"))
    return join_words(parts)


def _columns_in_short(found: TableUnderstanding) -> str:
    if found.rows == "counts" and found.usable:
        names = {statement.id for one in found.initiatives for statement in one.statements}
        return count_things(len(names), "stelling", "stellingen")
    statements = {one.statement for one in found.columns if one.statement}
    used = sum(one.meaning is not None for one in found.columns)
    left = len(found.columns) - used
    if not used:
        return "Poolwijzer kent geen enkele kop"
    if not found.usable:
        known = f"{number(used, 0)} herkend, waarvan {count_things(len(statements), 'stelling', 'stellingen')}"
        return f"{known}; {number(left, 0)} niet"
    told = [f"{number(used, 0)} {'telt' if used == 1 else 'tellen'} mee"]
    told[0] += (
        f", {'waarvan ' if used > len(statements) else ''}{count_things(len(statements), 'stelling', 'stellingen')}"
        if statements
        else ""
    )
    return "; ".join([*told, *([f"{number(left, 0)} weggelaten"] if left else [])])


def _missing(found: TableUnderstanding) -> str | None:
    """Who of the region is missing; None where that does not matter."""
    if found.rows != "respondents" or len(found.initiatives) != 1 or not found.usable:
        return None
    (one,) = found.initiatives
    if not one.listed:
        return "niet te zeggen: er is geen lijst van de gemeenten die meedoen"
    return (
        join_words(one.missing) if one.missing else f"niemand: alle {number(len(one.listed), 0)} gemeenten antwoordden"
    )


def _period(first: datetime, last: datetime) -> str:
    return long_date(first) if first.date() == last.date() else f"{long_date(first)} tot en met {long_date(last)}"


def _place(line: int | None, column: int | None) -> str:
    row = f"rij {line}" if line else "deze tabel"
    return f"{row} in kolom {column_letters(column)}" if column else row


def _steps(steps: Iterable[Step]) -> Iterator[Block]:
    for step in steps:
        yield Paragraph(Line(step.sentence))
        if step.command:
            yield Paragraph(Line(step.command), "sterk")
