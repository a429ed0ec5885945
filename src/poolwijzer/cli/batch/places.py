"""Where a batch reads and writes: neither is to harm the other, also when the same command comes again."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from poolwijzer.cli.batch.wish import Wish

if TYPE_CHECKING:
    from poolwijzer.batch.inputs import Input


def without_ours(wish: Wish) -> tuple[Input, ...]:
    """The files to read, apart from those that a run before can have written."""
    from poolwijzer.batch.report_folder import is_from

    ours = {os.path.realpath(path) for path in wish.outputs}
    return tuple(
        file for file in wish.files if file.real not in ours and not (wish.folder and is_from(wish.folder, file.path))
    )


def check_places(wish: Wish, *, force: bool) -> None:
    """Refuse to write over what should stay, and over what is read whatever `force` says.

    Raises:
        InputError: with what may not be written.
    """
    from poolwijzer.batch.report_folder import check_folder
    from poolwijzer.outfile import plan_outputs

    read = [file.path for file in wish.files]
    plan_outputs(wish.outputs, [*read, *(path for path in (wish.looks.style, wish.looks.template) if path)], force)
    if wish.folder:
        check_folder(wish.folder, read, force=force)


def clear_broken_off(wish: Wish) -> None:
    """Take away what a run that was killed was writing."""
    from poolwijzer.batch.report_folder import ReportFolder
    from poolwijzer.outfile import clear_broken_off

    for path in wish.outputs:
        clear_broken_off(path)
    if wish.folder:
        ReportFolder(wish.folder).clear_broken_off()
