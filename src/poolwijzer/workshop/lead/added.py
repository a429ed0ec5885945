"""An initiative that turns up in the room: asking about it, and dividing the groups anew."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from poolwijzer.dutch import join_words
from poolwijzer.interview.commands import TypedLine
from poolwijzer.interview.presenter import Presenter, Surroundings
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.steps.step import InterviewStep, Refused, clean_line
from poolwijzer.workshop.division import FEWEST_VOTES, divide, without_group
from poolwijzer.workshop.plan import MOST_GROUPS, GroupPlan, RoomInitiative, WorkshopPlan
from poolwijzer.workshop.room import MOST_PEOPLE, new_id

WHAT = "Een initiatief erbij"
QUESTIONS = {
    "name": ("Hoe heet het initiatief?", "Leeg laten kan niet. Met Esc gaat u terug."),
    "region": ("In welke regio is dat?", "Weet u het niet? Laat het leeg."),
    "votes": ("Hoeveel mensen willen hierover praten?", "Een getal. Weet u het niet? Laat het leeg."),
}
NO_NAME = "Typ de naam van het initiatief."
NO_NUMBER = f"Typ een getal van 0 tot en met {MOST_PEOPLE}, of laat het leeg."


class RoomStep(InterviewStep):
    """One thing that is asked of an initiative in the room."""

    kind = "room"
    part = "initiatief"
    counts = False

    def __init__(self, ref: str) -> None:
        """By the name of what is asked."""
        super().__init__(None, ref)
        self.title, self.lead = QUESTIONS[ref]

    def ask(self) -> InterviewQuestion:
        """Its question, from which one goes back to the screen of the session."""
        return InterviewQuestion(self, "text", self.title, self.lead, progress=WHAT, aside=True)

    def objection(self, text: str) -> str:
        """What is wrong with a text as an answer; empty if nothing is."""
        try:
            line = clean_line(text)
        except Refused as refused:
            return str(refused)
        if self.ref == "name" and not line:
            return NO_NAME
        wrong = self.ref == "votes" and line and not (re.fullmatch("[0-9]{1,3}", line) and int(line) <= MOST_PEOPLE)
        return NO_NUMBER if wrong else ""


def ask_initiative(presenter: Presenter) -> RoomInitiative | None:
    """Ask about an initiative; None where somebody went back."""
    said = {}
    for name in QUESTIONS:
        step = RoomStep(name)
        event = presenter.write(step.ask(), Surroundings(), step.objection)
        if not isinstance(event, TypedLine):
            return None
        said[name] = clean_line(event.text)
    votes = int(said["votes"]) if said["votes"] else None
    return RoomInitiative(name=said["name"], region=said["region"], votes=votes)


def with_initiative(plan: WorkshopPlan, initiative: RoomInitiative, begun: Collection[str]) -> WorkshopPlan:
    """The plan with an initiative more, and the groups divided anew.

    Args:
        plan: As it was.
        initiative: What turned up.
        begun: The ids of the groups that began: these stay as they are.
    """
    name = new_id(initiative.name, plan.initiatives)
    initiatives = {**plan.initiatives, name: initiative}
    wanted = set(plan.initiatives) - set(without_group(plan.initiatives, plan.groups))
    if initiative.votes is None or initiative.votes >= FEWEST_VOTES:
        wanted.add(name)
    groups: dict[str, GroupPlan] = {}
    # Who want to talk of what is new sit at a table already. As many groups as usual, or more where an initiative
    # would lose its table.
    for number in (None, *range(len(plan.groups), MOST_GROUPS + 1)):
        groups = divide(initiatives, plan.people(), number, before=plan.groups, kept=begun)
        if wanted.isdisjoint(without_group(initiatives, groups)):
            break
    return plan.model_copy(update={"initiatives": initiatives, "groups": groups})


def tell_added(before: WorkshopPlan, plan: WorkshopPlan, sheets: Sequence[str]) -> str:
    """What became of an initiative that was added, in words, and where lies what can be printed."""
    (name,) = plan.initiatives.keys() - before.initiatives.keys()
    groups = [group.name for group in plan.groups.values() if group.initiative == name]
    label = plan.initiatives[name].name
    if not groups:
        return f"{label} staat erbij, nog zonder groep. U kunt in workshop.yaml een groep erbij zetten."
    printed = f" Om af te drukken: {join_words(sheets)}." if sheets else ""
    return f"{label} staat erbij, voor {join_words(groups)}.{printed}"
