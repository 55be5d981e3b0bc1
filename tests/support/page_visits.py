"""A visit to a page in real Chromium, on both screens and in both colour schemes, and all that was wrong with it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request, ViewportSize

SCREENS = {"lebar": (1280, 900), "sempit": (360, 740)}
ZOOMED = (640, 320)
"""The widths of a screen of 1280 pixels at 200 % and at 400 %, where a page is to fit as well."""

_FITS = """() => ({
  width: innerWidth,
  sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  paper: getComputedStyle(document.body).backgroundColor,
})"""
# A click as of a reader, who hits what lies uppermost.
_SWITCH = """async () => {
  const shown = () => [...document.querySelectorAll(".spbe-kop__ganti")]
    .find((one) => one.checkVisibility({ visibilityProperty: true }));
  while (!shown()) await new Promise(requestAnimationFrame); // the theme's script shows it
  const control = shown();
  control.scrollIntoView({ block: "nearest" });
  const { x, y, width, height } = control.getBoundingClientRect();
  const hit = document.elementFromPoint(x + width / 2, y + height / 2);
  if (!control.contains(hit)) throw Error(`${hit?.outerHTML.slice(0, 80)} lies over what changes the colour scheme`);
  control.click();
}"""
# Looking at everything on every page would take minutes: see there. The browser reads axe where a page is shown to it.
_SAMPLE = Path(__file__).with_name("axe_sample.js").read_text("utf-8")
_AXE = f"window.readAxe = () => {{ {AXE_SCRIPT}\n}};"
_FAULTS = "() => { if (!window.axe) window.readAxe(); return sample.faults(); }"

TALL = 6000
"""The most pixels of a page as a phone opens it, unless it is for printing."""
SHIFT = 0.05
"""The most that what is in sight may move by itself, as browsers reckon it."""
# A page is shown when all of it is read: a browser with much to do draws the beginning before it has read the end, and
# what comes then moves what stands there.
_SHIFTS = """window.shifted = 0;
const unread = new CSSStyleSheet();
unread.replaceSync(":root { visibility: hidden !important; }");
document.adoptedStyleSheets = [unread];
document.addEventListener("readystatechange", () => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== unread);
}, { once: true });
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted += one.value;
}).observe({ type: "layout-shift", buffered: true });"""
# Letters of pictures are measured as drawn: a picture is scaled to its room. Below 11 px few can read them.
_LOOKS = """() => {
  const inside = [...document.querySelectorAll(".spbe-isi:not(.spbe-isi--indeks-laporan)")];
  const all = (selector) => inside.flatMap((one) => [...one.querySelectorAll(selector)]);
  const drawn = (text) => parseFloat(getComputedStyle(text).fontSize) * Math.abs(text.getScreenCTM()?.a ?? 1);
  return {
    tall: inside.length ? document.documentElement.scrollHeight : 0,
    shift: window.shifted,
    letters: all("svg text").filter((one) => one.checkVisibility() && drawn(one) < 10.9).map((one) => one.textContent),
    unnamed: all("table").filter((one) => !one.caption?.textContent.trim()).map((one) => one.outerHTML.slice(0, 80)),
  };
}"""

FEW = 1
"""How many of each sort axe looks at where pages are examined together."""
EVERY = 1_000_000
PATIENCE = 30_000
"""How long a page may take for anything, in milliseconds."""

# Two frames, for what a script puts off to the next one; then the end of every motion that has one. Its promise is not
# asked: where the browser leaves out what is not in sight, that of a motion which is over is never kept.
_SETTLED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const moves = (one) => one.playState === "running" && one.effect.getComputedTiming().endTime !== Infinity;
  await frame();
  await frame();
  while (document.getAnimations().some(moves)) await frame();
}"""


@dataclass(frozen=True)
class Known:
    """What pages before have shown, to be looked at no more; ``axe_sample.js`` says of what sorts.

    Several visitors share one, so what a site before has shown is not examined again.
    """

    colours: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The sorts of colours that were measured, by colour scheme."""
    things: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The sorts of things that axe has seen, by screen."""


def answer(page: Page, script: str, argument: object = None) -> Any:
    """What ``script``, an asynchronous function, comes to; an error when it has not after :data:`PATIENCE`."""
    limit = f"new Promise((_, fail) => setTimeout(fail, {PATIENCE}, Error('no answer in {PATIENCE} ms')))"
    return page.evaluate(f"(argument) => Promise.race([({script})(argument), {limit}])", argument)


