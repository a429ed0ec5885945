"""README and docs: every command they show is run, and what they show of its output is what it prints.

How a page tells what it means:

- In a ```console block a line `$ command` is run, and the lines below it are what it prints on stdout and stderr. A
  line with `…` alone stands for any lines. ```console exit-2 says that the command leaves with status 2.
- A fence with a second word, as in ```yaml eigen-menus/vragen.yaml, is a file; the commands below it find it. A page
  may give the same file again: then it is replaced, as a reader would do.
- What installs (`make`, `pip`, `pipx`) is not run here: the Makefile must have the target, and tests/packaging
  builds and installs this project in the ways that the page names.

A page that no longer holds is changed by hand: a change in the output is one to look at.
"""

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path

import pytest
import typer
from markdown_it import MarkdownIt
from markdown_it.token import Token
from typer._click.core import Command

from poolwijzer.cli.app import app
from poolwijzer.cli.dutch_typer import run_in_dutch
from poolwijzer.cli.schema import SchemaKind
from poolwijzer.cli.settings.chosen import OFF
from poolwijzer.content.content import Content
from poolwijzer.content.folders import VARIABLE
from poolwijzer.formats.registry import known_suffixes
from poolwijzer.given import EPOCH
from poolwijzer.municipalities import credit_population
from tests.roots import ROOT

REFERENCE = "docs/commands.md"
"""Where every command and option stands."""
RUN = (
    "README.md",
    REFERENCE,
    "docs/bestand.md",
    "docs/methode.md",
    "docs/menukaart-bewerken.md",
    "docs/verslagen.md",
    "docs/tabellen.md",
    "docs/uitvraag.md",
    "docs/werksessie.md",
    "docs/kosten.md",
    "docs/strippenkaart.md",
    "docs/uren-delen.md",
    "docs/instellingen.md",
)
PAGES = (
    *RUN,
    "docs/README.md",
    "docs/gesprek.md",
    "docs/geldigheid.md",
    "docs/snelheid.md",
    "docs/woordenboek.md",
    "docs/programma.md",
    "docs/browser.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "RELEASING.md",
    "SECURITY.md",
)
INSTALLERS = ("make", "pip", "pipx")
ANYTHING = "…"
SHIPPED = ROOT / "menus"
"""A page shows a statement as of one body, whose name is still open."""


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def fences(page: str) -> Iterator[tuple[int, list[str], str]]:
    """The line, the words behind the back quotes, and the content of every fenced block."""
    for token in MarkdownIt("commonmark").parse(text_of(page)):
        if token.type == "fence" and token.map:
            yield token.map[0] + 1, token.info.split(), token.content


@dataclass(frozen=True)
class Shown:
    """A command as a page shows it."""

    page: str
    line: int
    command: str
    output: tuple[str, ...]
    status: int

    @property
    def words(self) -> list[str]:
        return [word for word in shlex.split(self.command) if not re.match(r"[A-Z_]+=", word)]

    @property
    def variables(self) -> dict[str, str]:
        found = (re.fullmatch(r"([A-Z_]+)=(.*)", word) for word in shlex.split(self.command))
        return {match[1]: match[2] for match in found if match}


def shown_in(line: int, page: str, info: list[str], content: str) -> Iterator[Shown]:
    status = int(info[1].removeprefix("exit-")) if info[1:] else 0
    lines = content.splitlines()
    starts = [index for index, text in enumerate(lines) if text.startswith("$ ")]
    assert starts and starts[0] == 0, f"{page}:{line}: a console block begins with '$ command'"
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Shown(page, line + 1 + start, lines[start][2:], tuple(lines[start + 1 : end]), status)


def commands(page: str) -> list[Shown]:
    blocks = (fence for fence in fences(page) if fence[1][:1] == ["console"])
    return [shown for line, info, content in blocks for shown in shown_in(line, page, info, content)]


