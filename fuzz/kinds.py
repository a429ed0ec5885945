"""The kinds of input: how one is made, what is tried with it, and how many of a run they are."""

import csv
import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from unittest.mock import patch

from fuzz import corpus
from fuzz.mutation import as_json, as_yaml, mutate, mutate_data, mutate_package, pack, unpack
from fuzz.odd import odd_initiative, odd_text
from fuzz.oracle import check_output, check_problems, check_that
from fuzz.program import DATE, run
from poolwijzer.api import find_outcome, shipped, to_data
from poolwijzer.assessment.read import Notation, parse_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.batch.checkpoint import Checkpoint
from poolwijzer.batch.inputs import find_inputs
from poolwijzer.batch.items import BatchItem, read_items
from poolwijzer.batch.work import Work, judge_items, prepare_work
from poolwijzer.content.read import load_menus
from poolwijzer.formats.registry import known_suffixes
from poolwijzer.formats.word.template import make_template
from poolwijzer.interview.drafts import Drafts
from poolwijzer.menucard.checks.menu_check import check_menus
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.data import json_bytes
from poolwijzer.tables.document import Rows
from poolwijzer.tables.registry import TABLES_OUT
from poolwijzer.tables.row import WRONG, Row, read_row

EXAMPLE = (corpus.ROOT / "examples" / "voorbeeldregio-duinstreek.yaml").read_bytes()


class Kind(NamedTuple):
    """A kind of input. What is tried is settled by the input alone, so that a file that was kept finds it again."""

    make: Callable[[Random], bytes]
    run: Callable[[bytes, Random], bool]
    """Gives whether it was read; may also raise `InputError`. Runs in an empty folder."""
    suffix: str
    share: int
    """Of a thousand inputs of a run."""


def _any_data(random: Random) -> Any:
    """An initiative: an example or an odd one, and mostly changed."""
    data = random.choice(corpus.examples()) if random.random() < 0.6 else odd_initiative(random)
    return mutate_data(random, data) if random.random() < 0.6 else data


def _yaml(random: Random) -> bytes:
    data = as_yaml(_any_data(random), random) if random.random() < 0.5 else random.choice(corpus.initiatives())
    return mutate(random, data, corpus.initiatives())


def _json(random: Random) -> bytes:
    data = as_json(_any_data(random), random) if random.random() < 0.96 else random.choice(corpus.json_files())
    return mutate(random, data, corpus.json_files())


@cache
def work() -> Work:
    """What a batch asks of every initiative here."""
    return prepare_work(shipped(), corpus.ON, "0")


def _judge(items: list[BatchItem]) -> list[Row]:
    rows = [read_row(result.row) for result in judge_items(work(), items)]
    for row in rows:
        told = [Problem(**problem) for problem in row["problems"]]
        check_problems(told, least=row["status"] == WRONG)
        check_problems(Problem(**remark) for remark in row["remarks"])
    return rows


def _read_initiative(data: bytes, notation: Notation, random: Random) -> bool:
    if random.random() < 0.2:
        (row,) = _judge([BatchItem("b", "b", notation, data, "b")])
        if row["status"] == WRONG:
            return False
    reading = parse_assessment(data, "b", shipped(), notation=notation, with_answers=True)
    check_problems(reading.remarks)
    written = dump_assessment(reading.assessment)
    again = parse_assessment(written, "b", shipped()).assessment.model_copy(update={"poolwijzer": 2})
    check_that(again == reading.assessment.model_copy(update={"poolwijzer": 2}), "read back otherwise than written")
    if random.random() < 0.3:
        check_output(".json", json_bytes(to_data(find_outcome(reading.assessment, shipped(), corpus.ON))))
    if random.random() < 0.03:
        Path(f"b.{notation}").write_bytes(data)
        to = random.choice([suffix for suffix in known_suffixes() if suffix != ".json"])
        check_that(run("advise", f"b.{notation}", "-o", f"uit{to}", *DATE) == 0, "a report is refused")
    return True


def _run_yaml(data: bytes, random: Random) -> bool:
    return _read_initiative(data, "yaml", random)


def _run_json(data: bytes, random: Random) -> bool:
    return _read_initiative(data, "json", random)


