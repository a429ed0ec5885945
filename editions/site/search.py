"""What is searched: every page with its words.

It is a script that fills a value, since a page that is opened from a disk may load nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from editions.site.pages import Page
from editions.site.written import WrittenPage
from poolwijzer.content.content import Content

NAME = "poolwijzerZoekt"
ENGLISH = "Engels"
"""The kind of pages that are not in Dutch: for who programs, so others come first."""


def write_index(things: Iterable[Page], written: Iterable[WrittenPage], content: Content) -> str:
    """All that can be found: title, address, kind, other names and words; and words that mean the same."""
    entries = [[page.title, page.address, page.kind, " ".join(page.names), page.words] for page in things]
    for page, parts in written:
        for anchor, title, words in parts:
            shown = f"{page.title}: {title}" if title else page.title
            address = f"{page.address}#{anchor}" if anchor else page.address
            if words:
                entries.append([shown, address, page.kind if page.language == "nl" else ENGLISH, "", words])
    same = [[term.term, *term.also] for term in content.terms.values() if term.also]
    text = json.dumps({"pages": entries, "same": same}, ensure_ascii=False, separators=(",", ":"))
    # In a script file these two end a line of code in old browsers.
    return f"window.{NAME} = {text.replace(chr(0x2028), ' ').replace(chr(0x2029), ' ')};\n"
