"""What is found in a document on its way in: what it is refused for, and what of it stays behind."""

from __future__ import annotations

from poolwijzer.problems import InputError, Problem

START_WELL = "Begin met het sjabloon van Poolwijzer: poolwijzer report template sjabloon.docx."
_MOST = 20
"""How many problems of one document are told; the others are of the same kind."""


class Findings:
    """Gathers what is found, each thing once, in the order in which it is met."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._problems: dict[str, Problem] = {}
        self._behind: dict[str, None] = {}

    def refuse(self, what: str, where: str = "", hint: str = "") -> None:
        """Something that a report may not have.

        Args:
            what: As in *een ingesloten bestand*.
            where: As in *in de voettekst*; of something that is in no text nothing.
            hint: What to do about it, where that is not just to take it out.
        """
        if len(self._problems) < _MOST:
            place = f"{where[0].upper()}{where[1:]} van dit sjabloon staat" if where else "In dit sjabloon zit"
            message = f"{place} {what}. Dat kan niet mee in een verslag."
            hint = hint or "Haal dat in Word weg en bewaar het sjabloon opnieuw."
            self._problems.setdefault(message, Problem(self._name, message, hint))

    def leave(self, what: str) -> None:
        """Something that stays behind, and that whoever made the template may miss."""
        self._behind[what] = None

    def stop(self, message: str, hint: str) -> InputError:
        """To raise where the document is of another kind."""
        return InputError(Problem(self._name, message, hint))

    def damaged(self, message: str = "Dit is geen Word-document dat gelezen kan worden.") -> InputError:
        """To raise where the document cannot be read on."""
        return self.stop(message, "Open het in Word en bewaar het opnieuw als .docx.")

    def too_large(self) -> InputError:
        """To raise where reading on would take too much."""
        return self.stop("Wat in dit sjabloon zit, is te groot.", START_WELL)

    def check(self) -> None:
        """Stop where anything was refused.

        Raises:
            InputError: with all of it.
        """
        if self._problems:
            raise InputError(self._problems.values())

    def remarks(self) -> tuple[Problem, ...]:
        """One line on all that stays behind; nothing if there is nothing."""
        if not self._behind:
            return ()
        message = f"Niet alles uit dit sjabloon gaat mee in het verslag: zonder {', '.join(self._behind)}."
        return (Problem(self._name, message),)
