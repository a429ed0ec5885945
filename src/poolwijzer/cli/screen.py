"""Showing what was made: a report on the terminal, or JSON alone on stdout."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from poolwijzer.report.model import Report

AsJson = Annotated[bool, typer.Option("--json", help="Toon alleen JSON, voor scripts.")]


def has_terminal() -> bool:
    """Whether there is somebody to ask: who types and who reads are at a terminal."""
    with contextlib.suppress(AttributeError, ValueError):  # none at all, or closed
        return sys.stdin.isatty() and sys.stdout.isatty()
    return False


def show_report(report: Report, plain: bool = False) -> None:
    """Print a report, or say it in plain lines under each other."""
    from rich.console import Console

    console = Console()
    if plain:
        from poolwijzer.formats.plain import show_plain

        show_plain(report, typer.echo, console.width)
    else:
        from poolwijzer.formats.terminal import show_report

        show_report(report, console)


def show_data(data: dict[str, Any]) -> None:
    """Print JSON and nothing else."""
    from poolwijzer.report.data import json_bytes

    show_bytes(json_bytes(data))


def show_bytes(data: bytes) -> None:
    """Print bytes of a file that are text."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
