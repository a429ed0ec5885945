from __future__ import annotations

import stat
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.batch.inputs import find_inputs
from poolwijzer.interview import drafts
from poolwijzer.interview.autosave import pick_free_name
from poolwijzer.interview.drafts import Drafts, beside
from poolwijzer.interview.start import find_initiatives
from poolwijzer.outfile import write_quickly


def test_what_is_typed_is_there_for_who_comes_after_until_it_is_entered(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    first = Drafts(file)
    first.keep("a", "hal")
    first.keep("b", "half")
    first.keep("a", "halve")
    second = Drafts(file)
    assert (second.text("a"), second.text("b"), second.text("c")) == ("halve", "half", None)
    assert second.newest() == ("a", "halve")
    second.drop("a")
    assert Drafts(file).newest() == ("b", "half")
    second.drop("b")
    second.drop("b")
    assert not list(tmp_path.iterdir())


def test_a_field_that_is_emptied_is_no_draft(tmp_path: Path) -> None:
    kept = Drafts(tmp_path / "p.yaml")
    kept.keep("a", "x")
    kept.keep("a", "  ")
    assert kept.newest() is None and not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_its_owner_can_read_a_draft(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    beside(file).write_text("{}", encoding="utf-8")
    beside(file).chmod(0o666)
    Drafts(file).keep("a", "geheim")
    assert stat.S_IMODE(beside(file).stat().st_mode) == 0o600


def test_drafts_go_where_the_file_goes(tmp_path: Path) -> None:
    kept = Drafts(None)
    kept.keep("a", "half")
    assert not kept.kept
    kept.follow(tmp_path / "p.yaml")
    assert kept.kept and kept.path == tmp_path / "p.yaml.concept"
    kept.follow(tmp_path / "p.herstel.yaml")
    assert [path.name for path in tmp_path.iterdir()] == ["p.herstel.yaml.concept"]
    assert Drafts(tmp_path / "p.herstel.yaml").text("a") == "half"


def test_where_nothing_can_be_written_typing_goes_on_and_the_draft_says_so(tmp_path: Path) -> None:
    kept = Drafts(tmp_path / "weg" / "p.yaml")
    kept.keep("a", "half")
    assert not kept.kept and kept.text("a") == "half"
    (tmp_path / "weg").mkdir()
    kept.keep("a", "halve")
    assert kept.kept


def test_on_a_slow_disk_typing_goes_on_and_the_end_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[bytes] = []

    def slowly(path: Path, data: bytes) -> bool:
        time.sleep(0.3)
        written.append(data)
        return write_quickly(path, data)

    monkeypatch.setattr(drafts, "write_quickly", slowly)
    kept, begun = Drafts(tmp_path / "p.yaml"), time.monotonic()
    for end in range(1, 51):
        kept.keep("a", "x" * end)
    assert time.monotonic() - begun < 0.3 and not kept.kept
    kept.settle()
    assert kept.kept and len(written) == 2
    assert Drafts(tmp_path / "p.yaml").text("a") == "x" * 50
    kept.drop("a")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"{}", b'{"texts": []}', b'{"texts": {"a": 1}}', b"\xff\xfe", b"[" * 100_000]
)
def test_what_is_no_draft_is_none(tmp_path: Path, data: bytes) -> None:
    beside(tmp_path / "p.yaml").write_bytes(data)
    assert Drafts(tmp_path / "p.yaml").newest() is None


def test_a_folder_or_a_huge_file_is_no_draft(tmp_path: Path) -> None:
    beside(tmp_path / "p.yaml").mkdir()
    assert Drafts(tmp_path / "p.yaml").newest() is None
    beside(tmp_path / "q.yaml").write_bytes(b'{"texts": {"a": "' + b"x" * 2_000_000 + b'"}}')
    assert Drafts(tmp_path / "q.yaml").newest() is None


@given(text=st.text(min_size=1).filter(str.strip))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("drafts") / "p.yaml"
    Drafts(file).keep("a#note", text)
    assert Drafts(file).text("a#note") == text.encode("utf-8", "replace").decode("utf-8")


def test_a_draft_is_no_initiative_and_its_name_is_taken(tmp_path: Path) -> None:
    Drafts(tmp_path / "p.yaml").keep("name::", "poolwijzer: 1")
    assert not list(find_initiatives(tmp_path))
    assert [bool(one.problem) for one in find_inputs([str(tmp_path)])] == [True]
    assert pick_free_name(tmp_path, "p", ".yaml").name == "p-2.yaml"
