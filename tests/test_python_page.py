"""The page on Python: every block of code is run, in order, and prints what the page shows below it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from poolwijzer.content.content import Content
from tests.roots import ROOT
from tests.workshop.a_room import make_room

PAGE = ROOT / "docs" / "python.md"
BROKEN = "poolwijzer: 1\ninitiative: {id: proef, name: Proef}\nanswers: {m1: 7}\n"


def blocks() -> Iterator[tuple[int, str, list[str]]]:
    """Each block of code with its line, and the lines that it prints by the page."""
    fences = [token for token in MarkdownIt("commonmark").parse(PAGE.read_text("utf-8")) if token.type == "fence"]
    for index, fence in enumerate(fences):
        if fence.info == "python":
            after = fences[index + 1] if index + 1 < len(fences) else None
            shown = after.content.splitlines() if after is not None and after.info == "text" else []
            yield fence.map[0] + 1 if fence.map else 0, fence.content, shown


@pytest.mark.slow
@pytest.mark.parametrize(("line", "code", "shown"), list(blocks()), ids=lambda value: str(value)[:3])
def test_a_block_runs_and_prints_what_the_page_shows(
    line: int, code: str, shown: list[str], content: Content, examples: Path, tmp_path: Path
) -> None:
    shutil.copytree(examples, tmp_path / "map")
    shutil.copy(examples / "flexteam-drenthe.yaml", tmp_path)
    make_room(tmp_path / "werksessie", content)
    (tmp_path / "stuk.yaml").write_text(BROKEN, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning:poolwijzer", "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert run.returncode == 0, f"{PAGE.name}:{line}\n{run.stderr}"
    printed = run.stdout.splitlines()
    for index, wanted in enumerate(shown):
        if wanted == "…":
            rest = shown[index + 1 :]
            assert printed[len(printed) - len(rest) :] == rest
            return
        assert printed[index] == wanted
    assert printed == shown


@pytest.mark.slow
def test_the_rows_from_a_cluster_are_those_from_here_to_the_byte(tmp_path: Path, examples: Path) -> None:
    code = (
        "import json, sys\nfrom datetime import date\nfrom dask.distributed import Client, LocalCluster\n"
        "from joblib import parallel_config\nfrom poolwijzer import run_batch\n"
        "with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster):\n"
        "    with parallel_config(backend='dask'):\n"
        "        there = list(run_batch([sys.argv[1]] , on=date(2026, 11, 1), jobs=None))\n"
        "here = list(run_batch([sys.argv[1]], on=date(2026, 11, 1)))\n"
        "both = list(run_batch([sys.argv[1]], on=date(2026, 11, 1), jobs=2))\n"
        "assert json.dumps(there) == json.dumps(here) == json.dumps(both)\n"
        "print(len(there))\n"
    )
    folder = tmp_path / "veel"
    folder.mkdir()
    texts = [path.read_bytes() for path in sorted(examples.glob("*.yaml"))]
    for index in range(150):
        (folder / f"{index:03}.yaml").write_bytes(texts[index % len(texts)])
    command = [sys.executable, "-c", code, str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert run.stdout.strip() == "150", run.stderr
