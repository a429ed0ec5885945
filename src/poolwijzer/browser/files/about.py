"""What the page says of itself: its versions, how new its facts are, and whether there may be a newer edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from poolwijzer.dutch import long_date
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.browser.desk import Desk


def tell_about(desk: Desk) -> dict[str, Any]:
    """The versions, the day on which a fact was looked at last, and which should have been looked at again by now."""
    facts = desk.content.dated_facts
    newest = max((one.checked_on for one in facts.values() if one.checked_on), default=None)
    past = {name: one for name, one in facts.items() if one.check_by and one.check_by < desk.on}
    ordered = sorted(past.items(), key=lambda item: (item[1].check_by, item[0]))
    return {
        "program": __version__,
        "menus": {
            "version": desk.content.version,
            "hash": desk.content.hash,
            "own": desk.menus.name if desk.menus else "",
        },
        "on": long_date(desk.on),
        "facts": len(facts),
        "newest": long_date(newest) if newest else "",
        # A fact is never of tomorrow: the clock of this computer is slow, and every report would have its date.
        "slow_clock": bool(newest and desk.on < newest),
        "past": [
            {"title": fact.title or name, "by": long_date(fact.check_by)} for name, fact in ordered if fact.check_by
        ],
    }
