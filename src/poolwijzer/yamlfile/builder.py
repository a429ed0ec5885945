"""From parser events to data, in one pass: with the place of everything, or without as long as nothing is wrong.

This is the hot path of a program that reads thousands of files. The stack is our own, because composing
deeply nested brackets with the C parser crashes the process.
"""

import re
from typing import Any, NamedTuple

from poolwijzer.problems import MOST_PROBLEMS, Problem, quote
from poolwijzer.yamlfile.document import GroupPositions, ListPositions, Position, Positions
from poolwijzer.yamlfile.events import QUOTE_IT, events_of

MAX_DEPTH = 50

_NOTHING = frozenset({"", "~", "null"})
# Patterns for rare cases stay text until they are used: compiling them would cost every start.
_DECIMAL_COMMA = r"((?:€\s*)?-?\d[\d.]*)\s*,\s*(\d+(?: ?%|(?: ?[a-zA-Z]+)?\.?)|-+|[–—])(?=\s*[,}])"
_AFTER_COMMA = r"[0-9]|-+$|[–—]$"
_ENDS_PAIR = r"\s*[,}]"
_BEGINS_DECIMALS = frozenset("0123456789-–—")


class NeedsPlaces(Exception):  # noqa: N818 - no error: it is read again
    """Something in a text may be wrong, and to tell what and where takes the places."""


class _Root(NamedTuple):
    """Around the whole of it."""

    values: list[Positions]


