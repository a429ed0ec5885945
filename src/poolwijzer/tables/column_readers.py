"""How the cells below each header are read: by what the column stands for, and by what a map says of its words."""

from __future__ import annotations

from collections.abc import Callable

from poolwijzer.dutch import drop_unseen
from poolwijzer.municipalities import known_municipality
from poolwijzer.tables.answers import answer_reader
from poolwijzer.tables.columns import name_column
from poolwijzer.tables.heading import Heading
from poolwijzer.tables.map_index import MapIndex, by_words
from poolwijzer.tables.moments import MomentColumn
from poolwijzer.tables.surveys import NO, SKIPPED, YES, basis_of, role_of, truth_of
from poolwijzer.tables.table_map import ColumnMap, Organisation
from poolwijzer.tables.values import CellReader, cell_reader, respondent_id_reader, word_reader
from poolwijzer.tables.vocabulary import Meaning, Vocabulary
from poolwijzer.tables.words import LEAVE_OUT, fold_words, said_as

_MOST_ODD = 1000
"""Different texts of one column that mean nothing."""
_OF_WORDS: dict[str, Callable[[str], str | None]] = {"role": role_of, "basis": basis_of, "named": truth_of}
"""Of a respondent: where one of a few words stands, and what other words are clearly one of these."""
_AGREED = (
    "In {} staan antwoorden als 'mee eens'. Poolwijzer leest die, ook in andere kolommen, als 1 (helemaal mee oneens) "
    "tot en met 5 (helemaal mee eens)."
)
_NAMES = (
    "In {} staan namen of e-mailadressen. Die neemt Poolwijzer niet over. "
    "Het nummer van de rij komt ervoor in de plaats."
)


class ColumnReaders:
    """Makes the readers of one table, and keeps for its headers what the cells tell about them."""

    def __init__(
        self, vocabulary: Vocabulary, index: MapIndex, heading: Heading, remark: Callable[[int, str], None]
    ) -> None:
        """For a table.

        Args:
            vocabulary: What headers can stand for.
            index: What a map says.
            heading: The headers.
            remark: Called with the number of a column and what is to be said of it.
        """
        self._vocabulary = vocabulary
        self._index = index
        self._heading = heading
        self._remark = remark
        self._told_agreed = False

    def reader(self, place: int, meaning: Meaning, said: ColumnMap | None) -> CellReader:
        """How the cells of a column are read, with what a map says of that column."""
        read = self._reader(place, meaning, said)
        nothing = self._index.nothing
        return (lambda text: None if said_as(text) in nothing else read(text)) if nothing else read

    def _reader(self, place: int, meaning: Meaning, said: ColumnMap | None) -> CellReader:
        content, index = self._vocabulary.content, self._index
        if meaning.part:
            return _ticked(meaning.part, content.context[meaning.leaf.of].answers[meaning.part].label)
        if meaning.leaf.kind == "answer":
            return answer_reader(
                meaning.leaf.of,
                self._vocabulary.forms,
                content,
                self._agreed(place),
                mapped={**index.answers, **by_words(said.answers)} if said else index.answers,
                turned=said is not None and said.reversed,
                strange=_noting(self._heading.odd_answers.setdefault(place, set())),
            )
        if meaning.of_respondent and str(meaning) == "date":
            self._heading.moment = moment = MomentColumn()
            return _seen_by(moment)
        if meaning.of_respondent and str(meaning) in _OF_WORDS:
            words = {said_as(word): word for word in meaning.leaf.words}
            known = {**words, **{"role": index.roles, "basis": index.bases}.get(str(meaning), {})}
            odd = self._heading.odd_words.setdefault(place, set())
            return word_reader(known, _OF_WORDS[str(meaning)], _noting(odd))
        if str(meaning) == "organisation.name":
            self._heading.renames = bool(index.organisations)
            return _organisation_reader(index) if index.organisations else drop_unseen  # mostly a municipality
        if meaning.leaf.kind == "slug" and meaning.of_respondent:
            return respondent_id_reader(self._once(place, _NAMES))
        return cell_reader(meaning.leaf, content)

    def _agreed(self, place: int) -> Callable[[], None]:
        """Something to call with an answer of the scale of agreement, which is told once for the whole table."""

        def tell() -> None:
            if not self._told_agreed:
                self._told_agreed = True
                self._remark(place + 1, _AGREED.format(name_column(place + 1, self._heading.columns[place].header)))

        return tell

    def _once(self, place: int, message: str) -> Callable[[], None]:
        """Something to call when a cell is the first of its kind in a column."""
        told: list[int] = []

        def tell() -> None:
            if not told:
                told.append(place)
                self._remark(place + 1, message.format(name_column(place + 1, self._heading.columns[place].header)))

        return tell


def _noting(texts: set[str]) -> Callable[[str], None]:
    """Something to call with a text that means nothing, which keeps the first of them."""

    def note(text: str) -> None:
        if len(texts) < _MOST_ODD:
            texts.add(text)

    return note


def _organisation_reader(index: MapIndex) -> CellReader:
    """How names are read of which a map says for whom they stand; the others as they are."""

    def read(text: str) -> str | Organisation:
        who = index.organisation(text)
        if isinstance(who, str) and said_as(who) != said_as(LEAVE_OUT):
            known = known_municipality(who)
            return Organisation(kind="gemeente", name=known.name if known else who)
        return drop_unseen(text) if who is None else LEAVE_OUT if isinstance(who, str) else who

    return read


def _seen_by(moment: MomentColumn) -> CellReader:
    """Cells that can only be read once all of them have been seen."""

    def read(text: str) -> str:
        moment.see(text)
        return text

    return read


def _ticked(part: str, label: str) -> CellReader:
    """How the cells below one of several answers are read: it was chosen, or not."""

    def read(text: str) -> str | None:
        words = fold_words(text)
        if words in YES or words in (fold_words(part), fold_words(label)):
            return part
        return None if words in NO or words in SKIPPED else text

    return read
