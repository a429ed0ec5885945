"""What a document is marked with on every page, and how it loses its colours."""

from __future__ import annotations

import re
from functools import lru_cache

from poolwijzer.formats.house_style import gray

DRAFT = "Concept"
_COLOURED = re.compile('(<w:color w:val="|<w:[^<>]* w:(?:color|fill)=")([0-9A-Fa-f]{6})(?=")')
"""A colour in XML that was written here; in text every `<` is written as something else."""
_PICTURE = re.compile("(<a:blip [^<>]*>)")
_WATERMARK = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:w10="urn:schemas-microsoft-com:office:word"><w:rPr><w:noProof/></w:rPr><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
 path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>
<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>
<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
 o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/><v:lock v:ext="edit" text="t" shapetype="t"/>
</v:shapetype><v:shape id="PowerPlusWaterMarkObject{0}" o:spid="_x0000_s{1}" type="#_x0000_t136" alt="{2}"
 style="position:absolute;margin-left:0;margin-top:0;width:430pt;height:107pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"
 o:allowincell="f" fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".5"/>
<v:textpath style="font-family:&quot;Arial&quot;" string="{2}"/><w10:wrap anchorx="margin" anchory="margin"/></v:shape>
</w:pict></w:r>"""
"""As Word makes it, so that Word can take it away again."""


def watermark(number: int) -> str:
    """The run with which a header, the first or a next one, marks every page."""
    return _WATERMARK.format(number, 2048 + number, DRAFT).replace(">\n<", "><")


def grays_of(xml: bytes) -> bytes:
    """A part that was written here, with a grey for every colour and every picture in greys."""
    text = _COLOURED.sub(lambda found: found[1] + shade(found[2]), xml.decode())
    return _PICTURE.sub(r"\1<a:grayscl/>", text).encode()


@lru_cache(maxsize=256)
def shade(colour: str) -> str:
    """The grey for a colour, both as Word has them."""
    return gray(f"#{colour}")[1:]