def followed(page: str, folder: Path) -> Iterator[Shown]:
    """The commands of a page in order, with the files that it gives written where they come."""
    for line, info, content in fences(page):
        if info[:1] == ["console"]:
            yield from shown_in(line, page, info, content)
        elif info[1:]:
            path = folder / info[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")


# Holding what is shown against what is printed.


def chunks(output: tuple[str, ...]) -> list[list[str]]:
    """The lines between the `…`; what comes first and last is where the output begins and ends."""
    parts: list[list[str]] = [[]]
    for line in output:
        if line == ANYTHING:
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def difference(output: tuple[str, ...], printed: list[str]) -> str:
    """What no longer holds, as lines to take out (-) and to put in (+); empty if all is well."""
    parts, at = chunks(output), 0
    for number, part in enumerate(parts):
        first, last = number == 0, number == len(parts) - 1
        starts = (
            start
            for start in range(at, len(printed) - len(part) + 1)
            if (start == 0 or not first)
            and (start + len(part) == len(printed) or not last)
            and printed[start : start + len(part)] == part
        )
        found = next(starts, None)
        if found is None:
            return compared(part, nearest(part, printed[at:], first, last))
        at = found + len(part)
    return ""


def nearest(part: list[str], printed: list[str], first: bool, last: bool) -> list[str]:
    """The lines that look most like these, so that a difference shows what changed and not a whole report."""

    def alike(start: int) -> tuple[int, int]:
        there = printed[start : start + len(part)]
        return sum(one == other for one, other in zip(part, there, strict=False)), len(set(part) & set(there))

    start = 0 if first else max(range(len(printed) + 1), key=alike)
    window = printed[start : start + len(part) + 10]
    if last:
        return window
    ends = [index + 1 for index, line in enumerate(window) if line == part[-1]]
    return window[: min(ends, key=lambda end: abs(end - len(part)), default=len(part))]


def compared(part: list[str], printed: list[str]) -> str:
    return "\n".join(f"    {line.rstrip()}" for line in ndiff(part, printed) if not line.startswith("?"))


# Running.


def run_program(arguments: list[str]) -> tuple[int, bytes]:
    """Runs the program as its entry point does, in this process: starting it anew each time would take too long."""
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, encoding="utf-8", newline="", write_through=True)
    with redirect_stdout(stream), redirect_stderr(stream), pytest.raises(SystemExit) as left:
        run_in_dutch(app, "poolwijzer", arguments)
    return int(left.value.code or 0), written.getvalue()


def run_python(arguments: list[str]) -> tuple[int, bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, check=False)
    return done.returncode, done.stdout + done.stderr


def run(shown: Shown) -> tuple[int, list[str]]:
    words, target = shown.words, None
    if ">" in words:
        words, target = words[: words.index(">")], Path(words[-1])
    given = b""
    if words[0] == "cat":
        _, name, pipe, *words = words
        assert pipe == "|"
        given = Path(name).read_bytes()
    runner = {"poolwijzer": run_program, "python": run_python}[words[0]]
    with pytest.MonkeyPatch.context() as patch:
        if given:
            patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        for name, value in shown.variables.items():
            patch.setenv(name, value)
        status, output = runner(words[1:])
    if target:
        target.write_bytes(output)
        output = b""
    return status, output.decode("utf-8").splitlines()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands run: the examples and nothing else, 80 columns wide."""
    for name in (VARIABLE, OFF, "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "thuis"))
    monkeypatch.setenv("COLUMNS", "80")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("page", RUN)
def test_every_command_shown_prints_what_is_shown(page: str, folder: Path) -> None:
    wrong = []
    for shown in followed(page, folder):
        if shown.words[0] in INSTALLERS:
            continue
        status, printed = run(shown)
        where = f"{shown.page}:{shown.line}: $ {shown.command}"
        if status != shown.status:
            wrong.append(
                f"{where}\n    leaves with status {status}, not {shown.status}:\n    " + "\n    ".join(printed)
            )
        elif said := difference(shown.output, printed):
            wrong.append(f"{where}\n    (- is what the page shows, + is what is printed now)\n{said}")
    assert not wrong, "change these by hand, if the new output is right:\n\n" + "\n\n".join(wrong)


def test_a_difference_shows_the_lines_that_changed_and_no_others() -> None:
    printed = ["Titel", "", "Motivatie hoog (4,6)", "Betrokkenheid hoog", "", "Bronnen", "1. Een"]
    assert difference(("Titel", "…", "Betrokkenheid hoog", "…", "1. Een"), printed) == ""
    assert difference(("…", "Motivatie laag", "Betrokkenheid hoog", "…"), printed).split("\n") == [
        "    - Motivatie laag",
        "    + Motivatie hoog (4,6)",
        "      Betrokkenheid hoog",
    ]
    assert "+ 1. Een" in difference(("…", "Bronnen"), printed)
    assert "- Bronnen" in difference(("…", "Bronnen", "…", "Titel", "…"), printed[:5])
    assert difference(("Titel",), ["Titel", "meer"]) == "      Titel\n    + meer"


def test_everything_shown_that_depends_on_the_day_has_a_date() -> None:
    dated = [
        ["advise"],
        ["batch"],
        ["compare"],
        ["costs"],
        ["match"],
        ["strips", "show"],
        ["strips", "report"],
        ["menu", "check"],
        ["menu", "search"],
        ["menu", "show"],
    ]
    shown = [one for page in RUN for one in commands(page) if one.words[0] == "poolwijzer"]
    on_a_day = [one for one in shown if any(one.words[1 : 1 + len(words)] == words for words in dated)]
    assert len(on_a_day) > len(dated)
    assert [one.command for one in on_a_day if "--date" not in one.words and EPOCH not in one.variables] == []


# What installs.


def test_what_installs_is_something_that_can_be_done() -> None:
    targets = re.findall(r"(?m)^(\w+):", text_of("Makefile"))
    named = {target for page in PAGES for target in re.findall(r"`make (\w+)`", text_of(page))}
    shown = [one for page in RUN for one in commands(page) if one.words[0] in INSTALLERS]
    named |= {one.words[1] for one in shown if one.words[0] == "make"}
    assert {"demo", "test"} <= named <= set(targets)
    assert {one.command for one in shown if one.words[0] != "make"} == {"pipx install .", "pip install ."}
    assert [one.command for one in shown if one.output] == [], "this output is checked by nobody"


# Nothing new goes unmentioned.


def mentions(text: str, word: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


def leaves(command: Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Command]]:
    """Every command that does something, with the words that lead to it."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield path, command
    for name, one in (inner or {}).items():
        yield from leaves(one, (*path, name))


