"""What a script calls for a session of several groups: the same as `workshop plenary`, `report` and `archive`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from poolwijzer.given import as_date, as_menus, as_path, wrong_type
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from poolwijzer.given import AnyDate, AnyMenus, AnyPath
    from poolwijzer.report.model import Report
    from poolwijzer.report.slides.model import Slides
    from poolwijzer.workshop.session import Session

    AnySession = Session | AnyPath


def read_workshop(folder: AnyPath, menus: AnyMenus | None = None, *, patience: float = 0.0) -> Session:
    """Read the folder of a session: its plan, and what each group saved.

    What needs attention, such as half a file or a copy beside it, is given by `Session.attention()`.

    Args:
        folder: the folder, with `workshop.yaml` in it.
        menus: the menus; the shipped ones if none are given.
        patience: how many seconds to wait for files that are on their way, all together.

    Raises:
        InputError: there is no plan, or it cannot be used.
    """
    from poolwijzer.workshop.folder import read_session

    return read_session(as_path("folder", folder), as_menus(menus), patience=patience)


def make_plenary(session: AnySession, menus: AnyMenus | None = None, on: AnyDate | None = None) -> Slides:
    """The slides of a session's plenary, for `save`: a page, a PDF, or with the extra `slides` a presentation.

    Args:
        session: what `read_workshop` gave, or the folder.
        menus: the menus; the shipped ones if none are given.
        on: the date that all is judged on.

    Raises:
        InputError: the folder cannot be used.
    """
    from poolwijzer.workshop.plenary.build import build_plenary

    return build_plenary(_as_session(session, menus), as_menus(menus), as_date(on), __version__)


def make_proceedings(session: AnySession, menus: AnyMenus | None = None, on: AnyDate | None = None) -> Report:
    """The report of a session for who was there: a page a group, and all agreements.

    Args:
        session: what `read_workshop` gave, or the folder.
        menus: the menus; the shipped ones if none are given.
        on: the date that all is judged on.

    Raises:
        InputError: the folder cannot be used.
    """
    from poolwijzer.workshop.proceedings.build import build_proceedings

    return build_proceedings(_as_session(session, menus), as_menus(menus), as_date(on), __version__)


def archive_workshop(
    session: AnySession,
    archive: AnyPath,
    menus: AnyMenus | None = None,
    *,
    share: Iterable[str] = (),
    named: bool = False,
    force: bool = False,
) -> tuple[Path, ...]:
    """Put a session in an archive, without names and without what people wrote.

    Args:
        session: what `read_workshop` gave, or the folder.
        archive: the folder of the archive, which need not be there.
        menus: the menus; the shipped ones if none are given.
        share: texts of groups that may go along; those that got a yes before go along as well.
        named: leave the names of initiatives and municipalities.
        force: replace what stands there of the same day.

    Returns:
        The files of the initiatives.

    Raises:
        InputError: the folder or the archive cannot be used, there is nothing to keep, or nobody wrote such a text.
    """
    from poolwijzer.workshop.archive.leave import check_shared, put_in_archive, texts_of_session

    content, to, asked = as_menus(menus), as_path("archive", archive), tuple(share)
    found = _as_session(session, menus)
    check_shared(texts_of_session(found, content), asked, "share")
    shared = {*asked, *found.plan.shared_texts}
    additions, _ = put_in_archive(found, content, to, shared, named=named, force=force)
    return tuple(one.path for one in additions)


def _as_session(given: AnySession, menus: AnyMenus | None) -> Session:
    from poolwijzer.workshop.session import Session

    if isinstance(given, Session):
        return given
    try:
        return read_workshop(given, menus)
    except TypeError:
        raise wrong_type("session", "wat read_workshop teruggeeft, of een map", given) from None
