"""The colours of slides, in any house style."""

from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.formats.house_style import ENOUGH_CONTRAST, PAPER, PLAIN, contrast
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.slide_look import faint_ground, slide_palette

COLOURS = st.from_regex("#[0-9a-f]{6}", fullmatch=True).filter(lambda one: contrast(one, PAPER) >= ENOUGH_CONTRAST)


@given(accent=COLOURS, ink=COLOURS, gray=st.booleans())
def test_every_letter_is_read_from_the_last_row(accent: str, ink: str, gray: bool) -> None:
    found = slide_palette(Theme(PLAIN._replace(accent=accent, ink=ink), gray=gray))
    for ground in (PAPER, found.chosen, faint_ground(found.line), faint_ground(found.accent)):
        assert min(contrast(letter, ground) for letter in (found.ink, found.accent, found.quiet)) >= 7
    assert contrast(found.paper, found.accent) >= 7
