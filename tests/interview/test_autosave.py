from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from poolwijzer import outfile
from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.autosave import AutoSave, pick_free_name
from poolwijzer.problems import InputError

Make = Callable[..., Assessment]


def test_a_file_is_made_once_there_is_something_to_keep(tmp_path: Path, content: Content, assessment_of: Make) -> None:
    saves = AutoSave(None, tmp_path)
    assert not list(tmp_path.iterdir())
    assert saves.save(assessment_of(id="proef")) == ""
    assert saves.path == tmp_path / "proef.yaml"
    assert read_assessment(tmp_path / "proef.yaml", content).assessment.initiative.id == "proef"
    saves.release()
    assert [path.name for path in tmp_path.iterdir()] == ["proef.yaml"]


def test_what_someone_wrote_by_hand_stays(tmp_path: Path, content: Content, assessment_of: Make) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("# Kop\npoolwijzer: 1\ninitiative: {id: proef, name: Proef}  # naam\n", encoding="utf-8")
    saves = AutoSave(path, tmp_path)
    before = read_assessment(path, content).assessment
    answers = assessment_of(answers={"m2": 4}).answers
    saves.save(before.model_copy(update={"answers": answers}))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Kop\n") and "# naam" in text and "m2: 4" in text


def test_a_new_file_is_written_as_one_that_was_read_again(tmp_path: Path, assessment_of: Make) -> None:
    """Who began it and who goes on with it write the same bytes."""
    first, second = assessment_of(answers={"m2": 3}), assessment_of(answers={"m2": {"value": 4, "note": "Ja: #1"}})
    begun = AutoSave(tmp_path / "een.yaml", tmp_path)
    for assessment in (first, second, first, second):
        begun.save(assessment)
    begun.release()
    (tmp_path / "twee.yaml").write_bytes(dump_assessment(first))
    gone_on = AutoSave(tmp_path / "twee.yaml", tmp_path)
    gone_on.save(second)
    gone_on.release()
    assert (tmp_path / "een.yaml").read_bytes() == (tmp_path / "twee.yaml").read_bytes() == dump_assessment(second)


def test_a_folder_that_is_away_for_a_moment_is_not_made_anew_and_nothing_is_lost(
    tmp_path: Path, content: Content, assessment_of: Make
) -> None:
    stick = tmp_path / "stick"
    saves = AutoSave(stick / "proef.yaml", tmp_path)
    saves.save(assessment_of(id="proef"))
    stick.rename(tmp_path / "weg")
    with pytest.raises(InputError, match="Zit de stick er nog in"):
        saves.save(assessment_of(id="proef", answers={"m2": 4}))
    assert not stick.exists()
    (tmp_path / "weg").rename(stick)
    assert saves.save(assessment_of(id="proef", answers={"m2": 4, "b2": 3})) == ""
    assert len(read_assessment(stick / "proef.yaml", content).assessment.answers) == 2
    saves.release()


def test_a_second_keeper_of_the_same_file_is_refused_until_the_first_lets_go(
    tmp_path: Path, assessment_of: Make
) -> None:
    first = AutoSave(None, tmp_path)
    first.save(assessment_of(id="proef"))
    with pytest.raises(InputError, match="al een gesprek bezig"):
        AutoSave(tmp_path / "proef.yaml", tmp_path)
    first.release()
    AutoSave(tmp_path / "proef.yaml", tmp_path).release()


def test_a_file_that_changed_meanwhile_is_not_written_over(
    tmp_path: Path, content: Content, assessment_of: Make
) -> None:
    saves = AutoSave(None, tmp_path)
    saves.save(assessment_of(id="proef"))
    (tmp_path / "proef.yaml").write_text("van een ander", encoding="utf-8")
    told = saves.save(assessment_of(id="proef", answers={"m2": 4}))
    assert "door een ander programma veranderd" in told and "proef.herstel.yaml" in told
    assert (tmp_path / "proef.yaml").read_text(encoding="utf-8") == "van een ander"
    assert saves.path == tmp_path / "proef.herstel.yaml"
    assert saves.save(assessment_of(id="proef", answers={"m2": 5})) == ""
    assert read_assessment(saves.path, content).assessment.answers["m2"].value == 5
    saves.release()


def test_a_replace_that_stays_refused_goes_to_another_name_and_says_so(
    tmp_path: Path, assessment_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves = AutoSave(None, tmp_path)
    saves.save(assessment_of(id="proef"))
    monkeypatch.setattr(outfile, "PATIENCE", 0.0)
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        # As Word and OneDrive do it on Windows, which cannot be had here.
        if Path(target).name == "proef.yaml":
            raise PermissionError(13, "held")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    told = saves.save(assessment_of(id="proef", answers={"m2": 4}))
    assert "in gebruik door een ander programma" in told and "proef.herstel.yaml" in told
    assert (tmp_path / "proef.herstel.yaml").exists()
    saves.release()


def test_names_that_are_taken_get_a_number(tmp_path: Path) -> None:
    assert pick_free_name(tmp_path, "plan", ".yaml").name == "plan.yaml"
    (tmp_path / "plan.yaml").touch()
    (tmp_path / "plan-2.yaml").touch()
    assert pick_free_name(tmp_path, "plan", ".yaml").name == "plan-3.yaml"


def test_in_the_folder_of_a_session_a_file_gets_the_mark_by_which_a_part_of_it_is_seen(
    tmp_path: Path, assessment_of: Make
) -> None:
    (tmp_path / "workshop.yaml").touch()
    new, old = tmp_path / "groep-1.yaml", tmp_path / "groep-2.yaml"
    old.write_text("# van ons\npoolwijzer: 1\ninitiative: {id: proef, name: Proef}", encoding="utf-8")
    for path in (new, old):
        saves = AutoSave(path, tmp_path)
        for value in (1, 2):
            saves.save(assessment_of(answers={"m2": value}))
            assert path.read_bytes().endswith(b"\n...\n")
        saves.release()
    assert old.read_text(encoding="utf-8").startswith("# van ons\n")
