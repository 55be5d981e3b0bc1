"""Pictures of some pages of the sample, for people to look at: every screen, both colour schemes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.page_families import families
from support.page_visits import SCREENS, settled
from support.regions import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.deep]

FOLDER = ROOT / "test-output" / "gambar"
PICTURED = {
    "beranda",
    "indeks",
    "indeks-penilaian",
    "arsitektur-katalog",
    "arsitektur-catatan.aplikasi",
    "peta-rencana",
    "kualitas-data",
}
SCHEMES = {"terang": "light", "gelap": "dark"}


@pytest.mark.parametrize("screen", SCREENS)
def test_pictures_are_taken_to_look_at(
    screen: str, browser: Browser, built: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    site = built("arunika")
    chosen = families(site)
    assert chosen.keys() >= PICTURED
    width, height = SCREENS[screen]
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=served(site))
    page = context.new_page()
    for family in PICTURED:
        for said, scheme in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            page.goto(chosen[family], wait_until="load")
            settled(page)
            page.screenshot(path=FOLDER / f"{family}-{screen}-{said}.png", full_page=True)
    context.close()
