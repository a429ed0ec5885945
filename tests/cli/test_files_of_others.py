"""Whatever a command reads has the same limits, and is never written over."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import Result

from poolwijzer.formats.word.template import make_template
from tests.formats.logo.pictures import SQUARE, png, svg

Run = Callable[..., Result]
ON = ("--date", "2026-11-01")
PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")


@pytest.fixture
def drenthe(examples: Path, tmp_path: Path) -> Path:
    file = tmp_path / "drenthe.yaml"
    file.write_bytes((examples / "flexteam-drenthe.yaml").read_bytes())
    return file


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    file = tmp_path / "pijp.yaml"
    os.mkfifo(file)
    return file


def styled(folder: Path, logo: str, data: bytes) -> Path:
    """A house style with a logo."""
    (folder / logo).write_bytes(data)
    (folder / "stijl.yaml").write_text(f"name: Heuvelzoom\nlogo: {logo}\n", encoding="utf-8")
    return folder / "stijl.yaml"


# What is no file.


@PIPES
@pytest.mark.parametrize(
    "command",
    [
        ("advise", "PIPE"),
        ("compare", "DRENTHE", "PIPE"),
        ("costs", "PIPE"),
        ("strips", "show", "PIPE"),
        ("strips", "show", "DRENTHE", "--ledger", "PIPE"),
        ("match", "PIPE"),
        ("advise", "DRENTHE", "--style", "PIPE", "-o", "x.html"),
        ("advise", "DRENTHE", "--template", "PIPE", "-o", "x.docx"),
        ("batch", "DRENTHE", "--style", "PIPE", "--overview", "x.html"),
    ],
)
def test_a_pipe_that_is_named_is_told_at_once(
    run: Run, drenthe: Path, pipe: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(drenthe.parent)
    result = run(*({"PIPE": pipe, "DRENTHE": drenthe}.get(word, word) for word in command))
    assert result.exit_code == 2
    hint = "Een pijp of apparaat wordt niet gelezen. Bewaar het eerst als bestand, en noem dat."
    assert result.stderr == f"{pipe}: Dit is geen gewoon bestand. {hint}\n"


@PIPES
@pytest.mark.parametrize("suffix", ["yaml", "json", "csv", "xlsx", "jsonl", "ods", "x"])
def test_in_a_batch_a_pipe_costs_only_itself(run: Run, drenthe: Path, tmp_path: Path, suffix: str) -> None:
    pipe = tmp_path / f"p.{suffix}"
    os.mkfifo(pipe)
    result = run("batch", drenthe, pipe, "--rows", "initiatives", *ON)
    assert result.exit_code == 1 and f"{pipe}: Dit is geen gewoon bestand." in result.stderr


@PIPES
def test_a_pipe_among_the_menus_is_told_and_not_passed_by(run: Run, drenthe: Path, tmp_path: Path) -> None:
    menus = tmp_path / "menus"
    menus.mkdir()
    os.mkfifo(menus / "typologie.yaml")
    for command in (
        ("advise", drenthe, "--menus", menus),
        ("menu", "check", menus),
        ("menu", "list", "--menus", menus),
    ):
        result = run(*command)
        assert result.exit_code != 0 and "geen gewoon bestand" in result.stdout + result.stderr


def test_a_folder_of_menus_that_may_not_be_read_is_told(
    run: Run, drenthe: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    menus, inside = tmp_path / "menus", Path.iterdir
    menus.mkdir()

    def closed(path: Path) -> Iterator[Path]:
        if path == menus:  # whoever runs this may be allowed to read everything
            raise PermissionError(13, "Permission denied", str(path))
        return inside(path)

    # Not a function of the system: which one a Python reads a folder with differs per version.
    monkeypatch.setattr(Path, "iterdir", closed)
    result = run("advise", drenthe, "-o", tmp_path / "x.md", "--menus", menus)
    assert result.exit_code == 2
    assert result.stderr == f"{menus}: Deze map is niet te lezen. Controleer of u hem mag openen.\n"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no such devices here")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/random"])
def test_a_device_is_told(run: Run, device: str) -> None:
    for command in (("advise", device), ("compare", device, device + "x"), ("batch", device)):
        assert "Dit is geen gewoon bestand." in run(*command).stderr


@PIPES
def test_what_a_shell_makes_of_the_output_of_a_command_is_told(start: Callable[..., "subprocess.Popen[bytes]"]) -> None:
    reader, writer = os.pipe()
    os.write(writer, b"poolwijzer: 1\n")
    os.set_inheritable(reader, True)
    done = subprocess.run(
        [sys.executable, "-m", "poolwijzer", "advise", f"/dev/fd/{reader}"],
        pass_fds=(reader,),
        capture_output=True,
        timeout=60,
        check=False,
    )
    os.close(reader)
    os.close(writer)
    assert done.returncode == 2 and b"geen gewoon bestand" in done.stderr


@PIPES
@pytest.mark.slow
def test_a_list_that_never_ends_is_told(tmp_path: Path) -> None:
    read, write = os.pipe()

    def feed() -> None:
        with os.fdopen(write, "wb") as file:
            try:
                while True:
                    file.write(b"a" * 65536)
            except BrokenPipeError:
                pass

    feeding = threading.Thread(target=feed)
    feeding.start()
    done = subprocess.run(
        [sys.executable, "-m", "poolwijzer", "batch", "-"], stdin=read, capture_output=True, timeout=120, check=False
    )
    os.close(read)
    feeding.join()
    assert done.returncode == 2
    assert done.stderr.decode() == "-: Deze lijst is groter dan 64 MB. Noem de mappen waar de bestanden in staan.\n"


# What is read is never written over.


@pytest.mark.parametrize(
    ("what", "way"),
    [
        *((what, way) for what in ("logo", "template") for way in ("name", "capitals", "link", "hard link")),
        ("menu", "link"),
        ("menu", "hard link"),
    ],
)
def test_nothing_that_is_read_is_written_over_by_any_name(
    run: Run, drenthe: Path, tmp_path: Path, what: str, way: str
) -> None:
    menus = tmp_path / "menus"
    menus.mkdir()
    menu = menus / "bronnen.yaml"
    menu.write_text("sources: {}\n", encoding="utf-8")
    template = tmp_path / "huis.docx"
    template.write_bytes(make_template())
    style = styled(tmp_path, "logo.svg", svg(SQUARE))
    read = {"logo": tmp_path / "logo.svg", "template": template, "menu": menu}[what]
    suffix = ".md" if what == "menu" else read.suffix
    output = {"name": read, "capitals": read.with_name(read.name.upper())}.get(way, tmp_path / f"uit{suffix}")
    if way == "link":
        output.symlink_to(read)
    elif way == "hard link":
        output.hardlink_to(read)
    before = read.read_bytes()
    options = (*ON, "--style", style, "--menus", menus, "--force")
    word = ("-o", tmp_path / "x.docx", "--template", template)
    for command in (
        ("advise", drenthe, "-o", output),
        ("compare", drenthe, tmp_path / "2.yaml", "-o", output),
        ("costs", drenthe, "-o", output),
        ("strips", "report", drenthe, "-o", output),
        ("batch", drenthe, "--overview", output, "--overview", tmp_path / "x.docx", "--template", template),
    ):
        (tmp_path / "2.yaml").write_bytes(drenthe.read_bytes().replace(b"id: flexteam", b"id: ander-flexteam"))
        result = run(*command, *options, *(word if command[0] != "batch" else ()))
        assert result.exit_code == 2, result.stderr
        assert f"{output}: Dit bestand wordt ook gelezen en wordt daarom niet vervangen." in result.stderr
    assert read.read_bytes() == before


def test_the_rows_that_a_batch_keeps_go_over_nothing_that_it_reads_or_writes(
    run: Run, drenthe: Path, tmp_path: Path
) -> None:
    table, kept = tmp_path / "uit.csv", tmp_path / "uit.csv.part.jsonl"
    kept.write_text("name: Heuvelzoom\n", encoding="utf-8")
    options = ("batch", drenthe, *ON, "-o", table, "--overview", tmp_path / "x.html", "--force")
    result = run(*options, "--style", kept)
    assert result.exit_code == 2 and f"{kept}: Dit bestand wordt ook gelezen" in result.stderr
    assert kept.read_text(encoding="utf-8") == "name: Heuvelzoom\n"
    result = run(*options, "-o", kept)
    assert result.exit_code == 2 and f"{kept}: Dit bestand wordt ook gelezen" in result.stderr


def test_reports_come_in_no_folder_from_which_anything_is_read(run: Run, drenthe: Path, tmp_path: Path) -> None:
    looks = tmp_path / "huis"
    looks.mkdir()
    style = styled(looks, "logo.png", png())
    result = run("batch", drenthe, *ON, "--reports", looks, "--format", "html", "--style", style, "--force")
    assert result.exit_code == 2 and f"{looks}: Uit deze map worden ook bestanden gelezen." in result.stderr


def test_an_overview_does_not_take_the_place_of_an_advice(run: Run, drenthe: Path, tmp_path: Path) -> None:
    folder = tmp_path / "adviezen"
    options = ("batch", drenthe, *ON, "--reports", folder, "--format", "html")
    result = run(*options, "--overview", folder / "drenthe.html")
    assert result.exit_code == 2 and "In deze map komen ook adviezen" in result.stderr and not folder.exists()
    assert run(*options, "--overview", folder / "overzicht.md").exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["drenthe.html", "overzicht.md"]


def test_from_python_nothing_that_is_read_is_written_over_either(drenthe: Path, tmp_path: Path) -> None:
    import poolwijzer

    style = styled(tmp_path, "logo.svg", svg(SQUARE))
    report = poolwijzer.make_report(poolwijzer.load(drenthe), on="2026-11-01")
    with pytest.raises(poolwijzer.InputError, match="wordt ook gelezen"):
        poolwijzer.save(report, tmp_path / "logo.svg", style=style, force=True)
