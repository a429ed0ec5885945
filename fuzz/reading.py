"""Bytes of every kind that is read: how they are made, and reading them."""

import csv
import io
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from fuzz import corpus
from fuzz.mutation import as_json, as_yaml, mutate, mutate_data, mutate_package
from fuzz.odd import odd_initiative, odd_text
from fuzz.oracle import check_output, check_problems, check_that
from fuzz.program import DATE, run
from poolwijzer.api import find_outcome, to_data
from poolwijzer.assessment.read import Notation, parse_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.batch.checkpoint import Checkpoint
from poolwijzer.batch.inputs import CHECKPOINT_SUFFIX, find_inputs
from poolwijzer.batch.items import BatchItem, read_items
from poolwijzer.batch.work import Work, judge_items, prepare_work
from poolwijzer.formats.registry import known_suffixes
from poolwijzer.given import shipped
from poolwijzer.interview.drafts import Drafts
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.data import json_bytes
from poolwijzer.tables.document import Rows
from poolwijzer.tables.registry import TABLES_OUT
from poolwijzer.tables.row import WRONG, Row, read_row
from poolwijzer.yamlfile import reader
from poolwijzer.yamlfile.builder import NeedsPlaces


def any_data(random: Random) -> Any:
    """An initiative: an example or an odd one, and mostly changed."""
    data = random.choice(corpus.examples()) if random.random() < 0.6 else odd_initiative(random)
    return mutate_data(random, data) if random.random() < 0.6 else data


def yaml_input(random: Random) -> bytes:
    data = as_yaml(any_data(random), random) if random.random() < 0.5 else random.choice(corpus.initiatives())
    return mutate(random, data, corpus.initiatives())


def json_input(random: Random) -> bytes:
    data = as_json(any_data(random), random) if random.random() < 0.96 else random.choice(corpus.json_files())
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


def _told(data: bytes) -> object:
    """What a file says and what there is to say of it, or else what is wrong with it."""
    try:
        return parse_assessment(data, "b", shipped())
    except InputError as error:
        return error.problems


def try_yaml(data: bytes, random: Random) -> bool:
    if random.random() < 0.2:
        with patch.object(reader, "_read_plainly", side_effect=NeedsPlaces):
            closely = _told(data)
        check_that(_told(data) == closely, "read otherwise without places than with them")
    return _read_initiative(data, "yaml", random)


def try_json(data: bytes, random: Random) -> bool:
    return _read_initiative(data, "json", random)


def lines_input(random: Random) -> bytes:
    some = [as_json(any_data(random), random).replace(b"\n", b" ") for _ in range(random.randint(1, 4))]
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


def table_input(random: Random) -> bytes:
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


def try_lines(data: bytes, random: Random) -> bool:
    return _read_file(data, "rijen.jsonl", random)


def try_table(data: bytes, random: Random) -> bool:
    return _read_file(data, random.choice(("tabel.csv", "tabel.csv", "tabel.tsv", "tabel.txt")), random)


def workbook_input(random: Random) -> bytes:
    if random.random() < 0.2:
        return mutate(random, random.choice(corpus.old_workbooks()), corpus.old_workbooks())
    return mutate_package(random, random.choice(corpus.workbooks()), corpus.workbooks())


def try_workbook(data: bytes, random: Random) -> bool:
    return _read_file(data, "tabel.xlsx", random)


def names_input(random: Random) -> bytes:
    names = (
        *(b"een.yaml", b"twee b.yaml", b"map", b"*.yaml", b"'een.yaml'"),
        *(b'"twee b.yaml"', b"[!x]*", b"weg.yaml"),
    )
    end = random.choice((b"\n", b"\n", b"\r\n", b"\0"))
    return mutate(random, end.join(random.choices(names, k=random.randint(1, 9))), names)


def try_names(data: bytes, random: Random) -> bool:
    for name in ("een.yaml", "twee b.yaml", "map/drie.yaml"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(corpus.EXAMPLE)
    # Nothing outside this folder is any business of ours.
    data = data.replace(b"/", b"_").replace(b"..", b"._").replace(b".\0.", b"._")
    return run("batch", "-", "--jobs", "1", "--quiet", *DATE, listed=data) == 0


def try_draft(data: bytes, random: Random) -> bool:
    Path("x.yaml.concept").write_bytes(data)
    drafts = Drafts(Path("x.yaml"))
    newest = drafts.newest()
    check_that(newest is None or all(isinstance(part, str) for part in newest), "a draft that is no text")
    check_that(drafts.minutes is None or 0 <= drafts.minutes < 24 * 60 * 60, "minutes that are none")
    if random.random() < 0.02:
        drafts.keep("hier", text := f"{odd_text(random)}x")
        drafts.settle()
        found = Drafts(Path("x.yaml")).text("hier")
        check_that(found == text.encode("utf-8", "replace").decode(), "a draft that is lost")
    return newest is not None


def draft_input(random: Random) -> bytes:
    whole = {"poolwijzer-concept": 1, "minutes": 7.5, "texts": {"answers.m1": odd_text(random), "name": "Half ge"}}
    data = as_json(mutate_data(random, whole) if random.random() < 0.6 else whole, random)
    return mutate(random, data, corpus.json_files()) if random.random() < 0.6 else data


_BATCH = ("batch", "een.yaml", "twee.yaml", "drie.yaml", "-o", "uit.csv", "--jobs", "1", *DATE)


def _three_files() -> None:
    for name, data in zip(("een", "twee", "drie"), corpus.initiatives()[::2], strict=False):
        Path(f"{name}.yaml").write_bytes(data)


@cache
def _kept() -> tuple[str, bytes, bytes]:
    """The file with what a run keeps until its end, and what the run then writes."""
    _three_files()
    with patch.object(Checkpoint, "remove", lambda checkpoint: None):
        run(*_BATCH)
    (kept,) = Path().glob(f"*{CHECKPOINT_SUFFIX}")
    found = kept.name, kept.read_bytes(), Path("uit.csv").read_bytes()
    for path in Path().iterdir():
        path.unlink()
    return found


def checkpoint_input(random: Random) -> bytes:
    _, kept, _ = _kept()
    return mutate(random, b"".join(kept.splitlines(keepends=True)[: random.choice((1, 2, 4))]), [kept])


def try_checkpoint(data: bytes, random: Random) -> bool:
    name, _, written = _kept()
    _three_files()
    Path(name).write_bytes(data)
    status = run(*_BATCH)
    check_that(status == 2 or Path("uit.csv").read_bytes() == written, "what was kept changes what is written")
    return status == 0
