"""Every line that can be typed from paper, in the order of the sheets: what it asks, and how it is taken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.outcome import Outcome
from poolwijzer.report.grid_names import grid_names
from poolwijzer.report.handout.numbers import component_letters
from poolwijzer.report.sections.own_words import HIGHLIGHTS
from poolwijzer.workshop.entry import card, closing, places, situation, statements
from poolwijzer.workshop.entry.taken import Taken

MOST_LINES = 20
"""How many agreements and reasons are asked for."""
ALL_AT_ONCE = "\nOf typ hier alle nummers van de hele kaart, zoals {}1 ~{}2. Dan zijn de keuzes klaar."


@dataclass(frozen=True)
class EntryLine:
    """Something that stands on the paper."""

    key: str
    title: str
    how: str
    """How it is typed."""
    take: Callable[[Outcome, str], Taken]
    say: Callable[[Outcome], str] = lambda _: ""
    """What the file says of it."""
    choices: tuple[str, ...] = ()
    """What there is to choose, each with what is typed for it."""
    shows: bool = False
    """Whether these stand with the question, because no sheet has them."""


def list_lines(
    content: Content, row: statements.Row, start: Assessment, typed: Mapping[str, tuple[EntryLine, str]]
) -> tuple[EntryLine, ...]:
    """The lines as things stand: what the file had of the situation is not asked again."""
    example = grid_names(content).examples()
    return (
        *_situation(content, start),
        EntryLine(
            "estimate",
            "Eigen inschatting van de groep",
            f"Een letter en een cijfer, zoals {example[0]}.",
            places.take_estimate,
            places.say_estimate,
        ),
        EntryLine(
            "dots",
            "De stippen van iedereen",
            f"Alle stippen op één regel, zoals {' '.join(example)}.",
            places.take_dots,
            places.say_dots,
        ),
        EntryLine(
            "answers",
            f"De antwoorden op de {len(row)} stellingen",
            "Op één regel, zoals 4 4 ? 3 -. Een ? is weet niet, een streepje is niets aangekruist.",
            lambda outcome, text: statements.take_answers(outcome, row, text),
            row.say,
        ),
        EntryLine(
            "hands",
            "De handen, als die zijn geteld",
            "Per stelling, met een puntkomma ertussen, zoals 3: 0 2 5 1 0; 8: 1 1 4 2 0.",
            lambda outcome, text: statements.take_hands(outcome, row, text),
        ),
        *_card(content, typed),
        *_repeated("reason", "Een afweging", _how_reason(content), card.take_reason, typed),
        EntryLine(
            "key-question",
            "Antwoord op de sleutelvraag",
            "De tekst van de groep.",
            closing.take_key_question,
            lambda outcome: outcome.assessment.key_question.answer,
        ),
        *_repeated("agreement", "Een afspraak", "Zo: wat; wie; wanneer.", closing.take_agreement, typed),
        *(_highlight(name, question) for name, question in HIGHLIGHTS.items()),
        EntryLine(
            "needs",
            "Waar hebt u nu behoefte aan?",
            "De nummers, zoals 1 3, of eigen woorden.",
            closing.take_needs,
            lambda outcome: "; ".join(outcome.assessment.needs),
            tuple(f"{at}: {need}" for at, need in enumerate(content.questions.conversation.needs.values(), 1)),
            shows=True,
        ),
    )


def _situation(content: Content, start: Assessment) -> Iterator[EntryLine]:
    for name in situation.asked_at_first(content):
        question = content.context[name]
        if name in start.context:
            continue
        how = "Het nummer." if question.kind == "choice" else "De nummers, zoals 1 3."
        if question.kind == "named-choice":
            how = "Het nummer en de naam, zoals 1 de provincie Drenthe."
        yield EntryLine(
            f"context:{name}",
            question.question,
            how,
            partial(situation.take_context, name=name),
            partial(situation.say_context, name=name),
            tuple(f"{at}: {one.label}" for at, one in enumerate(question.answers.values(), 1)),
            shows=True,
        )


def _card(content: Content, typed: Mapping[str, tuple[EntryLine, str]]) -> Iterator[EntryLine]:
    letters = component_letters(content)
    # As on the sheet: what the workshop asks first.
    on_sheet = sorted(content.components.items(), key=lambda item: (not item[1].deck, item[1].order))
    first = typed.get(f"choice:{on_sheet[0][0]}") if on_sheet else None
    at_once = first is not None and card.names_several(first[1])
    all_at_once = ALL_AT_ONCE.format(*(letters[name] for name, _ in (on_sheet * 2)[:2])) if on_sheet else ""
    for at, (name, component) in enumerate(on_sheet):
        key, letter, last = f"choice:{name}", letters[name], len(component.options)
        if at and at_once and key not in typed:
            continue
        yield EntryLine(
            key,
            f"Keuzes: {component.title} ({letter}1 tot en met {letter}{last})",
            f"Zo: {letter}1 ~{letter}3 anders: eigen woorden. Met ~ is het overwogen.{'' if at else all_at_once}",
            partial(card.take_choices, component=name),
            partial(card.say_choices, component=name),
            tuple(card.list_codes(content, name)),
        )


def _how_reason(content: Content) -> str:
    letter = next(iter(component_letters(content).values()))
    return f"De letter van het onderdeel en de tekst, zoals {letter}: het geld is er al."


def _repeated(
    key: str, title: str, how: str, take: Callable[[Outcome, str], Taken], typed: Collection[str]
) -> Iterator[EntryLine]:
    """One line more than were typed."""
    for at in range(MOST_LINES):
        yield EntryLine(f"{key}:{at}", title if not at else f"Nog {title.lower()}", how, take)
        if f"{key}:{at}" not in typed:
            return


def _highlight(name: str, question: str) -> EntryLine:
    return EntryLine(
        f"highlight:{name}",
        question,
        "De tekst van de groep.",
        partial(closing.take_highlight, name=name),
        lambda outcome: getattr(outcome.assessment.highlights, name),
    )
