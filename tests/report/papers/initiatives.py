"""Initiatives to make papers of: the worked example of a note for boards, and any that people could bring."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content

MERENLAND = (
    "Voorbeeldmeer",
    "Voorbeeldplas",
    "Voorbeeldeiland",
    "Voorbeeldoever",
    "Voorbeeldgracht",
    "Voorbeeldpolder",
)


def merenland(**other: Any) -> Assessment:
    """The region of the worked example: six municipalities, an omgevingsdienst, and the work goes on."""
    context = {
        "fase": "draait",
        "verband": {"kind": "omgevingsdienst", "name": "de Omgevingsdienst Merenland"},
        "thema": ["isolatie"],
        "behoefte": ["uren-voor-uitvoering", "samen-inkopen"],
        "twijfel": ["wat-krijgen-wij-terug"],
        "geregeld": ["vast-bestuurlijk-overleg"],
        "geld": [{"source": "gemeenten", "until": 2028}],
        "omvang": "tot-500k",
        "looptijd": "3-plus",
        **other.pop("context", {}),
    }
    choices = {
        "financiering": ["betalen-naar-gebruik"],
        "vorm": ["bij-bestaand-verband"],
        "activiteiten": ["inkoopacties", "loket-voor-inwoners"],
        "verdeling": ["gezamenlijk-jaarprogramma"],
        "sturing": ["stuurgroep-met-secretarissen"],
        "personeel": ["inzet-op-opdracht"],
        **other.pop("choices", {}),
    }
    names = other.pop("municipalities", MERENLAND)
    return Assessment.model_validate(
        {
            "poolwijzer": 1,
            "initiative": {
                "id": "isolatieteam-merenland",
                "name": "Isolatieteam Merenland",
                "region": "Merenland",
                "municipalities": [{"name": name, "population": 20000} for name in names],
            },
            "estimate": {"motivatie": 4.5, "betrokkenheid": 4.5},
            "context": context,
            "choices": {name: {"options": options} for name, options in choices.items()},
            **other,
        }
    )


def initiatives(content: Content) -> st.SearchStrategy[Assessment]:
    """Any initiative: whatever was answered on its situation, whatever was chosen, at every place."""
    points = st.integers(1, 5)
    return st.builds(
        _assessment,
        answers=st.dictionaries(st.sampled_from(sorted(content.statements)), points),
        context=st.fixed_dictionaries(
            {}, optional={name: _answers(content, name) for name in content.context if name not in ("start",)}
        ),
        choices=st.fixed_dictionaries(
            {},
            optional={
                name: st.lists(st.sampled_from(sorted(card.options)), unique=True, max_size=4)
                for name, card in content.components.items()
            },
        ),
        number=st.integers(0, 15),
    )


def _answers(content: Content, name: str) -> st.SearchStrategy[Any]:
    question = content.context[name]
    ids = st.sampled_from(sorted(question.answers))
    alone = [answer for answer, entry in question.answers.items() if entry.alone]
    together = st.lists(
        st.sampled_from(sorted(set(question.answers) - set(alone))), min_size=1, max_size=3, unique=True
    )
    match question.kind:
        case "choices":
            return together
        case "dated-choices":
            dated = st.builds(lambda source, until: {"source": source, "until": until}, ids, st.integers(2025, 2030))
            return st.lists(dated.filter(lambda one: one["source"] not in alone), min_size=1, max_size=2)
        case "named-choice":
            named = st.sampled_from(["de provincie Drenthe", "de gemeenten en de provincie"])
            return st.builds(lambda kind, name: {"kind": kind, "name": "" if kind in alone else name}, ids, named)
    return ids


def _assessment(answers: Any, context: Any, choices: Any, number: int) -> Assessment:
    names = [{"name": f"Proefdorp {index}", "population": 20000} for index in range(number)]
    return Assessment.model_validate(
        {
            "poolwijzer": 1,
            "initiative": {"id": "proef", "name": "Proef", "municipalities": names},
            "answers": answers,
            "context": context,
            "choices": {name: {"options": options} for name, options in choices.items()},
        }
    )
