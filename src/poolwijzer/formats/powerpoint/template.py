"""An empty file for PowerPoint with the master, layouts, colours and letters of the slides, made here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from poolwijzer.drawing.primitives import Palette
from poolwijzer.formats.archive import pack_parts
from poolwijzer.formats.powerpoint.layouts import (
    FOOT_AREA,
    LAYOUTS,
    NOTES_PAGE,
    Area,
    P,
    R,
    layout_part,
    master_part,
    notes_master_part,
)
from poolwijzer.formats.powerpoint.logo import PART, Logo
from poolwijzer.formats.powerpoint.look import A, emu, text_style, theme_part
from poolwijzer.formats.word.parts import properties
from poolwijzer.report.slides.model import HEIGHT, WIDTH

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml"
_EXPECTED = {
    "presProps": f"<p:presentationPr {A} {P} {R}/>",
    "viewProps": f"<p:viewPr {A} {P} {R}/>",
    "tableStyles": f'<a:tblStyleLst {A} def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>',
}
"""Parts without which PowerPoint says that a file is broken; they say nothing."""
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"


def make_template(palette: Palette, name: str, on: date, logo: Logo | None = None) -> bytes:
    """A presentation without slides.

    Args:
        palette: The colours.
        name: Under which PowerPoint lists the colours.
        on: The day that the file says it was made.
        logo: What stands below every slide.
    """
    foot = foot_area(logo)
    kinds = {"ppt/presentation.xml": f"{_SLIDES}.presentation.main+xml"}
    parts = {"ppt/presentation.xml": _presentation()}
    for kind, part in _EXPECTED.items():
        parts[f"ppt/{kind}.xml"] = part
        kinds[f"ppt/{kind}.xml"] = f"{_SLIDES}.{kind}+xml"
    for number, layout in enumerate(LAYOUTS, start=1):
        at = f"slideLayouts/slideLayout{number}.xml"
        parts[f"ppt/{at}"] = layout_part(layout, foot)
        parts[_relations_of(at)] = _relations(("slideMaster", "../slideMasters/slideMaster1.xml"))
        kinds[f"ppt/{at}"] = f"{_SLIDES}.slideLayout+xml"
    related = [("slideLayout", f"../slideLayouts/slideLayout{number + 1}.xml") for number in range(len(LAYOUTS))]
    related += [("image", f"../{PART}")] * bool(logo)
    picture = logo.picture(6, f"rId{len(related)}") if logo else ""
    for number, (at, kind, part, others) in enumerate(
        (
            ("slideMasters/slideMaster1.xml", "slideMaster", master_part(foot, picture), related),
            ("notesMasters/notesMaster1.xml", "notesMaster", notes_master_part(), []),
        ),
        start=1,
    ):
        theme = f"theme/theme{number}.xml"
        parts[f"ppt/{at}"] = part
        parts[_relations_of(at)] = _relations(*others, ("theme", f"../{theme}"))
        parts[f"ppt/{theme}"] = theme_part(palette, name)
        kinds |= {f"ppt/{at}": f"{_SLIDES}.{kind}+xml", f"ppt/{theme}": _THEME}
    parts[_relations_of("presentation.xml")] = _relations(
        ("slideMaster", "slideMasters/slideMaster1.xml"),
        ("notesMaster", "notesMasters/notesMaster1.xml"),
        ("theme", "theme/theme1.xml"),
        *((kind, f"{kind}.xml") for kind in _EXPECTED),
    )
    about = properties(on)
    parts["_rels/.rels"] = _relations(
        ("officeDocument", "ppt/presentation.xml"), *((one.relation, one.part) for one in about)
    )
    parts["[Content_Types].xml"] = _content_types(kinds | {one.part: one.kind for one in about})
    made = {part: (_HEAD + xml).encode() for part, xml in parts.items()}
    made |= {one.part: one.data for one in about}
    return pack_parts(made | ({f"ppt/{PART}": logo.pixels} if logo else {}), on)


def foot_area(logo: Logo | None) -> Area:
    """Where a slide says whose it is: behind the logo, where there is one."""
    if logo is None:
        return FOOT_AREA
    return replace(FOOT_AREA, left=FOOT_AREA.left + logo.width, width=FOOT_AREA.width - logo.width)


def _presentation() -> str:
    width, height = NOTES_PAGE
    return (
        f'<p:presentation {A} {P} {R} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" '
        'r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{emu(WIDTH)}" cy="{emu(HEIGHT)}"/><p:notesSz cx="{emu(width)}" cy="{emu(height)}"/>'
        f"<p:defaultTextStyle>{text_style()}</p:defaultTextStyle></p:presentation>"
    )


def _relations_of(part: str) -> str:
    folder, _, name = f"ppt/{part}".rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _relations(*targets: tuple[str, str]) -> str:
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if ":" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>'


def _content_types(kinds: dict[str, str]) -> str:
    named = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{named}</Types>"
    )
