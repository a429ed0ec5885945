"""Sessions of any size to test a report with: with long answers, and with none."""

from __future__ import annotations

from pathlib import Path

from poolwijzer.assessment.model import Agreement, Assessment, Choice, Highlights, Initiative, KeyQuestion
from poolwijzer.content.content import Content
from poolwijzer.workshop.folder import group_path
from poolwijzer.workshop.plan import GroupPlan, RoomInitiative, WorkshopPlan
from poolwijzer.workshop.session import Group, Session
from tests.workshop.a_room import DAY, PLAN, files

SENTENCE = "Wij willen eerst weten wat de kleine gemeenten nodig hebben en wie dat straks betaalt."
LONG = " ".join([SENTENCE] * 60)
FOLDER = Path("sessie")


def long_winded(content: Content) -> Assessment:
    """A group that says a lot about everything."""
    first = files(content)["groep-1"]
    told = Choice(other=(LONG, LONG, LONG), consideration=LONG)
    return first.model_copy(
        update={
            "key_question": KeyQuestion(answer=LONG),
            "choices": dict.fromkeys(content.components, told),
            "highlights": Highlights(course=LONG, striking=LONG, eye_opener=LONG, worthwhile=LONG),
            "agreements": tuple(Agreement(what=LONG, who=LONG, when=LONG) for _ in range(9)),
            "needs": tuple(f"{number} {LONG}" for number in range(12)),
        }
    )


def silent() -> Assessment:
    """A group that opened its file and said nothing."""
    return Assessment(poolwijzer=2, initiative=Initiative(id="stil", name="Stil", date=DAY))


def session_of(*said: Assessment | None, plan: WorkshopPlan = PLAN) -> Session:
    """A session of a group for each; one that is None saved no file. All of them discuss one initiative."""
    about = RoomInitiative(name="Flexteam Drenthe", region="Drenthe")
    groups = {
        f"groep-{number}": GroupPlan(name=f"Groep {number}", initiative="flexteam-drenthe", people=8 + number % 5)
        for number in range(1, len(said) + 1)
    }
    made = plan.model_copy(update={"groups": groups, "initiatives": {"flexteam-drenthe": about}})
    found = tuple(
        Group(name, number, groups[name], about, group_path(FOLDER, name), "whole" if one else "missing", one)
        for number, (name, one) in enumerate(zip(groups, said, strict=True), 1)
    )
    return Session(FOLDER, made, found)
