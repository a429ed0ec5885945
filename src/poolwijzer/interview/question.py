"""What a step puts before the group: its question, its answers, and what is known of them. Pure, and in Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from poolwijzer.engine.results import Verdict
from poolwijzer.interview.keys import list_keys
from poolwijzer.report.excerpts import plain_page
from poolwijzer.report.model import Labelled, Line, Report, Section

if TYPE_CHECKING:
    from poolwijzer.interview.steps.step import InterviewStep

Shape = Literal["one", "several", "card", "text", "point", "page", "hands"]
WEET_NIET = "w"
"""What is typed where a group does not know."""
HOW_TO_ANSWER: dict[Shape, str] = {
    "one": "Typ het cijfer of de letter van een antwoord. Of kies met de pijlen en druk op Enter.",
    "several": "Zet antwoorden aan of uit met hun cijfer. Druk op Enter als u klaar bent.",
    "card": (
        "Kies met een cijfer. Nog een keer hetzelfde cijfer: u overweegt die optie. Nog een keer: geen van beide. "
        "De kaart schrijft niets voor: u kiest zelf, en iets anders kan ook."
    ),
    "point": "Druk op Enter als de stip goed staat.",
    "text": "Typ een regel en druk op Enter. Een lege regel slaat de vraag over.",
    "page": "",
    "hands": "Typ bij elk antwoord hoeveel handen er omhoog gaan. Druk op Enter als u klaar bent met tellen.",
}
HOW_BY_LINE: dict[Shape, str] = {
    **HOW_TO_ANSWER,
    "one": "Typ het cijfer of de letter van een antwoord, en druk op Enter.",
    "several": "Typ de nummers van uw antwoorden achter elkaar, zoals 1 3. Typ 0 als geen ervan past.",
    "point": "",
    "text": "Typ een regel en druk op Enter. Alleen Enter slaat de vraag over, of laat staan wat er stond.",
    "hands": "Typ voor elk antwoord een aantal handen, allemaal op één regel, met spaties ertussen.",
}
"""The same where a line is typed; a step says itself how a point is called."""
SEVERAL_LINES = "Typ een of meer regels. Met Ctrl-N begint u een nieuwe regel. Een leeg vak slaat de vraag over."
LINE_BY_LINE = "Typ een of meer regels. Een lege regel is klaar."


@dataclass(frozen=True)
class AnswerItem:
    """Something to pick: what is typed for it, and how it reads."""

    key: str
    value: str
    label: str
    behind: str = ""
    """What goes quietly with the label: the numbers that a word stands for."""
    standing: str = ""
    """Of an option: *gekozen* or *overwogen*."""
    sign: Verdict | None = None
    """Of an option: how well it fits, as an id."""
    verdict: str = ""
    reason: str = ""
    hands: int | None = None
    alone: bool = False
    """Whether it goes with no other answer."""


class FormLine(NamedTuple):
    """A line of a form: what it asks for, and what was filled in."""

    label: str
    value: str
    current: bool


class SideLine(NamedTuple):
    """A line of text that goes with a question."""

    title: str
    lead: str
    text: str
    """What was written before."""


@dataclass(frozen=True)
class InterviewQuestion:
    """One question as a person sees it."""

    step: InterviewStep
    shape: Shape
    title: str
    lead: str = ""
    progress: str = ""
    items: tuple[AnswerItem, ...] = ()
    chosen: tuple[str, ...] = ()
    """The values that were picked before."""
    text: str = ""
    """What was typed before, or what can be proposed."""
    about: tuple[Section, ...] = ()
    """What stands above the explanation: what all such questions are about."""
    place: Mapping[str, Fraction] = field(default_factory=dict)
    """Where the group put itself before, per axis, on the answer scale."""
    dots: tuple[Mapping[str, Fraction], ...] = ()
    """Where each person put their own dot."""
    asks_dots: bool = False
    """Whether there is time for these."""
    most: int | None = None
    first: tuple[str, ...] = ()
    """The values that show first; all others, but for what was picked, are a key away. Empty where all show."""
    offer: str = ""
    """What is said with those."""
    form: tuple[FormLine, ...] = ()
    introduction: str = ""
    """What goes before it, once: what a row of questions is about, or why this one is asked."""
    explanation: tuple[str, ...] = ()
    by_line: str = ""
    """How to answer it where a line is typed, where the kind of question does not tell."""
    beside: tuple[str, ...] = ()
    """What stands with it while the group thinks."""
    memory: str = ""
    """What was answered at the last measurement, in words. It is no answer now."""
    evidence: str = ""
    counted: tuple[str, ...] = ()
    """What the hands of the group say, where they were counted; and what to do about it."""
    proposed: str = ""
    """The value of the answer with most hands, for the group to agree on; nothing is answered by that."""
    note: str = ""
    other: str = ""
    consideration: str = ""
    others: bool = False
    """Of several answers: whether there can be more in the group's own words (*anders, namelijk …*)."""
    aside: bool = False
    """Whether this is a line that goes with a question, to which it leads back."""
    names: bool = False
    """Whether names of municipalities complete while they are typed."""
    lines: bool = False
    """Whether what is typed may be of several lines."""


def explain_question(question: InterviewQuestion, *, by_line: bool = False) -> Report:
    """What a question is about, what shows that an answer is right, how to answer it, and every key there."""
    ways, lines = (HOW_BY_LINE, LINE_BY_LINE) if by_line else (HOW_TO_ANSWER, SEVERAL_LINES)
    page = plain_page(
        question.title,
        *question.explanation,
        *question.beside,
        f"Bewijs dat hierbij past: {question.evidence}." if question.evidence else "",
        lines if question.lines else ways[question.shape],
        question.by_line if by_line else "",
        "U mag alles overslaan behalve de naam. Elk antwoord is meteen bewaard.",
    )
    rows = tuple((shown, Line(told)) for shown, told in list_keys(question, by_line=by_line))
    keys = (Section("toetsen", "De toetsen hier", (Labelled(rows),)),) if rows else ()
    return replace(page, sections=(*question.about, *page.sections, *keys))
