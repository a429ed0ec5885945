"""A conversation in the page as people hold it: by mouse, or by keyboard alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.talk.held import View

LATER = "(now => { performance.now = () => now() + 260; })(performance.now.bind(performance))"
"""Puts the watch of the page past when a second click was meant for the question before: to sit that out is slow."""


class ByMouse:
    """Everything is clicked; only texts are typed."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def arrive(self) -> None:
        """Look at another question."""
        self.page.evaluate(LATER)

    def onward(self, view: View) -> None:
        row = self.page.locator(".gesprek .verder")
        row.locator("button.eerst").or_(row.get_by_role("button", name="Overslaan")).first.click()

    def back(self, view: View) -> None:
        self.page.get_by_role("button", name="Terug", exact=True).click()

    def undo(self, view: View) -> None:
        self.page.get_by_role("button", name="Terugdraaien").click()

    def text(self, view: View, text: str) -> None:
        self.page.locator("#vak").fill(text)
        self.page.get_by_role("button", name="Verder", exact=True).click()

    def pick(self, view: View, item: Mapping[str, Any]) -> None:
        self._answer(item).click()

    def toggle(self, view: View, item: Mapping[str, Any]) -> None:
        self._answer(item).click()

    def _answer(self, item: Mapping[str, Any]) -> Locator:
        return self.page.locator("label.antwoord", has=self.page.locator(f'[value="{item["value"]}"]'))

    def point(self, view: View, place: Mapping[str, float]) -> None:
        plane, (across, down) = self.page.locator("[data-vlak]"), place.values()
        box = plane.bounding_box()
        assert box is not None
        # The drawing has 600 by 600 points, and the scale begins and ends 34 points from its edge.
        x, y = (34 + (at - 1) / 4 * 532 for at in (across, 6 - down))
        self.page.mouse.click(box["x"] + x / 600 * box["width"], box["y"] + y / 600 * box["height"])
        self.page.get_by_role("button", name="Zet de stip hier").click()

    def dots(self, view: View, text: str) -> None:
        together = self.page.get_by_role("button", name="De stip van iedereen")
        together.click()
        self._leave(self.page.locator("#vak-dots"), text)
        self.page.get_by_role("status").get_by_text("4 stippen").wait_for()
        together.click()

    def hands(self, view: View, counts: Sequence[int]) -> None:
        self.page.get_by_role("button", name="Handen tellen").click()
        for item, count in zip(view["items"], counts, strict=False):
            for _ in range(count):
                self.page.get_by_role("button", name=f"Een hand meer: {item['label']}").click()
        self.page.get_by_role("button", name="Klaar met tellen").click()

    def note(self, view: View, text: str) -> None:
        self.page.locator("summary", has_text="Notitie").click()
        self._leave(self.page.locator("#vak-note"), text)

    def mark(self, view: View, item: Mapping[str, Any], standing: str) -> None:
        option = self.page.locator("li.optie", has=self.page.locator(f"[id='optie-{item['value']}']"))
        option.get_by_role("button", name=standing.capitalize()).click()

    def other(self, view: View, text: str) -> None:
        self._leave(self.page.locator("#vak-other"), text)

    def consider(self, view: View, text: str) -> None:
        self._leave(self.page.locator("#vak-consider"), text)

    def _leave(self, field: Locator, text: str) -> None:
        field.fill(text)
        field.blur()


class ByKeyboard(ByMouse):
    """Nothing is clicked."""

    def arrive(self) -> None:
        """Keys are never too soon."""

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def onward(self, view: View) -> None:
        self.press(*(["Escape"] if view["shape"] == "text" else []), "s" if view["shape"] == "one" else "Enter")

    def back(self, view: View) -> None:
        self.press("Escape", "Escape" if view["shape"] == "text" else "ArrowDown")

    def undo(self, view: View) -> None:
        self.press("z")

    def text(self, view: View, text: str) -> None:
        self.page.keyboard.insert_text(text)
        self.press("Control+Enter" if view["lines"] else "Enter")

    def pick(self, view: View, item: Mapping[str, Any]) -> None:
        if view["in_a_row"]:
            self.press(item["key"])
        else:  # to the answer by arrow keys, as who hears them goes past them
            at = [one["value"] for one in view["items"]].index(item["value"])
            self.press("ArrowDown", *["ArrowDown"] * at, *(["Space"] if at == 0 else []), "Enter")

    def toggle(self, view: View, item: Mapping[str, Any]) -> None:
        self.press(item["key"])

    def point(self, view: View, place: Mapping[str, float]) -> None:
        across, down = ((at - 3) * 2 for at in place.values())
        self.press(*["ArrowRight" if across > 0 else "ArrowLeft"] * abs(int(across)))
        self.press(*["ArrowUp" if down > 0 else "ArrowDown"] * abs(int(down)), "Enter")

    def dots(self, view: View, text: str) -> None:
        self.press("d")
        self._type("vak-dots", text)

    def hands(self, view: View, counts: Sequence[int]) -> None:
        self.press("h")
        self.page.wait_for_selector(".teller input:focus")
        for count in counts:
            self.press(str(count), "Enter")
        self.press("Escape", "h")

    def note(self, view: View, text: str) -> None:
        self.press("n")
        self._type("vak-note", text)

    def mark(self, view: View, item: Mapping[str, Any], standing: str) -> None:
        self.press(*[item["key"]] * (2 if standing == "overwogen" else 1))

    def other(self, view: View, text: str) -> None:
        self.press("a")
        self._type("vak-other", text)

    def consider(self, view: View, text: str) -> None:
        self.press("n")
        self._type("vak-consider", text)

    def _type(self, field: str, text: str) -> None:
        self.page.wait_for_selector(f"#{field}:focus")
        self.page.keyboard.insert_text(text)
        self.press("Escape")
