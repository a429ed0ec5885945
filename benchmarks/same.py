"""Whether the program still says the same, byte for byte, as it did at an earlier commit.

    python benchmarks/same.py COMMIT [part ...]

Runs the same commands with the code of that commit and with the code that lies here, and holds what they write and say
side by side: reports in every format and depth, tables, overviews, comparisons, costs, strips, matching, papers,
hand-outs, forms, answers, workshops, schemas, pages about the menus, help, and what is said of files with mistakes.
Of a Word document every part is held, its XML in the canonical form: it may be written in many ways. What the code of
the commit gave is kept in build/same, so that a second look costs half. It leaves with 1 if anything differs.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from xml.etree.ElementTree import canonicalize

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "build" / "same"
INPUTS = ("examples", "tests/files")
DATE = ("--date", "2026-11-01")
FILES = ("md", "html", "pdf", "docx", "json", "svg")
DEPTHS = ("kort", "bestuur", "gewoon", "volledig")
SHEETS = (*FILES, "xlsx", "csv")
"""Of what is reckoned: also as tables."""
COMMANDS = (
    *("", "advise", "assess", "next", "handout", "form", "merge", "batch", "compare", "costs", "match", "cases"),
    *("schema", "strips", "strips add", "strips show", "strips report", "strips merge", "workshop", "workshop init"),
    *("workshop run", "workshop enter", "workshop plenary", "workshop report", "workshop archive", "tables"),
    *("tables check", "tables map", "tables columns", "menu", "menu check", "report", "report template"),
)
MORE_SCHEMAS = (
    *("batch", "batch-statements", "costs", "costs-alternatives", "matching", "matching-outcome", "merge", "strips"),
    *("strips-added", "table-check", "table-map", "workshop", "workshop-status"),
)
PAPERS = ("collegevoorstel", "raadsvoorstel", "raadsbrief", "checklist", "opdracht", "profiel", "begroting")
LEDGER = """\
regel;datum;soort;gemeente;product;uren;strippen;naar;verbetert;notitie;geschreven
hszrkjzcbwbb;2027-03-01;gebruik;Voorbeeldmeer;inkoopacties;120;;;;;2027-03-01T12:00:00Z
gfqwqrwdtgng;2027-03-02;gezamenlijk;;data-en-tools;;4;;;Voor allen;2027-03-02T12:00:00Z
dfsrkjzcbwbc;2027-05-01;gebruik;Voorbeeldbos;planvorming-begeleiden;;12,5;;;;2027-05-01T12:00:00Z
bbbrkjzcbwbd;2027-05-02;gebruik;Voorbeeldmeer;inkoopacties;90;;;hszrkjzcbwbb;;2027-05-02T12:00:00Z
"""
"""What municipalities used of their strips; the program gives each line a code by lot, so it is not asked to."""
FEW_LINES = 12
"""Of a difference that are shown."""


def outputs(name: str, suffixes: tuple[str, ...]) -> list[str]:
    """Options that write a file of each kind."""
    return [word for suffix in suffixes for word in ("-o", f"out/{name}.{suffix}")]


def advice(inputs: Path) -> Iterator[tuple[str, list[str]]]:
    """An initiative in every format and depth, and on screen."""
    good = [*(inputs / "examples").glob("*.yaml"), *(inputs / "tests/files/assessments/good").glob("*.yaml")]
    for path in sorted(good):
        file, name = str(path.relative_to(inputs)), path.stem
        for depth in DEPTHS:
            suffixes = tuple(one for one in FILES if depth == "gewoon" or one not in ("json", "svg"))
            yield f"{name}-{depth}", ["advise", file, *DATE, "--depth", depth, *outputs(f"{name}-{depth}", suffixes)]
            yield f"{name}-{depth}-screen", ["advise", file, *DATE, "--depth", depth]
        explained = outputs(f"{name}-explained", ("md",))
        yield f"{name}-explained", ["advise", file, *DATE, "--explain", "--depth", "volledig", *explained]
        for option in ("--json", "--explain", "--named", "--anonymous"):
            yield f"{name}{option}", ["advise", file, *DATE, option]


def many(inputs: Path) -> Iterator[tuple[str, list[str]]]:
    """Tables, overviews and comparisons."""
    examples = [str(path.relative_to(inputs)) for path in sorted((inputs / "examples").glob("*.yaml"))]
    yield "batch-screen", ["batch", "examples", *DATE]
    tables = outputs("batch", ("csv", "xlsx", "jsonl", "json", "md"))
    overviews = [word for suffix in FILES[:4] for word in ("--overview", f"out/overview.{suffix}")]
    yield "batch", ["batch", "examples", *DATE, "--stress", *tables, *overviews]
    yield "batch-reports", ["batch", "examples", *DATE, "--reports", "out/reports", "--formats", "md,json"]
    yield "batch-bad", ["batch", "tests/files/assessments", *DATE, *outputs("batch-bad", ("csv", "json", "md"))]
    for folder in sorted((inputs / "tests/files/tables/good").iterdir()):
        for path in sorted(folder.iterdir()):
            if path.suffix in (".csv", ".xlsx"):
                for rows in ("initiatives", "respondents"):
                    name = f"table-{folder.name}-{rows}"
                    file = str(path.relative_to(inputs))
                    yield name, ["batch", file, "--rows", rows, *DATE, *outputs(name, ("json",))]
    for depth in ("kort", "gewoon", "volledig"):
        name = f"compare-{depth}"
        yield name, ["compare", *examples, *DATE, "--depth", depth, *outputs(name, FILES[:5])]
    yield "compare-screen", ["compare", *examples, *DATE]
    yield "compare-two", ["compare", *examples[:2], *DATE, "--json"]
    for number, file in enumerate(examples):
        yield f"compare-time-{number}", ["compare", file, *DATE, "--as", "time", "--json"]
    yield "compare-groups", ["compare", examples[0], examples[0], *DATE, "--as", "groups"]


def words(inputs: Path) -> Iterator[tuple[str, list[str]]]:
    """Schemas, pages about the menus, help, and what is said of mistakes."""
    menus = {path.stem for path in (ROOT / "menus").glob("*.yaml")}
    for kind in sorted({"assessment", "advice", "component", "praktijk", "comparison", *MORE_SCHEMAS, *menus}):
        yield f"schema-{kind}", ["schema", kind]
        yield f"schema-{kind}-own", ["schema", kind, "--own"]
    other = "tests/files/menus/other-typology"
    yield "menu-list", ["menu", "list"]
    yield "menu-list-json", ["menu", "list", "--json"]
    yield "menu-check", ["menu", "check", *DATE]
    yield "menu-check-other", ["menu", "check", other, *DATE]
    yield "menu-diff", ["menu", "diff", other]
    yield "menu-diff-json", ["menu", "diff", other, "--json"]
    yield "menu-search", ["menu", "search", "provincie"]
    yield "menu-init", ["menu", "init", "out/own"]
    for path in sorted((ROOT / "menus/componenten").glob("*.yaml")):
        yield f"menu-show-{path.stem}", ["menu", "show", path.stem]
        yield f"menu-show-{path.stem}-json", ["menu", "show", path.stem, "--json"]
    for option in ("strippenkaart", "vaste-basis-plus-opslag", "bij-provincie"):
        yield f"menu-show-{option}", ["menu", "show", option]
    yield "cases", ["cases"]
    yield "case", ["cases", "flexteam-drenthe"]
    for command in COMMANDS:
        yield f"help-{command}", [*command.split(), "--help"]
    for path in sorted((inputs / "tests/files/assessments/bad").glob("*.yaml")):
        yield f"bad-{path.stem}", ["advise", str(path.relative_to(inputs)), *DATE]
    for path in sorted((inputs / "tests/files/menus/bad").iterdir()):
        if path.is_dir():
            yield f"bad-menus-{path.name}", ["menu", "check", str(path.relative_to(inputs)), *DATE]
    for path in sorted((inputs / "tests/files/yaml").glob("bad-*.yaml")):
        yield f"bad-yaml-{path.stem}", ["advise", str(path.relative_to(inputs)), *DATE]


def money(inputs: Path) -> Iterator[tuple[str, list[str]]]:
    """Who pays what, the card of strips, and hours that are asked and offered."""
    (inputs / "strippen.csv").write_text(LEDGER, encoding="utf-8")
    whole = [*(inputs / "examples").glob("*.yaml"), *(inputs / "tests/files/assessments/good").glob("*.yaml")]
    for path in sorted(path for path in whole if "\ncosts:" in path.read_text(encoding="utf-8")):
        file, name = str(path.relative_to(inputs)), f"costs-{path.stem}"
        yield name, ["costs", file, *DATE, *outputs(name, SHEETS)]
        for depth in ("kort", "gewoon", "volledig"):
            yield f"{name}-{depth}", ["costs", file, *DATE, "--depth", depth]
        keys = outputs(f"{name}-keys", ("md", "html", "pdf", "docx", "json", "xlsx"))
        yield f"{name}-keys", ["costs", file, *DATE, "--compare-keys", *keys]
        yield f"{name}-demand", ["costs", file, *DATE, "--demand", "50%", "--json"]
    plan = ["examples/voorbeeldregio-merenland.yaml", "--ledger", "strippen.csv", "--date", "2027-06-30"]
    yield "strips-show", ["strips", "show", *plan, "--lines"]
    yield "strips-json", ["strips", "show", *plan, "--json"]
    yield "strips-report", ["strips", "report", *plan, "--lines", *outputs("strips", SHEETS)]
    for name, table in (("match", "noorderveld.yaml"), ("match-tables", "")):
        given = [table] if table else ["--requests", "vraag.csv", "--offers", "aanbod.csv"]
        given = [f"tests/files/matching/{word}" if "." in word else word for word in given]
        yield name, ["match", *given, *DATE, *outputs(name, SHEETS)]
        yield f"{name}-screen", ["match", *given, *DATE]


def together(inputs: Path) -> Iterator[tuple[str, list[str]]]:
    """Papers for a next step, hand-outs, forms, answers that came back, and a workshop from start to end."""
    examples = [str(path.relative_to(inputs)) for path in sorted((inputs / "examples").glob("*.yaml"))]
    for file in examples:
        yield f"next-{Path(file).stem}", ["next", file, *DATE]
        for paper in PAPERS:
            name = f"next-{Path(file).stem}-{paper}"
            yield name, ["next", file, *DATE, "--paper", paper, *outputs(name, FILES[:4])]
        for paper in ("a3", "a4"):
            name = f"handout-{Path(file).stem}-{paper}"
            yield name, ["handout", file, *DATE, "--paper", paper, *outputs(name, ("pdf", "docx"))]
        asked = ["--organisation", "Regiobureau", "--delete-on", "2027-03-01", "--reply-by", "2027-01-15", *DATE]
        name = f"form-{Path(file).stem}"
        yield name, ["form", file, *asked, *outputs(name, ("html", "xlsx", "docx", "pdf", "md", "txt"))]
        for program, suffix in (("limesurvey", "txt"), ("microsoft-forms", "docx")):
            made = outputs(f"{name}-{program}", (suffix,))
            yield f"{name}-{program}", ["form", file, *asked, "--as", program, *made]
    yield "handout", ["handout", *DATE, *outputs("handout", ("pdf", "docx"))]
    answers = ["merge", "tests/files/answers/regio.yaml", "tests/files/answers", "--delete-on", "2027-03-01", *DATE]
    status = [word for suffix in FILES[:4] for word in ("--status", f"out/status.{suffix}")]
    yield "merge", answers
    yield "merge-written", [*answers, "-o", "out/together.yaml", *status]
    for path in sorted((inputs / "tests/files/tables/exports/respondents").iterdir()):
        name = f"check-{path.name}"
        told = outputs(name, (*FILES[:4], "json"))
        yield name, ["tables", "check", str(path.relative_to(inputs)), "--rows", "respondents", *DATE, *told]
    yield "columns", ["tables", "columns", *outputs("columns", ("md",))]
    session, day = "out/session", ["--date", "2026-12-10"]
    yield "workshop-init", ["workshop", "init", session, "--example", *day, "--paper", "a4"]
    yield "workshop-run", ["workshop", "run", session, "--once", *day]
    yield "workshop-plenary", ["workshop", "plenary", session, *day, *outputs("plenary", ("html", "pdf", "pptx"))]
    yield "workshop-report", ["workshop", "report", session, *day]


PARTS = {"advice": advice, "many": many, "words": words, "money": money, "together": together}

CHILD = """
import json, sys
from pathlib import Path
from typer.testing import CliRunner
from poolwijzer.cli.app import app
for name, arguments in json.load(sys.stdin):
    result = CliRunner().invoke(app, arguments)
    said = Path("said", name.replace("/", "-"))
    code = sys.argv[1]
    lines = [" ".join(arguments), f"exit {result.exit_code}", repr(result.exception or ""), result.stdout]
    told = "\\n".join([*lines, "---", result.stderr]).replace(code, "CODE")
    said.with_suffix(".txt").write_text(told, encoding="utf-8")
