"""When every respondent answered, and of each person only the newest answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from poolwijzer.assessment.model import LONG_AGO, order_of
from poolwijzer.municipalities import Municipality, known_municipality
from poolwijzer.problems import Problem, quote
from poolwijzer.tables.columns import name_column
from poolwijzer.tables.groups import Group, name_some
from poolwijzer.tables.headers import Heading
from poolwijzer.tables.kept_rows import Respondent
from poolwijzer.tables.persons import Sender, Twice, find_doubles
from poolwijzer.tables.vocabulary import MUNICIPALITY
from poolwijzer.tables.witness import Double, Witness
from poolwijzer.tables.words import fold_words


class NewestAnswers:
    """Settles the respondents of one table, group by group, once all of its rows have been seen."""

    def __init__(self, path: str, heading: Heading, municipalities: Sequence[Mapping[str, Any]], seen: Witness) -> None:
        """Settle for a table.

        Args:
            path: How messages call it.
            heading: What its columns mean; with one for every place that a respondent has.
            municipalities: Those of the one initiative that it is about, as a file has them.
            seen: Told who answered, and which rows are of one person.
        """
        self._path = path
        self._heading = heading
        self._known = municipalities
        self._seen = seen
        self._id = heading.column_for("id", of_respondent=True)
        self._kind = heading.column_for("organisation.kind", of_respondent=True)
        self._moment = heading.column_for("date", of_respondent=True)
        self._role = heading.column_for("role", of_respondent=True)
        self._organisation = heading.column_of("organisation.name", of_respondent=True) or 0
        self._listed = heading.column_of("initiative.municipalities")
        self._told_doubt = False
        self._own_names: set[str] = set()
        """Municipalities that no table knows and the initiative names."""
        self._organisations: dict[tuple[str, str], str] = {}

    def settle(self, group: Group) -> tuple[Problem, ...]:
        """Read every moment of a group and drop the doubles; what is to be said of it."""
        ages: dict[int, datetime] = {}
        listed = [*self._known, *(group.shared[self._listed] or ())] if self._listed is not None else self._known
        self._own_names |= {fold_words(one["name"]) for one in listed if isinstance(one, dict)}
        # Where no moment is put in its place, they are looked at one by one.
        respondents = group.respondents if self._heading.moment is None else list(group.respondents)
        moments = list(self._read_moments(respondents, ages))
        senders = (self._sender(one, ages) for one in respondents if not one.problems)
        twice = list(find_doubles([one for one in senders if one.id is not None or one.address is not None]))
        doubles = list(self._tell_doubles(twice))
        gone = {one.row for one in twice if not one.counts}
        if gone or self._heading.moment is not None:
            group.respondents = group.respondents.replaced(one for one in respondents if one.number not in gone)
        self._seen.respondents += len(group.respondents)
        self._seen.told += doubles
        return (*moments, *doubles)

    def _read_moments(self, respondents: Iterable[Respondent], ages: dict[int, datetime]) -> Iterator[Problem]:
        """Put the moment of every answer where a file would have it, now that its whole column has been seen."""
        column, where = self._heading.moment, self._heading.columns[self._moment]
        if column is None:
            return
        unread = None
        for one in respondents:
            number, row = one.number, one.row
            text = row[self._moment]
            if text is None:
                continue
            moment = column.read(text)
            if moment is not None:
                row[self._moment], ages[number] = moment.isoformat(), order_of(moment)
            elif self._heading.moment_of_tool:
                # In a column of ours it stays as it was typed, and is a problem of its row.
                row[self._moment], unread = None, unread or (number, text)
        name = name_column(where.number, where.header)
        if unread:
            number, text = unread
            message = f"In {name} staat {quote(text)}. Dat leest Poolwijzer niet als een moment."
            hint, shared = "Zulke antwoorden tellen als de oudste.", f"Het moment in {name} is niet te lezen."
            yield Problem(self._path, message, hint, number, where.number, shared)
        if column.doubtful and not self._told_doubt:
            self._told_doubt = True
            first = "de maand" if column.month_first else "de dag"
            message = f"In {name} is niet te zien of de dag of de maand voorop staat. Poolwijzer leest eerst {first}."
            yield Problem(self._path, message, "", None, where.number)

    def _tell_doubles(self, twice: list[Twice]) -> Iterator[Problem]:
        """Of every person the newest answer counts: which rows went, and which might have been of one person."""
        self._seen.doubles += [Double(one.row, one.other, one.counts) for one in twice]
        gone = {one.row: one.other for one in twice if not one.counts}
        if gone:
            pairs = name_some(f"rij {newer} in plaats van rij {row}" for row, newer in gone.items())
            message = f"Van dezelfde respondent telt alleen het nieuwste antwoord: {pairs}."
            yield Problem(self._path, message, "", min(gone))
        if doubtful := [one for one in twice if one.counts]:
            pairs = name_some(f"rij {one.row} en rij {one.other}" for one in doubtful)
            message = (
                f"Deze antwoorden kwamen van één adres, maar kunnen van twee mensen zijn: {pairs}. Alle tellen mee."
            )
            yield Problem(self._path, message, "", min(one.row for one in doubtful))

    def _sender(self, one: Respondent, ages: Mapping[int, datetime]) -> Sender:
        named = (one.row[self._kind] or MUNICIPALITY, str(one.row[self._organisation] or ""))
        organisation = self._organisations.get(named)
        if organisation is None:
            known = known_municipality(named[1])
            self._see(named, known)
            organisation = self._organisations[named] = f"{named[0]} {known.name if known else fold_words(named[1])}"
        age = ages.get(one.number, LONG_AGO)
        return Sender(one.number, organisation, age, one.row[self._id], one.row[self._role], one.address, one.shared)

    def _see(self, named: tuple[str, str], known: Municipality | None) -> None:
        """Remember an organisation at its first respondent."""
        kind, name = named
        if fold_words(kind) != MUNICIPALITY:
            self._seen.bodies.add(fold_words(name))
        elif known or fold_words(name) in self._own_names:
            self._seen.municipalities.add(known.name if known else fold_words(name))
        elif name:
            self._seen.unknown.add(fold_words(name))
