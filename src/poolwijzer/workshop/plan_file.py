"""Reading and writing the file of a session, with every problem at its line and column."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import yaml

from poolwijzer.assessment.editor import Editor
from poolwijzer.assessment.model import FORMAT
from poolwijzer.assessment.update import END
from poolwijzer.assessment.write import Dumper
from poolwijzer.content.content import Content
from poolwijzer.outfile import write_whole
from poolwijzer.problems import InputError, Problem, did_you_mean, in_order, quote
from poolwijzer.validation import WHOLE, validate
from poolwijzer.workshop.plan import PLAN_NAME, WorkshopPlan
from poolwijzer.yamlfile import LocatedDocument, decode_text, read_bytes, read_document

KIND = "workshop"
PHASE = "fase"
"""The question of the menus that a phase is an answer to."""
_MAKE_ONE = "Maak er een met: poolwijzer workshop init MAP."


def plan_path(folder: Path) -> Path:
    """Where the plan of a session stands, in its folder."""
    return folder / PLAN_NAME


def read_plan(folder: Path, content: Content) -> WorkshopPlan:
    """Read the plan of the session in a folder.

    Args:
        folder: The folder of the session.
        content: The menus, for the phases.

    Raises:
        InputError: There is none, or with every problem in it.
    """
    path = plan_path(folder)
    if not path.exists():
        message = "Dit is geen map van een werksessie: er staat geen workshop.yaml in."
        raise InputError(Problem(str(folder), message, _MAKE_ONE))
    document = read_document(path)
    data = document.data
    if not isinstance(data, dict) or data.get("kind") != KIND:
        raise InputError(document.locate([]).problem("Dit bestand beschrijft geen werksessie.", _MAKE_ONE))
    number = data.get("poolwijzer")
    if isinstance(number, str) and WHOLE.fullmatch(number) and int(number) > FORMAT:
        message = f"Dit bestand is gemaakt met een nieuwere Poolwijzer (format {quote(number)}; deze kent {FORMAT})."
        raise InputError(document.locate(["poolwijzer"]).problem(message, "Installeer de nieuwste versie."))
    plan = validate(WorkshopPlan, document)
    if problems := list(_misnamed(plan, document, content)):
        raise InputError(in_order(problems))
    return plan


def phases_of(content: Content) -> dict[str, str]:
    """The phases of the menus, by id, as people read them."""
    question = content.questions.context.get(PHASE)
    return {name: answer.label for name, answer in question.answers.items()} if question else {}


def _misnamed(plan: WorkshopPlan, document: LocatedDocument, content: Content) -> Iterator[Problem]:
    """Names of phases and of initiatives that are not there."""
    phases = phases_of(content)
    for name, one in plan.initiatives.items():
        if one.phase is not None and one.phase not in phases:
            message = f"Poolwijzer kent de fase {quote(one.phase)} niet."
            yield document.locate(["initiatives", name, "phase"]).problem(message, _choose(one.phase, phases))
    for name, group in plan.groups.items():
        if group.initiative not in plan.initiatives:
            message = f"Groep {quote(name)} noemt een initiatief dat er niet is: {quote(group.initiative)}."
            hint = _choose(group.initiative, plan.initiatives)
            yield document.locate(["groups", name, "initiative"]).problem(message, hint)


def _choose(name: str, known: Collection[str]) -> str:
    choose = f"Kies uit: {', '.join(known)}." if known else "Zet het bij initiatives."
    return did_you_mean(name, known) or choose


def dump_plan(plan: WorkshopPlan) -> bytes:
    """The file of a plan as bytes, with the mark at its end by which a part of it is seen."""
    data = plan.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    # Who looks for what can be changed finds the minutes.
    data["minutes"] = plan.minutes.model_dump(mode="json")
    order = [name for name in WorkshopPlan.model_fields if name in data]
    text = yaml.dump(
        {name: data[name] for name in order}, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100
    )
    return f"{text}{END}\n".encode()


def write_plan(folder: Path, before: WorkshopPlan, plan: WorkshopPlan) -> Path:
    """Change the plan in a folder from what it was; what somebody wrote by hand in it stays as it is.

    Returns:
        Where it went: beside the plan where another program keeps holding that.

    Raises:
        InputError: it cannot be written.
    """
    path = plan_path(folder)
    text = decode_text(read_bytes(path), str(path))
    old, new = (one.model_dump(mode="json", exclude_defaults=True, by_alias=True) for one in (before, plan))
    changed = Editor(text).edit(old, new, plan.model_dump(mode="json", by_alias=True))
    return write_whole(path, changed.encode("utf-8"))