def _lines(random: Random) -> bytes:
    some = [as_json(_any_data(random), random).replace(b"\n", b" ") for _ in range(random.randint(1, 4))]
    return mutate(random, b"\n".join(some), corpus.json_files())


def _read_file(data: bytes, name: str, random: Random) -> bool:
    """Read a file of many, and write what became of it as a table that is then read in turn."""
    Path(name).write_bytes(data)
    persons = (b"organisation" in data or random.random() < 0.1) if name != "tabel.xlsx" else random.random() < 0.5
    rows: Rows = "respondents" if persons else "initiatives"
    items = list(read_items(find_inputs([name]), shipped(), rows))
    judged = _judge(items)
    if random.random() < 0.1:
        to, told = f"uit{random.choice(list(TABLES_OUT))}", () if name.endswith(".jsonl") else ("--rows", rows)
        more = ("--rejected", "over.csv") if told and random.random() < 0.5 else ()
        status = run("batch", name, "-o", to, "--jobs", "1", *DATE, *told, *random.choice(((), more)))
        check_that(status < 2, "a batch stops at what it cannot read")
    return any(row["status"] != WRONG for row in judged)


def _table(random: Random) -> bytes:
    data = random.choice(corpus.text_tables())
    if random.random() < 0.5:
        return mutate(random, data, corpus.text_tables())
    text = data.decode("utf-8", "replace").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    for _ in range(random.choice((1, 3, 9))):
        row = random.choice(rows or [[]]) or ["x"]
        row[random.randrange(len(row))] = odd_text(random, 2)
    file = io.StringIO()
    csv.writer(file, delimiter=random.choice(";;;,\t|")).writerows(rows)
    return file.getvalue().encode(random.choice(("utf-8", "utf-8", "utf-16", "cp1252")), "replace")


def _run_table(data: bytes, random: Random) -> bool:
    return _read_file(data, random.choice(("tabel.csv", "tabel.csv", "tabel.tsv", "tabel.txt")), random)


def _names(random: Random) -> bytes:
    names = (
        b"een.yaml",
        b"twee b.yaml",
        b"map",
        b"*.yaml",
        b"'een.yaml'",
        b'"twee b.yaml"',
        b"[!x]*",
        b"weg.yaml",
        b"-",
    )
    end = random.choice((b"\n", b"\n", b"\r\n", b"\0"))
    return mutate(random, end.join(random.choices(names, k=random.randint(1, 9))), names)


