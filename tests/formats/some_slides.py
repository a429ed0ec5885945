"""Slides of every kind, with texts as people type them, for the tests of what writes slides."""

from datetime import date

from poolwijzer.drawing.shapes import Box, Disc, Shape, ShapeDrawing, Stroke, Words
from poolwijzer.report.model import Bullets, Labelled, Line, Paragraph
from poolwijzer.report.slides.model import BODY_HEIGHT, GAP, WIDTH, Column, Slide, Slides, Tally

ON = date(2026, 11, 28)
ODD = ("😀 team", "שלום \u2067om\u2069", "<b>vet</b> & [x] #let x = 1 \\ *a* $1$ =1+1", "é ñ ĳ – “zo” 中文")
"""What shows as it was typed."""
LONG_WORD = "Samenwerkingsverbandovereenkomstonderhandelingenbegeleidingsgroep" * 2
FULL = WIDTH - 80
HALF = (FULL - GAP) / 2


def _lines(*texts: str) -> tuple[Line, ...]:
    return tuple(map(Line, texts))


def _room(width: float) -> ShapeDrawing:
    """Four fields with a mark in each, and a list of what they are."""
    side = BODY_HEIGHT
    half = side / 2
    marks = [(0.3, 0.3, "A"), (0.7, 0.35, "B"), (0.62, 0.72, "C")]
    shapes: tuple[Shape, ...] = (
        Box(0, 0, side, side, "chosen", "line", 2),
        Box(half, 0, half, half, "accent", faint=True),
        Stroke(half, 0, half, side, "line", 2),
        Stroke(0, half, side, half, "line", 2, dashed=True),
        Words(12, 34, "Weinig mensen", 24, bold=True),
        Words(side - 12, side - 14, "Veel kennis", 24, "accent", at="end"),
        *(Disc(x * side, y * side, 22, "ink", "paper", 2, sign, 26) for x, y, sign in marks),
        Disc(0.3 * side, 0.7 * side, 22, None, "accent", 4, "D", 26, "accent"),
        *(
            Words(side + 24, 30 + 34 * at, f"{sign} {name}", 24, "quiet" if at else "ink")
            for at, (sign, name) in enumerate(zip("ABCD", ("Flexteam Noord", "Bron", *ODD[:2]), strict=True))
        ),
    )
    told = "Groep A staat links boven, B rechts boven, C rechts onder en D links onder."
    return ShapeDrawing("Alle groepen in de typologie", told, width, side, shapes)


_NOTES = (
    Paragraph(Line("Wat geen plek had"), "sterk"),
    Paragraph(Line("Dit hoort bij de dia. " * 12)),
    Bullets(_lines(*(f"Punt {number}: de groep noemt hier een reden die wat langer is." for number in range(1, 41)))),
    Labelled((("Sleutelvraag", Line("Wie heeft er nu al menskracht over?")), ("Wie?", Line("Iedereen")))),
    Bullets(_lines("Eerst dit", "Dan dat"), numbered=True),
    Paragraph(Line("Let op: de groep was het hierover niet eens."), "let-op"),
    Paragraph(Line("Uit de stand van 28 november 2026."), "stil"),
)

SOME_SLIDES = Slides(
    "Werksessie poolvorming",
    "Regio Heuvelzoom, 28 november 2026",
    (
        Slide(
            "zaal",
            "Alle groepen in één beeld",
            "De letters staan voor de groepen",
            (Column((_room(FULL),)),),
            (Paragraph(Line("De plek komt uit de antwoorden van de groep zelf.")),),
        ),
        Slide(
            "groep-1",
            "Groep 1: Flexteam Noord",
            "Regio Heuvelzoom, ontwerp",
            (
                Column(
                    (
                        Paragraph(Line("Sleutelvraag"), "sterk"),
                        Paragraph(Line("Ja, met twee gemeenten beginnen wij in het voorjaar."), "let-op"),
                        Paragraph(Line("Eigen inschatting: midden."), "stil"),
                        Bullets(_lines("Samen werven", "Samen opleiden en verdelen")),
                        Bullets(_lines("Eerst dit", "Dan dat"), numbered=True),
                    ),
                    share=0.55,
                ),
                Column(
                    (
                        Labelled(
                            (
                                ("Hoe ging het?", Line("Goed, wij waren snel klaar.")),
                                ("Opvallend", Line("Niemand heeft tijd.")),
                                ("Eye-opener", Line("De buren doen het al.")),
                            )
                        ),
                        Paragraph(Line("Zinvolle oefening.")),
                    ),
                    share=0.45,
                ),
            ),
            _NOTES,
        ),
        Slide(
            "groepen-2-en-3",
            "Groepen 2 en 3",
            "Twee groepen, één initiatief",
            (
                Column(
                    (Paragraph(Line("Zij zien elkaar elke week.")), Bullets(_lines(*ODD))), "Groep 2: de buren", 0.5
                ),
                Column((Paragraph(Line(LONG_WORD)), Bullets(_lines(LONG_WORD[:60]))), f"Groep 3: {ODD[2]}", 0.5),
            ),
        ),
        Slide(
            "vervolg",
            "Wat willen de groepen verder?",
            "Zes antwoorden, vier groepen",
            (
                Column(
                    (
                        Tally(
                            (
                                ("sparren of advies", 4),
                                ("hulp bij inzet van SpUk-geld", 3),
                                ("intensieve begeleiding", 1),
                                ("overzicht van samenwerkingen", 2),
                                ("praktijkvoorbeelden", 0),
                                ("ervaringen bespreken", 1),
                            ),
                            4,
                            "groep",
                            "groepen",
                        ),
                        Paragraph(Line("Een groep mocht meer dan één antwoord geven.")),
                    )
                ),
            ),
            (Bullets(_lines(*ODD)), Paragraph(Line(LONG_WORD))),
        ),
    ),
    ON,
    "Naar een typologie van pools voor de energietransitie.",
)
