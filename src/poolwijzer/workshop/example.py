"""A session half filled, to practise with: invented initiatives and people, in whatever menus there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from poolwijzer.assessment.model import FORMAT, Assessment
from poolwijzer.assessment.write import record_menus
from poolwijzer.content.content import Content
from poolwijzer.workshop.group_file import first_assessment
from poolwijzer.workshop.plan import GroupPlan, PartMinutes, RoomInitiative, WorkshopPlan
from poolwijzer.workshop.plan_file import phases_of

TITLE = "Oefensessie samen mensen delen"
PLACE = "Voorbeeldstad"
INVENTED = "Dit voorbeeld is verzonnen. Het initiatief, de gemeenten en de mensen bestaan niet."
UNKNOWN = "weet-niet"
_INITIATIVES = {
    "energieteam-zilverkust": ("Energieteam Zilverkust", "Zilverkust", "opdracht", 21),
    "warmtepool-veenrand": ("Warmtepool Veenrand", "Veenrand", "verkennen", 9),
    "kennisring-bosrand": ("Kennisring Bosrand", "Bosrand", "idee", 8),
}
_GROUPS = {
    "groep-1": ("Groep 1", "energieteam-zilverkust", 11, False),
    "groep-2": ("Groep 2", "energieteam-zilverkust", 10, False),
    "groep-3": ("Groep 3", "warmtepool-veenrand", 9, False),
    "groep-4": ("Groep 4", "kennisring-bosrand", 8, True),
}
# Shares of the way up each axis, and of the scale: whatever the menus call them, and however long it is. A statement
# that counts the other way is answered the other way.
_LITTLE, _HALF, _MUCH = Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)
_FIRST: dict[str, Any] = {
    "context": {"soort": "denkkracht", "behoefte": ["uren-voor-uitvoering", "specialisten"]},
    "answers": ((_MUCH, 1, _MUCH, _MUCH, _HALF), (1, _MUCH, _MUCH, _HALF)),
    "estimate": (_MUCH, _MUCH),
    "dots": (
        (1, 1),
        (_MUCH, _MUCH),
        (_MUCH, 1),
        (_HALF, _MUCH),
        (1, _MUCH),
    ),
    "notes": ("Vier van de vijf colleges schreven dit in hun programma.", "De directies vroegen er in april om."),
    "key_question": {"answer": "Klein beginnen met drie projectleiders, en na een jaar kijken wat er nodig is."},
    "choices": {
        "financiering": {
            "options": ["vaste-basis-plus-opslag"],
            "considering": ["rijk-via-regio"],
            "consideration": "Zo weet elke gemeente vooraf wat zij betaalt. Kleine gemeenten kunnen dan ook meedoen.",
        },
        "vorm": {
            "options": ["bij-bestaand-verband"],
            "consideration": "Er is al een organisatie waar iedereen aan tafel zit.",
        },
        "verdeling": {
            "options": ["strippenkaart"],
            "other": ["Elk kwartaal samen kijken wie tijd over heeft"],
            "consideration": "Iedereen ziet wat hij nog heeft.",
        },
    },
    "agreements": [
        {"what": "De kosten voor drie projectleiders op een rij zetten", "who": "Mila Voorbeeld", "when": "1 februari"},
        {"what": "De wethouders bijpraten", "who": "Bram Verzonnen", "when": "het overleg van januari"},
    ],
    "highlights": {
        "course": "Een open gesprek. Wij kwamen net op tijd rond.",
        "striking": "Iedereen zoekt dezelfde twee soorten mensen.",
        "eye_opener": "Er ligt al een besluit waar wij op kunnen bouwen.",
        "worthwhile": "Ja, wij weten nu wie wat gaat doen.",
    },
    "needs": ("advies", "spuk-geld", "voorbeelden"),
}
_SECOND: dict[str, Any] = {
    "context": {"soort": "denkkracht", "behoefte": ["van-elkaar-leren"]},
    "answers": (
        (_LITTLE, _HALF, _LITTLE, None, _LITTLE),
        (_MUCH, 1, _MUCH, _HALF),
    ),
    "estimate": (_LITTLE, _MUCH),
    "dots": ((_LITTLE, _MUCH), (0, _HALF), (_HALF, _MUCH), (_LITTLE, 1)),
    "notes": ("Twee gemeenten huren liever zelf in.",),
    "key_question": {"answer": "Eerst bij elke gemeente langs: wat hebt u nodig, en waar twijfelt u over?"},
    "choices": {
        "financiering": {
            "considering": ["gemeenten-naar-inwoners"],
            "other": ["Een potje van de regio voor het eerste jaar"],
            "consideration": "Zolang twee gemeenten twijfelen, leggen wij nog geen verdeling vast.",
        },
        "activiteiten": {
            "options": ["leerwerksessies"],
            "considering": ["specialistische-kennis"],
            "consideration": "Samen leren kost weinig en laat zien wat het oplevert.",
        },
    },
    "agreements": [{"what": "Vijf gemeenten bellen", "who": "Noor Bedacht", "when": "voor de kerst"}],
    "highlights": {
        "course": "Wij waren het lang niet overal over eens.",
        "striking": "Ambtenaren en bestuurders zien de motivatie anders.",
        "worthwhile": "Ja, al hadden wij meer tijd gewild.",
    },
    "needs": ("advies", "ervaringen", "Een keer langs bij onze raad"),
}
_THIRD: dict[str, Any] = {
    "context": {"soort": "menskracht"},
    "answers": ((_HALF, _LITTLE, _MUCH), ()),
    "estimate": (_HALF, _LITTLE),
    "dots": ((_HALF, _LITTLE), (_LITTLE, _LITTLE), (_MUCH, 0)),
}
_FILLED: dict[str, dict[str, Any]] = {"groep-1": _FIRST, "groep-2": _SECOND, "groep-3": _THIRD}
"""What each group saved; that on paper saved nothing yet."""


def example_plan(content: Content, on: date, minutes: PartMinutes) -> WorkshopPlan:
    """A session of four groups: two on one initiative, one that stopped half way, one on paper.

    Args:
        content: The menus, for the phases.
        on: The day of the session.
        minutes: How long its parts last.
    """
    phases = phases_of(content)
    return WorkshopPlan(
        poolwijzer=FORMAT,
        kind="workshop",
        title=TITLE,
        date=on,
        place=PLACE,
        minutes=minutes,
        initiatives={
            name: RoomInitiative(name=title, region=region, phase=phase if phase in phases else None, votes=votes)
            for name, (title, region, phase, votes) in _INITIATIVES.items()
        },
        groups={
            name: GroupPlan(name=title, initiative=initiative, people=people, on_paper=on_paper)
            for name, (title, initiative, people, on_paper) in _GROUPS.items()
        },
    )


def example_saved(plan: WorkshopPlan, content: Content) -> dict[str, Assessment]:
    """What the groups of that session saved by now, by their ids; what the menus do not know is left out."""
    return {name: _saved(plan, name, filled, content) for name, filled in _FILLED.items()}


def _saved(plan: WorkshopPlan, group: str, filled: Mapping[str, Any], content: Content) -> Assessment:
    first = first_assessment(plan, group)
    axes = list(content.typology.axes)
    data = first.model_dump(mode="json", exclude_defaults=True)
    data["initiative"]["note"] = INVENTED
    data["questions"] = "kort"
    data["context"] = {**data.get("context", {}), **_context(filled["context"], content)}
    data["answers"] = _answers(filled, content)
    data["estimate"] = {
        **dict(zip(axes, (_on_scale(share, content) for share in filled["estimate"]), strict=False)),
        "dots": [[_on_scale(share, content) for share in dot] for dot in filled["dots"]],
    }
    data["choices"] = {
        name: kept
        for name, choice in filled.get("choices", {}).items()
        if name in content.components and (kept := _choice(choice, content.components[name].options))
    }
    known = content.questions.conversation.needs
    data["needs"] = [known.get(need, need) for need in filled.get("needs", ()) if need in known or " " in need]
    data |= {part: filled[part] for part in ("key_question", "agreements", "highlights") if part in filled}
    return record_menus(Assessment.model_validate(data), content)


def _context(said: Mapping[str, Any], content: Content) -> dict[str, Any]:
    """Answers about the situation that the menus know."""
    known = {name: question.answers for name, question in content.questions.context.items()}
    wanted = {name: [answer] if isinstance(answer, str) else answer for name, answer in said.items()}
    return {name: said[name] for name, answers in wanted.items() if set(answers) <= set(known.get(name, ()))}


def _choice(choice: Mapping[str, Any], options: Iterable[str]) -> dict[str, Any]:
    """A choice without the options that the menus do not have."""
    known = set(options)
    return {
        part: [name for name in said if name in known] if part in ("options", "considering") else said
        for part, said in choice.items()
    }


def _answers(filled: Mapping[str, Any], content: Content) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    notes = list(filled.get("notes", ()))
    for names, shares in zip(content.statements_on.values(), filled["answers"], strict=False):
        asked = [name for name in names if content.statements[name].short]
        for name, share in zip(asked, shares, strict=False):
            if share is None:
                answers[name] = UNKNOWN
                continue
            value = _on_scale(1 - share if content.statements[name].reversed else share, content)
            answers[name] = {"value": value, "note": notes.pop(0)} if notes else value
    return answers


def _on_scale(share: Fraction | int, content: Content) -> int:
    scale = content.typology.scale
    return round(scale.lowest + share * (scale.highest - scale.lowest))
