"""The menu card: what was chosen and considered by the numbers on it or by words, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poolwijzer.assessment.model import Choice
from poolwijzer.content.content import Content
from poolwijzer.dutch import fold_text, join_words
from poolwijzer.interview.steps.component import ComponentStep
from poolwijzer.interview.steps.step import Refused, clean_line, clean_lines
from poolwijzer.outcome import Outcome
from poolwijzer.problems import quote
from poolwijzer.report.handout.numbers import component_letters, option_codes
from poolwijzer.workshop.entry.taken import Taken, find_named, part_head

CONSIDERED = "~"
"""What is typed before an option that is considered."""
_OTHER = re.compile(r"\banders\b(?:,? namelijk)?\s*:", re.IGNORECASE)
_LETTERS = re.compile(r"(?<!\w)([a-z]{1,2})[0-9]{1,2}(?!\w)")
_CODE = re.compile(r"~?[a-z]{0,2}[0-9]{1,2}", re.IGNORECASE)


def take_choices(outcome: Outcome, typed: str, component: str | None = None) -> Taken:
    """Choices, such as `f1 ~f3`, or `financiering: via-provincie, ~fonds, anders: Een fonds`.

    Args:
        outcome: The initiative so far; its choices stay.
        typed: What was typed.
        component: What is meant where neither a number nor a word says it.

    Raises:
        Refused: there is no such option, or it is not said of which component.
    """
    component, rest = _component(outcome.content, typed, component)
    said, *others = _OTHER.split(rest)
    told = []
    for piece in _pieces(said):
        at, option = _option(outcome.content, component, piece.removeprefix(CONSIDERED).strip())
        considered = piece.startswith(CONSIDERED)
        outcome = _marked(outcome, at, option, considered)
        component = at  # words of one's own go with what stands before them
        title = outcome.content.components[at].options[option].title
        told.append(f"{'overwogen: ' if considered else ''}{title}")
    for words in filter(None, (clean_line(other).strip(" ,;") for other in others)):
        if component is None:
            raise Refused(f"Bij welk onderdeel hoort {quote(words)}? Zet het ervoor, zoals financiering: anders: …")
        step = ComponentStep(outcome, component, outcome)
        if words not in step.choice.other:
            outcome = Outcome(outcome.content, step.with_choice(other=(*step.choice.other, words)), outcome.on)
        where = f" bij {outcome.content.components[component].title.lower()}" if names_several(typed) else ""
        told.append(f"anders{where}, namelijk: {words}")
    if not told:
        raise Refused("Hier staat geen keuze. Typ een nummer van de menukaart, zoals f1.")
    return Taken(outcome.assessment, "; ".join(told))


def names_several(typed: str) -> bool:
    """Whether numbers of more than one component were typed."""
    return len(_parts(typed)) > 1


def _parts(typed: str) -> frozenset[str]:
    """The letters of the components whose numbers stand before any words of one's own."""
    return frozenset(_LETTERS.findall(_OTHER.split(typed)[0].lower()))


def take_reason(outcome: Outcome, typed: str) -> Taken:
    """Why a component was filled in like this: `financiering: het geld is er al`, or without its name the only one.

    Raises:
        Refused: it is not said of which component.
    """
    head, rest = part_head(typed)
    component = _known(outcome.content, head) if head else None
    text = clean_lines(rest if component else typed).strip()
    chosen = [name for name, choice in outcome.assessment.choices.items() if choice != Choice()]
    if component is None and len(chosen) != 1:
        example = join_words([f"{letter}: …" for letter in list(component_letters(outcome.content).values())[:2]], "of")
        raise Refused(f"Bij welk onderdeel hoort dit? Zet de letter of de naam ervoor, zoals {example}")
    component = component or chosen[0]
    if not text:
        raise Refused("Hier staat geen afweging achter de dubbele punt.")
    step = ComponentStep(outcome, component, outcome)
    lines = step.choice.consideration.splitlines()
    after = step.with_choice(consideration="\n".join(lines if text in lines else [*lines, text]))
    return Taken(after, f"{step.label}: {text}")


def list_codes(content: Content, component: str) -> Iterator[str]:
    """Every option of a component with its number on the card."""
    codes = option_codes(content)
    options = content.components[component].options
    for name in sorted(options, key=lambda one: int(re.sub("[^0-9]", "", codes[one]))):
        yield f"{codes[name]}: {options[name].title}"


def say_choices(outcome: Outcome, component: str) -> str:
    """What was chosen of a component, and why."""
    step = ComponentStep(outcome, component, outcome)
    return step.summarise()


def _component(content: Content, typed: str, usual: str | None) -> tuple[str | None, str]:
    """The component that is named first, or the usual one, and what is said of it."""
    head, rest = part_head(typed)
    if head and not _OTHER.match(typed.strip()) and not _CODE.match(head) and (named := _known(content, head)):
        return named, rest
    if head and usual is None and not _OTHER.search(f"{head}:"):
        return find_named(head, _titles(content)), rest
    return usual, typed


def _titles(content: Content) -> dict[str, str]:
    return {name: component.title for name, component in content.components.items()}


def _known(content: Content, named: str) -> str | None:
    """A component by its letter or its words; None where it is none."""
    letters = component_letters(content)
    by_letter = next((name for name, letter in letters.items() if letter == fold_text(named)), None)
    if by_letter:
        return by_letter
    try:
        return find_named(named, _titles(content))
    except Refused:
        return None


def _pieces(said: str) -> Iterator[str]:
    """What stands between commas; numbers also where only a space stands between them."""
    joined = re.sub(rf"{CONSIDERED}\s+", CONSIDERED, said)
    for piece in filter(None, (one.strip() for one in re.split("[,;]", joined))):
        words = piece.split()
        yield from words if all(map(_CODE.fullmatch, words)) else [piece]


def _option(content: Content, component: str | None, typed: str) -> tuple[str, str]:
    """An option and its component, by its number on the card, its id or its words."""
    codes = {code: name for name, code in option_codes(content).items()}
    code = f"{component_letters(content)[component]}{int(typed)}" if component and typed.isdecimal() else typed.lower()
    of = {option: name for name, one in content.components.items() for option in one.options}
    if code in codes:
        return of[codes[code]], codes[code]
    if _CODE.fullmatch(typed):
        raise Refused(f"Nummer {quote(typed)} staat niet op de menukaart.")
    if component is None and typed in of:
        return of[typed], typed
    if component is None:
        raise Refused(f"Bij welk onderdeel hoort {quote(typed)}? Zet het ervoor, zoals financiering: {typed}")
    titles = {name: option.title for name, option in content.components[component].options.items()}
    return component, find_named(typed, titles)


def _marked(outcome: Outcome, component: str, option: str, considered: bool) -> Outcome:
    """The initiative with an option chosen or considered; the same once more changes nothing."""
    step = ComponentStep(outcome, component, outcome)
    own, other = ("considering", "options") if considered else ("options", "considering")
    mine, theirs = getattr(step.choice, own), getattr(step.choice, other)
    lists = {
        own: mine if option in mine else (*mine, option),
        other: tuple(name for name in theirs if name != option),
    }
    return Outcome(outcome.content, step.with_choice(**lists), outcome.on)
