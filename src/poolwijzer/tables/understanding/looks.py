"""What a column that counts for nothing looks like by its cells: it may hold answers, or names of municipalities."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from poolwijzer.content.content import Content
from poolwijzer.content.questions import Form
from poolwijzer.municipalities import known_municipality
from poolwijzer.tables.answers import AnswerReader, answer_reader

Seems = Literal["answers", "municipalities"]
_LOOKED_AT = 200
"""Different texts of a column that are enough to see what it holds."""
_LEAST_DIGITS = 3
"""Different digits from which these look like answers, and not like a few numbers that happen to be small."""
_MOST_PART = 0.8


class ColumnLooks:
    """Looks at the cells of columns, with the words of one set of menus."""

    def __init__(self, content: Content) -> None:
        """Look with these menus."""
        self._content = content
        self._points = {str(point) for point in content.typology.scale.points()}
        self._readers: list[AnswerReader] = []

    def seem(self, texts: Iterable[str]) -> Seems | None:
        """What the texts of a column look like, if they look like anything that counts."""
        different = list(dict.fromkeys(text for text in texts if text))[:_LOOKED_AT]
        if not different:
            return None
        digits = sum(text in self._points for text in different)
        if len(different) > 1 and all(map(self._is_answer, different)):
            return "answers" if digits < len(different) or digits >= _LEAST_DIGITS else None
        known = sum(known_municipality(text) is not None for text in different if not text.isdigit())
        return "municipalities" if known >= _MOST_PART * len(different) else None

    def _is_answer(self, text: str) -> bool:
        """Whether a text is a point or a word of some scale."""
        return text in self._points or any(read(text) != text for read in self._of_every_scale())

    def _of_every_scale(self) -> list[AnswerReader]:
        """One reader for each scale that statements are asked on: their words are what counts here."""
        if not self._readers:
            forms: tuple[Form, ...] = ("own", "body", "joint")
            asked = {
                wording.scale: (name, form)
                for name, statement in self._content.statements.items()
                for form in forms
                if (wording := getattr(statement, form)) is not None
            }
            self._readers = [answer_reader(name, (form,), self._content) for name, form in asked.values()]
        return self._readers
