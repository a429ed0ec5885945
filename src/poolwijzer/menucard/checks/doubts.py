"""Whether what can be answered to a doubt and the doubts one can choose go together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.content.content import Content
from poolwijzer.menucard.checks.findings import MenuFinding
from poolwijzer.problems import quote


def find_doubts_without_objection(content: Content, on: date) -> Iterator[MenuFinding]:
    """Doubts to which the menus answer nothing, and objections under an answer that is no doubt."""
    asked = content.doubts_asked
    if asked is None:
        return
    for doubt, answer in content.doubts.items():
        if doubt not in content.objections:
            message = f"Bij de twijfel {quote(answer.label)} staat geen bezwaar. Een verslag zegt er dan niets over."
            hint = f"Schrijf er een in bezwaren.yaml, onder {doubt}. Of laat het zo."
            yield MenuFinding(("vragen", "context", asked, "answers", doubt), message, hint, True, True)
    for name in content.objections:
        if asked in content.context and name in content.context[asked].answers and name not in content.doubts:
            message = f"Het antwoord {quote(name)} is geen twijfel. Dit bezwaar komt dus nergens te staan."
            yield MenuFinding(("bezwaren", "bezwaren", name), message, "Zet het bij een ander antwoord.", key=True)
