"""An initiative's file without what could point at persons: everything that follows from it is anonymous too."""

from __future__ import annotations

from collections.abc import Iterable

from poolwijzer.assessment.model import Answer, Answers, Assessment, Response, counted_responses
from poolwijzer.content.content import Content


class TooFewRespondents(Exception):  # noqa: N818 - a refusal, told to the user as one
    """There are too few respondents to be anonymous among.

    Attributes:
        number: How many there are.
        least: How many it takes.
    """

    def __init__(self, number: int, least: int) -> None:
        self.number = number
        self.least = least
        super().__init__(f"{number} respondents of at least {least}")


def respondent_number(responses: Iterable[Response]) -> int:
    """How many respondents answered anything."""
    return sum(any(answer.known is not None for answer in response.answers.values()) for response in responses)


def check_respondents(assessment: Assessment, content: Content) -> None:
    """Whether one can be anonymous among these.

    Raises:
        TooFewRespondents: Otherwise; also for a group that answered together, in which nobody answered apart.
    """
    number, least = respondent_number(assessment.counted()), content.typology.privacy.anonymous_from
    if number < least:
        raise TooFewRespondents(number, least)


def anonymise(assessment: Assessment, content: Content) -> Assessment:
    """The same initiative without roles, notes and consent to names.

    What follows from it cannot tell roles: rules on the difference between them are unknown then. An earlier
    measurement with some respondents, but too few, is left out.

    Raises:
        TooFewRespondents: As in `enough_respondents`.
    """
    check_respondents(assessment, content)
    least = content.typology.privacy.anonymous_from
    return assessment.model_copy(
        update={
            "initiative": assessment.initiative.model_copy(update={"note": ""}),
            "answers": _without_notes(assessment.answers),
            "responses": _without_roles(assessment.responses),
            "measurements": tuple(
                earlier.model_copy(
                    update={
                        "answers": _without_notes(earlier.answers),
                        "responses": _without_roles(earlier.responses),
                    }
                )
                for earlier in assessment.measurements
                if not earlier.responses
                or respondent_number(counted_responses(earlier.responses, assessment.initiative)) >= least
            ),
        }
    )


def _without_notes(answers: Answers) -> dict[str, Answer]:
    return {name: answer.model_copy(update={"note": ""}) for name, answer in answers.items()}


def _without_roles(responses: Iterable[Response]) -> tuple[Response, ...]:
    bare = {"role": None, "named": False}
    return tuple(
        response.model_copy(update={**bare, "answers": _without_notes(response.answers)}) for response in responses
    )
