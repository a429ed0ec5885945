"""What a workbook carries of the form that it is, and the words by which its cells are found again.

On a hidden sheet stands which form it is and what was asked, as a block with a checksum. So a workbook that comes back
is read by what it asked itself, whatever the menus say by then, and wherever its rows went.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from poolwijzer.assessment.model import FORMAT
from poolwijzer.forms.questionnaire import Questionnaire
from poolwijzer.forms.sent import FormIdentity
from poolwijzer.forms.words import Choices
from poolwijzer.validation import Model, Slug, Text, Whole

SHEET, CARRIED = "Vragenlijst", "Poolwijzer"
"""The sheet to fill in, and the hidden one."""
MARK = "Uw eigen kenmerk"


class AskedStatement(Model, description="Een stelling in een werkmap."):
    """A statement as the workbook asks it."""

    id: Slug
    text: Text
    answers: Annotated[Choices, Field(min_length=1)]


class WorkbookForm(Model, description="Welke vragenlijst een werkmap is."):
    """Which form a workbook is, and what its words stand for."""

    poolwijzer: Annotated[Whole, Field(ge=1, le=FORMAT)]
    kind: Literal["workbook"]
    form: FormIdentity
    organisations: tuple[Text, ...]
    roles: Choices
    bases: Choices
    named: Choices
    """Empty where it is not asked."""
    statements: tuple[AskedStatement, ...]


def carry(questionnaire: Questionnaire, yes_or_no: Choices) -> WorkbookForm:
    """What a workbook of this form carries."""
    return WorkbookForm(
        poolwijzer=FORMAT,
        kind="workbook",
        form=questionnaire.form,
        organisations=questionnaire.organisations,
        roles=questionnaire.roles,
        bases=questionnaire.bases,
        named=yes_or_no if questionnaire.named else (),
        statements=tuple(
            AskedStatement(id=one.id, text=one.text, answers=one.answers) for one in questionnaire.questions
        ),
    )
