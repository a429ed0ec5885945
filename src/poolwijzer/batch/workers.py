"""Many initiatives through one worker or several: in order, a few at a time, so that memory does not grow."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from itertools import chain, islice
from typing import Literal

from poolwijzer.batch.items import BatchItem
from poolwijzer.batch.pace import Pace
from poolwijzer.batch.shutdown import deaf_to_interrupts, quiet_when_stopped
from poolwijzer.batch.work import Result, Work, judge_here, judge_items
from poolwijzer.problems import InputError, Problem, quote

Jobs = int | Literal["auto"] | None
"""How many workers: a number, as many as there are cores where that is worth the while, or as joblib was told."""

AT_ONCE = 64
"""How many initiatives a worker gets at once at most; of those with reports, which take long, one."""
LARGEST = 4 * 1024 * 1024
"""How many bytes a worker gets at once, unless a single initiative is larger."""
WORTH_WORKERS = 600
"""From how many initiatives on several workers are quicker than one, which need not start."""
WORTH_WORKERS_WITH_REPORTS = 12
OTHERS = frozenset((".pdf", ".docx"))
"""Reports of which parts are made by programs in another language, whose mistakes end a process: never in our own."""


MOST_JOBS = 61
"""More processes at once Windows cannot wait for; and every one reads the menus and takes a hundred megabytes."""


def check_jobs(jobs: object, name: str = "jobs") -> None:
    """Refuse a number of workers that is none, or far too many.

    Raises:
        InputError: it is neither a number from 1 to `MOST_JOBS`, nor `auto`, nor None.
    """
    if jobs is None or jobs == "auto":
        return
    hint = f"Geef een getal van 1 tot en met {MOST_JOBS}, of auto."
    if not isinstance(jobs, int) or isinstance(jobs, bool) or jobs < 1:
        raise InputError(Problem(name, f"{quote(jobs)} is geen aantal.", hint))
    if jobs > MOST_JOBS:
        raise InputError(Problem(name, f"{MOST_JOBS} tegelijk is het meeste, en hier staat een hoger getal.", hint))


def judge_all(work: Work, items: Iterable[BatchItem], jobs: Jobs = 1) -> Iterator[Result]:
    """The result of every initiative, in the order in which they come, whatever runs them.

    Args:
        work: What is asked.
        items: The initiatives; only a little ahead of the results is read of these.
        jobs: How many workers. None leaves that, and where they are, to joblib's `parallel_config`.

    Raises:
        InputError: One worker after the other is killed, such as by a system that ran out of memory.
    """
    coming = iter(items)
    if jobs == "auto":
        jobs, coming = _fitting(work, coming)
    pace = Pace(1 if work.reports else AT_ONCE)
    chunks = _chunks(coming, pace)
    if jobs is None:
        yield from _elsewhere(work, chunks)
    elif jobs == 1 and not (work.reports and OTHERS.intersection(work.reports.suffixes)):
        for some in chunks:
            yield from judge_here(work, some)
    else:
        from poolwijzer.batch.pool import Pool

        with Pool(work, jobs, pace) as pool:
            yield from pool.judge(chunks)


def _elsewhere(work: Work, chunks: Iterator[list[BatchItem]]) -> Iterator[Result]:
    """By the workers that joblib was told of; what ends these is up to who minds them."""
    from joblib import Parallel, delayed, effective_n_jobs  # type: ignore[import-untyped]

    # Two tasks ahead for each worker keep all of them busy, and the rest unread.
    ahead = 3 * effective_n_jobs()
    tasks = (delayed(judge_items)(work, some) for some in chunks)
    first = list(islice(tasks, ahead))
    found: Generator[list[Result], None, None] | None = None
    with quiet_when_stopped(), Parallel(return_as="generator", batch_size=1, pre_dispatch=ahead) as parallel:
        try:
            with deaf_to_interrupts():
                found = parallel(chain(first, tasks))
            for some_results in found:
                yield from some_results
        except BrokenExecutor as error:
            message = "Een van de werkers is onverwacht gestopt."
            hint = "Was het geheugen vol? Sluit dan andere programma's. Of probeer het met één werker."
            raise InputError(Problem("--jobs", message, hint)) from error
        finally:
            if found is not None and not sys.is_finalizing():  # then all ends anyway
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")  # who stops early knows that the rest is lost
                    found.close()


def _fitting(work: Work, coming: Iterator[BatchItem]) -> tuple[int, Iterator[BatchItem]]:
    """How many workers suit this many initiatives, and the initiatives that were looked at to know it."""
    enough = WORTH_WORKERS_WITH_REPORTS if work.reports else WORTH_WORKERS
    first = list(islice(coming, enough))
    if len(first) < enough:
        return 1, iter(first)
    from joblib import cpu_count

    return min(int(cpu_count()), MOST_JOBS), chain(first, coming)


def _chunks(coming: Iterator[BatchItem], pace: Pace) -> Iterator[list[BatchItem]]:
    chunk: list[BatchItem] = []
    size = 0
    for item in coming:
        if chunk and (len(chunk) >= pace.at_once or size + item.size > LARGEST):
            yield chunk
            chunk, size = [], 0
        chunk.append(item)
        size += item.size
    if chunk:
        yield chunk
