"""Measuring all rows, one after the other, and then counting what can be counted, on all cores at once."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from benchmarks.speed import batches, compared, reports, starts
from benchmarks.speed.all_reports import make_all
from benchmarks.speed.counting import Work, count_all, counter
from benchmarks.speed.figures import Measured, Point, ReportsMade, exponent, four_digits, summarise
from benchmarks.speed.goals import GOALS
from benchmarks.speed.growth import CURVES, Curve, points
from benchmarks.speed.initiatives import Initiatives
from benchmarks.speed.peers import PEERS
from benchmarks.speed.processes import last_line
from benchmarks.speed.rows import Pairs, Row


class Run:
    """One run of all, or of some."""

    def __init__(self, made: Initiatives, *, rounds: int, quick: bool, only: str) -> None:
        self._made, self._rounds, self._quick, self._only = made, rounds, quick, only
        self._works: dict[str, tuple[Work, Work]] = {}
        self.goals: dict[str, Measured] = {}
        self.peers: dict[str, Measured] = {}
        self.growth: dict[str, tuple[Point, ...]] = {}
        self.reports: dict[str, ReportsMade] = {}

    def _asked(self, name: str) -> bool:
        return not self._only or self._only == name

    def measure(self) -> None:
        """Everything that a clock tells."""
        rows: Mapping[str, Row] = {**starts.ROWS, **batches.rows(self._quick), **reports.ROWS, **compared.ROWS}
        for goal in GOALS:
            if self._asked(goal.id):
                row = rows[goal.id]
                self._try(self.goals, goal.id, partial(row.pairs, self._made, self._rounds))
                if row.works and goal.id in self.goals:
                    self._works[goal.id] = row.works(self._made)
        for peer in PEERS:
            found = peer.found() if self._asked(peer.id) else None
            if found:
                self._try(self.peers, peer.id, partial(peer.pairs, self._made, found, self._rounds))
            elif self._asked(peer.id):
                print(f"{peer.id}: not installed", flush=True)
        for curve in CURVES:
            if self._only in ("", "growth", curve.id):
                self._grow(curve)
        if self._asked("reports"):
            self._make_all()

    def _make_all(self) -> None:
        try:
            for kind, one in make_all(self._made, quick=self._quick):
                self.reports[kind] = one
                print(
                    f"{f'{one.number} reports as {kind}':<24} {one.seconds:.4g} s, {one.each:.4g} ms each", flush=True
                )
        except subprocess.CalledProcessError as failure:
            print(f"{'reports':<24} did not run: {last_line(failure)}", flush=True)

    def _grow(self, curve: Curve) -> None:
        try:
            self.growth[curve.id] = grown = tuple(points(curve, self._made, quick=self._quick))
        except subprocess.CalledProcessError as failure:
            print(f"{'growth of ' + curve.id:<24} did not run: {last_line(failure)}", flush=True)
            return
        told = "  ".join(f"{point.number:,}: {point.seconds:.3g} s" for point in grown)
        print(f"{'growth of ' + curve.id:<24} {exponent(grown):5.2f}    {told}", flush=True)

    def count(self) -> None:
        """Instructions, on all cores."""
        if not counter():
            print("Instructions are not counted: valgrind is not installed.")
            return
        print(f"Counting instructions with {counter()} ...", flush=True)
        for name, found in count_all(self._works).items():
            if isinstance(found, str):
                print(f"{name}: not counted: {found}")
                continue
            own, other = map(four_digits, found)
            self.goals[name] = replace(self.goals[name], counts=(own, other))
            print(f"{name:<24} {own / other:5.2f} x  {own:,.1f} M to {other:,.1f} M", flush=True)

    def _try(self, into: dict[str, Measured], name: str, pairs: Callable[[], Pairs]) -> None:
        start = time.perf_counter()
        try:
            into[name] = one = summarise(pairs())
        except subprocess.CalledProcessError as failure:
            print(f"{name:<24} did not run: {last_line(failure)}", flush=True)
            return
        spread = f"{one.lowest:5.2f} - {one.highest:<5.2f}"
        took = time.perf_counter() - start
        print(
            f"{name:<24} {one.ratio:5.2f} x  {spread}  {one.own:,.4g} to {one.other:,.4g}  ({took:.0f} s)", flush=True
        )
