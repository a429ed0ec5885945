"""The fullest file that people could bring: for holding layouts against."""

from typing import Any

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content

NAMES = ("Aa en Hunze", "Assen", "Borger-Odoorn", "Coevorden", "De Wolden", "Emmen", "Hoogeveen", "Meppel")
MORE_NAMES = ("Midden-Drenthe", "Noordenveld", "Tynaarlo", "Westerveld")
ROLES = ("ambtelijk", "secretaris", "bestuurlijk")
LONG = (
    "Wij hebben hier lang over gesproken, ook met de ondernemingsraden en de gemeentesecretarissen. De "
    "warmteprogramma's vragen in de komende jaren meer uren dan elke gemeente alleen heeft. "
)


def _longest_doubts(content: Content) -> list[str]:
    """Those that take most room where each gets a line."""
    heard = content.objections
    return sorted(heard, key=lambda name: len(heard[name].says + heard[name].ask_back))[-3:]


def richest(content: Content, motivation: int = 0, involvement: int = 0) -> Assessment:
    """Twelve municipalities with three respondents each, everything chosen and agreed, and earlier measurements.

    Args:
        content: The menus.
        motivation: What everyone answers on that axis; 0 for answers that are spread.
        involvement: The same on the other axis.
    """
    names = (*NAMES, *MORE_NAMES)
    level = {"motivatie": motivation, "betrokkenheid": involvement}
    whole: dict[str, Any] = {
        "poolwijzer": 1,
        "initiative": {
            "id": "rijkste",
            "name": "Regionaal samenwerkingsprogramma Warmtetransitie en Energiebesparing voor twaalf gemeenten",
            "region": "Drenthe en omstreken",
            "municipalities": list(names),
            "date": "2026-10-01",
            "note": LONG * 3,
        },
        "questions": "volledig",
        "context": {
            "soort": "beide",
            "fase": "draait",
            content.doubts_asked: _longest_doubts(content),
            "verband": {"kind": "provincie", "name": "de provincie Drenthe", "also": LONG},
            "geld": [{"source": "rijk-via-de-regio", "until": 2027}, {"source": "provincie"}, {"source": "gemeenten"}],
            "omvang": "meer",
            "looptijd": "2",
        },
        "estimate": {"motivatie": 3, "betrokkenheid": 4, "dots": [[3, 4], [3, 4], [1, 5], [5, 1], [2, 2], [4, 4]]},
        "answers": _answers(content, level, 0) if motivation else {},
        "responses": [_response(name, turn, content, level) for name in names for turn in range(3)],
        "key_question": {"answer": LONG * 3},
        "choices": {
            name: {
                "options": list(component.options),
                "other": ["Een eigen vorm die wij samen uitwerken", "Een proef met twee gemeenten"],
                "consideration": LONG * 3,
            }
            for name, component in content.components.items()
        },
        "agreements": [
            {"what": f"{LONG}Afspraak {number}.", "who": "alle gemeenten en de provincie", "when": "voor de zomer"}
            for number in range(1, 13)
        ],
        "highlights": dict.fromkeys(("course", "striking", "eye_opener", "worthwhile"), LONG * 2),
        "needs": [f"{LONG}Behoefte {number}." for number in range(1, 9)],
        "measurements": [
            {"date": f"2025-{month:02}-01", "answers": dict.fromkeys(content.statements, month % 5 + 1)}
            for month in (2, 6, 10)
        ],
    }
    return Assessment.model_validate(whole)


def _response(name: str, turn: int, content: Content, level: dict[str, int]) -> dict[str, Any]:
    spread = sum(map(ord, name)) + turn
    return {
        "id": f"{name.casefold()}-{turn}".replace(" ", "-"),
        "organisation": {"kind": "gemeente", "name": name},
        "role": ROLES[turn],
        "basis": "namens-organisatie" if turn == 0 else "eigen-beeld",
        "named": True,
        "date": "2026-09-20",
        "questions": "volledig",
        "answers": _answers(content, level, spread),
    }


def _answers(content: Content, level: dict[str, int], spread: int) -> dict[str, Any]:
    found = {}
    for index, (name, statement) in enumerate(content.statements.items()):
        fixed = level.get(statement.axis or "", 0)
        value = fixed or (spread + index) % 5 + 1
        found[name] = {"value": 6 - value if statement.reversed and fixed else value, "note": LONG}
    return found
