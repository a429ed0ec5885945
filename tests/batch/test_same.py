"""The same answers give the same result, whatever they were written in and whatever read them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.batch.inputs import find_inputs
from poolwijzer.batch.items import read_items
from poolwijzer.batch.work import prepare_work
from poolwijzer.batch.workers import judge_all
from poolwijzer.content.content import Content
from poolwijzer.yamlfile import parse_document

ON = date(2026, 11, 1)
NO_COLUMNS = ("responses", "measurements", "costs")


def flat(data: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Data as the columns of a table: dotted paths, and lists of texts split by a bar."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from flat(value, path if key == "value" else f"{path}.{key}" if path else key)
    elif path == "initiative.municipalities":
        own = (part if isinstance(part, str) else f"{part['name']} ({part['population']})" for part in data)
        yield path, "|".join(own)
    elif isinstance(data, list) and all(isinstance(part, str) for part in data) and path != "context.geld":
        yield path, "|".join(data)
    elif isinstance(data, list):
        for index, value in enumerate(data, 1):
            yield from flat(
                {"source": value} if path == "context.geld" and isinstance(value, str) else value, f"{path}.{index}"
            )
    elif data is not None:
        yield path, data


@pytest.fixture(scope="module")
def written(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The examples in every notation, without what a table has no columns for."""
    folder = tmp_path_factory.mktemp("zelfde")
    whole = [parse_document(path.read_bytes(), "f").data for path in sorted(examples.glob("*.yaml"))]
    found = [{key: value for key, value in one.items() if key not in NO_COLUMNS} for one in whole]
    found = [one for one in found if one.get("answers") or one.get("estimate")]
    for notation in ("yaml", "json"):
        (folder / notation).mkdir()
        for index, one in enumerate(found):
            # JSON is YAML as well, so both readers get the same text.
            (folder / notation / f"{index}.{notation}").write_text(json.dumps(one), encoding="utf-8")
    lines = "".join(f"{json.dumps(one)}\n" for one in found)
    (folder / "alles.jsonl").write_text(lines, encoding="utf-8")
    rows = [dict(flat(one)) for one in found]
    columns = list(dict.fromkeys(column for row in rows for column in row))
    text = io.StringIO()
    table = csv.DictWriter(text, columns, delimiter=";", lineterminator="\r\n")
    table.writeheader()
    table.writerows(rows)
    (folder / "alles.csv").write_bytes(b"\xef\xbb\xbf" + text.getvalue().encode())
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(columns)
    for row in rows:
        sheet.append([row.get(column) for column in columns])
    book.save(folder / "alles.xlsx")
    return {name: folder / name for name in ("yaml", "json", "alles.jsonl", "alles.csv", "alles.xlsx")}


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("name", ["json", "alles.jsonl", "alles.csv", "alles.xlsx"])
def test_a_result_does_not_depend_on_what_it_was_written_in(
    name: str, jobs: int, written: dict[str, Path], content: Content
) -> None:
    def found(path: Path) -> list[bytes]:
        work = prepare_work(content, ON, "0", with_stress=True)
        rows = [
            json.loads(result.row)
            for result in judge_all(work, read_items(find_inputs([str(path)]), content, "initiatives"))
        ]
        assert not [row["problems"] for row in rows if row["problems"]]
        return [json.dumps({**row, "file": "", "remarks": []}).encode() for row in rows]

    assert len(found(written["yaml"])) > 3
    assert found(written[name]) == found(written["yaml"])


def test_a_table_needs_to_be_told_what_its_rows_are(written: dict[str, Path]) -> None:
    from poolwijzer import InputError, run_batch

    with pytest.raises(InputError, match=r"alles\.csv: Van deze tabel is niet te zien wat een rij is\. Kies --rows"):
        run_batch([written["alles.csv"]], on=ON)
