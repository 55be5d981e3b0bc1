"""What readers come for is at most three taps from the home page, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from support.regions import ROOT, build_region, copy_region
from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TASKS: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/data/tugas.yaml").read_text("utf-8"))
DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
TAPS = 3
SCREENS = 2

# What can be tapped and is called so: by its label, or by a line of what stands on it.
_TAPPED = """(name) => {
  const flat = (text) => text.replace(/\\s+/g, " ").trim();
  const names = (one) => [one.ariaLabel ?? "", one.innerText, ...one.innerText.split("\\n")].map(flat);
  const named = (one) => names(one).includes(name);
  return [...document.querySelectorAll("main a[href], main button, main summary")]
    .find((one) => one.textContent.includes(name.slice(0, 12)) && one.checkVisibility() && named(one)) ?? null;
}"""
# Where the words stand, in screens below what is shown now; nothing if nowhere.
_READ = """(words) => {
  const flat = (text) => text.replace(/\\s+/g, " ").trim();
  const having = [...document.querySelectorAll("main *")].filter((one) => one.textContent.includes(words.split(" ")[0]))
    .filter((one) => one.checkVisibility() && flat(one.innerText ?? "").includes(words));
  const deepest = having.filter((one) => ![...one.children].some((child) => having.includes(child)));
  const places = deepest.map((one) => one.getBoundingClientRect()).filter((box) => box.height && box.bottom > 0);
  return places.length ? Math.min(...places.map((box) => box.top / innerHeight)) : null;
}"""
# Whether the page, or the part of it that is led to, is called by a word of what was tapped.
_PROMISED = """(name) => {
  const wordsOf = (text) => (text ?? "").toLowerCase().match(/[\\p{L}\\p{N}]{4,}|i\\d+/gu) ?? [];
  const part = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const told = [document.title, document.querySelector('meta[name="description"]')?.content, part?.innerText];
  const said = wordsOf(told.join(" "));
  return wordsOf(name).some((word) => said.some((one) => one.slice(0, 5) === word.slice(0, 5)));
}"""


# A link that is tapped leads nowhere, but tells where to: many can be tapped on a page that was loaded once.
_HELD = """() => navigation.addEventListener("navigate", (event) => {
  if (event.destination.sameDocument) return;
  event.preventDefault();
  window.ledTo = event.destination.url;
})"""
_LED = "(before) => window.ledTo || (location.href !== before && 'here')"


@dataclass(frozen=True)
class Way:
    """A reader with a ``task`` on the way to its answer: the last ``name`` tapped, and the names that are ``left``."""

    task: dict[str, Any]
    name: str
    left: tuple[str, ...]


def tapped(page: Page, way: Way) -> tuple[Way, str]:
    """Tap what is called by the next name: the rest of the way, and the address of the page it leads to, if to another.

    An error if there is no such thing, or if it does not lead to what it is called.
    """
    name, *left = way.left
    rest = Way(way.task, name, tuple(left))
    found = page.wait_for_function(_TAPPED, arg=name, timeout=5000).as_element()
    assert found
    href = found.evaluate("(one) => one.href ?? ''")
    if not left and "surat" in way.task:
        assert href.startswith("mailto:"), f"“{name}” writes no mail"
        return rest, ""
    before = page.url
    page.evaluate("window.ledTo = null")
    found.tap() if page.evaluate("navigator.maxTouchPoints > 0") else found.click()
    if not href or href == before:
        return rest, ""
    led = page.wait_for_function(_LED, arg=before).json_value()
    if led != "here":
        return rest, led
    check_promise(page, rest)
    return rest, ""


def check_promise(page: Page, way: Way) -> None:
    assert page.evaluate(_PROMISED, way.name), f"“{way.name}” leads to “{page.title()}”"


def read(page: Page, words: str) -> None:
    """Look for ``words`` until they stand near enough; an error if they do not."""
    where = None
    for _ in range(40):
        where = page.evaluate(_READ, words)
        if where is not None and where < SCREENS:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"“{words}” {'is not there' if where is None else f'{where:.1f} screens down'}")


def followed(page: Page, way: Way) -> tuple[Way, str]:
    """Go on to the answer, or to where ``way`` leads away: the rest of it, and the address that it leads to."""
    if way.name:
        check_promise(page, way)
    while way.left:
        way, address = tapped(page, way)
        if address:
            return way, address
    if "surat" not in way.task:
        read(page, way.task["terbaca"])
    return way, ""


def faults_of(page: Page, coming: dict[str, list[Way]]) -> list[str]:
    """What keeps readers from the answer who begin at these addresses; a page is loaded once for all who come there."""
    faults = []
    while coming:
        address, ways = coming.popitem()
        changed = True
        for way in sorted(ways, key=lambda one: len(one.left)):  # who reads does not scroll
            if changed:
                page.goto(address)
                page.evaluate(_HELD)
            changed = True
            try:
                rest, further = followed(page, way)
            except Exception as error:  # noqa: BLE001  (all tasks are told, not the first that fails)
                faults.append(f"{way.task['tugas']} {page.url}: {str(error).splitlines()[0]}")
                continue
            changed = len(way.left) - len(rest.left) > bool(further)
            if further:
                coming.setdefault(further, []).append(rest)
    return faults


@pytest.fixture(scope="module")
def editions(
    built: Callable[[str], Path], served: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Where each edition that has an answer begins: the public one of the sample, the internal one of a part of it."""
    inside = copy_region(built("part").parent, tmp_path_factory.mktemp("internal") / "wilayah")
    done = build_region(inside, "--edition", "internal")
    assert done.returncode == 0, done.stderr
    return {"publik": f"{served(built('arunika'))}/", "internal": f"{served(inside / 'site-internal')}/"}


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_three_taps_lead_to_every_answer(screen: dict[str, Any], windows: Windows, editions: dict[str, str]) -> None:
    coming: dict[str, list[Way]] = {}
    for task in TASKS:
        route = task.get("rute_sempit", task["rute"]) if screen is PHONE else task["rute"]
        assert len(route) <= TAPS, task["tugas"]
        coming.setdefault(editions[task.get("edisi", "publik")], []).append(Way(task, "", tuple(route)))
    with windows.opened(**screen) as (page, _heard):
        assert faults_of(page, coming) == []
