"""What readers come for is at most three taps from the home page, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
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
DESK, PHONE = (1280, 900), (360, 740)
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


def tapped(page: Page, name: str, *, last: bool, mail: bool) -> str:
    """Tap what is called ``name``; what is wrong with it, or nothing."""
    found = page.wait_for_function(_TAPPED, arg=name, timeout=5000).as_element()
    assert found
    href = found.evaluate("(one) => one.href ?? ''")
    if last and mail:
        return "" if href.startswith("mailto:") else "writes no mail"
    before = page.url
    found.click()
    if href and href != before:
        page.wait_for_url(lambda url: url.partition("#")[0] == href.partition("#")[0] or url != before)
        page.wait_for_load_state()
        if not page.evaluate(_PROMISED, name):
            return f"leads to “{page.title()}”"
    return ""


def fault_of(page: Page, base: str, task: dict[str, Any], *, narrow: bool) -> str:
    """What keeps a reader from the answer, or nothing."""
    route = task.get("rute_sempit", task["rute"]) if narrow else task["rute"]
    if len(route) > TAPS:
        return f"{len(route)} taps"
    page.goto(base)
    for place, name in enumerate(route, 1):
        try:
            wrong = tapped(page, name, last=place == len(route), mail="surat" in task)
        except Exception as error:  # noqa: BLE001  (all tasks are told, not the first that fails)
            return f"“{name}” on {page.url}: {str(error).splitlines()[0]}"
        if wrong:
            return f"“{name}” {wrong}"
    if "surat" in task:
        return ""
    where = None
    for _ in range(40):
        where = page.evaluate(_READ, task["terbaca"])
        if where is not None and where < SCREENS:
            return ""
        page.wait_for_timeout(50)
    return f"“{task['terbaca']}” {'is not there' if where is None else f'{where:.1f} screens down'} on {page.url}"


@pytest.fixture(scope="module")
def editions(
    built: Callable[[str], Path], served: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Where each edition of the sample that has an answer begins."""
    inside = copy_region(built("arunika").parent, tmp_path_factory.mktemp("internal") / "wilayah")
    done = build_region(inside, "--edition", "internal")
    assert done.returncode == 0, done.stderr
    return {"publik": f"{served(built('arunika'))}/", "internal": f"{served(inside / 'site-internal')}/"}


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_three_taps_lead_to_every_answer(size: tuple[int, int], windows: Windows, editions: dict[str, str]) -> None:
    with windows.opened(viewport={"width": size[0], "height": size[1]}) as (page, _heard):
        faults = {
            one["tugas"]: fault_of(page, editions[one.get("edisi", "publik")], one, narrow=size == PHONE)
            for one in TASKS
        }
    assert [f"{task} {fault}" for task, fault in faults.items() if fault] == []
