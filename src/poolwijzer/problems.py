"""What is wrong with the input, told in one line a problem.

The lowest floor: every room can say what is wrong in the same form, and only the command line prints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

UNSHARED = "-"
"""What files for others say of a problem that is only for who keeps the input: nothing."""

LONGEST_QUOTE = 80
"""How many characters of somebody else's text a message repeats."""

MOST_PROBLEMS = 1000
"""How many problems are told at most; who has more has another kind of file than was meant."""

MOST_SOUGHT = 100
"""For how many problems is sought what was meant: that takes far longer than to see that something is wrong."""

# Patterns for rare cases stay text until they are used: compiling them would cost every start.
_BLANKS = r"[\t\n\v\f\r\x85\u2028\u2029]+"
# Control characters, the direction marks that can turn a line around, lone surrogates and noncharacters.
_HARMFUL = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
# What cannot be seen, or looks like a plain space; not what joins the parts of an emoji.
_UNSEEN = (
    "[\xa0\xad\u034f\u1680\u180e\u2000-\u200b\u202f\u205f\u2060-\u2064\u2800\u3000\u3164\ufeff]"
    "|(?<=[\x00-\u02ff])[\u200c\u200d]"
)
# Below this likeness (0 to 1) a suggestion confuses more than it helps; this close to the best is a draw.
_LIKENESS = 0.7
_DRAW = 0.03
_MOST_SUGGESTIONS = 3
_ABOUT = "En nog ongeveer"


def harmless(text: str) -> str:
    """Make text fit for one line on a terminal, so that no file can steer the screen of whoever reads it."""
    if text.isascii() and text.isprintable():  # also where memory is too short to look for more
        return text
    return re.sub(_HARMFUL, "\ufffd", re.sub(_BLANKS, " ", text))


def quote(text: object) -> str:
    """Give somebody else's text between quotation marks, harmless and not too long, for use in a message."""
    try:
        shown = str(text)
    except ValueError:  # Python writes no number of thousands of digits
        shown = "een getal van duizenden cijfers"
    if len(shown) > LONGEST_QUOTE:
        shown = shown[: LONGEST_QUOTE - 1] + "…"
    if not shown.isprintable():
        shown = harmless(re.sub(_UNSEEN, lambda sign: f"[U+{ord(sign[0]):04X}]", shown))
    return f'"{shown}"' if "'" in shown else f"'{shown}'"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it stands, and what to do about it.

    Attributes:
        path: The file as the user knows it, or another name for where the input came from.
        message: What is wrong, as a Dutch sentence.
        hint: What to do about it, as a Dutch sentence; may be empty.
        line: The line it stands on, from 1; None where that says nothing.
        column: The character in that line, from 1.
        more: How many other problems this stands for, that are not told; 0 for one of its own.
        shared: What goes into files for others, where the message may repeat what a respondent typed; with `UNSHARED`
            nothing does.
    """

    path: str
    message: str
    hint: str = ""
    line: int | None = None
    column: int | None = None
    shared: str = ""
    more: int = 0

    def __str__(self) -> str:
        spot = "".join(f":{number}" for number in (self.line, self.column) if number is not None)
        return harmless(f"{self.path}{spot}: {self.message} {self.hint}".rstrip())


class Fault(ValueError):  # noqa: N818 - the user is at fault here, not the program
    """A value that does not fit, in words that are shown to the user as they are.

    Attributes:
        message: What is wrong, as a Dutch sentence.
        hint: What to do about it; may be empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(f"{message} {hint}".rstrip())

    def briefly(self) -> tuple[str, str]:
        """The message and a hint that take no time to find: for one of very many."""
        return self.message, self.hint


class InputError(Exception):
    """The input cannot be used; carries the problems that were found, in the order of the file, at most a thousand."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else at_most(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems file by file, in the order of each."""
    return sorted(problems, key=lambda found: (found.path, found.more > 0, found.line or 0, found.column or 0))


def at_most(problems: Iterable[Problem], most: int = MOST_PROBLEMS) -> tuple[Problem, ...]:
    """The first so many problems, and one that says how many more there are: the only place where they are cut off."""
    told: list[Problem] = []
    more, path, about = 0, "", False
    for one in problems:
        if not one.more and len(told) < most:
            told.append(one)
        else:
            more, path, about = more + (one.more or 1), path or one.path, about or _ABOUT in one.message
    return (*told, *untold(path, more, about=about))


def untold(path: str, number: int, *, about: bool = False) -> tuple[Problem, ...]:
    """What stands for so many problems, or about so many, that are not told; nothing for none."""
    if number < 1:
        return ()
    what = "melding, die hier niet staat" if number == 1 else "meldingen, die hier niet staan"
    shown = f"{number:,}".replace(",", ".")  # a room below that of Dutch numbers
    message = f"{_ABOUT if about else 'En nog'} {shown} {what}."
    return (Problem(path, message, "Verbeter eerst wat er wel staat.", more=number),)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest what a mistyped word was meant to be: `Bedoelde u strippenkaart?`, or nothing when nothing comes near."""
    *others, last = words_meant(word, known) or [""]
    return f"Bedoelde u {', '.join(others)} of {last}?" if others else f"Bedoelde u {last}?" if last else ""


def words_meant(word: str, known: Iterable[str]) -> list[str]:
    """What a mistyped word can have meant, the nearest first: up to three when they are equally near."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(autojunk=False)
    said = word[:LONGEST_QUOTE].casefold()
    matcher.set_seq2(said)
    scored: list[tuple[float, str]] = []
    letters = set(said)
    for candidate in dict.fromkeys(known):
        other = candidate.casefold()
        there = set(other)
        # Of most words it shows already in their length and their letters that they are not alike.
        shared = min(len(said) - len(letters - there), len(other) - len(there - letters))
        if candidate == word or 2 * shared < _LIKENESS * (len(said) + len(other)):
            continue
        matcher.set_seq1(other)
        if matcher.quick_ratio() >= _LIKENESS and (likeness := matcher.ratio()) >= _LIKENESS:
            scored.append((likeness, candidate))
    if not scored:
        return []
    best = max(likeness for likeness, _ in scored)
    scored = [(likeness, candidate) for likeness, candidate in scored if likeness >= best - _DRAW]
    scored.sort(key=lambda found: -found[0])
    return [candidate for _, candidate in scored[:_MOST_SUGGESTIONS]]
