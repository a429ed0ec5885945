"""What is seen of a drawing in SVG: where its words stand and how large they are, by estimate on the broad side."""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from poolwijzer.drawing.primitives import breadth_of
from poolwijzer.drawing.sheet import SLIM
from poolwijzer.drawing.spots import Box

SVG = "{http://www.w3.org/2000/svg}"


def smallest_letter(svg: str, breadth: float) -> float:
    """As printed, in the measure of the breadth at which the drawing stands on a page."""
    root = ET.fromstring(svg)
    scale = breadth / float(root.attrib["viewBox"].split()[2])
    return scale * min(float(one.attrib["font-size"]) for one in root.iter(f"{SVG}text"))


def text_boxes(svg: str) -> Iterator[tuple[str, Box]]:
    """Each line of text with where it stands."""
    root = ET.fromstring(svg)
    slim = SLIM.get(root.attrib["font-family"].strip("'"), 1.0)
    for one in root.iter(f"{SVG}text"):
        words, size = one.text or "", float(one.attrib["font-size"])
        wide = breadth_of(words, size, bold="font-weight" in one.attrib) * slim
        x, y = float(one.attrib["x"]), float(one.attrib["y"])
        left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[one.attrib.get("text-anchor", "start")]
        box = (left, y - 0.75 * size, left + wide, y + 0.2 * size)
        if turned := re.match(r"translate\((\S+) (\S+)\) rotate\((-?90)\)", one.attrib.get("transform", "")):
            box = _turned(box, float(turned[1]), float(turned[2]), clockwise=turned[3] == "90")
        yield words, box


def _turned(box: Box, x: float, y: float, *, clockwise: bool) -> Box:
    left, top, right, bottom = box
    if clockwise:
        return x - bottom, y + left, x - top, y + right
    return x + top, y - right, x + bottom, y - left


def overlapping(svg: str) -> list[tuple[str, str]]:
    """The lines of text that stand over each other."""
    return [
        (one, other)
        for (one, a), (other, b) in itertools.combinations(text_boxes(svg), 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def outside(svg: str) -> list[str]:
    """The lines of text that do not stand wholly on the sheet."""
    width, height = map(float, ET.fromstring(svg).attrib["viewBox"].split()[2:])
    return [
        words
        for words, (left, top, right, bottom) in text_boxes(svg)
        if left < 0 or top < 0 or right > width or bottom > height
    ]
