"""Reading YAML and JSON: strict, quick, with the place of every word, and with Dutch for all that can be wrong."""

from poolwijzer.yamlfile.document import Document, LocatedData, LocatedDocument, Location
from poolwijzer.yamlfile.reader import (
    MAX_BYTES,
    MAX_DEPTH,
    MENDS,
    Top,
    decode_text,
    is_json,
    list_readings,
    parse_document,
    parse_text,
    read_bytes,
    read_document,
)

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MENDS",
    "Document",
    "LocatedData",
    "LocatedDocument",
    "Location",
    "Top",
    "decode_text",
    "is_json",
    "list_readings",
    "parse_document",
    "parse_text",
    "read_bytes",
    "read_document",
]
