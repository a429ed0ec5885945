"""What leaves a report of a page first where not all of it fits: what helps an alderman least to decide.

What is not here stays: what the initiative is and who takes part, its place, the key question with the answer of the
group, the first three choices, the first agreement, the first step, and what all of it rests on.
"""

from __future__ import annotations

ORDER: dict[str, str] = {
    "wie-meedoet": "the number of municipalities stands at the top",
    "stappenplan": "a plan in general; what comes first here stands in the next steps",
    "methode": "how it was computed is for who checks it, in the whole report",
    "twijfels": "for a talk with others, not for the decision",
    "meer-datums": "names of facts of which the whole report tells the text",
    "van-twee-plekken": "between two places boards discuss and do not decide yet",
    "meer-stappen": "the first step says what to do now",
    "beleving": "how the group found the conversation",
    "redenen": "what was chosen everywhere says more than why, and the first reasons stay",
    "meer-afspraken": "the first agreements were made first",
    "datum": "what nobody should miss now, but not what is decided here",
    "meer-keuzes": "the menu card begins with the components that decide most",
    "opbrengst": "words of the group itself stay longer than what was computed",
}
"""From what goes first to what goes last, with the reason of each. `docs/verslagen.md` tells the same."""

LEAVES = {name: len(ORDER) - index for index, name in enumerate(ORDER)}
"""For `leaves` of the parts of a report: the highest goes first."""