"""


def run(code: Path, to: Path, part: str) -> None:
    """Run the commands of a part with some code, in a folder that holds the inputs."""
    shutil.rmtree(to, ignore_errors=True)
    for folder in ("out", "said"):
        (to / folder).mkdir(parents=True)
    for folder in INPUTS:
        shutil.copytree(ROOT / folder, to / folder)
    environment = {**os.environ, "PYTHONPATH": str(code / "src"), "COLUMNS": "100", "NO_COLOR": "1"}
    commands = json.dumps(list(PARTS[part](to)))
    subprocess.run(
        [sys.executable, "-c", CHILD, str(code)], input=commands, text=True, cwd=to, env=environment, check=True
    )


def checked_out(commit: str) -> Path:
    """The files of a commit, unpacked once."""
    folder = KEPT / commit / "code"
    if not folder.exists():
        archive = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True).stdout
        folder.mkdir(parents=True)
        subprocess.run(["tar", "-x", "-C", str(folder)], input=archive, check=True)
    return folder


def written(folder: Path) -> dict[str, bytes]:
    """Everything that was written and said, by its path; a Word document part by part."""
    found = [path for name in ("out", "said") for path in (folder / name).rglob("*") if path.is_file()]
    told: dict[str, bytes] = {}
    for path in sorted(found):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".docx":
            told |= {f"{name}/{part}": data for part, data in parts_of(path)}
        else:
            told[name] = path.read_bytes()
    return told


def parts_of(path: Path) -> Iterator[tuple[str, bytes]]:
    """The parts of a Word document in order, each with its day; what is XML in its canonical form."""
    with zipfile.ZipFile(path) as package:
        for member in package.infolist():
            data = package.read(member)
            if member.filename.endswith((".xml", ".rels")):
                data = canonicalize(data.decode("utf-8")).replace("><", ">\n<").encode()
            yield f"{member.filename}@{'-'.join(map(str, member.date_time[:3]))}", data


def inputs_hash() -> str:
    """Of what the commands are given, and of the commands."""
    files = [Path(__file__), *(path for name in INPUTS for path in (ROOT / name).rglob("*") if path.is_file())]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(files))).hexdigest()[:12]


def differences(old: dict[str, bytes], new: dict[str, bytes]) -> Iterator[str]:
    """A line for every file that differs, and the first lines that do."""
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name), new.get(name)
        if before == after:
            continue
        if before is None or after is None:
            yield f"{'only now' if before is None else 'no more'}: {name}"
            continue
        yield f"differs: {name}"
        try:
            was, now = (text.decode("utf-8").splitlines() for text in (before, after))
        except UnicodeDecodeError:
            continue
        yield from (f"    {line[:160]}" for line in list(unified_diff(was, now, lineterm="", n=0))[2 : 2 + FEW_LINES])


def main() -> int:
    """Compare, and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("commit", help="the commit to hold the code here against")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="of all that is compared")
    given = parser.parse_args()
    name = ["git", "rev-parse", "--verify", f"{given.commit}^{{commit}}"]
    commit = subprocess.run(name, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    differ = 0
    for part in given.parts or PARTS:
        before = KEPT / commit / f"{part}-{inputs_hash()}"
        if not (before / "done").exists():
            run(checked_out(commit), before, part)
            (before / "done").touch()
        after = KEPT / "now" / part
        run(ROOT, after, part)
        old, new = written(before), written(after)
        told = list(differences(old, new))
        differ += len(told)
        print("\n".join([f"{part}: {len(new)} files and screens", *told]), flush=True)
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
