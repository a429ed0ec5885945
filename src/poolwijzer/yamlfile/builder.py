"""From parser events to data with positions, in one pass.

This is the hot path of a program that reads thousands of files. The stack is our own, because composing
deeply nested brackets with the C parser crashes the process.
"""

from __future__ import annotations

import re
from typing import Any

from poolwijzer.problems import MOST_PROBLEMS, Problem, quote
from poolwijzer.yamlfile.document import GroupPositions, ListPositions, Position, Positions
from poolwijzer.yamlfile.events import QUOTE_IT, events_of

MAX_DEPTH = 50

_NOTHING = frozenset({"", "~", "null"})
# Patterns for rare cases stay text until they are used: compiling them would cost every start.
_DECIMAL_COMMA = r"((?:€\s*)?-?\d[\d.]*)\s*,\s*(\d+(?: ?%|(?: ?[a-zA-Z]+)?\.?)|-+|[–—])(?=\s*[,}])"
_AFTER_COMMA = r"[0-9]|-+$|[–—]$"
_ENDS_PAIR = r"\s*[,}]"


class Builder:
    """Builds what one file says, and gathers what is wrong with it."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.problems: list[Problem] = []
        self.more = 0
        """How many more there are: they are told in no words."""

    def build(self, *, pure: bool = False, without: str = "") -> tuple[Any, Positions | None]:
        """Give the data and its places; None for the places if the file says nothing at all.

        Args:
            pure: Use the parser in pure Python, also where the quick one is there.
            without: Signs that are no part of what the text says.
        """
        from yaml import events as kinds
        from yaml.error import YAMLError

        scalar, alias = kinds.ScalarEvent, kinds.AliasEvent
        mapping, sequence = kinds.MappingStartEvent, kinds.SequenceStartEvent
        ends = (kinds.MappingEndEvent, kinds.SequenceEndEvent)
        get_event = events_of(self.text, pure=pure, without=without).get_event
        nothing = _NOTHING

        # The innermost group or list, with the places in it. `key` is None where a group expects a key.
        root: list[Any] = []
        root_spots: list[Positions] = []
        node: Any = root
        spots: Any = root_spots
        keys: dict[str, Position] | None = None
        key: str | None = None
        # What to go on with after it: the same four, and the key that is waiting for a value.
        stack: list[tuple[Any, Any, dict[str, Position] | None, str | None, Position]] = []
        event: Any = None
        try:
            while True:
                event = get_event()
                kind = event.__class__
                if kind is scalar:
                    value = event.value
                    if event.tag is not None or event.anchor is not None:
                        self._no_tag(event)
                    if keys is not None and key is None:
                        key = value
                        if key in keys or not key:
                            self._odd_key(event, keys, spots)
                        keys[value] = event.start_mark
                        continue
                    if value in nothing and not event.style:
                        value = None
                        if keys is not None:
                            self._suspicious(key or "", keys, spots)
                    spot: Positions = event.start_mark
                elif kind is mapping or kind is sequence:
                    if event.tag is not None or event.anchor is not None:
                        self._no_tag(event)
                    mark = event.start_mark
                    after = None
                    if keys is not None and key is None:
                        key = after = self._no_key(mark, keys)
                    inner: Any
                    inner_keys: dict[str, Position] | None
                    if kind is mapping:
                        value, inner, inner_keys = {}, {}, {}
                        spot = GroupPositions(mark, inner_keys, inner)
                    else:
                        value, inner, inner_keys = [], [], None
                        spot = ListPositions(mark, inner)
                    if keys is None:
                        node.append(value)
                        spots.append(spot)
                    else:
                        node[key] = value
                        spots[key] = spot
                    stack.append((node, spots, keys, after, mark))
                    if len(stack) > MAX_DEPTH:
                        message = f"Dit bestand is meer dan {MAX_DEPTH} niveaus diep."
                        self._report(mark, message, "Gebruik minder haakjes of minder inspringen.")
                        return None, None
                    node, spots, keys, key = value, inner, inner_keys, None
                    continue
                elif kind in ends:
                    node, spots, keys, key, _ = stack.pop()
                    continue
                elif kind is alias:
                    self._no_alias(event)
                    value, spot = None, event.start_mark
                    if keys is not None and key is None:
                        key = self._stand_in(event.start_mark, keys)
                        continue
                elif kind is kinds.StreamEndEvent:
                    break
                else:
                    if kind is kinds.DocumentStartEvent and root:
                        hint = "Maak er een eigen bestand van."
                        self._report(event.start_mark, "Hier begint een tweede document.", hint)
                        break
                    continue
                if keys is None:
                    node.append(value)
                    spots.append(spot)
                else:
                    node[key] = value
                    spots[key] = spot
                    key = None
        except YAMLError as error:
            self._syntax(error, event, stack[-1][-1] if stack else None)
            return None, None
        return (root[0], root_spots[0]) if root else (None, None)

    def _report(self, mark: Position, message: str, hint: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(self.name, message, hint, mark.line + 1, mark.column + 1))
        else:
            self.more += 1

    def _syntax(self, error: Exception, last: Any, innermost: Position | None) -> None:
        from poolwijzer.yamlfile.mistakes import ReadingState, explain_error  # only for who made one

        line, column, message, hint = explain_error(error, ReadingState(self.text, last, innermost))
        # An alias or a tag often leads to a mistake in grammar right behind it, which would only confuse.
        if not any(problem.line == line for problem in self.problems):
            self.problems.append(Problem(self.name, message, hint, line, column))

    def _no_tag(self, event: Any) -> None:
        sign = "!" if event.tag is not None else "&"
        self._report(event.start_mark, f"Een waarde kan niet beginnen met {sign}.", QUOTE_IT)

    def _no_alias(self, event: Any) -> None:
        hint = f"Schrijf de waarde voluit: verwijzingen kunnen hier niet. {QUOTE_IT}"
        self._report(event.start_mark, "Een waarde kan niet beginnen met *.", hint)

    def _no_key(self, mark: Position, keys: dict[str, Position]) -> str:
        if self.text.startswith("{{", mark.index - 1):
            self._report(mark, "Hier staan twee accolades achter elkaar.", QUOTE_IT)
        else:
            self._report(mark, "Vóór een dubbele punt hoort gewone tekst, geen lijst of groep.", QUOTE_IT)
        return self._stand_in(mark, keys)

    @staticmethod
    def _stand_in(mark: Position, keys: dict[str, Position]) -> str:
        # No text in a file can be equal to it by accident, as it holds a position.
        key = f"\0{mark.index}"
        keys[key] = mark
        return key

    def _odd_key(self, event: Any, keys: dict[str, Position], spots: dict[str, Positions]) -> None:
        key, mark = event.value, event.start_mark
        if key in keys:
            if not self._decimal_comma(key, spots):
                message = f"{quote(key)} staat hier dubbel: het staat ook al op regel {keys[key].line + 1}."
                self._report(mark, message, "Haal er een weg.")
        elif not event.style:
            self._report(mark, "Vóór deze dubbele punt staat niets.", "Zet er een naam voor.")

    def _suspicious(self, key: str, keys: dict[str, Position], spots: dict[str, Positions]) -> None:
        """Look at a key without a value: YAML reads `{motivatie: 3,5}` and `{a:1}` in a way nobody means."""
        if found := self._decimal_comma(key, spots):
            mark, whole, decimals = found
            # With a point, three decimals are thousands where money is read.
            if decimals.isdigit() and len(decimals) != 3 and whole.lstrip("-").isdigit():
                hint = f"Schrijf {whole}.{decimals}, met een punt."
            else:
                hint = f'Zet het tussen aanhalingstekens: "{whole},{decimals}".'
            self._report(mark, f"Een getal met een komma kan hier niet: {whole},{decimals}.", hint)
            return
        # Only where it was typed bare, and a comma or a brace follows instead of a colon.
        name, colon, rest = key.partition(":")
        after = keys[key].index + len(key)
        bare = self.text.startswith(key, keys[key].index) and re.compile(_ENDS_PAIR).match(self.text, after)
        if colon and name and rest and bare and not rest.startswith("//"):
            hint = f"Schrijf {quote(f'{name}: {rest}')}."
            self._report(keys[key], f"Na de dubbele punt in {quote(key)} ontbreekt een spatie.", hint)

    def _decimal_comma(self, key: str, spots: dict[str, Positions]) -> tuple[Position, str, str] | None:
        if not (spots and re.match(_AFTER_COMMA, key)):
            return None
        before = next(reversed(spots.values()))
        if isinstance(before, GroupPositions | ListPositions):
            return None
        found = re.compile(_DECIMAL_COMMA).match(self.text, before.index)
        return (before, found[1], found[2]) if found and found[2] == key else None
