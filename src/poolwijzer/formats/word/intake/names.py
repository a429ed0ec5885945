"""What may stand in a document that comes in, by name. The lists say what is known; nothing else comes along."""

# ruff: noqa: SIM905 - names without quotes read at a glance

from __future__ import annotations

_OPEN, _OFFICE = "http://schemas.openxmlformats.org", "http://schemas.microsoft.com/office"
W = f"{_OPEN}/wordprocessingml/2006/main"
R = f"{_OPEN}/officeDocument/2006/relationships"
A = f"{_OPEN}/drawingml/2006/main"
MC = f"{_OPEN}/markup-compatibility/2006"
VML, VML_OFFICE, VML_WORD = (f"urn:schemas-microsoft-com:{name}" for name in ("vml", "office:office", "office:word"))
_W14, _WP14 = f"{_OFFICE}/word/2010/wordml", f"{_OFFICE}/word/2010/wordprocessingDrawing"
_W15 = f"{_OFFICE}/word/2012/wordml"
DRAWN = {
    f"{_OPEN}/drawingml/2006/picture",
    *(f"{_OFFICE}/word/2010/wordprocessing{name}" for name in ("Shape", "Group", "Canvas")),
}
"""What a drawing can be: a picture, or shapes; no chart, no diagram, no ink."""

NAMESPACES = {
    W,
    A,
    MC,
    VML,
    VML_OFFICE,
    VML_WORD,
    _W14,
    _W15,
    _WP14,
    *DRAWN,
    f"{_OPEN}/drawingml/2006/wordprocessingDrawing",
    f"{_OPEN}/officeDocument/2006/math",
    f"{_OFFICE}/drawing/2017/decorative",
}
ATTRIBUTES = {"", W, _W14, _WP14, f"{_OPEN}/officeDocument/2006/math"}
"""The namespaces of attributes, but for those of relations, of alternatives and of VML."""
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

ONLY = {
    MC: {"AlternateContent", "Choice", "Fallback"},
    VML_OFFICE: {"lock", "shapelayout", "idmap"},
    _W15: {"appearance", "color", "repeatingSection", "repeatingSectionItem", "collapsed", "footnoteColumns"},
}
"""Of these namespaces only some elements are known."""

VML_ATTRIBUTES = set(
    "id type style coordsize coordorigin adj path fillcolor filled stroked strokecolor strokeweight opacity alt spid"
    " spt preferrelative allowincell allowoverlap insetmode inset wrapcoords string fitshape fitpath on trim textpathok"
    " gradientshapeok connecttype connectlocs extrusionok aspectratio ext eqn joinstyle miterlimit cropleft cropright"
    " croptop cropbottom chromakey gain blacklevel gamma grayscale bilevel weight color color2 opacity2 focus"
    " focusposition focussize rotate angle method colors recolor size origin position aspect alignshape from to"
    " control1 control2 startangle endangle arcsize points linestyle dashstyle endcap startarrow endarrow"
    " startarrowwidth startarrowlength endarrowwidth endarrowlength imagealignshape imagesize imageaspect print"
    " hr hrstd hrpct hralign hrnoshade bullet forcedash anchorx anchory side limo textboxrect arrowok strokeok fillok"
    " shadowok insetpen xscale obscured offset offset2 matrix data v tableproperties tablelimits".split()
)

ALIVE = {
    "altChunk": "een ander document dat bij het openen wordt ingevoegd (altChunk)",
    "subDoc": "een subdocument",
    "object": "een ingesloten of gekoppeld object",
    "objectEmbed": "een ingesloten object",
    "objectLink": "een gekoppeld object",
    "OLEObject": "een ingesloten of gekoppeld object",
    "control": "een besturingselement (ActiveX)",
    "movie": "een film",
    "contentPart": "een tekening met inkt",
}
"""Elements that bring something in that is no text and no picture, by what people call it."""

BEHIND = {
    "attachedTemplate": "het gekoppelde sjabloon",
    "mailMerge": "de samenvoeging met een adressenlijst",
    "documentProtection": "de beveiliging",
    "commentReference": "de opmerkingen",
}
"""Elements that stay behind with a word."""

QUIET = set(
    "annotationRef commentRangeStart commentRangeEnd proofErr permStart permEnd printerSettings fldData entryMacro"
    " exitMacro dataBinding placeholder smartTagPr customXmlPr delInstrText embedRegular"
    " embedBold embedItalic embedBoldItalic saveSubsetFonts embedTrueTypeFonts script".split()
)
"""Elements of Word that stay behind without one: they say where data, macros or fonts are that are not there."""

SETTINGS = set(
    "zoom mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop"
    " evenAndOddHeaders defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps"
    " bookFoldPrinting bookFoldRevPrinting bookFoldPrintingSheets defaultTableStyle displayBackgroundShape"
    " drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery"
    " displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin"
    " drawingGridVerticalOrigin characterSpacingControl printTwoOnOne noLineBreaksAfter noLineBreaksBefore"
    " doNotShadeFormData footnotePr endnotePr compat mathPr themeFontLang clrSchemeMapping decimalSymbol"
    " listSeparator".split()
)
"""What is kept of how a document is set up."""

BARE = {"p", "r", "tr", "sectPr"}
"""Elements of Word whose attributes only tell which of them was changed when."""

RELATED = {
    (W, "headerReference", "id"): "header",
    (W, "footerReference", "id"): "footer",
    (W, "hyperlink", "id"): "hyperlink",
    (A, "hlinkClick", "id"): "hyperlink",
    (A, "blip", "embed"): "image",
    (VML, "imagedata", "id"): "image",
    (VML, "fill", "id"): "image",
    (VML, "stroke", "id"): "image",
}
"""Which attributes of which elements may lead to another part or address, and to what kind."""
