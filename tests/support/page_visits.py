"""A visit to a page in real Chromium, with some screen and both colour schemes, and all that was wrong with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from axe_playwright_python.base import AXE_SCRIPT

from support.page_families import families
from support.regions import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

SCREENS = {"lebar": (1280, 900), "sempit": (360, 740)}
PICTURES = ROOT / "test-output" / "gambar"
PICTURED = {
    "beranda",
    "indeks",
    "indeks-penilaian",
    "arsitektur-domain",
    "arsitektur-catatan.aplikasi",
    "peta-rencana",
    "mutu-data",
    "kosong",
}
ZOOMED = (640, 320)
"""The width of a screen of 1280 pixels at 200 % and at 400 %."""

_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Colours follow from the names of an element and of all around it, so three texts of each sort stand for the others;
# and of rows and list items that are alike in everything five stay. Looking at every one would take minutes.
_PREPARED = """(rules) => {
  const named = ({ name }) => /^(class|role|open|style|fill|aria-|data-)/.test(name);
  const name = (one) => one.localName + [...one.attributes].filter(named)
    .map(({ name, value }) => name === "class" || name === "role" ? value : name).join(".");
  const way = (one) => one ? way(one.parentElement) + ">" + name(one) : "";
  const count = new Map();
  const many = (sort) => { count.set(sort, (count.get(sort) ?? 0) + 1); return count.get(sort); };
  for (const part of document.querySelectorAll(".spbe-isi tbody > tr, .spbe-isi li")) {
    const held = [part, ...part.querySelectorAll("*")].map(name);
    if (many(way(part.parentElement) + held.join()) > 5) part.hidden = true;
  }
  for (const one of document.querySelectorAll("body *")) {
    const speaks = [...one.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
    if (speaks && one.checkVisibility({ visibilityProperty: true }) && many(way(one)) <= 3) one.dataset.wakil = "";
  }
  const link = (id) => id === "link-in-text-block" ? "a[href]" : "";
  axe.configure({ rules: rules.map((id) => ({ id, selector: link(id) + "[data-wakil]" })) });
}"""
_FAULTS = "async (options) => (await axe.run(options)).violations"

# Two frames, for what a script puts off to the next one; then the end of every motion that has one. Its promise is not
# asked: where the browser leaves out what is not in sight, that of a motion which is over is never kept.
_SETTLED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const moves = (one) => one.playState === "running" && one.effect.getComputedTiming().endTime !== Infinity;
  await frame();
  await frame();
  while (document.getAnimations().some(moves)) await frame();
}"""


def settled(page: Page) -> None:
    """Wait until the page has drawn what was last done to it."""
    page.evaluate(_SETTLED)


class Visitor:
    """A browser window that remembers in ``faults`` everything that went wrong since it opened."""

    def __init__(self, browser: Browser, base: str, screen: str, scheme: str = "light") -> None:
        width, height = SCREENS[screen]
        self.base, self.screen, self.width = base, screen, width
        self.faults: list[str] = []
        self.context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        self.page: Page = self.context.new_page()
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))
        self.page.on("request", self._requested)

    def visit(self, address: str, picture: Path | None = None) -> None:
        """Look at the page at ``address`` in both colour schemes; ``picture`` is how its pictures' path begins."""
        self.page.goto(self.base + address, wait_until="load")
        settled(self.page)
        self._expect_fit(address, self.width)
        self._take(picture)
        before = self.scheme()
        self._switch()
        if self.scheme() == before:
            self.faults.append(f"{address}: still {before} after a change of the colour scheme")
        self._take(picture)
        self.page.evaluate(AXE_SCRIPT)
        self.page.evaluate(_PREPARED, _COLOURS["values"])
        self._examine(address, {"runOnly": _COLOURS})
        self._switch()
        self._examine(address, {"rules": {"target-size": {"enabled": True}}})

    def zoom(self, address: str) -> None:
        """Look at the page that is open as somebody who needs big letters."""
        width, height = SCREENS[self.screen]
        for zoomed in ZOOMED:
            self.page.set_viewport_size({"width": zoomed, "height": height})
            settled(self.page)
            self._expect_fit(address, zoomed)
        self.page.set_viewport_size({"width": width, "height": height})

    def close(self) -> list[str]:
        """Everything that was wrong."""
        self.context.close()
        return self.faults

    def scheme(self) -> str:
        """``terang`` or ``gelap``: what the page looks like, whatever the system or the reader asked for."""
        paper = self.page.evaluate("getComputedStyle(document.body).backgroundColor")
        return "gelap" if max(map(int, re.findall(r"\d+", paper)[:3])) < 128 else "terang"

    def _switch(self) -> None:
        self.page.locator(".spbe-kop__ganti:visible").click()
        self.page.mouse.move(0, 0)
        settled(self.page)

    def _expect_fit(self, address: str, width: int) -> None:
        if (sideways := self.page.evaluate(_OVERFLOW)) > 0:
            self.faults.append(f"{address}: {sideways} px too wide for {width} px")

    def _examine(self, address: str, options: dict[str, object]) -> None:
        found = self.page.evaluate(_FAULTS, {"resultTypes": ["violations"], **options})
        self.faults += [
            f"{address} ({self.screen}, {self.scheme()}): {fault['id']}, {fault['impact']}: {node['html'][:160]}"
            for fault in found
            for node in fault["nodes"][:3]
        ]

    def _take(self, picture: Path | None) -> None:
        if picture:
            name = f"{picture.name}-{self.screen}-{self.scheme()}.png"
            self.page.screenshot(path=picture.with_name(name), full_page=True)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"{self.page.url}: {message.text}")

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((self.base + "/", "data:", "blob:")):
            self.faults.append(f"{self.page.url}: request to {request.url}")


def faults_of(browser: Browser, site: Path, base: str, screen: str) -> list[str]:
    """What is wrong with a page of every family of ``site``; pictures of some are kept to look at."""
    # Wide and narrow together, each scheme is what a page is loaded in and what its reader changes to.
    visitor = Visitor(browser, base, screen, "light" if screen == "lebar" else "dark")
    folder = PICTURES / site.parent.name
    for family, address in families(site).items():
        visitor.visit(address, folder / family if family in PICTURED else None)
        if screen == "sempit":
            visitor.zoom(address)
    return visitor.close()


def seen(page: Page, selector: str) -> list[str]:
    """The beginnings of the elements of ``selector`` that a reader can see."""
    return page.eval_on_selector_all(  # type: ignore[no-any-return]
        selector,
        """(found) => found.filter((one) => {
          const box = one.getBoundingClientRect();
          const shown = one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
          return shown && box.width > 1 && box.height > 1;
        }).map((one) => one.outerHTML.slice(0, 160))""",
    )
