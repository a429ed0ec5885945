"""How questions and answers read line by line: in the order in which they are heard, without signs. Pure."""

from __future__ import annotations

from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things
from poolwijzer.interview.question import AnswerItem, InterviewQuestion
from poolwijzer.interview.steps.step import ANSWERED, OPEN

HELP = "Enter overslaan, t terug, o overzicht, u uitkomst, vraagteken uitleg en toetsen, q stoppen"
LINES_HELP = "een lege regel is klaar"
EMPTY, MORE = "/leeg", "/erbij"
SLASH_HELP = "/t terug, /o overzicht, /u uitkomst, /uitleg, /p pauze, /e afronden, /q stoppen"
PICK = "een nummer kiest, nog een keer overweegt"
NOT_HERE = "'{}' kan hier niet."
AS_TEXT = "Alleen '{0}' is geen tekst. Bedoelt u de toets? Typ dan /{0}. Is het toch uw tekst? Typ {0} nog een keer."


def how_to_answer(question: InterviewQuestion, content: Content) -> str:
    """What can be typed at a question, in short."""
    match question.shape:
        case "several":
            others = "; a anders" if question.others else ""
            return f"nummers achter elkaar, zoals 1 3; 0 voor geen{others}; {HELP}"
        case "card":
            return f"{PICK}, vraagteken 2 over optie 2, a anders, n afweging; {HELP}"
        case "point":
            axes = [axis.short.lower() for axis in content.typology.axes.values()]
            dots = "; d stippen" if question.asks_dots else ""
            return f"een plek zoals b4, of twee getallen voor {' en '.join(axes)}, zoals 4 2,5{dots}; {HELP}"
    return f"n notitie, h handen; {HELP}" if question.step.in_a_row else HELP


def how_to_type(question: InterviewQuestion, before: str) -> str:
    """The same where text is asked, given what stands there."""
    if not question.lines:
        return f"{'Enter laat dit staan' if before else 'Enter verder'}, {EMPTY} wissen, {SLASH_HELP}"
    more = f"Enter laat dit staan, {MORE} schrijft er regels bij, {EMPTY} wissen; " if before else ""
    return f"{more}elke Enter begint een nieuwe regel, {LINES_HELP}; {SLASH_HELP}"


def form_words(question: InterviewQuestion) -> list[str]:
    """What a question goes on with: the agreement so far, and others. What else was filled in tells nothing new."""
    lines = () if question.step.in_form else question.form
    return [f"{line.label}: {line.value}" for line in lines if line.value and not line.current]


def answer_words(item: AnswerItem, question: InterviewQuestion) -> str:
    """An answer with all that is known of it, in the order of a sentence."""
    picked = "gekozen" if question.shape == "several" else "uw antwoord"
    standing = item.standing or (picked if item.value in question.chosen else "")
    counted = item.hands is not None and any(other.hands for other in question.items)
    hands = count_things(item.hands or 0, "hand", "handen") if counted else ""
    words = f"{item.label} {item.behind}".strip()
    return ", ".join(filter(None, [words, item.verdict, hands, standing]))


def spoken_key(key: str) -> str:
    """A key as a screen reader says it, which may pass over a question mark."""
    return {"": "Enter", "?": "vraagteken"}.get(key, key)


def overview_words(choice: str) -> str:
    """A line of the overview, with the sign before it in a word."""
    return f"{choice[2:]} (open)" if choice.startswith(f"{OPEN} ") else choice.removeprefix(f"{ANSWERED} ").strip()
