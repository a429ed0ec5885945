"""What axe finds that keeps people out of a page, seen the way a test left it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

CONTRAST = "color-contrast"
RUN = "async ([given, options]) => (await axe.run(given ? window.given : document, options)).violations"
ONE_OF_EACH = """() => {
  const ground = (one) => { // all that colours what lies under a text, or moves it over something else
    if (!one) { return ""; }
    if (!grounds.has(one)) {
      const look = getComputedStyle(one);
      grounds.set(one, ground(one.parentElement) + [
        look.backgroundColor, look.backgroundImage, look.opacity, look.position, look.filter, look.mixBlendMode
      ].filter((part) => !["rgba(0, 0, 0, 0)", "none", "1", "static", "normal"].includes(part)));
    }
    return grounds.get(one);
  };
  const grounds = new Map(), kinds = new Map();
  for (const one of document.body.querySelectorAll("*")) {
    const written = [...one.childNodes].some((part) => part.nodeType === Node.TEXT_NODE && part.data.trim());
    if ((written || one.matches("input, select, textarea")) && one.checkVisibility()) {
      const { color, fontSize, fontWeight, textShadow } = getComputedStyle(one);
      const kind = [one.tagName, color, fontSize, fontWeight, textShadow, ground(one)].join();
      kinds.set(kind, kinds.get(kind) ?? one);
    }
  }
  window.given = { include: [...kinds.values()] };
  return kinds.size;
}"""
"""Of the texts that show, the first of each kind: all of a kind have the same letters, in one colour on one ground."""


def barriers(page: Page, *, again: bool = False, only_colours: bool = False) -> list[tuple[str, list[str]]]:
    """The rules that the page breaks, each with where.

    Contrast takes most of the time, so a page that was seen whole is not held to it letter for letter at every width.

    Args:
        page: What is looked at.
        again: All of it was looked at in another window or in other colours, so of each kind of text one is enough.
        only_colours: Nothing but its colours is otherwise than the time before.
    """
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    page.evaluate(Axe().axe_script)
    if not again:
        return _broken(page)
    assert page.evaluate(ONE_OF_EACH)
    found = _broken(page, given=True, runOnly={"type": "rule", "values": [CONTRAST]})
    return found if only_colours else found + _broken(page, rules={CONTRAST: {"enabled": False}})


def _broken(page: Page, *, given: bool = False, **options: Any) -> list[tuple[str, list[str]]]:
    options |= {"resultTypes": ["violations"], "iframes": False}
    found = page.evaluate(RUN, [given, options])
    return [(one["id"], [node["html"] for node in one["nodes"][:3]]) for one in found]
