"""How broad the letters of Arial are, for their size; a font with the same widths is on every machine of an office."""

from __future__ import annotations

from unicodedata import normalize

_WIDTHS = {
    0.191: "'",
    0.222: "ijl‘’",
    0.278: " !,./:;I[]\\ft\u00a0",
    0.333: "()-`r“”{}",
    0.355: '"|•',
    0.389: "*",
    0.5: "Jcksvxyz",
    0.556: "#$?L_abdeghnopqu0123456789€–",
    0.584: "+<=>~^",
    0.611: "FTZ",
    0.667: "&ABEKPSVXY",
    0.722: "CDHNRUw",
    0.778: "GOQ",
    0.833: "Mm",
    0.889: "%",
    0.944: "W",
    1.015: "@—…",
}
BROADEST, SQUARE = 1.05, 1.05
"""No letter is broader; and those of scripts that have square ones."""
LAST_LATIN = "\u2044"
"""Beyond the letters and signs that Dutch is written with."""


class Breadths(dict[str, float]):
    """How broad each sign is; what is not known takes that of the letter without its marks, or of a broad one."""

    def __missing__(self, sign: str) -> float:
        plain = normalize("NFD", sign)[0]
        known = self.get(plain, 0.667) if plain != sign else 0.667
        self[sign] = broad = SQUARE if sign > LAST_LATIN else known
        return broad


BREADTHS = Breadths({sign: width for width, signs in _WIDTHS.items() for sign in signs})
