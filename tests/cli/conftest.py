"""Running the program, inside this process or as its own."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from poolwijzer.cli.app import app

# Who started the tests may have told all below it not to hear Ctrl-C, as a shell does with what runs in the background.
HEARS = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
# Another program than that of the source: `make frozen` tries its own so, which needs no Python.
OTHER = os.environ.get("POOLWIJZER_PROGRAM")
PROGRAM = [OTHER] if OTHER else [sys.executable, "-c", f"{HEARS}; from poolwijzer.cli.main import run; run()"]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs a command and gives what it said."""
    monkeypatch.delenv("POOLWIJZER_MENUS", raising=False)
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def start() -> Callable[..., "subprocess.Popen[bytes]"]:
    """Starts the program as its own process; named arguments are its environment."""

    def started(*arguments: object, **variables: str) -> "subprocess.Popen[bytes]":
        environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "COLUMNS")}
        return subprocess.Popen(
            [*PROGRAM, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**environment, **variables},
        )

    return started
