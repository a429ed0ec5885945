"""The tables of a batch that are written while its rows pass, and are in their places when all have."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from poolwijzer.cli.batch.arguments import BatchArguments
from poolwijzer.cli.outputs import tell_elsewhere
from poolwijzer.outfile import WholeFile, open_whole, refusing
from poolwijzer.version import __version__

if TYPE_CHECKING:
    from poolwijzer.content.content import Content
    from poolwijzer.tables.outputs.context import TableContext
    from poolwijzer.tables.row import Row


class _Table(NamedTuple):
    """One of them."""

    path: Path
    whole: WholeFile
    add: Callable[[Row], None]
    writing: ExitStack
    """Its end is the end of the table."""


class PassingTables:
    """All of them. A context: what is not finished at its end is gone."""

    def __init__(self, content: Content, arguments: BatchArguments) -> None:
        self._content = content
        self._arguments = arguments
        self._tables: list[_Table] = []
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Begin every table.

        Raises:
            InputError: the system refuses one.
        """
        with ExitStack() as until_all_are_open:
            for path in self._arguments.tables:
                self._tables.append(self._begin(path, until_all_are_open))
            self._open = until_all_are_open.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.__exit__(kind, error, trace)

    def _begin(self, path: Path, opened: ExitStack) -> _Table:
        from poolwijzer.tables.registry import begin_table

        context = table_context(self._content, self._arguments, path)
        with refusing(path):
            whole = opened.enter_context(open_whole(path))
            writing = opened.enter_context(ExitStack())
            add = writing.enter_context(begin_table(path.suffix.lower(), whole.file, context))
        return _Table(path, whole, add, writing)

    def add(self, row: Row) -> None:
        """Write a row in each.

        Raises:
            InputError: the disk takes no more.
        """
        from poolwijzer.batch.overview.learned import without_learned

        row = without_learned(row)
        for table in self._tables:
            with refusing(table.path):
                table.add(row)

    def finish(self) -> None:
        """Put all of them in their places.

        Raises:
            InputError: the system refuses one.
        """
        for table in self._tables:
            with refusing(table.path):
                table.writing.close()
                tell_elsewhere(table.path, table.whole.finish(), "De tabel")


def table_context(content: Content, arguments: BatchArguments, path: Path | None) -> TableContext:
    """What a table rests on that goes to a file, or to stdout."""
    from poolwijzer.tables.outputs.context import TableContext

    dialect = arguments.dialect_of(path)
    return TableContext(
        content, arguments.on, __version__, with_stress=arguments.stress, long=arguments.long, dialect=dialect
    )
