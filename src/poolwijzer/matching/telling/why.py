"""Why a request does not get all its hours, and what would help: the dual values in words."""

from __future__ import annotations

from poolwijzer.dutch import join_words
from poolwijzer.matching.telling.material import hours_in_words, short_period
from poolwijzer.matching.values import Shortage, Unmet, Why

_WHY: dict[Why, str] = {
    "no_expertise": "Niemand biedt deze expertise aan.",
    "only_own": "Alleen deze gemeente zelf biedt deze expertise aan.",
    "other_period": "Er is aanbod van anderen, maar niet in deze periode.",
    "scarce": "In deze periode is er te weinig aanbod voor iedereen.",
}
HELPS_NOTHING = "Een uur meer aanbod helpt hier niet: het zou naar een ander gaan."


def why_in_words(unmet: Unmet) -> str:
    """Why hours are not met, in one to three sentences."""
    told = [_WHY[unmet.why]]
    if unmet.why == "scarce":
        told.append(f"Anderen bieden hier {hours_in_words(unmet.within)}.")
    if unmet.favoured:
        told.append(f"Daarvan {_went(unmet.favoured)} naar wie voorgaat.")
    return " ".join(told)


def _went(hours: int) -> str:
    return f"{'ging' if hours == 1 else 'gingen'} {hours_in_words(hours)}"


def help_in_words(unmet: Unmet) -> str:
    """What would help a request: when an hour more of its expertise meets an hour of it."""
    if not unmet.helps:
        return HELPS_NOTHING
    when = join_words((short_period(one.first, one.last) for one in unmet.helps), "of")
    return f"Een uur meer aanbod vervult hier een uur: {when}."


def shortage_in_words(shortage: Shortage) -> str:
    """What an hour more would do, over all requests, and how far that goes."""
    period = short_period(shortage.first, shortage.last)
    sentence = f"Een uur meer aanbod van {shortage.expertise} ({period}) vervult een uur vraag."
    return f"{sentence} Dat geldt voor ten hoogste {hours_in_words(shortage.hours)}."