class Builder:
    """Builds what one file says, and gathers what is wrong with it."""

    def __init__(self, text: str, name: str = "", *, places: bool = True) -> None:
        """Without places it gives up (`NeedsPlaces`) as soon as anything can be wrong, and words nothing."""
        self.text = text
        self.name = name
        self.places = places
        self.problems: list[Problem] = []
        self.more = 0
        """How many more there are: they are told in no words."""

    def build(self, *, pure: bool = False, without: str = "") -> tuple[Any, Positions | None]:
        """Give the data and its places; None for the places where none are kept, or the file says nothing at all.

        Args:
            pure: Use the parser in pure Python, also where the quick one is there.
            without: Signs that are no part of what the text says.

        Raises:
            NeedsPlaces: It keeps no places, and the file may be wrong.
        """
        from yaml import events as kinds
        from yaml.error import YAMLError

        scalar, alias = kinds.ScalarEvent, kinds.AliasEvent
        mapping, sequence = kinds.MappingStartEvent, kinds.SequenceStartEvent
        ends = (kinds.MappingEndEvent, kinds.SequenceEndEvent)
        get_event = events_of(self.text, pure=pure, without=without).get_event
        nothing = _NOTHING

        # The innermost group or list, and the places in it, if these are kept. `key` is None where a group expects one.
        root: list[Any] = []
        root_spots: list[Positions] = []
        node: Any = root
        spots: Any = _Root(root_spots) if self.places else None
        in_group = False
        key: str | None = None
        # What to go on with after it: the same four, and where it begins.
        stack: list[tuple[Any, Any, bool, str | None, Position]] = []
        event: Any = None
        try:
            while True:
                event = get_event()
                kind = event.__class__
                if kind is scalar:
                    value = event.value
                    if event.tag is not None or event.anchor is not None:
                        self._no_tag(event)
                    if in_group and key is None:
                        key = value
                        if not key or key in node:
                            self._odd_key(event, spots)
                        if spots is not None:
                            spots.keys[key] = event.start_mark
                        continue
                    if value in nothing and not event.style:
                        value = None
                        if key and (key[0] in _BEGINS_DECIMALS or ":" in key):
                            self._suspicious(key, spots)
                elif kind is mapping or kind is sequence:
                    if event.tag is not None or event.anchor is not None:
                        self._no_tag(event)
                    mark = event.start_mark
                    after = None
                    if in_group and key is None:
                        key = after = self._no_key(mark, spots)
                    value = {} if kind is mapping else []
                    spot: Any = None
                    if spots is not None:
                        spot = GroupPositions(mark, {}, {}) if kind is mapping else ListPositions(mark, [])
                    if in_group:
                        node[key] = value
                        if spots is not None:
                            spots.values[key] = spot
                    else:
                        node.append(value)
                        if spots is not None:
                            spots.values.append(spot)
                    stack.append((node, spots, in_group, after, mark))
                    if len(stack) > MAX_DEPTH:
                        message = f"Dit bestand is meer dan {MAX_DEPTH} niveaus diep."
                        self._report(mark, message, "Gebruik minder haakjes of minder inspringen.")
                        return None, None
                    node, spots, in_group, key = value, spot, kind is mapping, None
                    continue
                elif kind in ends:
                    node, spots, in_group, key, _ = stack.pop()
                    continue
                elif kind is alias:
                    self._no_alias(event)
                    value = None
                    if in_group and key is None:
                        key = self._stand_in(event.start_mark, spots)
                        continue
                elif kind is kinds.StreamEndEvent:
                    break
                else:
                    if kind is kinds.DocumentStartEvent and root:
                        hint = "Maak er een eigen bestand van."
                        self._report(event.start_mark, "Hier begint een tweede document.", hint)
                        break
                    continue
                if in_group:
                    node[key] = value
                    if spots is not None:
                        spots.values[key] = event.start_mark
                    key = None
                else:
                    node.append(value)
                    if spots is not None:
                        spots.values.append(event.start_mark)
        except YAMLError as error:
            self._syntax(error, event, stack[-1][-1] if stack else None)
            return None, None
        return (root[0] if root else None, root_spots[0] if root_spots else None)

    def _report(self, mark: Position, message: str, hint: str) -> None:
        if not self.places:
            raise NeedsPlaces
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(self.name, message, hint, mark.line + 1, mark.column + 1))
        else:
            self.more += 1

    def _syntax(self, error: Exception, last: Any, innermost: Position | None) -> None:
        if not self.places:
            raise NeedsPlaces from None
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

    def _no_key(self, mark: Position, spots: GroupPositions | None) -> str:
        if self.text.startswith("{{", mark.index - 1):
            self._report(mark, "Hier staan twee accolades achter elkaar.", QUOTE_IT)
        else:
            self._report(mark, "Vóór een dubbele punt hoort gewone tekst, geen lijst of groep.", QUOTE_IT)
        return self._stand_in(mark, spots)

    @staticmethod
    def _stand_in(mark: Position, spots: GroupPositions | None) -> str:
        # No text in a file can be equal to it by accident, as it holds a position.
        key = f"\0{mark.index}"
        if spots is not None:
            spots.keys[key] = mark
        return key

    def _odd_key(self, event: Any, spots: GroupPositions | None) -> None:
        if spots is None:
            raise NeedsPlaces
        key, mark = event.value, event.start_mark
        if key in spots.keys:
            if not self._decimal_comma(key, spots):
                message = f"{quote(key)} staat hier dubbel: het staat ook al op regel {spots.keys[key].line + 1}."
                self._report(mark, message, "Haal er een weg.")
        elif not event.style:
            self._report(mark, "Vóór deze dubbele punt staat niets.", "Zet er een naam voor.")

    def _suspicious(self, key: str, spots: GroupPositions | None) -> None:
        """Look at a key without a value: YAML reads `{motivatie: 3,5}` and `{a:1}` in a way nobody means."""
        if spots is None:
            raise NeedsPlaces
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
        mark = spots.keys[key]
        after = mark.index + len(key)
        bare = self.text.startswith(key, mark.index) and re.compile(_ENDS_PAIR).match(self.text, after)
        if colon and name and rest and bare and not rest.startswith("//"):
            hint = f"Schrijf {quote(f'{name}: {rest}')}."
            self._report(mark, f"Na de dubbele punt in {quote(key)} ontbreekt een spatie.", hint)

    def _decimal_comma(self, key: str, spots: GroupPositions) -> tuple[Position, str, str] | None:
        if not (spots.values and re.match(_AFTER_COMMA, key)):
            return None
        before = next(reversed(spots.values.values()))
        if isinstance(before, GroupPositions | ListPositions):
            return None
        found = re.compile(_DECIMAL_COMMA).match(self.text, before.index)
        return (before, found[1], found[2]) if found and found[2] == key else None
