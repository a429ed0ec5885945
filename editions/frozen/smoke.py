"""Try a frozen program where there is no Python, on whatever system this is: `python editions/frozen/smoke.py FOLDER`.

The folder is laid on a path with a space and an accent, may not be written in, and the program gets no variables but
those without which the system itself does not run. Every line that is printed is something that worked.
"""

from __future__ import annotations

import base64
import csv
import io
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]

from editions.frozen.terminal import Terminal  # noqa: E402 - this is a script, run from anywhere

DATE = ("--date", "2026-11-24")
SECONDS = 600
"""In which any command must be done: machines that test are slow."""
MANY = 1000
WINDOWS = sys.platform == "win32"
OLD_WORKBOOK = Path(__file__).resolve().parents[2] / "tests" / "files" / "tables" / "kinds" / "werkmap.xls"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
HOURS = """poolwijzer: 1
kind: matching
title: Uren delen
period: {from: 2027-01-01, until: 2027-06-30}
requests: [{municipality: Assen, expertise: jurist, hours: 120}]
offers: [{municipality: Hoogeveen, expertise: jurist, hours: 100}]
"""
BEGINS = {
    ".pdf": b"%PDF-",
    ".docx": b"PK",
    ".pptx": b"PK",
    ".xlsx": b"PK",
    ".ods": b"PK",
    ".html": b"<!doctype html>",
    ".svg": b"<svg",
    ".json": b"{",
    ".md": b"# ",
}
"""How files of a kind begin, in small letters."""


