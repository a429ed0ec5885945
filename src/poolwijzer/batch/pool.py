"""Several workers at once, each in a process of its own, so that what ends a worker does not end the run.

A thread minds each worker: it hands over a task and waits for the results. Where the worker is gone, it knows of which
task. The initiatives of that are tried once more, one by one, in a new worker; one that ends this too is refused.
"""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from itertools import islice
from typing import Self

from poolwijzer.batch.items import BatchItem
from poolwijzer.batch.pace import Pace
from poolwijzer.batch.work import Result, Work, refuse_unread, tell_ended
from poolwijzer.batch.worker import START, Task, do_task
from poolwijzer.frozen import is_frozen, own_command, python_command
from poolwijzer.problems import InputError, Problem

AHEAD = 3
"""How many tasks there are for each worker: that keeps all of them busy, and the rest unread."""
STARTS = 3
"""After how many workers in a row that did not even start we do the work ourselves."""
MOST_GONE = 40
"""After how many workers in a row that ended in their work it is the computer and not what they work on."""
ENDS_IN = 1.0
"""Seconds in which a worker that no longer speaks has ended, if it does so by itself."""
LOOKS_EVERY = 0.5
"""Seconds between two moments to hear Ctrl-C, on systems where waiting hears nothing."""


class _Gone(Exception):  # noqa: N818 - it is no mistake
    """A worker ended before it told its results."""

    def __init__(self, status: int | None = None) -> None:
        """With what it ended, as far as that is known: its exit status, or minus the signal that ended it."""
        self.status = status


class _Stopped(Exception):  # noqa: N818
    """Nobody waits for the results any more."""


class _Worker:
    """A process that does one task at a time."""

    def __init__(self) -> None:
        """Start it.

        Raises:
            OSError: the system starts no more.
        """
        self._process = subprocess.Popen(
            own_command("poolwijzer.batch.worker:serve") if is_frozen() else python_command(START),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),  # which on Windows never hears Ctrl-C
        )

    def ask(self, data: bytes) -> list[Result]:
        """What it answers to something pickled.

        Raises:
            _Gone: it ended.
        """
        asked, told = self._process.stdin, self._process.stdout
        assert asked is not None and told is not None
        try:
            asked.write(data)
            asked.flush()
            results: list[Result] = pickle.load(told)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:  # or half an answer
            raise _Gone(self._status()) from error
        return results

    def _status(self) -> int | None:
        try:
            return self._process.wait(ENDS_IN)
        except subprocess.TimeoutExpired:
            return None

    def kill(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()

    def leave(self) -> None:
        """Let it end, and wait until it has."""
        with suppress(OSError):  # where something was on its way to it
            self._process.communicate()


class Pool:
    """The workers of one run. A context: at its end all of them are stopped."""

    def __init__(self, work: Work, jobs: int, pace: Pace) -> None:
        """So many at most; each starts when there is something to do for it. The pace is told how long tasks take."""
        pace.begin()
        self._pace = pace
        self._work = work
        # A frozen program finds its modules inside itself.
        places = b"" if is_frozen() else pickle.dumps(sys.path)
        self._begin = places + pickle.dumps(work, protocol=pickle.HIGHEST_PROTOCOL)
        self._jobs = jobs
        self._threads = ThreadPoolExecutor(jobs, initializer=_deaf_to_signals)
        self._mine = threading.local()
        self._workers: set[_Worker] = set()
        self._turn, self._own_turn = threading.Lock(), threading.Lock()
        self._stopped = False
        self._unstarted = self._gone = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with self._turn:
            self._stopped = True
        if kind is not None:
            for worker in self._workers:
                worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.leave()

    def judge(self, chunks: Iterator[list[BatchItem]]) -> Iterator[Result]:
        """The results of all initiatives, in order; only a little ahead of these is read.

        Raises:
            InputError: one worker after the other ends.
        """
        ahead = AHEAD * self._jobs
        coming: deque[Future[list[Result]]] = deque()
        while True:
            coming += (self._threads.submit(self._judge, chunk) for chunk in islice(chunks, ahead - len(coming)))
            if not coming:
                return
            done, _ = wait([coming[0]], LOOKS_EVERY)
            if done:
                yield from coming.popleft().result()

    def _judge(self, items: list[BatchItem]) -> list[Result]:
        with suppress(_Gone):
            return self._do(Task(items))
        if len(items) > 1:
            return [result for item in items for result in self._judge([item])]
        with suppress(_Gone):
            return self._do(Task(items))
        # What it is called stands in what ended two workers.
        (item,) = items
        refused = tell_ended(item)
        with suppress(_Gone):
            return self._do(Task(items, refused))
        return [refuse_unread(item, refused)]

    def _do(self, task: Task) -> list[Result]:
        """The results of a task.

        Raises:
            _Gone: the worker ended.
        """
        worker = self._worker()
        if worker is None:
            with self._own_turn:
                return do_task(self._work, task)
        start = time.perf_counter()
        try:
            results = worker.ask(pickle.dumps(task, protocol=pickle.HIGHEST_PROTOCOL))
        except _Gone as gone:
            self._drop(worker)
            self._gone += 1
            if self._gone >= MOST_GONE:
                raise InputError(_tell_all_gone(self._gone, gone.status)) from None
            raise
        self._pace.tell(len(task.items), time.perf_counter() - start)
        if task.refused is None:
            self._gone = 0
        return results

    def _worker(self) -> _Worker | None:
        """The worker of this thread; None where there can be none, and we do the work ourselves."""
        found: _Worker | None = getattr(self._mine, "worker", None)
        while found is None and self._unstarted < STARTS:
            try:
                found = self._start()
                found.ask(self._begin)
            except OSError:
                return None
            except _Gone:
                if found is not None:
                    self._drop(found)
                found = None
                self._unstarted += 1
            else:
                self._unstarted = 0
                self._mine.worker = found
        return found

    def _start(self) -> _Worker:
        with self._turn:  # on Windows a process gets all pipes that are being made
            if self._stopped:
                raise _Stopped
            worker = _Worker()
            self._workers.add(worker)
            return worker

    def _drop(self, worker: _Worker) -> None:
        """Let go of a worker that is gone."""
        with self._turn:
            if self._stopped:
                raise _Stopped
            self._workers.discard(worker)
        self._mine.worker = None
        worker.kill()
        worker.leave()


def _tell_all_gone(number: int, status: int | None) -> Problem:
    """One worker after the other ended: what is known of why, and what to do."""
    message = f"Er zijn {number} werkers achter elkaar gestopt"
    if sys.platform != "win32" and status == -signal.SIGKILL:  # nothing ends itself so
        hint = "Dat gebeurt als het geheugen vol is. Sluit andere programma's, en geef dezelfde opdracht nog eens."
        return Problem("--jobs", f"{message}, omdat de computer ze afbrak.", hint)
    known = "" if status is None else f", met code {status}"
    hint = "Geef dezelfde opdracht nog eens. Gebeurt het weer? Meld dit, met deze regel erbij."
    return Problem("--jobs", f"{message}{known}.", hint)


def _deaf_to_signals() -> None:
    """Workers never hear that somebody wants to stop, and so never complain of it: we hear it, and stop them."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT, signal.SIGHUP])