def _run_names(data: bytes, random: Random) -> bool:
    for name in ("een.yaml", "twee b.yaml", "map/drie.yaml"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(EXAMPLE)
    # Nothing outside this folder is any business of ours.
    data = data.replace(b"/", b"_").replace(b"..", b"._").replace(b".\0.", b"._")
    return run("batch", "-", "--jobs", "1", "--quiet", *DATE, listed=data) == 0


def _run_draft(data: bytes, random: Random) -> bool:
    Path("x.yaml.concept").write_bytes(data)
    drafts = Drafts(Path("x.yaml"))
    newest = drafts.newest()
    check_that(newest is None or all(isinstance(part, str) for part in newest), "a draft that is no text")
    if random.random() < 0.02:
        drafts.keep("hier", text := f"{odd_text(random)}x")
        drafts.settle()
        found = Drafts(Path("x.yaml")).text("hier")
        check_that(found == text.encode("utf-8", "replace").decode(), "a draft that is lost")
    return newest is not None


def _draft(random: Random) -> bytes:
    whole = {"poolwijzer-concept": 1, "texts": {"answers.m1": odd_text(random), "name": "Half ge"}}
    data = as_json(mutate_data(random, whole) if random.random() < 0.6 else whole, random)
    return mutate(random, data, corpus.json_files()) if random.random() < 0.6 else data


_KEPT = "uit.csv.part.jsonl"
_BATCH = ("batch", "een.yaml", "twee.yaml", "drie.yaml", "-o", "uit.csv", "--jobs", "1", *DATE)


def _three_files() -> None:
    for name, data in zip(("een", "twee", "drie"), corpus.initiatives()[::2], strict=False):
        Path(f"{name}.yaml").write_bytes(data)


@cache
def _kept() -> tuple[bytes, bytes]:
    """What a run keeps until its end, and what it then writes."""
    _three_files()
    with patch.object(Checkpoint, "remove", lambda checkpoint: None):
        run(*_BATCH)
    found = next(Path().glob(f"*{_KEPT}*")), Path("uit.csv")
    kept, written = (path.read_bytes() for path in found)
    for path in Path().iterdir():
        path.unlink()
    return kept, written


def _checkpoint(random: Random) -> bytes:
    lines = _kept()[0].splitlines(keepends=True)[: random.choice((1, 2, 4))]
    return mutate(random, b"".join(lines), [_kept()[0]])


def _run_checkpoint(data: bytes, random: Random) -> bool:
    _, expected = _kept()
    _three_files()
    Path(_KEPT).write_bytes(data)
    status = run(*_BATCH)
    check_that(status == 2 or Path("uit.csv").read_bytes() == expected, "what was kept changes what is written")
    return status == 0


def _compared(random: Random) -> bytes:
    number = random.choice((1, 2, 2, 3))
    some = [odd_initiative(random) if random.random() < 0.8 else _any_data(random) for _ in range(number)]
    return pack({f"{i}.json": as_json(one, random) for i, one in enumerate(some)})


def _run_compared(data: bytes, random: Random) -> bool:
    names = _unpacked(data)
    kind = random.choice(((), ("--as", "groups"), ("--as", "time"), ("--as", "initiatives")))
    depth = ("--depth", random.choice(("kort", "gewoon", "volledig")))
    to = random.choice((*(("-o", f"uit{suffix}") for suffix in known_suffixes()), ("--json",), ()))
    return run("compare", *names, *kind, *(depth if to and to[-1] != "--json" else ()), *to, *DATE) == 0


def _unpacked(data: bytes, folder: str = ".") -> list[str]:
    parts = unpack(data)
    for name, part in parts.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(part)
    return list(parts)


def _formats(random: Random) -> bytes:
    return b"\n".join(json.dumps(odd_initiative(random)).encode() for _ in range(random.choice((1, 1, 2, 3))))


def _run_formats(data: bytes, random: Random) -> bool:
    """Everything that can be made of some initiatives."""
    names = [f"{i}.json" for i, _ in enumerate(data.splitlines())]
    for name, line in zip(names, data.splitlines(), strict=True):
        Path(name).write_bytes(line)
    depth = ("--depth", random.choice(("kort", "bestuur", "gewoon", "volledig")))
    mode = random.choice(((), ("--named",), ("--anonymous",), ("--explain",)))
    every = [word for suffix in known_suffixes() for word in ("-o", f"uit{suffix}")]
    if run("advise", names[0], *depth, *mode, *every, *DATE) == 2:
        check_that(mode == ("--anonymous",) or run("advise", names[0], *DATE) == 2, "refused in some formats alone")
    run("advise", names[0], *depth, *mode, *DATE)
    many = "--stress", "--jobs", "1", *DATE
    overviews = [word for suffix in known_suffixes() if suffix != ".json" for word in ("--overview", f"over{suffix}")]
    tables = [word for suffix in TABLES_OUT for word in ("-o", f"tabel{suffix}")]
    status = run("batch", *names, *tables, *overviews, *many)
    check_that(status < 2, "a batch stops at what it cannot read")
    run("batch", "tabel.csv", "--rows", "initiatives", "-o", "weer.csv", *many)
    if len(names) > 1:
        run("compare", *names, *(word.replace("uit", "naast") for word in every), *DATE)
    if random.random() < 0.1:
        before = Path("uit.docx"), Path("uit.pdf"), Path("uit.html")
        if all(path.exists() for path in before):
            made = [path.read_bytes() for path in before]
            run("advise", names[0], *depth, *mode, *every, *DATE, "--force")
            check_that(made == [path.read_bytes() for path in before], "other bytes the second time")
    return status == 0


_SVG = b"""<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3" width="90" height="30"><title>Logo</title>
<g id="a" fill="#7a0019" transform="scale(1 1)"><rect width="9" height="3"/><path d="M1 1L2 2Z"/></g>
<circle cx="4" cy="1" r="1" style="fill:#fff"/></svg>"""


@cache
def _logos() -> dict[str, bytes]:
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
        "0000000c49444154789c63a8926100000221 0099ec5f3bd30000000049454e44ae426082".replace(" ", "")
    )
    return {".png": png, ".svg": _SVG, ".jpg": (corpus.ROOT / "fuzz" / "logo.jpg").read_bytes()}