def test_the_reference_runs_every_command() -> None:
    run_there = [tuple(one.words[1:]) for one in commands(REFERENCE) if one.words[0] == "poolwijzer"]
    paths = [path for path, _ in leaves(typer.main.get_command(app))]
    assert ("menu", "check") in paths
    unknown = [" ".join(path) for path in paths if not any(words[: len(path)] == path for words in run_there)]
    assert not unknown, f"show these commands in {REFERENCE}: {unknown}"


def test_the_reference_mentions_every_option() -> None:
    program = typer.main.get_command(app)
    parameters = [*program.params, *(parameter for _, command in leaves(program) for parameter in command.params)]
    options = {name for one in parameters if one.param_type_name == "option" for name in one.opts + one.secondary_opts}
    assert {"--json", "--own"} <= options
    unknown = sorted(option for option in options | {"--help"} if not mentions(text_of(REFERENCE), option))
    assert not unknown, f"explain these options in {REFERENCE}: {unknown}"


def test_the_reference_mentions_every_schema_every_kind_of_file_and_every_variable() -> None:
    words = [*(kind.value for kind in SchemaKind), *known_suffixes(), VARIABLE, EPOCH]
    unknown = [word for word in words if f"`{word}`" not in text_of(REFERENCE)]
    assert not unknown, f"explain these in {REFERENCE}: {unknown}"


def test_the_page_on_the_menus_names_every_kind_of_file() -> None:
    page = text_of("docs/menukaart-bewerken.md")
    files = {path.relative_to(SHIPPED).parts[0] for path in SHIPPED.rglob("*.yaml")}
    names = [name if name.endswith(".yaml") else f"{name}/….yaml" for name in sorted(files)]
    assert "vervolg.yaml" in names
    assert [name for name in names if f"`{name}`" not in page] == []


# What has to be said, and where it points.


def test_the_readme_says_where_it_all_comes_from(content: Content) -> None:
    readme = in_one_line(text_of("README.md"))
    assert in_one_line(content.typology.credit) in readme
    assert in_one_line(credit_population()) in readme


def test_the_readme_counts_the_options_and_the_pages_the_statements(content: Content) -> None:
    scored = sum(one.block is None for one in content.statements.values())
    assert f"met {len(content.options)} opties" in text_of("README.md"), "count the options in README.md again"
    assert (scored, len(content.statements)) == (20, 30), "README, docs/methode.md and docs/bestand.md say 20 and ten"


def inline(page: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable("table").parse(text_of(page)):
        yield from token.children or ()


@pytest.mark.parametrize("page", PAGES)
def test_every_relative_link_leads_somewhere(page: str) -> None:
    links = [str(token.attrs["href"]) for token in inline(page) if token.type == "link_open"]
    relative = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in relative if not (ROOT / page).parent.joinpath(link).exists()] == []


def test_the_settings_shown_are_what_an_editor_reads() -> None:
    shown = {info[1]: content for _, info, content in fences(REFERENCE) if info[1:]}
    schemas = json.loads(shown[".vscode/settings.json"])["yaml.schemas"]
    made = {one.words[-1] for one in commands(REFERENCE) if ">" in one.words}
    assert {Path(path).as_posix() for path in schemas} == made
    header = shown["mijn-initiatief.yaml"].splitlines()[0]
    assert header.partition("$schema=")[2] in made