class Place(NamedTuple):
    """Where it is tried."""

    program: Path
    folder: Path
    """For what is made."""
    environment: dict[str, str]

    @property
    def examples(self) -> Path:
        """The folder of the examples inside the program."""
        return next(self.program.parent.rglob("poolwijzer/examples"))

    def run(self, *arguments: str | Path, status: int = 0, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run a command, which must end with this status, and without the words of Python."""
        done = subprocess.run(
            [self.program, *arguments],
            cwd=self.folder,
            env=self.environment,
            input=given,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        told = done.stderr.decode("utf-8", "replace")
        assert done.returncode == status, f"{arguments}: {done.returncode}, {told}"
        assert "Traceback" not in told, told
        return done

    def make(self, *arguments: str | Path, names: str, status: int = 0) -> None:
        """Run a command that makes files of these names, and look whether they are what their names say."""
        outputs = [part for name in names.split() for part in ("-o", name)]
        self.run(*arguments, *outputs, status=status)
        for name in names.split():
            data = (self.folder / name).read_bytes()
            begin = BEGINS[Path(name).suffix]
            assert len(data) > 200, f"{name} is empty"
            assert data.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower().startswith(begin.lower()), name
            if begin == b"PK":
                assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None, name

    def terminal(self, *arguments: str, **variables: str) -> Terminal:
        """The program in a terminal."""
        return Terminal([str(self.program), *arguments], self.folder, {**self.environment, **variables})


def try_help(place: Place) -> None:
    """The help and the version, and no word where nothing was asked at a terminal."""
    assert b"Opdrachten:" in place.run("--help").stdout
    assert place.run().stdout == place.run("--help").stdout
    assert place.run("--version").stdout.startswith(b"poolwijzer ")
    assert b"warmte" in place.run("cases").stdout.lower()
    assert place.run("menu", "list").stdout


def try_formats(place: Place) -> None:
    """Every kind of report, form, sheet, paper and slide."""
    example = place.examples / "flexteam-drenthe.yaml"
    place.make("advise", example, *DATE, names="a.pdf a.docx a.html a.md a.json a.svg")
    place.make("handout", example, *DATE, names="werkblad.pdf werkblad.docx")
    asked = ("--organisation", "Regio", "--delete-on", "2027-02-01")
    place.make("form", example, *DATE, *asked, names="vragen.html vragen.xlsx vragen.docx vragen.pdf vragen.md")
    place.make("next", example, "--paper", "raadsbrief", *DATE, names="brief.docx brief.pdf brief.html brief.md")
    place.run("workshop", "init", "oefenen", "--example", *DATE, "--paper", "a4")
    # One group of that session has yet to say what it found.
    place.make("workshop", "plenary", "oefenen", *DATE, names="dia.html dia.pdf dia.pptx", status=1)
    (place.folder / "uren.yaml").write_text(HOURS, encoding="utf-8")
    place.make("match", "uren.yaml", *DATE, names="uren.pdf uren.docx uren.html uren.md uren.json uren.xlsx")
    place.make("compare", *sorted(place.examples.glob("*.yaml")), *DATE, names="naast.html naast.pdf naast.docx")


def try_own_look(place: Place) -> None:
    """A house style with a logo, which a process of its own draws, and an own template of Word."""
    (place.folder / "logo.png").write_bytes(PIXEL)
    (place.folder / "stijl.yaml").write_text("name: Regio Noord\nlogo: logo.png\n", encoding="utf-8")
    place.run("report", "template", "sjabloon.docx")
    look = ("--style", "stijl.yaml", "--template", "sjabloon.docx")
    place.make("advise", place.examples / "flexteam-drenthe.yaml", *DATE, *look, names="eigen.docx eigen.pdf")


def try_tables(place: Place) -> None:
    """Every kind of table, out and in; and of the one that is left out, the truth."""
    place.make("batch", place.examples, *DATE, names="t.xlsx t.ods t.json t.md")
    place.run("batch", place.examples, *DATE, "-o", "t.csv", "-o", "t.jsonl", "--overview", "overzicht.pdf")
    assert len(list(csv.reader((place.folder / "t.csv").open(encoding="utf-8-sig"), delimiter=";"))) > 5
    refused = place.run("batch", place.examples, "-o", "t.parquet", status=2).stderr.decode()
    assert "pyarrow" in refused and "pip" not in refused, refused
    read = place.run("tables", "check", OLD_WORKBOOK, "--rows", "respondents", status=1)  # a row of it is not right
    assert "4 respondenten uit 3 gemeenten" in read.stdout.decode("utf-8"), read.stdout


def try_workers(place: Place) -> None:
    """The workers of a batch and the drawer of logos are processes of the program itself."""
    place.run("--inside", "poolwijzer.batch.worker:serve")  # nobody asks anything: it leaves
    drawn = place.run("--inside", "poolwijzer.formats.logo.compiler:draw_input", "png", given=PIXEL).stdout
    assert drawn.startswith(b"\x89PNG"), drawn[:20]


def try_many(place: Place) -> None:
    """A batch of a thousand by two workers says what one says; so do reports, which only workers make."""
    many = place.folder / "veel"
    many.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in sorted(place.examples.glob("*.yaml"))]
    for number in range(MANY):
        (many / f"initiatief-{number:04}.yaml").write_text(texts[number % len(texts)], encoding="utf-8")
    took = {}
    for jobs in "12":
        begin = time.perf_counter()
        place.run("batch", many, *DATE, "--jobs", jobs, "-o", f"veel-{jobs}.jsonl")
        took[jobs] = time.perf_counter() - begin
    one, two = ((place.folder / f"veel-{jobs}.jsonl").read_bytes() for jobs in "12")
    assert one == two and len(one.splitlines()) == MANY
    place.run("batch", many, *DATE, "-o", "veel.jsonl")  # as many workers as it thinks fit
    assert (place.folder / "veel.jsonl").read_bytes() == one
    print(f"  {MANY} initiatives: {took['1']:.1f} s by one, {took['2']:.1f} s by two workers")
    place.run("batch", place.examples, *DATE, "--jobs", "2", "--reports", "adviezen", "--format", "pdf,docx")
    assert len(list((place.folder / "adviezen").iterdir())) == 2 * len(texts)


def try_conversation(place: Place) -> None:
    """A conversation, line by line, from its name to all its reports."""
    answers = {
        "Hoe heet het initiatief?": "Proefregio één",
        "Welke gemeenten doen mee?": "provincie Drenthe",
        "Wat wilt u delen?": "2",
        "Hoe ver is het initiatief?": "2",
        "Welke organisatie boven de gemeenten": "1",
        "Waar staat het initiatief, denkt u?": "4 4",
        " van 10, ": "4",
        "Wie betaalt de samenwerking": "1",
        "Druk op r voor het verslag": "v",
    }
    held = place.terminal("assess", "--plain", *DATE)
    for _ in range(90):
        begin = held.at
        if held.wait_for("\n> ", "Verder gaan: poolwijzer assess") != "\n> ":
            break
        asked = held.text[begin : held.at]
        known = [words for words in answers if words in asked]
        held.type(f"{answers[known[0]] if known else ''}\r")
        if known and known[0] != " van 10, ":
            del answers[known[0]]
    assert held.end() == 0
    assert list(answers) == [" van 10, "], f"not asked: {answers}"
    text = (place.folder / "proefregio-een.yaml").read_text(encoding="utf-8")
    assert "Proefregio één" in text and "m2: 4" in text, text
    assert {path.suffix for path in place.folder.glob("proefregio-een*")} >= {".yaml", ".pdf", ".docx", ".html"}
    place.run("advise", "proefregio-een.yaml", *DATE)


def try_double_click(place: Place) -> None:
    """The start menu in a window of its own: in the folder of documents, and open until its words were read."""
    home = place.folder / "thuis"
    (home / "Documents").mkdir(parents=True)
    seen = place.terminal("--own-window", HOME=str(home), USERPROFILE=str(home), TERM="xterm-256color")
    seen.wait_for("Wat u maakt, komt in de map")
    seen.wait_for("Een nieuw gesprek beginnen")
    seen.wait_for("Stoppen")
    seen.type("\x1b")
    seen.wait_for("Druk op Enter om dit venster te sluiten.")
    seen.type("\r")
    assert seen.end() == 0
    if not WINDOWS:  # which asks its registry where documents are
        assert (home / "Documents" / "Poolwijzer").is_dir()


TRIES: tuple[Callable[[Place], None], ...] = (
    try_help,
    try_formats,
    try_own_look,
    try_tables,
    try_workers,
    try_many,
    try_conversation,
    try_double_click,
)


@contextmanager
def laid_out(folder: Path) -> Iterator[Place]:
    """A copy of the program on an odd path, in which nothing may be written, and a folder for what it makes."""
    with tempfile.TemporaryDirectory() as top:
        odd = Path(top, "mijn prógramma's", "poolwijzer map")
        shutil.copytree(folder, odd, symlinks=True)
        _set_writable(odd, False)
        made = Path(top, "wat ik máák")
        made.mkdir()
        before = _contents(odd)
        try:
            yield Place(odd / f"poolwijzer{'.exe' if WINDOWS else ''}", made, _bare_environment(Path(top)))
            assert _contents(odd) == before, "the program wrote in its own folder"
        finally:
            _set_writable(odd, True)


def _bare_environment(top: Path) -> dict[str, str]:
    """No Python to be found, no home, no language."""
    if WINDOWS:
        root = os.environ["SYSTEMROOT"]
        temporary = str(top)
        return {"SYSTEMROOT": root, "PATH": f"{root}\\System32", "TEMP": temporary, "TMP": temporary}
    return {"PATH": "/nonexistent", "TMPDIR": str(top), "TERM": "dumb"}


def _set_writable(folder: Path, writable: bool) -> None:
    paths = [path for path in folder.rglob("*") if not path.is_symlink()]
    for path in (folder, *paths) if writable else (*reversed(paths), folder):
        mode = path.stat().st_mode
        path.chmod(mode | stat.S_IWUSR if writable else mode & ~0o222)


def _contents(folder: Path) -> list[tuple[str, int]]:
    return sorted((str(path.relative_to(folder)), path.lstat().st_mtime_ns) for path in folder.rglob("*"))


def main(folder: Path) -> int:
    """Try the program in this folder."""
    with laid_out(folder) as place:
        for attempt in TRIES:
            begin = time.perf_counter()
            attempt(place)
            print(f"{attempt.__name__}: {time.perf_counter() - begin:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
