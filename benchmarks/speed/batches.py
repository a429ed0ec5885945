"""Many initiatives at once: per file, on two cores, and what it takes of memory."""

from __future__ import annotations

from pathlib import Path

from benchmarks.speed.counting import Work
from benchmarks.speed.initiatives import Initiatives
from benchmarks.speed.processes import DATE, PROGRAM, Command, run
from benchmarks.speed.rows import Pairs, Row, in_turn

FEW, COUNTED, TIMED = 80, 160, 720
"""Files of a short run, and of two longer ones: what those do more is the work without the start."""
SMALL, LARGE = 100, 10_000
"""Files of the comparison of memory."""
MANY = 20_000
QUICK = 10
"""Where it must be quick, the largest batches have so many times fewer files."""

BARE = """
import sys
from pathlib import Path
import yaml
for path in sorted(Path(sys.argv[1]).iterdir()):
    with path.open("rb") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
"""


def batch(folder: Path, output: str, jobs: int = 1) -> Command:
    """A batch of a folder to a table."""
    to = ("-o", output, "--force", "--jobs", str(jobs), "--quiet")
    return Command((*PROGRAM, "batch", str(folder), *DATE, *to))


def _own(made: Initiatives, number: int) -> Command:
    return batch(made.some(number), made.output(".csv"))


def _bare(made: Initiatives, number: int) -> Command:
    return Command(("-c", BARE, str(made.some(number))))


def _per_file(made: Initiatives, rounds: int) -> Pairs:
    def one(few: Command, many: Command) -> float:
        return 1000 * (run(many).processor - run(few).processor) / (TIMED - FEW)

    own, bare = ([of(made, number) for number in (FEW, TIMED)] for of in (_own, _bare))
    return in_turn(lambda: one(*own), lambda: one(*bare), rounds)


def _per_file_counted(made: Initiatives) -> tuple[Work, Work]:
    own, bare = (Work(of(made, COUNTED), of(made, FEW), COUNTED - FEW) for of in (_own, _bare))
    return own, bare


def _cores(number: int) -> Row:
    def pairs(made: Initiatives, rounds: int) -> Pairs:
        folder, output = made.some(number), made.output(".csv")
        one, two = batch(folder, output, 1), batch(folder, output, 2)
        # As many times faster as one core takes times the seconds of two.
        return [(run(one).seconds, run(two).seconds) for _ in range(rounds)]

    return Row(pairs)


def _memory(number: int) -> Row:
    def pairs(made: Initiatives, rounds: int) -> Pairs:
        many, few = (batch(made.some(size), made.output(".csv")) for size in (number, SMALL))
        return [(run(many).memory, run(few).memory) for _ in range(rounds)]

    return Row(pairs)


def rows(quick: bool) -> dict[str, Row]:
    """The rows of a batch."""
    less = QUICK if quick else 1
    return {
        "batch": Row(_per_file, _per_file_counted),
        "cores": _cores(MANY // less),
        "memory": _memory(LARGE // less),
    }
