"""What an SVG may be made of to be a logo: still, whole in itself, and quick to draw. All else is no part of it."""

from __future__ import annotations

import re

_SHAPES = "path rect circle ellipse line polyline polygon"
_GROUPS = "svg g defs symbol use linearGradient radialGradient stop clipPath mask"
_PLACE = "x y width height rx ry cx cy r fx fy fr x1 y1 x2 y2 d points transform viewBox preserveAspectRatio"
_UNITS = "gradientUnits gradientTransform spreadMethod offset clipPathUnits maskUnits maskContentUnits"
_PAINT = "fill fill-opacity fill-rule paint-order opacity color stop-color stop-opacity display visibility overflow"
_STROKE = "stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dashoffset"
_WAY = "clip-path clip-rule mask mask-type vector-effect shape-rendering color-interpolation"
_EFFECTS = "filter mix-blend-mode stroke-dasharray marker marker-start marker-mid marker-end"
_MOVES = "transform transform-origin"

ELEMENTS = frozenset(f"{_SHAPES} {_GROUPS}".split())
STYLE = "style"
UNSEEN = frozenset(("title", "desc", "metadata", "color-profile"))
"""Elements that are left out, with all in them: nobody sees that."""
PROPERTIES = frozenset(f"{_PAINT} {_STROKE} {_WAY}".split())
"""What may also be said in a style."""
ATTRIBUTES = PROPERTIES | frozenset(f"{_PLACE} {_UNITS}".split())
SEEN = frozenset(f"{_EFFECTS} {_MOVES}".split())
"""What may not be there and would be seen: to leave it out without a word would change the logo."""
NOTHING = frozenset(("", "none", "normal", "inherit"))
"""Values with which nothing is asked."""

NAME = re.compile(r"[\w.-]+")
"""Of an element, to which others refer."""
REFERENCE = re.compile(rf"url\(\s*[\"']?#({NAME.pattern})[\"']?\s*\)")
_FUNCTION = re.compile(r"\b(?:matrix|translate|scale|rotate|skewX|skewY|rgb|rgba|hsl|hsla)\s*\(")
_PLAIN = re.compile(r"[\w\s.,%#+)/-]*")


def is_plain(value: str) -> bool:
    """Whether a value is made of numbers, words, colours, moves, and references to the same file."""
    return _PLAIN.fullmatch(_FUNCTION.sub("", REFERENCE.sub("", value))) is not None