def _style(random: Random) -> bytes:
    suffix, logo = random.choice(list(_logos().items()))
    data: Any = {"name": "Heuvelzoom", "logo": f"logo{suffix}", "accent": "#7a0019", "ink": "#222222"}
    if random.random() < 0.4:
        data = mutate_data(random, data)
    parts = {"stijl.yaml": as_yaml(data, random), f"logo{suffix}": logo}
    name = random.choice(list(parts))
    parts[name] = mutate(random, parts[name], list(_logos().values()))
    return pack(parts)


def _advise_example(*options: str) -> bool:
    Path("voorbeeld.yaml").write_bytes(EXAMPLE)
    return run("advise", "voorbeeld.yaml", *DATE, *options) == 0


def _run_style(data: bytes, random: Random) -> bool:
    _unpacked(data)
    outputs = [word for suffix in (".html", ".docx", ".pdf") for word in ("-o", f"uit{suffix}")]
    return _advise_example("--style", "stijl.yaml", "--depth", "kort", *outputs)


@cache
def _templates() -> list[bytes]:
    return [make_template()]


def _template(random: Random) -> bytes:
    return mutate_package(random, _templates()[0], _templates())


def _run_template(data: bytes, random: Random) -> bool:
    Path("sjabloon.docx").write_bytes(data)
    return _advise_example("--template", "sjabloon.docx", "--depth", "kort", "-o", "uit.docx")


def _workbook(random: Random) -> bytes:
    return mutate_package(random, random.choice(corpus.workbooks()), corpus.workbooks())


def _run_workbook(data: bytes, random: Random) -> bool:
    return _read_file(data, "tabel.xlsx", random)


def _menus(random: Random) -> bytes:
    files = [one for one in corpus.menu_files() if one[1]]
    parts: dict[str, bytes] = {}
    for name, data in random.choices(files, k=random.choice((1, 1, 2))):
        raw = mutate(random, data, [data for _, data in files]) if random.random() < 0.4 else data
        if random.random() < 0.7:
            plain = corpus.plain(data)
            raw = as_yaml(mutate_data(random, plain), random) if plain else raw
        parts[name] = raw
    return pack(parts)


def _run_menus(data: bytes, random: Random) -> bool:
    _unpacked(data, "menu")
    try:
        load_menus(Path("menu"))
        wrong = None
    except InputError as error:
        wrong = error
    if random.random() < 0.3:  # it tries every rule, in half a second
        found = check_menus(Path("menu"), corpus.ON)
        check_problems(found.problems, least=wrong is not None)
        check_problems(found.remarks)
    if wrong:
        raise wrong
    _advise_example("--menus", "menu", *random.choice((("--json",), ("-o", "uit.md"), ("-o", "uit.html"), ())))
    return True


KINDS = {
    "yaml": Kind(_yaml, _run_yaml, ".yaml", 260),
    "json": Kind(_json, _run_json, ".json", 200),
    "lines": Kind(_lines, lambda data, random: _read_file(data, "rijen.jsonl", random), ".jsonl", 30),
    "table": Kind(_table, _run_table, ".csv", 130),
    "workbook": Kind(_workbook, _run_workbook, ".xlsx", 60),
    "names": Kind(_names, _run_names, ".txt", 60),
    "draft": Kind(_draft, _run_draft, ".concept", 200),
    "checkpoint": Kind(_checkpoint, _run_checkpoint, ".part.jsonl", 10),
    "compared": Kind(_compared, _run_compared, ".zip", 15),
    "style": Kind(_style, _run_style, ".zip", 10),
    "template": Kind(_template, _run_template, ".docx", 15),
    "menus": Kind(_menus, _run_menus, ".zip", 6),
    "formats": Kind(_formats, _run_formats, ".jsonl", 4),
}
