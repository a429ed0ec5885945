"""Asks what a shell asks: in this process, or by starting the program as a script does."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from poolwijzer.cli.completion.answer import LINE, VARIABLE, suggest
from tests.cli.conftest import PROGRAM


def values(*words: str) -> list[str]:
    """What the last word can become."""
    return [value for value, _ in suggest(list(words[:-1]), words[-1])]


def meanings(*words: str) -> dict[str, str]:
    return dict(suggest(list(words[:-1]), words[-1]))


def ask(shell: str, line: str, cwd: Path, **more: str) -> tuple[str, str, int]:
    """What the program says on both streams, and how it leaves."""
    environment: Mapping[str, str] = {**os.environ, VARIABLE: shell, LINE: line, **more}
    done = subprocess.run(PROGRAM, cwd=cwd, env=environment, capture_output=True, check=False)
    return done.stdout.decode(), done.stderr.decode(), done.returncode
