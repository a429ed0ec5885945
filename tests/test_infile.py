"""Files of others: what is no ordinary file is told at once, and no file leads out of its folder."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.infile import leads_out, open_file, read_beside, read_file
from poolwijzer.problems import InputError

PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
DEVICES = pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no such devices here")


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as found:
        read_file(path, 10)
    with pytest.raises(InputError) as opened, open_file(path):
        pass
    assert str(found.value) == str(opened.value)
    return str(found.value)


@PIPES
def test_a_pipe_is_told_at_once_whether_or_not_somebody_writes_into_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp.yaml"
    os.mkfifo(pipe)
    assert refusal(pipe).startswith(f"{pipe}: Dit is geen gewoon bestand.")
    writer = os.open(pipe, os.O_RDWR)
    os.write(writer, b"poolwijzer: 1\n")
    assert "Bewaar het eerst als bestand" in refusal(pipe)
    os.close(writer)


@PIPES
def test_what_a_shell_gives_for_the_output_of_a_command_is_a_pipe_too() -> None:
    reader, writer = os.pipe()
    try:
        assert "geen gewoon bestand" in refusal(Path(f"/dev/fd/{reader}"))
    finally:
        os.close(reader)
        os.close(writer)


@DEVICES
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/full", "/dev/random", "/dev/tty", "/dev/ptmx"])
def test_a_device_is_told(device: str, tmp_path: Path) -> None:
    if Path(device).exists():
        assert "geen gewoon bestand" in refusal(Path(device))
        link = tmp_path / "koppeling.yaml"
        link.symlink_to(device)
        assert "geen gewoon bestand" in refusal(link)


@PIPES
def test_a_socket_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.yaml")
        assert "geen gewoon bestand" in refusal(Path("s.yaml"))


def test_a_folder_a_missing_file_and_a_name_that_is_none_are_told(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").touch()
    (tmp_path / "lus").symlink_to(tmp_path / "lus")
    assert "Dit is een map" in refusal(tmp_path)
    assert refusal(tmp_path / "plam.yaml").endswith("Bedoelde u plan.yaml?")
    for name in ("lus", "a\0b", "x" * 5000):
        assert "niet te lezen" in refusal(tmp_path / name)


def test_no_more_is_read_than_one_byte_over_the_bound(tmp_path: Path) -> None:
    large = tmp_path / "groot"
    with large.open("wb") as file:
        file.truncate(1 << 40)
    assert len(read_file(large, 1000)) == 1001


def test_a_file_beside_another_may_stand_deeper_and_be_a_link_within_the_folder(tmp_path: Path) -> None:
    (tmp_path / "beeld").mkdir()
    (tmp_path / "beeld" / "logo.png").write_bytes(b"logo")
    (tmp_path / "koppeling.png").symlink_to("beeld/logo.png")
    assert read_beside(tmp_path, "beeld/logo.png", 100) == b"logo"
    assert read_beside(tmp_path, "koppeling.png", 100) == b"logo"
    assert read_beside(tmp_path, "koppeling.png", 1) == b"lo"


def test_a_file_beside_another_is_never_outside_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "stijl"
    folder.mkdir()
    outside = tmp_path / "geheim.png"
    outside.write_bytes(b"geheim")
    (folder / "logo.png").symlink_to(outside)
    (folder / "elders").symlink_to(tmp_path)
    (folder / "net").symlink_to("../stijl-2")
    (tmp_path / "stijl-2").mkdir()
    (tmp_path / "stijl-2" / "a.png").write_bytes(b"geheim")
    for name in (str(outside), "../geheim.png", "logo.png", "elders/geheim.png", "net/a.png", "x/../../geheim.png"):
        with pytest.raises(InputError, match="andere map"):
            read_beside(folder, name, 100)


def test_a_folder_that_is_reached_by_a_link_is_a_folder_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "echt").mkdir()
    (tmp_path / "echt" / "logo.png").write_bytes(b"logo")
    (tmp_path / "link").symlink_to("echt")
    assert read_beside(tmp_path / "link", "logo.png", 100) == b"logo"


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "\\\\server\\deel\\x.png", "C:\\x.png", "C:x.png", "a\\..\\..\\x.png", "x.png:stroom", ""]
)
def test_names_that_lead_out_on_another_system_do_so_on_every_system(name: str) -> None:
    assert leads_out(name)


@given(st.text())
def test_a_name_that_does_not_lead_out_stays_below_its_folder(name: str) -> None:
    if not leads_out(name):
        below = os.path.normpath(os.path.join("/map", name))  # noqa: PTH118 - what the system makes of it
        assert below == "/map" or below.startswith("/map/")