def settled(page: Page, then: str = "() => null") -> Any:
    """What ``then``, a function, comes to as soon as the page has drawn what was last done to it."""
    return answer(page, f"async () => {{ await ({_SETTLED})(); return ({then})(); }}")


class Visitor:
    """A browser window that remembers in ``faults`` everything that went wrong since it opened.

    Without ``known`` every page is examined whole, whatever pages before have shown.
    """

    def __init__(self, browser: Browser, base: str, known: Known | None = None) -> None:
        self.base = base
        self.faults: list[str] = []
        self.known = known
        self.screen = "sempit"
        self.scheme = "terang"
        self.visits = 0
        # Motion is left out, for its end is waited for and every frame of it costs.
        self.context = browser.new_context(viewport=_size("sempit"), color_scheme="light", reduced_motion="reduce")
        self.page: Page = self.context.new_page()
        for script in (_SHIFTS, _SAMPLE, _AXE):
            self.context.add_init_script(script)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))
        self.page.on("request", self._requested)

    def visit(self, address: str) -> None:
        """Look at the page at ``address`` on both screens and in both schemes, as it opens and as it is changed.

        It opens in the scheme that its reader chose on the page before, and two pages of four open on each screen: in
        four visits each screen has met each scheme, both ways.
        """
        self.screen = list(SCREENS)[1 - self.visits // 2 % 2]
        self.visits += 1
        self._resize(*SCREENS[self.screen])
        self.page.goto(self.base + address, wait_until="load")
        self._measure(address)
        self._look(address)
        self._examine(address)
        for width in ZOOMED:
            self._resize(width, SCREENS["sempit"][1])
            self._measure(address)
        self.screen = next(screen for screen in SCREENS if screen != self.screen)
        before = self.scheme
        answer(self.page, _SWITCH)
        self._resize(*SCREENS[self.screen])
        self._measure(address)
        if self.scheme == before:
            self.faults.append(f"{address}: still {before} after a change of the colour scheme")
        self._examine(address)

    def close(self) -> list[str]:
        """Everything that was wrong."""
        self.context.close()
        return self.faults

    def _look(self, address: str) -> None:
        looks = self.page.evaluate(_LOOKS)
        opened = f"{address} ({self.screen})"
        if self.screen == "sempit" and looks["tall"] > TALL:
            self.faults.append(f"{opened}: {looks['tall']} px tall")
        if looks["shift"] >= SHIFT:
            self.faults.append(f"{opened}: what is in sight moves by {looks['shift']:.3f}")
        self.faults += [f"{opened}: small letters in a picture: {text}" for text in looks["letters"][:3]]
        self.faults += [f"{opened}: a table without a caption: {html}" for html in looks["unnamed"][:3]]

    def _resize(self, width: int, height: int) -> None:
        if self.page.viewport_size != {"width": width, "height": height}:
            self.page.set_viewport_size({"width": width, "height": height})

    def _measure(self, address: str) -> None:
        """Whether the page fits, and in which scheme it is now, whatever the system or the reader asked for."""
        fits = settled(self.page, _FITS)
        self.scheme = "gelap" if max(map(int, re.findall(r"\d+", fits["paper"])[:3])) < 128 else "terang"
        if fits["sideways"] > 0:
            self.faults.append(f"{address}: {fits['sideways']} px too wide for {fits['width']} px")

    def _examine(self, address: str) -> None:
        """Ask axe where anything is not known; from now on it is."""
        known = self.known or Known()
        held = known.colours[self.scheme], known.things[self.screen]
        few = FEW if self.known else EVERY
        found = self.page.evaluate("(known) => sample.chosen(known)", [*map(" ".join, held), few])
        for names, told in zip(held, found, strict=True):
            names.update(told.split())
        if any(found):
            self.faults += [
                f"{address} ({self.screen}, {self.scheme}): {fault['id']}, {fault['impact']}: {node['html'][:160]}"
                for fault in answer(self.page, _FAULTS)
                for node in fault["nodes"][:3]
            ]

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"{self.page.url}: {message.text}")

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((self.base + "/", "data:", "blob:")):
            self.faults.append(f"{self.page.url}: request to {request.url}")


def _size(screen: str) -> ViewportSize:
    width, height = SCREENS[screen]
    return {"width": width, "height": height}


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
