"""How far a group is, as a room reads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from poolwijzer.assessment.model import Agreement, Assessment, Choice, Estimate, Initiative, KeyQuestion
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.problems import Problem
from poolwijzer.workshop.folder import END, group_path, read_session
from poolwijzer.workshop.group_file import dump_group, first_assessment
from poolwijzer.workshop.lead.progress import how_far
from poolwijzer.workshop.session import Copy, Group
from tests.workshop.a_room import DAY, PLAN, dot, files, make_room, placed


def group_with(folder: Path, content: Content, assessment: Assessment | None, name: str = "groep-3") -> Group:
    make_room(folder, content)
    group_path(folder, name).unlink(missing_ok=True)
    if assessment:
        group_path(folder, name).write_bytes(dump_group(assessment))
    return next(one for one in read_session(folder, content).groups if one.id == name)


def said(**parts: Any) -> Assessment:
    return first_assessment(PLAN, "groep-3").model_copy(update=parts)


def test_a_group_that_filled_in_nothing_has_not_begun(tmp_path: Path, content: Content) -> None:
    for assessment in (None, said()):
        group = group_with(tmp_path, content, assessment)
        assert how_far(group, content, DAY).words == "nog niet begonnen"
        assert not how_far(group, content, DAY).begun
        paper = replace(group, plan=group.plan.model_copy(update={"on_paper": True}))
        assert how_far(paper, content, DAY).words == "op papier: nog over te nemen"


def test_each_stage_of_a_conversation_shows(tmp_path: Path, content: Content) -> None:
    whole = files(content)["groep-1"]
    short = [name for name, statement in content.statements.items() if statement.short]
    some = {name: whole.answers[name] for name in short[:4]}
    every = {name: whole.answers[name] for name in short}
    choice = Choice(other=("Een fonds",))
    agreement = Agreement(what="Bellen")
    stages: list[tuple[dict[str, Any], str]] = [
        ({"initiative": whole.initiative}, "bij het initiatief"),
        ({"context": whole.context, "initiative": whole.initiative}, "eigen inschatting"),
        ({"estimate": Estimate.model_validate({"dots": (dot(2, 2),)})}, "eigen inschatting"),
        ({"estimate": placed(2, 3, ())}, "bij de stellingen: 0 van de 10"),
        ({"answers": some}, "bij de stellingen: 4 van de 10"),
        ({"answers": every}, "bij de menukaart"),
        ({"choices": {"financiering": choice}}, "bij de menukaart"),
        ({"answers": some, "key_question": KeyQuestion(answer="Eerst bellen.")}, "bij de menukaart"),
        ({"answers": some, "choices": {"financiering": choice}}, "bij de stellingen: 4 van de 10"),
        ({"answers": every, "agreements": (agreement,)}, "afronden"),
        ({"answers": every, "needs": ("sparren of advies",)}, "klaar"),
    ]
    for parts, words in stages:
        assert how_far(group_with(tmp_path, content, said(**parts)), content, DAY).words == words, parts


def test_a_file_that_is_not_whole_or_cannot_be_used_says_so_and_what_to_do(tmp_path: Path, content: Content) -> None:
    group = group_with(tmp_path, content, said())
    group.path.write_bytes(dump_assessment(files(content)["groep-1"])[:300])
    (half,) = (one for one in read_session(tmp_path, content).groups if one.id == "groep-3")
    assert how_far(half, content, DAY).words == "bestand wordt gekopieerd"
    assert "groep-3.yaml: Dit bestand is nog niet heel." in how_far(half, content, DAY).todo[0]
    group.path.write_bytes(dump_assessment(said()) + b"answers: {m1: GEHEIM}\n" + END)
    (odd,) = (one for one in read_session(tmp_path, content).groups if one.id == "groep-3")
    found = how_far(odd, content, DAY)
    assert found.words == "bestand niet te lezen: zie hieronder"
    (todo,) = found.todo
    assert todo.startswith("groep-3.yaml, regel ")
    assert "poolwijzer advise groep-3.yaml" in todo
    assert "GEHEIM" not in todo


def test_a_copy_that_says_something_else_is_told_and_one_that_does_not_is_not(tmp_path: Path, content: Content) -> None:
    group = group_with(tmp_path, content, said())
    beside = Copy(tmp_path / "groep-3-LAPTOP.yaml", None, differs=True, told=Problem("", ""))
    (told,) = how_far(replace(group, copies=(beside,)), content, DAY).todo
    assert "groep-3-LAPTOP.yaml" in told
    assert how_far(replace(group, copies=(replace(beside, differs=False),)), content, DAY).todo == ()


def test_a_file_that_is_gone_or_got_less_is_told_and_the_group_is_as_far_as_it_was(
    tmp_path: Path, content: Content
) -> None:
    make_room(tmp_path, content)
    before = read_session(tmp_path, content)
    group_path(tmp_path, "groep-1").unlink()
    group_path(tmp_path, "groep-2").write_bytes(dump_group(first_assessment(PLAN, "groep-2")))
    first, second, *_ = read_session(tmp_path, content, before).groups
    assert how_far(first, content, DAY).words == "klaar"
    assert "groep-1.yaml is weg" in how_far(first, content, DAY).todo[0]
    assert "groep-2.yaml: hier staat nu minder in dan eerst." in how_far(second, content, DAY).todo[0]


def test_the_name_of_another_initiative_in_a_file_is_no_beginning(tmp_path: Path, content: Content) -> None:
    other = said(initiative=Initiative(id="iets-anders", name="Iets anders", date=DAY))
    assert not how_far(group_with(tmp_path, content, other), content, DAY).begun
