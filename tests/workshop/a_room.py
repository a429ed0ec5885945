"""A session to test with: four groups, of which two discuss one initiative, one stopped half way, one is on paper."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.model import Agreement, Assessment, Choice, Estimate, Highlights, Initiative, KeyQuestion
from poolwijzer.assessment.read import read_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.workshop.folder import END, group_path
from poolwijzer.workshop.plan import GroupPlan, PartMinutes, RoomInitiative, WorkshopPlan
from poolwijzer.workshop.plan_file import dump_plan, plan_path
from tests.roots import ROOT

DAY = date(2026, 12, 10)
PLAN = WorkshopPlan(
    poolwijzer=2,
    kind="workshop",
    title="Werksessie warmtetransitie",
    date=DAY,
    place="Assen",
    minutes=PartMinutes(),
    initiatives={
        "flexteam-drenthe": RoomInitiative(name="Flexteam Drenthe", region="Drenthe", phase="draait"),
        "warmtepool-heuvelrand": RoomInitiative(name="Warmtepool Heuvelrand", region="Utrecht", phase="verkennen"),
        "kennisring-zuid": RoomInitiative(name="Kennisring Zuid", region="Limburg", phase="idee"),
    },
    groups={
        "groep-1": GroupPlan(name="Groep 1", initiative="flexteam-drenthe", people=11),
        "groep-2": GroupPlan(name="Groep 2", initiative="flexteam-drenthe", people=12),
        "groep-3": GroupPlan(name="Groep 3", initiative="warmtepool-heuvelrand", people=9),
        "groep-4": GroupPlan(name="Groep 4", initiative="kennisring-zuid", people=8, on_paper=True),
    },
)


def dot(motivatie: int, betrokkenheid: int) -> tuple[Fraction, Fraction]:
    """A dot, in the order of the axes of the menus."""
    return Fraction(motivatie), Fraction(betrokkenheid)


def placed(motivatie: int, betrokkenheid: int, dots: tuple[tuple[Fraction, Fraction], ...]) -> Estimate:
    """A group's own mark, and the dots of its people."""
    return Estimate.model_validate({"motivatie": motivatie, "betrokkenheid": betrokkenheid, "dots": dots})


def files(content: Content) -> dict[str, Assessment]:
    """What the groups saved, by their ids; that on paper saved nothing yet."""
    first = read_assessment(ROOT / "examples" / "flexteam-drenthe.yaml", content).assessment
    first = first.model_copy(
        update={
            "initiative": first.initiative.model_copy(update={"date": DAY}),
            "estimate": placed(4, 5, (dot(4, 5), dot(4, 4), dot(5, 5))),
            "needs": ("sparren of advies", "voorbeelden uit de praktijk"),
            "agreements": (Agreement(what="De kosten op een rij zetten", who="Anna de Vries", when="voor 1 februari"),),
        }
    )
    second = first.model_copy(
        update={
            "answers": {name: _turned(answer) for name, answer in first.answers.items()},
            "estimate": placed(2, 4, (dot(2, 4), dot(3, 4))),
            "key_question": KeyQuestion(answer="Eerst vragen wat de kleine gemeenten nodig hebben."),
            "choices": {"financiering": Choice(other=("Een fonds van de regio",), consideration="Dat is er al.")},
            "highlights": Highlights(course="Goed gesprek.", worthwhile="Ja."),
            "needs": ("sparren of advies", "Een keer langs bij onze raad"),
        }
    )
    third = Assessment(
        poolwijzer=2,
        initiative=Initiative(id="warmtepool-heuvelrand", name="Warmtepool Heuvelrand", region="Utrecht", date=DAY),
        context={"fase": "verkennen"},
        answers=dict(list(first.answers.items())[:3]),
    )
    return {"groep-1": first, "groep-2": second, "groep-3": third}


def _turned(answer: Answer) -> Answer:
    return answer if answer.known is None else Answer(value=6 - answer.known)


def make_room(folder: Path, content: Content, plan: WorkshopPlan = PLAN) -> Path:
    """The folder of that session."""
    folder.mkdir(parents=True, exist_ok=True)
    plan_path(folder).write_bytes(dump_plan(plan))
    for name, assessment in files(content).items():
        group_path(folder, name).write_bytes(dump_assessment(assessment) + END)
    return folder
