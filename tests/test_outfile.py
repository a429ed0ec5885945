"""Planning and writing files: whole or not at all, and nothing lost."""

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer import outfile
from poolwijzer.outfile import plan_outputs, write_whole
from poolwijzer.problems import InputError

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such permissions or limits")


# Planning


def test_new_outputs_in_new_folders_are_fine_and_nothing_is_made(tmp_path: Path) -> None:
    plan_outputs([tmp_path / "nieuw" / "map" / "a.md", tmp_path / "b.json"], [tmp_path / "in.yaml"], force=False)
    assert list(tmp_path.iterdir()) == []


def test_an_existing_output_needs_force(tmp_path: Path) -> None:
    existing = _file(tmp_path / "a.md")
    assert "bestaat al. Gebruik --force of kies een andere naam" in _refusal([existing], [])
    plan_outputs([existing], [], force=True)
    assert existing.read_bytes() == b"oud"


def test_an_output_that_is_also_an_input_is_refused_even_with_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = _file(tmp_path / "in.yaml")
    (tmp_path / "map").mkdir()
    monkeypatch.chdir(tmp_path)
    for output in (source, Path("in.yaml"), tmp_path / "map" / ".." / "in.yaml"):
        assert "wordt ook gelezen" in _refusal([output], [source], force=True)


def test_an_output_that_is_an_input_by_another_name_is_refused(tmp_path: Path) -> None:
    source = _file(tmp_path / "in.yaml")
    hard, soft = tmp_path / "hard.yaml", tmp_path / "soft.yaml"
    hard.hardlink_to(source)
    _link(soft, source)
    for output in (hard, soft, tmp_path / "IN.yaml"):
        assert "wordt ook gelezen" in _refusal([output], [source], force=True)


def test_the_same_output_twice_is_refused_in_whatever_capitals(tmp_path: Path) -> None:
    for other in ("a.md", "A.MD", "./a.md"):
        assert "twee keer" in _refusal([tmp_path / "a.md", tmp_path / other], [], force=True)


def test_an_output_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    assert "Dit is een map" in _refusal([tmp_path], [], force=True)


def test_an_output_below_a_file_is_refused(tmp_path: Path) -> None:
    _file(tmp_path / "a")
    assert "is een bestand en geen map" in _refusal([tmp_path / "a" / "b" / "c.md"], [])


def test_an_output_below_another_output_is_refused(tmp_path: Path) -> None:
    assert "is een bestand en geen map" in _refusal([tmp_path / "a", tmp_path / "a" / "b.md"], [])


@posix_only
def test_a_device_is_never_replaced() -> None:
    assert "geen gewoon bestand" in _refusal([Path(os.devnull)], [], force=True)
    with pytest.raises(InputError, match="geen gewoon bestand"):
        write_whole(Path(os.devnull), b"nieuw")


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    existing = _file(tmp_path / "a.md")
    with pytest.raises(InputError) as caught:
        plan_outputs([existing, tmp_path / "ok.md", tmp_path], [], force=False)
    assert [problem.path for problem in caught.value.problems] == [str(existing), str(tmp_path)]


# Writing


@given(st.binary())
def test_what_is_written_is_what_was_given(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "nieuw" / "a.bin"
        assert write_whole(path, data) == path
        assert path.read_bytes() == data
        assert list(path.parent.iterdir()) == [path]


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    path = _file(tmp_path / "a.md")
    write_whole(path, b"nieuw")
    assert path.read_bytes() == b"nieuw"


@posix_only
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = _file(tmp_path / "a.md")
    path.chmod(mode)
    write_whole(path, b"nieuw")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix_only
def test_a_new_file_gets_the_permissions_that_new_files_get_here(tmp_path: Path) -> None:
    ordinary = _file(tmp_path / "gewoon.md")
    assert write_whole(tmp_path / "a.md", b"").stat().st_mode == ordinary.stat().st_mode


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    target = _file(tmp_path / "echt" / "a.md")
    link = tmp_path / "link.md"
    _link(link, target)
    assert write_whole(link, b"nieuw") == link
    assert link.is_symlink()
    assert target.read_bytes() == b"nieuw"


def test_a_link_to_a_file_that_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    _link(link, tmp_path / "later" / "a.md")
    write_whole(link, b"nieuw")
    assert (tmp_path / "later" / "a.md").read_bytes() == b"nieuw"


# Another program in the way. Windows refuses to replace an open file; elsewhere the refusal is played.


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outfile, "PATIENCE", 0.05)
    monkeypatch.setattr(outfile, "_PAUSE", 0.01)


