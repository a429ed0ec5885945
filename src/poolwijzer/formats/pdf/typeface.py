"""The letters of a PDF, and what they can show.

A font tells which signs it has. What becomes of a letter with its marks depends on more: its other tables, what the
compiler does with them, and what the standards ask of both. So that is tried, each letter on its own: on a page, and
where it turns out to matter in a drawing, which the compiler treats otherwise. What is refused is tried as one sign
(NFC), and is told by number if that does not help. Whether a letter can be shown never depends on what was tried before
it, so that the same report stays the same file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category, normalize
from xml.sax.saxutils import escape

from poolwijzer.formats.pdf.compiler import RefusedError, compile_with
from poolwijzer.formats.pdf.font_tables import signs_of
from poolwijzer.formats.pdf.letters import TAB, by_number, change_odd, is_plain, isolate, odd_clusters

if TYPE_CHECKING:
    from typst import Fonts

_HEAD = (
    '#set document(title: "x");#set page(height: auto);#set text(font: sys.inputs.family.split(", "));'
    "#let tried = json(bytes(sys.inputs.tried))\n"
)
_ON_A_PAGE = "#par(tried.at({0}))#par(strong(tried.at({0})))\n"
_DRAWN = """#for weight in ("normal", "bold") {{ image(format: "svg", alt: "x", bytes(
"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 900 20' font-family='" + sys.inputs.family
+ "'><text x='1' y='15' font-weight='" + weight + "'>" + tried.at({0}) + "</text></svg>")) }}
"""
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0000-\U000e0fff]"
)
"""Signs that show as nothing and need no letter; the controls among them steer the direction of writing."""

MOST_SIGNS = 256
"""In one letter: with each further mark the compiler takes longer over all of them."""
MOST_KNOWN = 50_000
"""Letters whose way is remembered; a batch may see any number of them."""


class Typeface:
    """The fonts of families in a folder, each in a usual and a bold weight; plain letters (ASCII) must be among them.

    Args:
        folder: Where the fonts are. The name of their file begins with that of the family, without spaces.
        family: The names of the families with commas between them. What the first lacks is looked for in the next.
    """

    def __init__(self, folder: Path, family: str) -> None:
        self.folder = folder
        self.family = family
        self._on_a_page: dict[str, str] = {}
        self._undrawable: dict[str, bool] = {}

    @cached_property
    def signs(self) -> frozenset[str]:
        """Those that every font of a family has, so that a title can hold what running text can."""
        return frozenset().union(*map(self._signs_of, self.family.split(", ")))

    def _signs_of(self, family: str) -> frozenset[str]:
        fonts = sorted(self.folder.glob(f"{family.replace(' ', '')}*.ttf"))
        return frozenset.intersection(*(signs_of(path.read_bytes()) for path in fonts))

    @cached_property
    def fonts(self) -> Fonts:
        """These fonts and no others, so that every machine makes the same file."""
        from typst import Fonts

        return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[self.folder])

    def learn(self, texts: Iterable[str]) -> None:
        """Try what stands in these texts all at once, which is quicker than one by one."""
        if len(self._on_a_page) > MOST_KNOWN:
            self._on_a_page.clear()
        if new := odd_clusters(texts) - self._on_a_page.keys():
            self._on_a_page |= _settle(new, self._refused)

    def show(self, text: str) -> str:
        """A text as it can be printed: what cannot be shown stands in it by number, such as `[U+4E2D]`.

        A line that is written from right to left is isolated, so that it cannot turn round the note behind it.
        """
        text = text.replace("\t", TAB)
        if is_plain(text):
            return text
        try:
            shown = change_odd(text, self._on_a_page.__getitem__)
        except KeyError:
            self.learn([text])
            shown = change_odd(text, self._on_a_page.__getitem__)
        return isolate(shown)

    def drawn_elsewhere(self, drawings: Sequence[tuple[str, float]]) -> list[bytes] | None:
        """Drawings in pixels where something else than the compiler draws, such as a browser; None where it does not.

        Args:
            drawings: Each in SVG, and how many points wide.
        """
        return None

    def refused_in(self, line: str) -> dict[str, str]:
        """The letters of a line that keep it from being drawn, each with how it is written instead.

        Those that cannot be drawn on their own; else the one without which it can be drawn, and else all of them.
        """
        if self._can_draw(line):
            return {}
        odd = sorted(odd_clusters([line]))
        wrong = [one for one in odd if self._is_undrawable(one)]
        if not wrong:
            alone = next((one for one in odd if self._can_draw(line.replace(one, by_number(one)))), None)
            return {one: by_number(one) for one in ([alone] if alone else odd)}
        return _settle(wrong, lambda ways: [way for way in ways if self._is_undrawable(way)])

    def _refused(self, clusters: Sequence[str]) -> list[str]:
        """Those that cannot be printed: a sign in them cannot, or the compiler does not take them as a whole.

        What shows as nothing and what has no meaning of its own is tried alone: where two share their looks, the
        compiler asks only of the first what it stands for.
        """
        long = [one for one in clusters if len(one) > MOST_SIGNS]
        clusters = [one for one in clusters if len(one) <= MOST_SIGNS]
        signs = sorted({sign for one in clusters for sign in one if not " " <= sign <= "~"})
        lone = [sign for sign in signs if category(sign)[0] == "C"]
        wrong = {sign for sign in signs if sign not in self.signs and not _UNSEEN.match(sign)}
        wrong.update(sign for sign in lone if sign not in wrong and self._tried([sign]))
        wrong.update(self._tried([sign for sign in signs if sign not in wrong and sign not in lone]))
        whole = [one for one in clusters if len(one) > 1 and wrong.isdisjoint(one)]
        return [*long, *(one for one in clusters if not wrong.isdisjoint(one)), *self._tried(whole)]

    def _tried(self, clusters: Sequence[str]) -> list[str]:
        if not clusters or self._compile([f"x{one}y" for one in clusters], _ON_A_PAGE):
            return []
        half = len(clusters) // 2
        return [*self._tried(clusters[:half]), *self._tried(clusters[half:])] if half else list(clusters)

    def _is_undrawable(self, cluster: str) -> bool:
        if len(self._undrawable) > MOST_KNOWN:
            self._undrawable.clear()
        if cluster not in self._undrawable:
            self._undrawable[cluster] = not (self._can_draw(cluster) and self._can_draw(f"x{cluster}y"))
        return self._undrawable[cluster]

    def _can_draw(self, text: str) -> bool:
        """Tried alone: one drawing can make the compiler take what it refuses in another."""
        return self._compile([escape(text)], _DRAWN)

    def _compile(self, texts: Sequence[str], each: str) -> bool:
        """Whether the compiler makes a small document with these texts."""
        source = (_HEAD + "".join(each.format(at) for at in range(len(texts)))).encode()
        try:
            compile_with(self.fonts, source, {"family": self.family, "tried": json.dumps(texts)})
        except RefusedError:
            return False
        return True


def _settle(new: Collection[str], refused: Callable[[Sequence[str]], list[str]]) -> dict[str, str]:
    """How each of these letters is written: as it is, as one sign, or by number, whichever goes first."""
    wrong = set(refused(sorted(new)))
    composed = {one: normalize("NFC", one) for one in wrong}
    other = sorted({way for one, way in composed.items() if way != one})
    still = wrong | set(refused(other) if other else ())
    ways = {one: way if way not in still else by_number(one) for one, way in composed.items()}
    return {one: ways.get(one, one) for one in new}


SHIPPED = Typeface(Path(__file__).parent / "fonts", "Source Sans 3, DejaVu Sans")
"""The typeface that travels with the program."""
