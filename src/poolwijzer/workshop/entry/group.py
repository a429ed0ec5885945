"""The group whose paper is taken over, and the file that this goes into."""

from __future__ import annotations

from pathlib import Path

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import fold_text, join_some
from poolwijzer.interview.autosave import AutoSave
from poolwijzer.problems import InputError, Problem, did_you_mean, quote
from poolwijzer.workshop.folder import PATIENCE, read_session
from poolwijzer.workshop.group_file import first_assessment, group_path
from poolwijzer.workshop.plan import WorkshopPlan
from poolwijzer.workshop.plan_file import read_plan
from poolwijzer.workshop.session import Group


def find_group(plan: WorkshopPlan, given: str) -> str:
    """The id of a group, by its id, its number or its name.

    Raises:
        InputError: there is none.
    """
    said = fold_text(given.strip())
    for name, group in plan.groups.items():
        if said in (fold_text(name), fold_text(group.name), str(plan.numbers()[name])):
            return name
    there = join_some([f"{name} ({group.name})" for name, group in plan.groups.items()])
    choose = f"Kies uit: {there}." if there else "Zet er een bij groups in workshop.yaml."
    raise InputError(Problem(given, f"De groep {quote(given)} is er niet.", did_you_mean(given, plan.groups) or choose))


class GroupFile:
    """The file of a group, claimed for as long as its paper is typed over: no conversation can begin on it."""

    def __init__(self, folder: Path, given: str, content: Content) -> None:
        """Find and claim it, and read what it says; where there is none yet it begins with what the plan says.

        Raises:
            InputError: there is no such group, somebody else is at work on it, or it cannot be read as a whole.
        """
        name = find_group(read_plan(folder, content), given)
        self._saves = AutoSave(group_path(folder, name), folder, marked=True)
        try:
            session = read_session(folder, content, patience=PATIENCE)
            self.day = session.plan.date
            self.group: Group = next(group for group in session.groups if group.id == name)
            if self.group.reading in ("half", "unusable"):
                raise InputError(self.group.problems)
            self.remarks = self.group.remarks
            self.start: Assessment = self.group.assessment or _on_paper(first_assessment(session.plan, name))
        except BaseException:
            self._saves.release()
            raise

    @property
    def path(self) -> Path:
        """Where it stands."""
        return self._saves.path or self.group.path

    def save(self, assessment: Assessment) -> str:
        """Put it on disk; what there is to tell about that, mostly nothing.

        Raises:
            InputError: it cannot be written anywhere.
        """
        return self._saves.save(assessment)

    def release(self) -> None:
        """Leave it to others."""
        self._saves.release()


def _on_paper(first: Assessment) -> Assessment:
    """A file that begins with what the sheets ask: the short list."""
    return first.model_copy(update={"questions": "kort"})
