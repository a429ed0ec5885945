"""`make browser`: the page, small and with what makes PDFs, and the hashes of both."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from editions.browser.assembly import make_page, press_parts
from editions.browser.contents import list_contents
from editions.browser.parts import build_wheel, fetch_parts

BUILD = Path("build/browser")
SMALL, LARGE = "poolwijzer-klein.html", "poolwijzer.html"


def main() -> None:
    """Make both, in `build/browser/`."""
    parts, own = fetch_parts(BUILD / "parts"), build_wheel(BUILD / "wheel")
    pressed = press_parts(parts, own, BUILD / "compiled")
    small = {name: text for name, text in pressed.items() if name != "typst"}
    hashes = []
    for name, held in ((SMALL, small), (LARGE, pressed)):
        contents = list_contents(parts, own, small=held is small)
        page = make_page(held, contents, parts).encode("utf-8")
        (BUILD / name).write_bytes(page)
        hashes.append(f"{sha256(page).hexdigest()}  {name}\n")
        print(f"{BUILD / name}: {len(page) / 1e6:.1f} MB")
    (BUILD / "SHA256SUMS").write_text("".join(hashes), encoding="ascii")


if __name__ == "__main__":
    main()