def _hold(monkeypatch: pytest.MonkeyPatch, held: Path, times: int = 10**6) -> None:
    replace = Path.replace
    left = times

    def refusing(self: Path, target: Path) -> Path:
        nonlocal left
        if target == held and left:
            left -= 1
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refusing)


@pytest.mark.usefixtures("impatient")
def test_a_file_that_another_program_holds_stays_and_the_new_one_lies_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _file(tmp_path / "rapport.v1.md")
    _hold(monkeypatch, path)
    first, second = write_whole(path, b"een"), write_whole(path, b"twee")
    assert (first.name, second.name) == ("rapport.v1.herstel.md", "rapport.v1.herstel-2.md")
    assert (path.read_bytes(), first.read_bytes(), second.read_bytes()) == (b"oud", b"een", b"twee")
    assert set(tmp_path.iterdir()) == {path, first, second}


@pytest.mark.usefixtures("impatient")
def test_a_relative_name_stays_relative_for_the_file_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _hold(monkeypatch, _file(tmp_path / "a.md"))
    monkeypatch.chdir(tmp_path)
    assert write_whole(Path("a.md"), b"nieuw") == Path("a.herstel.md")


@pytest.mark.usefixtures("impatient")
def test_behind_a_link_the_returned_file_is_the_one_that_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = _file(tmp_path / "echt" / "a.md")
    _link(tmp_path / "link.md", target)
    _hold(monkeypatch, target)
    assert write_whole(tmp_path / "link.md", b"nieuw") == target.with_name("a.herstel.md")


def test_a_file_that_is_let_go_in_time_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _file(tmp_path / "a.md")
    _hold(monkeypatch, path, times=2)
    assert write_whole(path, b"nieuw") == path
    assert path.read_bytes() == b"nieuw"
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A folder to try things in as a user without rights; root is refused nothing."""
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.mark.usefixtures("impatient")
def test_a_file_of_somebody_else_in_a_shared_folder_stays(as_nobody: Path) -> None:
    shared = as_nobody / "gedeeld"
    shared.mkdir()
    shared.chmod(0o1777)
    path = _file(shared / "a.md")
    with _Nobody():
        beside = write_whole(path, b"nieuw")
    assert beside.name == "a.herstel.md"
    assert (path.read_bytes(), beside.read_bytes()) == (b"oud", b"nieuw")


# Failing


def test_a_folder_without_rights_is_told_in_dutch(as_nobody: Path) -> None:
    with _Nobody(), pytest.raises(InputError, match="Hier mag u niet schrijven"):
        write_whole(as_nobody / "a.md", b"nieuw")
    assert list(as_nobody.iterdir()) == []


@posix_only
def test_a_write_that_fails_halfway_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    import resource

    path = _file(tmp_path / "a.md")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(InputError, match="te groot voor deze schijf"):
            write_whole(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [path]


def test_a_parent_that_is_a_file_is_told_in_dutch(tmp_path: Path) -> None:
    blocking = _file(tmp_path / "a")
    with pytest.raises(InputError, match="is een bestand en geen map"):
        write_whole(blocking / "b.md", b"nieuw")
    assert blocking.read_bytes() == b"oud"


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="geen gewoon bestand"):
        write_whole(tmp_path, b"nieuw")


@pytest.mark.parametrize(("name", "words"), [("x" * 300, "te lang"), ("a\0b", "Deze naam mag niet")])
def test_an_impossible_name_is_told_in_dutch(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        plan_outputs([tmp_path / name], [], force=False)
        write_whole(tmp_path / name, b"nieuw")
    assert list(tmp_path.iterdir()) == []


def _file(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"oud")
    return path


def _link(link: Path, target: Path) -> None:
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("this system lets this user make no links")


def _refusal(outputs: list[Path], inputs: list[Path], force: bool = False) -> str:
    with pytest.raises(InputError) as caught:
        plan_outputs(outputs, inputs, force)
    assert len(caught.value.problems) == 1
    return str(caught.value)


class _Nobody:
    """Be a user without rights for a while."""

    def __enter__(self) -> None:
        if sys.platform != "win32":
            os.seteuid(65534)

    def __exit__(self, *_: object) -> None:
        if sys.platform != "win32":
            os.seteuid(0)
