"""One page of every family in real Chromium: light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FAMILIES = {
    "arunika": [
        "/",
        "/indeks/",
        "/indeks/2025/",
        "/indikator/",
        "/indikator/permenpanrb-59-2020/I11/",
        "/arsitektur/",
        "/arsitektur/aplikasi/",
        "/arsitektur/aplikasi/simpeg/",
        "/perangkat-daerah/",
        "/perangkat-daerah/diskominfo/",
        "/bukti/",
        "/peta-rencana/",
        "/tata-kelola/",
        "/mutu-data/",
        "/perubahan/",
        "/unduhan/",
        "/metodologi/",
        "/panduan/",
        "/tentang/",
        "/404.html",
    ],
    "bandar-lampung": ["/", "/indeks/2023/", "/metodologi/"],
    "madiun": [
        "/",
        "/indeks/2020/",
        "/unduhan/",
        "/arsitektur/",
        "/tata-kelola/",
        "/mutu-data/",
        "/peta-rencana/",
        "/panduan/",
    ],
}
SCREENS = [("lebar", 1280, 900), ("sempit", 360, 740)]
SCHEMES = ["light", "dark"]
CASES = [(region, scheme, screen) for region in FAMILIES for scheme in SCHEMES for screen in SCREENS]


class Reader:
    """A browser window that remembers everything that went wrong."""

    def __init__(self, browser: Browser, base: str, scheme: str, width: int, height: int) -> None:
        self.base = base
        self.faults: list[str] = []
        self.context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda said: said.type in {"error", "warning"} and self.faults.append(said.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", self._requested)

    def _requested(self, request: object) -> None:
        address: str = request.url  # type: ignore[attr-defined]
        if not address.startswith((self.base, "data:", "blob:")):
            self.faults.append(f"request to {address}")

    def open(self, path: str) -> Page:
        self.page.goto(self.base + path, wait_until="load")
        return self.page


@pytest.fixture
def reader(
    request: pytest.FixtureRequest, browser: Browser, built: Callable[[str], Path], served: Callable[[Path], str]
) -> Iterator[Reader]:
    region, scheme, (_name, width, height) = request.param
    made = Reader(browser, served(built(region)), scheme, width, height)
    made.region = region
    yield made
    made.context.close()


@pytest.mark.parametrize("reader", CASES, indirect=True, ids=lambda case: f"{case[0]}-{case[1]}-{case[2][0]}")
def test_page_families_are_accessible_quiet_self_contained_and_fit(reader: Reader) -> None:
    faults: list[str] = []
    for path in FAMILIES[reader.region]:
        page = reader.open(path)
        sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        results = Axe().run(page).response
        faults += [
            f"{path}: {found['id']}: {found['nodes'][0]['html'][:200]}"
            for found in results["violations"]
            if found["impact"] in {"serious", "critical"}
        ]
        if sideways > 0:
            faults.append(f"{path}: {sideways} px too wide")

    assert faults + reader.faults == []


def test_content_is_readable_without_javascript(
    browser: Browser, built: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served(built("arunika")) + "/arsitektur/aplikasi/")

    assert page.locator("tbody tr").count() > 10
    assert page.locator("tbody th").first.is_visible()
    assert not page.locator("[data-spbe-cari]").is_visible()
    context.close()
