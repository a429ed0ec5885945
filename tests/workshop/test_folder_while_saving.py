"""Reading the folder of a session two hundred times while groups save in it, with all that a sync tool leaves there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from poolwijzer.assessment.read import read_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.workshop.folder import END, group_path, read_session
from poolwijzer.workshop.plan import GroupPlan
from tests.roots import ROOT
from tests.workshop.a_room import PLAN, make_room
from tests.workshop.saving import READY, number_of, version

TIMES = int(os.environ.get("POOLWIJZER_READINGS", "200"))
GROUPS = {**PLAN.groups, "groep-5": GroupPlan(name="Groep 5", initiative="flexteam-drenthe")}


@pytest.mark.slow
def test_no_half_file_is_taken_and_nothing_breaks_while_two_programs_save(
    tmp_path: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_room(tmp_path / "sessie", content, PLAN.model_copy(update={"groups": GROUPS}))
    for name in ("groep-1", "groep-2", "groep-3"):
        path = group_path(folder, name)
        path.write_bytes(dump_assessment(version(read_assessment(path, content).assessment, 0)) + END)
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
        for _ in range(TIMES):
            session = read_session(folder, content, session)
            groups = {group.id: group for group in session.groups}
            assert [groups[name].reading for name in ("groep-1", "groep-2")] == ["whole", "whole"]
            assert [groups[name].assessment for name in ("groep-4", "groep-5")] == [None, None]
            for name, before in newest.items():
                said = groups[name].assessment
                if said is not None:
                    newest[name] = number_of(said)
                    assert before <= newest[name] < 999, "an older version, or that of a copy"
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


def _start(folder: Path, how: str, *names: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "tests.workshop.saving", str(folder), how, *names]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
