"""What the commands on strips read: the initiative, its ledger, and what comes of both."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from poolwijzer.cli.boundary import say, tell
from poolwijzer.cli.pipes import is_stdin, read_given
from poolwijzer.problems import InputError, Problem, harmless

if TYPE_CHECKING:
    from poolwijzer.assessment.costs import Costs
    from poolwijzer.assessment.model import Assessment
    from poolwijzer.content.content import Content
    from poolwijzer.report.strips.material import StripMaterial
    from poolwijzer.strips.ledger import Ledger


class StripSources(NamedTuple):
    """An initiative with its ledger, which is empty as long as nobody wrote in it."""

    file: Path
    assessment: Assessment
    ledger: Ledger
    content: Content

    @property
    def costs(self) -> Costs:
        """As the file says them; nothing is set where it says nothing."""
        from poolwijzer.assessment.costs import Costs

        return self.assessment.costs or Costs()

    @property
    def attention(self) -> bool:
        """Whether lines may be missing from the balance: some cannot be read, or a copy has others."""
        return bool(self.ledger.broken) or any(one.new for one in self.ledger.copies)

    def tell_problems(self) -> None:
        """Tell what is odd in the ledger, where no report on screen does."""
        tell(self.ledger.problems)

    def read_again(self) -> StripSources:
        """The same with the ledger as it is now."""
        from poolwijzer.strips.read import read_ledger

        return self._replace(ledger=read_ledger(self.ledger.path))

    def year_of(self, on: date, asked: int | None) -> int:
        """The year that is asked for; else that of the day, or of the strips that are nearest to it."""
        if asked is not None:
            return asked
        years = sorted(self.costs.years)
        if not years or on.year in years:
            return on.year
        return next((year for year in years if year > on.year), years[-1])

    def choose(self, on: date, year: int | None, municipality: str | None, *, with_lines: bool) -> StripMaterial:
        """What is asked for: a year, everybody or one municipality, and with every line or without.

        Raises:
            InputError: that municipality does not take part.
        """
        from dataclasses import replace

        from poolwijzer.assessment.participants import find_participant

        material = replace(self.material(on, self.year_of(on, year)), with_lines=with_lines)
        if municipality is None:
            return material
        return material.about(find_participant(municipality, self.assessment.initiative, "--municipality"))

    def material(self, on: date, year: int) -> StripMaterial:
        """What came of them in a year, on a day."""
        from dataclasses import replace

        from poolwijzer.costs.strips.balance import balance_strips
        from poolwijzer.report.notes import Notes
        from poolwijzer.report.strips.material import StripMaterial
        from poolwijzer.report.typed_text import sanitize, sanitize_line
        from poolwijzer.strips.products import find_product

        # Who types in a spreadsheet writes titles, and the program writes ids: these are one product.
        lines = (replace(one, product=find_product(one.product, self.content)) for one in self.ledger.lines)
        initiative = sanitize(self.assessment.initiative)
        costs = sanitize(self.costs)
        found = balance_strips(costs, initiative, sanitize(tuple(lines)), year, on)
        return StripMaterial(
            id=initiative.id,
            name=sanitize_line(initiative.name),
            costs=costs,
            content=self.content,
            year=found,
            notes=Notes(self.content.sources),
            problems=self.ledger.problems,
        )


def ledger_path(file: Path, ledger: Path | None) -> Path:
    """The ledger that is meant.

    Raises:
        InputError: the initiative comes from standard input, and has no file beside which a ledger can stand; or the
            ledger itself does, where nothing can be added.
    """
    from poolwijzer.strips.place import ledger_beside

    if ledger is not None and is_stdin(ledger):
        message = "Een logboek is een bestand: er komen regels bij, en die blijven staan."
        raise InputError(Problem("--ledger", message, "Geef de naam van een bestand, zoals strippen.csv."))
    if ledger is not None:
        return ledger
    if is_stdin(file):
        hint = "Zet erbij: --ledger strippen.csv"
        raise InputError(Problem("--ledger", "Aan - is niet te zien welk logboek erbij hoort.", hint))
    return ledger_beside(file)


def read_sources(file: Path, ledger: Path | None, content: Content, *, may_be_new: bool = False) -> StripSources:
    """Read an initiative and its ledger, and tell what is odd in the first; a report tells that of the ledger.

    Args:
        file: The initiative, or `-`.
        ledger: The ledger; without, the one beside the file, which need not be there yet.
        content: The menus.
        may_be_new: Whether a line is to be written, so that a ledger which is not there is made.

    Raises:
        InputError: one of them cannot be read.
    """
    from poolwijzer.strips.ledger import Ledger
    from poolwijzer.strips.read import read_ledger

    path = ledger_path(file, ledger)
    reading = read_given(file, content, with_answers=False)
    tell(reading.remarks)
    if (ledger is None or may_be_new) and not path.exists():
        if not may_be_new:
            say(harmless(f"Er is nog geen logboek {path}. Het komt er met de eerste regel: poolwijzer strips add"))
        return StripSources(file, reading.assessment, Ledger(path), content)
    return StripSources(file, reading.assessment, read_ledger(path), content)
