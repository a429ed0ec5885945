"""What an option would cost, in JSON and on its card; nothing of costs is imported before that is asked."""

from typing import NamedTuple

from poolwijzer.outcome import Outcome
from poolwijzer.validation import Exact


class MunicipalityCost(NamedTuple):
    """What a municipality would pay in a year for each inhabitant, in euros."""

    municipality: str
    per_inhabitant: Exact


class OptionCostAdvice(NamedTuple):
    """What an option would cost this initiative, or what is needed before that can be calculated."""

    calculation: str
    """The key it was shared by, as `costs.key` calls it, or `strippenkaart`."""
    of_file: bool
    """Whether that is what the file itself sets."""
    year: int | None
    """Null where the costs name no years: then it is not told whether it is for a year."""
    per_inhabitant: Exact | None
    """Euros for each inhabitant of all municipalities together; null where even that is not known."""
    lowest: MunicipalityCost | None
    """Who pays least; null where all pay the same, where that is not known, and where no municipality is named."""
    highest: MunicipalityCost | None
    in_hours: bool
    """Whether it is paid in hours: the amounts are what these are worth."""
    strips: Exact | None
    """How many strips there are in the year; null of what is no card of strips."""
    needs: tuple[str, ...]
    """What has to be set in the file first, such as `base`."""
    missing: tuple[str, ...]
    """The same in words."""
    amounts: str
    """The amounts in words, as far as they are known."""
    text: str
    """The same, and what is needed."""
    indication: str
    """What has to stand under the amounts; empty without one."""


def cost_of(option: str, outcome: Outcome) -> OptionCostAdvice | None:
    """What an option would cost; None of one that nothing can be calculated of."""
    if outcome.content.options[option].calculation is None:
        return None
    from poolwijzer.report.costs.option_words import word_option_cost  # only for what shares the costs

    return word_option_cost(option, outcome)
