"""Running a command in this process, and holding what it says and writes against what always holds."""

import itertools
import signal
from pathlib import Path

from typer.testing import CliRunner

from fuzz.oracle import Found, check_output, check_screen, check_that
from poolwijzer.cli.app import app

DATE = ("--date", "2026-11-01")
SECONDS = 10
"""Of processor time for one command, or for an input that no command is run on; what takes longer hangs."""


def run(*arguments: str, listed: bytes | None = None) -> int:
    """Run a command in the folder of now, and give its exit status.

    Raises:
        Found: it left otherwise than by one of its own statuses, or said or wrote something odd.
    """
    if signal.getitimer(signal.ITIMER_PROF)[0]:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
    result = CliRunner().invoke(app, arguments, input=listed, catch_exceptions=False)
    said = f"{' '.join(arguments)}: {result.exit_code}\n{result.stderr}"
    check_that(result.exit_code in (0, 1, 2), said)
    try:
        check_screen(result.stdout, result.stderr)
        check_that(result.exit_code == 0 or f"{result.stderr}{result.stdout}".strip(), "nothing was said")
        outputs = [Path(to) for option, to in itertools.pairwise(arguments) if option in _OUTPUTS]
        for path in outputs if result.exit_code < 2 else []:
            check_output(path.suffix, path.read_bytes())
        if result.exit_code == 2:
            check_that(not any(path.exists() for path in outputs), "refused, and written all the same")
        if "--json" in arguments and result.exit_code < 2:
            check_output(".json", result.stdout_bytes)
    except Found as found:
        raise Found(f"{found}\n{said}") from None
    return result.exit_code


_OUTPUTS = ("-o", "--overview")
