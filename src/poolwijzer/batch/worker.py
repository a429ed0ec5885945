"""A worker: a process of its own that judges what it is given, and speaks with who started it over its pipes."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Sequence
from typing import BinaryIO, NamedTuple

from poolwijzer.batch.items import BatchItem
from poolwijzer.batch.work import Result, Work, judge_items, refuse_item
from poolwijzer.problems import Problem

START = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from poolwijzer.batch.worker import serve; serve()"
)
"""The program of a worker, where Python runs it. It looks for modules where who started it did, and nowhere else."""


class Task(NamedTuple):
    """What is asked of a worker: to judge some initiatives, or to refuse one for something that was found before."""

    items: Sequence[BatchItem]
    refused: Problem | None = None


def do_task(work: Work, task: Task) -> list[Result]:
    """The results of a task."""
    if task.refused:
        return [refuse_item(item, task.refused) for item in task.items]
    return judge_items(work, task.items)


def serve() -> None:
    """Do tasks until there are no more, or nobody is left who asks."""
    asked, told = sys.stdin.buffer, _own_output()
    try:
        work = pickle.load(asked)
        _tell([], told)
        while True:
            _tell(do_task(work, pickle.load(asked)), told)
    except (EOFError, OSError):
        os._exit(0)


def _own_output() -> BinaryIO:
    """Where results go. What a library prints goes nowhere: it would stand between them."""
    told = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return told


def _tell(results: list[Result], told: BinaryIO) -> None:
    pickle.dump(results, told, protocol=pickle.HIGHEST_PROTOCOL)
    told.flush()
