"""Checking the menus as a whole: every mistake at once, and what is worth a remark."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from poolwijzer.content.complete import make_content
from poolwijzer.content.completeness import find_gaps
from poolwijzer.content.content import Content
from poolwijzer.content.files import NEEDED, read_usable_files
from poolwijzer.content.limits import find_excess
from poolwijzer.content.references import find_broken_references
from poolwijzer.menucard.checks.ageing import find_changing_facts, find_old_claims, find_unused_facts
from poolwijzer.menucard.checks.balance import find_skewed_fits
from poolwijzer.menucard.checks.doubts import find_doubts_without_objection
from poolwijzer.menucard.checks.duplicates import find_duplicate_ids, find_stale_renames
from poolwijzer.menucard.checks.findings import Check
from poolwijzer.menucard.checks.lengths import find_long_texts
from poolwijzer.menucard.checks.names import find_moved, find_stiff_verbs, find_unfilled, find_ungrouped_answers
from poolwijzer.menucard.checks.reach import find_silent_rules
from poolwijzer.menucard.checks.reachability import find_constant_rules, find_unreachable_options
from poolwijzer.menucard.checks.repair import ReducedFiles, repair_menus
from poolwijzer.menucard.checks.upkeep import (
    find_expired_claims,
    find_retired_statements,
    find_unsourced_options,
    find_unused_questions,
    find_unused_shares,
)
from poolwijzer.menucard.checks.usage import find_unused_answers, find_unused_sources
from poolwijzer.problems import InputError, Problem, at_most, in_order

CHECKS: tuple[Check, ...] = (
    find_duplicate_ids,
    find_stale_renames,
    find_unsourced_options,
    find_long_texts,
    find_constant_rules,
    find_unreachable_options,
    find_expired_claims,
    find_changing_facts,
    find_old_claims,
    find_unused_facts,
    find_unused_questions,
    find_unused_answers,
    find_unused_sources,
    find_unused_shares,
    find_retired_statements,
    find_doubts_without_objection,
    find_unfilled,
    find_stiff_verbs,
    find_moved,
    find_ungrouped_answers,
)
"""What the menus are asked, beside their shape and their references. A new check is a function and a line here."""


@dataclass(frozen=True)
class MenuCheck:
    """What a check found: mistakes, and remarks. Both in the order of the files."""

    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


def check_menus(own: Path | None, on: date, base: Path | None = None, reach: bool = False) -> MenuCheck:
    """Check an own folder laid over the shipped menus or another `base`, or these alone (`own` is None).

    Mistakes of shape do not hide the rest: what does not fit is left out, and what is left is checked all the same.
    Of an own folder only its own files get remarks. With `reach` also what never speaks in plausible initiatives.
    """
    try:
        files, unreadable = read_usable_files(own, base)
    except InputError as error:
        return MenuCheck(at_most(in_order(error.problems)), ())
    if any(name not in files.files for name in NEEDED):
        return MenuCheck(at_most(in_order(unreadable)), ())
    shaped = repair_menus(files)
    problems, remarks = [*unreadable, *shaped.problems], list[Problem]()
    # What stands in a file that cannot be read is not missing.
    if shaped.menus is not None and not unreadable:
        content = make_content(shaped.menus, files)
        content = replace(content, hidden=shaped.files.hidden)
        problems += find_broken_references(content, shaped.files)
        excess = find_excess(content, shaped.files)
        problems += excess
        # Where something is missing altogether, what should be in it is no second mistake.
        told = {(problem.path, problem.line, problem.column) for problem in shaped.problems}
        gaps = find_gaps(content, shaped.files)
        problems += [gap for gap in gaps if (gap.path, gap.line, gap.column) not in told]
        # Of far too much it would take very long to see what stands out.
        found = MenuCheck((), ()) if excess else _found(content, shaped.files, on, reach)
        problems += found.problems
        skewed = [] if excess else list(find_skewed_fits(content, shaped.files, own))
        problems += skewed if own is None else []
        read = (remark for file in files.files.values() for layer in file.layers for remark in layer.remarks)
        of_own = skewed if own else []
        every = (*found.remarks, *of_own, *files.remarks, *read)
        remarks += [one for one in every if own is None or own in Path(one.path).parents]
    return MenuCheck(*(at_most(in_order(dict.fromkeys(found))) for found in (problems, remarks)))


def _found(content: Content, files: ReducedFiles, on: date, reach: bool) -> MenuCheck:
    checks = (*CHECKS, find_silent_rules) if reach else CHECKS
    found = [finding for check in checks for finding in check(content, on)]
    return MenuCheck(
        tuple(finding.problem(files) for finding in found if not finding.remark),
        tuple(finding.problem(files) for finding in found if finding.remark),
    )
