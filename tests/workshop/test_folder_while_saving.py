"""Making the plenary two hundred times while groups save in its folder, with all that a sync tool leaves there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.formats.registry import Theme, render_slides
from poolwijzer.report.sections.own_words import HIGHLIGHTS
from poolwijzer.workshop.folder import END, group_path, read_session
from poolwijzer.workshop.plan import GroupPlan
from poolwijzer.workshop.plenary.build import build_plenary
from poolwijzer.workshop.plenary.group_words import AS_BEFORE, UNREADABLE
from poolwijzer.workshop.session import Session
from tests.roots import ROOT
from tests.workshop.a_room import DAY, PLAN, make_room
from tests.workshop.saving import READY, number_of, version
from tests.workshop.test_plenary import by_id, said_on

TIMES = int(os.environ.get("POOLWIJZER_READINGS", "200"))
RENDERED = 50
"""Of how many times one is drawn as a page."""
ANSWERS = {"groep-1": 10, "groep-2": 0, "groep-3": 3}
GROUPS = {**PLAN.groups, "groep-5": GroupPlan(name="Groep 5", initiative="flexteam-drenthe")}


@pytest.mark.slow
def test_the_plenary_is_true_to_whole_files_while_two_programs_save(
    tmp_path: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_room(tmp_path / "sessie", content, PLAN.model_copy(update={"groups": GROUPS}))
    for name in ("groep-1", "groep-2", "groep-3"):
        path = group_path(folder, name)
        path.write_bytes(dump_assessment(version(_little(path, content, ANSWERS[name]), 0)) + END)
    whole = group_path(folder, "groep-1").read_bytes()
    for name in ("groep-1 (1).yaml", "groep-2-LAPTOP.yaml"):
        (folder / name).write_bytes(dump_assessment(version(read_assessment(path, content).assessment, 999)) + END)
    (folder / "~$groep-1.yaml").write_bytes(b"\0\1Jan")
    group_path(folder, "groep-4").write_bytes(whole[: len(whole) // 2])  # half
    held = group_path(folder, "groep-5")
    held.write_bytes(whole)
    real = os.open

    def refuse(path: object, *rest: int, **more: int) -> int:
        if str(path) == str(held):
            raise PermissionError(13, "held")
        return real(path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refuse)
    saving = [_start(folder, "own", "groep-1", "groep-2"), _start(folder, "copied", "groep-3")]
    try:
        for one in saving:
            assert one.stdout is not None
            assert one.stdout.readline().strip() == READY
        session, newest = None, dict.fromkeys(("groep-1", "groep-2", "groep-3"), 0)
        for turn in range(TIMES):
            session = read_session(folder, content, session)
            groups = {group.id: group for group in session.groups}
            assert [groups[name].reading for name in ("groep-1", "groep-2")] == ["whole", "whole"]
            assert [groups[name].assessment for name in ("groep-4", "groep-5")] == [None, None]
            for name, before in newest.items():
                said = groups[name].assessment
                if said is not None:
                    newest[name] = number_of(said)
                    assert before <= newest[name] < 999, "an older version, or that of a copy"
            check_plenary(session, content, page=turn % RENDERED == 0)
            told = "\n".join(map(str, session.attention()))
            assert "groep-1 (1).yaml" in told
            assert "groep-2-LAPTOP.yaml" in told
            assert "~$" not in told
        assert all(one.poll() is None for one in saving), "who saves stopped"
        assert all(number > 1 for number in newest.values()), newest
    finally:
        for one in saving:
            one.kill()
            one.communicate()


def _little(path: Path, content: Content, answers: int) -> Assessment:
    """A file that says little, for what there is to tell takes most of the time; a second group with nothing to hold
    beside the first one."""
    said = read_assessment(path, content).assessment
    few = dict(list(said.answers.items())[:answers])
    return Assessment(poolwijzer=2, initiative=said.initiative, answers=few)


def check_plenary(session: Session, content: Content, *, page: bool) -> None:
    """Hold the slides against what the session holds, now and then as the page that a room sees."""
    slides = build_plenary(session, content, DAY, "1.0")
    assert len(slides.slides) <= 10
    shown = str(render_slides(".html", slides, Theme()), "utf-8") if page else ""
    for group in session.groups:
        told = said_on(by_id(slides, group.id))
        if (said := group.assessment) is None:
            assert UNREADABLE in told
            continue
        number = number_of(said)
        assert f"{HIGHLIGHTS['course']}\n{number}\n" in told
        assert (AS_BEFORE in told) == (group.reading != "whole")
        if page:
            assert said.highlights.striking in shown


def _start(folder: Path, how: str, *names: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "tests.workshop.saving", str(folder), how, *names]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
