"""What of an initiative the sheets are made for: how many municipalities there are, and who the existing body is."""

from __future__ import annotations

from functools import cached_property

from poolwijzer.assessment.model import Assessment, NamedChoice
from poolwijzer.content.content import Content
from poolwijzer.content.wording import VERBAND, fill_names
from poolwijzer.engine.facts import InitiativeFacts
from poolwijzer.report.sentences import names_in
from poolwijzer.rules.facts import HIDDEN


class Situation:
    """The menus, and what is known beforehand of who will use them; never what was answered to a statement."""

    def __init__(self, content: Content, assessment: Assessment | None) -> None:
        """Without an initiative all is general."""
        self.content = content
        self.assessment = assessment
        self._names = names_in(assessment, content)

    def fill(self, text: str, *, inside: bool = False) -> str:
        """A text of the menus in the words of this group; `inside` a sentence it begins none."""
        return fill_names(text, self._names, inside=inside)

    @property
    def of(self) -> int | None:
        """How many municipalities take part; None where that is not known."""
        return self.assessment.number_of_municipalities if self.assessment else None

    @property
    def body(self) -> str:
        """The existing body by its name, where that was given."""
        given = self.assessment.context.get(VERBAND) if self.assessment else None
        return self._names[VERBAND] if isinstance(given, NamedChoice) and given.name else ""

    @cached_property
    def _facts(self) -> InitiativeFacts | None:
        return InitiativeFacts(self.assessment, self.content, {}) if self.assessment else None

    @property
    def without_body(self) -> bool:
        """Whether it is known that there is no existing body."""
        return self._facts is not None and self._facts.without_body

    def asks(self, statement: str) -> bool:
        """Whether there is something to ask about in this situation."""
        return self._facts is None or self._facts.statement(statement) is not HIDDEN
