"""A question with answers to pick from: one, several, or the options of the menu card."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.dutch import NO_BREAK_SPACE
from poolwijzer.formats.terminal import SIGNS
from poolwijzer.interview.asked import AT_FIRST, Asked, Item
from poolwijzer.interview.frame import Frame
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import Block, Line
from poolwijzer.interview.script import Keep, Mark, Reply, Row
from poolwijzer.interview.wishes import About, Event

CHOOSE_FIRST = "Kies een antwoord. Of druk op → om deze vraag over te slaan."
_LETTERS: dict[str, Event] = {"O": "overview", "u": "outcome", "q": "stop", "?": "explain"}


class Listing:
    """A list to pick from. Immutable but for where the pointer is and what is unfolded."""

    def __init__(self, asked: Asked, frame: Frame) -> None:
        """The pointer begins at the answer there was; else at none of one answer, so that Enter picks nothing."""
        self.asked = asked
        self.frame = frame
        self.message = ""
        self.evidence = False
        self.all = len(asked.items) <= AT_FIRST or asked.shape != "card"
        values = [item.value for item in asked.items]
        start = next((name for name in asked.chosen if name in values), None) if asked.shape == "one" else None
        self.at: int | None = values.index(start) if start is not None else None if asked.shape == "one" else 0

    def as_it_was(self, before: Listing) -> None:
        """Go on where this question was when it was last shown: the same pointer, as much unfolded."""
        self.evidence = before.evidence
        self.all = before.all
        if before.at is not None:
            self.at = before.at

    # What a key means.

    def press(self, key: str) -> Event | None:
        """What a key asks for; None where it only changes what is shown."""
        self.message = ""
        if key in ("up", "down"):
            self._move(1 if key == "down" else -1)
            return None
        if key in ("escape", "left"):
            return "back"
        if key in ("right", "s"):
            return "next"
        if key in _LETTERS or (key == "o" and self.asked.shape != "card"):
            return self._about() if key == "?" else _LETTERS.get(key, "overview")
        match self.asked.shape:
            case "card":
                return self._on_card(key)
            case "several":
                return self._among_several(key)
        return self._on_one(key)

    def paste(self, pasted: str) -> Event | None:
        """Answers that came all at once, such as `4 5 w 2 3`."""
        if self.asked.step.kind == "statement" and pasted.split():
            return Row(tuple(pasted.split()))
        self.message = "Een rij antwoorden past alleen bij stellingen."
        return None

    def _about(self) -> Event:
        return About(self._pointed().value) if self.asked.shape == "card" and self.at is not None else "explain"

    def _pointed(self) -> Item:
        return self.asked.items[self.at or 0]

    def _move(self, by: int) -> None:
        shown = len(self._shown())
        self.at = (0 if by > 0 else shown - 1) if self.at is None else (self.at + by) % shown

    def _shown(self) -> tuple[Item, ...]:
        return self.asked.items if self.all else self.asked.items[:AT_FIRST]

    def _keyed(self, key: str) -> int | None:
        return next((index for index, item in enumerate(self._shown()) if item.key == key), None)

    def _on_one(self, key: str) -> Event | None:
        found = self._keyed(key)
        if key == "enter":  # and not the space bar: it stands between the answers of a row that is typed
            if self.at is None:
                self.message = CHOOSE_FIRST
                return None
            found = self.at
        if found is not None:
            return Reply(self.asked.items[found].value)
        if self.asked.step.kind == "statement":
            if key == "b":
                self.evidence = not self.evidence
            elif key in ("n", "h"):
                return "note" if key == "n" else "hands"
        return None

    def _among_several(self, key: str) -> Event | None:
        found = self._keyed(key)
        if key == "enter":
            return "next"
        if key == "space":
            found = self.at
        if found is None:
            return None
        self.at = found
        item = self.asked.items[found]
        picked = set(self.asked.chosen)
        if item.value in picked:
            picked.remove(item.value)
        elif item.alone:
            picked = {item.value}
        else:
            picked = {other.value for other in self.asked.items if other.value in picked and not other.alone}
            if self.asked.most and len(picked) >= self.asked.most:
                self.message = f"Kies er hooguit {self.asked.most}. Haal er eerst een weg."
                return None
            picked.add(item.value)
        return Keep(tuple(other.value for other in self.asked.items if other.value in picked))

    def _on_card(self, key: str) -> Event | None:
        match key:
            case "enter":
                return "next"
            case "g" | "space":
                return Mark(self._pointed().value, "gekozen")
            case "o":
                return Mark(self._pointed().value, "overwogen")
            case "a":
                return "other"
            case "n":
                return "consider"
            case "m":
                self.all = not self.all
                self.at = min(self.at or 0, len(self._shown()) - 1)
        if (found := self._keyed(key)) is not None:
            self.at = found
        return None

    # What it looks like.

    def lines(self, width: int, height: int) -> list[Line]:
        """The whole screen."""
        head = layout.head(self.asked.progress, self.frame, width)
        said = self.message or self.frame.said
        foot = [*(layout.text(said, width, layout.SAID) if said else []), *layout.keys_line(self._keys(), width)]
        return layout.fitted(head, self._body(width), foot, height)

    def _body(self, width: int) -> Block:
        narrow = layout.beamer_width(self.asked.title, width) if self.frame.beamer else width
        air: list[Line] = [[], []] if self.frame.beamer else [[]]
        lines: list[Line] = list(air[:1])
        lines += form_lines(self.asked, width)
        lines += [*air[1:], *layout.text(self.asked.title, narrow - 2, layout.STRONG, 2), *air]
        if self.asked.lead:
            lines += [*layout.text(self.asked.lead, width - 2, layout.QUIET, 2), []]
        first = last = 0
        for index, item in enumerate(self._shown()):
            rows = list(self._item(index, item, width))
            if index == self.at:
                first, last = len(lines), len(lines) + len(rows) - 1
            lines += rows
        lines += self._below(width)
        return Block(lines, first, last)

    def _item(self, index: int, item: Item, width: int) -> Iterator[Line]:
        pointed = index == self.at
        style = layout.POINTED if pointed else ""
        pointer = "▸" if pointed else " "
        before = f" {pointer} {item.key or ' '} {self._tick(item)}"
        standing: Line = [(f"class:{item.standing}", f"<{item.standing}>"), ("", " ")] if item.standing else []
        indent = len(before) + sum(len(part) for _, part in standing)
        verdict = f" ({item.verdict.replace(' ', NO_BREAK_SPACE)})" if item.verdict else ""
        first, *rest = layout.text(item.label + verdict, width, style, indent)
        yield [(style, before), *standing, *first[1:], *self._hands(item)]
        yield from rest
        if pointed and item.reason:
            yield from layout.text(item.reason, width, layout.QUIET, len(before))

    def _hands(self, item: Item) -> Line:
        """The hands counted for an answer, as a bar."""
        if item.hands is None or not any(other.hands for other in self.asked.items):
            return []
        widest = max(len(other.label) for other in self.asked.items)
        bar = "▪" * min(item.hands, 30)
        return [(layout.QUIET, f"{' ' * (widest - len(item.label))}  {bar} {item.hands}")]

    def _tick(self, item: Item) -> str:
        if self.asked.shape == "card":
            return f"{SIGNS[item.sign]} "
        if self.asked.shape == "several":
            return "[x] " if item.value in self.asked.chosen else "[ ] "
        return "● " if item.value in self.asked.chosen else ""

    def _below(self, width: int) -> list[Line]:
        found: list[Line] = []
        if self.asked.shape == "card":
            hidden = len(self.asked.items) - len(self._shown())
            if hidden:
                found += layout.text(f"Nog {hidden}: druk op m.", width, layout.QUIET, 3)
            found += layout.text(f"Anders, namelijk: {self.asked.other or '… (druk op a)'}", width, layout.QUIET, 3)
            if self.asked.consideration:
                found += layout.text(f"Afweging: {self.asked.consideration}", width, layout.QUIET, 3)
        if self.asked.note:
            found += layout.text(f"Notitie: {self.asked.note}", width, layout.QUIET, 2)
        if self.evidence and self.asked.evidence:
            found += layout.text(f"Bewijs: {self.asked.evidence}", width, layout.QUIET, 2)
        return [[], *found] if found else []

    def _keys(self) -> Iterator[tuple[str, str]]:
        last = [item.key for item in self.asked.items if item.key.isdigit()][-1:]
        on = "verder" if self.asked.chosen else "overslaan"
        match self.asked.shape:
            case "card":
                yield from (("g", "gekozen"), ("o", "overwegen"), ("a", "anders"), ("n", "afweging"))
                if len(self.asked.items) > AT_FIRST:
                    yield "m", "minder" if self.all else "meer"
                yield from (("?", "over deze optie"), ("Enter", "verder"))
            case "several":
                yield from ((f"1-{last[0]}" if last else "spatie", "aan of uit"), ("Enter", on), ("?", "uitleg"))
            case _:
                yield f"1-{last[0]}" if last else "↑↓", "antwoord"
                if self.asked.step.kind == "statement":
                    yield from (("w", "weet niet"), ("n", "notitie"), ("h", "handen"), ("b", "bewijs"))
                yield from (("→", on), ("?", "uitleg"))
        overview = "O" if self.asked.shape == "card" else "o"
        yield from (("Esc", "terug"), (overview, "overzicht"), ("u", "uitkomst"), ("q", "stoppen"))


def form_lines(asked: Asked, width: int) -> list[Line]:
    """The form that a question is part of, with what was filled in so far."""
    if not asked.form:
        return []
    widest = max(len(line.label) for line in asked.form)
    lines: list[Line] = []
    for entry in asked.form:
        pointer, style = ("▸", layout.STRONG) if entry.current else (" ", layout.QUIET)
        value = layout.text(entry.value or "…", width - widest - 6, "")[0][1][1]
        lines.append(
            [(style, f" {pointer} {entry.label.ljust(widest)}  "), ("" if entry.value else layout.QUIET, value)]
        )
    return [*lines, []]


def form_texts(asked: Asked) -> list[str]:
    """The same form as plain lines."""
    return [f"{'>' if line.current else ' '} {line.label}: {line.value or '…'}" for line in asked.form]
