"""What it was measured on, without the name of a machine or of anybody."""

from __future__ import annotations

import os
import platform
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from benchmarks.speed.counting import counter
from benchmarks.speed.peers import PEERS
from poolwijzer.dutch import number

LIBRARIES = ("typer", "pydantic", "pyyaml", "rich", "questionary", "typst", "python-docx", "joblib")


def load() -> float:
    """How many programs wanted to run at a time, in the minute before."""
    return os.getloadavg()[0]


def describe(load_before: float) -> dict[str, str]:
    """In words of the page."""
    told = {
        "processor": _processor(),
        "kernen": f"{len(os.sched_getaffinity(0)) if hasattr(os, 'sched_getaffinity') else os.cpu_count()}",
        "geheugen": f"{psutil.virtual_memory().total / 2**30:.0f} GB",
        "drukte vooraf": f"gemiddeld {number(load_before, 1)} programma's tegelijk",
        "systeem": f"{platform.system()} ({platform.machine()})",
        "Python": platform.python_version(),
        "bibliotheken": ", ".join(filter(None, map(_library, LIBRARIES))),
        "andere programma's": ", ".join(filter(None, (peer.version() for peer in PEERS))) or "niet geïnstalleerd",
        "telt instructies": counter() or "niets: valgrind is niet geïnstalleerd",
    }
    return {name: re.sub(r"\s+", " ", value) for name, value in told.items()}


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        text = ""
    found = re.search(r"^model name\s*:\s*(.+)$", text, flags=re.MULTILINE)
    return found[1] if found else platform.processor() or "onbekend"


def _library(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return ""
