"""Small pictures, made by hand."""

import zlib

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 30 10">{}</svg>'
SQUARE = '<rect width="9" height="9" fill="#7a0019"/>'
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300"
    + "01" * 64
    + "ffc0000b080008000801011100ffc4001f0000010501010101010100000000000000000102030405060708090a0b"
    "ffc400b5100002010303020403050504040000017d01020300041105122131410613516107227114328191a1082342b1c1"
    "1552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a63646566"
    "6768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3"
    "c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9faffda0008010100003f007fbfffd9"
)
"""Eight by eight, of one grey."""


def part(name: bytes, body: bytes) -> bytes:
    """A part of a PNG."""
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def png(width: int = 30, height: int = 10, *extra: bytes, pixels: bytes | None = None) -> bytes:
    """A PNG of one grey, with more parts behind its head."""
    rows = (b"\0" + b"\x80" * width) * height if pixels is None else pixels
    head = part(b"IHDR", width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\0\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")


def svg(*parts: str) -> bytes:
    """A drawing of these elements."""
    return SVG.format("".join(parts)).encode()
