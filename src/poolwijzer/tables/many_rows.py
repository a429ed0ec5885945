"""An initiative of a table with very many respondents: read in parts, so that they never stand whole beside each other.

It is read by the same rules as any other. Where these look at all respondents at once (ids that are given twice, names
of one body that are written in two ways, so many problems that not all are told) reading in parts is no use, and the
initiative is read as a whole.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from poolwijzer.assessment.many import ManyResponses
from poolwijzer.assessment.model import Assessment, fold_body
from poolwijzer.assessment.read import Part, Reading, build_part, tell_remarks
from poolwijzer.content.content import Content
from poolwijzer.problems import MOST_SOUGHT, InputError, at_most
from poolwijzer.tables.document import MOST_AT_ONCE, Spared, TableDocument, spare_respondents


def read_many(document: TableDocument, content: Content) -> Spared[Reading] | None:
    """The initiative, with who cannot be used and why; None where it must be read as a whole.

    Args:
        document: With respondents.
        content: The menus its ids belong to.
    """
    build: Callable[[TableDocument], Part] = partial(build_part, content=content)
    responses, ids = ManyResponses(), set[str]()
    problems, rejected = list(document.problems), set[int]()
    initiative: Assessment | None = None
    for start in range(0, len(document.response_rows), MOST_AT_ONCE):
        some = document.part(start, start + MOST_AT_ONCE)
        try:
            part, wrong, left_out = spare_respondents(some, build)
        except InputError:
            return None
        problems += wrong
        rejected |= left_out
        initiative, before = part.assessment, len(ids)
        ids.update(one.id for one in initiative.responses)
        if part.remarks or len(problems) > MOST_SOUGHT or len(ids) - before < len(initiative.responses):
            return None
        responses.extend(initiative.responses)
    if initiative is None or not responses or not _bodies_written_alike(responses):
        return None
    rejected |= document.rejected
    assessment = initiative.model_copy(update={"responses": responses})
    told = tell_remarks(document.without(rejected) if rejected else document, assessment, content)
    return Spared(Reading(assessment, at_most(told)), problems, rejected)


def _bodies_written_alike(responses: ManyResponses) -> bool:
    names = [name for kind, name in responses.organisations if kind == "verband"]
    return len(set(map(fold_body, names))) == len(names)
