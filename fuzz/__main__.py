"""Tries the program with inputs that nobody would make on purpose, and tells what became of them.

    make fuzz                               minutes, the same inputs each time
    make fuzz SEED=2 INPUTS=200000          others, and more
    python -m fuzz yaml table               only these kinds
    python -m fuzz --again build/fuzz/…     one that was kept because it found something

An input follows from the seed, its kind and its number alone, whatever the number of workers.
"""

import argparse
import os
import shutil
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed
from pathlib import Path
from tempfile import TemporaryDirectory

from fuzz.kinds import KINDS
from fuzz.trying import Tried, start_worker, try_one, try_some

KEPT = Path(__file__).resolve().parent.parent / "build" / "fuzz"
AT_ONCE = 25
FEWEST = 20
"""Of a kind."""


def main() -> int:
    """Tells what was found, per kind; 1 if anything was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)}; all of them without")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inputs", type=int, default=5000, help="of all kinds together")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--again", type=Path, metavar="FILE")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="fuzz-") as temporary:
        if options.again:
            kind, data = options.again.name.partition("-")[0], options.again.read_bytes()
            start_worker(Path(temporary))
            told = try_one(kind, data)
            print(f"{told.status}\n{told.why}")
            os.chdir(KEPT.anchor)
            return int(told.status == "found")
        return _all(options.kinds or list(KINDS), options.seed, options.inputs, options.jobs, Path(temporary))


def _all(kinds: list[str], seed: int, inputs: int, jobs: int, folder: Path) -> int:
    start, found = time.perf_counter(), 0
    print(f"seed {seed}\n{'':12}{'inputs':>9}{'read':>9}{'refused':>9}{'found':>7}{'seconds':>9}", flush=True)
    whole = sum(KINDS[kind].share for kind in kinds)
    with ProcessPoolExecutor(jobs, initializer=start_worker, initargs=(folder,)) as pool:
        for kind in kinds:
            number = max(min(FEWEST, inputs), round(inputs * KINDS[kind].share / whole))
            chunks = (range(first, min(first + AT_ONCE, number)) for first in range(0, number, AT_ONCE))
            tried = [pool.submit(try_some, kind, seed, chunk) for chunk in chunks]
            try:
                done = [one.result() for one in as_completed(tried)]
            except BrokenExecutor:
                left = [shutil.copy(path, KEPT / f"{path.name.partition('-')[2]}") for path in folder.glob("*-*-*")]
                print(f"A worker died. It was at one of {left}.")
                return 1
            found += _tell(kind, seed, done)
    print(f"{'':12}{found} found in {time.perf_counter() - start:.0f} seconds", flush=True)
    return int(found > 0)


def _tell(kind: str, seed: int, done: list[Tried]) -> int:
    read, refused = sum(one.read for one in done), sum(one.refused for one in done)
    found = sorted(told for one in done for told in one.found)
    seconds = sum(one.seconds for one in done)
    print(f"{kind:12}{read + refused + len(found):9}{read:9}{refused:9}{len(found):7}{seconds:9.1f}", flush=True)
    KEPT.mkdir(parents=True, exist_ok=True)
    for told in found:
        path = KEPT / f"{kind}-{seed}-{told.number}{KINDS[kind].suffix}"
        path.write_bytes(told.data)
        path.with_name(f"{path.name}.why").write_text(told.why, encoding="utf-8", errors="replace")
        print(f"  {path.relative_to(KEPT.parent.parent)}: {told.why.strip().splitlines()[-1]:.150}", flush=True)
    return len(found)


if __name__ == "__main__":
    raise SystemExit(main())
