"""What several kinds of forms say in the same words."""

from __future__ import annotations

from poolwijzer.forms.questionnaire import Questionnaire

Choices = tuple[tuple[str, str], ...]
"""Codes with the words that stand for them."""
ABOUT_YOU = "Over u"
EVIDENCE, ANSWER, NOTE = "Waaraan u het kunt zien", "Uw antwoord", "Toelichting"
WHICH_MUNICIPALITY, WHICH_BODY = "Welke gemeente is het?", "Welke organisatie is het?"


def words_of(choices: Choices) -> tuple[str, ...]:
    """The words, in order."""
    return tuple(words for _, words in choices)


def who_question(questionnaire: Questionnaire) -> str:
    """The question on whose behalf somebody answers."""
    return WHICH_BODY if questionnaire.form.of == "verband" else WHICH_MUNICIPALITY


def unknown_word(questionnaire: Questionnaire) -> str:
    """What one answers who does not know."""
    return questionnaire.questions[0].answers[-1][1] if questionnaire.questions else ""
